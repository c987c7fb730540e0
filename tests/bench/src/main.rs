// SPDX-License-Identifier: Apache-2.0

//! Measures how fast Freehold settles trades, and how fast what people would use instead is: run it
//! by `scripts/bench`. Each part is a subcommand, and leaves its figures in a file from which
//! `report` makes the documents.
//!
//! A part is a module with a function `measure`, which is told the [`Scale`] and returns figures
//! that are `Serialize` and `Deserialize`. It prints its progress on standard error. The part `evm`
//! is a program of its own, in the folder of that name; only the form of its figures is known here.

mod ahead;
mod apart;
mod bare;
mod caches;
mod chain;
mod cores;
mod crypto;
mod database;
mod end_to_end;
#[path = "../evm/src/results.rs"]
mod evm;
mod figures;
mod grow;
mod growth;
mod import;
mod machine;
mod part;
mod players;
mod process;
mod profile;
mod report;
mod runs;
mod state;
mod stock;
mod store;
mod timed;
mod trades;

use clap::{Args, Parser, Subcommand};
use part::{Scale, Setting};
use serde::Serialize;
use std::{
	path::{Path, PathBuf},
	process::ExitCode,
};

/// As in the node.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What went wrong, for whoever runs this.
type Result<T> = std::result::Result<T, String>;

/// Measures how fast Freehold settles trades.
#[derive(Parser)]
struct Arguments {
	#[command(subcommand)]
	command: Command,
}

#[derive(Subcommand)]
enum Command {
	/// Imports full blocks on a large state, and says where the time goes.
	Import(OnChains),
	/// The same with stock pallets, one extrinsic a trade.
	Stock(OnChains),
	/// Nodes under load: from submission to inclusion and to finality.
	EndToEnd(OnChains),
	/// What a trade costs as the state and the batch grow.
	Growth(OnChains),
	/// What a node's caches are worth by their sizes.
	Caches(OnChains),
	/// What an Ed25519 signature costs to verify, by each backend considered.
	Crypto(Setting),
	/// Grows the chains that parts measure on, several at once.
	Grow(grow::Arguments),
	/// Has `perf` look at the import of full blocks.
	Profile(profile::Arguments),
	/// What the database takes for a record, which is a part of what every call weighs: writes it
	/// where the runtime has it.
	Database(database::Arguments),
	/// Writes the documents from the figures that there are.
	Report(report::Arguments),
	/// Makes blocks. Told what on standard input, by a part.
	#[command(hide = true)]
	MakeBlocks,
	/// Imports blocks. Told what on standard input, by a part.
	#[command(hide = true)]
	ImportBlocks,
	/// Makes or imports blocks of stock pallets. Told what on standard input, by a part.
	#[command(hide = true)]
	StockBlocks,
}

/// What a part is told that grows chains.
#[derive(Args)]
struct OnChains {
	#[command(flatten)]
	setting: Setting,
	/// Where chains are grown and copied: tens of gigabytes at full scale. Kept, so that the next
	/// run need not grow them again.
	#[arg(long, value_name = "FOLDER")]
	chains: PathBuf,
}

impl OnChains {
	/// As [`Setting::keep`].
	fn keep<Figures: Serialize>(
		self,
		name: &str,
		measure: impl FnOnce(Scale, &Path) -> Result<Figures>,
	) -> Result<()> {
		self.setting.keep(name, |scale| measure(scale, &self.chains))
	}
}

fn main() -> ExitCode {
	match run(Arguments::parse().command) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		},
	}
}

fn run(command: Command) -> Result<()> {
	match command {
		Command::Import(told) => told.keep("import", import::measure),
		Command::Stock(told) => told.keep("stock", stock::measure),
		Command::EndToEnd(told) => told.keep("end-to-end", end_to_end::measure),
		Command::Growth(told) => told.keep("growth", growth::measure),
		Command::Caches(told) => told.keep("caches", caches::measure),
		Command::Crypto(setting) => setting.keep("crypto", crypto::measure),
		Command::Grow(arguments) => grow::grow(arguments),
		Command::Profile(arguments) => profile::profile(&arguments),
		Command::Database(arguments) => database::weigh(&arguments),
		Command::Report(arguments) => report::write(&arguments),
		Command::MakeBlocks => apart::serve(runs::make),
		Command::ImportBlocks => apart::serve(runs::import),
		Command::StockBlocks => apart::serve(stock::blocks),
	}
}
