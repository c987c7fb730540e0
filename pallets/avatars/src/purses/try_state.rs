// SPDX-License-Identifier: Apache-2.0
//! The invariants of purses.

use crate::{Avatars, Config, HoldReason, Pallet, Purses};
use frame_support::{ensure, traits::fungible::InspectHold};
use freehold_primitives::chain::Balance;
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
}
