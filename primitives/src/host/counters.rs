// SPDX-License-Identifier: Apache-2.0
//! What the engine did, for a node to show.

use std::{
	sync::atomic::{AtomicU64, Ordering},
	time::Duration,
};

/// What an engine has done since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
	/// Signatures that it was asked about.
	pub signatures: u64,
	/// Those of them that it remembered as valid.
	pub remembered: u64,
	/// Those that it verified one by one, because they were few, or a bad one was among them.
	pub alone: u64,
	/// Time that its callers waited for verdicts, in nanoseconds.
	pub nanoseconds: u64,
}

/// Counters that threads share.
#[derive(Default)]
pub(super) struct Meter {
	signatures: AtomicU64,
	remembered: AtomicU64,
	alone: AtomicU64,
	nanoseconds: AtomicU64,
}

impl Meter {
	/// Counts a call.
	pub(super) fn count_call(&self, signatures: usize, took: Duration) {
		add(&self.signatures, signatures);
		let nanoseconds = u64::try_from(took.as_nanos()).unwrap_or(u64::MAX);
		self.nanoseconds.fetch_add(nanoseconds, Ordering::Relaxed);
	}

	/// Counts how a part of a call was answered.
	pub(super) fn count_part(&self, remembered: usize, alone: usize) {
		add(&self.remembered, remembered);
		add(&self.alone, alone);
	}

	/// What was counted so far.
	pub(super) fn read(&self) -> Counters {
		Counters {
			signatures: self.signatures.load(Ordering::Relaxed),
			remembered: self.remembered.load(Ordering::Relaxed),
			alone: self.alone.load(Ordering::Relaxed),
			nanoseconds: self.nanoseconds.load(Ordering::Relaxed),
		}
	}
}

fn add(counter: &AtomicU64, amount: usize) {
	counter.fetch_add(u64::try_from(amount).unwrap_or(u64::MAX), Ordering::Relaxed);
}
