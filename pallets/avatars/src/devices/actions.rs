// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{AvatarDetails, Avatars, Config, DeviceLabels, Devices, Event, HoldReason, Pallet};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{
	chain::Balance,
	device::{DeviceKey, Label},
	ids::AvatarId,
	key::AvatarKey,
	purse::LaneIndex,
};
use sp_runtime::DispatchResult;

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
		Self::deposit_event(Event::DeviceRevoked { avatar, slot });
		Ok(())
	}

	pub(crate) fn do_revoke_all_devices(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
	) -> DispatchResult {
		Self::remove_devices(avatar, &details)?;
		let devices = details.devices;
		Avatars::<T>::insert(AvatarKey::from(avatar), AvatarDetails { devices: 0, ..details });
		Self::deposit_event(Event::DevicesRevoked { avatar, devices });
		Ok(())
	}

	/// Removes every device key of an avatar, but does not write that there is none any longer.
	pub(crate) fn remove_devices(
		avatar: AvatarId,
		details: &AvatarDetails<T::AccountId>,
	) -> DispatchResult {
		Self::release_devices(&details.owner, details.devices)?;
		let key = AvatarKey::from(avatar);
		Devices::<T>::drain_prefix(key).for_each(drop);
		DeviceLabels::<T>::drain_prefix(key).for_each(drop);
		Ok(())
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
