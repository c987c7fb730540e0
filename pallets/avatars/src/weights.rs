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
	/// Computes for 135.9 µs at least; uses, at most:
	/// - `Avatars::NextAvatarId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 0, writes 1
	/// - `Avatars::Avatars`: reads 0, writes 1
	fn create() -> Weight {
		Weight::from_parts(146_724_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 4))
	}

	/// Computes for 129.0 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::DeviceLabels`: reads 0, writes 1
	fn add_device() -> Weight {
		Weight::from_parts(169_897_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 4))
	}

	/// Computes for 153.0 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::ParentHash`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::DeviceLabels`: reads 0, writes 1
	/// - `Avatars::Fills`: reads 0, writes 1
	fn revoke_device() -> Weight {
		Weight::from_parts(169_736_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 6))
	}

	/// Computes for 307.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 8, writes 7
	/// - `Avatars::DeviceLabels`: reads 8, writes 7
	/// - `System::ParentHash`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::Fills`: reads 0, writes 7
	fn revoke_all_devices() -> Weight {
		Weight::from_parts(319_756_000, 0).saturating_add(T::DbWeight::get().reads_writes(20, 24))
	}

	/// Computes for 121.3 µs at least; uses, at most:
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn deposit() -> Weight {
		Weight::from_parts(154_829_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 126.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn withdraw() -> Weight {
		Weight::from_parts(161_081_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 48.1 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 2, writes 2
	fn pay() -> Weight {
		Weight::from_parts(57_007_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	/// Computes for 251.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	fn claim_handle() -> Weight {
		Weight::from_parts(281_826_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	/// Computes for 58.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	fn release_handle() -> Weight {
		Weight::from_parts(62_616_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 146.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Avatars::Profiles`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn set_profile() -> Weight {
		Weight::from_parts(155_309_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Computes for 151.5 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Offers`: reads 0, writes 1
	fn offer() -> Weight {
		Weight::from_parts(161_141_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}

	/// Computes for 119.2 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Offers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	fn withdraw_offer() -> Weight {
		Weight::from_parts(146_623_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	/// Computes for 1123.1 µs at least; uses, at most:
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
	/// - `System::ParentHash`: reads 1, writes 0
	/// - `Avatars::Fills`: reads 0, writes 8
	fn accept_offer() -> Weight {
		Weight::from_parts(1_153_482_000, 0).saturating_add(T::DbWeight::get().reads_writes(26, 29))
	}

	/// Computes for 429.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::HandleOf`: reads 1, writes 1
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `Avatars::Profiles`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::Devices`: reads 8, writes 7
	/// - `Avatars::DeviceLabels`: reads 8, writes 7
	/// - `Avatars::Fills`: reads 0, writes 8
	fn retire() -> Weight {
		Weight::from_parts(543_514_000, 0).saturating_add(T::DbWeight::get().reads_writes(22, 28))
	}

	/// Computes for 206.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Badges`: reads 1, writes 1
	/// - `Avatars::BadgeCounts`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn attest() -> Weight {
		Weight::from_parts(212_496_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}

	/// Computes for 202.9 µs at least; uses, at most:
	/// - `Avatars::Badges`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 1
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Avatars::BadgeCounts`: reads 1, writes 1
	fn remove_badge() -> Weight {
		Weight::from_parts(208_449_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	/// Computes for 221.1 µs at least; uses, at most:
	/// - `Avatars::Handles`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn sweep_handle() -> Weight {
		Weight::from_parts(242_202_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
}
