// SPDX-License-Identifier: Apache-2.0

//! What Linux says processes take of the machine.

use crate::Result;
use std::{fs, io::ErrorKind, path::Path};

/// Parts of a second in which Linux tells the time of processes, on every machine it tells it on
/// to programs.
const TICKS_PER_SECOND: f64 = 100.0;

/// Processor time that a process has taken, in seconds: of all its threads, also ended ones.
pub fn cpu(process: u32) -> Result<f64> {
	let path = format!("/proc/{process}/stat");
	ticks_of_process(&read(&path)?)
		.map(|ticks| ticks as f64 / TICKS_PER_SECOND)
		.ok_or_else(|| format!("{path} does not tell the process's time"))
}

/// Most memory that a process has had at once, in bytes.
pub fn peak_memory(process: u32) -> Result<u64> {
	let path = format!("/proc/{process}/status");
	peak(&read(&path)?).ok_or_else(|| format!("{path} does not tell the process's memory"))
}

/// Processor time of the whole machine, in seconds since it was started.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machine {
	/// Time in which its processors worked.
	pub busy: f64,
	/// Time that others had who share the processors.
	pub stolen: f64,
}

impl Machine {
	/// That until now.
	pub fn now() -> Result<Self> {
		let path = "/proc/stat";
		machine(&read(path)?).ok_or_else(|| format!("{path} does not tell the machine's time"))
	}
}

/// Bytes in all files of a folder and of those in it. Files may come and go meanwhile.
pub fn size(folder: &Path) -> Result<u64> {
	let explain = |error: std::io::Error| format!("{} can't be read: {error}", folder.display());
	let mut bytes = 0;
	for entry in fs::read_dir(folder).map_err(explain)? {
		let entry = entry.map_err(explain)?;
		match entry.metadata() {
			Ok(found) if found.is_dir() => bytes += size(&entry.path())?,
			Ok(found) => bytes += found.len(),
			Err(error) if error.kind() == ErrorKind::NotFound => {},
			Err(error) => return Err(explain(error)),
		}
	}
	Ok(bytes)
}

fn read(path: &str) -> Result<String> {
	fs::read_to_string(path).map_err(|error| format!("{path} can't be read: {error}"))
}

/// The time in user and in system mode: fields 14 and 15, counted behind the program's name, which
/// may have spaces in it.
fn ticks_of_process(stat: &str) -> Option<u64> {
	let (_, fields) = stat.rsplit_once(')')?;
	let mut times = fields.split_whitespace().skip(11).map(str::parse::<u64>);
	Some(times.next()?.ok()? + times.next()?.ok()?)
}

fn peak(status: &str) -> Option<u64> {
	let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
	let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
	Some(kibibytes * 1024)
}

/// The first line has, for all processors together: user, nice, system, idle, waiting for the disk,
/// two kinds of interrupts, stolen.
fn machine(stat: &str) -> Option<Machine> {
	let fields = stat.lines().next()?.strip_prefix("cpu ")?;
	let fields: Vec<f64> = fields.split_whitespace().map_while(|it| it.parse().ok()).collect();
	let &[user, nice, system, _, _, hard, soft, stolen, ..] = &fields[..] else { return None };
	let busy = user + nice + system + hard + soft;
	Some(Machine { busy: busy / TICKS_PER_SECOND, stolen: stolen / TICKS_PER_SECOND })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_time_of_a_process_is_read_behind_its_name() {
		let stat = "7 (a b) c) S 1 7 7 0 -1 4194560 1 2 3 4 1500 250 9 9 20 0 1 0 100 1 1";

		assert_eq!(ticks_of_process(stat), Some(1_750));
		assert_eq!(ticks_of_process("7 (a) S 1"), None);
	}

	#[test]
	fn the_peak_of_memory_is_told_in_kibibytes() {
		assert_eq!(peak("VmPeak:\t9 kB\nVmHWM:\t     12 kB\nVmRSS:\t3 kB"), Some(12 * 1024));
		assert_eq!(peak("VmPeak:\t9 kB"), None);
	}

	#[test]
	fn the_machine_works_unless_it_is_idle_or_waits() {
		let stat = "cpu  100 10 50 9000 800 5 5 30 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0";

		assert_eq!(machine(stat), Some(Machine { busy: 1.7, stolen: 0.3 }));
		assert_eq!(machine("cpu 1 2"), None);
	}

	#[test]
	fn this_process_has_memory_and_its_folder_a_size() {
		assert!(peak_memory(std::process::id()).unwrap() > 0);
		assert!(cpu(std::process::id()).unwrap() >= 0.0);
		let folder = tempfile::tempdir().unwrap();
		fs::create_dir(folder.path().join("in")).unwrap();
		fs::write(folder.path().join("in/file"), [0; 100]).unwrap();

		assert_eq!(size(folder.path()), Ok(100));
	}
}
