// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	asset::{Class, Holding, Owned},
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, KindId},
};
use scale_info::TypeInfo;

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
	/// Its kind's royalty when it was minted: it never pays more.
	pub royalty: BasisPoints,
	/// How many attributes it has.
	pub attributes: u8,
}

impl ItemDetails {
	/// An item as it is minted.
	pub fn new(owner: AvatarId, kind: u32, royalty: BasisPoints) -> Self {
		Self { holding: Holding::new(owner), kind, royalty, attributes: 0 }
	}

	/// The kind of an item of this collection.
	pub fn kind_in(&self, collection: CollectionId) -> KindId {
		KindId { collection, index: self.kind }
	}

	/// What trades have to know of an item of this collection.
	pub fn owned_in(&self, collection: CollectionId) -> Owned {
		let class = Class { kind: self.kind_in(collection), royalty: self.royalty };
		Owned { holding: self.holding, class: Some(class) }
	}
}
