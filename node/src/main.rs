// SPDX-License-Identifier: Apache-2.0

//! The Freehold node: consensus, network, database and RPC around the runtime.

#![allow(
	clippy::result_large_err,
	reason = "the SDK's errors are that large, and are made at most once before a node ends"
)]

mod banner;
mod chain_spec;
mod cli;
mod command;
mod network_key;
mod ports;
mod rpc;
mod service;

use std::process::ExitCode;

/// Nodes of the trie come and go by the thousand in each block. jemalloc keeps memory from falling to
/// pieces over weeks of that, and is faster at it than the system's allocator. RocksDB uses it too.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		// Printed by hand: returned from `main`, the error would be in its `Debug` form, whose
		// escaped line breaks hide what the operator should do.
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		},
	}
}
