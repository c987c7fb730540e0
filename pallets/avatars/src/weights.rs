// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until benchmarks take their place. Reads and writes are
//! counted from the code at the database's own weights; computation is bounded from above.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 30_000_000;

/// Slots for device keys: each may have a key and a label.
const SLOTS: u64 = 7;

/// What each call weighs.
pub trait WeightInfo {
	/// `create`.
	fn create() -> Weight;
	/// `add_device` with a label.
	fn add_device() -> Weight;
	/// `revoke_device` of one with a label.
	fn revoke_device() -> Weight;
	/// `revoke_all_devices` of an avatar with a key and a label in every slot.
	fn revoke_all_devices() -> Weight;
	/// `deposit`.
	fn deposit() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
	/// `pay`.
	fn pay() -> Weight;
	/// `claim_handle` of one that another account released.
	fn claim_handle() -> Weight;
	/// `release_handle`.
	fn release_handle() -> Weight;
	/// `set_profile` of an avatar without one, or to none.
	fn set_profile() -> Weight;
	/// `offer`.
	fn offer() -> Weight;
	/// `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// `accept_offer` of an avatar with a handle, a profile and a key in every slot, for a price.
	fn accept_offer() -> Weight;
	/// `retire` of an avatar with a handle, a profile and a key in every slot.
	fn retire() -> Weight;
	/// `attest` of a badge by a settler, new or in place of another account's.
	fn attest() -> Weight;
	/// `remove_badge` by a settler of a world, of a badge that another account attested.
	fn remove_badge() -> Weight;
	/// `sweep_handle`.
	fn sweep_handle() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> SubstrateWeight<T> {
	/// A call that does no more than a few checks beside its reads and writes.
	fn plain(reads: u64, writes: u64) -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	/// Removing the keys and labels of all slots; each of the two maps is read once past its end.
	fn all_slots() -> Weight {
		let entries = SLOTS.saturating_mul(2);
		Self::plain(entries.saturating_add(2), entries)
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create() -> Weight {
		Self::plain(3, 5)
	}

	fn add_device() -> Weight {
		Self::plain(4, 5)
	}

	fn revoke_device() -> Weight {
		Self::plain(4, 5)
	}

	fn revoke_all_devices() -> Weight {
		Self::plain(3, 3).saturating_add(Self::all_slots())
	}

	fn deposit() -> Weight {
		Self::plain(4, 4)
	}

	fn withdraw() -> Weight {
		Self::plain(5, 4)
	}

	fn pay() -> Weight {
		Self::plain(3, 2)
	}

	fn claim_handle() -> Weight {
		Self::plain(8, 6)
	}

	fn release_handle() -> Weight {
		Self::plain(4, 2)
	}

	fn set_profile() -> Weight {
		Self::plain(5, 3)
	}

	fn offer() -> Weight {
		Self::plain(4, 4)
	}

	fn withdraw_offer() -> Weight {
		Self::plain(5, 4)
	}

	fn accept_offer() -> Weight {
		Self::plain(10, 8)
			.saturating_add(Weight::from_parts(BASE.saturating_mul(2), 0))
			.saturating_add(Self::all_slots())
	}

	fn retire() -> Weight {
		Self::plain(7, 7)
			.saturating_add(Weight::from_parts(BASE, 0))
			.saturating_add(Self::all_slots())
	}

	fn attest() -> Weight {
		Self::plain(10, 8)
	}

	fn remove_badge() -> Weight {
		Self::plain(8, 6)
	}

	fn sweep_handle() -> Weight {
		Self::plain(3, 3)
	}
}
