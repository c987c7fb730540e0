// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// What each call weighs.
pub trait WeightInfo {
	/// `register`.
	fn register() -> Weight;
	/// `add_settler`.
	fn add_settler() -> Weight;
	/// `remove_settler`.
	fn remove_settler() -> Weight;
	/// `set_fee`.
	fn set_fee() -> Weight;
	/// `set_metadata`.
	fn set_metadata() -> Weight;
	/// `extend`.
	fn extend() -> Weight;
	/// `offer_ownership`.
	fn offer_ownership() -> Weight;
	/// `accept_ownership`.
	fn accept_ownership() -> Weight;
	/// `suspend`.
	fn suspend() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// `close`.
	fn close() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// With a fee, whose payee is read and written.
	fn register() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	fn add_settler() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn remove_settler() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// With three payees, each read twice and written: two of before, and the new one.
	fn set_fee() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	fn set_metadata() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn extend() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn offer_ownership() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// With the deposits of the land: two more counts, of accounts that are read already.
	fn accept_ownership() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	fn suspend() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn resume() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// With a fee in force and another announced.
	fn close() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 6))
	}
}
