// SPDX-License-Identifier: Apache-2.0
//! The invariants of purses.

use crate::{glue::OWNER_LANE, Avatars, Config, Devices, Fills, HoldReason, Pallet, Purses};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::fungible::InspectHold};
use freehold_primitives::{
	chain::Balance,
	order::Fill,
	purse::{Lane, OrderNumber, Unspendable},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_purses() -> Result<(), TryRuntimeError> {
		let mut coins = Balance::default();
		for (key, purse) in Purses::<T>::iter() {
			ensure!(Avatars::<T>::contains_key(key), "A2: a purse is no avatar's");
			coins = coins.saturating_add(purse.balance);
		}
		let held = T::Currency::balance_on_hold(&HoldReason::Purse.into(), &Self::pot());
		ensure!(held == coins, "A5: the pot does not hold the sum of the purses");
		Ok(())
	}

	pub(crate) fn check_fills() -> Result<(), TryRuntimeError> {
		for (key, lane, fills) in Fills::<T>::iter() {
			let purse =
				Purses::<T>::get(key).ok_or("A13: fills are of an avatar that does not exist")?;
			let numbers = purse
				.lanes
				.get(usize::from(lane))
				.ok_or("A13: fills are of a lane that does not exist")?;
			let signed = lane == OWNER_LANE || Devices::<T>::contains_key(key, lane);
			ensure!(signed, "A13: fills are of a lane that nobody signs in");
			ensure!(!fills.is_empty(), "A13: a record of fills has none");
			let mut seen = BTreeSet::new();
			for Fill { number, left, .. } in fills {
				ensure!(left > 0, "A13: nothing is left of an order that is kept");
				ensure!(is_gone(*numbers, number), "A13: the number of a fill was not spent");
				ensure!(seen.insert(number), "A13: two fills have one number");
			}
		}
		Ok(())
	}
}

/// Whether the number was spent, or became void since.
fn is_gone(lane: Lane, number: OrderNumber) -> bool {
	matches!(lane.spend(number), Err(Unspendable::Spent | Unspendable::Void))
}
