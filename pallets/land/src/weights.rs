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
	/// `issue`, with `n` from 1 to 1024.
	fn issue(n: u32) -> Weight;
	/// `transfer`.
	fn transfer() -> Weight;
	/// `transfer_batch`, with `n` from 1 to 512.
	fn transfer_batch(n: u32) -> Weight;
	/// `open_sale`.
	fn open_sale() -> Weight;
	/// `close_sale`.
	fn close_sale() -> Weight;
	/// `claim`.
	fn claim() -> Weight;
	/// `relinquish`.
	fn relinquish() -> Weight;
	/// `set_content`.
	fn set_content() -> Weight;
	/// `found_estate`, with `n` from 2 to 1024.
	fn found_estate(n: u32) -> Weight;
	/// `extend_estate`, with `n` from 1 to 1024, `s` from 1026 to 16384.
	fn extend_estate(n: u32, s: u32) -> Weight;
	/// `reduce_estate`, with `n` from 1 to 1024, `s` from 1026 to 16384.
	fn reduce_estate(n: u32, s: u32) -> Weight;
	/// `merge_estates`, with `n` from 2 to 1024, `s` from 1026 to 16384.
	fn merge_estates(n: u32, s: u32) -> Weight;
	/// `split_estate`, with `n` from 2 to 1024, `s` from 1026 to 16384.
	fn split_estate(n: u32, s: u32) -> Weight;
	/// `dissolve_estate`, with `n` from 2 to 1024.
	fn dissolve_estate(n: u32) -> Weight;
	/// `transfer_estate`.
	fn transfer_estate() -> Weight;
	/// `set_access`.
	fn set_access() -> Weight;
	/// `grant`.
	fn grant() -> Weight;
	/// `ban`.
	fn ban() -> Weight;
	/// `remove_standing`.
	fn remove_standing() -> Weight;
	/// `offer_lease`.
	fn offer_lease() -> Weight;
	/// `withdraw_lease_offer`.
	fn withdraw_lease_offer() -> Weight;
	/// `accept_lease`.
	fn accept_lease() -> Weight;
	/// `extend_lease`.
	fn extend_lease() -> Weight;
	/// `end_lease`.
	fn end_lease() -> Weight;
	/// `assign_lease`.
	fn assign_lease() -> Weight;
	/// `collect_rent`.
	fn collect_rent() -> Weight;
	/// `issue_area`, with `n` from 1 to 1024.
	fn issue_area(n: u32) -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Computes for 168.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::FirstVersion`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn issue(n: u32) -> Weight {
		Weight::from_parts(225_017_566, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(7_631_904, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// Computes for 42.5 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn transfer() -> Weight {
		Weight::from_parts(47_789_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 43.4 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 512, writes 512
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Avatars::Purses`: reads 1024, writes 1024
	fn transfer_batch(n: u32) -> Weight {
		Weight::from_parts(135_570_582, 0)
			.saturating_add(T::DbWeight::get().reads_writes(0, 0))
			.saturating_add(Weight::from_parts(39_815_660, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 3).saturating_mul(n.into()))
	}

	/// Computes for 166.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Sales`: reads 0, writes 1
	fn open_sale() -> Weight {
		Weight::from_parts(209_811_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	/// Computes for 147.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Land::Sales`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 1
	fn close_sale() -> Weight {
		Weight::from_parts(170_188_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	/// Computes for 131.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Land::Sales`: reads 1, writes 0
	/// - `Land::Parcels`: reads 1, writes 1
	/// - `Land::FirstVersion`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn claim() -> Weight {
		Weight::from_parts(221_453_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}

	/// Computes for 504.8 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Land::Leases`: reads 1, writes 1
	/// - `System::Account`: reads 5, writes 5
	/// - `Balances::Holds`: reads 5, writes 5
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Contents`: reads 1, writes 1
	/// - `Land::FirstVersion`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn relinquish() -> Weight {
		Weight::from_parts(567_518_000, 0).saturating_add(T::DbWeight::get().reads_writes(20, 19))
	}

	/// Computes for 166.9 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 1, writes 0
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Contents`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Land::NextContentVersion`: reads 1, writes 1
	fn set_content() -> Weight {
		Weight::from_parts(181_829_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 5))
	}

	/// Computes for 116.3 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::Leases`: reads 1024, writes 0
	/// - `Land::NextEstateId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Grounds`: reads 0, writes 1
	/// - `Land::Estates`: reads 0, writes 1
	fn found_estate(n: u32) -> Weight {
		Weight::from_parts(215_423_998, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 5))
			.saturating_add(Weight::from_parts(13_450_386, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 7081.4 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1025, writes 0
	/// - `Land::Grounds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn extend_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(7_210_479_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(7_271_369, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(364_119, 0).saturating_mul(s.into()))
	}

	/// Computes for 4023.4 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Grounds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn reduce_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(4_151_824_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(4_504_225, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(388_270, 0).saturating_mul(s.into()))
	}

	/// Computes for 4481.5 µs at least; uses, at most:
	/// - `Land::Estates`: reads 2, writes 2
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Land::Leases`: reads 2, writes 1
	/// - `Land::Grounds`: reads 2, writes 2
	/// - `System::Account`: reads 5, writes 5
	/// - `Balances::Holds`: reads 5, writes 5
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Contents`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn merge_estates(n: u32, s: u32) -> Weight {
		Weight::from_parts(78_835_890, 0)
			.saturating_add(T::DbWeight::get().reads_writes(21, 19))
			.saturating_add(Weight::from_parts(6_565_652, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(636_566, 0).saturating_mul(s.into()))
	}

	/// Computes for 4498.5 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 2
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Grounds`: reads 1, writes 2
	/// - `Land::NextEstateId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn split_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(4_818_788_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 7))
			.saturating_add(Weight::from_parts(3_233_013, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(470_656, 0).saturating_mul(s.into()))
	}

	/// Computes for 505.2 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Land::Grounds`: reads 1, writes 1
	/// - `System::Account`: reads 5, writes 5
	/// - `Balances::Holds`: reads 5, writes 5
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Contents`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn dissolve_estate(n: u32) -> Weight {
		Weight::from_parts(403_239_285, 0)
			.saturating_add(T::DbWeight::get().reads_writes(18, 17))
			.saturating_add(Weight::from_parts(7_191_838, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// Computes for 65.4 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn transfer_estate() -> Weight {
		Weight::from_parts(68_999_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 62.5 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	fn set_access() -> Weight {
		Weight::from_parts(79_278_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 1))
	}

	/// Computes for 172.1 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn grant() -> Weight {
		Weight::from_parts(326_499_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 4))
	}

	/// Computes for 170.9 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn ban() -> Weight {
		Weight::from_parts(226_763_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 4))
	}

	/// Computes for 108.9 µs at least; uses, at most:
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_standing() -> Weight {
		Weight::from_parts(117_829_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 3))
	}

	/// Computes for 148.8 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn offer_lease() -> Weight {
		Weight::from_parts(159_478_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
	}

	/// Computes for 81.1 µs at least; uses, at most:
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn withdraw_lease_offer() -> Weight {
		Weight::from_parts(87_864_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 554.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Land::NextLeaseId`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 3, writes 3
	fn accept_lease() -> Weight {
		Weight::from_parts(612_983_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 12))
	}

	/// Computes for 149.3 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn extend_lease() -> Weight {
		Weight::from_parts(196_367_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 263.9 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn end_lease() -> Weight {
		Weight::from_parts(377_473_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 6))
	}

	/// Computes for 46.5 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Land::NextLeaseId`: reads 1, writes 1
	fn assign_lease() -> Weight {
		Weight::from_parts(49_843_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 349.1 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 2, writes 2
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn collect_rent() -> Weight {
		Weight::from_parts(425_974_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 7))
	}

	/// Computes for 110.4 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::FirstVersion`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn issue_area(n: u32) -> Weight {
		Weight::from_parts(111_678_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(6_639_919, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}
}
