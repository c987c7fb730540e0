// SPDX-License-Identifier: Apache-2.0
use super::Access;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, WorldId},
};
use scale_info::TypeInfo;

/// The record of an estate: parcels of one world that hang together and are held as one.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EstateDetails<AccountId> {
	/// The world that it lies in.
	pub world: WorldId,
	/// Who owns it. The version moves with each change of hands, each lease, each end of one before
	/// its time, and each change of the set of parcels.
	pub holding: Holding,
	/// How many parcels it has.
	pub parcels: u32,
	/// How often it has changed hands, was let, or had its lease ended before its time.
	pub tenure: u32,
	/// Who may enter.
	pub access: Access,
	/// The account whose deposit is held for the record.
	pub payer: AccountId,
}

impl<AccountId> EstateDetails<AccountId> {
	/// An estate as it is founded.
	pub fn new(
		world: WorldId,
		owner: AvatarId,
		parcels: u32,
		access: Access,
		payer: AccountId,
	) -> Self {
		Self { world, holding: Holding::new(owner), parcels, tenure: 0, access, payer }
	}

	/// The estate after its set of parcels has become one of so many.
	#[must_use]
	pub fn reshaped(self, parcels: u32) -> Self {
		let version = self.holding.version.wrapping_add(1);
		Self { holding: Holding { version, ..self.holding }, parcels, ..self }
	}

	/// The estate after land that so many may enter has joined it: that opens nothing.
	#[must_use]
	pub fn joined_by(self, access: Access) -> Self {
		Self { access: self.access.joined_with(access), ..self }
	}

	/// The estate held otherwise, with the same parcels: each step of the version is then the end
	/// of a tenure.
	#[must_use]
	pub fn held_as(self, holding: Holding) -> Self {
		let steps = holding.version.wrapping_sub(self.holding.version);
		Self { holding, tenure: self.tenure.wrapping_add(steps), ..self }
	}
}
