// SPDX-License-Identifier: Apache-2.0

//! Grows the chains that parts measure on, as many at once as there are cores, before anything is
//! measured. A part grows what it lacks; but one after the other, which takes longer.

use crate::{
	caches, chain::Database, cores, growth, import, state::Size, stock, store::Store, Result, Scale,
};
use clap::ValueEnum;
use std::{
	collections::BTreeSet,
	path::{Path, PathBuf},
	sync::{Mutex, PoisonError},
	thread,
};

/// On which chains.
#[derive(clap::Args)]
pub struct Chains {
	/// How large the states are, and how many blocks there are.
	#[arg(long, value_enum, default_value_t = Scale::Usual)]
	pub scale: Scale,
	/// Where chains are kept.
	#[arg(long, value_name = "FOLDER")]
	pub chains: PathBuf,
}

/// What is told.
#[derive(clap::Args)]
pub struct Arguments {
	#[command(flatten)]
	on: Chains,
	/// The parts that will be measured.
	#[arg(value_enum, required = true)]
	parts: Vec<Measured>,
}

/// A part that measures on grown chains.
#[derive(Clone, Copy, ValueEnum)]
enum Measured {
	Import,
	Stock,
	Growth,
	Caches,
}

impl Measured {
	fn chains(self, scale: Scale) -> Vec<Grown> {
		match self {
			Self::Import => import::chains(scale),
			Self::Stock => vec![Grown::stock(import::size(scale))],
			Self::Growth => growth::chains(scale),
			Self::Caches => vec![caches::chain(scale)],
		}
	}
}

/// A chain that is kept. The largest is the last in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grown {
	size: Size,
	/// None if it is a chain of stock pallets.
	database: Option<Database>,
}

impl Grown {
	/// A chain of Freehold.
	pub fn freehold(size: Size, database: Database) -> Self {
		Self { size, database: Some(database) }
	}

	fn stock(size: Size) -> Self {
		Self { size, database: None }
	}

	fn grow(self, store: &Store) -> Result<()> {
		let grown = match self.database {
			Some(database) => store.grown(self.size, database),
			None => stock::grown(store, self.size),
		};
		grown.map(drop)
	}
}

/// Grows what is missing.
pub fn grow(arguments: Arguments) -> Result<()> {
	let Arguments { on: Chains { scale, chains }, parts } = arguments;
	let missing = parts.into_iter().flat_map(|part| part.chains(scale)).collect();
	all(missing, &chains)
}

/// The largest first, as it takes longest.
fn all(chains: BTreeSet<Grown>, folder: &Path) -> Result<()> {
	let (store, left) = (Store::new(folder), Mutex::new(chains));
	let next = || left.lock().unwrap_or_else(PoisonError::into_inner).pop_last();
	let work = || -> Result<()> {
		while let Some(chain) = next() {
			chain.grow(&store)?;
		}
		Ok(())
	};
	thread::scope(|scope| {
		let workers: Vec<_> = (0..cores::count()).map(|_| scope.spawn(work)).collect();
		workers
			.into_iter()
			.try_for_each(|worker| worker.join().expect("whatever panics here ends the program"))
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn each_chain_is_grown_once_and_the_largest_first() {
		let parts = [Measured::Growth, Measured::Import, Measured::Stock, Measured::Caches];
		let mut chains: BTreeSet<_> =
			parts.into_iter().flat_map(|part| part.chains(Scale::Usual)).collect();

		let largest = Grown::freehold(Size::of(5_000_000), Database::RocksDb);
		assert_eq!(chains.pop_last(), Some(largest));
		// Three sizes more, one of them in the other database and with stock pallets too.
		assert_eq!(chains.len(), 5);
	}
}
