// SPDX-License-Identifier: Apache-2.0
use super::number;
use crate::arguments::{DAY, HOUR, WEEK};
use freehold_primitives::chain::BlockNumber;

/// Blocks in a minute.
const MINUTE: BlockNumber = 60;

/// A block, by its number or by how far ahead it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
	Block(BlockNumber),
	After(BlockNumber),
}

impl When {
	/// The block's number, as seen from block `now`.
	pub fn from(self, now: BlockNumber) -> BlockNumber {
		match self {
			Self::Block(block) => block,
			Self::After(blocks) => now.saturating_add(blocks),
		}
	}
}

/// A block's number, such as `12345`; or a time from now on: `90s`, `15m`, `6h`, `7d` or `2w`.
pub fn when(text: &str) -> Result<When, String> {
	match text.parse() {
		Ok(block) => Ok(When::Block(block)),
		Err(_) => span(text).map(When::After).map_err(|_| {
			format!("`{text}` is neither a block's number nor a time such as 90s, 15m, 6h or 7d")
		}),
	}
}

/// How many blocks a time has, of a second each; or a number of blocks.
pub fn span(text: &str) -> Result<BlockNumber, String> {
	let wrong = || format!("`{text}` is not a time: write it as 90s, 15m, 6h, 7d or 2w");
	let unit = match text.chars().last() {
		Some('s') => 1,
		Some('m') => MINUTE,
		Some('h') => HOUR,
		Some('d') => DAY,
		Some('w') => WEEK,
		_ => return number(text, "a time, such as 90s, 15m, 6h, 7d or 2w"),
	};
	// The units are letters of one byte.
	let digits = text.get(..text.len().saturating_sub(1)).ok_or_else(wrong)?;
	let count: BlockNumber = digits.parse().map_err(|_| wrong())?;
	count.checked_mul(unit).ok_or_else(wrong)
}

/// A time of so many blocks, roughly: its two largest units.
pub fn rough(blocks: BlockNumber) -> String {
	let units = [(WEEK, "w"), (DAY, "d"), (HOUR, "h"), (MINUTE, "m"), (1, "s")];
	let mut rest = blocks;
	let mut shown = Vec::new();
	for (size, name) in units {
		let count = rest / size;
		rest %= size;
		if count > 0 {
			shown.push(format!("{count}{name}"));
		} else if !shown.is_empty() {
			break;
		}
		if shown.len() == 2 {
			break;
		}
	}
	if shown.is_empty() {
		return "0s".into();
	}
	shown.join(" ")
}

/// A block and how far ahead of `now` it is.
pub fn until(block: BlockNumber, now: BlockNumber) -> String {
	match block.checked_sub(now) {
		Some(left) => format!("{block} ({})", rough(left)),
		None => format!("{block} (over)"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_goes_by_number_or_by_time() {
		for (text, block) in
			[("1234", 1_234), ("90s", 190), ("2m", 220), ("1h", 3_700), ("1d", 86_500)]
		{
			assert_eq!(when(text).map(|when| when.from(100)), Ok(block));
		}
		for text in ["", "h", "-1", "1.5h", "1y", "9999999w", "ä"] {
			assert!(when(text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_span_may_be_a_number_of_blocks() {
		assert_eq!(span("300"), Ok(300));
		assert_eq!(span("5m"), Ok(300));
		assert!(span("soon").is_err());
	}

	#[test]
	fn times_are_told_roughly() {
		for (blocks, told) in [
			(0, "0s"),
			(59, "59s"),
			(60, "1m"),
			(3_661, "1h 1m"),
			(3_601, "1h"),
			(90_000, "1d 1h"),
			(604_800, "1w"),
		] {
			assert_eq!(rough(blocks), told);
		}
		assert_eq!(until(160, 100), "160 (1m)");
		assert_eq!(until(99, 100), "99 (over)");
	}
}
