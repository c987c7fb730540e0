// SPDX-License-Identifier: Apache-2.0
//! How much there is of everything, and what a call may change of it.

use freehold_primitives::{chain::Balance, ids::KindId};
use freehold_runtime::{Avatars, Balances, Runtime, RuntimeCall};
use freehold_tests::names::*;
use std::collections::BTreeMap;

/// How much there is of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Census {
	issuance: Balance,
	/// Coins in purses, and those that leases have set aside.
	coins: Balance,
	worlds: usize,
	avatars: usize,
	parcels: usize,
	estates: usize,
	items: usize,
	units: BTreeMap<KindId, u64>,
}

impl Census {
	/// As it is now.
	pub(crate) fn take() -> Self {
		let mut units = BTreeMap::<KindId, u64>::new();
		for (kind, _, amount) in pallet_items::Units::<Runtime>::iter() {
			*units.entry(kind.into()).or_default() += amount;
		}
		let purses = pallet_avatars::Purses::<Runtime>::iter_values().map(|it| it.balance);
		Self {
			issuance: Balances::total_issuance(),
			coins: purses.sum::<Balance>() + Avatars::aside(),
			worlds: pallet_worlds::Worlds::<Runtime>::iter_keys().count(),
			avatars: pallet_avatars::Avatars::<Runtime>::iter_keys().count(),
			parcels: pallet_land::Parcels::<Runtime>::iter_keys().count(),
			estates: pallet_land::Estates::<Runtime>::iter_keys().count(),
			items: pallet_items::Items::<Runtime>::iter_keys().count(),
			units,
		}
	}

	/// As it has to be after this call. Only what makes or ends something, or moves coins between
	/// accounts and purses, changes anything: neither a lease nor its end does, nor a sale.
	pub(crate) fn after(mut self, call: &RuntimeCall) -> Self {
		match call {
			RuntimeCall::Worlds(call) => self.after_worlds(call),
			RuntimeCall::Avatars(call) => self.after_avatars(call),
			RuntimeCall::Land(call) => self.after_land(call),
			RuntimeCall::Items(ItemsCall::mint_items { to, .. }) => self.items += to.len(),
			RuntimeCall::Items(ItemsCall::mint_units { kind, amount, .. }) => {
				*self.units.entry(*kind).or_default() += amount;
			},
			_ => (),
		}
		self
	}

	fn after_worlds(&mut self, call: &WorldsCall) {
		match call {
			WorldsCall::register { .. } => self.worlds += 1,
			WorldsCall::close { .. } => self.worlds -= 1,
			_ => (),
		}
	}

	fn after_avatars(&mut self, call: &AvatarsCall) {
		match call {
			AvatarsCall::create {} => self.avatars += 1,
			AvatarsCall::retire { .. } => self.avatars -= 1,
			AvatarsCall::deposit { amount, .. } => self.coins += amount,
			AvatarsCall::withdraw { amount, .. } => self.coins -= amount,
			_ => (),
		}
	}

	fn after_land(&mut self, call: &LandCall) {
		match call {
			LandCall::issue { parcels, .. } => self.parcels += parcels.len(),
			LandCall::issue_area { area, .. } => {
				self.parcels += usize::try_from(area.size()).expect("a call issues few");
			},
			LandCall::claim { .. } => self.parcels += 1,
			LandCall::relinquish { .. } => self.parcels -= 1,
			LandCall::found_estate { .. } | LandCall::split_estate { .. } => self.estates += 1,
			LandCall::merge_estates { .. } | LandCall::dissolve_estate { .. } => self.estates -= 1,
			_ => (),
		}
	}
}
