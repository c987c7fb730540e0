// SPDX-License-Identifier: Apache-2.0
//! Choices that are made when a step is taken, from what there is by then. One random number makes
//! all of a step, so that the same numbers tell the same story.

use codec::Encode;
use freehold_primitives::chain::Balance;
use sp_io::hashing::twox_64;
use std::cell::Cell;

/// Throws one number after the other.
pub(crate) struct Dice {
	seed: u64,
	thrown: Cell<u64>,
}

impl Dice {
	/// The dice of a step.
	pub(crate) fn new(seed: u64) -> Self {
		Self { seed, thrown: Cell::new(0) }
	}

	fn throw(&self) -> u64 {
		let count = self.thrown.get();
		self.thrown.set(count + 1);
		u64::from_le_bytes(twox_64(&(self.seed, count).encode()))
	}

	/// A number below this one.
	pub(crate) fn below(&self, end: u32) -> u32 {
		u32::try_from(self.throw() % u64::from(end)).expect("the end is one too")
	}

	/// An amount below this one; zero if there is none.
	pub(crate) fn amount(&self, end: Balance) -> Balance {
		Balance::from(self.throw()) % end.max(1)
	}

	/// Every second time.
	pub(crate) fn coin(&self) -> bool {
		self.below(2) == 0
	}

	/// Seldom: mostly to do something wrong.
	pub(crate) fn rarely(&self) -> bool {
		self.below(12) == 0
	}

	/// One of these, if there are any.
	pub(crate) fn of<T>(&self, things: impl IntoIterator<Item = T>) -> Option<T> {
		let mut things: Vec<T> = things.into_iter().collect();
		let count = u32::try_from(things.len()).expect("a small world has few things");
		(count > 0).then(|| things.swap_remove(self.below(count) as usize))
	}

	/// One of these, if there are any; rarely another, whatever there is.
	pub(crate) fn of_or<T>(
		&self,
		things: impl IntoIterator<Item = T>,
		other: impl FnOnce() -> T,
	) -> Option<T> {
		if self.rarely() {
			Some(other())
		} else {
			self.of(things)
		}
	}

	/// This, every second time.
	pub(crate) fn maybe<T>(&self, thing: impl FnOnce() -> T) -> Option<T> {
		self.coin().then(thing)
	}
}
