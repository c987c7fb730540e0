// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed. None of it makes an item another than it was, so
//! versions stay: an order that was signed before counts again when the lock is gone.

use crate::{Config, Error, Event, ItemDetails, Outfits, Pallet};
use freehold_primitives::{
	asset::{Custody, Holding, Lock},
	ids::{AvatarId, ItemId, WorldId},
	key::AvatarKey,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_equip(
		avatar: AvatarId,
		slot: u8,
		item: ItemId,
		details: ItemDetails,
	) -> DispatchResult {
		Outfits::<T>::try_mutate(AvatarKey::from(avatar), |outfit| outfit.try_insert(slot, item))
			.map_err(|_| Error::<T>::InvalidSlot)?;
		Self::set_lock(item, details, Some(Lock::Worn { slot }));
		Self::deposit_event(Event::Equipped { avatar, slot, item });
		Ok(())
	}

	pub(crate) fn do_unequip(
		avatar: AvatarId,
		slot: u8,
		(item, details): (ItemId, ItemDetails),
	) -> DispatchResult {
		Outfits::<T>::mutate_exists(AvatarKey::from(avatar), |outfit| {
			if let Some(worn) = outfit {
				worn.remove(&slot);
				if worn.is_empty() {
					*outfit = None;
				}
			}
		});
		Self::set_lock(item, details, None);
		Self::deposit_event(Event::Unequipped { avatar, slot, item });
		Ok(())
	}

	pub(crate) fn do_place_in_custody(
		item: ItemId,
		custody: Custody,
		details: ItemDetails,
	) -> DispatchResult {
		Self::set_lock(item, details, Some(Lock::Custody(custody)));
		Self::deposit_event(Event::PlacedInCustody { item, custody });
		Ok(())
	}

	pub(crate) fn do_release_from_custody(
		item: ItemId,
		details: ItemDetails,
		world: WorldId,
	) -> DispatchResult {
		Self::set_lock(item, details, None);
		Self::deposit_event(Event::ReleasedFromCustody { item, world });
		Ok(())
	}

	fn set_lock(item: ItemId, details: ItemDetails, lock: Option<Lock>) {
		let holding = Holding { lock, ..details.holding };
		Self::set_item(item, ItemDetails { holding, ..details });
	}
}
