// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// Computation for each parcel that a call names.
const EACH: u64 = 4_000_000;

/// Computation for each parcel of an estate whose set changes: its place is decoded, searched for
/// connections, and encoded again.
const SEARCH: u64 = 2_000_000;

/// Records that are read and written when a site is no more: its lease, offer and content, the
/// account and holds of who paid for each, those of the pot, and two purses.
const VACATE: u64 = 13;

/// Records that are read to find out for whom an account acts at a site: parcel, estate, lease,
/// standing, the avatar with its purse, and the site's owner.
const ACTS: u64 = 7;

/// What each call weighs.
pub trait WeightInfo {
	/// `issue` of `n` parcels.
	fn issue(n: u32) -> Weight;
	/// `transfer`.
	fn transfer() -> Weight;
	/// `transfer_batch` of `n` parcels between different avatars.
	fn transfer_batch(n: u32) -> Weight;
	/// `open_sale`.
	fn open_sale() -> Weight;
	/// `close_sale`.
	fn close_sale() -> Weight;
	/// `claim` of a world's first parcel.
	fn claim() -> Weight;
	/// `relinquish` of a world's last parcel, with a lease that is over, an offer and content.
	fn relinquish() -> Weight;
	/// `set_content` by a manager of an estate, in place of what another account paid for.
	fn set_content() -> Weight;
	/// `found_estate` of `n` parcels.
	fn found_estate(n: u32) -> Weight;
	/// `extend_estate` by `n` parcels to `s`.
	fn extend_estate(n: u32, s: u32) -> Weight;
	/// `reduce_estate` by `n` parcels from `s`.
	fn reduce_estate(n: u32, s: u32) -> Weight;
	/// `merge_estates`, one of `n` parcels into another that has `s` after it.
	fn merge_estates(n: u32, s: u32) -> Weight;
	/// `split_estate`, which had `s` parcels, by `n`.
	fn split_estate(n: u32, s: u32) -> Weight;
	/// `dissolve_estate` of `n` parcels.
	fn dissolve_estate(n: u32) -> Weight;
	/// `transfer_estate`.
	fn transfer_estate() -> Weight;
	/// `set_access` by a manager of an estate.
	fn set_access() -> Weight;
	/// `grant` by a manager of an estate, in place of what another account paid for.
	fn grant() -> Weight;
	/// `ban` by a manager of an estate, in place of what another account paid for.
	fn ban() -> Weight;
	/// `remove_standing` by a manager of an estate.
	fn remove_standing() -> Weight;
	/// `offer_lease` in place of an offer that another account paid for.
	fn offer_lease() -> Weight;
	/// `withdraw_lease_offer`.
	fn withdraw_lease_offer() -> Weight;
	/// `accept_lease` of a site whose last lease was not settled.
	fn accept_lease() -> Weight;
	/// `extend_lease`.
	fn extend_lease() -> Weight;
	/// `end_lease` by a tenant who loses its deposit.
	fn end_lease() -> Weight;
	/// `assign_lease` to an avatar of another account.
	fn assign_lease() -> Weight;
	/// `collect_rent` of a lease that is over.
	fn collect_rent() -> Weight;
	/// `issue_area` of `n` places.
	fn issue_area(n: u32) -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> SubstrateWeight<T> {
	/// So many reads and writes, and the computation that every call does.
	fn records(reads: u64, writes: u64) -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	/// So many reads, writes and picoseconds for each of `n`.
	fn each(n: u32, reads: u64, writes: u64, time: u64) -> Weight {
		Weight::from_parts(time, 0)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
			.saturating_mul(n.into())
	}

	/// What changing the set of an estate's parcels takes for `s` of them.
	fn search(s: u32) -> Weight {
		Self::each(s, 0, 0, SEARCH)
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn issue(n: u32) -> Weight {
		Self::records(6, 5).saturating_add(Self::each(n, 1, 1, EACH))
	}

	fn transfer() -> Weight {
		Self::records(5, 3)
	}

	fn transfer_batch(n: u32) -> Weight {
		Self::records(0, 0).saturating_add(Self::each(n, 5, 3, EACH))
	}

	fn open_sale() -> Weight {
		Self::records(7, 6)
	}

	fn close_sale() -> Weight {
		Self::records(6, 6)
	}

	fn claim() -> Weight {
		Self::records(10, 7)
	}

	fn relinquish() -> Weight {
		Self::records(VACATE.saturating_add(7), VACATE.saturating_add(6))
	}

	fn set_content() -> Weight {
		Self::records(ACTS.saturating_add(6), 6)
	}

	fn found_estate(n: u32) -> Weight {
		Self::records(5, 6)
			.saturating_add(Self::each(n, 2, 1, EACH))
			.saturating_add(Self::search(n))
	}

	fn extend_estate(n: u32, s: u32) -> Weight {
		Self::records(5, 3)
			.saturating_add(Self::each(n, 2, 1, EACH))
			.saturating_add(Self::search(s))
	}

	fn reduce_estate(n: u32, s: u32) -> Weight {
		Self::records(5, 3)
			.saturating_add(Self::each(n, 1, 1, EACH))
			.saturating_add(Self::search(s))
	}

	fn merge_estates(n: u32, s: u32) -> Weight {
		Self::records(VACATE.saturating_add(9), VACATE.saturating_add(6))
			.saturating_add(Self::each(n, 1, 1, EACH))
			.saturating_add(Self::search(s))
	}

	fn split_estate(n: u32, s: u32) -> Weight {
		Self::records(8, 8)
			.saturating_add(Self::each(n, 1, 1, EACH))
			.saturating_add(Self::search(s))
	}

	fn dissolve_estate(n: u32) -> Weight {
		Self::records(VACATE.saturating_add(5), VACATE.saturating_add(4))
			.saturating_add(Self::each(n, 1, 1, EACH))
			.saturating_add(Self::search(n))
	}

	fn transfer_estate() -> Weight {
		Self::records(5, 3)
	}

	fn set_access() -> Weight {
		Self::records(ACTS, 1)
	}

	fn grant() -> Weight {
		Self::records(ACTS.saturating_add(6), 5)
	}

	fn ban() -> Weight {
		Self::records(ACTS.saturating_add(6), 5)
	}

	fn remove_standing() -> Weight {
		Self::records(ACTS.saturating_add(4), 3)
	}

	fn offer_lease() -> Weight {
		Self::records(10, 5)
	}

	fn withdraw_lease_offer() -> Weight {
		Self::records(8, 3)
	}

	fn accept_lease() -> Weight {
		Self::records(18, 15)
	}

	fn extend_lease() -> Weight {
		Self::records(8, 4)
	}

	fn end_lease() -> Weight {
		Self::records(8, 6)
	}

	fn assign_lease() -> Weight {
		Self::records(12, 8)
	}

	fn collect_rent() -> Weight {
		Self::records(9, 7)
	}

	fn issue_area(n: u32) -> Weight {
		Self::issue(n)
	}
}
