// SPDX-License-Identifier: Apache-2.0
use super::Access;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	asset::{Holding, Lock, Version},
	ids::{AvatarId, EstateId},
	land::Zone,
};
use scale_info::TypeInfo;

/// How a parcel is held.
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
pub enum Title {
	/// On its own.
	#[codec(index = 0)]
	Own(Holding),
	/// With the estate that it is part of, by whoever owns that.
	#[codec(index = 1)]
	PartOf {
		/// The estate.
		estate: EstateId,
		/// The parcel's version when it joined.
		version: Version,
	},
}

impl Title {
	/// The parcel's version.
	pub fn version(&self) -> Version {
		match self {
			Self::Own(holding) => holding.version,
			Self::PartOf { version, .. } => *version,
		}
	}

	/// The title after the parcel has become part of an estate.
	#[must_use]
	pub fn joined_to(self, estate: EstateId) -> Self {
		Self::PartOf { estate, version: self.version() }
	}

	/// The title after the parcel has left its estate. Its version moves, so that no order or
	/// grant from before it joined counts again.
	#[must_use]
	pub fn left_to(self, owner: AvatarId) -> Self {
		let version = self.version().wrapping_add(1);
		Self::Own(Holding { version, ..Holding::new(owner) })
	}
}

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
	/// How it is held.
	pub title: Title,
	/// What it is for.
	pub zone: Zone,
	/// Who may enter while it is held on its own.
	pub access: Access,
}

impl ParcelDetails {
	/// A parcel as it is issued: open to everyone, and locked for good if its zone is public.
	pub fn new(owner: AvatarId, zone: Zone, version: Version) -> Self {
		let lock = zone.is_public().then_some(Lock::PublicLand);
		let holding = Holding { owner, version, lock };
		Self { title: Title::Own(holding), zone, access: Access::Open }
	}
}
