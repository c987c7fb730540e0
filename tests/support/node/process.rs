// SPDX-License-Identifier: Apache-2.0

//! Programs run by a test: bounded in time, and never left behind.

use serde_json::Value;
use std::{
	fs,
	process::{Child, Command, Stdio},
	thread::sleep,
	time::{Duration, Instant},
};
use tempfile::NamedTempFile;

/// Between two looks at something awaited.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// How much of a long output is shown on failure, in lines.
const SHOWN: usize = 60;

/// Asks `probe` again and again until it has an answer, and returns that.
///
/// # Panics
/// If it has none within `limit`; the message names `what` was waited for.
pub fn wait_for<T>(what: &str, limit: Duration, mut probe: impl FnMut() -> Option<T>) -> T {
	let began = Instant::now();
	loop {
		if let Some(answer) = probe() {
			return answer;
		}
		assert!(began.elapsed() < limit, "waited {limit:?} in vain for {what}");
		sleep(PAUSE);
	}
}

/// A running program, killed when dropped.
pub struct Process {
	command: String,
	child: Child,
	// Files, as nobody empties a pipe while the test waits.
	stdout: NamedTempFile,
	stderr: NamedTempFile,
}

/// What is left of a program that has ended.
#[derive(Debug)]
pub struct Finished {
	/// The command line.
	pub command: String,
	/// The exit code; none if a signal ended it.
	pub code: Option<i32>,
	/// All of its standard output.
	pub stdout: String,
	/// All of its standard error.
	pub stderr: String,
}

impl Process {
	/// Starts the program. It reads nothing, and writes where [`Self::output`] looks.
	///
	/// # Panics
	/// If there is no such program.
	pub fn start(command: &mut Command) -> Self {
		let file = || NamedTempFile::new().expect("the folder for temporary files is writable");
		let (stdout, stderr) = (file(), file());
		let open = |file: &NamedTempFile| file.reopen().expect("the file was made just now");
		command.stdin(Stdio::null()).stdout(open(&stdout)).stderr(open(&stderr));
		let shown = format!("{command:?}");
		let child = command.spawn().unwrap_or_else(|error| panic!("can't run {shown}: {error}"));
		Self { command: shown, child, stdout, stderr }
	}

	/// Its number among the processes of the machine.
	pub fn id(&self) -> u32 {
		self.child.id()
	}

	/// The exit code once the program has ended; an inner none means that a signal ended it.
	pub fn ended(&mut self) -> Option<Option<i32>> {
		self.child.try_wait().expect("it is our child").map(|status| status.code())
	}

	/// What it has written so far, to standard output and to standard error.
	pub fn output(&self) -> (String, String) {
		let read = |file: &NamedTempFile| {
			String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned()
		};
		(read(&self.stdout), read(&self.stderr))
	}

	/// The command line and the end of what it has written.
	pub fn log(&self) -> String {
		let (stdout, stderr) = self.output();
		format!("{}\n{}\n{}", self.command, tail(&stdout), tail(&stderr))
	}

	/// Waits for its end.
	///
	/// # Panics
	/// If it takes longer than `limit`.
	pub fn finish(mut self, limit: Duration) -> Finished {
		let began = Instant::now();
		let code = loop {
			if let Some(code) = self.ended() {
				break code;
			}
			assert!(began.elapsed() < limit, "still running after {limit:?}: {}", self.log());
			sleep(PAUSE);
		};
		let (stdout, stderr) = self.output();
		Finished { command: self.command.clone(), code, stdout, stderr }
	}

	/// Ends it by a signal that it can't handle, and waits until it is gone.
	pub fn kill(&mut self) {
		// Fails only if it has ended already.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
}

impl Drop for Process {
	fn drop(&mut self) {
		self.kill();
	}
}

impl Finished {
	/// The JSON that it wrote to standard output: all of that, or its last line.
	///
	/// # Panics
	/// If neither is JSON.
	pub fn json(&self) -> Value {
		let line = self.stdout.lines().last().unwrap_or_default();
		serde_json::from_str(&self.stdout)
			.or_else(|_| serde_json::from_str(line))
			.unwrap_or_else(|error| panic!("not JSON ({error}): {self}"))
	}

	/// Itself, if it succeeded.
	///
	/// # Panics
	/// If it failed.
	pub fn succeeded(self) -> Self {
		assert_eq!(self.code, Some(0), "{self}");
		self
	}

	/// Checks that it failed with this code, and that its standard error has all of `named`.
	///
	/// # Panics
	/// If not.
	pub fn refused(&self, code: i32, named: &[&str]) {
		assert_eq!(self.code, Some(code), "{self}");
		for needed in named {
			assert!(self.stderr.contains(needed), "`{needed}` is missing: {self}");
		}
	}
}

impl std::fmt::Display for Finished {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		let Self { command, code, stdout, stderr } = self;
		writeln!(f, "{command}\nexit code: {code:?}\n{}\n{}", tail(stdout), tail(stderr))
	}
}

fn tail(text: &str) -> String {
	let lines: Vec<&str> = text.lines().collect();
	lines[lines.len().saturating_sub(SHOWN)..].join("\n")
}
