// SPDX-License-Identifier: Apache-2.0

//! Runs: blocks of trades, made in one process and imported in another.

use crate::{
	ahead::{self, Ahead},
	apart,
	chain::{Caches, Split, PRELUDE},
	figures::Spread,
	players::Activity,
	process,
	profile::Samples,
	state::Size,
	store::{self, FreeholdChain, Store},
	timed::nanoseconds,
	trades::{Batches, Terms, Traders},
	Result,
};
use codec::{Decode, Encode, IoReader};
use frame_support::storage::storage_prefix;
use freehold_primitives::{
	chain::{BlockNumber, Hash},
	order::MAX_LIFETIME,
};
use freehold_runtime::{
	constants::SLOT_DURATION, opaque::Block, Runtime, RuntimeCall, RuntimeEvent, UncheckedExtrinsic,
};
use serde::{Deserialize, Serialize};
use sp_runtime::{
	generic::{Digest, DigestItem},
	OpaqueExtrinsic,
};
use std::{
	collections::VecDeque,
	fs::File,
	io::{BufReader, BufWriter, Write as _},
	path::{Path, PathBuf},
	time::Instant,
};
use tempfile::TempDir;

/// The slot of block 0. Any will do but zero, which to BABE is no slot.
const FIRST_SLOT: u64 = 1_750_000_000;
/// The kind of BABE slot that anyone can claim without a proof. Nodes verify the claim, the
/// runtime does not.
const PLAIN_SECONDARY_SLOT: u8 = 2;
/// The only validator's place among the authorities.
const AUTHOR: u32 = 0;
/// The subcommand that imports.
const IMPORT: &str = "import-blocks";
/// Signatures of a trade: its maker's and its taker's.
const SIGNATURES: u64 = 2;

/// A large cache of the state, in MiB.
const LARGE: u32 = 4096;

/// The state's cache while blocks are imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cache {
	/// There is none, as in a node for which nobody chose another: whatever is read comes from the
	/// database.
	Off,
	/// A large one, of a node which has run for long: it has what fits of the state.
	Warm,
}

impl Cache {
	/// How large it is, and the database's, which is a node's own in any case.
	pub fn sizes(self) -> Caches {
		match self {
			Self::Off => Caches::NODE,
			Self::Warm => Caches { trie: LARGE, ..Caches::NODE },
		}
	}

	/// Whether the state was read before.
	pub fn is_warm(self) -> bool {
		self == Self::Warm
	}
}

/// Blocks to make.
#[derive(Clone, Serialize, Deserialize)]
pub struct Plan {
	/// The state that they change.
	pub size: Size,
	/// Who trades.
	pub activity: Activity,
	/// Trades in a batch.
	pub batch: u32,
	/// Blocks, each as full of batches as it gets.
	pub blocks: u32,
}

/// Blocks that were made.
pub struct Blocks {
	/// The folder of the chain that they follow.
	chain: PathBuf,
	/// Where they are.
	folder: TempDir,
	count: u32,
}

impl Blocks {
	/// Makes blocks on a chain that was just grown, in a process of its own.
	pub fn make(store: &Store, chain: &Path, plan: &Plan) -> Result<Self> {
		let (copy, folder) = (store.copy(chain)?, store.scratch()?);
		let blocks = Self { chain: chain.to_owned(), folder, count: plan.blocks + PRELUDE };
		let job = MakeJob {
			chain: copy.path().to_owned(),
			plan: Plan { blocks: blocks.count, ..plan.clone() },
			file: blocks.file(),
		};
		apart::run::<()>("make-blocks", &job)?;
		Ok(blocks)
	}

	/// Imports them in a process of its own that has caches of these sizes. If there is one of the
	/// state, it has what fits of it. With `ahead`, the trades are verified before their blocks come.
	pub fn import(&self, store: &Store, caches: Caches, ahead: bool) -> Result<Run> {
		let copy = store.copy(&self.chain)?;
		apart::run(IMPORT, &ImportJob { ahead, ..self.job(&copy, caches) })
	}

	/// Imports them in a process of its own, as a node does, and takes samples of where its time goes.
	pub fn profile(&self, store: &Store, samples: &Path) -> Result<Run> {
		let copy = store.copy(&self.chain)?;
		let samples = Some(samples.to_owned());
		apart::run(IMPORT, &ImportJob { samples, ..self.job(&copy, Caches::NODE) })
	}

	fn job(&self, copy: &TempDir, caches: Caches) -> ImportJob {
		ImportJob {
			chain: copy.path().to_owned(),
			file: self.file(),
			blocks: self.count,
			caches,
			ahead: false,
			samples: None,
		}
	}

	fn file(&self) -> PathBuf {
		self.folder.path().join("blocks")
	}
}

/// What was measured of blocks that were imported. Times are in nanoseconds, for all blocks
/// together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Run {
	/// Blocks.
	pub blocks: u32,
	/// Trades that were settled: all there were.
	pub trades: u64,
	/// Where the time of imports went.
	pub split: Split,
	/// To verify the trades before their blocks came; zero if that was not done.
	pub ahead: u64,
	/// To read the blocks from their file and to decode them.
	pub decoding: u64,
	/// How long the import of a block took, in milliseconds.
	pub block_ms: Spread,
	/// Bytes of the blocks.
	pub bytes: u64,
	/// Bytes by which the database grew.
	pub database_growth: i64,
	/// Bytes that the process wrote to the disk, also those that were replaced since.
	pub written: u64,
	/// The most memory that the process had, in bytes.
	pub peak_memory: u64,
}

impl Run {
	/// Trades imported in a second.
	pub fn trades_per_second(&self) -> f64 {
		self.trades as f64 * 1e9 / self.split.total() as f64
	}

	/// Microseconds of a trade, of nanoseconds of all.
	pub fn microseconds(&self, nanoseconds: u64) -> f64 {
		nanoseconds as f64 / 1e3 / self.trades as f64
	}

	/// So many in all, for one trade.
	pub fn per_trade(&self, all: u64) -> f64 {
		all as f64 / self.trades as f64
	}
}

/// What [`make`] is told.
#[derive(Serialize, Deserialize)]
pub struct MakeJob {
	/// The folder of a chain, which it changes.
	chain: PathBuf,
	plan: Plan,
	/// Where the blocks go.
	file: PathBuf,
}

/// What [`import`] is told.
#[derive(Serialize, Deserialize)]
pub struct ImportJob {
	/// The folder of a chain, which it changes.
	chain: PathBuf,
	/// Where the blocks are.
	file: PathBuf,
	/// How many there are.
	blocks: u32,
	/// If there is one of the state, all of it is read first.
	caches: Caches,
	/// Whether trades are verified before their block comes.
	ahead: bool,
	/// Where samples go of where the time of what is measured goes, if any are to be taken.
	samples: Option<PathBuf>,
}

/// Makes blocks, each on the one before, and writes them to a file.
pub fn make(job: MakeJob) -> Result<()> {
	let MakeJob { chain, plan, file } = job;
	let chain = FreeholdChain::open(&chain, Caches::NODE)?;
	let valid_until = chain.best_number() + MAX_LIFETIME / 2;
	let terms = Terms { genesis: chain.genesis_hash(), valid_until };
	let traders = Traders::new(plan.size, plan.activity, terms);
	let mut batches = Batches::new(traders, plan.batch).peekable();

	let explain = |error: std::io::Error| format!("can't write {}: {error}", file.display());
	let mut output = BufWriter::new(File::create(&file).map_err(explain)?);
	for made in 1..=plan.blocks {
		let (digest, timestamp) = opening(chain.best_number() + 1);
		let (block, split) = chain.fill(digest, vec![timestamp], &mut batches)?;
		output.write_all(&block.encode()).map_err(explain)?;
		chain.import(block)?;
		let milliseconds = split.total() / 1_000_000;
		eprintln!("made block {made} of {} in {milliseconds} ms", plan.blocks);
	}
	output.flush().map_err(explain)
}

/// Imports blocks from a file, and measures all but the first of them.
pub fn import(job: ImportJob) -> Result<Run> {
	let chain = FreeholdChain::open(&job.chain, job.caches)?;
	if job.caches.trie > 0 {
		let records = chain.warm_up()?;
		eprintln!("warmed the cache with {records} records");
	}
	let mut blocks = decode(&job.file, job.blocks)?;

	let mut measured = Measured::default();
	let (mut size_before, mut written_before, mut samples) = (0, 0, None);
	for number in 0..job.blocks {
		if number == PRELUDE {
			measured = Measured::default();
			size_before = store::size_of(&job.chain)?;
			written_before = process::written()?;
			samples = job.samples.as_deref().map(Samples::take).transpose()?;
		}
		let block = blocks.pop_front().ok_or("there are fewer blocks than were made")?;
		// A batch is in the pool before the block that comes before its own is.
		if let Some(next) = blocks.front_mut().filter(|_| job.ahead) {
			next.ahead = Some(ahead::verify(&chain, &next.block)?);
		}
		measured.import(&chain, block)?;
	}
	samples.map_or(Ok(()), Samples::end)?;
	let grown = store::size_of(&job.chain)? as i64 - size_before as i64;
	let written = process::written()? - written_before;
	measured.into_run(grown, written)
}

/// A block that was read.
struct Decoded {
	block: Block,
	/// Bytes of it.
	bytes: u64,
	/// To read and to decode it, in nanoseconds.
	decoding: u64,
	/// None if its trades were not verified before it came.
	ahead: Option<Ahead>,
}

/// Reads so many blocks from a file.
fn decode(file: &Path, blocks: u32) -> Result<VecDeque<Decoded>> {
	let input =
		File::open(file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
	let mut input = IoReader(BufReader::new(input));
	let mut decode = || {
		let began = Instant::now();
		let block =
			Block::decode(&mut input).map_err(|error| format!("a block is spoilt: {error}"))?;
		let decoding = nanoseconds(began);
		Ok(Decoded { bytes: block.encoded_size() as u64, block, decoding, ahead: None })
	};
	(0..blocks).map(|_| decode()).collect()
}

/// What was measured so far.
#[derive(Default)]
struct Measured {
	trades: u64,
	split: Split,
	ahead: u64,
	decoding: u64,
	bytes: u64,
	block_ms: Vec<f64>,
}

impl Measured {
	/// Imports the next block.
	fn import(&mut self, chain: &FreeholdChain, decoded: Decoded) -> Result<()> {
		let Decoded { block, bytes, decoding, ahead } = decoded;
		let split = chain.import(block)?;
		let trades = settled(chain)?;
		if let Some(Ahead { valid, nanoseconds }) = ahead {
			if valid != SIGNATURES * trades {
				return Err(format!("{valid} signatures of {trades} trades were verified ahead"));
			}
			self.ahead += nanoseconds;
		}
		self.split += split;
		self.block_ms.push(split.total() as f64 / 1e6);
		self.trades += trades;
		self.bytes += bytes;
		self.decoding += decoding;
		Ok(())
	}

	fn into_run(self, database_growth: i64, written: u64) -> Result<Run> {
		if self.trades == 0 {
			return Err("the blocks have no trades".into());
		}
		Ok(Run {
			blocks: self.block_ms.len() as u32,
			trades: self.trades,
			split: self.split,
			ahead: self.ahead,
			decoding: self.decoding,
			block_ms: Spread::of(self.block_ms).ok_or("there are no blocks to measure")?,
			bytes: self.bytes,
			database_growth,
			written,
			peak_memory: process::peak_memory()?,
		})
	}
}

/// What a block of this number begins with: whose slot it is, and the time.
fn opening(number: BlockNumber) -> (Digest, OpaqueExtrinsic) {
	let slot = FIRST_SLOT + u64::from(number);
	let claim = (PLAIN_SECONDARY_SLOT, AUTHOR, slot).encode();
	let digest = Digest { logs: vec![DigestItem::PreRuntime(*b"BABE", claim)] };
	let time = pallet_timestamp::Call::<Runtime>::set { now: slot * SLOT_DURATION };
	(digest, UncheckedExtrinsic::new_bare(RuntimeCall::from(time)).into())
}

/// How many trades the best block settled, by its events.
///
/// # Errors
/// If it refused one, or a call failed: then what was measured is not what it is said to be.
fn settled(chain: &FreeholdChain) -> Result<u64> {
	type Record = frame_system::EventRecord<RuntimeEvent, Hash>;
	let events = chain.storage(&storage_prefix(b"System", b"Events"))?.unwrap_or_default();
	let events = Vec::<Record>::decode(&mut &events[..])
		.map_err(|error| format!("events can't be read: {error}"))?;
	let mut settled = 0;
	for Record { event, .. } in events {
		match event {
			RuntimeEvent::Market(pallet_market::Event::BatchSettled {
				trades, refused, ..
			}) => {
				if let Some((place, reason)) = refused.first() {
					return Err(format!("trade {place} of a batch was refused: {reason:?}"));
				}
				settled += u64::from(trades);
			},
			RuntimeEvent::System(frame_system::Event::ExtrinsicFailed {
				dispatch_error, ..
			}) => {
				return Err(format!("an extrinsic failed: {dispatch_error:?}"));
			},
			_ => {},
		}
	}
	Ok(settled)
}
