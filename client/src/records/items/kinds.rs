// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::BlockNumber,
	fee::{BasisPoints, Raise},
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
};
use std::collections::BTreeMap;

/// Whether the items of a kind can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Form {
	/// Each has its own record.
	Unique,
	/// There are only amounts.
	Stackable,
}

impl Form {
	/// Its name, in lower case.
	pub fn name(self) -> &'static str {
		match self {
			Self::Unique => "unique",
			Self::Stackable => "stackable",
		}
	}
}

/// What may be done with what is of a kind. It is only ever loosened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Rules {
	/// Whether it may be given and traded; else it stays with its avatar.
	pub transferable: bool,
	/// Whether its holder may destroy it.
	pub burnable: bool,
	/// The only world in which it may be moved for something; any if none.
	pub home: Option<WorldId>,
}

/// A kind of item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct KindDetails {
	/// Unique or stackable.
	pub form: Form,
	/// Most that may ever be minted.
	pub max_supply: Option<u64>,
	/// How many were ever minted.
	pub minted: u64,
	/// How many of these are gone.
	pub burned: u64,
	/// How many are kept for draws that are open.
	pub reserved: u64,
	/// What may be done with them.
	pub rules: Rules,
	/// What its creators get of a payment for it now.
	pub royalty: BasisPoints,
	/// The last time that this was raised, if ever.
	pub raise: Option<Raise>,
	/// How many attributes it defines.
	pub attributes: u8,
}

impl KindDetails {
	/// How many there are.
	pub fn supply(&self) -> u64 {
		self.minted.saturating_sub(self.burned)
	}
}

/// Who gets a part of a kind's royalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Share {
	/// The avatar whose purse it goes to.
	pub to: AvatarId,
	/// How much of a payment.
	pub rate: BasisPoints,
}

/// A unique item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ItemDetails {
	/// Who owns it.
	pub holding: Holding,
	/// Its kind's place in the collection.
	pub kind: u32,
	/// The royalty of its kind when it was minted: the most that is ever taken.
	pub royalty: BasisPoints,
	/// How many attributes it has.
	pub attributes: u8,
}

impl ItemDetails {
	/// The kind of an item of this collection.
	pub fn kind_in(&self, collection: CollectionId) -> KindId {
		KindId { collection, index: self.kind }
	}

	/// The item as it is in this block: a custody that is over keeps it no longer.
	#[must_use]
	pub fn at(mut self, now: BlockNumber) -> Self {
		let over = |lock: &Lock| matches!(lock, Lock::Custody(custody) if custody.until < now);
		self.holding.lock = self.holding.lock.filter(|lock| !over(lock));
		self
	}
}

/// What an avatar wears, by slot.
pub type Outfit = BTreeMap<u8, ItemId>;

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::asset::Custody;

	#[test]
	fn a_custody_is_over_after_its_last_block() {
		let custody = Custody { world: WorldId(1), reason: 2, until: 9 };
		let lock = Some(Lock::Custody(custody));
		let holding = Holding { lock, ..Holding::new(AvatarId(3)) };
		let item = ItemDetails { holding, kind: 0, royalty: 0, attributes: 0 };

		assert_eq!(item.at(9).holding.lock, lock);
		assert_eq!(item.at(10).holding.lock, None);
	}

	#[test]
	fn what_was_burned_is_not_there() {
		let kind = KindDetails {
			form: Form::Stackable,
			max_supply: None,
			minted: 9,
			burned: 2,
			reserved: 1,
			rules: Rules { transferable: true, burnable: true, home: None },
			royalty: 0,
			raise: None,
			attributes: 0,
		};

		assert_eq!(kind.supply(), 7);
	}
}
