// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::AccountId,
	ids::{AvatarId, WorldId},
	pointer::Pointer,
};
use std::fmt;

/// Who makes the items of a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Issuer {
	/// A world's operator and settlers.
	World(WorldId),
	/// An avatar's owner.
	Avatar(AvatarId),
}

impl fmt::Display for Issuer {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::World(world) => write!(f, "world {world}"),
			Self::Avatar(avatar) => write!(f, "avatar {avatar}"),
		}
	}
}

/// A collection of items.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CollectionDetails {
	/// Who mints.
	pub issuer: Issuer,
	/// Of whom the deposits are held.
	pub payer: AccountId,
	/// How many kinds it ever had: the index of the next.
	pub kinds: u32,
	/// How many kinds it has.
	pub live_kinds: u32,
	/// How many items were ever minted: the serial of the next.
	pub items: u32,
	/// How many items there are.
	pub live_items: u32,
	/// How many attributes its kinds define, all together.
	pub attribute_keys: u32,
	/// How many recipes it has.
	pub recipes: u32,
	/// Whether the issuer may make nothing more of it, for good.
	pub frozen: bool,
	/// Who may become its issuer.
	pub offered_to: Option<Issuer>,
}

/// What a collection is called.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CollectionMetadata {
	/// Its name: 1 to 64 bytes.
	pub name: String,
	/// Where more about it is found.
	pub pointer: Option<Pointer>,
}
