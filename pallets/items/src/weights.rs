// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-30
//! - machine: 2 cores of AMD EPYC
//! - measured: at 8 values of each component, 6 times each

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
	/// Computes for 82.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::NextCollectionId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Collections`: reads 0, writes 1
	fn create_collection() -> Weight {
		Weight::from_parts(86_271_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}

	/// Computes for 103.8 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 9, writes 0
	/// - `Avatars::Purses`: reads 9, writes 8
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Royalties`: reads 0, writes 1
	/// - `Items::Kinds`: reads 0, writes 1
	fn create_kind(n: u32) -> Weight {
		Weight::from_parts(111_133_966, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 5))
			.saturating_add(Weight::from_parts(8_256_612, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 121.3 µs at least; uses, at most:
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
		Weight::from_parts(138_692_760, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 5))
			.saturating_add(Weight::from_parts(10_392_830, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(n.into()))
	}

	/// Computes for 53.8 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Items::Units`: reads 1024, writes 1024
	/// - `Avatars::Purses`: reads 1024, writes 1024
	fn mint_units(n: u32) -> Weight {
		Weight::from_parts(116_824_388, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 1))
			.saturating_add(Weight::from_parts(12_005_746, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(n.into()))
	}

	/// Computes for 43.0 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Kinds`: reads 1, writes 0
	fn transfer_item() -> Weight {
		Weight::from_parts(46_006_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	/// Computes for 49.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Units`: reads 2, writes 2
	fn transfer_units() -> Weight {
		Weight::from_parts(51_806_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for 594.6 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Metadata`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	fn adopt_collection() -> Weight {
		Weight::from_parts(598_626_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// Computes for 92.7 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Metadata`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_metadata() -> Weight {
		Weight::from_parts(95_689_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for 25.0 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	fn freeze_collection() -> Weight {
		Weight::from_parts(25_688_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	/// Computes for 33.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	fn offer_collection() -> Weight {
		Weight::from_parts(34_374_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 608.0 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Items::Metadata`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	fn accept_collection() -> Weight {
		Weight::from_parts(628_452_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}

	/// Computes for 42.5 µs at least; uses, at most:
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 1
	fn loosen_kind() -> Weight {
		Weight::from_parts(43_521_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// Computes for 30.1 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	fn lower_cap() -> Weight {
		Weight::from_parts(32_361_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 948.4 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 9, writes 0
	/// - `Avatars::Purses`: reads 17, writes 16
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Accrued`: reads 1, writes 1
	/// - `Items::Royalties`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_royalty(n: u32) -> Weight {
		Weight::from_parts(928_260_726, 0)
			.saturating_add(T::DbWeight::get().reads_writes(16, 13))
			.saturating_add(Weight::from_parts(66_582_549, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 817.2 µs at least; uses, at most:
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Accrued`: reads 1, writes 1
	/// - `Items::Royalties`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 8, writes 8
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn collect_royalty() -> Weight {
		Weight::from_parts(884_069_000, 0).saturating_add(T::DbWeight::get().reads_writes(13, 11))
	}

	/// Computes for 104.1 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Attributes`: reads 33, writes 32
	/// - `System::Account`: reads 33, writes 33
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `Items::Collections`: reads 1, writes 1
	fn burn_item(a: u32) -> Weight {
		Weight::from_parts(148_323_843, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 6))
			.saturating_add(Weight::from_parts(53_650_120, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for 40.2 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Items::Units`: reads 1, writes 1
	fn burn_units() -> Weight {
		Weight::from_parts(40_917_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 42.8 µs at least; uses, at most:
	/// - `Items::Items`: reads 512, writes 512
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Avatars::Purses`: reads 1024, writes 1024
	/// - `Items::Kinds`: reads 512, writes 0
	fn transfer_batch(n: u32) -> Weight {
		Weight::from_parts(43_241_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(0, 0))
			.saturating_add(Weight::from_parts(26_743_476, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 3).saturating_mul(n.into()))
	}

	/// Computes for 220.3 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::AttributeKeys`: reads 32, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn define_attribute() -> Weight {
		Weight::from_parts(227_996_000, 0).saturating_add(T::DbWeight::get().reads_writes(38, 4))
	}

	/// Computes for 164.1 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Items::AttributeKeys`: reads 32, writes 0
	/// - `Items::Collections`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Attributes`: reads 32, writes 32
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `System::Account`: reads 32, writes 32
	fn set_attributes(n: u32) -> Weight {
		Weight::from_parts(165_358_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 2))
			.saturating_add(Weight::from_parts(120_513_567, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3).saturating_mul(n.into()))
	}

	/// Computes for 145.2 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Items::Items`: reads 256, writes 256
	/// - `Items::AttributeKeys`: reads 256, writes 0
	/// - `Items::Attributes`: reads 256, writes 256
	/// - `Balances::Holds`: reads 257, writes 257
	/// - `System::Account`: reads 256, writes 256
	fn write_attributes(n: u32) -> Weight {
		Weight::from_parts(426_080_277, 0)
			.saturating_add(T::DbWeight::get().reads_writes(3, 1))
			.saturating_add(Weight::from_parts(124_761_027, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 4).saturating_mul(n.into()))
	}

	/// Computes for 50.6 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Items`: reads 1, writes 1
	/// - `Items::Outfits`: reads 1, writes 1
	fn equip() -> Weight {
		Weight::from_parts(52_779_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 49.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Outfits`: reads 1, writes 1
	/// - `Items::Items`: reads 1, writes 1
	fn unequip() -> Weight {
		Weight::from_parts(53_089_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 34.7 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Worlds::Worlds`: reads 1, writes 0
	fn place_in_custody() -> Weight {
		Weight::from_parts(36_118_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 36.0 µs at least; uses, at most:
	/// - `Items::Items`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	fn release_from_custody() -> Weight {
		Weight::from_parts(39_043_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	/// Computes for 153.0 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 1
	/// - `Items::Kinds`: reads 16, writes 0
	/// - `Items::NextRecipeId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Recipes`: reads 0, writes 1
	fn create_recipe() -> Weight {
		Weight::from_parts(163_685_000, 0).saturating_add(T::DbWeight::get().reads_writes(23, 5))
	}

	/// Computes for 87.7 µs at least; uses, at most:
	/// - `Items::Recipes`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_recipe() -> Weight {
		Weight::from_parts(89_637_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 397.9 µs at least; uses, at most:
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
		Weight::from_parts(430_932_194, 0)
			.saturating_add(T::DbWeight::get().reads_writes(34, 31))
			.saturating_add(Weight::from_parts(39_606_058, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(58_619_056, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 3).saturating_mul(a.into()))
	}

	/// Computes for 184.7 µs at least; uses, at most:
	/// - `Items::Draws`: reads 1, writes 1
	/// - `Items::Rounds`: reads 1, writes 1
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Items::Kinds`: reads 8, writes 8
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 0, writes 1
	fn settle_draw() -> Weight {
		Weight::from_parts(188_782_000, 0).saturating_add(T::DbWeight::get().reads_writes(16, 17))
	}

	/// Computes for 240.4 µs at least; uses, at most:
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
		Weight::from_parts(238_038_682, 0)
			.saturating_add(T::DbWeight::get().reads_writes(19, 16))
			.saturating_add(Weight::from_parts(49_739_734, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(a.into()))
	}

	/// Computes for 123.2 µs at least; uses, at most:
	/// - `Items::Collections`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Metadata`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_collection() -> Weight {
		Weight::from_parts(135_252_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	/// Computes for 18.0 µs at least; uses, at most:
	/// - `Babe::AuthorVrfRandomness`: reads 1, writes 0
	/// - `Items::Chance`: reads 1, writes 1
	/// - `Items::Round`: reads 1, writes 1
	/// - `Items::Rounds`: reads 1, writes 1
	fn advance_round() -> Weight {
		Weight::from_parts(19_406_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
}
