// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// What each call weighs.
pub trait WeightInfo {
	/// `create_collection`.
	fn create_collection() -> Weight;
	/// `create_kind`.
	fn create_kind() -> Weight;
	/// `mint_items` to `n` avatars.
	fn mint_items(n: u32) -> Weight;
	/// `mint_units`.
	fn mint_units() -> Weight;
	/// `transfer_item`.
	fn transfer_item() -> Weight;
	/// `transfer_units`.
	fn transfer_units() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create_collection() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn create_kind() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn mint_items(n: u32) -> Weight {
		let n = u64::from(n);
		Weight::from_parts(BASE.saturating_add(n.saturating_mul(4_000_000)), 0).saturating_add(
			T::DbWeight::get().reads_writes(n.saturating_add(6), n.saturating_add(4)),
		)
	}

	fn mint_units() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}

	fn transfer_item() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	fn transfer_units() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}
}
