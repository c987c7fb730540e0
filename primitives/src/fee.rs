// SPDX-License-Identifier: Apache-2.0
//! What a world keeps of a payment.

use crate::{
	chain::{Balance, BlockNumber},
	ids::AvatarId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Hundredths of a percent. At most [`BasisPoints::MAX`] in a fee.
pub type BasisPoints = u16;

/// The whole, in basis points.
const WHOLE: u128 = 10_000;

/// Most that a world may keep of a payment: a tenth.
pub const MAX_WORLD_FEE: BasisPoints = 1_000;

/// Most that the creators of an item may get of a payment for it: a tenth.
pub const MAX_ROYALTY: BasisPoints = 1_000;

/// A world's cut of each payment made in it.
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
pub struct Fee {
	/// The avatar whose purse it goes to.
	pub to: AvatarId,
	/// How much of a payment.
	pub rate: BasisPoints,
}

/// A world's fee over time: what is kept now, and what was announced.
///
/// A raise is announced a notice ahead. Where the notice is [`MAX_LIFETIME`] or longer, an order
/// that could have been settled in a block before the announcement can't be settled any more when
/// it takes effect: no order is ever charged more than its maker could see.
///
/// [`MAX_LIFETIME`]: crate::order::MAX_LIFETIME
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
pub struct FeeSchedule {
	/// What is kept until the announcement takes effect.
	pub current: Option<Fee>,
	/// What will be kept, or is kept since the announcement took effect.
	pub announced: Option<Announcement>,
}

/// A fee that is to come.
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
pub struct Announcement {
	/// What will be kept.
	pub fee: Option<Fee>,
	/// First block in which it is in force.
	pub from: BlockNumber,
}

impl FeeSchedule {
	/// The fee in force in block `now`.
	pub fn at(&self, now: BlockNumber) -> Option<Fee> {
		match self.announced {
			Some(announced) if announced.from <= now => announced.fee,
			_ => self.current,
		}
	}

	/// The schedule after the operator asks for `fee` in block `now`: at once if its rate is no
	/// higher than the one in force, else after `notice` blocks. Replaces what was announced
	/// before, unless that is in force already.
	#[must_use]
	pub fn changed(self, fee: Option<Fee>, now: BlockNumber, notice: BlockNumber) -> Self {
		let rate = |fee: Option<Fee>| fee.map_or(0, |fee| fee.rate);
		let current = self.at(now);
		if rate(fee) <= rate(current) {
			return fee.into();
		}
		Self { current, announced: Some(Announcement { fee, from: now.saturating_add(notice) }) }
	}
}

/// The schedule that has this fee from the start, and no other announced.
impl From<Option<Fee>> for FeeSchedule {
	fn from(current: Option<Fee>) -> Self {
		Self { current, announced: None }
	}
}

/// The last time that the royalty of a kind was raised. What was minted before is not touched by
/// it, and never pays more than it did just before any raise.
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
pub struct Raise {
	/// Items with a lower serial were there before.
	pub serial: u32,
	/// The most that they pay: the lowest rate there was just before a raise.
	pub rate: BasisPoints,
}

/// What the creators get of a payment for an item: no more than their rate was at any time since
/// it was minted. `now` and `raise` are its kind's.
pub fn item_royalty(
	minted_at: BasisPoints,
	serial: u32,
	now: BasisPoints,
	raise: Option<Raise>,
) -> BasisPoints {
	let rate = now.min(minted_at);
	match raise {
		Some(raise) if serial < raise.serial => rate.min(raise.rate),
		_ => rate,
	}
}

/// The part `rate` of `amount`, rounded down, so that the payee is never charged more than the
/// rate. Exact for every amount: the product is taken apart so that it can't overflow.
pub fn share(amount: Balance, rate: BasisPoints) -> Balance {
	let rate = Balance::from(rate);
	let (quotient, remainder) = (amount / WHOLE, amount % WHOLE);
	quotient
		.saturating_mul(rate)
		.saturating_add(remainder.saturating_mul(rate) / WHOLE)
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec::Vec;
	use proptest::prelude::*;

	const NOTICE: BlockNumber = 50;

	fn fee(rate: BasisPoints) -> Option<Fee> {
		Some(Fee { to: AvatarId(1), rate })
	}

	#[test]
	fn a_raise_waits_for_the_notice() {
		let raised = FeeSchedule::from(fee(100)).changed(fee(200), 10, NOTICE);

		assert_eq!(raised.at(10 + NOTICE - 1), fee(100));
		assert_eq!(raised.at(10 + NOTICE), fee(200));
	}

	#[test]
	fn a_first_fee_is_a_raise() {
		let raised = FeeSchedule::default().changed(fee(1), 10, NOTICE);

		assert_eq!(raised.at(10), None);
		assert_eq!(raised.at(10 + NOTICE), fee(1));
	}

	#[test]
	fn a_fee_may_fall_at_once() {
		for lower in [fee(99), fee(0), None] {
			let lowered = FeeSchedule::from(fee(100)).changed(lower, 10, NOTICE);

			assert_eq!(lowered, FeeSchedule::from(lower));
		}
	}

	#[test]
	fn another_payee_of_the_same_rate_comes_at_once() {
		let other = Some(Fee { to: AvatarId(2), rate: 100 });

		let changed = FeeSchedule::from(fee(100)).changed(other, 10, NOTICE);

		assert_eq!(changed, FeeSchedule::from(other));
	}

	#[test]
	fn a_change_replaces_what_was_announced() {
		let raised = FeeSchedule::from(fee(100)).changed(fee(300), 10, NOTICE);

		let less = raised.changed(fee(200), 20, NOTICE);
		assert_eq!(less.at(10 + NOTICE), fee(100));
		assert_eq!(less.at(20 + NOTICE), fee(200));
		assert_eq!(raised.changed(fee(100), 20, NOTICE), FeeSchedule::from(fee(100)));
	}

	#[test]
	fn what_has_taken_effect_is_what_the_next_is_measured_by() {
		let raised = FeeSchedule::from(fee(100)).changed(fee(300), 10, NOTICE);
		let now = 10 + NOTICE;

		assert_eq!(raised.changed(fee(200), now, NOTICE), FeeSchedule::from(fee(200)));
		let again = raised.changed(fee(400), now, NOTICE);
		assert_eq!((again.current, again.at(now)), (fee(300), fee(300)));
	}

	fn any_fee() -> impl Strategy<Value = Option<Fee>> {
		prop::option::of((0..=MAX_WORLD_FEE).prop_map(|rate| Fee { to: AvatarId(1), rate }))
	}

	#[test]
	fn a_share_is_rounded_down() {
		assert_eq!(share(9_999, 1), 0);
		assert_eq!(share(10_000, 1), 1);
		assert_eq!(share(19_999, 250), 499);
	}

	proptest! {
		/// Whatever the operator does, within a notice nobody pays more than they could see coming.
		#[test]
		fn no_fee_comes_unseen(changes in prop::collection::vec((0..40u32, any_fee()), 1..12)) {
			let rate = |fee: Option<Fee>| fee.map_or(0, |fee| fee.rate);
			let (mut now, mut schedule) = (0, FeeSchedule::default());
			let mut history = Vec::new();
			for (wait, fee) in changes {
				now += wait;
				schedule = schedule.changed(fee, now, NOTICE);
				history.push((now, schedule));
			}

			for (place, (seen_at, seen)) in history.iter().enumerate() {
				let announced = seen.announced.map_or(0, |it| rate(it.fee));
				let most = rate(seen.at(*seen_at)).max(announced);
				for (changed_at, later) in &history[place..] {
					for block in *changed_at..*seen_at + NOTICE {
						prop_assert!(rate(later.at(block)) <= most);
					}
				}
			}
		}

		#[test]
		fn a_share_is_the_exact_quotient(amount in 0..u128::MAX / 10_000, rate in 0u16..=10_000) {
			prop_assert_eq!(share(amount, rate), amount * u128::from(rate) / 10_000);
		}

		#[test]
		fn a_share_never_exceeds_the_whole(amount: u128, rate in 0u16..=10_000) {
			prop_assert!(share(amount, rate) <= amount);
		}
	}
}
