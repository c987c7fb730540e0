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
