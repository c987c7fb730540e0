// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The record of an avatar.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AvatarDetails<AccountId> {
	/// The account that owns it.
	pub owner: AccountId,
	/// How many device keys it has.
	pub devices: u8,
}

impl<AccountId> AvatarDetails<AccountId> {
	/// An avatar as it is created: without device keys.
	pub fn new(owner: AccountId) -> Self {
		Self { owner, devices: 0 }
	}
}
