// SPDX-License-Identifier: Apache-2.0

//! What the system says of this process.

use crate::{
	machine::{field, kibibytes},
	Result,
};

/// The most memory that this process ever had, in bytes.
pub fn peak_memory() -> Result<u64> {
	Ok(kibibytes("/proc/self/status", "VmHWM")? * 1024)
}

/// How many bytes this process has caused to be written to the disk.
pub fn written() -> Result<u64> {
	let file = "/proc/self/io";
	let bytes = field(file, "write_bytes")?;
	bytes
		.trim()
		.parse()
		.map_err(|_| format!("{file} has no number of bytes written"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn this_process_has_some_memory() {
		assert!(peak_memory().expect("the system tells") > 1024 * 1024);
	}
}
