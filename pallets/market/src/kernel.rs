// SPDX-License-Identifier: Apache-2.0
//! The settlement kernel, one deal at a time.
//!
//! A ledger keeps purses in memory until it is committed. So coins go in and out of purses, and
//! avatars are retained and released, before one is made or after it is committed.

use crate::{Config, Error, Pallet};
use alloc::vec::Vec;
use freehold_primitives::{
	asset::{Asset, UniqueId},
	fee::{item_royalty, BasisPoints, Fee},
	ids::WorldId,
	settlement::{royalty_rate, Deal, Ledger, Pledge, Receipt, Refusal, Store, Terms},
	traits::Worlds,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The limit of a side that no coins are paid to, or that does not mind.
pub(crate) const NO_LIMIT: BasisPoints = BasisPoints::MAX;

impl<T: Config> Pallet<T> {
	/// What a world keeps of a payment now. One that was closed keeps nothing.
	pub(crate) fn fee_of(world: WorldId) -> Option<Fee> {
		T::Worlds::fee(world).ok().flatten()
	}

	/// How much of a payment that is.
	pub(crate) fn fee_rate(world: WorldId) -> BasisPoints {
		Self::fee_of(world).map_or(0, |fee| fee.rate)
	}

	/// How much of a payment for these assets would go to their creators now. That they exist is
	/// found out where they are locked.
	pub(crate) fn royalty_of(assets: &[Asset]) -> BasisPoints {
		let store = T::Store::default();
		let rate = |asset: &Asset| match *asset {
			Asset::Units { kind, .. } => Some((kind, store.terms(kind)?.royalty)),
			Asset::Item { id, .. } => {
				let class = store.asset(UniqueId::Item(id))?.class?;
				let Terms { royalty, raise, .. } = store.terms(class.kind)?;
				Some((class.kind, item_royalty(class.royalty, id.serial, royalty, raise)))
			},
			Asset::Coins(_) | Asset::Parcel { .. } | Asset::Estate { .. } => None,
		};
		royalty_rate(&assets.iter().filter_map(rate).collect::<Vec<_>>())
	}

	/// Locks what an avatar keeps ready.
	pub(crate) fn lock(pledge: &Pledge<'_>) -> DispatchResult {
		Self::commit(|ledger| ledger.lock(pledge))
	}

	/// Unlocks what an avatar kept ready, and nobody takes.
	pub(crate) fn unlock(pledge: &Pledge<'_>) -> DispatchResult {
		Self::commit(|ledger| ledger.unlock(pledge))
	}

	/// Unlocks what an avatar kept ready, and moves everything of the deal.
	pub(crate) fn exchange(pledge: &Pledge<'_>, deal: &Deal<'_>) -> Result<Receipt, DispatchError> {
		Self::commit(|ledger| {
			ledger.unlock(pledge)?;
			ledger.exchange(deal)
		})
	}

	/// Unlocks what an avatar kept ready, and moves everything of the deal if that can be: says
	/// why if it can't.
	pub(crate) fn exchange_or_unlock(
		pledge: &Pledge<'_>,
		deal: &Deal<'_>,
	) -> Result<Result<Receipt, Refusal>, DispatchError> {
		let mut store = T::Store::default();
		let mut ledger = Ledger::new(&mut store);
		ledger.atomically(|it| it.unlock(pledge)).map_err(Error::<T>::from)?;
		let outcome = ledger.atomically(|it| it.exchange(deal));
		ledger.commit()?;
		Ok(outcome)
	}

	/// Whether the deal could be done now, if what it gives was unlocked.
	pub(crate) fn ensure_could_exchange(pledge: &Pledge<'_>, deal: &Deal<'_>) -> DispatchResult {
		let mut store = T::Store::default();
		let mut ledger = Ledger::new(&mut store);
		ledger.unlock(pledge).map_err(Error::<T>::from)?;
		ledger.exchange(deal).map_err(Error::<T>::from)?;
		Ok(())
	}

	/// Does something in the kernel, whole or not at all.
	pub(crate) fn commit<R>(
		change: impl FnOnce(&mut Ledger<'_, T::Store>) -> Result<R, Refusal>,
	) -> Result<R, DispatchError> {
		let mut store = T::Store::default();
		let mut ledger = Ledger::new(&mut store);
		let outcome = ledger.atomically(change).map_err(Error::<T>::from)?;
		ledger.commit()?;
		Ok(outcome)
	}
}
