// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	Config, Error, Event, HoldReason, LastBatch, ListingDetails, Listings, Pallet, Settled,
};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use frame_system::pallet_prelude::BlockNumberFor;
use freehold_primitives::{
	asset::{Asset, Assets, Holding, Lock, UniqueId},
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	order::Trade,
	settlement::{settle, Context, Deal, Ledger, Refusal, Store},
	traits::Worlds,
};
use sp_runtime::{traits::Zero, DispatchResult, SaturatedConversion};

/// The coins that the trades moved, on both sides, but for those refused, which are sorted by
/// their places.
fn value(trades: &[Trade], refused: &[(u32, Refusal)]) -> Balance {
	let coins = |side: &Assets| {
		side.iter().fold(0, |sum: Balance, asset| match asset {
			Asset::Coins(amount) => sum.saturating_add(*amount),
			_ => sum,
		})
	};
	let settled = (0u32..)
		.zip(trades)
		.filter(|(place, _)| refused.binary_search_by_key(place, |(refused, _)| *refused).is_err());
	settled.fold(0, |sum: Balance, (_, Trade { order, acceptance, .. })| {
		let lot = coins(&order.give).saturating_add(coins(&order.want));
		sum.saturating_add(lot.saturating_mul(acceptance.lots.into()))
	})
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_list(
		payer: T::AccountId,
		world: WorldId,
		asset: UniqueId,
		holding: Holding,
		price: Balance,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::Listing.into(), &payer, T::ListingDeposit::get())?;
		let seller = holding.owner;
		T::Store::default().set_holding(asset, Holding { lock: Some(Lock::Listing), ..holding });
		Listings::<T>::insert(asset, ListingDetails { world, seller, payer, price });
		Self::deposit_event(Event::Listed { asset, world, seller, price });
		Ok(())
	}

	pub(crate) fn do_cancel(
		asset: UniqueId,
		listing: ListingDetails<T::AccountId>,
	) -> DispatchResult {
		let mut store = T::Store::default();
		let mut ledger = Ledger::new(&mut store);
		ledger
			.atomically(|it| it.unlock(asset, Lock::Listing))
			.map_err(Error::<T>::from)?;
		ledger.commit();
		Self::remove(asset, &listing)?;
		Self::deposit_event(Event::ListingCancelled { asset });
		Ok(())
	}

	pub(crate) fn do_buy(
		asset: UniqueId,
		listing: ListingDetails<T::AccountId>,
		buyer: AvatarId,
	) -> DispatchResult {
		let ListingDetails { world, seller, price, .. } = listing;
		let mut store = T::Store::default();
		let version = store.holding(asset).ok_or(Error::<T>::UnknownAsset)?.version;
		let deal = Deal {
			maker: seller,
			taker: buyer,
			give: &[asset.at_version(version)],
			want: &[Asset::Coins(price)],
			lots: 1,
			// The world may have been closed since; then nobody has a fee.
			fee: T::Worlds::fee(world).ok().flatten(),
		};
		let mut ledger = Ledger::new(&mut store);
		ledger
			.atomically(|it| {
				it.unlock(asset, Lock::Listing)?;
				it.exchange(&deal)
			})
			.map_err(Error::<T>::from)?;
		ledger.commit();
		Self::remove(asset, &listing)?;
		Self::deposit_event(Event::Sold { asset, seller, buyer, price });
		Ok(())
	}

	pub(crate) fn do_settle(
		who: &T::AccountId,
		world: WorldId,
		batch: LastBatch,
		trades: &[Trade],
	) -> DispatchResult {
		let context = Context {
			genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()),
			now: frame_system::Pallet::<T>::block_number().saturated_into(),
			world,
			fee: T::Worlds::fee(world)?,
		};
		let refused = settle(&context, trades, &mut T::Store::default());
		// Afterwards, as only then it is known what was moved: one trade that nobody can pay must not
		// fail the batch. Over the cap, the whole call is undone.
		T::Worlds::charge(who, world, value(trades, &refused))?;
		Settled::<T>::insert(WorldKey::from(world), batch);
		Self::deposit_event(Event::BatchSettled {
			world,
			seq: batch.seq,
			trades: trades.len().saturated_into(),
			refused,
		});
		Ok(())
	}

	/// The deposit goes back to who paid it, even if the seller has another owner since.
	fn remove(asset: UniqueId, listing: &ListingDetails<T::AccountId>) -> DispatchResult {
		let deposit = T::ListingDeposit::get();
		let reason = HoldReason::Listing.into();
		T::Currency::release(&reason, &listing.payer, deposit, Precision::Exact)?;
		Listings::<T>::remove(asset);
		Ok(())
	}
}
