// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	AvatarDetails, Avatars, Config, Devices, Event, HoldReason, NextAvatarId, Pallet, Purses,
};
use frame_support::traits::{
	fungible::{Inspect, Mutate, MutateHold},
	tokens::{Fortitude, Precision, Preservation, Restriction},
	Get,
};
use freehold_primitives::{
	chain::Balance,
	device::DeviceKey,
	ids::AvatarId,
	key::AvatarKey,
	purse::{LaneIndex, Purse},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Mints the pot its existential deposit: an account that does not exist can't hold.
	pub(crate) fn create_pot() -> DispatchResult {
		T::Currency::mint_into(&Self::pot(), T::Currency::minimum_balance())?;
		Ok(())
	}

	pub(crate) fn do_create(
		who: &T::AccountId,
		avatar: AvatarId,
		next: AvatarId,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::Avatar.into(), who, T::AvatarDeposit::get())?;
		let key = AvatarKey::from(avatar);
		NextAvatarId::<T>::put(next);
		Avatars::<T>::insert(key, AvatarDetails::new(who.clone()));
		Purses::<T>::insert(key, Purse::default());
		Self::deposit_event(Event::AvatarCreated { avatar, owner: who.clone() });
		Ok(())
	}

	pub(crate) fn do_add_device(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
		slot: LaneIndex,
		device: DeviceKey,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::Device.into(), &details.owner, T::DeviceDeposit::get())?;
		let key = AvatarKey::from(avatar);
		let devices = details.devices.saturating_add(1);
		Avatars::<T>::insert(key, AvatarDetails { devices, ..details });
		Devices::<T>::insert(key, slot, device);
		let DeviceKey { key, valid_until, world } = device;
		Self::deposit_event(Event::DeviceAdded { avatar, slot, key, valid_until, world });
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
		Self::deposit_event(Event::DeviceRevoked { avatar, slot });
		Ok(())
	}

	pub(crate) fn do_revoke_all_devices(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
	) -> DispatchResult {
		let devices = details.devices;
		Self::release_devices(&details.owner, devices)?;
		let key = AvatarKey::from(avatar);
		Avatars::<T>::insert(key, AvatarDetails { devices: 0, ..details });
		Devices::<T>::drain_prefix(key).for_each(drop);
		Self::deposit_event(Event::DevicesRevoked { avatar, devices });
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

	pub(crate) fn do_deposit(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
		purse: Purse,
	) -> DispatchResult {
		T::Currency::transfer_and_hold(
			&HoldReason::Purse.into(),
			who,
			&Self::pot(),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		Self::set_purse(avatar, purse);
		Self::deposit_event(Event::Deposited { avatar, from: who.clone(), amount });
		Ok(())
	}

	pub(crate) fn do_withdraw(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
		purse: Purse,
	) -> DispatchResult {
		T::Currency::transfer_on_hold(
			&HoldReason::Purse.into(),
			&Self::pot(),
			who,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Polite,
		)?;
		Self::set_purse(avatar, purse);
		Self::deposit_event(Event::Withdrawn { avatar, to: who.clone(), amount });
		Ok(())
	}
}
