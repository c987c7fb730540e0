// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: none yet
//! - machine: none yet
//! - measured: nothing; what stands here was estimated from what the calls read and write

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call weighs.
pub trait WeightInfo {
	/// `create_collection`.
	fn create_collection() -> Weight;
	/// `create_kind`, with `n` from 0 to 8.
	fn create_kind(n: u32) -> Weight;
	/// `mint_items`, with `n` from 1 to 1024.
	fn mint_items(n: u32) -> Weight;
	/// `mint_units`, with `n` from 1 to 1024.
	fn mint_units(n: u32) -> Weight;
	/// `transfer_item`.
	fn transfer_item() -> Weight;
	/// `transfer_units`.
	fn transfer_units() -> Weight;
	/// `adopt_collection`.
	fn adopt_collection() -> Weight;
	/// `set_metadata`.
	fn set_metadata() -> Weight;
	/// `freeze_collection`.
	fn freeze_collection() -> Weight;
	/// `offer_collection`.
	fn offer_collection() -> Weight;
	/// `accept_collection`.
	fn accept_collection() -> Weight;
	/// `loosen_kind`.
	fn loosen_kind() -> Weight;
	/// `lower_cap`.
	fn lower_cap() -> Weight;
	/// `set_royalty`, with `n` from 0 to 8.
	fn set_royalty(n: u32) -> Weight;
	/// `collect_royalty`.
	fn collect_royalty() -> Weight;
	/// `burn_item`, with `a` from 0 to 32.
	fn burn_item(a: u32) -> Weight;
	/// `burn_units`.
	fn burn_units() -> Weight;
	/// `transfer_batch`, with `n` from 1 to 512.
	fn transfer_batch(n: u32) -> Weight;
	/// `define_attribute`.
	fn define_attribute() -> Weight;
	/// `set_attributes`, with `n` from 1 to 32.
	fn set_attributes(n: u32) -> Weight;
	/// `write_attributes`, with `n` from 1 to 256.
	fn write_attributes(n: u32) -> Weight;
	/// `equip`.
	fn equip() -> Weight;
	/// `unequip`.
	fn unequip() -> Weight;
	/// `place_in_custody`.
	fn place_in_custody() -> Weight;
	/// `release_from_custody`.
	fn release_from_custody() -> Weight;
	/// `create_recipe`.
	fn create_recipe() -> Weight;
	/// `remove_recipe`.
	fn remove_recipe() -> Weight;
	/// `craft`, with `n` from 1 to 8, `a` from 0 to 32.
	fn craft(n: u32, a: u32) -> Weight;
	/// `settle_draw`.
	fn settle_draw() -> Weight;
	/// `remove_kind`, with `a` from 0 to 32.
	fn remove_kind(a: u32) -> Weight;
	/// `remove_collection`.
	fn remove_collection() -> Weight;
	/// `advance_round`.
	fn advance_round() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Computes for about 80 µs; estimated.
	fn create_collection() -> Weight {
		Weight::from_parts(80_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for about 150 µs; estimated.
	fn create_kind(n: u32) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for about 190 µs; estimated.
	fn mint_items(n: u32) -> Weight {
		Weight::from_parts(190_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(n.into()))
	}

	/// Computes for about 50 µs; estimated.
	fn mint_units(n: u32) -> Weight {
		Weight::from_parts(50_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 2))
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(n.into()))
	}

	/// Computes for about 35 µs; estimated.
	fn transfer_item() -> Weight {
		Weight::from_parts(35_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	/// Computes for about 45 µs; estimated.
	fn transfer_units() -> Weight {
		Weight::from_parts(45_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for about 450 µs; estimated.
	fn adopt_collection() -> Weight {
		Weight::from_parts(450_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 5))
	}

	/// Computes for about 110 µs; estimated.
	fn set_metadata() -> Weight {
		Weight::from_parts(110_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for about 30 µs; estimated.
	fn freeze_collection() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	/// Computes for about 40 µs; estimated.
	fn offer_collection() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for about 500 µs; estimated.
	fn accept_collection() -> Weight {
		Weight::from_parts(500_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 7))
	}

	/// Computes for about 40 µs; estimated.
	fn loosen_kind() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for about 30 µs; estimated.
	fn lower_cap() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for about 400 µs; estimated.
	fn set_royalty(n: u32) -> Weight {
		Weight::from_parts(400_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(32, 22))
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for about 250 µs; estimated.
	fn collect_royalty() -> Weight {
		Weight::from_parts(250_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(20, 12))
	}

	/// Computes for about 150 µs; estimated.
	fn burn_item(a: u32) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 6))
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for about 40 µs; estimated.
	fn burn_units() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for about 10 µs; estimated.
	fn transfer_batch(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 0)
			.saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 3).saturating_mul(n.into()))
	}

	/// Computes for about 200 µs; estimated.
	fn define_attribute() -> Weight {
		Weight::from_parts(200_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(40, 5))
	}

	/// Computes for about 60 µs; estimated.
	fn set_attributes(n: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 1))
			.saturating_add(Weight::from_parts(140_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3).saturating_mul(n.into()))
	}

	/// Computes for about 40 µs; estimated.
	fn write_attributes(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(160_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 4).saturating_mul(n.into()))
	}

	/// Computes for about 60 µs; estimated.
	fn equip() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for about 60 µs; estimated.
	fn unequip() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for about 35 µs; estimated.
	fn place_in_custody() -> Weight {
		Weight::from_parts(35_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for about 30 µs; estimated.
	fn release_from_custody() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	/// Computes for about 250 µs; estimated.
	fn create_recipe() -> Weight {
		Weight::from_parts(250_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(22, 5))
	}

	/// Computes for about 100 µs; estimated.
	fn remove_recipe() -> Weight {
		Weight::from_parts(100_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for about 600 µs; estimated.
	fn craft(n: u32, a: u32) -> Weight {
		Weight::from_parts(600_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(48, 34))
			.saturating_add(Weight::from_parts(140_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 5).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for about 400 µs; estimated.
	fn settle_draw() -> Weight {
		Weight::from_parts(400_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(18, 17))
	}

	/// Computes for about 350 µs; estimated.
	fn remove_kind(a: u32) -> Weight {
		Weight::from_parts(350_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(26, 18))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(a.into()))
	}

	/// Computes for about 120 µs; estimated.
	fn remove_collection() -> Weight {
		Weight::from_parts(120_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Computes for about 20 µs; estimated.
	fn advance_round() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}
}
