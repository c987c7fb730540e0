// SPDX-License-Identifier: Apache-2.0
use crate::{asset::Unmovable, purse::Unspendable};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// Why a trade was not settled. The numbers never change and are never used again.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Refusal {
	/// The order says nothing that could be done.
	#[codec(index = 1)]
	Malformed,
	/// The order is for another world.
	#[codec(index = 2)]
	WrongWorld,
	/// Maker and taker are the same avatar.
	#[codec(index = 3)]
	SelfTrade,
	/// The order names another taker.
	#[codec(index = 4)]
	WrongTaker,
	/// The taker accepts fewer or more lots than the order allows.
	#[codec(index = 5)]
	LotsOutOfRange,
	/// The order or its acceptance was valid until an earlier block.
	#[codec(index = 6)]
	Expired,
	/// The order or its acceptance would be valid for longer than any may be.
	#[codec(index = 7)]
	LivesTooLong,
	/// The world and the creators take more of a payment than who is paid agreed to.
	#[codec(index = 8)]
	DeductionTooHigh,
	/// There is no such avatar.
	#[codec(index = 9)]
	UnknownAvatar,
	/// The avatar has no device key in that slot.
	#[codec(index = 10)]
	UnknownKey,
	/// The device key was valid until an earlier block.
	#[codec(index = 11)]
	KeyExpired,
	/// The device key is for another world.
	#[codec(index = 12)]
	KeyForOtherWorld,
	/// The maker did not sign the order.
	#[codec(index = 13)]
	BadOrderSignature,
	/// The taker did not sign the acceptance.
	#[codec(index = 14)]
	BadAcceptanceSignature,
	/// The order or the acceptance has a number that was spent.
	#[codec(index = 15)]
	AlreadySpent,
	/// The number is so old that later ones voided it.
	#[codec(index = 16)]
	NumberVoid,
	/// The number lies too far ahead of the last one.
	#[codec(index = 17)]
	NumberTooFar,
	/// There is no such asset.
	#[codec(index = 18)]
	UnknownAsset,
	/// The asset has changed hands since the order was signed, or is no longer what it was.
	#[codec(index = 19)]
	Moved,
	/// Someone else owns the asset.
	#[codec(index = 20)]
	NotOwner,
	/// The asset is locked.
	#[codec(index = 21)]
	Locked,
	/// The purse has fewer coins than are to be paid.
	#[codec(index = 22)]
	TooFewCoins,
	/// The avatar has fewer units than are to be given.
	#[codec(index = 23)]
	TooFewUnits,
	/// The amounts are beyond what can be counted.
	#[codec(index = 24)]
	Overflow,
	/// The avatar is offered for sale, so nothing leaves it.
	#[codec(index = 25)]
	Frozen,
	/// The device may not give away as much.
	#[codec(index = 26)]
	OverLimit,
	/// Items of the kind are traded in their home world only.
	#[codec(index = 27)]
	NotTradableHere,
	/// Items of the kind stay with the avatar that got them.
	#[codec(index = 28)]
	Soulbound,
	/// Too many orders of the maker's key are partly filled.
	#[codec(index = 29)]
	TooManyFills,
}

impl Refusal {
	/// The reason in a sentence, for people.
	pub fn explanation(self) -> &'static str {
		match self {
			Self::Malformed => "the order says nothing that could be done",
			Self::WrongWorld => "the order is for another world",
			Self::SelfTrade => "maker and taker are the same avatar",
			Self::WrongTaker => "the order names another taker",
			Self::LotsOutOfRange => "the order does not allow this number of lots",
			Self::Expired => "the order or its acceptance has expired",
			Self::LivesTooLong => "the order or its acceptance would be valid for too long",
			Self::DeductionTooHigh => "fee and royalty are above what who is paid agreed to",
			Self::UnknownAvatar => "there is no such avatar",
			Self::UnknownKey => "the avatar has no device key in that slot",
			Self::KeyExpired => "the device key has expired",
			Self::KeyForOtherWorld => "the device key is for another world",
			Self::BadOrderSignature => "the maker did not sign the order for this chain",
			Self::BadAcceptanceSignature => "the taker did not sign the acceptance for this chain",
			Self::AlreadySpent => "its number was spent before",
			Self::NumberVoid => "its number is void: much later ones were spent",
			Self::NumberTooFar => "its number lies too far ahead",
			Self::UnknownAsset => "there is no such asset",
			Self::Moved => "the asset is no longer what it was when the order was signed",
			Self::NotOwner => "someone else owns the asset",
			Self::Locked => "the asset is locked",
			Self::TooFewCoins => "the purse has too few coins",
			Self::TooFewUnits => "the avatar has too few units",
			Self::Overflow => "the amounts are too large to count",
			Self::Frozen => "the avatar is offered for sale",
			Self::OverLimit => "the device may not give away as much",
			Self::NotTradableHere => "items of the kind are traded in their home world only",
			Self::Soulbound => "items of the kind stay with their avatar",
			Self::TooManyFills => "too many orders of the maker's key are partly filled",
		}
	}
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.pad(self.explanation())
	}
}

impl From<Unspendable> for Refusal {
	fn from(reason: Unspendable) -> Self {
		match reason {
			Unspendable::Spent => Self::AlreadySpent,
			Unspendable::Void => Self::NumberVoid,
			Unspendable::TooFar => Self::NumberTooFar,
		}
	}
}

impl From<Unmovable> for Refusal {
	fn from(reason: Unmovable) -> Self {
		match reason {
			Unmovable::NotOwner => Self::NotOwner,
			Unmovable::Locked => Self::Locked,
		}
	}
}
