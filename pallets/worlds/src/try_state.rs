// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{Config, HoldReason, NextWorldId, Pallet, Settlers, Worlds};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{chain::Balance, fee::MAX_WORLD_FEE, ids::WorldId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<WorldId, u32>::new();
		for (key, _) in Settlers::<T>::iter_keys() {
			let count = counted.entry(WorldId::from(key)).or_default();
			*count = count.saturating_add(1);
		}

		let next = NextWorldId::<T>::get();
		let mut owed = BTreeMap::<T::AccountId, (Balance, Balance)>::new();
		for (key, details) in Worlds::<T>::iter() {
			let world = WorldId::from(key);
			ensure!(world < next, "W1: a world's id was never given out");
			ensure!(details.bounds.is_valid(), "W2: a world has no place");
			let within = details.fee.is_none_or(|fee| fee.rate <= MAX_WORLD_FEE);
			ensure!(within, "W2: a world's fee is too high");
			let settlers = counted.remove(&world).unwrap_or_default();
			ensure!(details.settlers == settlers, "W3: a world's settlers are miscounted");
			ensure!(settlers <= T::MaxSettlers::get(), "W3: a world has too many settlers");

			let (bonds, deposits) = owed.entry(details.owner).or_default();
			*bonds = bonds.saturating_add(T::WorldBond::get());
			let deposit = T::SettlerDeposit::get().saturating_mul(settlers.into());
			*deposits = deposits.saturating_add(deposit);
		}
		ensure!(counted.is_empty(), "W4: a settler's world does not exist");

		for (owner, (bonds, deposits)) in owed {
			let held = T::Currency::balance_on_hold(&HoldReason::WorldBond.into(), &owner);
			ensure!(held == bonds, "W5: an operator's bonds do not match its worlds");
			let held = T::Currency::balance_on_hold(&HoldReason::Settler.into(), &owner);
			ensure!(held == deposits, "W5: an operator's deposits do not match its settlers");
		}
		Ok(())
	}
}
