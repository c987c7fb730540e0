// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{fee::Fee, land::Area};
use scale_info::TypeInfo;

/// The record of a world.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct WorldDetails<AccountId> {
	/// The account that operates it.
	pub owner: AccountId,
	/// Its grid.
	pub bounds: Area,
	/// What it keeps of each payment made in it.
	pub fee: Option<Fee>,
	/// How many settlers it has, expired ones included.
	pub settlers: u32,
}

impl<AccountId> WorldDetails<AccountId> {
	/// A world as it is registered: without settlers.
	pub fn new(owner: AccountId, bounds: Area, fee: Option<Fee>) -> Self {
		Self { owner, bounds, fee, settlers: 0 }
	}
}
