// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	fee::{BasisPoints, Raise},
	ids::{AvatarId, WorldId},
};
use scale_info::TypeInfo;

/// Most avatars that share a kind's royalty.
pub const MAX_SHARES: u32 = 8;

/// Who shares a kind's royalty: each avatar once.
pub type Shares = BoundedVec<Share, ConstU32<MAX_SHARES>>;

/// What a kind is made of.
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
pub enum Form {
	/// Items, each with a record of its own.
	#[codec(index = 0)]
	Unique,
	/// Units, of which avatars have amounts.
	#[codec(index = 1)]
	Stackable,
}

/// What may be done with what is of a kind. Only ever loosened: who holds it knows the worst.
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
pub struct Rules {
	/// Whether it may be given and traded. If not, it goes where its avatar goes.
	pub transferable: bool,
	/// Whether who holds it may burn it, and craft something of it.
	pub burnable: bool,
	/// The only world whose market and settlements may move it for something; any if none. Gifts
	/// know no home.
	pub home: Option<WorldId>,
}

impl Rules {
	/// Everything, everywhere.
	pub const LOOSEST: Self = Self { transferable: true, burnable: true, home: None };

	/// Whether all that `before` allows is allowed too.
	pub fn is_no_tighter_than(&self, before: &Self) -> bool {
		self.transferable >= before.transferable
			&& self.burnable >= before.burnable
			&& (self.home.is_none() || self.home == before.home)
	}
}

/// The record of a kind.
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
pub struct KindDetails {
	/// Whether it has unique items or units.
	pub form: Form,
	/// Most that will ever be minted; unlimited if none. Only ever lowered.
	pub max_supply: Option<u64>,
	/// How many items or units were ever minted.
	pub minted: u64,
	/// How many of them were burned.
	pub burned: u64,
	/// How many may yet be drawn: kept for open draws.
	pub reserved: u64,
	/// What may be done with them.
	pub rules: Rules,
	/// The part of a payment that is its royalty: what its shares come to.
	pub royalty: BasisPoints,
	/// The last time that it was raised, if ever: what was minted before is not touched by it.
	pub raise: Option<Raise>,
	/// How many attributes it defines.
	pub attributes: u8,
}

impl KindDetails {
	/// A kind as it is created: none were minted.
	pub fn new(form: Form, max_supply: Option<u64>, rules: Rules, royalty: BasisPoints) -> Self {
		Self {
			form,
			max_supply,
			minted: 0,
			burned: 0,
			reserved: 0,
			rules,
			royalty,
			raise: None,
			attributes: 0,
		}
	}

	/// The kind with another royalty from now on; `serial` is that of the item minted next.
	#[must_use]
	pub fn with_royalty(self, royalty: BasisPoints, serial: u32) -> Self {
		if royalty <= self.royalty {
			return Self { royalty, ..self };
		}
		let rate = self.raise.map_or(self.royalty, |before| before.rate.min(self.royalty));
		Self { royalty, raise: Some(Raise { serial, rate }), ..self }
	}

	/// How many items or units there are.
	pub fn supply(&self) -> u64 {
		self.minted.saturating_sub(self.burned)
	}

	/// How many were minted or may yet be drawn, with `more`; none if they can't be counted.
	pub fn committed(&self, more: u64) -> Option<u64> {
		self.minted.checked_add(self.reserved)?.checked_add(more)
	}
}

/// What one avatar gets of a kind's royalty.
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
pub struct Share {
	/// The avatar whose purse it goes into.
	pub to: AvatarId,
	/// How much of a payment; not zero.
	pub rate: BasisPoints,
}

#[cfg(test)]
mod tests {
	use super::*;

	const HERE: Option<WorldId> = Some(WorldId(1));
	const THERE: Option<WorldId> = Some(WorldId(2));

	fn rules(transferable: bool, burnable: bool, home: Option<WorldId>) -> Rules {
		Rules { transferable, burnable, home }
	}

	#[test]
	fn what_is_allowed_may_only_become_more() {
		let tight = rules(false, false, HERE);
		for looser in [
			tight,
			rules(true, false, HERE),
			rules(false, true, HERE),
			rules(false, false, None),
			Rules::LOOSEST,
		] {
			assert!(looser.is_no_tighter_than(&tight));
			assert_eq!(tight.is_no_tighter_than(&looser), tight == looser);
		}
	}

	/// However often it was raised, what was there pays no more than the lowest rate since.
	#[test]
	fn a_raise_remembers_the_lowest_rate_before() {
		let kind = KindDetails::new(Form::Unique, None, Rules::LOOSEST, 500);

		let lowered = kind.with_royalty(100, 5);
		assert_eq!((lowered.royalty, lowered.raise), (100, None));
		let raised = lowered.with_royalty(300, 7);
		assert_eq!((raised.royalty, raised.raise), (300, Some(Raise { serial: 7, rate: 100 })));
		let again = raised.with_royalty(200, 8).with_royalty(400, 9);
		assert_eq!((again.royalty, again.raise), (400, Some(Raise { serial: 9, rate: 100 })));
	}

	#[test]
	fn a_home_does_not_become_another() {
		assert!(!rules(true, true, THERE).is_no_tighter_than(&rules(false, false, HERE)));
		assert!(!rules(true, true, HERE).is_no_tighter_than(&rules(false, false, None)));
	}

	#[test]
	fn what_was_burned_is_committed_still() {
		let kind = KindDetails::new(Form::Unique, None, Rules::LOOSEST, 0);
		let kind = KindDetails { minted: 5, burned: 2, reserved: 1, ..kind };

		assert_eq!(kind.supply(), 3);
		assert_eq!(kind.committed(1), Some(7));
		assert_eq!(kind.committed(u64::MAX), None);
	}
}
