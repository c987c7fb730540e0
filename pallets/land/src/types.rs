// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::AvatarId,
	land::Zone,
};
use scale_info::TypeInfo;

/// The record of a parcel.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ParcelDetails {
	/// Who owns it.
	pub holding: Holding,
	/// What it is for.
	pub zone: Zone,
}

impl ParcelDetails {
	/// A parcel as it is issued: locked for good if its zone is public.
	pub fn new(owner: AvatarId, zone: Zone) -> Self {
		let lock = zone.is_public().then_some(Lock::PublicLand);
		Self { holding: Holding { lock, ..Holding::new(owner) }, zone }
	}
}
