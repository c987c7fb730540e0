// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{
	handle::{canonical, is_valid, Canonical, Handle},
	Config, Error, HandleDetails, HandleOf, Handles, Pallet,
};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{chain::BlockNumber, ids::AvatarId, key::AvatarKey};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The record of the handle from when it was released, if there is one.
	pub(crate) fn ensure_can_claim_handle(
		who: &T::AccountId,
		avatar: AvatarId,
		handle: &Handle,
	) -> Result<Option<HandleDetails<T::AccountId>>, DispatchError> {
		Self::ensure_disposes(who, avatar)?;
		ensure!(is_valid(handle), Error::<T>::InvalidHandle);
		ensure!(!HandleOf::<T>::contains_key(AvatarKey::from(avatar)), Error::<T>::HandleSet);
		let record = Handles::<T>::get(canonical(handle));
		if let Some(details) = &record {
			let released_at = details.released_at.ok_or(Error::<T>::HandleTaken)?;
			let free = details.avatar == avatar || Self::has_cooled(released_at);
			ensure!(free, Error::<T>::HandleCooling);
		}
		Ok(record)
	}

	/// The handle, as the avatar has it.
	pub(crate) fn ensure_can_release_handle(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> Result<Handle, DispatchError> {
		Self::ensure_disposes(who, avatar)?;
		Self::handle(avatar).ok_or(Error::<T>::NoHandle.into())
	}

	/// The handle in canonical form, and its record.
	pub(crate) fn ensure_can_sweep_handle(
		handle: &Handle,
	) -> Result<(Canonical, HandleDetails<T::AccountId>), DispatchError> {
		ensure!(is_valid(handle), Error::<T>::InvalidHandle);
		let form = canonical(handle);
		let details = Handles::<T>::get(&form).ok_or(Error::<T>::UnknownHandle)?;
		let released_at = details.released_at.ok_or(Error::<T>::HandleTaken)?;
		ensure!(Self::has_cooled(released_at), Error::<T>::HandleCooling);
		Ok((form, details))
	}

	/// Whether a handle that was released then is anyone's to claim.
	fn has_cooled(released_at: BlockNumber) -> bool {
		Self::now().saturating_sub(released_at) >= T::HandleCooldown::get()
	}
}
