// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::pointer::Pointer;
use scale_info::TypeInfo;

/// What stands on a site.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ContentDetails<AccountId> {
	/// Where it is found.
	pub pointer: Pointer,
	/// Higher than that of any content set before, of whatever site.
	pub version: u64,
	/// The account whose deposit is held for the record.
	pub payer: AccountId,
}
