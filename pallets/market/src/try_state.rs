// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{Config, HoldReason, Listings, Pallet};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{asset::Lock, chain::Balance, settlement::Store};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let store = T::Store::default();
		let mut owed = BTreeMap::<T::AccountId, Balance>::new();
		for (asset, listing) in Listings::<T>::iter() {
			let holding = store.holding(asset).ok_or("M1: a listed asset does not exist")?;
			ensure!(
				holding.lock == Some(Lock::Listing) && holding.owner == listing.seller,
				"M1: a listed asset is not locked with its seller"
			);
			ensure!(listing.price > 0, "M2: a listing has no price");
			let total = owed.entry(listing.payer).or_default();
			*total = total.saturating_add(T::ListingDeposit::get());
		}
		for (payer, deposit) in owed {
			let held = T::Currency::balance_on_hold(&HoldReason::Listing.into(), &payer);
			ensure!(held == deposit, "M3: deposits do not match the listings");
		}
		Ok(())
	}
}
