// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// What each call weighs.
pub trait WeightInfo {
	/// `issue` of `n` parcels.
	fn issue(n: u32) -> Weight;
	/// `transfer`.
	fn transfer() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn issue(n: u32) -> Weight {
		let n = u64::from(n);
		Weight::from_parts(BASE.saturating_add(n.saturating_mul(4_000_000)), 0).saturating_add(
			T::DbWeight::get().reads_writes(n.saturating_add(5), n.saturating_add(3)),
		)
	}

	fn transfer() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}
}
