// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber},
	fee::FeeSchedule,
	land::Area,
	pointer::Pointer,
};

/// A world.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WorldDetails {
	/// Who operates it.
	pub owner: AccountId,
	/// Its grid.
	pub bounds: Area,
	/// What it keeps of payments, now and later.
	pub fee: FeeSchedule,
	/// How many settlers it has.
	pub settlers: u32,
	/// How many records need it, so that it can't be closed.
	pub consumers: u32,
	/// Whether nothing new may come into being in it.
	pub suspended: bool,
	/// The account that may take it over.
	pub offered_to: Option<AccountId>,
}

/// What a world is called.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WorldMetadata {
	/// Its name: 1 to 64 bytes.
	pub name: String,
	/// Where more about it is found; may be empty.
	pub pointer: Pointer,
}

/// An account that may settle for a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SettlerDetails {
	/// Last block in which it may.
	pub valid_until: BlockNumber,
	/// Most coins that the trades of one block may move, in 10^-12 FHD; any if none.
	pub cap: Option<Balance>,
	/// How many they moved in the block `spent_in`.
	pub spent: Balance,
	/// The last block in which it settled.
	pub spent_in: BlockNumber,
}
