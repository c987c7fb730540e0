// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{
	checks::is_device_slot, Avatars, Config, Devices, HoldReason, NextAvatarId, Pallet, Purses,
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{chain::Balance, ids::AvatarId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<AvatarId, u8>::new();
		for (key, slot, _) in Devices::<T>::iter() {
			ensure!(is_device_slot(slot), "A3: a device key lies outside the slots");
			ensure!(
				Avatars::<T>::contains_key(key),
				"A3: a device key is of an avatar that does not exist"
			);
			let count = counted.entry(key.into()).or_default();
			*count = count.saturating_add(1);
		}

		let next = NextAvatarId::<T>::get();
		let mut owed = BTreeMap::<T::AccountId, (Balance, Balance)>::new();
		for (key, details) in Avatars::<T>::iter() {
			let avatar = AvatarId::from(key);
			ensure!(avatar < next, "A1: an avatar's id was not given out");
			ensure!(Purses::<T>::contains_key(key), "A2: an avatar has no purse");
			let devices = counted.get(&avatar).copied().unwrap_or_default();
			ensure!(details.devices == devices, "A4: an avatar's device keys are miscounted");
			let (for_avatars, for_devices) = owed.entry(details.owner).or_default();
			*for_avatars = for_avatars.saturating_add(T::AvatarDeposit::get());
			let deposit = T::DeviceDeposit::get().saturating_mul(devices.into());
			*for_devices = for_devices.saturating_add(deposit);
		}

		let mut coins = Balance::default();
		for (key, purse) in Purses::<T>::iter() {
			ensure!(Avatars::<T>::contains_key(key), "A2: a purse is no avatar's");
			coins = coins.saturating_add(purse.balance);
		}
		let held = T::Currency::balance_on_hold(&HoldReason::Purse.into(), &Self::pot());
		ensure!(held == coins, "A5: the pot does not hold the sum of the purses");

		for (owner, (for_avatars, for_devices)) in owed {
			let held = T::Currency::balance_on_hold(&HoldReason::Avatar.into(), &owner);
			ensure!(held == for_avatars, "A6: an owner's deposits do not match its avatars");
			let held = T::Currency::balance_on_hold(&HoldReason::Device.into(), &owner);
			ensure!(held == for_devices, "A6: an owner's deposits do not match its device keys");
		}
		Ok(())
	}
}
