// SPDX-License-Identifier: Apache-2.0

//! Joins the pallets' records to the settlement kernel, which moves what they own.

use crate::{Avatars, Items, Land};
use freehold_primitives::{
	asset::{Holding, Owned, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Signer},
	ids::{AvatarId, KindId},
	order::Fills,
	purse::{LaneIndex, Purse},
	settlement::{Store, Terms},
};
use sp_runtime::DispatchResult;

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

	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let land = |holding| Owned { holding, class: None };
		match asset {
			UniqueId::Item(item) => Items::asset(item),
			UniqueId::Parcel(parcel) => Land::holding(parcel).map(land),
			UniqueId::Estate(estate) => Land::estate_holding(estate).map(land),
		}
	}

	fn terms(&self, kind: KindId) -> Option<Terms> {
		Items::terms(kind)
	}

	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		Items::stack(kind, avatar)
	}

	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		Avatars::fills(avatar, lane)
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

	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack) {
		Items::set_stack(kind, avatar, units);
	}

	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills) {
		Avatars::set_fills(avatar, lane, fills);
	}

	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult {
		Items::accrue(kind, amount)
	}

	/// The coins are still in the pot of all purses, where they are now kept aside.
	fn set_aside(&mut self, amount: Balance) -> DispatchResult {
		Avatars::hold_aside(amount)
	}
}
