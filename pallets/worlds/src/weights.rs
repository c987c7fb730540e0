// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-20
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
	/// Computes for 69.9 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Worlds::NextWorldId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 0, writes 1
	fn register() -> Weight {
		Weight::from_parts(71_086_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for 69.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn add_settler() -> Weight {
		Weight::from_parts(70_294_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 59.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_settler() -> Weight {
		Weight::from_parts(60_529_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 34.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	fn set_fee() -> Weight {
		Weight::from_parts(36_173_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Computes for 13.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::WorldMetadata`: reads 0, writes 1
	fn set_metadata() -> Weight {
		Weight::from_parts(13_940_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 11.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn extend() -> Weight {
		Weight::from_parts(12_589_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 12.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn offer_ownership() -> Weight {
		Weight::from_parts(12_659_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 196.3 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 0
	/// - `Land::ParcelCount`: reads 1, writes 0
	fn accept_ownership() -> Weight {
		Weight::from_parts(198_013_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 11.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn suspend() -> Weight {
		Weight::from_parts(12_589_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 11.7 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn resume() -> Weight {
		Weight::from_parts(12_318_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// Computes for 63.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Worlds::WorldMetadata`: reads 0, writes 1
	fn close() -> Weight {
		Weight::from_parts(63_945_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 5))
	}
}
