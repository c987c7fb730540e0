// SPDX-License-Identifier: Apache-2.0

//! What the system says of the machine.

use crate::{cores, Result};
use std::fs;

/// The machine in words: its cores, its processor and its memory.
pub fn describe() -> String {
	let cores = cores::count();
	let processor = field("/proc/cpuinfo", "model name")
		.map_or_else(|_| "an unknown processor".into(), |name| name.trim().to_owned());
	let memory = kibibytes("/proc/meminfo", "MemTotal")
		.map_or_else(|_| "unknown".into(), |kib| format!("{:.0} GiB", kib as f64 / 1_048_576.0));
	format!("{cores} cores of {processor}, {memory} of memory")
}

/// The kibibytes that a file of lines `name: value kB` says first under this name.
pub fn kibibytes(file: &str, name: &str) -> Result<u64> {
	let value = field(file, name)?;
	let number = value.split_whitespace().next().and_then(|number| number.parse().ok());
	number.ok_or_else(|| format!("{file} has no number at {name}"))
}

/// What a file of lines `name: value` says first under this name.
pub fn field(file: &str, name: &str) -> Result<String> {
	let text = fs::read_to_string(file).map_err(|error| format!("can't read {file}: {error}"))?;
	text.lines()
		.filter_map(|line| line.split_once(':'))
		.find(|(found, _)| found.trim() == name)
		.map(|(_, value)| value.to_owned())
		.ok_or_else(|| format!("{file} says nothing of {name}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_machine_has_cores_and_memory() {
		assert!(describe().contains("cores of"));
		assert!(kibibytes("/proc/meminfo", "MemTotal").expect("the system tells") > 0);
	}
}
