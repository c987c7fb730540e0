// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{AvatarDetails, Avatars, Config, Devices, Error, NextAvatarId, Pallet};
use frame_support::ensure;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::AvatarId,
	key::AvatarKey,
	purse::{LaneIndex, Purse, LANES},
};
use sp_runtime::{DispatchError, SaturatedConversion};

/// Whether a device key may have the slot: lane 0 is the owner's.
pub(crate) fn is_device_slot(slot: LaneIndex) -> bool {
	(1..LANES).contains(&usize::from(slot))
}

impl<T: Config> Pallet<T> {
	/// The record of an avatar that `who` owns.
	pub(crate) fn ensure_owned(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details =
			Avatars::<T>::get(AvatarKey::from(avatar)).ok_or(Error::<T>::UnknownAvatar)?;
		ensure!(details.owner == *who, Error::<T>::NotOwner);
		Ok(details)
	}

	/// The id of the new avatar, and the one after it.
	pub(crate) fn ensure_can_create() -> Result<(AvatarId, AvatarId), DispatchError> {
		let avatar = NextAvatarId::<T>::get();
		let next = avatar.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((avatar, next))
	}

	pub(crate) fn ensure_can_add_device(
		who: &T::AccountId,
		avatar: AvatarId,
		slot: LaneIndex,
		valid_until: BlockNumber,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_owned(who, avatar)?;
		ensure!(is_device_slot(slot), Error::<T>::InvalidSlot);
		let now = frame_system::Pallet::<T>::block_number().saturated_into::<BlockNumber>();
		ensure!(valid_until >= now, Error::<T>::InvalidExpiry);
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

	/// The purse as it will be.
	pub(crate) fn ensure_can_deposit(
		avatar: AvatarId,
		amount: Balance,
	) -> Result<Purse, DispatchError> {
		let purse = Self::purse(avatar).ok_or(Error::<T>::UnknownAvatar)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let balance = purse.balance.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		Ok(Purse { balance, ..purse })
	}

	/// The purse as it will be.
	pub(crate) fn ensure_can_withdraw(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
	) -> Result<Purse, DispatchError> {
		Self::ensure_owned(who, avatar)?;
		let purse = Self::purse(avatar).ok_or(Error::<T>::UnknownAvatar)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let balance = purse.balance.checked_sub(amount).ok_or(Error::<T>::TooFewCoins)?;
		Ok(Purse { balance, ..purse })
	}
}
