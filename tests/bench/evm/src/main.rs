// SPDX-License-Identifier: Apache-2.0

//! The same kind of trade on Ethereum's machine, as a peer to compare with: the part `evm` of
//! `scripts/bench`, which leaves its figures where those of the other parts are.
//!
//! A trade is an order of Seaport 1.6, signed by the seller, filled by a transaction signed by the
//! buyer: one ERC-721 token against the chain's own coin, without fees or a conduit, the cheapest
//! form Seaport has. It is measured twice:
//!
//! - in this process, on revm with all state in memory;
//! - on a whole node over RPC, anvil.
//!
//! Where there was a choice, it was made in the peer's favour; [`NOTES`] says what is not as on a
//! whole chain.

mod anvil;
mod artifacts;
mod in_process;
mod json_rpc;
mod market;
mod notes;
mod planner;
mod rate;
mod results;
mod seaport;
mod settings;
mod transaction;
mod wallet;
mod world;

// What the other parts share with this one.
#[path = "../../src/cores.rs"]
mod cores;
#[path = "../../src/figures.rs"]
mod figures;
#[path = "../../src/machine.rs"]
mod machine;
#[path = "../../src/part.rs"]
mod part;
#[path = "../../src/players/turns.rs"]
mod turns;

use artifacts::Artifacts;
use clap::Parser;
use notes::NOTES;
use part::{Scale, Setting};
use results::{EvmResult, Settings, Size};
use std::{env, path::PathBuf, process::ExitCode};

/// As in clients that are released, and in Freehold's node.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What went wrong, for whoever runs this.
type Result<T> = std::result::Result<T, String>;

/// The folder `node_modules` that the packages of tests/bench/js are installed in.
const NODE_MODULES: &str = "FREEHOLD_BENCH_NODE_MODULES";

/// Measures Seaport on revm in this process, and on a node of its own.
#[derive(Parser)]
struct Arguments {
	#[command(flatten)]
	setting: Setting,
}

fn main() -> ExitCode {
	match Arguments::parse().setting.keep("evm", measure) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		},
	}
}

/// Measures both.
fn measure(scale: Scale) -> Result<EvmResult> {
	let node_modules = env::var_os(NODE_MODULES)
		.map(PathBuf::from)
		.ok_or_else(|| format!("{NODE_MODULES} is not set; scripts/bench sets it"))?;
	let size = Size::of(scale);
	let artifacts = Artifacts::load(&node_modules)?;
	let in_process = in_process::measure(&artifacts, &size)?;
	let anvil = anvil::measure(&artifacts, &node_modules, &size)?;
	Ok(EvmResult {
		settings: Settings::new(size, &artifacts),
		in_process,
		anvil,
		notes: NOTES.iter().map(ToString::to_string).collect(),
	})
}
