// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::AccountId,
	ids::{ItemId, WorldId},
};
use std::fmt;

/// Who writes the attributes of one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Writer {
	/// The owner of who issues the kind.
	#[codec(index = 0)]
	Issuer,
	/// The owner of the avatar that has the item, unless it is locked.
	#[codec(index = 1)]
	Holder,
	/// The servers of this world.
	#[codec(index = 2)]
	Server(WorldId),
}

impl fmt::Display for Writer {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Issuer => f.pad("the issuer"),
			Self::Holder => f.pad("the holder"),
			Self::Server(world) => write!(f, "servers of world {world}"),
		}
	}
}

/// An attribute that a kind defines.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AttributeKey {
	/// What it is called: up to 32 bytes.
	pub name: String,
	/// Who writes it.
	pub writer: Writer,
	/// The serial of the first item that it is written of.
	pub from: u32,
}

/// An attribute of an item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AttributeDetails {
	/// What it says: up to 64 bytes that the chain does not read.
	pub value: Vec<u8>,
	/// At which counter servers wrote it; 0 if others write it.
	pub counter: u64,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// What a server writes of one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Write {
	/// The item.
	pub item: ItemId,
	/// The number of the attribute in the item's kind.
	pub key: u8,
	/// Higher than at any time before.
	pub counter: u64,
	/// What it says: up to 64 bytes.
	pub value: Vec<u8>,
}

/// Why a server's write was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum WriteRefusal {
	/// There is no such item.
	#[codec(index = 0)]
	UnknownItem,
	/// The item's kind has no such attribute.
	#[codec(index = 1)]
	UnknownKey,
	/// The servers of this world do not write the attribute.
	#[codec(index = 2)]
	NotWriter,
	/// It was written with this counter or a higher one before.
	#[codec(index = 3)]
	Stale,
	/// The item is up for auction.
	#[codec(index = 4)]
	UpForAuction,
	/// The counter is too far above the one before.
	#[codec(index = 5)]
	TooFarAhead,
}

impl fmt::Display for WriteRefusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.pad(match self {
			Self::UnknownItem => "there is no such item",
			Self::UnknownKey => "the item's kind has no such attribute",
			Self::NotWriter => "others write the attribute, or the item is older than it",
			Self::Stale => "it was written with this counter or a higher one before",
			Self::UpForAuction => "the item is up for auction",
			Self::TooFarAhead => "the counter is too far above the one before",
		})
	}
}
