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
	/// `create`.
	fn create() -> Weight;
	/// `add_device`.
	fn add_device() -> Weight;
	/// `revoke_device`.
	fn revoke_device() -> Weight;
	/// `revoke_all_devices`.
	fn revoke_all_devices() -> Weight;
	/// `deposit`.
	fn deposit() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
	/// `pay`.
	fn pay() -> Weight;
	/// `claim_handle`.
	fn claim_handle() -> Weight;
	/// `release_handle`.
	fn release_handle() -> Weight;
	/// `set_profile`.
	fn set_profile() -> Weight;
	/// `offer`.
	fn offer() -> Weight;
	/// `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// `accept_offer`.
	fn accept_offer() -> Weight;
	/// `retire`.
	fn retire() -> Weight;
	/// `attest`.
	fn attest() -> Weight;
	/// `remove_badge`.
	fn remove_badge() -> Weight;
	/// `sweep_handle`.
	fn sweep_handle() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Computes for 57.0 µs at least; uses, at most:
	/// - `Avatars::NextAvatarId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 0, writes 1
	/// - `Avatars::Avatars`: reads 0, writes 1
	fn create() -> Weight {
		Weight::from_parts(58_607_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 4))
	}

	/// Computes for 66.6 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::DeviceLabels`: reads 0, writes 1
	fn add_device() -> Weight {
		Weight::from_parts(67_751_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 4))
	}

	/// Computes for 58.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::DeviceLabels`: reads 0, writes 1
	fn revoke_device() -> Weight {
		Weight::from_parts(59_798_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 4))
	}

	/// Computes for 109.4 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 8, writes 7
	/// - `Avatars::DeviceLabels`: reads 8, writes 7
	fn revoke_all_devices() -> Weight {
		Weight::from_parts(118_205_000, 0).saturating_add(T::DbWeight::get().reads_writes(18, 16))
	}

	/// Computes for 87.8 µs at least; uses, at most:
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn deposit() -> Weight {
		Weight::from_parts(88_751_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 89.0 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn withdraw() -> Weight {
		Weight::from_parts(93_359_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 29.2 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn pay() -> Weight {
		Weight::from_parts(30_645_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	/// Computes for 174.2 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn claim_handle() -> Weight {
		Weight::from_parts(175_930_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	/// Computes for 33.3 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	fn release_handle() -> Weight {
		Weight::from_parts(34_171_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 95.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::Profiles`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_profile() -> Weight {
		Weight::from_parts(99_177_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 97.1 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Offers`: reads 0, writes 1
	fn offer() -> Weight {
		Weight::from_parts(97_825_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 83.4 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Offers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	fn withdraw_offer() -> Weight {
		Weight::from_parts(85_477_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 470.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Offers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Avatars::HandleOf`: reads 1, writes 0
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `Avatars::Profiles`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 8, writes 7
	/// - `Avatars::DeviceLabels`: reads 8, writes 7
	/// - `Avatars::Purses`: reads 1, writes 1
	fn accept_offer() -> Weight {
		Weight::from_parts(477_497_000, 0).saturating_add(T::DbWeight::get().reads_writes(25, 21))
	}

	/// Computes for 216.4 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `Avatars::Profiles`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 8, writes 7
	/// - `Avatars::DeviceLabels`: reads 8, writes 7
	fn retire() -> Weight {
		Weight::from_parts(218_744_000, 0).saturating_add(T::DbWeight::get().reads_writes(22, 20))
	}

	/// Computes for 87.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Badges`: reads 1, writes 1
	/// - `Avatars::BadgeCounts`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn attest() -> Weight {
		Weight::from_parts(92_447_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	/// Computes for 81.1 µs at least; uses, at most:
	/// - `Avatars::Badges`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::BadgeCounts`: reads 1, writes 1
	fn remove_badge() -> Weight {
		Weight::from_parts(82_763_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	/// Computes for 55.7 µs at least; uses, at most:
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn sweep_handle() -> Weight {
		Weight::from_parts(57_435_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
}
