// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Pallet, ParcelDetails, Parcels};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	key::ParcelKey,
	land::{Coordinates, ParcelId, Zone},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_issue(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		parcels: &[(Coordinates, Zone)],
	) -> DispatchResult {
		T::Worlds::ensure_owner(who, world)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(!parcels.is_empty(), Error::<T>::NothingToIssue);
		let mut named = BTreeSet::new();
		for &(at, _) in parcels {
			T::Worlds::ensure_contains(world, at)?;
			let taken = Parcels::<T>::contains_key(ParcelKey::from(ParcelId { world, at }));
			ensure!(named.insert(at) && !taken, Error::<T>::AlreadyIssued);
		}
		Ok(())
	}

	pub(crate) fn ensure_can_transfer(
		who: &T::AccountId,
		parcel: ParcelId,
		to: AvatarId,
	) -> Result<ParcelDetails, DispatchError> {
		let details =
			Parcels::<T>::get(ParcelKey::from(parcel)).ok_or(Error::<T>::UnknownParcel)?;
		T::Avatars::ensure_owner(who, details.holding.owner)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(details.holding.lock.is_none(), Error::<T>::Locked);
		Ok(details)
	}
}
