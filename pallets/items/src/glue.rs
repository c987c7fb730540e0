// SPDX-License-Identifier: Apache-2.0
//! What the settlement kernel reads and writes.

use crate::{Config, Items, Pallet, Units};
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, ItemId, KindId},
	key::{AvatarKey, ItemKey, KindKey},
};

impl<T: Config> Pallet<T> {
	/// Who owns the item.
	pub fn holding(item: ItemId) -> Option<Holding> {
		Items::<T>::get(ItemKey::from(item)).map(|details| details.holding)
	}

	/// Writes who owns an item that exists. Who calls it counts the records of both avatars.
	pub fn set_holding(item: ItemId, holding: Holding) {
		Items::<T>::mutate(ItemKey::from(item), |details| {
			if let Some(details) = details {
				details.holding = holding;
			}
		});
	}

	/// How many units of the kind the avatar has; zero of a kind that does not exist.
	pub fn units_of(kind: KindId, avatar: AvatarId) -> u64 {
		Units::<T>::get(KindKey::from(kind), AvatarKey::from(avatar))
	}

	/// Writes how many units an avatar has, and keeps no record of zero. Who calls it sees to it
	/// that the sum over all avatars stays the kind's supply, and counts the records of avatars.
	pub fn set_units(kind: KindId, avatar: AvatarId, amount: u64) {
		let (kind, avatar) = (KindKey::from(kind), AvatarKey::from(avatar));
		if amount == 0 {
			Units::<T>::remove(kind, avatar);
		} else {
			Units::<T>::insert(kind, avatar, amount);
		}
	}
}
