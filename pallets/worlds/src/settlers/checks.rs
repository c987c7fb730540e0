// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Pallet, SettlerDetails, Settlers, WorldDetails};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{chain::BlockNumber, ids::WorldId, key::WorldKey};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_add_settler(
		who: &T::AccountId,
		world: WorldId,
		settler: &T::AccountId,
		valid_until: BlockNumber,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		ensure!(valid_until >= Self::now(), Error::<T>::InvalidExpiry);
		let known = Settlers::<T>::contains_key(WorldKey::from(world), settler);
		ensure!(known || details.settlers < T::MaxSettlers::get(), Error::<T>::TooManySettlers);
		Ok(details)
	}

	pub(crate) fn ensure_can_remove_settler(
		who: &T::AccountId,
		world: WorldId,
		settler: &T::AccountId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		let known = Settlers::<T>::contains_key(WorldKey::from(world), settler);
		ensure!(known, Error::<T>::UnknownSettler);
		Ok(details)
	}

	/// The record by which `who` may act for the world now; none for the owner, who needs none.
	pub(crate) fn ensure_may_settle(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<Option<SettlerDetails>, DispatchError> {
		let details = Self::ensure_registered(world)?;
		ensure!(!details.suspended, Error::<T>::Suspended);
		if details.owner == *who {
			return Ok(None);
		}
		let settler = Settlers::<T>::get(WorldKey::from(world), who)
			.filter(|settler| settler.is_valid(Self::now()))
			.ok_or(Error::<T>::NotSettler)?;
		Ok(Some(settler))
	}
}
