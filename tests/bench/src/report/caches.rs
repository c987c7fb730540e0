// SPDX-License-Identifier: Apache-2.0

//! What the caches are worth.

use super::{
	import::{speed, SPEED},
	text::{count, list, mebibytes, short, Table},
};
use crate::{
	caches::{Figures, WithCaches},
	chain::Caches,
};

/// In words and a table.
pub fn section(figures: &Figures) -> String {
	let names = ["trades in a batch", "state's cache, MiB", "database's, MiB"];
	let rest = ["ms a block, p50", "longest", "peak memory"];
	let columns: Vec<_> = names.into_iter().chain(SPEED).chain(rest).collect();
	let row = |table: Table, WithCaches { batch, caches, run }: &WithCaches| {
		let names = [*batch, caches.trie, caches.database].map(count);
		let rest =
			[short(run.block_ms.p50), short(run.block_ms.greatest), mebibytes(run.peak_memory)];
		table.row(names.into_iter().chain(speed(run)).chain(rest))
	};
	let table = figures.runs.iter().fold(Table::new(&columns), row).finish();
	let Caches { trie, database } = Caches::NODE;
	let node = format!(
		"A node has {} MiB (`--trie-cache-size`) and {} MiB (`--db-cache`), if nobody chose others.",
		count(trie),
		count(database)
	);
	let notes = list([
		&node,
		"Where there is a cache of the state, all of it was read once before. The system has room for \
		 all files in its memory.",
		"The last row of each size of batch is the first once more.",
	]);
	format!(
		"What a node's caches are worth by their sizes: the blocks of `import`, of all players, on \
		 its state.\n\n{table}{notes}"
	)
}
