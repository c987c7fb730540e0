// SPDX-License-Identifier: Apache-2.0

//! Imports full blocks on a large state, and says where the time goes.

use crate::{
	chain::Database,
	grow::Grown,
	players::Activity,
	runs::{Blocks, Cache, Plan, Run},
	state::Size,
	store::{self, Store},
	Result, Scale,
};
use frame_support::traits::Get;
use freehold_runtime::Runtime;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What came out.
#[derive(Serialize, Deserialize)]
pub struct Figures {
	/// The state.
	pub size: Size,
	/// Bytes of the database before the first trade.
	pub database: u64,
	/// The runs.
	pub series: Vec<Series>,
}

impl Figures {
	/// The run that is told of first: a node's own database and caches, players all as active, batches
	/// as large as they may be, every signature verified in the import.
	pub fn headline(&self) -> Option<&Run> {
		let found = self.series.iter().find(|it| {
			it.database == Database::RocksDb
				&& it.activity == Activity::Uniform
				&& it.batch == max_trades()
				&& it.cache == Cache::Off
				&& !it.ahead
		});
		found.map(|series| &series.run)
	}
}

/// A run, and what is special about it.
#[derive(Serialize, Deserialize)]
pub struct Series {
	/// What the chain is stored in.
	pub database: Database,
	/// Who trades.
	pub activity: Activity,
	/// Trades in a batch.
	pub batch: u32,
	/// The state's cache.
	pub cache: Cache,
	/// Whether the trades were verified before their block came.
	pub ahead: bool,
	/// What came out.
	pub run: Run,
}

impl Series {
	/// What is special about it, in few words.
	pub fn name(&self) -> String {
		let players = match self.activity {
			Activity::Uniform => "uniform",
			Activity::Zipf => "Zipf",
			Activity::Crowd => "crowd",
		};
		let cache = match self.cache {
			Cache::Off => "off",
			Cache::Warm => "warm",
		};
		let ahead = if self.ahead { ", ahead" } else { "" };
		let database = match self.database {
			Database::RocksDb => "",
			Database::ParityDb => ", ParityDB",
		};
		format!("{players}, {}, {cache}{ahead}{database}", self.batch)
	}
}

/// Most trades in a batch.
pub fn max_trades() -> u32 {
	<Runtime as pallet_market::Config>::MaxTrades::get()
}

/// How large the state is that most is measured on.
pub fn size(scale: Scale) -> Size {
	Size::of(match scale {
		Scale::Quick => 20_000,
		Scale::Usual => 1_000_000,
		Scale::Full => 5_000_000,
	})
}

/// How many blocks are measured: enough for RocksDB to write out what it first keeps in memory, and to
/// put that in order.
pub fn blocks(scale: Scale) -> u32 {
	match scale {
		Scale::Quick => 4,
		Scale::Usual | Scale::Full => 160,
	}
}

/// A node for which nobody chose anything.
const NODE: &[Cache] = &[Cache::Off];
/// What an operator could choose, too.
const CHOICES: &[Cache] = &[Cache::Off, Cache::Warm];

/// The chains that are measured on.
pub fn chains(scale: Scale) -> Vec<Grown> {
	let databases = [Database::RocksDb, Database::ParityDb];
	databases.map(|database| Grown::freehold(size(scale), database)).to_vec()
}

/// Measures every run.
pub fn measure(scale: Scale, chains: &Path) -> Result<Figures> {
	let store = Store::new(chains);
	let size = size(scale);
	let mut all = Vec::new();
	for (database, activity, batch, aheads, caches) in [
		(Database::RocksDb, Activity::Uniform, max_trades(), &[false, true][..], CHOICES),
		(Database::ParityDb, Activity::Uniform, max_trades(), &[false, true], NODE),
		(Database::RocksDb, Activity::Zipf, max_trades(), &[false, true], CHOICES),
		// Whose records are neighbours.
		(Database::RocksDb, Activity::Crowd, max_trades(), &[false, true], NODE),
		// What a team would do that knows no batches.
		(Database::RocksDb, Activity::Uniform, 1, &[false], NODE),
	] {
		let plan = Plan { size, activity, batch, blocks: blocks(scale) };
		let blocks = Blocks::make(&store, &store.grown(size, database)?, &plan)?;
		for &cache in caches {
			for &ahead in aheads {
				let run = blocks.import(&store, cache.sizes(), ahead)?;
				let series = Series { database, activity, batch, cache, ahead, run };
				eprintln!("{}: {:.0} trades/s", series.name(), series.run.trades_per_second());
				all.push(series);
			}
		}
	}
	let chain = store.grown(size, Database::RocksDb)?;
	Ok(Figures { size, database: store::size_of(&chain)?, series: all })
}
