// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{Config, HoldReason, Pallet, ParcelCount, Parcels};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{
	asset::Lock,
	chain::Balance,
	ids::WorldId,
	land::ParcelId,
	traits::{Avatars, Worlds},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<WorldId, u32>::new();
		for (key, details) in Parcels::<T>::iter() {
			let parcel = ParcelId::from(key);
			T::Worlds::ensure_contains(parcel.world, parcel.at)
				.map_err(|_| "L1: a parcel lies outside its world")?;
			T::Avatars::ensure_exists(details.holding.owner)
				.map_err(|_| "L2: a parcel belongs to an avatar that does not exist")?;
			let public = details.holding.lock == Some(Lock::PublicLand);
			ensure!(public == details.zone.is_public(), "L3: zone and lock disagree");
			let count = counted.entry(parcel.world).or_default();
			*count = count.saturating_add(1);
		}

		let stored: BTreeMap<_, _> = ParcelCount::<T>::iter()
			.map(|(key, count)| (WorldId::from(key), count))
			.collect();
		ensure!(stored == counted, "L4: a world's parcels are miscounted");

		let mut owed = BTreeMap::<T::AccountId, Balance>::new();
		for (world, count) in counted {
			let deposit = T::ParcelDeposit::get().saturating_mul(count.into());
			let total = owed.entry(T::Worlds::owner(world)?).or_default();
			*total = total.saturating_add(deposit);
		}
		for (owner, deposit) in owed {
			let held = T::Currency::balance_on_hold(&HoldReason::Parcel.into(), &owner);
			ensure!(held == deposit, "L5: an operator's deposits do not match its parcels");
		}
		Ok(())
	}
}
