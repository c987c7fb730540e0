// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber},
	ids::{AvatarId, LeaseId},
};

/// What owner and tenant agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LeaseTerms {
	/// Rent of a period, in 10^-12 FHD.
	pub price: Balance,
	/// How many blocks a period has.
	pub period: BlockNumber,
	/// Fewest periods.
	pub least: u32,
	/// Most periods.
	pub most: u32,
	/// How many blocks ahead either side ends it.
	pub notice: BlockNumber,
	/// What the tenant gets back unless it leaves before the fewest periods are over.
	pub deposit: Balance,
	/// Whether the tenant may pass it on.
	pub sublet: bool,
	/// The only avatar that may accept; anyone if none.
	pub tenant: Option<AvatarId>,
}

/// A site offered for rent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LeaseOffer {
	/// Under which terms.
	pub terms: LeaseTerms,
	/// How often the site had changed hands when it was made: it is dead after the next time.
	pub tenure: u32,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// A site that is let.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Lease {
	/// Its id.
	pub id: LeaseId,
	/// Who rents.
	pub tenant: AvatarId,
	/// Under which terms.
	pub terms: LeaseTerms,
	/// First block of it.
	pub start: BlockNumber,
	/// First block after it.
	pub end: BlockNumber,
	/// Rent that the tenant has paid ahead.
	pub paid: Balance,
	/// What of it the owner has got.
	pub collected: Balance,
	/// What is kept of the tenant beside the rent.
	pub deposit: Balance,
	/// Whether notice was given.
	pub ending: bool,
	/// Of whom the record's deposit is held.
	pub payer: AccountId,
}

impl Lease {
	/// Whether it counts in this block.
	pub fn is_in_force(&self, now: BlockNumber) -> bool {
		now < self.end
	}

	/// Coins that are kept aside for it: rent that nobody has got, and the tenant's deposit.
	pub fn escrowed(&self) -> Balance {
		self.paid.saturating_sub(self.collected).saturating_add(self.deposit)
	}
}
