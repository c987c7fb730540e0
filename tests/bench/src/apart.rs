// SPDX-License-Identifier: Apache-2.0

//! Work that is done in a process of its own, so that no cache is warm, and its memory is its own.

use crate::Result;
use serde::{de::DeserializeOwned, Serialize};
use std::{
	env,
	io::{stdin, stdout, Read as _, Write as _},
	process::{Command, Stdio},
};

/// Runs this program once more, with a subcommand that calls [`serve`], and waits for its answer.
pub fn run<Answer: DeserializeOwned>(subcommand: &str, job: &impl Serialize) -> Result<Answer> {
	let explain = |error: &dyn std::fmt::Display| format!("{subcommand}: {error}");
	let program = env::current_exe().map_err(|error| explain(&error))?;
	let mut child = Command::new(program)
		.arg(subcommand)
		.stdin(Stdio::piped())
		.stdout(Stdio::piped())
		.spawn()
		.map_err(|error| explain(&error))?;
	let job = serde_json::to_vec(job).map_err(|error| explain(&error))?;
	// Taken out of the child, and so closed at the end of the statement.
	let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(&job));
	let output = child.wait_with_output().map_err(|error| explain(&error))?;
	if !output.status.success() {
		return Err(explain(&output.status));
	}
	written.map_err(|error| explain(&error))?;
	serde_json::from_slice(&output.stdout).map_err(|error| explain(&error))
}

/// Does the job on standard input, and puts the answer on standard output.
pub fn serve<Job: DeserializeOwned, Answer: Serialize>(
	work: impl FnOnce(Job) -> Result<Answer>,
) -> Result<()> {
	let mut job = String::new();
	stdin().read_to_string(&mut job).map_err(|error| error.to_string())?;
	let answer = work(serde_json::from_str(&job).map_err(|error| error.to_string())?)?;
	let answer = serde_json::to_vec(&answer).map_err(|error| error.to_string())?;
	stdout().write_all(&answer).map_err(|error| error.to_string())
}
