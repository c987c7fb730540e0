// SPDX-License-Identifier: Apache-2.0

//! Joins the pallets' records to the settlement kernel, which moves what they own.

use crate::{Avatars, Items, Land};
use freehold_primitives::{
	asset::{Holding, UniqueId},
	device::{DeviceKey, Signer},
	ids::{AvatarId, KindId},
	purse::{LaneIndex, Purse},
	settlement::Store,
};

/// The records of avatars, items and land, as one store.
#[derive(Default)]
pub struct Records;

impl Store for Records {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		Avatars::signer(avatar, lane)
	}

	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		Avatars::purse(avatar)
	}

	fn holding(&self, asset: UniqueId) -> Option<Holding> {
		match asset {
			UniqueId::Item(item) => Items::holding(item),
			UniqueId::Parcel(parcel) => Land::holding(parcel),
			UniqueId::Estate(estate) => Land::estate_holding(estate),
		}
	}

	fn units(&self, kind: KindId, avatar: AvatarId) -> u64 {
		Items::units(kind, avatar)
	}

	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		Avatars::set_device(avatar, lane, device);
	}

	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		Avatars::set_purse(avatar, purse);
	}

	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		match asset {
			UniqueId::Item(item) => Items::set_holding(item, holding),
			UniqueId::Parcel(parcel) => Land::set_holding(parcel, holding),
			UniqueId::Estate(estate) => Land::set_estate_holding(estate, holding),
		}
	}

	fn set_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) {
		Items::set_units(kind, avatar, amount);
	}
}
