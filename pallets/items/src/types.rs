// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, WorldId},
};
use scale_info::TypeInfo;

/// Who a collection belongs to.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Issuer {
	/// A world: its owner creates, its settlers mint too.
	#[codec(index = 0)]
	World(WorldId),
	/// An avatar: its owner creates and mints.
	#[codec(index = 1)]
	Avatar(AvatarId),
}

/// What a kind is made of.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Form {
	/// Items, each with a record of its own.
	#[codec(index = 0)]
	Unique,
	/// Units, of which avatars have amounts.
	#[codec(index = 1)]
	Stackable,
}

/// The record of a collection.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CollectionDetails<AccountId> {
	/// Who it belongs to.
	pub issuer: Issuer,
	/// The account that created or adopted it, and pays the deposits for all that is in it.
	pub payer: AccountId,
	/// Index of the kind created next.
	pub kinds: u32,
	/// Serial of the item minted next.
	pub items: u32,
}

impl<AccountId> CollectionDetails<AccountId> {
	/// A collection as it is created: empty.
	pub fn new(issuer: Issuer, payer: AccountId) -> Self {
		Self { issuer, payer, kinds: 0, items: 0 }
	}
}

/// The record of a kind.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct KindDetails {
	/// Whether it has unique items or units.
	pub form: Form,
	/// Most that will ever be minted; unlimited if none.
	pub max_supply: Option<u64>,
	/// How many items or units were minted.
	pub supply: u64,
}

impl KindDetails {
	/// A kind as it is created: none were minted.
	pub fn new(form: Form, max_supply: Option<u64>) -> Self {
		Self { form, max_supply, supply: 0 }
	}
}

/// The record of a unique item.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ItemDetails {
	/// Who owns it.
	pub holding: Holding,
	/// Index of its kind in its collection.
	pub kind: u32,
}

impl ItemDetails {
	/// An item as it is minted.
	pub fn new(owner: AvatarId, kind: u32) -> Self {
		Self { holding: Holding::new(owner), kind }
	}
}
