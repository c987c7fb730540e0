// SPDX-License-Identifier: Apache-2.0

//! The import of full blocks.

use super::text::{count, list, mebibytes, short, whole, Table};
use crate::{import::Figures, runs::Run};

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
	let notes = list([
		"The clock runs from a decoded block to its state in the database, and its parent final \
		 there. Who may make the block is not checked. The system may have files in its memory.",
		"Cache off: what is read comes from the database. Cache warm: 4 GiB, after all of the state \
		 was read once, both of which are a node's default. Cache whole: 12 GiB, so that all of the \
		 state is in it.",
		"ParityDB: a node that is started with `--database paritydb`. It writes behind: the clock does \
		 not see what its own threads still do when a block is imported.",
		"Ahead: the trades' signatures were verified before their block came, which took the time in \
		 that column, not counted in the others. What is left is what the settlers signed.",
	]);
	let named: Vec<_> = figures.series.iter().map(|it| (it.name(), &it.run)).collect();
	let times = Table::new(&[
		"players, batch, cache",
		"trades/s",
		"µs a trade",
		"signatures",
		"execution",
		"root",
		"commit",
		"ahead",
	]);
	let times = named.iter().fold(times, |table, (name, run)| {
		let ahead = if run.ahead > 0 { short(run.microseconds(run.ahead)) } else { String::new() };
		table.row([name.clone()].into_iter().chain(speed(run)).chain([ahead]))
	});
	format!("{state}\n\n{}{}{notes}", times.finish(), sizes("players, batch, cache", &named))
}

/// Trades in a second; microseconds of a trade, all of it, signatures, execution, root and commit.
pub fn speed(run: &Run) -> impl Iterator<Item = String> {
	let split = run.split;
	let parts = [split.total(), split.signatures, split.execution, split.root, split.commit]
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
		"p99",
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
			short(run.block_ms.p99),
			short(run.per_trade(run.split.dirty_keys)),
			whole(run.per_trade(run.bytes)),
			whole(run.database_growth as f64 / run.trades as f64),
			whole(run.per_trade(run.written)),
			mebibytes(run.peak_memory),
		])
	};
	runs.iter().fold(table, row).finish()
}
