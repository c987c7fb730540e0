// SPDX-License-Identifier: Apache-2.0
//! The `freehold` command, for wallets and world servers.

mod arguments;
mod cli;
mod commands;
mod failure;
mod keyring;
mod output;
mod parse;

use clap::Parser;
use std::{io::Write, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
	match commands::run(cli::Cli::parse()).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			// If nobody reads the errors, the exit code still tells.
			let _ = writeln!(std::io::stderr(), "error: {failure}");
			failure.exit_code()
		},
	}
}
