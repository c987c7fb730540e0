// SPDX-License-Identifier: Apache-2.0

//! A chain on disk, made of a node's parts: its client, the runtime as wasm, the database. What is
//! left out is consensus: who may make a block is not checked, and blocks are final as they are with
//! one validator, one after the other.

use crate::{
	bare::Bare,
	store,
	timed::{self, nanoseconds},
	Result,
};
use futures::executor::block_on;
use sc_block_builder::{BlockBuilderApi, BlockBuilderBuilder};
use sc_chain_spec::GenesisBlockBuilder;
use sc_client_api::{Backend as _, Finalizer, StateBackend, StorageProvider, TrieCacheContext};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sc_consensus::{
	BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult, StateAction, StorageChanges,
};
use sc_executor::WasmExecutor;
use sc_service::{
	client::{new_with_backend, ClientConfig},
	TFullBackend, TFullClient,
};
use serde::{Deserialize, Serialize};
use sp_api::{ApiExt, CallContext, ConstructRuntimeApi, Core, ProvideRuntimeApi};
use sp_blockchain::{ApplyExtrinsicFailed, Error, HeaderBackend};
use sp_consensus::BlockOrigin;
use sp_core::{
	storage::{well_known_keys::CODE, StorageKey},
	testing::TaskExecutor,
};
use sp_runtime::{
	traits::{Block as BlockT, Header as HeaderT},
	Digest, Storage,
};
use std::{
	fmt::Display,
	fs, io,
	iter::Peekable,
	ops::AddAssign,
	path::Path,
	sync::Arc,
	thread,
	time::{Duration, Instant},
};

/// Executes the runtime.
pub type Executor = WasmExecutor<timed::HostFunctions>;
/// A record of the state: its key and its value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// A node's client.
pub type Client<Block, Api> = TFullClient<Block, Api, Executor>;
/// The number of a block.
pub type Number<Block> = <<Block as BlockT>::Header as HeaderT>::Number;
/// What is done to a database at once.
pub type Operation<Block> =
	<TFullBackend<Block> as sc_client_api::Backend<Block>>::BlockImportOperation;

/// For how many final blocks a chain keeps what they deleted of the state. A node keeps 256, if
/// nobody chose another number; but once there are as many, each block has one let go, whatever the
/// number, and what is measured must be that.
pub const STATE_PRUNING: u32 = 8;
/// The same while a state grows: what was replaced is no part of it, and so not of its size.
const STATE_PRUNING_IN_GROWTH: u32 = 1;
/// After how many blocks that are not final a node lets the oldest state go.
const CANONICALIZATION_DELAY: u64 = 4096;
/// Instances of the runtime that a node keeps, and runtimes.
const RUNTIME_INSTANCES: usize = 8;
const RUNTIMES: u8 = 2;
/// Blocks that come first and are not measured: they set up the first instance of the runtime, and
/// after them each block has what another deleted let go.
pub const PRELUDE: u32 = STATE_PRUNING + 2;
/// Seconds in which no file of a database changes once it is in order.
const QUIET_SECONDS: u32 = 5;
/// Records that are read from one view of the state.
const READS: usize = 1_000;

/// What ParityDB has in its folder, and RocksDB has not.
const PARITY_DB_FILE: &str = "metadata";

/// What a chain is stored in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Database {
	/// What a node takes if nobody chose another.
	RocksDb,
	/// The other that a node can take.
	ParityDb,
}

impl Database {
	/// That in a folder where a chain was created.
	fn found_in(folder: &Path) -> Self {
		if folder.join(PARITY_DB_FILE).exists() {
			Self::ParityDb
		} else {
			Self::RocksDb
		}
	}

	/// As a node opens it.
	fn source(self, folder: &Path, caches: Caches) -> io::Result<DatabaseSource> {
		let path = folder.to_owned();
		freehold_database::tuned(match self {
			Self::RocksDb => DatabaseSource::RocksDb { path, cache_size: caches.database as usize },
			Self::ParityDb => DatabaseSource::ParityDb { path },
		})
	}
}

/// How much memory a node has for what it has read, in MiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caches {
	/// For nodes of the state's trie: the cache that all blocks share. Zero: there is none.
	pub trie: u32,
	/// For what is read of RocksDB.
	pub database: u32,
}

impl Caches {
	/// A node's, if nobody chose others.
	pub const NODE: Self = Self { trie: 0, database: 1024 };

	/// Bytes of the state's cache, if there is one.
	fn trie_bytes(self) -> Option<usize> {
		(self.trie > 0).then_some((self.trie as usize) << 20)
	}
}

/// Where a block's time went, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Split {
	/// To verify signatures, of trades and of extrinsics.
	pub signatures: u64,
	/// To execute the block and collect what it changed, without its signatures and its root.
	pub execution: u64,
	/// To compute the state's root.
	pub root: u64,
	/// To write it all to the database.
	pub commit: u64,
	/// To make its parent final there, and let go what a block deleted that was final before. In a
	/// node, its voter does that, between blocks.
	pub finality: u64,
	/// How many records of the state the block wrote.
	pub dirty_keys: u64,
}

impl Split {
	/// All of the block's time, in nanoseconds.
	pub fn total(&self) -> u64 {
		self.signatures + self.execution + self.root + self.commit + self.finality
	}

	/// From the time of an execution, and what host functions took of it.
	fn of_execution(executed: u64, dirty_keys: usize) -> Self {
		let timed::Times { signatures, root } = timed::take();
		let execution = executed.saturating_sub(signatures).saturating_sub(root);
		Self { signatures, execution, root, dirty_keys: dirty_keys as u64, ..Self::default() }
	}
}

impl AddAssign for Split {
	fn add_assign(&mut self, other: Self) {
		self.signatures += other.signatures;
		self.execution += other.execution;
		self.root += other.root;
		self.commit += other.commit;
		self.finality += other.finality;
		self.dirty_keys += other.dirty_keys;
	}
}

/// A chain on disk.
pub struct Chain<Block: BlockT, Api> {
	client: Arc<Client<Block, Api>>,
	backend: Arc<TFullBackend<Block>>,
}

impl<Block: BlockT, Api> Chain<Block, Api> {
	/// Makes a new chain in an empty folder: its genesis, which has the runtime in it, and a state
	/// that grows by one block for each chunk of `growth`, so that one of millions of records fits
	/// in memory. Those blocks have no transactions.
	pub fn create(
		folder: &Path,
		database: Database,
		genesis: Storage,
		growth: impl IntoIterator<Item = Vec<Entry>>,
	) -> Result<()> {
		fs::create_dir_all(folder)
			.map_err(|error| format!("can't make {}: {error}", folder.display()))?;
		let open =
			|| open_backend::<Block>(folder, database, Caches::NODE, STATE_PRUNING_IN_GROWTH);
		let explain = |error: Error| format!("can't grow a state: {error}");

		let mut chain = Bare::begin(open()?, genesis).map_err(explain)?;
		for chunk in growth {
			chain.append(chunk).map_err(explain)?;
		}
		drop(chain);
		put_in_order(folder, open)
	}

	/// Gives the chain in this folder another runtime, by a block that writes it, unless it has that.
	pub fn install(folder: &Path, runtime: &[u8]) -> Result<()> {
		let database = Database::found_in(folder);
		let open =
			|| open_backend::<Block>(folder, database, Caches::NODE, STATE_PRUNING_IN_GROWTH);
		let explain = |error: Error| format!("can't install a runtime: {error}");

		let mut chain = Bare::resume(open()?).map_err(explain)?;
		let state = chain.state().map_err(explain)?;
		let installed = state.storage(CODE).map_err(|error| error.to_string())?;
		drop(state);
		if installed.as_deref() == Some(runtime) {
			return Ok(());
		}
		eprintln!("another runtime for {}", folder.display());
		chain.append(vec![(CODE.to_vec(), runtime.to_vec())]).map_err(explain)?;
		drop(chain);
		put_in_order(folder, open)
	}
}

impl<Block, Api> Chain<Block, Api>
where
	Block: BlockT,
	Api: ConstructRuntimeApi<Block, Client<Block, Api>> + Send + Sync + 'static,
	Api::RuntimeApi: Core<Block> + BlockBuilderApi<Block>,
{
	/// Opens a chain that was created, with such caches, and all else as a node has it. Compiles the
	/// runtime, which a node does once.
	pub fn open(folder: &Path, caches: Caches) -> Result<Self> {
		let backend =
			open_backend::<Block>(folder, Database::found_in(folder), caches, STATE_PRUNING)?;
		let explain =
			|error: Error| format!("can't open the chain in {}: {error}", folder.display());
		if backend.blockchain().info().finalized_state.is_none() {
			return Err(format!("there is no chain in {}", folder.display()));
		}
		let executor = Executor::builder()
			.with_max_runtime_instances(RUNTIME_INSTANCES)
			.with_runtime_cache_size(RUNTIMES)
			.build();
		// Not laid: there is one.
		let genesis = GenesisBlockBuilder::<Block, _, _>::new_with_storage(
			Storage::default(),
			true,
			backend.clone(),
			executor.clone(),
		)
		.map_err(explain)?;
		let client = new_with_backend(
			backend.clone(),
			executor,
			genesis,
			Box::new(TaskExecutor::new()),
			None,
			None,
			ClientConfig::default(),
		)
		.map_err(explain)?;
		let chain = Self { client: Arc::new(client), backend };
		chain
			.client
			.runtime_api()
			.version(chain.best_hash())
			.map_err(|error| error.to_string())?;
		Ok(chain)
	}

	/// What calls the runtime.
	pub fn client(&self) -> &Client<Block, Api> {
		&self.client
	}

	/// The hash of the first block.
	pub fn genesis_hash(&self) -> Block::Hash {
		self.client.info().genesis_hash
	}

	/// The hash of the best block.
	pub fn best_hash(&self) -> Block::Hash {
		self.client.info().best_hash
	}

	/// The number of the best block.
	pub fn best_number(&self) -> Number<Block> {
		self.client.info().best_number
	}

	/// A record of the state after the best block.
	pub fn storage(&self, key: &[u8]) -> Result<Option<Vec<u8>>> {
		self.client
			.storage(self.best_hash(), &StorageKey(key.to_vec()))
			.map(|value| value.map(|value| value.0))
			.map_err(|error| error.to_string())
	}

	/// Reads all of the state after the best block, so that the cache has what it can hold of it:
	/// what a node does at its start with `--warm-up-trie-cache`, and what one has that ran for long.
	/// Returns how many records there are.
	pub fn warm_up(&self) -> Result<u64> {
		let explain = |error: Error| format!("can't read the state: {error}");
		let at = self.best_hash();
		let mut keys = self.client.storage_keys(at, None, None).map_err(explain)?;
		let mut records = 0;
		loop {
			let batch: Vec<StorageKey> = keys.by_ref().take(READS).collect();
			if batch.is_empty() {
				return Ok(records);
			}
			// What a state has read gets into the cache when the state is dropped.
			let state = self.backend.state_at(at, TrieCacheContext::Trusted).map_err(explain)?;
			for key in &batch {
				state.storage(&key.0).map_err(|error| error.to_string())?;
			}
			records += batch.len() as u64;
		}
	}

	/// Makes a block on the best block, without importing it: of these inherents, and of as many of
	/// the extrinsics as there is room for.
	///
	/// # Errors
	/// If an extrinsic is refused for another reason.
	pub fn fill(
		&self,
		digest: Digest,
		inherents: Vec<Block::Extrinsic>,
		extrinsics: &mut Peekable<impl Iterator<Item = Block::Extrinsic>>,
	) -> Result<(Block, Split)> {
		let explain = |error: Error| format!("can't make a block: {error}");
		timed::take();
		let began = Instant::now();
		let mut builder = BlockBuilderBuilder::<Block, _>::new(&*self.client)
			.on_parent_block(self.best_hash())
			.with_parent_block_number(self.best_number())
			.with_inherent_digests(digest)
			.build()
			.map_err(explain)?;
		for inherent in inherents {
			builder.push(inherent).map_err(explain)?;
		}
		while let Some(extrinsic) = extrinsics.peek() {
			match builder.push(extrinsic.clone()) {
				Ok(()) => drop(extrinsics.next()),
				Err(Error::ApplyExtrinsicFailed(ApplyExtrinsicFailed::Validity(refusal)))
					if refusal.exhausted_resources() =>
				{
					break
				},
				Err(error) => return Err(explain(error)),
			}
		}
		let (block, changes) = builder.build().map_err(explain)?.into_inner();
		let split = Split::of_execution(nanoseconds(began), changes.main_storage_changes.len());
		Ok((block, split))
	}

	/// Executes a block and commits it, as a node does that received it, and says where the time
	/// went. Makes its parent final.
	pub fn import(&self, block: Block) -> Result<Split> {
		let parent = *block.header().parent_hash();
		timed::take();
		let began = Instant::now();
		let changes = self.execute(&block)?;
		let mut split = Split::of_execution(nanoseconds(began), changes.main_storage_changes.len());

		let began = Instant::now();
		let (header, body) = block.deconstruct();
		let mut params = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
		params.body = Some(body);
		params.state_action = StateAction::ApplyChanges(StorageChanges::Changes(changes));
		params.fork_choice = Some(ForkChoiceStrategy::LongestChain);
		let imported = block_on(BlockImport::import_block(&*self.client, params));
		match imported.map_err(|error| format!("can't import a block: {error}"))? {
			ImportResult::Imported(_) => {},
			other => return Err(format!("a block was not imported: {other:?}")),
		}
		split.commit = nanoseconds(began);

		let began = Instant::now();
		if parent != self.client.info().finalized_hash {
			self.client
				.finalize_block(parent, None, true)
				.map_err(|error| format!("can't make a block final: {error}"))?;
		}
		split.finality = nanoseconds(began);
		Ok(split)
	}

	/// What a block changes: as the client finds out itself if it is given a block to import, but
	/// apart, to have the times apart.
	fn execute(&self, block: &Block) -> Result<sp_api::StorageChanges<Block>> {
		let parent = *block.header().parent_hash();
		let context = CallContext::Onchain { import: true };
		let mut api = self.client.runtime_api();
		api.set_call_context(context);
		api.execute_block(parent, block.clone().into())
			.map_err(|error| format!("can't execute a block: {error}"))?;
		let state = self
			.backend
			.state_at(parent, context.into())
			.map_err(|error| format!("the state before a block is missing: {error}"))?;
		let changes = api.into_storage_changes(&state, parent)?;
		if *block.header().state_root() != changes.transaction_storage_root {
			return Err("a block has another state root than was computed".into());
		}
		Ok(changes)
	}
}

/// Has a database put in order what was written last. Whoever opens it next moves what was only logged
/// into tables, and goes on while blocks are measured: better once than with each copy.
fn put_in_order<Backend>(folder: &Path, open: impl FnOnce() -> Result<Backend>) -> Result<()> {
	let _backend = open()?;
	let (mut before, mut quiet) = (store::size_of(folder)?, 0);
	while quiet < QUIET_SECONDS {
		thread::sleep(Duration::from_secs(1));
		let now = store::size_of(folder)?;
		quiet = if now == before { quiet + 1 } else { 0 };
		before = now;
	}
	Ok(())
}

/// Opens the database as a node does, but for the caches and the pruning.
pub fn open_backend<Block: BlockT>(
	folder: &Path,
	database: Database,
	caches: Caches,
	state_pruning: u32,
) -> Result<Arc<TFullBackend<Block>>> {
	let explain =
		|error: &dyn Display| format!("can't open the database in {}: {error}", folder.display());
	let settings = DatabaseSettings {
		trie_cache_maximum_size: caches.trie_bytes(),
		state_pruning: Some(PruningMode::blocks_pruning(state_pruning)),
		source: database.source(folder, caches).map_err(|error| explain(&error))?,
		blocks_pruning: BlocksPruning::KeepFinalized,
		pruning_filters: Vec::new(),
		metrics_registry: None,
	};
	let backend =
		Backend::new(settings, CANONICALIZATION_DELAY).map_err(|error| explain(&error))?;
	Ok(Arc::new(backend))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::store::FreeholdChain;
	use freehold_runtime::opaque::Block;

	/// The number of the last block, and the runtime after it.
	fn last(folder: &Path) -> (u32, Option<Vec<u8>>) {
		let backend = open_backend::<Block>(folder, Database::RocksDb, Caches::NODE, STATE_PRUNING)
			.expect("it opens");
		let number = backend.blockchain().info().best_number;
		let chain = Bare::resume(backend).expect("there is a block");
		let state = chain.state().expect("there is a state");
		assert_eq!(state.storage(b"key"), Ok(Some(b"value".to_vec())));
		(number, state.storage(CODE).expect("it can be read"))
	}

	#[test]
	fn another_runtime_is_installed_once_and_the_state_stays() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let folder = folder.path();
		let growth = [vec![(b"key".to_vec(), b"value".to_vec())]];
		FreeholdChain::create(folder, Database::RocksDb, Storage::default(), growth)
			.expect("it is made");
		assert_eq!(last(folder), (1, None));

		for _ in 0..2 {
			FreeholdChain::install(folder, b"another").expect("it is installed");
			assert_eq!(last(folder), (2, Some(b"another".to_vec())));
		}
	}
}
