// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-29
//! - machine: 2 cores of AMD EPYC
//! - measured: at 20 values of each component, 10 times each

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

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
	/// Computes for 170.9 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Worlds::NextWorldId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 0, writes 1
	fn register() -> Weight {
		Weight::from_parts(180_026_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for 136.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn add_settler() -> Weight {
		Weight::from_parts(177_471_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 143.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_settler() -> Weight {
		Weight::from_parts(150_070_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 86.7 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	fn set_fee() -> Weight {
		Weight::from_parts(93_134_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Computes for 40.9 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::WorldMetadata`: reads 0, writes 1
	fn set_metadata() -> Weight {
		Weight::from_parts(44_363_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 32.2 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn extend() -> Weight {
		Weight::from_parts(40_075_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 31.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn offer_ownership() -> Weight {
		Weight::from_parts(39_043_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 457.2 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 0
	/// - `Land::ParcelCount`: reads 1, writes 0
	fn accept_ownership() -> Weight {
		Weight::from_parts(489_183_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 38.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn suspend() -> Weight {
		Weight::from_parts(39_223_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 35.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn resume() -> Weight {
		Weight::from_parts(40_556_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 137.3 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Worlds::WorldMetadata`: reads 0, writes 1
	fn close() -> Weight {
		Weight::from_parts(159_868_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 5))
	}
}
