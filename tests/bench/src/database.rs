// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record, which is a part of what every call weighs: RocksDB on disk,
//! as a node has it, under the state that the bench imports on.
//!
//! What is read and written are any of the purses and items, so that no two are neighbours. A write is counted as full blocks make them, of records that the block has read: its share
//! of the state root, of the commit to the disk, of what is kept to undo it, and of what an older block
//! kept and is let go. In a block that writes little a record takes more, which there is time for.

use crate::{
	bare::{Bare, State},
	chain::{open_backend, Caches, Database, Entry, PRELUDE, STATE_PRUNING},
	figures::Spread,
	grow::Chains,
	import, machine, players,
	state::{item, Size},
	store::Store,
	timed::nanoseconds,
	Result,
};
use freehold_primitives::key::{AvatarKey, ItemKey};
use freehold_runtime::{opaque::Block, Runtime};
use rand::{rngs::StdRng, Rng, SeedableRng};
use sc_client_api::StateBackend;
use sp_blockchain::Error;
use std::{fs, path::PathBuf, time::Instant};

/// Records that a measured block reads and writes: about as many as fit. With a fifth of them, a
/// write took a fifth more, as fewer have nodes of the trie in common.
const RECORDS: u32 = 5_000;
/// Measured blocks: enough for RocksDB to write out what it first keeps in memory.
const BLOCKS: u32 = 60;
/// What is added to a measurement, in percent: the machine may be better than others, or have a better
/// day, and the state grows.
const MARGIN: f64 = 25.0;
/// Which records are taken, the same each time.
const SEED: u64 = 1;

/// What is told.
#[derive(clap::Args)]
pub struct Arguments {
	#[command(flatten)]
	on: Chains,
	/// What is said of the time.
	#[arg(long)]
	date: String,
	/// The file that is written.
	#[arg(value_name = "FILE")]
	file: PathBuf,
}

/// What a record takes, in microseconds: the median of blocks.
struct Costs {
	/// To read it.
	read: f64,
	/// To write it.
	write: f64,
}

/// Measures, and writes it where the runtime has it.
pub fn weigh(arguments: &Arguments) -> Result<()> {
	let Arguments { on: Chains { scale, chains }, date, file } = arguments;
	let store = Store::new(chains);
	let size = import::size(*scale);
	let text = text(&measure(&store, size)?, size, date);
	fs::write(file, text).map_err(|error| format!("can't write {}: {error}", file.display()))
}

/// In the words of the runtime, with the margin.
fn text(costs: &Costs, size: Size, date: &str) -> String {
	let picoseconds = |microseconds: f64| (microseconds * (100.0 + MARGIN) * 1e4).round();
	format!(
		"\
// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: {date}
//! - machine: {machine}
//! - measured: RocksDB on disk, as a node has it, {items} items and as many avatars; {RECORDS} of the
//!   items and purses read and written in a block; the median of {BLOCKS} blocks and {MARGIN} percent

use frame_support::{{parameter_types, weights::RuntimeDbWeight}};

parameter_types! {{
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {{ read: {read}, write: {write} }};
}}
",
		machine = machine::describe(),
		items = size.items,
		read = picoseconds(costs.read),
		write = picoseconds(costs.write),
	)
}

/// What records take in blocks that are made on a state of this size: other records each time.
fn measure(store: &Store, size: Size) -> Result<Costs> {
	let explain = |error: Error| format!("can't measure a database: {error}");
	let copy = store.copy(&store.grown(size, Database::RocksDb)?)?;
	let backend =
		open_backend::<Block>(copy.path(), Database::RocksDb, Caches::NODE, STATE_PRUNING)?;
	let mut chain = Bare::resume(backend).map_err(explain)?;
	let mut random = StdRng::seed_from_u64(SEED);
	let (mut reads, mut writes) = (Vec::new(), Vec::new());
	for block in 0..PRELUDE + BLOCKS {
		let keys: Vec<_> = (0..RECORDS).map(|_| any_key(&mut random, size)).collect();
		let state = chain.state().map_err(explain)?;
		let began = Instant::now();
		let read: Vec<_> = keys.iter().map(|key| read(&state, key)).collect::<Result<_>>()?;
		let reading = nanoseconds(began);

		let changes = keys.into_iter().zip(read).map(|(key, value)| changed(key, value)).collect();
		let began = Instant::now();
		chain.append_to(state, changes).map_err(explain)?;
		if block >= PRELUDE {
			reads.push(reading);
			writes.push(nanoseconds(began));
		}
	}
	Ok(Costs { read: median("a read", reads)?, write: median("a write", writes)? })
}

/// The key of any purse or item.
fn any_key(random: &mut StdRng, size: Size) -> Vec<u8> {
	if random.gen() {
		let avatar = players::avatar(random.gen_range(0..size.players));
		pallet_avatars::Purses::<Runtime>::hashed_key_for(AvatarKey::from(avatar))
	} else {
		let item = item(random.gen_range(0..size.items));
		pallet_items::Items::<Runtime>::hashed_key_for(ItemKey::from(item))
	}
}

/// Reads a record that is there.
fn read(state: &State<Block>, key: &[u8]) -> Result<Vec<u8>> {
	let value = state.storage(key).map_err(|error| error.to_string())?;
	value.ok_or_else(|| "a record of the state is missing".into())
}

/// Another value as long as that one: no call of the runtime reads it.
fn changed(key: Vec<u8>, mut value: Vec<u8>) -> Entry {
	if let Some(last) = value.last_mut() {
		*last = last.wrapping_add(1);
	}
	(key, value)
}

/// The median of what blocks took, for one record, in microseconds; says how far they are apart.
fn median(what: &str, blocks: Vec<u64>) -> Result<f64> {
	let of_record = |nanoseconds: u64| nanoseconds as f64 / 1e3 / f64::from(RECORDS);
	let spread = Spread::of(blocks.into_iter().map(of_record).collect());
	let Spread { p50, p95, least, greatest, .. } = spread.ok_or("nothing was measured")?;
	eprintln!("{what}: {p50:.1} µs (from {least:.1} to {greatest:.1}, 5 % above {p95:.1})");
	Ok(p50)
}
