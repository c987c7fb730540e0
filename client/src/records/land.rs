// SPDX-License-Identifier: Apache-2.0
use super::Access;
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Holding, Version},
	chain::{AccountId, Balance},
	ids::{AvatarId, EstateId, WorldId},
	land::{Area, Zone},
	pointer::Pointer,
};

/// Whose a parcel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Title {
	/// It is held for itself.
	Own(Holding),
	/// Its estate is held.
	PartOf {
		/// The estate.
		estate: EstateId,
		/// The parcel's version when it joined.
		version: Version,
	},
}

/// A parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ParcelDetails {
	/// Whose it is.
	pub title: Title,
	/// What it is for.
	pub zone: Zone,
	/// Who may enter; an estate's counts for the parcels in it.
	pub access: Access,
}

impl ParcelDetails {
	/// Its holding, unless it is part of an estate.
	pub fn holding(&self) -> Option<Holding> {
		match self.title {
			Title::Own(holding) => Some(holding),
			Title::PartOf { .. } => None,
		}
	}

	/// The estate that it is part of.
	pub fn estate(&self) -> Option<EstateId> {
		match self.title {
			Title::Own(_) => None,
			Title::PartOf { estate, .. } => Some(estate),
		}
	}
}

/// Parcels that are one asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EstateDetails {
	/// The world that they are in.
	pub world: WorldId,
	/// Who owns them.
	pub holding: Holding,
	/// How many they are.
	pub parcels: u32,
	/// How often they have changed hands together.
	pub tenure: u32,
	/// Who may enter.
	pub access: Access,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// Places that a world sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SaleDetails {
	/// Which.
	pub area: Area,
	/// What their parcels are for.
	pub zone: Zone,
	/// The price of each, in 10^-12 FHD.
	pub price: Balance,
	/// The avatar that gets it.
	pub to: AvatarId,
}

/// What is to be seen on a site.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ContentDetails {
	/// Where it is found.
	pub pointer: Pointer,
	/// Grows with each change.
	pub version: u64,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}
