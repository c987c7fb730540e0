// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Pallet, ParcelDetails, Parcels};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use freehold_primitives::{
	asset::Unmovable,
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
		let owner = details.holding.owner;
		T::Avatars::ensure_owner(who, owner)?;
		T::Avatars::ensure_exists(to)?;
		details.holding.ensure_movable_by(owner).map_err(|reason| match reason {
			Unmovable::NotOwner => Error::<T>::NotOwner,
			Unmovable::Locked => Error::<T>::Locked,
		})?;
		Ok(details)
	}
}
