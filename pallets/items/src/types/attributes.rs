// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::ids::{ItemId, WorldId};
use scale_info::TypeInfo;

/// Most attribute keys that a kind may define, and so most attributes that an item may have.
pub const MAX_ATTRIBUTES: u32 = 32;

/// How far above the counter before, or above zero, that of a server's write may be. One stolen key
/// could otherwise write with the last one there is, and nobody ever again. Milliseconds since 1970
/// are a counter too, for another hundred years.
pub const MAX_COUNTER_STEP: u64 = 1 << 42;

/// The name of an attribute, in UTF-8, unique in its kind.
pub type AttributeName = BoundedVec<u8, ConstU32<32>>;

/// What an attribute says, as bytes that the chain does not read.
pub type Value = BoundedVec<u8, ConstU32<64>>;

/// Changes of some of an item's attributes: the number of each key, and its value; none removes
/// it.
pub type Changes = BoundedVec<(u8, Option<Value>), ConstU32<MAX_ATTRIBUTES>>;

/// Who writes the attributes of one key.
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
pub enum Writer {
	/// Who owns the world or the avatar that issues the kind.
	#[codec(index = 0)]
	Issuer,
	/// Who owns the avatar that has the item, unless it is locked.
	#[codec(index = 1)]
	Holder,
	/// The servers of this world, in the order of a counter of their own.
	#[codec(index = 2)]
	Server(WorldId),
}

/// The record of a key that the items of a kind may have an attribute of.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AttributeKey {
	/// What it is called.
	pub name: AttributeName,
	/// Who writes it; never changes.
	pub writer: Writer,
	/// The lowest serial of an item that it is written of: unless the holder writes it, that of the
	/// item minted next when it was defined. Who had an item before never agreed to it.
	pub from: u32,
}

/// The record of an attribute of an item.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AttributeDetails<AccountId> {
	/// What it says.
	pub value: Value,
	/// The counter that the servers wrote it at: only grows. Zero if others write it.
	pub counter: u64,
	/// Who wrote it last, and whose deposit is held for the record.
	pub payer: AccountId,
}

/// What a server writes of one attribute.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Write {
	/// The item.
	pub item: ItemId,
	/// The number of the key in the item's kind.
	pub key: u8,
	/// Higher than that of every state of the attribute that was written before.
	pub counter: u64,
	/// What it says; may be empty.
	pub value: Value,
}

/// Why a server's write was passed over. Numbers are never reused.
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
pub enum WriteRefusal {
	/// There is no such item, or it was burned.
	#[codec(index = 0)]
	UnknownItem,
	/// The item's kind has no such key.
	#[codec(index = 1)]
	UnknownKey,
	/// The servers of this world do not write the key.
	#[codec(index = 2)]
	NotWriter,
	/// A state with the same counter or a higher one was written before.
	#[codec(index = 3)]
	Stale,
	/// The item is up for auction: it is what was bid for.
	#[codec(index = 4)]
	UpForAuction,
	/// The counter is more than [`MAX_COUNTER_STEP`] above the one before.
	#[codec(index = 5)]
	TooFarAhead,
}
