// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// What each call weighs.
pub trait WeightInfo {
	/// `create`.
	fn create() -> Weight;
	/// `add_device`.
	fn add_device() -> Weight;
	/// `revoke_device`.
	fn revoke_device() -> Weight;
	/// `revoke_all_devices` of an avatar with a key in every slot.
	fn revoke_all_devices() -> Weight;
	/// `deposit`.
	fn deposit() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(3, 5))
	}

	fn add_device() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn revoke_device() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn revoke_all_devices() -> Weight {
		Weight::from_parts(BASE.saturating_mul(2), 0)
			.saturating_add(T::DbWeight::get().reads_writes(11, 10))
	}

	fn deposit() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
}
