// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	AvatarDetails, Avatars, Config, DeviceLabels, Devices, Event, Fills, HoldReason, Pallet, Purses,
};
use alloc::vec::Vec;
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{
	chain::Balance,
	device::{DeviceKey, Label},
	ids::AvatarId,
	key::AvatarKey,
	purse::LaneIndex,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_device(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
		slot: LaneIndex,
		device: DeviceKey,
		label: Label,
	) -> DispatchResult {
		Self::hold(HoldReason::Device, &details.owner, T::DeviceDeposit::get())?;
		let key = AvatarKey::from(avatar);
		let devices = details.devices.saturating_add(1);
		Avatars::<T>::insert(key, AvatarDetails { devices, ..details });
		Devices::<T>::insert(key, slot, device);
		if !label.is_empty() {
			DeviceLabels::<T>::insert(key, slot, label);
		}
		let DeviceKey { key, valid_until, world, limits } = device;
		Self::deposit_event(Event::DeviceAdded { avatar, slot, key, valid_until, world, limits });
		Ok(())
	}

	pub(crate) fn do_revoke_device(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
		slot: LaneIndex,
	) -> DispatchResult {
		Self::release_devices(&details.owner, 1)?;
		let key = AvatarKey::from(avatar);
		let devices = details.devices.saturating_sub(1);
		Avatars::<T>::insert(key, AvatarDetails { devices, ..details });
		Devices::<T>::remove(key, slot);
		DeviceLabels::<T>::remove(key, slot);
		Fills::<T>::remove(key, slot);
		Self::void_lanes(avatar, [slot]);
		Self::deposit_event(Event::DeviceRevoked { avatar, slot });
		Ok(())
	}

	pub(crate) fn do_revoke_all_devices(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
	) -> DispatchResult {
		let slots = Self::remove_devices(avatar, &details)?;
		Self::void_lanes(avatar, slots);
		let devices = details.devices;
		Avatars::<T>::insert(AvatarKey::from(avatar), AvatarDetails { devices: 0, ..details });
		Self::deposit_event(Event::DevicesRevoked { avatar, devices });
		Ok(())
	}

	/// Removes every device key of an avatar with what goes with it, and says which slots they had.
	/// Does not write that there is none any longer, and leaves it to the caller to void their
	/// lanes: the orders of a lane can't be verified without its key, but could be if it came back.
	pub(crate) fn remove_devices(
		avatar: AvatarId,
		details: &AvatarDetails<T::AccountId>,
	) -> Result<Vec<LaneIndex>, DispatchError> {
		Self::release_devices(&details.owner, details.devices)?;
		let key = AvatarKey::from(avatar);
		let slots: Vec<_> = Devices::<T>::drain_prefix(key).map(|(slot, _)| slot).collect();
		for slot in &slots {
			Fills::<T>::remove(key, slot);
		}
		DeviceLabels::<T>::drain_prefix(key).for_each(drop);
		Ok(slots)
	}

	/// Voids every order that was signed in these lanes. Else they would be good again once the same
	/// key is added again, which is how its owner sets it another expiry or other limits.
	fn void_lanes(avatar: AvatarId, lanes: impl IntoIterator<Item = LaneIndex>) {
		let jump = Self::jump();
		Purses::<T>::mutate_extant(AvatarKey::from(avatar), |purse| {
			lanes.into_iter().for_each(|lane| purse.void_lane(lane, jump));
		});
	}

	/// Gives deposits back. As much as is held, for nothing may keep an owner from revoking a
	/// stolen key.
	fn release_devices(owner: &T::AccountId, devices: u8) -> DispatchResult {
		let deposit = T::DeviceDeposit::get().saturating_mul(Balance::from(devices));
		let reason = HoldReason::Device.into();
		T::Currency::release(&reason, owner, deposit, Precision::BestEffort)?;
		Ok(())
	}
}
