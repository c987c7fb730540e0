// SPDX-License-Identifier: Apache-2.0
//! What the other pallets ask of this one.

use crate::{Config, Error, Pallet, Settlers};
use frame_support::ensure;
use freehold_primitives::{
	fee::Fee, ids::WorldId, key::WorldKey, land::Coordinates, traits::Worlds,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Worlds<T::AccountId> for Pallet<T> {
	fn owner(world: WorldId) -> Result<T::AccountId, DispatchError> {
		Ok(Self::ensure_registered(world)?.owner)
	}

	fn ensure_owner(who: &T::AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_operates(who, world)?;
		Ok(())
	}

	fn ensure_settler(who: &T::AccountId, world: WorldId) -> DispatchResult {
		let details = Self::ensure_registered(world)?;
		let settles = || {
			Settlers::<T>::get(WorldKey::from(world), who)
				.is_some_and(|valid_until| valid_until >= Self::now())
		};
		ensure!(details.owner == *who || settles(), Error::<T>::NotSettler);
		Ok(())
	}

	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult {
		let details = Self::ensure_registered(world)?;
		ensure!(details.bounds.contains(at), Error::<T>::OutOfBounds);
		Ok(())
	}

	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Ok(Self::ensure_registered(world)?.fee)
	}
}
