// SPDX-License-Identifier: Apache-2.0

//! The import of full blocks.

use super::text::{count, list, mebibytes, short, whole, Table};
use crate::{
	chain::Split,
	import::{max_trades, Figures},
	runs::Run,
};
use freehold_runtime::constants::SLOT_DURATION;

/// How far blocks are apart.
const SLOT_SECONDS: f64 = SLOT_DURATION as f64 / 1e3;

/// In words and tables.
pub fn section(figures: &Figures) -> String {
	let state = format!(
		"A state of {} avatars and {} items, {} on disk in RocksDB. Blocks are full of batches of \
		 trades, each an item for coins, signed by both sides with Ed25519. They are made in one \
		 process and imported in another.",
		count(figures.size.players),
		count(figures.size.items),
		mebibytes(figures.database),
	);
	let limit = figures.headline().map_or_else(String::new, |run| {
		format!(
			"A block comes every {SLOT_SECONDS} s, and is as full as batches of its size get by what they are \
			 charged: however fast it is imported, the chain includes at most {} trades a second in \
			 batches of {}.",
			whole(run.trades as f64 / f64::from(run.blocks) / SLOT_SECONDS),
			max_trades(),
		)
	});
	let notes = list([
		"The clock runs from a decoded block to its state in the database, and its parent final \
		 there; as in a node that runs for longer than some minutes, what an older block deleted is \
		 let go with each. Left out is what a node has besides: who may make the block, its inherents \
		 and its justification are not checked, and no pool, voter, network or RPC shares the cores.",
		"Each row is one run, and on such a machine they differ by up to a quarter from hour to hour: \
		 rows that are nearer to each other say nothing.",
		"Signatures are verified on all cores; all else has one thread. The time is that of the clock.",
		"Cache off: what is read comes from the database, as a node opens it, and what that has not in \
		 its own memory from the system's; so it is in a node for which nobody chose another. Cache \
		 warm: 4 GiB above the database, after all of the state was read once.",
		"ParityDB: a node that is started with `--database paritydb`. It writes behind: the clock does \
		 not see what its own threads still do when a block is imported.",
		"Ahead: the runtime verified the trades' signatures before the block before theirs came, as in a \
		 node that has their batch in its pool; that took the time in that column, not counted in the \
		 others. It reads the players' records, too, so that they are in the cache. What is left is the \
		 look-up of what was verified, and what the settlers signed.",
		"The bytes by which the database grew have its log in them.",
		&limit,
	]);
	let named: Vec<_> = figures.series.iter().map(|it| (it.name(), &it.run)).collect();
	let columns: Vec<_> =
		["players, batch, cache"].into_iter().chain(SPEED).chain(["ahead"]).collect();
	let times = Table::new(&columns);
	let times = named.iter().fold(times, |table, (name, run)| {
		let ahead = if run.ahead > 0 { short(run.microseconds(run.ahead)) } else { String::new() };
		table.row([name.clone()].into_iter().chain(speed(run)).chain([ahead]))
	});
	format!("{state}\n\n{}{}{notes}", times.finish(), sizes("players, batch, cache", &named))
}

/// What [`speed`] tells.
pub const SPEED: [&str; 7] =
	["trades/s", "µs a trade", "signatures", "execution", "root", "commit", "finality"];

/// Trades in a second; microseconds of a trade, all of it, signatures, execution, root, commit and
/// finality.
pub fn speed(run: &Run) -> impl Iterator<Item = String> {
	let Split { signatures, execution, root, commit, finality, .. } = run.split;
	let parts = [run.split.total(), signatures, execution, root, commit, finality]
		.map(|nanoseconds| short(run.microseconds(nanoseconds)));
	[whole(run.trades_per_second())].into_iter().chain(parts)
}

/// A table of what runs took beside time.
pub fn sizes(first: &str, runs: &[(String, &Run)]) -> String {
	let table = Table::new(&[
		first,
		"blocks",
		"trades a block",
		"ms a block, p50",
		"p95",
		"longest",
		"records written a trade",
		"bytes of block",
		"bytes by which the database grew",
		"bytes written to disk",
		"peak memory",
	]);
	let row = |table: Table, (name, run): &(String, &Run)| {
		table.row([
			name.clone(),
			count(run.blocks),
			whole(run.trades as f64 / f64::from(run.blocks)),
			short(run.block_ms.p50),
			short(run.block_ms.p95),
			short(run.block_ms.greatest),
			short(run.per_trade(run.split.dirty_keys)),
			whole(run.per_trade(run.bytes)),
			whole(run.database_growth as f64 / run.trades as f64),
			whole(run.per_trade(run.written)),
			mebibytes(run.peak_memory),
		])
	};
	runs.iter().fold(table, row).finish()
}
