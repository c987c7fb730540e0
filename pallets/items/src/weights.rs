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
	/// `adopt_collection`.
	fn adopt_collection() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Writes the world, or the purse of the avatar, beside its own records.
	fn create_collection() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	fn create_kind() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Reads an avatar, and writes its purse and the item, for each.
	fn mint_items(n: u32) -> Weight {
		let n = u64::from(n);
		Weight::from_parts(BASE.saturating_add(n.saturating_mul(4_000_000)), 0).saturating_add(
			T::DbWeight::get().reads_writes(
				n.saturating_mul(2).saturating_add(6),
				n.saturating_mul(2).saturating_add(4),
			),
		)
	}

	fn mint_units() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 3))
	}

	fn transfer_item() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	fn transfer_units() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// The two accounts and what is held of them; the holds for all reasons are one record.
	fn adopt_collection() -> Weight {
		Weight::from_parts(BASE.saturating_mul(2), 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}
}
