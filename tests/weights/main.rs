// SPDX-License-Identifier: Apache-2.0

//! Measures what the calls of our pallets weigh, and writes their `weights.rs`: run it by
//! `scripts/weights`. Why not with the SDK's tool is in the repository's decision 0016.
//!
//! [`rig`] runs one benchmark of the runtime, [`plan`] says for which values of its components,
//! [`formula`] finds the weight behind the measurements, and [`file`] writes it down. What a record
//! takes, which is in all of them, is measured by the bench.

mod file;
mod formula;
mod plan;
mod rig;

use clap::Parser;
use file::{Call, Heading};
use formula::Formula;
use frame_benchmarking::{BenchmarkList, BenchmarkMetadata};
use rig::{Rig, Target};
use std::{fs, path::PathBuf, process::ExitCode};

/// As in the node.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What went wrong, for whoever runs this.
type Result<T> = std::result::Result<T, String>;

/// Measures what the calls of our pallets weigh.
#[derive(Parser)]
struct Arguments {
	/// A pallet to measure, such as `worlds`; all if none is named.
	#[arg(long = "pallet", value_name = "PALLET")]
	pallets: Vec<String>,
	/// A call to measure. What it weighs is printed: a file is written of all calls only.
	#[arg(long = "extrinsic", value_name = "CALL")]
	extrinsics: Vec<String>,
	/// At how many values each component of a benchmark is measured.
	#[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(2..))]
	steps: u32,
	/// How often each of them is measured.
	#[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
	repeat: u32,
	/// The folder of the pallets.
	#[arg(long, value_name = "FOLDER")]
	folder: PathBuf,
	/// What is said of the machine.
	#[arg(long)]
	machine: String,
	/// What is said of the time.
	#[arg(long)]
	date: String,
}

fn main() -> ExitCode {
	// Said by `cargo bench`, and not by `cargo test`, which is not to measure for an hour.
	let (bench, rest): (Vec<_>, Vec<_>) = std::env::args().partition(|it| it == "--bench");
	if bench.is_empty() {
		return ExitCode::SUCCESS;
	}
	match run(&Arguments::parse_from(rest)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		},
	}
}

fn run(arguments: &Arguments) -> Result<()> {
	let rig = Rig::new()?;
	let known = rig.lists().iter().map(|list| text(&list.pallet)).collect::<Vec<_>>();
	let asked = arguments.pallets.iter().map(|name| module(name)).collect::<Vec<_>>();
	if let Some(unknown) = asked.iter().find(|name| !known.contains(name)) {
		return Err(format!("no benchmarks of {unknown}; there are of {}", known.join(", ")));
	}
	let lists: Vec<_> = rig
		.lists()
		.iter()
		.filter(|list| asked.is_empty() || asked.contains(&text(&list.pallet)))
		.collect();
	let failures: Vec<_> = lists.iter().flat_map(|list| failures(&rig, list, arguments)).collect();
	if !failures.is_empty() {
		return Err(format!("these do not run:\n  {}", failures.join("\n  ")));
	}
	lists.into_iter().try_for_each(|list| measure_pallet(&rig, list, arguments))
}

/// The benchmarks of a pallet that fail at the first or last of their points: found out before
/// anything is measured, which takes long.
fn failures(rig: &Rig, list: &BenchmarkList, arguments: &Arguments) -> Vec<String> {
	let BenchmarkList { pallet, instance, benchmarks } = list;
	let try_out = |benchmark: &BenchmarkMetadata| {
		let target = Target { pallet, instance, benchmark };
		let points = plan::points(&benchmark.components, arguments.steps);
		let mut ends = points.first().into_iter().chain(points.last());
		let outcome = ends.try_for_each(|point| rig.verify(target, point));
		let name = |error| format!("{}::{}: {error}", text(pallet), text(&benchmark.name));
		outcome.err().map(name)
	};
	benchmarks
		.iter()
		.filter(|benchmark| is_asked(benchmark, arguments))
		.filter_map(try_out)
		.collect()
}

fn is_asked(benchmark: &BenchmarkMetadata, arguments: &Arguments) -> bool {
	arguments.extrinsics.is_empty() || arguments.extrinsics.contains(&text(&benchmark.name))
}

/// Measures the calls of a pallet, and writes its file, or prints those that were asked for.
fn measure_pallet(rig: &Rig, list: &BenchmarkList, arguments: &Arguments) -> Result<()> {
	let BenchmarkList { pallet, instance, benchmarks } = list;
	let name = text(pallet);
	let calls = benchmarks
		.iter()
		.filter(|benchmark| is_asked(benchmark, arguments))
		.map(|benchmark| {
			measure(rig, Target { pallet, instance, benchmark }, arguments)
				.map_err(|error| format!("{name}::{}: {error}", text(&benchmark.name)))
		})
		.collect::<Result<Vec<_>>>()?;

	if !arguments.extrinsics.is_empty() {
		calls.iter().for_each(|call| println!("{}", file::definition(call)));
		return Ok(());
	}
	let heading = Heading {
		date: &arguments.date,
		machine: &arguments.machine,
		steps: arguments.steps,
		repeat: arguments.repeat,
	};
	let path = arguments.folder.join(name.trim_start_matches("pallet_")).join("src/weights.rs");
	fs::write(&path, file::whole(&heading, &calls))
		.map_err(|error| format!("can't write {}: {error}", path.display()))
}

/// Measures one benchmark. Each point is run once with its own checks first, which also warms up
/// whatever is slower the first time, and once to count what it reads and writes; then it is timed.
fn measure(rig: &Rig, target: Target<'_>, arguments: &Arguments) -> Result<Call> {
	let BenchmarkMetadata { name, components, .. } = target.benchmark;
	let points = plan::points(components, arguments.steps);
	eprintln!("{}::{}: {} points", text(target.pallet), text(name), points.len());

	let (mut counted, mut timed) = (Vec::new(), Vec::new());
	for point in &points {
		rig.verify(target, point)?;
		counted.extend(rig.count(target, point)?);
		timed.extend(rig.time(target, point, arguments.repeat)?);
	}
	let formula = Formula::fit(&counted, &timed)?;
	eprintln!("\t{formula}");
	Ok(Call {
		name: text(name),
		components: components.clone(),
		formula,
		records: rig.records(&counted),
	})
}

/// The module of a pallet, however it is named: `pallet_worlds` for `worlds`, `pallet-worlds`.
fn module(name: &str) -> String {
	let name = name.replace('-', "_");
	format!("pallet_{}", name.trim_start_matches("pallet_"))
}

/// A name of the runtime as text.
fn text(name: &[u8]) -> String {
	String::from_utf8_lossy(name).into_owned()
}
