// SPDX-License-Identifier: Apache-2.0
//! What other pallets and the settlement kernel ask of this one.

use crate::{Avatars, Config, Devices, Error, Pallet, Purses};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	chain::AccountId,
	device::Signer,
	ids::AvatarId,
	key::AvatarKey,
	purse::{LaneIndex, Purse},
	traits,
};
use sp_runtime::{traits::AccountIdConversion, DispatchResult};

/// The lane of the owner's own orders.
const OWNER_LANE: LaneIndex = 0;

impl<T: Config> traits::Avatars<T::AccountId> for Pallet<T> {
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		let exists = Avatars::<T>::contains_key(AvatarKey::from(avatar));
		ensure!(exists, Error::<T>::UnknownAvatar);
		Ok(())
	}

	fn ensure_owner(who: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_owned(who, avatar)?;
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The account that holds the coins of all purses.
	pub fn pot() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Writes the purse of an avatar that exists, for the settlement kernel, which has read it.
	pub fn set_purse(avatar: AvatarId, purse: Purse) {
		Purses::<T>::insert(AvatarKey::from(avatar), purse);
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
