// SPDX-License-Identifier: Apache-2.0
//! What commands print: results to stdout, for people or as one line of JSON; progress to stderr.

use crate::failure::Failure;
use comfy_table::{presets::UTF8_FULL_CONDENSED, Table};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use std::{
	cell::OnceCell,
	fmt::Display,
	io::{self, stderr, stdout, ErrorKind, Write},
};

/// Where results go.
pub struct Output {
	/// Whether they are for programs.
	pub json: bool,
	/// Why a result is lost.
	lost: OnceCell<io::Error>,
}

impl Output {
	/// Results are for programs, or for people.
	pub fn new(json: bool) -> Self {
		Self { json, lost: OnceCell::new() }
	}

	/// Prints a command's result, in the form that was asked for.
	pub fn finish(&self, human: impl Display, json: &Value) {
		let mut out = stdout().lock();
		let written = if self.json { writeln!(out, "{json}") } else { writeln!(out, "{human}") };
		match written.and_then(|()| out.flush()) {
			// A closed pipe means that the reader has seen enough.
			Err(reason) if reason.kind() != ErrorKind::BrokenPipe => {
				// The first reason is the one to tell.
				let _ = self.lost.set(reason);
			},
			_ => {},
		}
	}

	/// Whether all results could be written; a full disk may have swallowed one.
	pub fn ensure_written(&self) -> Result<(), Failure> {
		match self.lost.get() {
			Some(reason) => Err(Failure::Check(format!("the result can't be written: {reason}"))),
			None => Ok(()),
		}
	}
}

/// Tells what is being done.
pub fn step(text: impl Display) {
	let _ = writeln!(stderr(), "{text}");
}

/// A bar for `length` things; it is not drawn where nobody would see it.
pub fn progress(what: &'static str, length: usize) -> ProgressBar {
	let style = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len} {elapsed}")
		.unwrap_or_else(|_| ProgressStyle::default_bar());
	let length = u64::try_from(length).unwrap_or(u64::MAX);
	ProgressBar::new(length).with_style(style).with_message(what)
}

/// A table with a header.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Table {
	let mut table = Table::new();
	table.load_preset(UTF8_FULL_CONDENSED).set_header(header.to_vec());
	for row in rows {
		table.add_row(row);
	}
	table
}

/// A table of names and values.
pub fn facts<'a>(facts: impl IntoIterator<Item = (&'a str, String)>) -> Table {
	let mut table = Table::new();
	table.load_preset(UTF8_FULL_CONDENSED);
	for (name, value) in facts {
		table.add_row(vec![name.into(), value]);
	}
	table
}
