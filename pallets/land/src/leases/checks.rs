// SPDX-License-Identifier: Apache-2.0
//! What must hold before a site is let, or a lease changes. These only read.

use super::money::{Ending, Party};
use crate::{
	sites::Premises, Config, Error, Lease, LeaseOf, LeaseOffer, LeaseOfferOf, LeaseOffers,
	LeaseTerms, Leases, NextLeaseId, Pallet,
};
use frame_support::ensure;
use freehold_primitives::{
	asset::{Holding, Lock, Version},
	chain::Balance,
	ids::{AvatarId, LeaseId},
	land::Site,
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The lease of the site, unless it is over.
	pub(crate) fn lease_in_force(site: Site) -> Option<LeaseOf<T>> {
		Leases::<T>::get(site).filter(|lease| lease.is_in_force(Self::now()))
	}

	/// Succeeds unless a tenant has the site now.
	pub(crate) fn ensure_not_leased(site: Site) -> DispatchResult {
		ensure!(Self::lease_in_force(site).is_none(), Error::<T>::Leased);
		Ok(())
	}

	/// Succeeds if no lease of the site is left, not even one that is over: its rent is still to be
	/// collected.
	pub(crate) fn ensure_settled(site: Site) -> DispatchResult {
		match Leases::<T>::get(site) {
			Some(lease) if lease.is_in_force(Self::now()) => Err(Error::<T>::Leased.into()),
			Some(_) => Err(Error::<T>::Unsettled.into()),
			None => Ok(()),
		}
	}

	/// The rent that the site's owner may collect now.
	pub(crate) fn due(site: Site) -> Balance {
		Leases::<T>::get(site).map_or(0, |lease| lease.collectable(Self::now()))
	}

	fn ensure_lettable(premises: &Premises) -> DispatchResult {
		match premises.holding.lock {
			Some(Lock::PublicLand) => Err(Error::<T>::PublicLand.into()),
			// Whoever gets what the market keeps ready has seen it vacant.
			Some(_) => Err(Error::<T>::Locked.into()),
			None => Ok(()),
		}
	}

	/// Succeeds unless the market keeps the site ready: whoever gets it has seen how long it is let.
	fn ensure_may_lengthen(site: Site) -> DispatchResult {
		let lock = Self::premises(site)?.holding.lock;
		ensure!(!matches!(lock, Some(Lock::Order(_) | Lock::Auction(_))), Error::<T>::Locked);
		Ok(())
	}

	/// Succeeds unless the owner's avatar is offered for sale: whoever buys it has seen how its
	/// land is let.
	fn ensure_owner_stays(owner: AvatarId) -> DispatchResult {
		T::Avatars::ensure_owner(&T::Avatars::owner(owner)?, owner)
	}

	/// Whether what is offered still counts: the site is under the same title, and its owner's
	/// avatar is that of who made the offer.
	fn offer_stands(offer: &LeaseOfferOf<T>, premises: &Premises) -> Result<bool, DispatchError> {
		let same_title = offer.tenure == premises.tenure;
		Ok(same_title && T::Avatars::owner(premises.holding.owner)? == offer.payer)
	}

	/// The lease of a site in force, and its tenant's signature.
	fn ensure_tenant(who: &T::AccountId, site: Site) -> Result<LeaseOf<T>, DispatchError> {
		let lease = Self::lease_in_force(site).ok_or(Error::<T>::UnknownLease)?;
		T::Avatars::ensure_owner(who, lease.tenant)?;
		Ok(lease)
	}

	/// The id of the new lease, and the one after it.
	fn ensure_lease_id() -> Result<(LeaseId, LeaseId), DispatchError> {
		let id = NextLeaseId::<T>::get();
		let next = id.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((id, next))
	}

	pub(crate) fn ensure_can_offer_lease(
		who: &T::AccountId,
		site: Site,
		terms: LeaseTerms,
	) -> Result<LeaseOfferOf<T>, DispatchError> {
		let premises = Self::ensure_whole(site)?;
		T::Avatars::ensure_owner(who, premises.holding.owner)?;
		Self::ensure_lettable(&premises)?;
		terms.tenant.map_or(Ok(()), T::Avatars::ensure_exists)?;
		ensure!(terms.is_valid(), Error::<T>::InvalidTerms);
		Ok(LeaseOffer { terms, tenure: premises.tenure, payer: who.clone() })
	}

	pub(crate) fn ensure_can_withdraw_lease_offer(
		who: &T::AccountId,
		site: Site,
	) -> DispatchResult {
		let offer = LeaseOffers::<T>::get(site).ok_or(Error::<T>::UnknownLeaseOffer)?;
		match Self::ensure_whole(site) {
			Ok(premises) if offer.payer != *who && Self::offer_stands(&offer, &premises)? => {
				T::Avatars::ensure_owner(who, premises.holding.owner)
			},
			_ => Ok(()),
		}
	}

	/// The lease as it begins, and the id of the next.
	pub(crate) fn ensure_can_accept_lease(
		who: T::AccountId,
		site: Site,
		tenant: AvatarId,
		periods: u32,
		terms: &LeaseTerms,
		version: Version,
	) -> Result<(LeaseOf<T>, LeaseId), DispatchError> {
		T::Avatars::ensure_owner(&who, tenant)?;
		let premises = Self::ensure_whole(site)?;
		let offer = LeaseOffers::<T>::get(site).ok_or(Error::<T>::UnknownLeaseOffer)?;
		ensure!(Self::offer_stands(&offer, &premises)?, Error::<T>::OfferVoid);
		ensure!(offer.terms == *terms, Error::<T>::TermsDiffer);
		ensure!(premises.holding.version == version, Error::<T>::Moved);
		Self::ensure_lettable(&premises)?;
		Self::ensure_owner_stays(premises.holding.owner)?;
		Self::ensure_not_leased(site)?;
		ensure!(terms.tenant.is_none_or(|it| it == tenant), Error::<T>::WrongTenant);
		let agreed = terms.least..=terms.most;
		ensure!(agreed.contains(&periods), Error::<T>::InvalidPeriods);

		let (id, next) = Self::ensure_lease_id()?;
		let start = Self::now();
		let end = start.checked_add(terms.blocks(periods)).ok_or(Error::<T>::InvalidTerms)?;
		let lease = Lease {
			id,
			tenant,
			terms: *terms,
			start,
			end,
			paid: terms.rent(periods),
			collected: 0,
			deposit: terms.deposit,
			ending: false,
			payer: who,
		};
		Ok((lease, next))
	}

	/// The lease as it will be, and the rent of the added periods.
	pub(crate) fn ensure_can_extend_lease(
		who: &T::AccountId,
		site: Site,
		periods: u32,
	) -> Result<(LeaseOf<T>, Balance), DispatchError> {
		let lease = Self::ensure_tenant(who, site)?;
		ensure!(!lease.ending, Error::<T>::Ending);
		Self::ensure_may_lengthen(site)?;
		ensure!(periods > 0, Error::<T>::InvalidPeriods);
		let end = lease.end_after(periods).ok_or(Error::<T>::InvalidPeriods)?;
		let rent = lease.terms.rent(periods);
		let paid = lease.paid.saturating_add(rent);
		Ok((Lease { end, paid, ..lease }, rent))
	}

	/// The lease as it is, and what follows for it. Whoever is both sides leaves as the tenant.
	pub(crate) fn ensure_can_end_lease(
		who: &T::AccountId,
		site: Site,
	) -> Result<(LeaseOf<T>, Ending), DispatchError> {
		let lease = Self::lease_in_force(site).ok_or(Error::<T>::UnknownLease)?;
		let Holding { owner, lock, .. } = Self::premises(site)?.holding;
		let (party, avatar) = if T::Avatars::owner(lease.tenant)? == *who {
			(Party::Tenant, lease.tenant)
		} else {
			(Party::Landlord, owner)
		};
		ensure!(T::Avatars::owner(avatar)? == *who, Error::<T>::NotParty);
		T::Avatars::ensure_owner(who, avatar)?;
		// The auction would fail for it, and either side may be the seller, who dislikes the bids.
		ensure!(!matches!(lock, Some(Lock::Auction(_))), Error::<T>::Locked);
		let ending = lease.ending(party, Self::now()).ok_or(Error::<T>::EndsAlready)?;
		Ok((lease, ending))
	}

	/// The lease as it will be, and the id of the next.
	pub(crate) fn ensure_can_assign_lease(
		who: &T::AccountId,
		site: Site,
		to: AvatarId,
	) -> Result<(LeaseOf<T>, LeaseId), DispatchError> {
		let lease = Self::ensure_tenant(who, site)?;
		ensure!(lease.terms.sublet, Error::<T>::NoSublet);
		T::Avatars::ensure_exists(to)?;
		Self::ensure_lease_id().map(|(id, next)| (Lease { id, ..lease }, next))
	}

	pub(crate) fn ensure_can_collect_rent(site: Site) -> Result<LeaseOf<T>, DispatchError> {
		let lease = Leases::<T>::get(site).ok_or(Error::<T>::UnknownLease)?;
		let now = Self::now();
		let due = !lease.is_in_force(now) || lease.collectable(now) > 0;
		ensure!(due, Error::<T>::NothingDue);
		Ok(lease)
	}
}
