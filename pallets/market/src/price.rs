// SPDX-License-Identifier: Apache-2.0
//! What a lot costs over time.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::chain::{Balance, BlockNumber};
use scale_info::TypeInfo;

/// The price of a lot: fixed, or falling evenly from block to block until it stays.
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
pub struct Price {
	/// What a lot costs up to the block `from`, in 10^-12 FHD.
	pub start: Balance,
	/// What a lot costs from the block `to` on, in 10^-12 FHD: more than zero, and not above
	/// `start`.
	pub end: Balance,
	/// Last block before it falls.
	pub from: BlockNumber,
	/// First block in which it has fallen.
	pub to: BlockNumber,
}

impl Price {
	/// The price that is always the same.
	pub const fn fixed(amount: Balance) -> Self {
		Self { start: amount, end: amount, from: 0, to: 0 }
	}

	/// Whether it only falls, and its fall ends no sooner than it begins.
	pub(crate) fn falls(&self) -> bool {
		self.end <= self.start && self.from <= self.to
	}

	/// What a lot costs in block `now`. In between it lies on the straight line, rounded up, so
	/// that the seller never gets less than was asked.
	pub fn at(&self, now: BlockNumber) -> Balance {
		if now >= self.to {
			return self.end;
		}
		if now <= self.from {
			return self.start;
		}
		let elapsed = now.saturating_sub(self.from);
		let span = self.to.saturating_sub(self.from);
		let fall = portion(self.start.saturating_sub(self.end), elapsed, span);
		self.start.saturating_sub(fall)
	}
}

/// The part `elapsed` of `span`, no more than the whole, of an amount, rounded down; all of it if
/// there is no span. The product is taken apart so that it can't overflow.
fn portion(amount: Balance, elapsed: BlockNumber, span: BlockNumber) -> Balance {
	let (elapsed, span) = (Balance::from(elapsed), Balance::from(span));
	let parts = amount.checked_div(span).zip(amount.checked_rem(span));
	let Some((quotient, remainder)) = parts else { return amount };
	let rest = remainder.saturating_mul(elapsed).checked_div(span).unwrap_or_default();
	quotient.saturating_mul(elapsed).saturating_add(rest)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// From 100 in block 10 down to 40 in block 20.
	const FALLING: Price = Price { start: 100, end: 40, from: 10, to: 20 };

	#[test]
	fn a_fixed_price_is_always_the_same() {
		assert!(Price::fixed(7).falls());
		assert_eq!([0, 1, BlockNumber::MAX].map(|now| Price::fixed(7).at(now)), [7; 3]);
	}

	#[test]
	fn a_price_falls_between_two_blocks() {
		let prices = [0, 10, 11, 15, 19, 20, 21].map(|now| FALLING.at(now));

		assert_eq!(prices, [100, 100, 94, 70, 46, 40, 40]);
	}

	#[test]
	fn what_lies_between_is_rounded_up() {
		let price = Price { start: 3, end: 1, from: 0, to: 3 };

		assert_eq!([0, 1, 2, 3].map(|now| price.at(now)), [3, 3, 2, 1]);
	}

	#[test]
	fn a_price_may_drop_at_once() {
		let price = Price { start: 9, end: 2, from: 5, to: 5 };

		assert_eq!([4, 5].map(|now| price.at(now)), [9, 2]);
	}

	#[test]
	fn a_price_that_rises_or_ends_before_it_begins_is_known() {
		assert!(FALLING.falls());
		assert!(!Price { end: 101, ..FALLING }.falls());
		assert!(!Price { to: 9, ..FALLING }.falls());
	}

	prop_compose! {
		fn falling()(
			start: Balance,
			below: Balance,
			from: BlockNumber,
			to: BlockNumber,
		) -> Price {
			let (from, to) = (from.min(to), from.max(to));
			Price { start, end: below.min(start), from, to }
		}
	}

	proptest! {
		#[test]
		fn it_stays_between_its_ends(price in falling(), now: BlockNumber) {
			prop_assert!((price.end..=price.start).contains(&price.at(now)));
		}

		#[test]
		fn it_never_rises(price in falling(), now in 0..BlockNumber::MAX, wait: BlockNumber) {
			prop_assert!(price.at(now.saturating_add(wait)) <= price.at(now));
		}

		#[test]
		fn it_begins_at_the_start_and_ends_at_the_end(price in falling()) {
			prop_assert_eq!(price.at(price.to), price.end);
			if price.from < price.to {
				prop_assert_eq!(price.at(price.from), price.start);
			}
		}

		/// Against the line in numbers that can't overflow: it is the least that is not below it.
		#[test]
		fn it_is_the_line_rounded_up(
			start in 0..1u128 << 64,
			drop in 0..1u128 << 64,
			from in 0..1_000_000u32,
			elapsed in 0..1_000_000u32,
			left in 1..1_000_000u32,
		) {
			let drop = drop.min(start);
			let span = elapsed + left;
			let price = Price { start, end: start - drop, from, to: from + span };

			let line = start * u128::from(span) - drop * u128::from(elapsed);
			prop_assert_eq!(price.at(from + elapsed), line.div_ceil(u128::from(span)));
		}

		#[test]
		fn a_portion_is_no_more_than_the_whole(
			amount: Balance,
			span in 1..=BlockNumber::MAX,
			elapsed: BlockNumber,
		) {
			prop_assert!(portion(amount, elapsed.min(span), span) <= amount);
			prop_assert_eq!(portion(amount, span, span), amount);
		}
	}
}
