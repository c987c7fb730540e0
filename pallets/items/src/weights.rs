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
	/// `create_collection`.
	fn create_collection() -> Weight;
	/// `create_kind`.
	fn create_kind() -> Weight;
	/// `mint_items`, with `n` from 1 to 1024.
	fn mint_items(n: u32) -> Weight;
	/// `mint_units`.
	fn mint_units() -> Weight;
	/// `transfer_item`.
	fn transfer_item() -> Weight;
	/// `transfer_units`.
	fn transfer_units() -> Weight;
	/// `adopt_collection`.
	fn adopt_collection() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Computes for 71.4 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::NextCollectionId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Collections`: reads 0, writes 1
	fn create_collection() -> Weight {
		Weight::from_parts(77_435_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for 83.0 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Kinds`: reads 0, writes 1
	fn create_kind() -> Weight {
		Weight::from_parts(125_345_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 97.3 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1024, writes 1024
	/// - `Items::Items`: reads 0, writes 1024
	fn mint_items(n: u32) -> Weight {
		Weight::from_parts(183_899_285, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(7_784_220, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(n.into()))
	}

	/// Computes for 38.8 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Items::Units`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	fn mint_units() -> Weight {
		Weight::from_parts(40_150_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 3))
	}

	/// Computes for 29.5 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn transfer_item() -> Weight {
		Weight::from_parts(30_696_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 38.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Units`: reads 2, writes 2
	fn transfer_units() -> Weight {
		Weight::from_parts(40_109_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for 275.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	fn adopt_collection() -> Weight {
		Weight::from_parts(277_541_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
}
