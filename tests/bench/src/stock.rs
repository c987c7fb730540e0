// SPDX-License-Identifier: Apache-2.0

//! The same as `import`, with what Substrate has out of the box: stock pallets and their weights,
//! the limits of the SDK's solochain template, and an extrinsic for each trade, which its buyer
//! signs with sr25519. The client, the executor, the database and the size of the state are the
//! same.
//!
//! A trade here is less than one of Freehold's, as the seller signs nothing that counts: the item
//! was put up for sale by an extrinsic that came long before. Nor does a block have any consensus
//! in it. Blocks are as full as the runtime lets them be, which is two seconds of weight in six.

mod extrinsics;
mod runs;
mod state;

use crate::{
	apart, import,
	runs::{Cache, Run},
	state::Size,
	store::{self, Store},
	Result, Scale,
};
use extrinsics::Kind;
use runs::Job;
use serde::{Deserialize, Serialize};
use std::path::Path;

pub use runs::{blocks, Authoring};
pub use state::grown;

/// What came out.
#[derive(Serialize, Deserialize)]
pub struct Figures {
	/// The state: accounts, and items that are all for sale.
	pub size: Size,
	/// Bytes of the database before the first trade.
	pub database: u64,
	/// `Nfts::buy_item`: an item for coins.
	pub purchases: Series,
	/// `Balances::transfer_keep_alive`: coins for nothing, which is the least that can be asked.
	pub transfers: Series,
}

impl Figures {
	/// The run that is compared with that which `import` tells of first: senders all as active, and a
	/// large cache of the state, which these pallets gain by.
	pub fn headline(&self) -> &Run {
		&self.purchases.warm
	}
}

/// Blocks of one kind of extrinsic. In a [`Run`], each of these is a trade.
#[derive(Serialize, Deserialize)]
pub struct Series {
	/// To make the blocks, with a large cache of the state, as in a node that has run for long.
	pub authoring: Authoring,
	/// To import them without a cache of the state.
	pub uncached: Run,
	/// To import them with such a cache.
	pub warm: Run,
}

/// How many blocks are measured: they write as much as those of `import` do, which are smaller.
fn blocks_of(scale: Scale) -> u32 {
	match scale {
		Scale::Quick => 4,
		Scale::Usual | Scale::Full => 40,
	}
}

/// Measures all of it.
pub fn measure(scale: Scale, chains: &Path) -> Result<Figures> {
	let store = Store::new(chains);
	let size = import::size(scale);
	let blocks = blocks_of(scale);
	let chain = grown(&store, size)?;
	let series = |kind| series(&store, &chain, size, kind, blocks);
	let (purchases, transfers) = (series(Kind::Purchase)?, series(Kind::Transfer)?);
	Ok(Figures { size, database: store::size_of(&chain)?, purchases, transfers })
}

/// Makes blocks in one process, and imports them in two others.
fn series(store: &Store, chain: &Path, size: Size, kind: Kind, blocks: u32) -> Result<Series> {
	let scratch = store.scratch()?;
	let file = scratch.path().join("blocks");
	let copy = store.copy(chain)?;
	let make = Job::Make { chain: copy.path().to_owned(), size, kind, blocks, file: file.clone() };
	let authoring: Authoring = apart::run(runs::SUBCOMMAND, &make)?;
	eprintln!("{kind:?}, made: {:.0}/s", authoring.per_second());

	let import = |cache| -> Result<Run> {
		let copy = store.copy(chain)?;
		let (chain, file) = (copy.path().to_owned(), file.clone());
		let run: Run =
			apart::run(runs::SUBCOMMAND, &Job::Import { chain, kind, blocks, file, cache })?;
		eprintln!("{kind:?}, imported with cache {cache:?}: {:.0}/s", run.trades_per_second());
		Ok(run)
	};
	Ok(Series { authoring, uncached: import(Cache::Off)?, warm: import(Cache::Warm)? })
}
