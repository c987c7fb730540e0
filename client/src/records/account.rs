// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::chain::{Balance, Nonce};

/// An account of the currency: the standard record of FRAME.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct AccountInfo {
	/// How many transactions it has sent.
	pub nonce: Nonce,
	/// How many pallets rely on the account.
	pub consumers: u32,
	/// How many pallets let it exist.
	pub providers: u32,
	/// How many let it exist for their own sake.
	pub sufficients: u32,
	/// Its coins.
	pub data: AccountData,
}

/// The coins of an account, in 10^-12 FHD.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct AccountData {
	/// What it may spend, but for `frozen`.
	pub free: Balance,
	/// What is held: deposits, and in the pot's case the purses.
	pub reserved: Balance,
	/// How much of the whole must stay.
	pub frozen: Balance,
	/// Flags of the balances pallet.
	pub flags: u128,
}
