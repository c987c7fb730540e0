// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-30
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
	/// Computes for 173.9 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::FirstVersion`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn issue(n: u32) -> Weight {
		Weight::from_parts(33_943_096, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(6_460_408, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// Computes for 38.0 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn transfer() -> Weight {
		Weight::from_parts(47_348_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 39.5 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 512, writes 512
	/// - `Avatars::Avatars`: reads 1024, writes 0
	/// - `Avatars::Purses`: reads 1024, writes 1024
	fn transfer_batch(n: u32) -> Weight {
		Weight::from_parts(95_227_469, 0)
			.saturating_add(T::DbWeight::get().reads_writes(0, 0))
			.saturating_add(Weight::from_parts(26_081_927, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(5, 3).saturating_mul(n.into()))
	}

	/// Computes for 111.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Sales`: reads 0, writes 1
	fn open_sale() -> Weight {
		Weight::from_parts(136_364_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	/// Computes for 85.4 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Land::Sales`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Counters`: reads 1, writes 1
	fn close_sale() -> Weight {
		Weight::from_parts(91_511_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 5))
	}

	/// Computes for 121.2 µs at least; uses, at most:
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
		Weight::from_parts(123_961_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}

	/// Computes for 477.6 µs at least; uses, at most:
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
		Weight::from_parts(489_042_000, 0).saturating_add(T::DbWeight::get().reads_writes(20, 19))
	}

	/// Computes for 158.6 µs at least; uses, at most:
	/// - `Land::Parcels`: reads 1, writes 0
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Contents`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Land::NextContentVersion`: reads 1, writes 1
	fn set_content() -> Weight {
		Weight::from_parts(163_144_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 5))
	}

	/// Computes for 108.9 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::Leases`: reads 1024, writes 0
	/// - `Land::NextEstateId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Grounds`: reads 0, writes 1
	/// - `Land::Estates`: reads 0, writes 1
	fn found_estate(n: u32) -> Weight {
		Weight::from_parts(207_685_618, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 5))
			.saturating_add(Weight::from_parts(7_991_754, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	/// Computes for 276.8 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1025, writes 0
	/// - `Land::Grounds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn extend_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(281_545_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(8_089_878, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(449_236, 0).saturating_mul(s.into()))
	}

	/// Computes for 275.1 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Grounds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn reduce_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(279_332_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(3_081_546, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(436_475, 0).saturating_mul(s.into()))
	}

	/// Computes for 729.6 µs at least; uses, at most:
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
		Weight::from_parts(733_238_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(21, 19))
			.saturating_add(Weight::from_parts(3_217_497, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(504_962, 0).saturating_mul(s.into()))
	}

	/// Computes for 343.7 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 2
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Land::Grounds`: reads 1, writes 2
	/// - `Land::NextEstateId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Land::Parcels`: reads 1024, writes 1024
	fn split_estate(n: u32, s: u32) -> Weight {
		Weight::from_parts(348_971_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 7))
			.saturating_add(Weight::from_parts(3_596_502, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(450_633, 0).saturating_mul(s.into()))
	}

	/// Computes for 773.9 µs at least; uses, at most:
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
		Weight::from_parts(716_192_408, 0)
			.saturating_add(T::DbWeight::get().reads_writes(18, 17))
			.saturating_add(Weight::from_parts(6_328_790, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// Computes for 75.6 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn transfer_estate() -> Weight {
		Weight::from_parts(79_719_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 84.3 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	fn set_access() -> Weight {
		Weight::from_parts(87_072_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}

	/// Computes for 244.1 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 3, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn grant() -> Weight {
		Weight::from_parts(303_295_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 4))
	}

	/// Computes for 280.7 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 3, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Leases`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn ban() -> Weight {
		Weight::from_parts(305_680_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 4))
	}

	/// Computes for 181.0 µs at least; uses, at most:
	/// - `Land::Standings`: reads 2, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Land::Leases`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn remove_standing() -> Weight {
		Weight::from_parts(204_572_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 3))
	}

	/// Computes for 245.1 µs at least; uses, at most:
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn offer_lease() -> Weight {
		Weight::from_parts(264_293_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
	}

	/// Computes for 129.8 µs at least; uses, at most:
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn withdraw_lease_offer() -> Weight {
		Weight::from_parts(143_818_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}

	/// Computes for 896.4 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Land::LeaseOffers`: reads 1, writes 1
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Land::NextLeaseId`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 3, writes 3
	fn accept_lease() -> Weight {
		Weight::from_parts(1_070_777_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 12))
	}

	/// Computes for 231.4 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn extend_lease() -> Weight {
		Weight::from_parts(257_941_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 366.3 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Land::Estates`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn end_lease() -> Weight {
		Weight::from_parts(468_084_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 6))
	}

	/// Computes for 70.4 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	/// - `Land::NextLeaseId`: reads 1, writes 1
	fn assign_lease() -> Weight {
		Weight::from_parts(88_145_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	/// Computes for 337.7 µs at least; uses, at most:
	/// - `Land::Leases`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 2, writes 2
	/// - `Land::Estates`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn collect_rent() -> Weight {
		Weight::from_parts(612_692_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 7))
	}

	/// Computes for 103.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Land::Parcels`: reads 1024, writes 1024
	/// - `Land::FirstVersion`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Land::ParcelCount`: reads 1, writes 1
	fn issue_area(n: u32) -> Weight {
		Weight::from_parts(44_869_876, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(3_810_620, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}
}
