// SPDX-License-Identifier: Apache-2.0
//! The invariants of device keys.

use super::checks::is_device_slot;
use crate::{Avatars, Config, DeviceLabels, Devices, HoldReason, Pallet};
use alloc::collections::BTreeMap;
use core::iter::repeat_n;
use frame_support::{ensure, traits::Get};
use freehold_primitives::ids::AvatarId;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_devices() -> Result<(), TryRuntimeError> {
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
		for (key, details) in Avatars::<T>::iter() {
			let devices = counted.get(&AvatarId::from(key)).copied().unwrap_or_default();
			ensure!(details.devices == devices, "A4: an avatar's device keys are miscounted");
		}
		for (key, slot, label) in DeviceLabels::<T>::iter() {
			ensure!(Devices::<T>::contains_key(key, slot), "A7: a label is of no device key");
			ensure!(!label.is_empty(), "A7: an empty label is stored");
		}
		let payers = Avatars::<T>::iter_values()
			.flat_map(|details| repeat_n(details.owner, details.devices.into()));
		Self::check_deposits(
			HoldReason::Device,
			T::DeviceDeposit::get(),
			payers,
			"A6: an owner's deposits do not match its device keys",
		)
	}
}
