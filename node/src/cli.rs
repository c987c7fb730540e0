// SPDX-License-Identifier: Apache-2.0

//! The command line.

use crate::chain_spec;
use sc_cli::SubstrateCli;
use sc_storage_monitor::StorageMonitorParams;

const DESCRIPTION: &str = "\
The Freehold node: it validates, stores and serves a chain of shared virtual worlds.

Try it (one validator, public keys, nothing kept at exit):
  freehold-node --dev

Two validators on one machine:
  freehold-node --chain local --alice --base-path /tmp/alice
  freehold-node --chain local --bob   --base-path /tmp/bob --port 30334 --rpc-port 9945

Validate on a network whose chain spec you were given:
  freehold-node --chain world.json --validator --base-path /var/lib/freehold";

/// Bytes for the state's trie above the database's own cache, if the operator says nothing else: none,
/// as blocks of batches are imported faster without.
const TRIE_CACHE: &str = "0";

/// Everything the command line can say.
#[derive(Debug, clap::Parser)]
#[command(mut_arg("trie_cache_size", |arg| arg.default_value(TRIE_CACHE)))]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: sc_cli::RunCmd,

	/// When to stop for want of disk space.
	#[command(flatten)]
	pub storage_monitor: StorageMonitorParams,

	/// Time in milliseconds that a vote is given to reach the other validators.
	///
	/// A finality round waits twice this before the first vote and twice again before the second,
	/// so a lower value makes blocks final sooner, at the price of more rounds and more traffic.
	/// Set it above the slowest usual one-way delay between validators: 100 suits one continent,
	/// 300 the globe. Validators may differ; the slowest third sets the pace.
	#[arg(
		long,
		value_name = "MS",
		default_value_t = 100,
		value_parser = clap::value_parser!(u64).range(25..=5000)
	)]
	pub grandpa_gossip_duration: u64,

	/// Print no welcome when a development chain starts.
	#[arg(long)]
	pub no_banner: bool,
}

/// The commands that work on keys, chain specs and databases, then end.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write the chain spec to standard output or a file, plain or raw.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Execute a block of the database again and verify it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to standard output or a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Import blocks that `export-blocks` wrote.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state at a block as a raw chain spec that a new chain can start from.
	ExportState(sc_cli::ExportStateCmd),

	/// Delete the blocks and the state of a chain; keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back the newest blocks that are not final.
	Revert(sc_cli::RevertCmd),

	/// Print the best, final and genesis blocks of the database as JSON.
	ChainInfo(sc_cli::ChainInfoCmd),
}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Freehold Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		DESCRIPTION.into()
	}

	fn author() -> String {
		"the Freehold authors".into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		chain_spec::load(id)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::{CommandFactory, Parser};

	fn gossip_duration(value: &str) -> Option<u64> {
		Cli::try_parse_from(["freehold-node", "--grandpa-gossip-duration", value])
			.ok()
			.map(|cli| cli.grandpa_gossip_duration)
	}

	#[test]
	fn no_two_flags_collide() {
		Cli::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn gossip_duration_is_bounded() {
		assert_eq!(gossip_duration("24"), None);
		assert_eq!(gossip_duration("25"), Some(25));
		assert_eq!(gossip_duration("5000"), Some(5000));
		assert_eq!(gossip_duration("5001"), None);
	}

	#[test]
	fn the_trie_has_no_cache_of_its_own_unless_the_operator_says_otherwise() {
		let trie_cache = |arguments: &[&str]| {
			let program = ["freehold-node"].iter().chain(arguments);
			let cli = Cli::try_parse_from(program).expect("the arguments are valid");
			cli.run.import_params.trie_cache_maximum_size()
		};

		assert_eq!(trie_cache(&[]), None);
		assert_eq!(trie_cache(&["--trie-cache-size", "7"]), Some(7));
	}

	#[test]
	fn help_fits_a_terminal() {
		assert!(DESCRIPTION.lines().all(|line| line.chars().count() <= 90));
	}
}
