// SPDX-License-Identifier: Apache-2.0

//! Makes the documents of the figures that the parts left. What was not measured is said to be
//! missing, never guessed.

mod caches;
mod crypto;
mod end_to_end;
mod evm;
mod growth;
mod headline;
mod import;
mod kept;
mod stock;
mod targets;
mod text;

use crate::{part::Part, Result, Scale};
use clap::Args;
use headline::Headline;
use serde::Serialize;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// What the report is told.
#[derive(Args)]
pub struct Arguments {
	/// Where the parts left their figures.
	#[arg(long, value_name = "FOLDER")]
	results: PathBuf,
	/// Where `benchmarks.md` and `benchmarks.json` go.
	#[arg(long, value_name = "FOLDER")]
	documents: PathBuf,
}

/// The figures of all parts that were measured.
#[derive(Serialize)]
struct Results {
	import: Option<Part<crate::import::Figures>>,
	stock: Option<Part<crate::stock::Figures>>,
	evm: Option<Part<crate::evm::EvmResult>>,
	end_to_end: Option<Part<crate::end_to_end::EndToEnd>>,
	growth: Option<Part<crate::growth::Figures>>,
	caches: Option<Part<crate::caches::Figures>>,
	crypto: Option<Part<crate::crypto::Figures>>,
}

/// What is written for programs.
#[derive(Serialize)]
struct Document<'a> {
	#[serde(flatten)]
	headline: &'a Headline,
	parts: &'a Results,
}

impl Results {
	fn read(folder: &Path) -> Result<Self> {
		Ok(Self {
			import: kept::read(folder, "import")?,
			stock: kept::read(folder, "stock")?,
			evm: kept::read(folder, "evm")?,
			end_to_end: kept::read(folder, "end-to-end")?,
			growth: kept::read(folder, "growth")?,
			caches: kept::read(folder, "caches")?,
			crypto: kept::read(folder, "crypto")?,
		})
	}
}

/// Writes the documents, and prints the one for people.
pub fn write(arguments: &Arguments) -> Result<()> {
	let results = Results::read(&arguments.results)?;
	let headline = Headline::of(&results);
	let markdown = markdown(&results, &headline);
	let document = Document { headline: &headline, parts: &results };
	let json = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
	save(&arguments.documents.join("benchmarks.md"), &markdown)?;
	save(&arguments.documents.join("benchmarks.json"), &(json + "\n"))?;
	print!("{markdown}");
	Ok(())
}

fn save(path: &Path, text: &str) -> Result<()> {
	fs::write(path, text).map_err(|error| format!("can't write {}: {error}", path.display()))
}

fn markdown(results: &Results, headline: &Headline) -> String {
	let sections = [
		section("Import", "import", &results.import, import::section),
		section("Stock pallets", "stock", &results.stock, stock::section),
		section("Seaport", "evm", &results.evm, evm::section),
		section("End to end", "end-to-end", &results.end_to_end, end_to_end::section),
		section("Growth", "growth", &results.growth, growth::section),
		section("Caches", "caches", &results.caches, caches::section),
		section("Signatures", "crypto", &results.crypto, crypto::section),
	];
	format!(
		"\
# Benchmarks

Written by `./scripts/bench`; measure anew, do not edit. `benchmarks.json` has every figure. What
each part does, and in which order, is in its code in `tests/bench`.

## Figures to reach

{}Figures that are compared are of one run, on one machine; those of different runs are not.

{}",
		targets::table(results, headline),
		sections.concat(),
	)
}

/// A part under its title, with what it was measured on.
fn section<Figures>(
	title: &str,
	name: &str,
	part: &Option<Part<Figures>>,
	text: impl FnOnce(&Figures) -> String,
) -> String {
	let Some(Part { date, machine, scale, figures }) = part else {
		return format!("## {title}\n\nMissing: `./scripts/bench {name}` was not run.\n\n");
	};
	let scale = match scale {
		Scale::Quick => "quick: no result, but a sign that it works",
		Scale::Usual => "usual",
		Scale::Full => "full",
	};
	let text = text(figures);
	format!("## {title}\n\n{date} UTC, {machine}; scale: {scale}.\n\n{text}")
}
