// SPDX-License-Identifier: Apache-2.0
//! The invariants of handles and profiles.

use crate::{
	handle::{canonical, is_valid},
	Avatars, Config, HandleOf, Handles, HoldReason, Pallet, Profiles,
};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{ids::AvatarId, key::AvatarKey};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_handles() -> Result<(), TryRuntimeError> {
		for (key, handle) in HandleOf::<T>::iter() {
			let details =
				Avatars::<T>::get(key).ok_or("A8: a handle is of an avatar that does not exist")?;
			ensure!(is_valid(&handle), "A8: a handle is not valid");
			let record =
				Handles::<T>::get(canonical(&handle)).ok_or("A8: a handle has no record")?;
			let has = record.avatar == AvatarId::from(key) && record.released_at.is_none();
			ensure!(has, "A8: the record of a handle does not say that its avatar has it");
			ensure!(record.payer == details.owner, "A8: another than the owner pays for a handle");
		}
		for (form, record) in Handles::<T>::iter() {
			let has = || {
				HandleOf::<T>::get(AvatarKey::from(record.avatar))
					.is_some_and(|handle| canonical(&handle) == form)
			};
			ensure!(
				record.released_at.is_some() || has(),
				"A8: the record of a handle says that an avatar has it that does not"
			);
		}
		Self::check_deposits(
			HoldReason::Handle,
			T::HandleDeposit::get(),
			Handles::<T>::iter_values().map(|record| record.payer),
			"A6: an account's deposits do not match its handles",
		)
	}

	pub(crate) fn check_profiles() -> Result<(), TryRuntimeError> {
		for key in Profiles::<T>::iter_keys() {
			ensure!(
				Avatars::<T>::contains_key(key),
				"A9: a profile is of an avatar that does not exist"
			);
		}
		let owner = |key: AvatarKey| Avatars::<T>::get(key).map(|details| details.owner);
		Self::check_deposits(
			HoldReason::Profile,
			T::ProfileDeposit::get(),
			Profiles::<T>::iter_keys().filter_map(owner),
			"A6: an owner's deposits do not match its profiles",
		)
	}
}
