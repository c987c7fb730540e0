// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: 2026-11-30
//! - machine: 2 cores of AMD EPYC
//! - measured: at 8 to 16 values of each component, 6 to 30 times each

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
	/// `settle`, with `n` from 0 to 256.
	fn settle(n: u32) -> Weight;
	/// `settle_items`, with `n` from 0 to 256.
	fn settle_items(n: u32) -> Weight;
	/// `settle_forged`, with `n` from 0 to 256.
	fn settle_forged(n: u32) -> Weight;
	/// `settle_again`, with `n` from 0 to 256.
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
	/// Computes for 192.9 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 2, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Market::NextOrderId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Units`: reads 8, writes 8
	/// - `Market::Book`: reads 0, writes 1
	fn list() -> Weight {
		Weight::from_parts(193_681_000, 0).saturating_add(T::DbWeight::get().reads_writes(22, 12))
	}

	/// Computes for 232.3 µs at least; uses, at most:
	/// - `Market::Book`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 7, writes 7
	fn cancel() -> Weight {
		Weight::from_parts(234_127_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 13))
	}

	/// Computes for 377.1 µs at least; uses, at most:
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
		Weight::from_parts(384_728_000, 0).saturating_add(T::DbWeight::get().reads_writes(43, 32))
	}

	/// Computes for 46.3 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Market::Settled`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 512, writes 512
	/// - `Avatars::Purses`: reads 513, writes 513
	fn settle(n: u32) -> Weight {
		Weight::from_parts(77_674_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 3))
			.saturating_add(Weight::from_parts(104_247_080, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 4).saturating_mul(n.into()))
	}

	/// Computes for 48.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Market::Settled`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 512, writes 512
	/// - `Avatars::Purses`: reads 513, writes 513
	/// - `Items::Items`: reads 256, writes 256
	/// - `Items::Kinds`: reads 256, writes 0
	/// - `Items::Accrued`: reads 256, writes 256
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn settle_items(n: u32) -> Weight {
		Weight::from_parts(49_081_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(Weight::from_parts(130_701_494, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 6).saturating_mul(n.into()))
	}

	/// Computes for 45.5 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 1
	/// - `Market::Settled`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Avatars::Devices`: reads 512, writes 0
	fn settle_forged(n: u32) -> Weight {
		Weight::from_parts(88_431_613, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 2))
			.saturating_add(Weight::from_parts(210_546_609, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 0).saturating_mul(n.into()))
	}

	/// Computes for 27.0 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Worlds::Settlers`: reads 1, writes 0
	/// - `Market::Settled`: reads 1, writes 0
	fn settle_again(n: u32) -> Weight {
		Weight::from_parts(36_366_564, 0)
			.saturating_add(T::DbWeight::get().reads_writes(3, 0))
			.saturating_add(Weight::from_parts(1_900_537, 0).saturating_mul(n.into()))
	}

	/// Computes for 211.1 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Items::Items`: reads 1, writes 0
	/// - `Market::NextOrderId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Market::Book`: reads 0, writes 1
	fn offer() -> Weight {
		Weight::from_parts(217_216_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	/// Computes for 339.1 µs at least; uses, at most:
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
		Weight::from_parts(342_489_000, 0).saturating_add(T::DbWeight::get().reads_writes(15, 11))
	}

	/// Computes for 319.8 µs at least; uses, at most:
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
		Weight::from_parts(331_028_000, 0).saturating_add(T::DbWeight::get().reads_writes(30, 13))
	}

	/// Computes for 652.4 µs at least; uses, at most:
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
		Weight::from_parts(679_989_000, 0).saturating_add(T::DbWeight::get().reads_writes(67, 50))
	}

	/// Computes for 303.0 µs at least; uses, at most:
	/// - `Market::Book`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Items::Items`: reads 7, writes 7
	fn sweep() -> Weight {
		Weight::from_parts(363_569_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 13))
	}

	/// Computes for 197.2 µs at least; uses, at most:
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 0
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Market::NextAuctionId`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Items::Units`: reads 8, writes 8
	/// - `Market::Auctions`: reads 0, writes 1
	fn open_auction() -> Weight {
		Weight::from_parts(214_390_000, 0).saturating_add(T::DbWeight::get().reads_writes(21, 11))
	}

	/// Computes for 345.1 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 4, writes 2
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 16, writes 0
	/// - `Items::Kinds`: reads 8, writes 0
	fn bid() -> Weight {
		Weight::from_parts(371_312_000, 0).saturating_add(T::DbWeight::get().reads_writes(33, 5))
	}

	/// Computes for 123.0 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `Items::Units`: reads 8, writes 8
	/// - `System::Account`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	fn cancel_auction() -> Weight {
		Weight::from_parts(132_547_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 11))
	}

	/// Computes for 518.0 µs at least; uses, at most:
	/// - `Market::Auctions`: reads 1, writes 1
	/// - `Avatars::Purses`: reads 3, writes 3
	/// - `System::Account`: reads 2, writes 2
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Worlds::Worlds`: reads 1, writes 0
	/// - `Items::Units`: reads 16, writes 16
	/// - `Items::Kinds`: reads 8, writes 0
	/// - `Items::Accrued`: reads 8, writes 8
	fn close_auction() -> Weight {
		Weight::from_parts(536_200_000, 0).saturating_add(T::DbWeight::get().reads_writes(41, 32))
	}

	/// Computes for 67.7 µs at least; uses, at most:
	/// - `Avatars::Avatars`: reads 1, writes 0
	/// - `System::ParentHash`: reads 1, writes 0
	/// - `Avatars::Purses`: reads 1, writes 1
	/// - `Avatars::Fills`: reads 8, writes 8
	fn cancel_signed() -> Weight {
		Weight::from_parts(74_058_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 9))
	}
}
