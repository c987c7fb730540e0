// SPDX-License-Identifier: Apache-2.0

//! Blocks of the stock chain, made in one process and imported in another.

use super::extrinsics::{Kind, Senders};
use crate::{
	chain::{Chain, Split, PRELUDE},
	figures::Spread,
	process,
	runs::{Cache, Run},
	state::Size,
	store,
	timed::nanoseconds,
	Result,
};
use codec::{Decode, Encode, IoReader};
use frame_support::storage::storage_prefix;
use freehold_bench_stock::{
	opaque::Block, BlockNumber, Hash, Runtime, RuntimeApi, RuntimeCall, RuntimeEvent,
	UncheckedExtrinsic, SLOT_DURATION,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sp_runtime::{generic::Digest, OpaqueExtrinsic};
use std::{
	fs::File,
	io::{BufReader, BufWriter, Write as _},
	path::{Path, PathBuf},
	time::Instant,
};

/// A chain of stock pallets.
pub type StockChain = Chain<Block, RuntimeApi>;

/// The program's subcommand that calls [`blocks`].
pub const SUBCOMMAND: &str = "stock-blocks";
/// Extrinsics that are ready for a block: more than there is room for.
pub const ENOUGH: usize = 4_000;

/// What [`blocks`] is told.
#[derive(Serialize, Deserialize)]
pub enum Job {
	/// Makes blocks, each on the one before, and writes them to a file. The answer is an
	/// [`Authoring`].
	Make {
		/// The folder of a chain that was just grown, which it changes.
		chain: PathBuf,
		/// The state of that chain.
		size: Size,
		/// What is in the blocks.
		kind: Kind,
		/// How many are measured.
		blocks: u32,
		/// Where the blocks go.
		file: PathBuf,
	},
	/// Imports these blocks. The answer is a [`Run`].
	Import {
		/// The folder of a chain that was just grown, which it changes.
		chain: PathBuf,
		/// What is in the blocks.
		kind: Kind,
		/// How many are measured.
		blocks: u32,
		/// Where the blocks are.
		file: PathBuf,
		/// The state's cache.
		cache: Cache,
	},
}

/// What was measured of blocks that were made. Times are in nanoseconds, for all blocks together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Authoring {
	/// Blocks.
	pub blocks: u32,
	/// Extrinsics of players in them: all that there was room for.
	pub extrinsics: u64,
	/// Where the time went. Nothing is committed: whoever makes a block imports it like any other.
	pub split: Split,
}

impl Authoring {
	/// Extrinsics in a second.
	pub fn per_second(&self) -> f64 {
		self.extrinsics as f64 * 1e9 / self.split.total() as f64
	}
}

/// Makes or imports blocks.
pub fn blocks(job: Job) -> Result<Value> {
	let answer = match job {
		Job::Make { chain, size, kind, blocks, file } => {
			let chain = open(&chain, Cache::Warm)?;
			serde_json::to_value(make(&chain, size, kind, blocks, &file)?)
		},
		Job::Import { chain: folder, kind, blocks, file, cache } => {
			let chain = open(&folder, cache)?;
			serde_json::to_value(import(&chain, &folder, kind, blocks, &file)?)
		},
	};
	answer.map_err(|error| error.to_string())
}

fn open(folder: &Path, cache: Cache) -> Result<StockChain> {
	let chain = StockChain::open(folder, cache.sizes())?;
	if cache.is_warm() {
		let records = chain.warm_up()?;
		eprintln!("warmed the cache with {records} records");
	}
	Ok(chain)
}

fn make(chain: &StockChain, size: Size, kind: Kind, blocks: u32, file: &Path) -> Result<Authoring> {
	let mut senders = Senders::new(size, kind, chain.genesis_hash());
	let explain = |error: std::io::Error| format!("can't write {}: {error}", file.display());
	let mut output = BufWriter::new(File::create(file).map_err(explain)?);
	let mut ready = Vec::<OpaqueExtrinsic>::new().into_iter().peekable();
	let mut measured = Authoring::default();
	for number in 0..PRELUDE + blocks {
		// Players sign on their own machines, so all of them have signed before the time runs.
		let more = senders.send(ENOUGH - ready.len());
		ready = ready.chain(more).collect::<Vec<_>>().into_iter().peekable();
		let time = timestamp(chain.best_number() + 1);
		let (block, split) = chain.fill(Digest::default(), vec![time], &mut ready)?;
		if ready.peek().is_none() {
			return Err(format!("{kind:?}: there are not enough extrinsics to fill a block"));
		}
		output.write_all(&block.encode()).map_err(explain)?;
		let included = block.extrinsics.len() as u64 - 1;
		chain.import(block)?;
		let succeeded = outcome(events(chain)?, kind)?;
		if succeeded != included {
			return Err(format!("{kind:?}: {succeeded} of {included} extrinsics did their work"));
		}
		if number >= PRELUDE {
			measured.blocks += 1;
			measured.extrinsics += included;
			measured.split += split;
		}
		let milliseconds = split.total() / 1_000_000;
		eprintln!("made block {} of {included} extrinsics in {milliseconds} ms", number + 1);
	}
	output.flush().map_err(explain)?;
	Ok(measured)
}

fn import(chain: &StockChain, folder: &Path, kind: Kind, blocks: u32, file: &Path) -> Result<Run> {
	let input =
		File::open(file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
	let mut input = IoReader(BufReader::new(input));
	let mut next =
		|| Block::decode(&mut input).map_err(|error| format!("a block is spoilt: {error}"));
	for _ in 0..PRELUDE {
		chain.import(next()?)?;
	}

	let (size_before, written_before) = (store::size_of(folder)?, process::written()?);
	let (mut trades, mut bytes, mut decoding) = (0, 0, 0);
	let (mut split, mut block_ms) = (Split::default(), Vec::new());
	for _ in 0..blocks {
		let began = Instant::now();
		let block = next()?;
		decoding += nanoseconds(began);
		bytes += block.encoded_size() as u64;
		let imported = chain.import(block)?;
		split += imported;
		block_ms.push(imported.total() as f64 / 1e6);
		trades += outcome(events(chain)?, kind)?;
	}
	Ok(Run {
		blocks,
		trades,
		split,
		ahead: 0,
		decoding,
		block_ms: Spread::of(block_ms).ok_or("there are no blocks to measure")?,
		bytes,
		database_growth: store::size_of(folder)? as i64 - size_before as i64,
		written: process::written()? - written_before,
		peak_memory: process::peak_memory()?,
	})
}

/// What a block of this number begins with.
pub fn timestamp(number: BlockNumber) -> OpaqueExtrinsic {
	let now = u64::from(number) * SLOT_DURATION;
	let set = pallet_timestamp::Call::<Runtime>::set { now };
	UncheckedExtrinsic::new_bare(RuntimeCall::from(set)).into()
}

/// What happened in the best block.
fn events(chain: &StockChain) -> Result<impl Iterator<Item = RuntimeEvent>> {
	type Record = frame_system::EventRecord<RuntimeEvent, Hash>;
	let events = chain.storage(&storage_prefix(b"System", b"Events"))?.unwrap_or_default();
	let events = Vec::<Record>::decode(&mut &events[..])
		.map_err(|error| format!("events can't be read: {error}"))?;
	Ok(events.into_iter().map(|record| record.event))
}

/// How many extrinsics of this kind did what they were sent for.
///
/// # Errors
/// If one failed: then what is measured is not what it is said to be.
pub fn outcome(events: impl Iterator<Item = RuntimeEvent>, kind: Kind) -> Result<u64> {
	let mut succeeded = 0;
	for event in events {
		match (event, kind) {
			(RuntimeEvent::Nfts(pallet_nfts::Event::ItemBought { .. }), Kind::Purchase)
			| (RuntimeEvent::Balances(pallet_balances::Event::Transfer { .. }), Kind::Transfer) => {
				succeeded += 1;
			},
			(
				RuntimeEvent::System(frame_system::Event::ExtrinsicFailed {
					dispatch_error, ..
				}),
				_,
			) => return Err(format!("an extrinsic failed: {dispatch_error:?}")),
			_ => {},
		}
	}
	Ok(succeeded)
}
