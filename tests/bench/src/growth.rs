// SPDX-License-Identifier: Apache-2.0

//! What a trade costs as the state and the batch grow, how fast a new node catches up, and how much
//! disk the state takes.

use crate::{
	chain::{Caches, Database},
	grow::Grown,
	import::{self, max_trades},
	players::Activity,
	runs::{Blocks, Plan, Run},
	state::Size,
	store::{self, Store},
	Result, Scale,
};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What came out.
#[derive(Serialize, Deserialize)]
pub struct Figures {
	/// By the size of the state, from the smallest.
	pub sizes: Vec<OfSize>,
	/// By the size of the batch, from the smallest, on the state that `import` has.
	pub batches: Vec<OfBatch>,
}

impl Figures {
	/// How much more a trade costs on the largest state than on the smallest.
	pub fn ratio(&self) -> Option<f64> {
		let (first, last) = (self.sizes.first()?, self.sizes.last()?);
		Some(first.run.trades_per_second() / last.run.trades_per_second())
	}
}

/// Full batches on a state of one size.
#[derive(Serialize, Deserialize)]
pub struct OfSize {
	/// The state.
	pub size: Size,
	/// Bytes of the database before the first trade.
	pub database: u64,
	/// What came out.
	pub run: Run,
}

/// Batches of one size.
#[derive(Serialize, Deserialize)]
pub struct OfBatch {
	/// Trades in a batch.
	pub batch: u32,
	/// What came out.
	pub run: Run,
}

/// The chains that are measured on.
pub fn chains(scale: Scale) -> Vec<Grown> {
	sizes(scale).map(|size| Grown::freehold(size, Database::RocksDb)).collect()
}

/// Measures all of it.
pub fn measure(scale: Scale, chains: &Path) -> Result<Figures> {
	let store = Store::new(chains);
	let blocks = import::blocks(scale);
	let full = |size| Plan { size, activity: Activity::Uniform, batch: max_trades(), blocks };

	let mut by_size = Vec::new();
	for size in sizes(scale) {
		let chain = store.grown(size, Database::RocksDb)?;
		let run = Blocks::make(&store, &chain, &full(size))?.import(&store, Caches::NODE, false)?;
		eprintln!("{} items: {:.1} µs a trade", size.items, run.microseconds(run.split.total()));
		by_size.push(OfSize { size, database: store::size_of(&chain)?, run });
	}

	let size = import::size(scale.min(Scale::Usual));
	let chain = store.grown(size, Database::RocksDb)?;
	let mut by_batch = Vec::new();
	for batch in batches() {
		let plan = Plan { batch, ..full(size) };
		let run = Blocks::make(&store, &chain, &plan)?.import(&store, Caches::NODE, false)?;
		eprintln!("batches of {batch}: {:.1} µs a trade", run.microseconds(run.split.total()));
		by_batch.push(OfBatch { batch, run });
	}
	Ok(Figures { sizes: by_size, batches: by_batch })
}

fn sizes(scale: Scale) -> impl Iterator<Item = Size> {
	let counts: &[u32] = match scale {
		Scale::Quick => &[1_000, 20_000],
		Scale::Usual | Scale::Full => &[10_000, 100_000, 1_000_000, 5_000_000],
	};
	counts.iter().copied().map(Size::of)
}

/// From a single trade to as many as a batch may have.
fn batches() -> impl Iterator<Item = u32> {
	let most = max_trades();
	(0..)
		.map(|power| 4u32.pow(power))
		.take_while(move |batch| *batch < most)
		.chain([most])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn batches_grow_from_one_to_the_most() {
		let batches: Vec<_> = batches().collect();

		assert_eq!(batches.first(), Some(&1));
		assert_eq!(batches.last(), Some(&max_trades()));
		assert!(batches.windows(2).all(|pair| pair[0] < pair[1]));
	}
}
