// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until the database's weights are measured on our own state, as
//! the SDK's would make a trade several times dearer than it is. Reads and writes are counted from
//! the code at the database's own weights; computation is a generous guess.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 40_000_000;

/// Computation for each asset of an order, in picoseconds.
const ASSET: u64 = 5_000_000;

/// A trade decoded and hashed, in picoseconds.
const HASHED: u64 = 3_000_000;

/// A record of a batch read and written, with its share of the state root and of the commit, in
/// picoseconds.
const RECORD: u64 = 40_000_000;

/// One trade of a batch without its assets, in picoseconds: two signatures verified one by one
/// (2 x 50 us), two devices, whose limits may be counted down, two purses, which also count what
/// the avatars own, and the work of applying it (30 us).
const TRADE: u64 = 130_000_000 + 4 * RECORD;

/// What each call weighs. Those of the book and of auctions are for as many assets as an order may
/// have on each side.
pub trait WeightInfo {
	/// `list`.
	fn list() -> Weight;
	/// `cancel`.
	fn cancel() -> Weight;
	/// `buy`.
	fn buy() -> Weight;
	/// `settle` of `n` trades whose assets have `records` records.
	fn settle(n: u32, records: u32) -> Weight;
	/// `settle` of `n` trades with bad signatures.
	fn settle_forged(n: u32) -> Weight;
	/// `settle` of `n` trades under a number that is settled.
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

impl<T: frame_system::Config> SubstrateWeight<T> {
	/// A call that looks at so many assets.
	fn call(assets: u64, reads: u64, writes: u64) -> Weight {
		Weight::from_parts(BASE.saturating_add(ASSET.saturating_mul(assets)), 0)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// The world, the seller with its purse, the buyer, the account with its holds, the next id,
	/// and each asset with its kind. A parcel's holding may have to be read from its estate.
	fn list() -> Weight {
		Self::call(8, 24, 13)
	}

	/// The order, the maker with its purse, the payer with its holds, the pot with its, and each
	/// asset.
	fn cancel() -> Weight {
		Self::call(8, 16, 14)
	}

	/// The order, the world, both avatars, three purses, the payer with its holds, the pot with
	/// its; for each asset its kind, what both avatars have of it, and its royalty.
	fn buy() -> Weight {
		Self::call(8, 43, 32)
	}

	fn settle(n: u32, records: u32) -> Weight {
		let trades = TRADE.saturating_mul(n.into());
		let records = RECORD.saturating_mul(records.into());
		Weight::from_parts(BASE.saturating_add(trades).saturating_add(records), 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn settle_forged(n: u32) -> Weight {
		let trades = TRADE.saturating_mul(n.into());
		Weight::from_parts(BASE.saturating_add(trades), 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn settle_again(n: u32) -> Weight {
		Weight::from_parts(BASE.saturating_add(HASHED.saturating_mul(n.into())), 0)
			.saturating_add(T::DbWeight::get().reads_writes(3, 0))
	}

	/// The world, the bidder with its purse, the account with its holds, the pot with its, the next
	/// id, and what is wanted.
	fn offer() -> Weight {
		Self::call(2, 11, 7)
	}

	/// As [`WeightInfo::buy`] of one asset. A parcel's lease is read beside it.
	fn accept_offer() -> Weight {
		Self::call(2, 18, 11)
	}

	/// As [`WeightInfo::list`], with the pot and what is wanted.
	fn barter() -> Weight {
		Self::call(16, 34, 15)
	}

	/// As [`WeightInfo::buy`], with as many assets on the other side.
	fn accept_barter() -> Weight {
		Self::call(16, 75, 56)
	}

	/// As [`WeightInfo::cancel`], with the account that is paid for it.
	fn sweep() -> Weight {
		Self::call(8, 18, 15)
	}

	/// As [`WeightInfo::list`].
	fn open_auction() -> Weight {
		Self::call(8, 23, 12)
	}

	/// The auction, the world, the bidder, four purses, the pot with its holds; for each asset its
	/// kind, and what both avatars have of it.
	fn bid() -> Weight {
		Self::call(8, 41, 6)
	}

	/// The auction, the seller, the payer with its holds, and each asset.
	fn cancel_auction() -> Weight {
		Self::call(8, 12, 11)
	}

	/// As [`WeightInfo::buy`], with the account that is paid for it.
	fn close_auction() -> Weight {
		Self::call(8, 44, 34)
	}

	/// The avatar, its purse, what is left of orders in each of its lanes, and the hash of the
	/// block before.
	fn cancel_signed() -> Weight {
		Self::call(0, 11, 9)
	}
}
