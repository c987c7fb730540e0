// SPDX-License-Identifier: Apache-2.0

//! What a node's log says of the blocks that it made.

/// A block was not ready in time, and thrown away.
const DISCARDED: &str = "Discarding proposal";
/// A block is ready. Its number and, in brackets, how long it took follow.
const MADE: &str = "Prepared block for proposing at ";

/// What a part of a log says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Authoring {
	/// Blocks that were thrown away because they took too long.
	pub discarded: u32,
	/// Longest that a block took to make, with its state root, in milliseconds.
	pub longest_ms: u64,
}

impl Authoring {
	/// What the lines of a log say that come after so many.
	pub fn read(log: &str, after: usize) -> Self {
		let mut found = Self::default();
		for line in log.lines().skip(after) {
			found.discarded += u32::from(line.contains(DISCARDED));
			found.longest_ms = found.longest_ms.max(time_of(line).unwrap_or(0));
		}
		found
	}

	/// What two logs say together.
	#[must_use]
	pub fn and(self, other: Self) -> Self {
		Self {
			discarded: self.discarded + other.discarded,
			longest_ms: self.longest_ms.max(other.longest_ms),
		}
	}
}

/// How many whole lines a log has.
pub fn lines(log: &str) -> usize {
	log.matches('\n').count()
}

/// How long a block took, if the line tells of one.
fn time_of(line: &str) -> Option<u64> {
	let (_, made) = line.split_once(MADE)?;
	let (_, time) = made.split_once('(')?;
	let (milliseconds, _) = time.split_once(" ms)")?;
	milliseconds.parse().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	const LOG: &str = "\
2026-11-30 10:00:00 🎁 Prepared block for proposing at 7 (412 ms) hash: 0x00 (and more)
2026-11-30 10:00:01 ⌛️ Discarding proposal for slot 9; block production took too long
2026-11-30 10:00:02 🎁 Prepared block for proposing at 8 (35 ms) hash: 0x01
2026-11-30 10:00:03 🏆 Imported #8 (0x00 → 0x01)
";

	#[test]
	fn a_log_tells_how_blocks_were_made() {
		assert_eq!(Authoring::read(LOG, 0), Authoring { discarded: 1, longest_ms: 412 });
		assert_eq!(Authoring::read(LOG, 2), Authoring { discarded: 0, longest_ms: 35 });
		assert_eq!(Authoring::read(LOG, lines(LOG)), Authoring::default());
	}
}
