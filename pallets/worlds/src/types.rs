// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	fee::{Fee, FeeSchedule},
	land::Area,
	pointer::Pointer,
};
use scale_info::TypeInfo;

/// The record of a world.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct WorldDetails<AccountId> {
	/// The account that operates it.
	pub owner: AccountId,
	/// Its grid.
	pub bounds: Area,
	/// What it keeps of each payment made in it, and what was announced.
	pub fee: FeeSchedule,
	/// How many settlers it has, expired ones included.
	pub settlers: u32,
	/// How many records of other pallets need it: it can't be closed before there are none.
	pub consumers: u32,
	/// Whether its owner has stopped it.
	pub suspended: bool,
	/// The account that may become its owner.
	pub offered_to: Option<AccountId>,
}

impl<AccountId> WorldDetails<AccountId> {
	/// A world as it is registered: open, with nothing in it.
	pub fn new(owner: AccountId, bounds: Area, fee: Option<Fee>) -> Self {
		Self {
			owner,
			bounds,
			fee: fee.into(),
			settlers: 0,
			consumers: 0,
			suspended: false,
			offered_to: None,
		}
	}
}

/// The record of a settler.
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
pub struct SettlerDetails {
	/// The last block in which it may act for the world.
	pub valid_until: BlockNumber,
	/// Most coins that it may settle in one block; as many as it likes if none.
	pub cap: Option<Balance>,
	/// The coins that it settled under its cap in the block `spent_in`; not counted without one.
	pub spent: Balance,
	/// The block in which it last settled under a cap; zero before the first.
	pub spent_in: BlockNumber,
}

impl SettlerDetails {
	/// A settler that has settled nothing yet.
	pub fn new(valid_until: BlockNumber, cap: Option<Balance>) -> Self {
		Self { valid_until, cap, spent: 0, spent_in: 0 }
	}

	/// The same settler under other terms. What it settled in this block still counts, so that
	/// a new cap is not a second one.
	#[must_use]
	pub fn renewed(self, valid_until: BlockNumber, cap: Option<Balance>) -> Self {
		Self { valid_until, cap, ..self }
	}

	/// Whether it may act for its world in the block `now`.
	pub fn is_valid(&self, now: BlockNumber) -> bool {
		self.valid_until >= now
	}

	/// The settler after it settles `value` more coins in the block `now`; none if that is more
	/// than its cap allows. Without a cap nothing is counted, so that a settlement writes nothing
	/// here.
	#[must_use]
	pub fn after(self, value: Balance, now: BlockNumber) -> Option<Self> {
		let Some(cap) = self.cap else { return Some(self) };
		let before = if self.spent_in == now { self.spent } else { 0 };
		let spent = before.saturating_add(value);
		(spent <= cap).then_some(Self { spent, spent_in: now, ..self })
	}
}

/// A world's name, as bytes of UTF-8.
pub type Name = BoundedVec<u8, ConstU32<64>>;

/// What a world says of itself.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Metadata {
	/// What people call it. Not unique: the id is.
	pub name: Name,
	/// Where the rest is found; empty if there is no more.
	pub pointer: Pointer,
}

impl Metadata {
	/// Whether the name can be shown: text of at least one character, without control characters.
	pub fn has_valid_name(&self) -> bool {
		core::str::from_utf8(&self.name)
			.is_ok_and(|name| !name.is_empty() && !name.contains(char::is_control))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn named(name: &[u8]) -> Metadata {
		Metadata { name: Name::truncate_from(name.into()), pointer: Pointer::default() }
	}

	#[test]
	fn a_name_is_text_without_control_characters() {
		for name in ["A", "Genesis City", "Ünter den Linden", "東京", " "] {
			assert!(named(name.as_bytes()).has_valid_name(), "{name}");
		}
		for name in [&b""[..], b"\xff", b"two\nlines", b"\0", b"bell\x07", "\u{85}".as_bytes()] {
			assert!(!named(name).has_valid_name(), "{name:?}");
		}
	}

	#[test]
	fn a_cap_is_for_one_block() {
		let settler = SettlerDetails::new(10, Some(5));

		let spent = settler.after(3, 1).expect("below the cap");
		assert_eq!(spent.after(3, 1), None);
		assert_eq!(spent.after(2, 1).map(|it| it.spent), Some(5));
		assert_eq!(spent.after(3, 2).map(|it| (it.spent, it.spent_in)), Some((3, 2)));
	}

	#[test]
	fn without_a_cap_there_is_no_limit() {
		let settler = SettlerDetails::new(10, None).after(Balance::MAX, 1).expect("no cap");

		assert_eq!(settler.after(Balance::MAX, 1), Some(settler));
	}

	#[test]
	fn other_terms_forget_nothing() {
		let spent = SettlerDetails::new(10, Some(7)).after(7, 1).expect("the cap");

		assert_eq!(spent.renewed(20, Some(9)).after(3, 1), None);
	}

	proptest! {
		#[test]
		fn no_block_sees_more_than_the_cap(
			cap in 0..20u128,
			payments in prop::collection::vec((0..10u128, any::<bool>()), 0..100),
		) {
			let mut settler = SettlerDetails::new(u32::MAX, Some(cap));
			let (mut now, mut settled) = (1, 0);

			for (value, last_of_block) in payments {
				let after = settler.after(value, now);
				prop_assert_eq!(after.is_some(), settled + value <= cap);
				if let Some(after) = after {
					settler = after;
					settled += value;
				}
				if last_of_block {
					(now, settled) = (now + 1, 0);
				}
			}
		}
	}
}
