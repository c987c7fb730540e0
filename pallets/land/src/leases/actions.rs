// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::money::Ending;
use crate::{
	Config, Event, HoldReason, Lease, LeaseOf, LeaseOfferOf, LeaseOffers, Leases, NextLeaseId,
	Pallet,
};
use frame_support::traits::Get;
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, LeaseId},
	land::Site,
	traits::{Avatars, Purses},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_offer_lease(site: Site, offer: LeaseOfferOf<T>) -> DispatchResult {
		Self::remove_lease_offer(site)?;
		Self::hold(HoldReason::LeaseOffer, &offer.payer, T::LeaseOfferDeposit::get())?;
		Self::deposit_event(Event::LeaseOffered { site, terms: offer.terms });
		LeaseOffers::<T>::insert(site, offer);
		Ok(())
	}

	/// Withdraws the offer to let a site, if there is one.
	pub(crate) fn clear_lease_offer(site: Site) -> DispatchResult {
		if Self::remove_lease_offer(site)? {
			Self::deposit_event(Event::LeaseOfferWithdrawn { site });
		}
		Ok(())
	}

	/// Gives the deposit of the offer back; whether there was one.
	fn remove_lease_offer(site: Site) -> Result<bool, DispatchError> {
		let offer = LeaseOffers::<T>::take(site);
		if let Some(offer) = &offer {
			Self::pay_back(HoldReason::LeaseOffer, &offer.payer, T::LeaseOfferDeposit::get())?;
		}
		Ok(offer.is_some())
	}

	pub(crate) fn do_accept_lease(site: Site, lease: LeaseOf<T>, next: LeaseId) -> DispatchResult {
		Self::settle_lapsed_lease(site)?;
		Self::remove_lease_offer(site)?;
		Self::hold(HoldReason::Lease, &lease.payer, T::LeaseDeposit::get())?;
		T::Purses::set_aside(lease.tenant, lease.escrow())?;
		T::Avatars::retain(lease.tenant, 1)?;
		NextLeaseId::<T>::put(next);
		Self::end_tenure(site)?;
		let Lease { id, tenant, end, .. } = lease;
		Leases::<T>::insert(site, lease);
		Self::deposit_event(Event::LeaseAccepted { site, lease: id, tenant, end });
		Ok(())
	}

	pub(crate) fn do_extend_lease(site: Site, lease: LeaseOf<T>, rent: Balance) -> DispatchResult {
		T::Purses::set_aside(lease.tenant, rent)?;
		let Lease { id, end, .. } = lease;
		Leases::<T>::insert(site, lease);
		Self::deposit_event(Event::LeaseExtended { site, lease: id, end });
		Ok(())
	}

	pub(crate) fn do_end_lease(site: Site, lease: LeaseOf<T>, ending: Ending) -> DispatchResult {
		let Ending { end, refund, forfeited } = ending;
		T::Purses::pay_out(lease.tenant, refund)?;
		if forfeited > 0 {
			T::Purses::pay_out(Self::premises(site)?.holding.owner, forfeited)?;
		}
		Self::end_tenure(site)?;
		let id = lease.id;
		let paid = lease.paid.saturating_sub(refund);
		let deposit = lease.deposit.saturating_sub(forfeited);
		Leases::<T>::insert(site, Lease { end, paid, deposit, ending: true, ..lease });
		Self::deposit_event(Event::LeaseEnded { site, lease: id, end });
		Ok(())
	}

	pub(crate) fn do_assign_lease(
		site: Site,
		lease: LeaseOf<T>,
		next: LeaseId,
		to: AvatarId,
	) -> DispatchResult {
		let (id, from) = (lease.id, lease.tenant);
		T::Avatars::retain(to, 1)?;
		T::Avatars::release(from, 1);
		NextLeaseId::<T>::put(next);
		Leases::<T>::insert(site, Lease { tenant: to, ..lease });
		Self::deposit_event(Event::LeaseAssigned { site, lease: id, from, to });
		Ok(())
	}

	pub(crate) fn do_collect_rent(
		who: &T::AccountId,
		site: Site,
		lease: LeaseOf<T>,
	) -> DispatchResult {
		let now = Self::now();
		if !lease.is_in_force(now) {
			Self::pay_back_swept(HoldReason::Lease, &lease.payer, who, T::LeaseDeposit::get())?;
			return Self::settle_lease(site, lease);
		}
		let amount = lease.collectable(now);
		Self::pay_rent(site, lease.id, amount)?;
		let collected = lease.collected.saturating_add(amount);
		Leases::<T>::insert(site, Lease { collected, ..lease });
		Ok(())
	}

	/// Pays out and removes the lease of a site, if there is one and it is over.
	pub(crate) fn settle_lapsed_lease(site: Site) -> DispatchResult {
		match Leases::<T>::get(site) {
			Some(lease) if !lease.is_in_force(Self::now()) => {
				Self::pay_back(HoldReason::Lease, &lease.payer, T::LeaseDeposit::get())?;
				Self::settle_lease(site, lease)
			},
			_ => Ok(()),
		}
	}

	/// Removes a lease whose deposit was paid back.
	fn settle_lease(site: Site, lease: LeaseOf<T>) -> DispatchResult {
		let rest = lease.uncollected();
		if rest > 0 {
			Self::pay_rent(site, lease.id, rest)?;
		}
		T::Purses::pay_out(lease.tenant, lease.deposit)?;
		T::Avatars::release(lease.tenant, 1);
		Leases::<T>::remove(site);
		Self::deposit_event(Event::LeaseSettled { site, lease: lease.id });
		Ok(())
	}

	/// Pays rent to whoever owns the site now: it goes with the title.
	fn pay_rent(site: Site, lease: LeaseId, amount: Balance) -> DispatchResult {
		let to = Self::premises(site)?.holding.owner;
		T::Purses::pay_out(to, amount)?;
		Self::deposit_event(Event::RentCollected { site, lease, to, amount });
		Ok(())
	}
}
