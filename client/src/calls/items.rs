// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{Form, Issuer},
	Call,
};
use freehold_primitives::ids::{AvatarId, CollectionId, ItemId, KindId};

/// Creates a collection.
pub fn create_collection(issuer: Issuer) -> Call {
	Call::new("Items", "create_collection", (issuer,))
}

/// Takes over the deposits of a collection whose world or avatar the caller owns by now.
pub fn adopt_collection(collection: CollectionId) -> Call {
	Call::new("Items", "adopt_collection", (collection,))
}

/// Creates a kind of item in a collection.
pub fn create_kind(collection: CollectionId, form: Form, max_supply: Option<u64>) -> Call {
	Call::new("Items", "create_kind", (collection, form, max_supply))
}

/// Mints one item of a unique kind for each avatar named.
pub fn mint_items(kind: KindId, to: &[AvatarId]) -> Call {
	Call::new("Items", "mint_items", (kind, to))
}

/// Mints units of a stackable kind.
pub fn mint_units(kind: KindId, to: AvatarId, amount: u64) -> Call {
	Call::new("Items", "mint_units", (kind, to, amount))
}

/// Gives an item to another avatar.
pub fn transfer_item(item: ItemId, to: AvatarId) -> Call {
	Call::new("Items", "transfer_item", (item, to))
}

/// Gives units to another avatar.
pub fn transfer_units(kind: KindId, from: AvatarId, to: AvatarId, amount: u64) -> Call {
	Call::new("Items", "transfer_units", (kind, from, to, amount))
}
