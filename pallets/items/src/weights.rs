// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-30
//! - machine: 2 cores of AMD EPYC
//! - measured: at 6 values of each component, 8 times each

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
	/// Computes for 123.6 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::NextCollectionId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Collections`: reads 0, writes 1
	fn create_collection() -> Weight {
		Weight::from_parts(131_756_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for 145.8 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 9, writes 0
	/// - `Avatars::Purses`: reads 9, writes 8
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Royalties`: reads 0, writes 1
	/// - `Items::Kinds`: reads 0, writes 1
	fn create_kind(n: u32) -> Weight {
		Weight::from_parts(177_471_887, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 5))
			.saturating_add(Weight::from_parts(16_807_678, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 194.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1024, writes 1024
	/// - `Items::Items`: reads 0, writes 1024
	fn mint_items(n: u32) -> Weight {
		Weight::from_parts(117_067_533, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 5))
			.saturating_add(Weight::from_parts(15_135_036, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(n.into()))
	}

	/// Computes for 52.4 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Items::Units`: reads 1024, writes 1024
	/// - `Avatars::Purses`: reads 1024, writes 1024
	fn mint_units(n: u32) -> Weight {
		Weight::from_parts(31_354_668, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 1))
			.saturating_add(Weight::from_parts(18_682_686, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(n.into()))
	}

	/// Computes for 71.3 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Kinds`: reads 1, writes 0
	fn transfer_item() -> Weight {
		Weight::from_parts(81_512_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	/// Computes for 74.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Units`: reads 2, writes 2
	fn transfer_units() -> Weight {
		Weight::from_parts(104_985_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for 626.6 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Metadata`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	fn adopt_collection() -> Weight {
		Weight::from_parts(698_904_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for 141.7 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Metadata`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_metadata() -> Weight {
		Weight::from_parts(154_018_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for 40.9 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	fn freeze_collection() -> Weight {
		Weight::from_parts(50_855_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	/// Computes for 61.5 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	fn offer_collection() -> Weight {
		Weight::from_parts(65_933_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 1030.5 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Metadata`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	fn accept_collection() -> Weight {
		Weight::from_parts(1_165_594_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}

	/// Computes for 47.4 µs at least; uses, at most:
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn loosen_kind() -> Weight {
		Weight::from_parts(54_722_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for 30.5 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	fn lower_cap() -> Weight {
		Weight::from_parts(32_090_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 1011.3 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 9, writes 0
	/// - `Avatars::Purses`: reads 17, writes 16
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Accrued`: reads 1, writes 1
	/// - `Items::Royalties`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_royalty(n: u32) -> Weight {
		Weight::from_parts(1_353_749_082, 0)
			.saturating_add(T::DbWeight::get().reads_writes(16, 13))
			.saturating_add(Weight::from_parts(77_923_556, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 1338.5 µs at least; uses, at most:
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Accrued`: reads 1, writes 1
	/// - `Items::Royalties`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 8, writes 8
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn collect_royalty() -> Weight {
		Weight::from_parts(1_538_199_000, 0).saturating_add(T::DbWeight::get().reads_writes(13, 11))
	}

	/// Computes for 201.6 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Attributes`: reads 33, writes 32
	/// - `System::Account`: reads 33, writes 33
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `Items::Collections`: reads 1, writes 1
	fn burn_item(a: u32) -> Weight {
		Weight::from_parts(308_659_149, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 6))
			.saturating_add(Weight::from_parts(85_217_636, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for 62.0 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Units`: reads 1, writes 1
	fn burn_units() -> Weight {
		Weight::from_parts(64_841_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 68.1 µs at least; uses, at most:
	/// - `Items::Items`: reads 512, writes 512
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Avatars::Purses`: reads 1024, writes 1024
	/// - `Items::Kinds`: reads 512, writes 0
	fn transfer_batch(n: u32) -> Weight {
		Weight::from_parts(69_149_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(0, 0))
			.saturating_add(Weight::from_parts(36_142_641, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 3).saturating_mul(n.into()))
	}

	/// Computes for 354.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::AttributeKeys`: reads 32, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn define_attribute() -> Weight {
		Weight::from_parts(364_170_000, 0).saturating_add(T::DbWeight::get().reads_writes(38, 4))
	}

	/// Computes for 258.9 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Items::AttributeKeys`: reads 32, writes 0
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Attributes`: reads 32, writes 32
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `System::Account`: reads 32, writes 32
	fn set_attributes(n: u32) -> Weight {
		Weight::from_parts(73_481_130, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 2))
			.saturating_add(Weight::from_parts(193_739_958, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3).saturating_mul(n.into()))
	}

	/// Computes for 232.4 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Items`: reads 256, writes 256
	/// - `Items::AttributeKeys`: reads 256, writes 0
	/// - `Items::Attributes`: reads 256, writes 256
	/// - `Balances::Holds`: reads 257, writes 257
	/// - `System::Account`: reads 256, writes 256
	fn write_attributes(n: u32) -> Weight {
		Weight::from_parts(2_002_378_539, 0)
			.saturating_add(T::DbWeight::get().reads_writes(3, 1))
			.saturating_add(Weight::from_parts(155_958_031, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 4).saturating_mul(n.into()))
	}

	/// Computes for 88.3 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Items`: reads 1, writes 1
	/// - `Items::Outfits`: reads 1, writes 1
	fn equip() -> Weight {
		Weight::from_parts(107_390_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 100.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Outfits`: reads 1, writes 1
	/// - `Items::Items`: reads 1, writes 1
	fn unequip() -> Weight {
		Weight::from_parts(112_169_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 57.5 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 0
	fn place_in_custody() -> Weight {
		Weight::from_parts(64_450_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 58.6 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	fn release_from_custody() -> Weight {
		Weight::from_parts(68_207_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	/// Computes for 291.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 1
	/// - `Items::Kinds`: reads 16, writes 0
	/// - `Items::NextRecipeId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Recipes`: reads 0, writes 1
	fn create_recipe() -> Weight {
		Weight::from_parts(300_641_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 5))
	}

	/// Computes for 130.7 µs at least; uses, at most:
	/// - `Items::Recipes`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_recipe() -> Weight {
		Weight::from_parts(158_265_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 1147.9 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Recipes`: reads 1, writes 1
	/// - `Items::Collections`: reads 9, writes 8
	/// - `Items::Items`: reads 8, writes 8
	/// - `Items::Kinds`: reads 16, writes 16
	/// - `Items::NextDrawId`: reads 1, writes 1
	/// - `Items::Attributes`: reads 33, writes 32
	/// - `System::Account`: reads 40, writes 40
	/// - `Balances::Holds`: reads 41, writes 41
	/// - `Items::Round`: reads 1, writes 0
	/// - `Items::Rounds`: reads 1, writes 1
	/// - `Items::Draws`: reads 0, writes 1
	fn craft(n: u32, a: u32) -> Weight {
		Weight::from_parts(230_966_906, 0)
			.saturating_add(T::DbWeight::get().reads_writes(34, 31))
			.saturating_add(Weight::from_parts(135_617_828, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(96_875_811, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for 273.4 µs at least; uses, at most:
	/// - `Items::Draws`: reads 1, writes 1
	/// - `Items::Rounds`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Items::Kinds`: reads 8, writes 8
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 0, writes 1
	fn settle_draw() -> Weight {
		Weight::from_parts(286_254_000, 0).saturating_add(T::DbWeight::get().reads_writes(16, 17))
	}

	/// Computes for 256.3 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 9, writes 8
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Accrued`: reads 1, writes 1
	/// - `Items::Royalties`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::AttributeKeys`: reads 33, writes 32
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn remove_kind(a: u32) -> Weight {
		Weight::from_parts(286_158_357, 0)
			.saturating_add(T::DbWeight::get().reads_writes(18, 16))
			.saturating_add(Weight::from_parts(82_762_168, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(a.into()))
	}

	/// Computes for 200.9 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Metadata`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_collection() -> Weight {
		Weight::from_parts(217_015_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Computes for 30.8 µs at least; uses, at most:
	/// - `Babe::AuthorVrfRandomness`: reads 1, writes 0
	/// - `Items::Chance`: reads 1, writes 1
	/// - `Items::Round`: reads 1, writes 1
	/// - `Items::Rounds`: reads 1, writes 1
	fn advance_round() -> Weight {
		Weight::from_parts(33_533_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
}
