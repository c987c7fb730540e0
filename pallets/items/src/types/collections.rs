// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	pointer::Pointer,
};
use scale_info::TypeInfo;

/// What a collection is called, in UTF-8.
pub type CollectionName = BoundedVec<u8, ConstU32<64>>;

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

/// The record of a collection. Its counters tell what its payer's deposits are held for, so that
/// they can be moved at once.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CollectionDetails<AccountId> {
	/// Who it belongs to.
	pub issuer: Issuer,
	/// The account that created, adopted or accepted it, and pays the deposits for all that is in
	/// it.
	pub payer: AccountId,
	/// Index of the kind created next.
	pub kinds: u32,
	/// How many kinds it has.
	pub live_kinds: u32,
	/// Serial of the item minted next.
	pub items: u32,
	/// How many items it has.
	pub live_items: u32,
	/// How many attributes its kinds define, all together.
	pub attribute_keys: u32,
	/// How many recipes it has.
	pub recipes: u32,
	/// Whether its issuer is bound to make nothing more, for good.
	pub frozen: bool,
	/// Who may have it, if it is offered; void if the issuer is no longer the payer's.
	pub offered_to: Option<Issuer>,
}

impl<AccountId> CollectionDetails<AccountId> {
	/// A collection as it is created: empty.
	pub fn new(issuer: Issuer, payer: AccountId) -> Self {
		Self {
			issuer,
			payer,
			kinds: 0,
			live_kinds: 0,
			items: 0,
			live_items: 0,
			attribute_keys: 0,
			recipes: 0,
			frozen: false,
			offered_to: None,
		}
	}
}

/// What a collection is called, and where more about it is found.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct MetadataDetails {
	/// Its name: UTF-8, and not empty.
	pub name: CollectionName,
	/// Where more is found, if anywhere.
	pub pointer: Option<Pointer>,
}
