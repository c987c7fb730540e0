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

use crate::chain::{Balance, Hash};
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
pub const MAX_STEP: u32 = 1 << 10;

/// A lane whose orders are voided goes on up to so much further ahead than it has to.
///
/// An order whose number lies too far ahead looks harmless to who signs it, and is good once the
/// lane has come near. So where a lane goes on must not be known when it is signed: of the numbers
/// it may go on from, only one in a thousand is near enough to one that was signed before. Who
/// signs a thousand such orders is sure of one: against a key in other hands only a new key helps.
pub const MAX_JUMP: u32 = 1 << 20;

/// How much further a lane goes on that is voided in the block after the one with this hash, which
/// nobody knew before.
pub fn jump_after(parent: &Hash) -> u32 {
	let [a, b, c, d, ..] = parent.0;
	u32::from_le_bytes([a, b, c, d]) % MAX_JUMP
}

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

	/// Whether the window still has the number: a number that it has lost is void for good.
	pub fn remembers(self, number: OrderNumber) -> bool {
		let age = self.next.checked_sub(1).and_then(|newest| newest.checked_sub(number));
		age.is_some_and(|age| age < WINDOW)
	}

	/// The lane after every number below `number` is gone, spent or not.
	///
	/// # Errors
	/// [`Unspendable::TooFar`], as if `number` itself were spent.
	pub fn voided_below(self, number: OrderNumber) -> Result<Self, Unspendable> {
		match number.checked_sub(self.next) {
			Some(step) if step >= MAX_STEP => Err(Unspendable::TooFar),
			Some(_) => Ok(Self { next: number, spent: u32::MAX }),
			None => {
				let kept = self.next.saturating_sub(number);
				let older = u32::MAX.checked_shl(kept).unwrap_or(0);
				Ok(Self { spent: self.spent | older, ..self })
			},
		}
	}

	/// The lane with every number gone that could be spent until now. It goes on by `jump` further
	/// ahead than that: see [`MAX_JUMP`].
	#[must_use]
	pub fn voided(self, jump: u32) -> Self {
		let step = MAX_STEP.saturating_add(jump);
		Self { next: self.next.saturating_add(step), spent: u32::MAX }
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

	/// Voids every number of `lane` below `number`; nothing changes if that can't be.
	///
	/// # Errors
	/// See [`Lane::voided_below`]. A lane that does not exist has no numbers: all are `TooFar`.
	pub fn void_below(&mut self, lane: LaneIndex, number: OrderNumber) -> Result<(), Unspendable> {
		let lane = self.lanes.get_mut(usize::from(lane)).ok_or(Unspendable::TooFar)?;
		*lane = lane.voided_below(number)?;
		Ok(())
	}

	/// Whether the window of `lane` still has the number.
	pub fn remembers(&self, lane: LaneIndex, number: OrderNumber) -> bool {
		self.lanes.get(usize::from(lane)).is_some_and(|lane| lane.remembers(number))
	}

	/// Voids every order in `lane` that could be settled until now, as when its key is revoked;
	/// `jump` is as in [`Lane::voided`]. A lane that does not exist has none.
	pub fn void_lane(&mut self, lane: LaneIndex, jump: u32) {
		if let Some(lane) = self.lanes.get_mut(usize::from(lane)) {
			*lane = lane.voided(jump);
		}
	}

	/// Voids every order for the avatar that could be settled until now, whoever signed it; `jump`
	/// is as in [`Lane::voided`].
	pub fn void_orders(&mut self, jump: u32) {
		self.lanes = self.lanes.map(|lane| lane.voided(jump));
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

		assert_eq!(purse.spend(1, MAX_STEP - 1), Ok(()));
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

	#[test]
	fn numbers_below_are_void_and_the_others_are_not() {
		let lane = Lane::default().spend(20).expect("first").voided_below(10).expect("near");

		assert_eq!(lane.spend(9), Err(Unspendable::Spent));
		assert!(lane.spend(10).is_ok());
		assert_eq!(lane.spend(20), Err(Unspendable::Spent));
		let ahead = lane.voided_below(40).expect("near");
		assert_eq!(ahead.spend(39), Err(Unspendable::Spent));
		assert!(ahead.spend(40).is_ok());
		assert_eq!(Lane::default().voided_below(MAX_STEP), Err(Unspendable::TooFar));
	}

	#[test]
	fn the_window_remembers_its_numbers() {
		let lane = Lane::default().spend(WINDOW).expect("first");

		assert!(!Lane::default().remembers(0));
		assert!(!lane.remembers(0));
		assert!(lane.remembers(1));
		assert!(lane.remembers(WINDOW));
		assert!(!lane.remembers(WINDOW + 1));
	}

	#[test]
	fn a_jump_is_taken_from_the_parents_hash() {
		assert_eq!(jump_after(&Hash::zero()), 0);
		assert_eq!(jump_after(&Hash::repeat_byte(0xff)), MAX_JUMP - 1);
		assert_eq!(jump_after(&Hash::repeat_byte(0x01)), 0x0101_0101 % MAX_JUMP);
	}

	#[test]
	fn one_lane_is_voided_alone() {
		let mut purse = Purse::default();

		purse.void_lane(2, 5);
		purse.void_lane(8, 5);

		assert_eq!(purse.lanes[2], Lane::default().voided(5));
		assert_eq!(purse.lanes[1], Lane::default());
	}

	proptest! {
		/// What is void below a number is what is lower, and nothing else changes.
		#[test]
		fn voiding_below_leaves_the_rest(next in 0..1_000u32, spent: u32, below in 0..MAX_STEP) {
			let lane = Lane { next, spent };
			let voided = lane.voided_below(below).expect("near");

			for number in 0..1_000 {
				if number < below {
					prop_assert!(voided.spend(number).is_err());
				} else {
					prop_assert_eq!(voided.spend(number).is_ok(), lane.spend(number).is_ok());
				}
			}
		}

		/// Whatever could be spent in a lane can't be once it was voided, and others can.
		#[test]
		fn a_voided_lane_has_new_numbers_only(
			next in 0..u32::MAX - MAX_JUMP - 3 * MAX_STEP,
			spent: u32,
			jump in 0..MAX_JUMP,
		) {
			let lane = Lane { next, spent };
			let voided = lane.voided(jump);

			for number in next.saturating_sub(WINDOW + 1)..next + 2 * MAX_STEP {
				prop_assert!(lane.spend(number).is_err() || voided.spend(number).is_err());
			}
			prop_assert!(voided.spend(voided.next).is_ok());
			prop_assert_eq!(voided.next, next + MAX_STEP + jump);
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
