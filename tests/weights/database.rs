// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record: RocksDB on disk, under a state of the size and the form
//! that this chain is made for.
//!
//! The state has a million avatars' purses and a million items, under the keys that the runtime
//! gives them. What is read and written are any of them, so that no two are neighbours: the dearest
//! case. A write is counted as blocks make them, a thousand at a time: its share of the state root,
//! of the commit to the disk, and of what is kept to undo it.

use crate::Result;
use frame_support::storage::storage_prefix;
use freehold_primitives::{
	ids::{AvatarId, CollectionId, ItemId},
	key::KeyBytes,
};
use sc_client_api::{
	Backend as _, BlockImportOperation, NewBlockState, StateBackend, TrieCacheContext,
};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Header as _},
	OpaqueExtrinsic, StateVersion, Storage,
};
use std::{fs, path::Path, time::Instant};

type Header = generic::Header<u32, BlakeTwo256>;
type Block = generic::Block<Header, OpaqueExtrinsic>;
type Entry = (Vec<u8>, Vec<u8>);

/// Avatars, and as many items.
const AVATARS: u32 = 1_000_000;
/// Bytes of a purse and of an item.
const VALUES: [usize; 2] = [85, 27];
/// Records of the state that a block adds while it grows.
const GROWTH: usize = 100_000;
/// Records that a measured block writes.
const WRITES: u32 = 1_000;
/// Measured blocks, and reads in each of them.
const BLOCKS: u32 = 40;
const READS: u32 = 1_000;
/// What is added to a measurement, in percent: the machine may have a better day than others.
const MARGIN: u64 = 10;

/// What a record takes, in nanoseconds.
#[derive(Clone, Copy)]
pub struct Costs {
	/// To read it.
	pub read: u64,
	/// To write it.
	pub write: u64,
}

/// Measures, and says what came out.
pub fn measure() -> Result<Costs> {
	let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
	eprintln!("growing a state of {} records", 2 * AVATARS);
	let mut chain = Chain::open(folder.path())?;
	chain.begin()?;
	let entries: Vec<Entry> = (0..AVATARS).flat_map(|id| [purse(id, 0), item(id, 0)]).collect();
	for part in entries.chunks(GROWTH) {
		chain.append(part.to_vec())?;
	}
	drop(entries);

	let mut dice = Dice(1);
	let (mut reads, mut writes) = (Vec::new(), Vec::new());
	for block in 1..=BLOCKS {
		let keys: Vec<Vec<u8>> = (0..READS).map(|_| dice.entry(0).0).collect();
		let began = Instant::now();
		chain.read(&keys)?;
		reads.push(per_record(began, READS));

		let changes = (0..WRITES).map(|_| dice.entry(block as u8)).collect();
		let began = Instant::now();
		chain.append(changes)?;
		writes.push(per_record(began, WRITES));
	}
	Ok(Costs { read: report("read", reads), write: report("write", writes) })
}

/// Writes the costs down where the runtime has them, with the margin.
pub fn write(path: &Path, costs: Costs, date: &str, machine: &str) -> Result<()> {
	let with_margin = |nanoseconds: u64| nanoseconds * 1_000 * (100 + MARGIN) / 100;
	let (read, write) = (with_margin(costs.read), with_margin(costs.write));
	let text = format!(
		"\
// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: {date}
//! - machine: {machine}
//! - measured: RocksDB on disk, {records} records, {WRITES} written in a block, the median of
//!   {BLOCKS} blocks and {MARGIN} percent

use frame_support::{{parameter_types, weights::RuntimeDbWeight}};

parameter_types! {{
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {{ read: {read}, write: {write} }};
}}
",
		records = 2 * AVATARS,
	);
	fs::write(path, text).map_err(|error| format!("can't write {}: {error}", path.display()))
}

/// The median of measurements, in nanoseconds; says how far they are apart.
fn report(what: &str, mut measured: Vec<u64>) -> u64 {
	measured.sort_unstable();
	let at = |percent: usize| measured[(measured.len() - 1) * percent / 100];
	let [low, median, high] = [5, 50, 95].map(at);
	let microseconds = |nanoseconds: u64| nanoseconds as f64 / 1e3;
	eprintln!(
		"{what}: {:.1} µs a record (5 % below {:.1}, 5 % above {:.1})",
		microseconds(median),
		microseconds(low),
		microseconds(high),
	);
	median
}

fn per_record(began: Instant, records: u32) -> u64 {
	u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX) / u64::from(records)
}

fn purse(id: u32, fill: u8) -> Entry {
	let prefix = storage_prefix(b"Avatars", b"Purses");
	([&prefix[..], &AvatarId(id).to_key()].concat(), value(VALUES[0], id, fill))
}

fn item(id: u32, fill: u8) -> Entry {
	let prefix = storage_prefix(b"Items", b"Items");
	let item = ItemId { collection: CollectionId(id % 100), serial: id / 100 };
	([&prefix[..], &item.to_key()].concat(), value(VALUES[1], id, fill))
}

/// Bytes that differ from record to record and from block to block.
fn value(length: usize, id: u32, fill: u8) -> Vec<u8> {
	let mut bytes = vec![fill; length];
	bytes[..4].copy_from_slice(&id.to_le_bytes());
	bytes
}

/// Numbers that are the same each time (xorshift).
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		self.0
	}

	/// Any record of the state.
	fn entry(&mut self, fill: u8) -> Entry {
		let number = self.roll();
		let id = u32::try_from(number % u64::from(AVATARS)).expect("it is below a million");
		if number & (1 << 40) == 0 {
			purse(id, fill)
		} else {
			item(id, fill)
		}
	}
}

/// Blocks with nothing in them but what they change.
struct Chain {
	backend: Backend<Block>,
	head: Option<Header>,
}

impl Chain {
	/// A database as a node has it, but for the cache: a state that is larger than memory has
	/// little of it.
	fn open(folder: &Path) -> Result<Self> {
		let settings = DatabaseSettings {
			trie_cache_maximum_size: None,
			state_pruning: Some(PruningMode::blocks_pruning(16)),
			source: DatabaseSource::RocksDb { path: folder.join("db"), cache_size: 128 },
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: Vec::new(),
			metrics_registry: None,
		};
		let backend = Backend::new(settings, 4).map_err(|error| error.to_string())?;
		Ok(Self { backend, head: None })
	}

	/// The first block, which has no state.
	fn begin(&mut self) -> Result<()> {
		let explain = |error: sp_blockchain::Error| error.to_string();
		let mut operation = self.backend.begin_operation().map_err(explain)?;
		let root = operation
			.set_genesis_state(Storage::default(), true, StateVersion::V1)
			.map_err(explain)?;
		let header =
			Header::new(0, Default::default(), root, Default::default(), Default::default());
		self.import(operation, header)
	}

	/// Another block, which writes these records.
	fn append(&mut self, changes: Vec<Entry>) -> Result<()> {
		let explain = |error: sp_blockchain::Error| error.to_string();
		let parent = self.head.clone().ok_or("there is no first block")?;
		let state = self
			.backend
			.state_at(parent.hash(), TrieCacheContext::Trusted)
			.map_err(explain)?;
		let delta = changes.iter().map(|(key, value)| (&key[..], Some(&value[..])));
		let (root, transaction) = state.storage_root(delta, StateVersion::V1);

		let mut operation = self.backend.begin_operation().map_err(explain)?;
		self.backend
			.begin_state_operation(&mut operation, parent.hash())
			.map_err(explain)?;
		operation.update_db_storage(transaction).map_err(explain)?;
		let changes = changes.into_iter().map(|(key, value)| (key, Some(value))).collect();
		operation.update_storage(changes, Vec::new()).map_err(explain)?;
		let number = parent.number() + 1;
		let header =
			Header::new(number, Default::default(), root, parent.hash(), Default::default());
		self.import(operation, header)
	}

	fn import(
		&mut self,
		mut operation: <Backend<Block> as sc_client_api::Backend<Block>>::BlockImportOperation,
		header: Header,
	) -> Result<()> {
		let explain = |error: sp_blockchain::Error| error.to_string();
		operation
			.set_block_data(
				header.clone(),
				Some(Vec::new()),
				None,
				None,
				NewBlockState::Final,
				true,
			)
			.map_err(explain)?;
		self.backend.commit_operation(operation).map_err(explain)?;
		self.head = Some(header);
		Ok(())
	}

	/// Reads these records, all of which there are.
	fn read(&self, keys: &[Vec<u8>]) -> Result<()> {
		let head = self.head.as_ref().ok_or("there is no first block")?;
		let state = self
			.backend
			.state_at(head.hash(), TrieCacheContext::Trusted)
			.map_err(|error| error.to_string())?;
		for key in keys {
			state
				.storage(key)
				.map_err(|error| error.to_string())?
				.ok_or("a record of the state is missing")?;
		}
		Ok(())
	}
}
