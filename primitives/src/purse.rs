// SPDX-License-Identifier: Apache-2.0
//! An avatar's purse: its coins, the numbers its orders have used, and what hangs on the avatar.
//!
//! An order carries a number, like a cheque, and may be spent once. The purse remembers which
//! numbers were spent in a window that slides: signing a number far ahead voids the oldest.
//!
//! Each key that signs for an avatar has a *lane* of numbers of its own, so that two devices in
//! use at once never void each other's: lane 0 is the owner's, lanes 1 to 7 its devices'. Eight
//! lanes of 32 make the 256 numbers that can be open at once. Lanes live in the purse, not in
//! the key's record, because a trade writes the purse anyway. So does the count of the records
//! that name the avatar, which most trades change.

use crate::chain::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Index of a lane: 0 for the owner, 1 and up for the device in that slot.
pub type LaneIndex = u8;

/// Number of an order within its lane.
pub type OrderNumber = u32;

/// How many lanes a purse has.
pub const LANES: usize = 8;

/// How many numbers of a lane can be open at once.
pub const WINDOW: u32 = u32::BITS;

/// How far ahead of the highest spent number the next may lie. A stolen device key could
/// otherwise use up a lane for ever with one signature.
pub const MAX_STEP: u32 = 1 << 16;

/// Which of a lane's numbers are spent.
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
pub struct Lane {
	/// One more than the highest number spent; zero before the first.
	pub next: OrderNumber,
	/// Bit `i` is set if number `next - 1 - i` is spent.
	pub spent: u32,
}

/// Why a number can't be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unspendable {
	/// It was spent before.
	Spent,
	/// A much higher number was spent since, which voids it.
	Void,
	/// It lies more than [`MAX_STEP`] ahead, or is the last number there is.
	TooFar,
}

impl Lane {
	/// The lane after `number` is spent.
	///
	/// # Errors
	/// See [`Unspendable`].
	pub fn spend(self, number: OrderNumber) -> Result<Self, Unspendable> {
		match number.checked_sub(self.next) {
			Some(step) => {
				let next = number.checked_add(1).ok_or(Unspendable::TooFar)?;
				if step >= MAX_STEP {
					return Err(Unspendable::TooFar);
				}
				let shift = step.saturating_add(1);
				let older = self.spent.checked_shl(shift).unwrap_or(0);
				Ok(Self { next, spent: older | 1 })
			},
			None => {
				let age = self.next.saturating_sub(1).saturating_sub(number);
				let bit = 1u32.checked_shl(age).ok_or(Unspendable::Void)?;
				if self.spent & bit != 0 {
					return Err(Unspendable::Spent);
				}
				Ok(Self { spent: self.spent | bit, ..self })
			},
		}
	}

	/// The lane with every number gone that could be spent until now.
	#[must_use]
	pub fn voided(self) -> Self {
		Self { next: self.next.saturating_add(MAX_STEP), spent: u32::MAX }
	}
}

/// An avatar's coins, spent numbers and count of records: 85 bytes, all that a trade writes for it
/// beside what it moves.
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
pub struct Purse {
	/// Coins, in 10^-12 FHD.
	pub balance: Balance,
	/// A window of numbers for each key.
	pub lanes: [Lane; LANES],
	/// How many records name the avatar as owner or payee; it can't be retired before there are
	/// none.
	pub consumers: u32,
	/// Whether the avatar is offered for sale: nothing leaves it.
	pub frozen: bool,
}

impl Purse {
	/// Spends `number` in `lane`; nothing changes if it can't be.
	///
	/// # Errors
	/// See [`Unspendable`]. A lane that does not exist has no numbers: all are `TooFar`.
	pub fn spend(&mut self, lane: LaneIndex, number: OrderNumber) -> Result<(), Unspendable> {
		let lane = self.lanes.get_mut(usize::from(lane)).ok_or(Unspendable::TooFar)?;
		*lane = lane.spend(number)?;
		Ok(())
	}

	/// Voids every order that was signed for the avatar so far, whoever signed it.
	pub fn void_orders(&mut self) {
		self.lanes = self.lanes.map(Lane::voided);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::collections::BTreeSet;
	use proptest::prelude::*;

	#[test]
	fn a_number_is_spent_once() {
		let mut purse = Purse::default();

		assert_eq!(purse.spend(1, 7), Ok(()));
		assert_eq!(purse.spend(1, 7), Err(Unspendable::Spent));
	}

	#[test]
	fn a_lane_knows_nothing_of_another() {
		let mut purse = Purse::default();

		assert_eq!(purse.spend(1, 60_000), Ok(()));
		assert_eq!(purse.spend(2, 0), Ok(()));
	}

	#[test]
	fn numbers_may_come_out_of_order() {
		let mut lane = Lane::default();

		for number in [31, 0, 30, 1, 29, 2] {
			lane = lane.spend(number).expect("each is new and in the window");
		}
	}

	#[test]
	fn a_number_that_left_the_window_is_void() {
		let lane = Lane::default().spend(WINDOW).expect("first");

		assert_eq!(lane.spend(0), Err(Unspendable::Void));
		assert!(lane.spend(1).is_ok());
	}

	#[test]
	fn a_step_too_far_is_refused() {
		assert_eq!(Lane::default().spend(MAX_STEP), Err(Unspendable::TooFar));
		assert!(Lane::default().spend(MAX_STEP - 1).is_ok());
		assert_eq!(Lane { next: u32::MAX, spent: 1 }.spend(u32::MAX), Err(Unspendable::TooFar));
	}

	#[test]
	fn there_is_no_ninth_lane() {
		assert_eq!(Purse::default().spend(8, 0), Err(Unspendable::TooFar));
	}

	#[test]
	fn a_purse_takes_85_bytes() {
		assert_eq!(Purse::default().encoded_size(), 85);
		assert_eq!(Purse::max_encoded_len(), 85);
	}

	proptest! {
		/// Whatever could be spent in a lane can't be once it was voided, and others can.
		#[test]
		fn a_voided_lane_has_new_numbers_only(next in 0..u32::MAX - 3 * MAX_STEP, spent: u32) {
			let lane = Lane { next, spent };
			let voided = lane.voided();

			for number in next.saturating_sub(WINDOW + 1)..next + 2 * MAX_STEP {
				prop_assert!(lane.spend(number).is_err() || voided.spend(number).is_err());
			}
			prop_assert!(voided.spend(voided.next).is_ok());
		}

		/// The lane against a model that remembers every number for ever.
		#[test]
		fn no_number_is_ever_spent_twice(
			numbers in prop::collection::vec(0u32..200, 1..400),
		) {
			let (mut lane, mut spent) = (Lane::default(), BTreeSet::new());

			for number in numbers {
				let highest = spent.last().copied();
				let expected = if spent.contains(&number) {
					match highest {
						Some(highest) if highest - number >= WINDOW => Err(Unspendable::Void),
						_ => Err(Unspendable::Spent),
					}
				} else {
					match highest {
						Some(highest) if number < highest && highest - number >= WINDOW =>
							Err(Unspendable::Void),
						_ => Ok(()),
					}
				};
				let result = lane.spend(number);
				prop_assert_eq!(result.map(|_| ()), expected);
				if let Ok(next) = result {
					lane = next;
					spent.insert(number);
				}
			}
		}
	}
}
