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
	/// `list`.
	fn list() -> Weight;
	/// `cancel`.
	fn cancel() -> Weight;
	/// `buy`.
	fn buy() -> Weight;
	/// `settle`, with `n` from 75 to 300, `r` from 0 to 900.
	fn settle(n: u32, r: u32) -> Weight;
	/// `settle_forged`, with `n` from 75 to 300.
	fn settle_forged(n: u32) -> Weight;
	/// `settle_again`, with `n` from 0 to 300.
	fn settle_again(n: u32) -> Weight;
	/// `offer`.
	fn offer() -> Weight;
	/// `accept_offer`.
	fn accept_offer() -> Weight;
	/// `barter`.
	fn barter() -> Weight;
	/// `accept_barter`.
	fn accept_barter() -> Weight;
	/// `sweep`.
	fn sweep() -> Weight;
	/// `open_auction`.
	fn open_auction() -> Weight;
	/// `bid`.
	fn bid() -> Weight;
	/// `cancel_auction`.
	fn cancel_auction() -> Weight;
	/// `close_auction`.
	fn close_auction() -> Weight;
	/// `cancel_signed`.
	fn cancel_signed() -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Computes for 391.8 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Market::NextOrderId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Units`: reads 8, writes 8
	/// - `Market::Book`: reads 0, writes 1
	fn list() -> Weight {
		Weight::from_parts(395_828_000, 0).saturating_add(T::DbWeight::get().reads_writes(22, 12))
	}

	/// Computes for 443.5 µs at least; uses, at most:
	/// - `Market::Book`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 7, writes 7
	fn cancel() -> Weight {
		Weight::from_parts(459_487_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 13))
	}

	/// Computes for 737.8 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `Market::Book`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 16, writes 16
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Items::Accrued`: reads 8, writes 8
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	fn buy() -> Weight {
		Weight::from_parts(755_709_000, 0).saturating_add(T::DbWeight::get().reads_writes(43, 32))
	}

	/// Computes for 6715.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Market::Settled`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 600, writes 600
	/// - `Avatars::Purses`: reads 601, writes 601
	/// - `Items::Items`: reads 300, writes 300
	/// - `Items::Kinds`: reads 300, writes 0
	/// - `Items::Accrued`: reads 300, writes 300
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn settle(n: u32, r: u32) -> Weight {
		Weight::from_parts(3_600_720_497, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(81_776_257, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 4).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(5_755_127, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(r.into()))
	}

	/// Computes for 15450.2 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Market::Settled`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 600, writes 0
	fn settle_forged(n: u32) -> Weight {
		Weight::from_parts(15_552_019_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 2))
			.saturating_add(Weight::from_parts(144_925_569, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 0).saturating_mul(n.into()))
	}

	/// Computes for 45.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Market::Settled`: reads 1, writes 0
	fn settle_again(n: u32) -> Weight {
		Weight::from_parts(64_956_155, 0)
			.saturating_add(T::DbWeight::get().reads_writes(3, 0))
			.saturating_add(Weight::from_parts(2_972_272, 0).saturating_mul(n.into()))
	}

	/// Computes for 323.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Items`: reads 1, writes 0
	/// - `Market::NextOrderId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Market::Book`: reads 0, writes 1
	fn offer() -> Weight {
		Weight::from_parts(349_923_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	/// Computes for 529.9 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `Market::Book`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Kinds`: reads 1, writes 0
	/// - `Items::Units`: reads 2, writes 2
	/// - `Items::Accrued`: reads 1, writes 1
	fn accept_offer() -> Weight {
		Weight::from_parts(618_624_000, 0).saturating_add(T::DbWeight::get().reads_writes(15, 11))
	}

	/// Computes for 525.7 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Items`: reads 15, writes 7
	/// - `Market::NextOrderId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Items::Kinds`: reads 7, writes 0
	/// - `Market::Book`: reads 0, writes 1
	fn barter() -> Weight {
		Weight::from_parts(552_069_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
	}

	/// Computes for 972.6 µs at least; uses, at most:
	/// - `Market::Book`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 28, writes 28
	/// - `Items::Kinds`: reads 14, writes 0
	/// - `Items::Accrued`: reads 14, writes 14
	fn accept_barter() -> Weight {
		Weight::from_parts(1_038_056_000, 0).saturating_add(T::DbWeight::get().reads_writes(67, 50))
	}

	/// Computes for 430.7 µs at least; uses, at most:
	/// - `Market::Book`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 7, writes 7
	fn sweep() -> Weight {
		Weight::from_parts(474_054_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 13))
	}

	/// Computes for 276.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Market::NextAuctionId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Units`: reads 8, writes 8
	/// - `Market::Auctions`: reads 0, writes 1
	fn open_auction() -> Weight {
		Weight::from_parts(329_705_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 11))
	}

	/// Computes for 507.3 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 4, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 16, writes 0
	/// - `Items::Kinds`: reads 8, writes 0
	fn bid() -> Weight {
		Weight::from_parts(544_646_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 5))
	}

	/// Computes for 137.4 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Items::Units`: reads 8, writes 8
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn cancel_auction() -> Weight {
		Weight::from_parts(206_064_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 11))
	}

	/// Computes for 623.1 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 16, writes 16
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Items::Accrued`: reads 8, writes 8
	fn close_auction() -> Weight {
		Weight::from_parts(702_691_000, 0).saturating_add(T::DbWeight::get().reads_writes(41, 32))
	}

	/// Computes for 69.1 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `System::ParentHash`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::Fills`: reads 8, writes 8
	fn cancel_signed() -> Weight {
		Weight::from_parts(105_937_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 9))
	}
}
