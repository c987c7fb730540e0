// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	chain::Balance,
	ids::AvatarId,
	land::{Area, Zone},
};
use scale_info::TypeInfo;

/// Land that a world sells: whoever pays gets a parcel that was not issued before.
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
pub struct SaleDetails {
	/// Where.
	pub area: Area,
	/// The zone of what is sold.
	pub zone: Zone,
	/// Price of a parcel.
	pub price: Balance,
	/// The avatar whose purse it goes to.
	pub to: AvatarId,
}

/// The sales of a world, counted.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SaleCounters {
	/// How many are open.
	pub open: u32,
	/// Number of the next.
	pub next: u32,
}
