// SPDX-License-Identifier: Apache-2.0

//! A part of what is measured: what it is told, and how it keeps its figures for the report.

use crate::{machine, Result};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};
use std::{
	fs,
	path::{Path, PathBuf},
};

/// What every part is told.
#[derive(Args)]
pub struct Setting {
	/// How much is measured.
	#[arg(long, value_enum, default_value_t = Scale::Usual)]
	scale: Scale,
	/// Where each part leaves its figures.
	#[arg(long, value_name = "FOLDER")]
	results: PathBuf,
	/// When the run began, to the minute, such as "2026-11-30 17:44": parts are compared that have the
	/// same.
	#[arg(long)]
	date: String,
}

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize, Deserialize)]
pub enum Scale {
	/// A small state and few blocks: to see that everything works. Its figures are no result.
	Quick,
	/// A million avatars and a million items.
	Usual,
	/// Five million of each.
	Full,
}

impl Setting {
	/// Measures a part, and leaves its figures where the report finds them.
	pub fn keep<Figures: Serialize>(
		self,
		name: &str,
		measure: impl FnOnce(Scale) -> Result<Figures>,
	) -> Result<()> {
		let Self { scale, results, date } = self;
		let machine = machine::describe();
		eprintln!("{name}: {scale:?} scale, on {machine}");
		let figures = measure(scale).map_err(|error| format!("{name}: {error}"))?;
		Part { date, machine, scale, figures }.write(&results, name)
	}
}

/// What a part measured, when and where.
#[derive(Serialize, Deserialize)]
pub struct Part<Figures> {
	/// When the run began of which it is a part.
	pub date: String,
	/// The machine.
	pub machine: String,
	/// How much was measured.
	pub scale: Scale,
	/// What came out.
	pub figures: Figures,
}

impl<Figures: Serialize> Part<Figures> {
	/// Leaves them in a file named after the part.
	pub fn write(&self, folder: &Path, name: &str) -> Result<()> {
		let path = file(folder, name);
		let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
		fs::create_dir_all(folder)
			.and_then(|()| fs::write(&path, text + "\n"))
			.map_err(|error| format!("can't write {}: {error}", path.display()))
	}
}

/// Where a part's figures are.
pub fn file(folder: &Path, name: &str) -> PathBuf {
	folder.join(name).with_extension("json")
}
