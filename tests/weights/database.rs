// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record: RocksDB on disk, under a state of the size and the form
//! that this chain is made for.
//!
//! The state has a million avatars' purses and a million items, under the keys that the runtime
//! gives them, and caches as a node has them that was given no other. What is read and written are
//! any of them, so that no two are neighbours and hardly one is in a cache: the dearest case, the
//! first minutes after a start. A write is counted as full blocks make them, of records that the
//! block has read: its share of the state root, of the commit to the disk, of what is kept to undo it,
//! and of what an older block kept and is let go. In a block that writes little a record takes more,
//! which there is time for.

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
use std::{
	fs,
	path::Path,
	thread,
	time::{Duration, Instant},
};

type Header = generic::Header<u32, BlakeTwo256>;
type Block = generic::Block<Header, OpaqueExtrinsic>;
type State = <Backend<Block> as sc_client_api::Backend<Block>>::State;
type Entry = (Vec<u8>, Vec<u8>);

/// Avatars, and as many items.
const AVATARS: u32 = 1_000_000;
/// Bytes of a purse and of an item.
const VALUES: [usize; 2] = [85, 27];
/// Records of the state that a block adds while it grows.
const GROWTH: usize = 100_000;
/// Records that a measured block reads and writes: about as many as fit. With a fifth of them, a
/// write took a fifth more, as fewer have nodes of the trie in common.
const RECORDS: u32 = 5_000;
/// Measured blocks: enough for RocksDB to write out what it first keeps in memory.
const BLOCKS: u8 = 60;
/// Blocks that come before them and are not measured: after them each block has what an older one
/// deleted let go, as in a node that runs for longer than some minutes.
const PRELUDE: u8 = PRUNING + 2;
/// What a node gives its caches by default: that of the trie in bytes, that of RocksDB in MiB.
const TRIE_CACHE: usize = 4 << 30;
const DATABASE_CACHE: usize = 1_024;
/// Blocks whose state is kept. A node keeps that of 256 by default, but what it lets go with each
/// block is the same.
const PRUNING: u8 = 8;
/// Seconds without a change after which a database is in order.
const QUIET: u32 = 5;
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

/// What was measured.
#[derive(Clone, Copy)]
pub struct Measured {
	/// With the state in the trie's cache.
	pub warm: Costs,
	/// With nothing in it.
	pub cold: Costs,
}

/// Measures, and says what came out.
pub fn measure() -> Result<Measured> {
	let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
	eprintln!("growing a state of {} records", 2 * AVATARS);
	let mut chain = Chain::open(folder.path())?;
	chain.begin()?;
	let entries: Vec<Entry> = (0..AVATARS).flat_map(|id| [purse(id, 0), item(id, 0)]).collect();
	for part in entries.chunks(GROWTH) {
		chain.append(part.to_vec())?;
	}
	drop(entries);

	let mut chain = chain.reopen(folder.path())?;
	let cold = chain.measure("after a start", 1)?;
	let mut chain = chain.reopen(folder.path())?;
	chain.warm_up()?;
	let warm = chain.measure("in the cache", 2)?;
	Ok(Measured { warm, cold })
}

/// Waits until RocksDB has put what grew in order, which takes it much longer than what blocks write.
fn settle(folder: &Path) {
	let (mut before, mut quiet) = (0, 0);
	while quiet < QUIET {
		thread::sleep(Duration::from_secs(1));
		let now = size_of(folder);
		quiet = if now == before { quiet + 1 } else { 0 };
		before = now;
	}
}

/// Bytes in the files of a folder.
fn size_of(folder: &Path) -> u64 {
	let entries = fs::read_dir(folder).into_iter().flatten().flatten();
	entries
		.map(|entry| match entry.metadata() {
			Ok(it) if it.is_dir() => size_of(&entry.path()),
			// Gone since it was listed, as RocksDB's files come and go.
			it => it.map_or(0, |it| it.len()),
		})
		.sum()
}

/// Writes the costs down where the runtime has them, with the margin.
pub fn write(path: &Path, measured: Measured, date: &str, machine: &str) -> Result<()> {
	let with_margin = |nanoseconds: u64| nanoseconds * 1_000 * (100 + MARGIN) / 100;
	let Measured { warm, cold } = measured;
	let (read, write) = (with_margin(warm.read), with_margin(warm.write));
	let microseconds = |nanoseconds: u64| nanoseconds as f64 / 1e3;
	let (cold_read, cold_write) = (microseconds(cold.read), microseconds(cold.write));
	let text = format!(
		"\
// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: {date}
//! - machine: {machine}
//! - measured: RocksDB on disk, {records} records in the trie's cache, {RECORDS} of them read and
//!   written in a block, the median of {BLOCKS} blocks and {MARGIN} percent
//! - the same in the minute after a start with that cache empty: {cold_read:.1} µs a read, {cold_write:.1} µs a write

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

/// Reads a record that is there.
fn read(state: &State, key: &[u8]) -> Result<Vec<u8>> {
	let value = state.storage(key).map_err(|error| error.to_string())?;
	value.ok_or_else(|| "a record of the state is missing".into())
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

fn per_record(began: Instant) -> u64 {
	u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX) / u64::from(RECORDS)
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
	/// A database as a node has it.
	fn open(folder: &Path) -> Result<Self> {
		let settings = DatabaseSettings {
			trie_cache_maximum_size: Some(TRIE_CACHE),
			state_pruning: Some(PruningMode::blocks_pruning(PRUNING.into())),
			source: DatabaseSource::RocksDb { path: folder.join("db"), cache_size: DATABASE_CACHE },
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: Vec::new(),
			metrics_registry: None,
		};
		let backend = Backend::new(settings, 4).map_err(|error| error.to_string())?;
		Ok(Self { backend, head: None })
	}

	/// The same chain, by a node that was just started, with its database in order.
	fn reopen(self, folder: &Path) -> Result<Self> {
		let Self { backend, head } = self;
		drop(backend);
		let chain = Self { head, ..Self::open(folder)? };
		settle(folder);
		Ok(chain)
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

	/// Reads the whole state into the trie's cache, as a node does after its start.
	fn warm_up(&self) -> Result<()> {
		for first in (0..AVATARS).step_by(GROWTH) {
			let state = self.state()?;
			let ids = first..AVATARS.min(first + GROWTH as u32);
			for (key, _) in ids.flat_map(|id| [purse(id, 0), item(id, 0)]) {
				read(&state, &key)?;
			}
		}
		Ok(())
	}

	/// What records take in blocks that are made on this chain: other records, and other bytes in
	/// them, each time.
	fn measure(&mut self, when: &str, time: u8) -> Result<Costs> {
		let mut dice = Dice(time.into());
		let (mut reads, mut writes) = (Vec::new(), Vec::new());
		for block in 0..PRELUDE + BLOCKS {
			let fill = (PRELUDE + BLOCKS) * time + block;
			let changes: Vec<Entry> = (0..RECORDS).map(|_| dice.entry(fill)).collect();
			let state = self.state()?;
			let began = Instant::now();
			for (key, _) in &changes {
				read(&state, key)?;
			}
			let reading = per_record(began);

			let began = Instant::now();
			self.append_to(state, changes)?;
			if block >= PRELUDE {
				reads.push(reading);
				writes.push(per_record(began));
			}
		}
		let read = report(&format!("read {when}"), reads);
		Ok(Costs { read, write: report(&format!("write {when}"), writes) })
	}

	/// The state of the last block.
	fn state(&self) -> Result<State> {
		let head = self.head.as_ref().ok_or("there is no first block")?;
		self.backend
			.state_at(head.hash(), TrieCacheContext::Trusted)
			.map_err(|error| error.to_string())
	}

	/// Another block, which writes these records.
	fn append(&mut self, changes: Vec<Entry>) -> Result<()> {
		self.append_to(self.state()?, changes)
	}

	/// The same, on the state of the last block.
	fn append_to(&mut self, state: State, changes: Vec<Entry>) -> Result<()> {
		let explain = |error: sp_blockchain::Error| error.to_string();
		let parent = self.head.clone().ok_or("there is no first block")?;
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
}
