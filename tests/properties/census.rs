// SPDX-License-Identifier: Apache-2.0
//! How much there is of everything, and what a call may change of it.

use freehold_primitives::{chain::Balance, ids::KindId};
use freehold_runtime::{Balances, Runtime, RuntimeCall};
use freehold_tests::names::*;
use std::collections::BTreeMap;

/// How much there is of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Census {
	issuance: Balance,
	purses: Balance,
	items: usize,
	parcels: usize,
	units: BTreeMap<KindId, u64>,
}

impl Census {
	/// As it is now.
	pub(crate) fn take() -> Self {
		let mut units = BTreeMap::<KindId, u64>::new();
		for (kind, _, amount) in pallet_items::Units::<Runtime>::iter() {
			*units.entry(kind.into()).or_default() += amount;
		}
		Self {
			issuance: Balances::total_issuance(),
			purses: pallet_avatars::Purses::<Runtime>::iter_values().map(|it| it.balance).sum(),
			items: pallet_items::Items::<Runtime>::iter_keys().count(),
			parcels: pallet_land::Parcels::<Runtime>::iter_keys().count(),
			units,
		}
	}

	/// As it has to be after this call. Only what mints, issues, or moves coins between accounts
	/// and purses changes anything.
	pub(crate) fn after(mut self, call: &RuntimeCall) -> Self {
		match call {
			RuntimeCall::Items(ItemsCall::mint_items { to, .. }) => self.items += to.len(),
			RuntimeCall::Items(ItemsCall::mint_units { kind, amount, .. }) => {
				*self.units.entry(*kind).or_default() += amount;
			},
			RuntimeCall::Land(LandCall::issue { parcels, .. }) => self.parcels += parcels.len(),
			RuntimeCall::Avatars(AvatarsCall::deposit { amount, .. }) => self.purses += amount,
			RuntimeCall::Avatars(AvatarsCall::withdraw { amount, .. }) => self.purses -= amount,
			_ => (),
		}
		self
	}
}
