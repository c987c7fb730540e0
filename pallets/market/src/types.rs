// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	chain::{Balance, Hash},
	ids::{AvatarId, WorldId},
};
use scale_info::TypeInfo;

/// The record of a listing.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ListingDetails<AccountId> {
	/// The world whose fee applies, unless it was closed since.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// The account that paid the deposit.
	pub payer: AccountId,
	/// What the asset costs, in 10^-12 FHD.
	pub price: Balance,
}

/// The record of a settled batch.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LastBatch {
	/// Its number; the first is 1.
	pub seq: u64,
	/// Blake2b-256 hash of its trades, SCALE-encoded.
	pub hash: Hash,
}
