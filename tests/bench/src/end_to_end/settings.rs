// SPDX-License-Identifier: Apache-2.0

//! The node's own settings, as its help tells them.

use crate::Result;
use freehold_tests::node::{node_program, run};
use std::{collections::BTreeMap, time::Duration};

/// Those that matter to how fast it is.
const FLAGS: [&str; 10] = [
	"--blocks-pruning",
	"--db-cache",
	"--grandpa-gossip-duration",
	"--max-runtime-instances",
	"--pool-kbytes",
	"--pool-limit",
	"--pool-type",
	"--state-pruning",
	"--trie-cache-size",
	"--warm-up-trie-cache",
];

/// Time for the node to print its help.
const SOON: Duration = Duration::from_secs(30);

/// What those of these flags are if nobody sets them that the help has a default of.
pub fn defaults() -> Result<BTreeMap<String, String>> {
	let finished = run(node_program().arg("--help"), SOON);
	if finished.code != Some(0) {
		return Err(format!("the node told nothing of its settings: {finished}"));
	}
	let found = |flag: &&str| {
		let value = default_of(flag, &finished.stdout)?;
		Some((flag.trim_start_matches('-').into(), value.into()))
	};
	Ok(FLAGS.iter().filter_map(found).collect())
}

/// The value behind a flag's description.
fn default_of<'a>(flag: &str, help: &'a str) -> Option<&'a str> {
	let mut lines = help.lines().map(str::trim);
	lines.find(|line| line.split_whitespace().next() == Some(flag))?;
	// What begins with a dash and a space is one of a list of values.
	let is_flag = |line: &str| line.starts_with('-') && !line.starts_with("- ");
	lines
		.take_while(|line| !is_flag(line))
		.find_map(|line| line.strip_prefix("[default: ")?.strip_suffix(']'))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_default_stands_behind_its_flag() {
		let help = "\
      --pool-limit <COUNT>
          Maximum number

          [default: 8192]

      --pool-limits
          Whether there are any

  -p, --pool-type <TYPE>
          Its type

          - fork-aware: The usual one

      --pool-kbytes <COUNT>
          [default: 20480]";

		assert_eq!(default_of("--pool-limit", help), Some("8192"));
		assert_eq!(default_of("--pool-kbytes", help), Some("20480"));
		assert_eq!(default_of("--pool-limits", help), None);
		assert_eq!(default_of("--other", help), None);
	}
}
