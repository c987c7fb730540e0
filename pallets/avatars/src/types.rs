// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::{AvatarId, WorldId},
	key::WorldKey,
};
use scale_info::TypeInfo;

/// What a badge says, as bytes that the chain does not read.
pub type Fact = BoundedVec<u8, ConstU32<64>>;

/// Key of a badge among those of its avatar: the world that attests it, and its number there,
/// big-endian, so that the badges of a world are neighbours and in order.
pub type BadgeKey = (WorldKey, [u8; 4]);

/// The key of the badge of this number.
pub fn badge_key(world: WorldId, badge: u32) -> BadgeKey {
	(WorldKey::from(world), badge.to_be_bytes())
}

/// The world and number of a badge.
pub fn badge_of((world, number): BadgeKey) -> (WorldId, u32) {
	(world.into(), u32::from_be_bytes(number))
}

/// The record of an avatar.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AvatarDetails<AccountId> {
	/// The account that owns it.
	pub owner: AccountId,
	/// How many device keys it has.
	pub devices: u8,
	/// How often it has changed owners. Wraps.
	pub tenure: u32,
}

impl<AccountId> AvatarDetails<AccountId> {
	/// An avatar as it is created: without device keys.
	pub fn new(owner: AccountId) -> Self {
		Self { owner, devices: 0, tenure: 0 }
	}

	/// The avatar after a change of owners, which revokes its device keys.
	#[must_use]
	pub fn moved_to(self, owner: AccountId) -> Self {
		Self { owner, devices: 0, tenure: self.tenure.wrapping_add(1) }
	}
}

/// The record of a handle that an avatar has, or had until a while ago.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct HandleDetails<AccountId> {
	/// The avatar that has or had it; one that had it may be retired.
	pub avatar: AvatarId,
	/// When it was released; none while the avatar has it.
	pub released_at: Option<BlockNumber>,
	/// Whose deposit is held for the record.
	pub payer: AccountId,
}

/// The record of an avatar that is offered for sale.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OfferDetails<AccountId> {
	/// What it costs, from account to account. Zero only for the one account in `to`.
	pub price: Balance,
	/// The only account that may accept; any if none.
	pub to: Option<AccountId>,
	/// The block in which it was offered.
	pub offered_at: BlockNumber,
}

/// The record of what a world attests of an avatar.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BadgeDetails<AccountId> {
	/// What it says.
	pub fact: Fact,
	/// The block in which this was attested.
	pub issued_at: BlockNumber,
	/// Last block in which it counts; for good if none.
	pub valid_until: Option<BlockNumber>,
	/// How often the avatar had changed owners then.
	pub tenure: u32,
	/// Whose deposit is held for the record.
	pub payer: AccountId,
}

impl<AccountId> BadgeDetails<AccountId> {
	/// Whether its last block is past.
	pub fn is_expired(&self, now: BlockNumber) -> bool {
		self.valid_until.is_some_and(|last| last < now)
	}

	/// What it is worth now to an avatar that has changed owners so many times.
	pub fn validity(&self, tenure: u32, now: BlockNumber) -> Validity {
		if self.tenure != tenure {
			Validity::OfFormerOwner
		} else if self.is_expired(now) {
			Validity::Expired
		} else {
			Validity::InForce
		}
	}
}

/// What a badge is worth.
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
pub enum Validity {
	/// It counts.
	#[codec(index = 0)]
	InForce,
	/// Its last block is past.
	#[codec(index = 1)]
	Expired,
	/// It was attested while another account owned the avatar, whether it has expired or not.
	#[codec(index = 2)]
	OfFormerOwner,
}

/// A badge as it is listed.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Badge {
	/// The world that attests it.
	pub world: WorldId,
	/// Its number among those that the world gave the avatar.
	pub number: u32,
	/// What it says.
	pub fact: Fact,
	/// The block in which this was attested.
	pub issued_at: BlockNumber,
	/// Last block in which it counts; for good if none.
	pub valid_until: Option<BlockNumber>,
	/// What it is worth now.
	pub validity: Validity,
}
