// SPDX-License-Identifier: Apache-2.0
//! What the other pallets ask of this one.

use crate::{Config, Error, Pallet, Settlers, Worlds};
use frame_support::ensure;
use freehold_primitives::{
	chain::Balance, fee::Fee, ids::WorldId, key::WorldKey, land::Coordinates, traits,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> traits::Worlds<T::AccountId> for Pallet<T> {
	fn owner(world: WorldId) -> Result<T::AccountId, DispatchError> {
		Ok(Self::ensure_registered(world)?.owner)
	}

	fn ensure_owner(who: &T::AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_operates(who, world)?;
		Ok(())
	}

	fn ensure_settler(who: &T::AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_may_settle(who, world)?;
		Ok(())
	}

	fn ensure_open(world: WorldId) -> DispatchResult {
		let details = Self::ensure_registered(world)?;
		ensure!(!details.suspended, Error::<T>::Suspended);
		Ok(())
	}

	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult {
		let details = Self::ensure_registered(world)?;
		ensure!(details.bounds.contains(at), Error::<T>::OutOfBounds);
		Ok(())
	}

	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Ok(Self::ensure_registered(world)?.fee.at(Self::now()))
	}

	fn charge(who: &T::AccountId, world: WorldId, value: Balance) -> DispatchResult {
		let Some(settler) = Self::ensure_may_settle(who, world)? else { return Ok(()) };
		let charged = settler.after(value, Self::now()).ok_or(Error::<T>::CapExceeded)?;
		if charged != settler {
			Settlers::<T>::insert(WorldKey::from(world), who, charged);
		}
		Ok(())
	}

	fn retain(world: WorldId) -> DispatchResult {
		let mut details = Self::ensure_registered(world)?;
		details.consumers = details.consumers.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Worlds::<T>::insert(WorldKey::from(world), details);
		Ok(())
	}

	fn release(world: WorldId) {
		Worlds::<T>::mutate_extant(WorldKey::from(world), |details| {
			details.consumers = details.consumers.saturating_sub(1);
		});
	}
}
