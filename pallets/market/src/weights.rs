// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 40_000_000;

/// One trade of a batch, in picoseconds: two signatures verified one by one (2 x 50 us), its
/// records read and written with their share of the state root (3 x 40 us), and applied (30 us).
const TRADE: u64 = 250_000_000;

/// What each call weighs.
pub trait WeightInfo {
	/// `list`.
	fn list() -> Weight;
	/// `cancel`.
	fn cancel() -> Weight;
	/// `buy`.
	fn buy() -> Weight;
	/// `settle` of `n` trades.
	fn settle(n: u32) -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn list() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	fn cancel() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn buy() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(9, 7))
	}

	fn settle(n: u32) -> Weight {
		Weight::from_parts(BASE.saturating_add(TRADE.saturating_mul(n.into())), 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
}
