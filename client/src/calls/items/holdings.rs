// SPDX-License-Identifier: Apache-2.0
use crate::Call;
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, ItemId, KindId, WorldId},
};

/// Mints one item of a unique kind for each avatar named.
pub fn mint_items(kind: KindId, to: &[AvatarId]) -> Call {
	Call::new("Items", "mint_items", (kind, to))
}

/// Mints units of a stackable kind, so many for each avatar.
pub fn mint_units(kind: KindId, to: &[(AvatarId, u64)]) -> Call {
	Call::new("Items", "mint_units", (kind, to))
}

/// Gives an item to another avatar.
pub fn transfer_item(item: ItemId, to: AvatarId) -> Call {
	Call::new("Items", "transfer_item", (item, to))
}

/// Gives items to avatars, all or none.
pub fn transfer_items(transfers: &[(ItemId, AvatarId)]) -> Call {
	Call::new("Items", "transfer_batch", (transfers,))
}

/// Gives units to another avatar.
pub fn transfer_units(kind: KindId, from: AvatarId, to: AvatarId, amount: u64) -> Call {
	Call::new("Items", "transfer_units", (kind, from, to, amount))
}

/// Destroys an item.
pub fn burn_item(item: ItemId) -> Call {
	Call::new("Items", "burn_item", (item,))
}

/// Destroys units of an avatar.
pub fn burn_units(kind: KindId, avatar: AvatarId, amount: u64) -> Call {
	Call::new("Items", "burn_units", (kind, avatar, amount))
}

/// Has an avatar wear an item of its own in a slot.
pub fn equip(avatar: AvatarId, slot: u8, item: ItemId) -> Call {
	Call::new("Items", "equip", (avatar, slot, item))
}

/// Takes off what an avatar wears in a slot.
pub fn unequip(avatar: AvatarId, slot: u8) -> Call {
	Call::new("Items", "unequip", (avatar, slot))
}

/// Keeps an item where it is for a world, for a reason of that, until a block at most.
pub fn place_in_custody(item: ItemId, world: WorldId, reason: u16, until: BlockNumber) -> Call {
	Call::new("Items", "place_in_custody", (item, world, reason, until))
}

/// Lets an item go that is in the custody of a world that the caller serves.
pub fn release_from_custody(item: ItemId) -> Call {
	Call::new("Items", "release_from_custody", (item,))
}
