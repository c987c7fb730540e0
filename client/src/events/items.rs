// SPDX-License-Identifier: Apache-2.0
use super::Event;
use crate::records::WriteRefusal;
use codec::Decode;
use freehold_primitives::{
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId, WorldId},
};

event!("Items",
/// There is a new collection.
CollectionCreated {
	/// The collection.
	collection: CollectionId,
});

event!("Items",
/// There is a new kind.
KindCreated {
	/// The kind.
	kind: KindId,
});

event!("Items",
/// The royalty of a kind is another, or goes to others.
RoyaltySet {
	/// The kind.
	kind: KindId,
	/// What its creators get of a payment.
	rate: BasisPoints,
});

event!("Items",
/// Royalties were paid to those who share them.
RoyaltyPaid {
	/// The kind.
	kind: KindId,
	/// How many coins, in 10^-12 FHD.
	amount: Balance,
});

event!("Items",
/// There are new items, with serials from that of `first` on.
ItemsMinted {
	/// Their kind.
	kind: KindId,
	/// The first.
	first: ItemId,
	/// How many.
	count: u32,
});

event!("Items",
/// The items of a kind may have another attribute.
AttributeDefined {
	/// The kind.
	kind: KindId,
	/// The attribute's number.
	key: u8,
});

event!("Items",
/// A world's server wrote attributes.
AttributesWritten {
	/// The world.
	world: WorldId,
	/// How many.
	writes: u32,
	/// Those that were left out, each by its place in the call.
	refused: Vec<(u32, WriteRefusal)>,
});

event!("Items",
/// Something can be crafted.
RecipeCreated {
	/// The recipe.
	recipe: RecipeId,
});

event!("Items",
/// An avatar crafted something.
Crafted {
	/// The recipe.
	recipe: RecipeId,
	/// The avatar.
	avatar: AvatarId,
	/// What was made; none if it is units.
	item: Option<ItemId>,
});

event!("Items",
/// An avatar crafted something, and chance will tell what.
DrawOpened {
	/// The draw.
	draw: DrawId,
});

event!("Items",
/// Chance has told.
DrawSettled {
	/// The draw.
	draw: DrawId,
	/// The avatar that has what was drawn.
	avatar: AvatarId,
	/// The kind that was drawn.
	kind: KindId,
	/// How many.
	amount: u64,
	/// The item; none if it is units.
	item: Option<ItemId>,
});
