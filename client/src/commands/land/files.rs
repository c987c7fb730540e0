// SPDX-License-Identifier: Apache-2.0
//! What all verbs that read a file of parcels do.

use super::plan::Flaw;
use crate::failure::Failure;
use std::{fs::File, path::Path};

/// How many flaws or clashes are told at most.
const SHOWN: usize = 20;

/// Opens a file of parcels.
pub fn open(path: &Path) -> Result<File, Failure> {
	File::open(path)
		.map_err(|reason| Failure::Input(format!("{} can't be read: {reason}", path.display())))
}

/// The failure of a file with flaws.
pub fn flawed(path: &Path, flaws: &[Flaw]) -> Failure {
	let lines: Vec<String> =
		flaws.iter().map(|flaw| format!("line {}: {}", flaw.line, flaw.why)).collect();
	let head = format!("{} can't be used, and nothing was sent", path.display());
	Failure::Input(listed(&head, &lines))
}

/// The lines under their head, cut after [`SHOWN`].
pub fn listed(head: &str, lines: &[String]) -> String {
	let mut text = format!("{head}:");
	for line in lines.iter().take(SHOWN) {
		text.push_str("\n  ");
		text.push_str(line);
	}
	if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
		text.push_str(&format!("\n  and {more} more"));
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn long_lists_are_cut() {
		let lines: Vec<String> = (1..=22).map(|n| format!("line {n}")).collect();

		let text = listed("wrong", &lines);

		assert_eq!(text.lines().count(), 22);
		assert!(text.ends_with("\n  line 20\n  and 2 more"));
		assert_eq!(listed("wrong", &lines[..1]), "wrong:\n  line 1");
	}
}
