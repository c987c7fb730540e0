// SPDX-License-Identifier: Apache-2.0

//! A running node.

use super::{
	new_partial, pool::Pool, slot_inherents, verify_ahead, Consensus, FullClient,
	JUSTIFICATION_PERIOD,
};
use crate::{banner, banner::Banner, rpc};
use freehold_runtime::{opaque::Block, AccountId, BlockNumber, Hash};
use futures::{FutureExt, StreamExt};
use sc_authority_discovery::WorkerConfig;
use sc_basic_authorship::ProposerFactory;
use sc_client_api::{Backend, HeaderBackend, StorageProvider};
use sc_consensus_babe::{BabeParams, SlotProportion};
use sc_consensus_grandpa::{FinalityProofProvider, GrandpaParams, SharedVoterState};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_network::{
	config::{FullNetworkConfiguration, NetworkBackendType},
	multiaddr::Protocol,
	service::traits::NetworkService,
	Event, Litep2pNetworkBackend, Multiaddr, NetworkBackend, NetworkEventStream, NetworkWorker,
};
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	BuildNetworkParams, ChainSpec, ChainType, Configuration, Error, PartialComponents,
	SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_keystore::KeystorePtr;
use std::{
	io::{stdout, Write},
	sync::Arc,
	time::Duration,
};

/// The part of a slot after which an unfinished block is thrown away: all of it, and some slots
/// more after empty ones. What a block holds is bounded by its weight, far below. Only a machine
/// that is held up comes near, and a block that is late may still find its place where one that was
/// thrown away can't.
const PROPOSAL_PORTION: f32 = 1.0;

/// Above the longest block that the runtime admits, so that the runtime alone decides what fits:
/// the stock limit of 4 MiB would cut its 5 MiB of ordinary transactions. Below the 16 MiB that the
/// network carries in one message.
const PROPOSAL_SIZE_LIMIT: usize = 8 * 1024 * 1024;

/// What the operator chose that the stock configuration doesn't hold.
pub struct NodeOptions {
	/// Time that a GRANDPA vote is given to reach the other validators.
	pub gossip_duration: Duration,
	/// When to stop for want of disk space.
	pub storage_monitor: StorageMonitorParams,
	/// Whether a development chain prints a welcome.
	pub banner: bool,
}

/// Starts a node on the network backend that `config` names. It runs while the returned task
/// manager lives.
pub fn start(config: Configuration, options: NodeOptions) -> Result<TaskManager, Error> {
	match config.network.network_backend {
		NetworkBackendType::Libp2p => start_on::<NetworkWorker<Block, Hash>>(config, options),
		NetworkBackendType::Litep2p => start_on::<Litep2pNetworkBackend>(config, options),
	}
}

fn start_on<Net: NetworkBackend<Block, Hash>>(
	config: Configuration,
	options: NodeOptions,
) -> Result<TaskManager, Error> {
	let PartialComponents {
		client,
		backend,
		mut task_manager,
		keystore_container,
		select_chain,
		import_queue,
		transaction_pool,
		other: Consensus { block_import, babe_link, babe_worker, grandpa_link, mut telemetry },
	} = new_partial(&config)?;

	if let Some(path) = config.database.path() {
		StorageMonitorService::try_spawn(
			options.storage_monitor,
			path.into(),
			&task_manager.spawn_essential_handle(),
		)
		.map_err(|error| Error::Application(error.into()))?;
	}

	let genesis_hash = client.info().genesis_hash;
	let grandpa_protocol =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let metrics = Net::register_notification_metrics(config.prometheus_registry());
	let mut net_config = FullNetworkConfiguration::<Block, Hash, Net>::new(
		&config.network,
		config.prometheus_registry().cloned(),
	);
	let (grandpa_set, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<Block, Net>(
			grandpa_protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_set);

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));
	let pool = Arc::new(Pool::new(transaction_pool.clone(), task_manager.spawn_handle()));
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let keystore = keystore_container.keystore();
	let role = config.role;
	if config.offchain_worker.enabled {
		let workers = OffchainWorkers::new(OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			keystore: Some(keystore.clone()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(transaction_pool.clone())),
			network_provider: Arc::new(network.clone()),
			is_validator: role.is_authority(),
			// No worker of this runtime talks to the world.
			enable_http_requests: false,
			custom_extensions: |_| Vec::new(),
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers",
			"offchain-worker",
			workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
		);
	}
	if role.is_authority() {
		spawn_authority_discovery(&config, &task_manager, &client, &network, keystore.clone());
	}

	verify_ahead::spawn(client.clone(), pool.clone(), &task_manager.spawn_handle());

	let voter_state = SharedVoterState::empty();
	let rpc_sources = rpc::Sources {
		client: client.clone(),
		pool: transaction_pool.clone(),
		select_chain: select_chain.clone(),
		keystore: keystore.clone(),
		chain_spec: config.chain_spec.cloned_box(),
		babe: babe_worker,
		authority_set: grandpa_link.shared_authority_set().clone(),
		voter_state: voter_state.clone(),
		justifications: grandpa_link.justification_stream(),
		finality_proofs: FinalityProofProvider::new_for_service(
			backend.clone(),
			Some(grandpa_link.shared_authority_set().clone()),
		),
	};

	let chain_spec = config.chain_spec.cloned_box();
	let prometheus = config.prometheus_registry().cloned();
	let name = config.network.node_name.clone();
	let (force_authoring, disable_grandpa) = (config.force_authoring, config.disable_grandpa);
	let rpc_handlers = sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore.clone(),
		transaction_pool: pool.clone(),
		rpc_builder: Box::new(move |executor| Ok(rpc::module(&rpc_sources, executor)?)),
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	let telemetry = telemetry.as_ref().map(|telemetry| telemetry.handle());

	if role.is_authority() {
		let mut proposer_factory = ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool,
			prometheus.as_ref(),
			telemetry.clone(),
		);
		proposer_factory.set_default_block_size_limit(PROPOSAL_SIZE_LIMIT);
		let slot_duration = babe_link.config().slot_duration();
		let worker = sc_consensus_babe::start_babe(BabeParams {
			keystore: keystore.clone(),
			client: client.clone(),
			select_chain,
			env: proposer_factory,
			block_import,
			sync_oracle: sync_service.clone(),
			justification_sync_link: sync_service.clone(),
			create_inherent_data_providers: slot_inherents(slot_duration),
			force_authoring,
			// When finality stalls, authors slow down instead of growing a chain that may fall. A
			// node told to author come what may, such as a development chain of one, doesn't.
			backoff_authoring_blocks: (!force_authoring)
				.then(BackoffAuthoringOnFinalizedHeadLagging::<BlockNumber>::default),
			babe_link,
			block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
			max_block_proposal_slot_portion: None,
			telemetry: telemetry.clone(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking(
			"babe-author",
			"block-authoring",
			worker,
		);
	}

	if !disable_grandpa {
		let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: options.gossip_duration,
				justification_generation_period: JUSTIFICATION_PERIOD,
				observer_enabled: false,
				local_role: role,
				name: Some(name),
				// Without keys, the voter only follows the votes of others.
				keystore: role.is_authority().then_some(keystore),
				telemetry: telemetry.clone(),
				protocol_name: grandpa_protocol,
			},
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			// Votes go to the best block. The stock rules hold them two blocks and a quarter of the
			// unfinalized chain back to let forks settle, which costs seconds of finality; with
			// the few validators of a world's chain, forks are rare and one block deep.
			voting_rule: (),
			prometheus_registry: prometheus,
			shared_voter_state: voter_state,
			telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
		})?;
		task_manager
			.spawn_essential_handle()
			.spawn_blocking("grandpa-voter", None, voter);
	}

	if options.banner && chain_spec.chain_type() == ChainType::Development {
		print_banner(&*chain_spec, &client, rpc_handlers.listen_addresses());
	}
	Ok(task_manager)
}

/// Lets validators find each other's addresses in the DHT.
fn spawn_authority_discovery(
	config: &Configuration,
	task_manager: &TaskManager,
	client: &Arc<FullClient>,
	network: &Arc<dyn NetworkService>,
	keystore: KeystorePtr,
) {
	let dht_events = network.event_stream("authority-discovery").filter_map(|event| async move {
		match event {
			Event::Dht(event) => Some(event),
			_ => None,
		}
	});
	let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
		WorkerConfig {
			publish_non_global_ips: config.network.allow_non_globals_in_dht,
			public_addresses: config.network.public_addresses.clone(),
			// Every node of this chain signs its records.
			strict_record_validation: true,
			persisted_cache_directory: config.network.net_config_path.clone(),
			..Default::default()
		},
		client.clone(),
		Arc::new(network.clone()),
		Box::pin(dht_events),
		sc_authority_discovery::Role::PublishAndDiscover(keystore),
		config.prometheus_registry().cloned(),
		task_manager.spawn_handle(),
	);
	task_manager
		.spawn_handle()
		.spawn("authority-discovery", "networking", worker.run());
}

fn print_banner(chain_spec: &dyn ChainSpec, client: &FullClient, rpc_addresses: &[Multiaddr]) {
	let info = client.info();
	let free_balance = |account: &AccountId| {
		let record = client.storage(info.best_hash, &banner::account_key(account)).ok().flatten();
		// An account without a record has nothing.
		record.and_then(|record| banner::free_balance(&record.0)).unwrap_or_default()
	};
	let port = rpc_addresses.iter().flat_map(Multiaddr::iter).find_map(|part| match part {
		Protocol::Tcp(port) => Some(port),
		_ => None,
	});
	let banner = Banner {
		chain: chain_spec.name().into(),
		genesis: format!("{:?}", info.genesis_hash),
		rpc: port.map_or("off".into(), |port| format!("ws://127.0.0.1:{port}")),
		accounts: banner::development_accounts(free_balance),
	};
	// A welcome that can't be printed, into a closed pipe for one, is no reason to stop.
	let _ = write!(stdout(), "{banner}");
}
