// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{
	Config, HoldReason, NextWorldId, Pallet, Settlers, WorldDetails, WorldMetadata, Worlds,
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{
	chain::Balance,
	fee::{Fee, FeeSchedule, MAX_WORLD_FEE},
	ids::WorldId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet that its own records show.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counted = Self::counted_settlers()?;
		let next = NextWorldId::<T>::get();
		let mut owed = BTreeMap::<T::AccountId, (Balance, Balance)>::new();
		for (key, details) in Worlds::<T>::iter() {
			let world = WorldId::from(key);
			ensure!(world < next, "W1: a world's id was never given out");
			ensure!(details.bounds.is_valid(), "W2: a world has no place");
			ensure_sound(&details.fee)?;
			let settlers = counted.remove(&world).unwrap_or_default();
			ensure!(details.settlers == settlers, "W3: a world's settlers are miscounted");
			ensure!(settlers <= T::MaxSettlers::get(), "W3: a world has too many settlers");
			let WorldDetails { owner, offered_to, .. } = details;
			ensure!(offered_to.as_ref() != Some(&owner), "W8: a world is offered to its owner");

			let (bonds, deposits) = owed.entry(owner).or_default();
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
		Self::ensure_metadata_belongs()
	}

	/// How many settlers each world has.
	fn counted_settlers() -> Result<BTreeMap<WorldId, u32>, TryRuntimeError> {
		let (mut counted, now) = (BTreeMap::<WorldId, u32>::new(), Self::now());
		for (key, _, settler) in Settlers::<T>::iter() {
			ensure!(settler.spent_in <= now, "W9: a settler settled in a block to come");
			let count = counted.entry(WorldId::from(key)).or_default();
			*count = count.saturating_add(1);
		}
		Ok(counted)
	}

	fn ensure_metadata_belongs() -> Result<(), TryRuntimeError> {
		for (key, metadata) in WorldMetadata::<T>::iter() {
			ensure!(Worlds::<T>::contains_key(key), "W4: metadata of no world");
			ensure!(metadata.has_valid_name(), "W7: a world's name can't be shown");
		}
		Ok(())
	}
}

fn ensure_sound(schedule: &FeeSchedule) -> Result<(), TryRuntimeError> {
	let rate = |fee: Option<Fee>| fee.map_or(0, |fee| fee.rate);
	let current = rate(schedule.current);
	ensure!(current <= MAX_WORLD_FEE, "W2: a world's fee is too high");
	if let Some(announced) = schedule.announced {
		let announced = rate(announced.fee);
		ensure!(announced <= MAX_WORLD_FEE, "W2: a world's fee is too high");
		ensure!(announced > current, "W6: what was announced is no raise");
	}
	Ok(())
}
