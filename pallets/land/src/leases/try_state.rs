// SPDX-License-Identifier: Apache-2.0
use crate::{Config, HoldReason, LeaseOffers, Leases, NextLeaseId, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get};
use freehold_primitives::traits::Avatars;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn lease_try_state() -> Result<(), TryRuntimeError> {
		let (next, now) = (NextLeaseId::<T>::get(), Self::now());
		let (mut ids, mut owed) = (BTreeSet::new(), Vec::new());
		for (site, lease) in Leases::<T>::iter() {
			let premises = Self::premises(site).map_err(|_| "T1: what is let does not exist")?;
			let whole = premises.site == site || !lease.is_in_force(now);
			ensure!(whole, "T1: a part of an estate is let");
			T::Avatars::ensure_exists(lease.tenant).map_err(|_| "T1: a tenant does not exist")?;
			ensure!(lease.id < next, "T2: a lease's id was not given out");
			ensure!(ids.insert(lease.id), "T2: two leases have one id");
			let sound = lease.start <= now && lease.is_sound();
			ensure!(sound, "T3: a lease's amounts do not fit its times");
			owed.push((lease.payer, T::LeaseDeposit::get()));
		}
		Self::ensure_held(
			HoldReason::Lease,
			owed,
			"T5: an account's deposits do not match its leases",
		)?;

		let mut owed = Vec::new();
		for (site, offer) in LeaseOffers::<T>::iter() {
			Self::premises(site).map_err(|_| "T4: a site that does not exist is offered")?;
			ensure!(offer.terms.is_valid(), "T4: a site is offered on terms without sense");
			owed.push((offer.payer, T::LeaseOfferDeposit::get()));
		}
		Self::ensure_held(
			HoldReason::LeaseOffer,
			owed,
			"T5: an account's deposits do not match its lease offers",
		)
	}
}
