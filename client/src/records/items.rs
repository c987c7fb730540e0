// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::Holding,
	chain::AccountId,
	ids::{AvatarId, WorldId},
};

/// Who makes the items of a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Issuer {
	/// A world's operator and settlers.
	World(WorldId),
	/// An avatar's owner.
	Avatar(AvatarId),
}

/// A collection of items.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CollectionDetails {
	/// Who mints.
	pub issuer: Issuer,
	/// Of whom the deposits are held.
	pub payer: AccountId,
	/// How many kinds it has.
	pub kinds: u32,
	/// How many items were minted.
	pub items: u32,
}

/// Whether the items of a kind can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Form {
	/// Each has its own record.
	Unique,
	/// There are only amounts.
	Stackable,
}

/// A kind of item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct KindDetails {
	/// Unique or stackable.
	pub form: Form,
	/// Most that there may be.
	pub max_supply: Option<u64>,
	/// How many there are.
	pub supply: u64,
}

/// A unique item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ItemDetails {
	/// Who owns it.
	pub holding: Holding,
	/// Its kind's place in the collection.
	pub kind: u32,
}
