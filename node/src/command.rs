// SPDX-License-Identifier: Apache-2.0

//! Carries out what the command line says.

use crate::{
	cli::{Cli, Subcommand},
	network_key, ports,
	service::{self, FullBackend, FullClient, NodeOptions},
};
use freehold_runtime::{constants::SS58_PREFIX, opaque::Block, BlockNumber};
use sc_cli::{CliConfiguration, Error, Result, SubstrateCli};
use sc_consensus::DefaultImportQueue;
use sc_network::config::Secret;
use sc_service::{config::NodeKeyConfig, Configuration, PartialComponents};
use sp_core::crypto::{set_default_ss58_version, Ss58AddressFormat};
use std::{future::Future, sync::Arc, time::Duration};

/// At one block per second, these two lines of each authored block drown everything else.
const QUIET: &str = "sc_basic_authorship=warn";

/// Parses the command line and runs what it asks for, until it is done or a signal comes.
pub fn run() -> Result<()> {
	// Key commands print addresses, and RPC methods take them, in this format.
	set_default_ss58_version(Ss58AddressFormat::custom(SS58_PREFIX));

	let mut cli = Cli::from_args();
	let Some(subcommand) = cli.subcommand.take() else { return run_node(cli) };

	match subcommand {
		Subcommand::Key(cmd) => cmd.run(&cli),
		Subcommand::ExportChainSpec(cmd) => cmd.run(cli.load_spec(&cmd.chain)?),
		Subcommand::CheckBlock(cmd) => {
			with_chain(&cli, &cmd, |chain| cmd.run(chain.client, chain.import_queue))
		},
		Subcommand::ExportBlocks(cmd) => {
			with_chain(&cli, &cmd, |chain| cmd.run(chain.client, chain.config.database))
		},
		Subcommand::ImportBlocks(cmd) => {
			with_chain(&cli, &cmd, |chain| cmd.run(chain.client, chain.import_queue))
		},
		Subcommand::ExportState(cmd) => {
			with_chain(&cli, &cmd, |chain| cmd.run(chain.client, chain.config.chain_spec))
		},
		Subcommand::Revert(cmd) => with_chain(&cli, &cmd, |chain| {
			cmd.run::<Block, _, _>(chain.client, chain.backend, Some(Box::new(revert_consensus)))
		}),
		Subcommand::PurgeChain(cmd) => {
			cli.create_runner(&cmd)?.sync_run(|config| cmd.run(config.database))
		},
		Subcommand::ChainInfo(cmd) => {
			cli.create_runner(&cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		},
	}
}

fn run_node(mut cli: Cli) -> Result<()> {
	// A validator's first start has no network key yet. Unless the operator says where it is, we
	// make it where the next start looks for it, so the identity is stable without a manual step.
	// One named by --node-key-file must exist: its absence is likely a mistake in the path.
	let node_key = &mut cli.run.network_params.node_key_params;
	if node_key.node_key.is_none() && node_key.node_key_file.is_none() {
		node_key.unsafe_force_node_key_generation = true;
	}
	// First, so that the operator's own filters win.
	cli.run.shared_params.log.insert(0, QUIET.into());

	let mut runner = cli.create_runner(&cli.run)?;
	if cli.run.rpc_params.experimental_rpc_endpoint.is_empty() {
		for endpoint in runner.config_mut().rpc.addr.iter_mut().flatten() {
			endpoint.retry_random_port = false;
		}
	}
	ports::ensure_free(runner.config()).map_err(refusal)?;
	create_network_key(&runner.config().network.node_key)?;

	let options = NodeOptions {
		gossip_duration: Duration::from_millis(cli.grandpa_gossip_duration),
		storage_monitor: cli.storage_monitor,
		banner: !cli.no_banner,
	};
	runner.run_node_until_exit(|config| async move {
		service::start(config, options).map_err(Error::Service)
	})
}

fn create_network_key(node_key: &NodeKeyConfig) -> Result<()> {
	let created = network_key::create_if_missing(node_key).map_err(|error| {
		let place = match node_key {
			NodeKeyConfig::Ed25519(Secret::File(path)) => format!(" at {}", path.display()),
			NodeKeyConfig::Ed25519(_) => String::new(),
		};
		refusal(format!(
			"can't create the network key of this node{place}: {error}.\n\
			 Make its directory writable, or name a key with --node-key-file."
		))
	})?;
	if let Some((path, peer_id)) = created {
		log::info!("🔑 New network key in {}; peer id {peer_id}", path.display());
	}
	Ok(())
}

/// An error that is printed as it stands.
fn refusal(message: String) -> Error {
	Error::Application(message.into())
}

/// What the commands that work on a stored chain need.
struct Chain {
	config: Configuration,
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	import_queue: DefaultImportQueue<Block>,
}

fn with_chain<C: CliConfiguration, F: Future<Output = Result<()>>>(
	cli: &Cli,
	command: &C,
	work: impl FnOnce(Chain) -> F,
) -> Result<()> {
	cli.create_runner(command)?.async_run(|config| {
		let PartialComponents { client, backend, import_queue, task_manager, .. } =
			service::new_partial(&config)?;
		Ok((work(Chain { config, client, backend, import_queue }), task_manager))
	})
}

/// Reverts what consensus keeps beside the blocks. Both stop at the last final block.
fn revert_consensus(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: BlockNumber,
) -> Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}
