// SPDX-License-Identifier: Apache-2.0

//! What a node's caches are worth by their sizes: that of the state, and the database's.

use crate::{
	chain::{Caches, Database},
	grow::Grown,
	import::{self, max_trades},
	players::Activity,
	runs::{Blocks, Plan, Run},
	store::Store,
	Result, Scale,
};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Sizes of the state's cache that are tried, in MiB: the largest has room for all of the state.
const TRIE: [u32; 5] = [0, 64, 1024, 4096, 12_288];
/// The same with batches of one.
const TRIE_OF_ONE: [u32; 3] = [0, 4096, 12_288];
/// Sizes of the database's cache that are tried too, in MiB.
const DATABASE: [u32; 2] = [256, 4096];

/// What came out.
#[derive(Serialize, Deserialize)]
pub struct Figures {
	/// The runs, by the size of the batch and then in the order in which they were made.
	pub runs: Vec<WithCaches>,
}

/// The import of blocks by a node that has caches of these sizes.
#[derive(Serialize, Deserialize)]
pub struct WithCaches {
	/// Trades in a batch.
	pub batch: u32,
	/// The caches.
	pub caches: Caches,
	/// What came out.
	pub run: Run,
}

/// The chain that is measured on: that of `import`.
pub fn chain(scale: Scale) -> Grown {
	Grown::freehold(import::size(scale), Database::RocksDb)
}

/// Measures full batches, and what a team would do that knows none.
pub fn measure(scale: Scale, chains: &Path) -> Result<Figures> {
	let store = Store::new(chains);
	let size = import::size(scale);
	let chain = store.grown(size, Database::RocksDb)?;
	let mut runs = Vec::new();
	for (batch, tried) in tried() {
		let plan = Plan { size, activity: Activity::Uniform, batch, blocks: import::blocks(scale) };
		let blocks = Blocks::make(&store, &chain, &plan)?;
		for caches in tried {
			let run = blocks.import(&store, caches, false)?;
			let Caches { trie, database } = caches;
			let time = run.microseconds(run.split.total());
			eprintln!("batches of {batch}, {trie} and {database} MiB: {time:.0} µs a trade");
			runs.push(WithCaches { batch, caches, run });
		}
	}
	Ok(Figures { runs })
}

/// Which caches are tried with batches of which size. The last is a node's own, which was tried
/// first, once more: whoever reads sees by how much the same run differs.
fn tried() -> [(u32, Vec<Caches>); 2] {
	let trie = |sizes: &[u32]| sizes.iter().map(|&trie| Caches { trie, ..Caches::NODE }).collect();
	let (mut full, mut alone): (Vec<_>, Vec<_>) = (trie(&TRIE), trie(&TRIE_OF_ONE));
	full.extend(DATABASE.map(|database| Caches { database, ..Caches::NODE }));
	full.push(Caches::NODE);
	alone.push(Caches::NODE);
	[(max_trades(), full), (1, alone)]
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_nodes_own_caches_are_tried_first_and_last() {
		for (_, tried) in tried() {
			assert_eq!(tried.first(), Some(&Caches::NODE));
			assert_eq!(tried.last(), Some(&Caches::NODE));
		}
	}
}
