// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, ItemDetails, Outfits, Pallet, SLOTS};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	asset::{Custody, Lock},
	ids::{AvatarId, ItemId, KindId, WorldId},
	key::AvatarKey,
	traits::{Avatars, Worlds},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The item as it is.
	pub(crate) fn ensure_can_equip(
		who: &T::AccountId,
		avatar: AvatarId,
		slot: u8,
		item: ItemId,
	) -> Result<ItemDetails, DispatchError> {
		T::Avatars::ensure_owner(who, avatar)?;
		ensure!(u32::from(slot) < SLOTS, Error::<T>::InvalidSlot);
		let details = Self::ensure_item(item)?;
		ensure!(details.holding.owner == avatar, Error::<T>::NotOwner);
		Self::ensure_unlocked(&details.holding)?;
		ensure!(Self::worn(avatar, slot).is_none(), Error::<T>::SlotTaken);
		Ok(details)
	}

	/// The item that is worn there, as it is.
	pub(crate) fn ensure_can_unequip(
		who: &T::AccountId,
		avatar: AvatarId,
		slot: u8,
	) -> Result<(ItemId, ItemDetails), DispatchError> {
		T::Avatars::ensure_owner(who, avatar)?;
		ensure!(u32::from(slot) < SLOTS, Error::<T>::InvalidSlot);
		let item = Self::worn(avatar, slot).ok_or(Error::<T>::SlotEmpty)?;
		Self::ensure_item(item).map(|details| (item, details))
	}

	/// The item as it is.
	pub(crate) fn ensure_can_place_in_custody(
		who: &T::AccountId,
		item: ItemId,
		custody: Custody,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::ensure_own_item(who, item)?;
		Self::ensure_unlocked(&details.holding)?;
		T::Worlds::ensure_open(custody.world)?;
		let ahead = custody.until.checked_sub(Self::now()).ok_or(Error::<T>::InvalidExpiry)?;
		ensure!(ahead <= T::MaxCustody::get(), Error::<T>::TooLong);
		Ok(details)
	}

	/// The item as it is, and the world that lets it go.
	pub(crate) fn ensure_can_release_from_custody(
		who: &T::AccountId,
		item: ItemId,
	) -> Result<(ItemDetails, WorldId), DispatchError> {
		let details = Self::ensure_item(item)?;
		let Some(Lock::Custody(Custody { world, .. })) = details.holding.lock else {
			return Err(Error::<T>::NotInCustody.into());
		};
		let in_charge = T::Worlds::ensure_owner(who, world).is_ok();
		// Nobody settles for a world that is closed or suspended, perhaps for good.
		let stranded = T::Worlds::ensure_open(world).is_err();
		if stranded && !in_charge {
			T::Avatars::ensure_owner(who, details.holding.owner)?;
		} else if !in_charge {
			T::Worlds::ensure_settler(who, world)?;
		}
		Ok((details, world))
	}

	fn worn(avatar: AvatarId, slot: u8) -> Option<ItemId> {
		Outfits::<T>::get(AvatarKey::from(avatar)).get(&slot).copied()
	}

	/// Each item that an avatar wears, by slot: at most as many as there are slots.
	pub(crate) fn listed_outfit(avatar: AvatarId) -> Vec<(u8, ItemId, KindId)> {
		Outfits::<T>::get(AvatarKey::from(avatar))
			.into_iter()
			.filter_map(|(slot, item)| {
				let details = Self::item_now(item)?;
				Some((slot, item, details.kind_in(item.collection)))
			})
			.collect()
	}
}
