// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh: estimates, until the database's weights are measured on our own state, as
//! the SDK's would make a trade several times dearer than it is. Reads and writes are counted from
//! the code at the database's own weights; computation is a generous guess.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Computation that every call does, in picoseconds.
const BASE: u64 = 40_000_000;

/// A record of a batch read and written, with its share of the state root and of the commit, in
/// picoseconds.
const RECORD: u64 = 40_000_000;

/// One trade of a batch without its assets, in picoseconds: two signatures verified one by one
/// (2 x 50 us), two devices, whose limits may be counted down, two purses, which also count what
/// the avatars own, and the work of applying it (30 us).
const TRADE: u64 = 130_000_000 + 4 * RECORD;

/// What each call weighs.
pub trait WeightInfo {
	/// `list`.
	fn list() -> Weight;
	/// `cancel`.
	fn cancel() -> Weight;
	/// `buy`.
	fn buy() -> Weight;
	/// `settle` of `n` trades whose assets have `records` records.
	fn settle(n: u32, records: u32) -> Weight;
}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// A parcel's holding may have to be read from its estate.
	fn list() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(8, 4))
	}

	fn cancel() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}

	/// The listing, the asset, three purses, both avatars, and the account with its holds.
	fn buy() -> Weight {
		Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(12, 7))
	}

	fn settle(n: u32, records: u32) -> Weight {
		let trades = TRADE.saturating_mul(n.into());
		let records = RECORD.saturating_mul(records.into());
		Weight::from_parts(BASE.saturating_add(trades).saturating_add(records), 0)
			.saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
}
