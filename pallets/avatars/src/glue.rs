// SPDX-License-Identifier: Apache-2.0
//! What other pallets and the settlement kernel ask of this one.

use crate::{Avatars, Config, Devices, Error, Fills, HoldReason, Pallet, Purses};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, DefensiveSaturating, Get},
};
use freehold_primitives::{
	chain::{AccountId, Balance},
	device::{DeviceKey, Signer},
	ids::AvatarId,
	key::AvatarKey,
	order,
	purse::{LaneIndex, Purse},
	traits,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError, DispatchResult};

/// The lane of the owner's own orders.
pub(crate) const OWNER_LANE: LaneIndex = 0;

impl<T: Config> traits::Avatars<T::AccountId> for Pallet<T> {
	fn owner(avatar: AvatarId) -> Result<T::AccountId, DispatchError> {
		Ok(Self::ensure_avatar(avatar)?.owner)
	}

	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Ok(Self::ensure_avatar(avatar)?.tenure)
	}

	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		let exists = Avatars::<T>::contains_key(AvatarKey::from(avatar));
		ensure!(exists, Error::<T>::UnknownAvatar);
		Ok(())
	}

	fn ensure_owner(who: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_disposes(who, avatar)?;
		Ok(())
	}

	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		let purse = Self::ensure_purse(avatar)?;
		let consumers = purse.consumers.checked_add(records).ok_or(Error::<T>::TooManyRecords)?;
		Self::set_purse(avatar, Purse { consumers, ..purse });
		Ok(())
	}

	fn release(avatar: AvatarId, records: u32) {
		Purses::<T>::mutate_extant(AvatarKey::from(avatar), |purse| {
			purse.consumers = purse.consumers.defensive_saturating_sub(records);
		});
	}
}

impl<T: Config> traits::Purses for Pallet<T> {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		let purse = Self::ensure_can_spend(from, amount)?;
		Self::do_set_aside(from, purse, amount)
	}

	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		let purse = Self::ensure_can_add(Self::ensure_purse(to)?, amount)?;
		Self::do_pay_out(to, purse, amount)
	}

	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		let (payer, payee) = Self::ensure_can_move(from, to, amount)?;
		Self::do_move(from, payer, to, payee);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The account that holds the coins of all purses, and those set aside.
	pub fn pot() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// How many coins are set aside in all.
	pub fn aside() -> Balance {
		T::Currency::balance_on_hold(&HoldReason::Escrow.into(), &Self::pot())
	}

	/// Makes the pot hold coins as set aside that the settlement kernel has taken out of purses
	/// and put into none: royalties, until they are collected.
	///
	/// # Errors
	/// If the pot holds fewer as the coins of purses.
	pub fn hold_aside(amount: Balance) -> DispatchResult {
		Self::hold_anew(HoldReason::Purse, HoldReason::Escrow, amount)
	}

	/// Writes the purse of an avatar that exists, for the settlement kernel, which has read it.
	pub fn set_purse(avatar: AvatarId, purse: Purse) {
		Purses::<T>::insert(AvatarKey::from(avatar), purse);
	}

	/// Writes what is left of the orders of an avatar that were filled in part, of those of one
	/// lane, for the settlement kernel, and for the market, where orders are cancelled.
	pub fn set_fills(avatar: AvatarId, lane: LaneIndex, fills: order::Fills) {
		let key = AvatarKey::from(avatar);
		if fills.is_empty() {
			Fills::<T>::remove(key, lane);
		} else {
			Fills::<T>::insert(key, lane, fills);
		}
	}

	/// Writes a device key that exists, for the settlement kernel, which has read it and counted
	/// its limits down.
	pub fn set_device(avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		Devices::<T>::insert(AvatarKey::from(avatar), lane, device);
	}
}

impl<T: Config> Pallet<T>
where
	T::AccountId: Into<AccountId>,
{
	/// Who signs for the avatar in this lane, for the settlement kernel: its owner in lane 0, else
	/// the device in that slot. None if there is no such avatar or no key in the slot; a key that
	/// is returned may have expired.
	pub fn signer(avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		let key = AvatarKey::from(avatar);
		if lane == OWNER_LANE {
			Avatars::<T>::get(key).map(|details| Signer::Owner(details.owner.into()))
		} else {
			Devices::<T>::get(key, lane).map(Signer::Device)
		}
	}
}
