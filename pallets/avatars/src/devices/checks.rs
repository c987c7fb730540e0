// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{AvatarDetails, Config, Devices, Error, Pallet};
use frame_support::ensure;
use freehold_primitives::{
	chain::BlockNumber,
	ids::AvatarId,
	key::AvatarKey,
	purse::{LaneIndex, LANES},
};
use sp_runtime::DispatchError;

/// Whether a device key may have the slot: lane 0 is the owner's.
pub(super) fn is_device_slot(slot: LaneIndex) -> bool {
	(1..LANES).contains(&usize::from(slot))
}

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_add_device(
		who: &T::AccountId,
		avatar: AvatarId,
		slot: LaneIndex,
		valid_until: BlockNumber,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_owned(who, avatar)?;
		ensure!(is_device_slot(slot), Error::<T>::InvalidSlot);
		ensure!(valid_until >= Self::now(), Error::<T>::InvalidExpiry);
		let taken = Devices::<T>::contains_key(AvatarKey::from(avatar), slot);
		ensure!(!taken, Error::<T>::SlotTaken);
		Ok(details)
	}

	pub(crate) fn ensure_can_revoke_device(
		who: &T::AccountId,
		avatar: AvatarId,
		slot: LaneIndex,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_owned(who, avatar)?;
		let known = Devices::<T>::contains_key(AvatarKey::from(avatar), slot);
		ensure!(known, Error::<T>::UnknownDevice);
		Ok(details)
	}
}
