// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber},
	ids::{AvatarId, WorldId},
};

/// An avatar.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AvatarDetails {
	/// The account that owns it.
	pub owner: AccountId,
	/// How many device keys it has.
	pub devices: u8,
	/// How often it has changed owners.
	pub tenure: u32,
}

/// A handle, under its canonical form.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct HandleDetails {
	/// The avatar that has it, or had it last.
	pub avatar: AvatarId,
	/// The block in which it was released; none while it is in use.
	pub released_at: Option<BlockNumber>,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// An avatar offered with all that it owns.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct OfferDetails {
	/// The price, in 10^-12 FHD; none if it is 0.
	pub price: Balance,
	/// The only account that may accept; anyone if none.
	pub to: Option<AccountId>,
	/// The block in which it was made, which an acceptance names.
	pub offered_at: BlockNumber,
}

/// Which badge of an avatar: a world's, by the world's own number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadgeId {
	/// The world that states it.
	pub world: WorldId,
	/// Its number there.
	pub badge: u32,
}

/// What a world states about an avatar.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct BadgeDetails {
	/// The statement: up to 64 bytes that the chain does not read.
	pub fact: Vec<u8>,
	/// The block in which it was made.
	pub issued_at: BlockNumber,
	/// Last block in which it counts; for good if none.
	pub valid_until: Option<BlockNumber>,
	/// How often the avatar had changed owners then.
	pub tenure: u32,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// Whether a badge counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
	/// It does.
	InForce,
	/// Its time is over.
	Expired,
	/// It was stated of a former owner.
	OfFormerOwner,
}

impl BadgeDetails {
	/// Whether it counts in this block, for an avatar that has changed owners so often.
	pub fn validity(&self, now: BlockNumber, tenure: u32) -> Validity {
		if self.tenure != tenure {
			Validity::OfFormerOwner
		} else if self.valid_until.is_some_and(|until| until < now) {
			Validity::Expired
		} else {
			Validity::InForce
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_badge_counts_in_its_last_block_and_for_its_owner() {
		let badge = BadgeDetails {
			fact: b"citizen".to_vec(),
			issued_at: 1,
			valid_until: Some(9),
			tenure: 2,
			payer: [7; 32].into(),
		};

		assert_eq!(badge.validity(9, 2), Validity::InForce);
		assert_eq!(badge.validity(10, 2), Validity::Expired);
		assert_eq!(badge.validity(9, 3), Validity::OfFormerOwner);
		let lasting = BadgeDetails { valid_until: None, ..badge };
		assert_eq!(lasting.validity(BlockNumber::MAX, 2), Validity::InForce);
	}
}
