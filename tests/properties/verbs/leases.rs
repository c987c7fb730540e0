// SPDX-License-Identifier: Apache-2.0
use super::{by, by_anyone, Deed, Verb};
use crate::{
	dice::Dice,
	state::{is_let, now, owner, payers, sites, some_avatar, unlocked},
};
use freehold_primitives::{asset::Holding, chain::AccountId, land::Site};
use freehold_runtime::{constants::UNIT, Land, Runtime};
use freehold_tests::{land::plot, names::*};
use pallet_land::{LeaseOf, LeaseTerms};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("offer_lease", 5, offer_lease),
	Verb::new("withdraw_lease_offer", 1, withdraw_lease_offer),
	Verb::new("accept_lease", 8, accept_lease),
	Verb::new("extend_lease", 3, extend_lease),
	Verb::new("end_lease", 3, end_lease),
	Verb::new("assign_lease", 3, assign_lease),
	Verb::new("collect_rent", 4, collect_rent),
];

fn some_terms(dice: &Dice) -> LeaseTerms {
	let least = if dice.rarely() { 0 } else { 1 + dice.below(3) };
	LeaseTerms {
		price: dice.amount(20 * UNIT),
		period: 1 + dice.below(8),
		least,
		most: least + dice.below(5),
		notice: dice.below(6),
		deposit: dice.amount(5 * UNIT),
		sublet: !dice.rarely(),
		tenant: dice.rarely().then(|| some_avatar(dice)),
	}
}

/// Who owns the site, and under which title.
fn title(site: Site) -> Option<(Holding, u32)> {
	let (_, holding) = sites().into_iter().find(|(it, _)| *it == site)?;
	match site {
		Site::Parcel(_) => Some((holding, holding.version)),
		Site::Estate(estate) => Land::estate(estate).map(|it| (holding, it.tenure)),
	}
}

fn owner_of(site: Site) -> Option<AccountId> {
	Land::owner_of(site).and_then(owner)
}

fn leases() -> Vec<(Site, LeaseOf<Runtime>)> {
	pallet_land::Leases::<Runtime>::iter().collect()
}

fn in_force() -> Vec<(Site, LeaseOf<Runtime>)> {
	leases().into_iter().filter(|(_, lease)| now() < lease.end).collect()
}

fn offer_lease(dice: &Dice) -> Option<Deed> {
	let vacant = unlocked().into_iter().map(|(site, _)| site);
	let site = dice.of_or(vacant, || plot(2, 0))?;
	by(owner_of(site), LandCall::offer_lease { site, terms: some_terms(dice) })
}

fn withdraw_lease_offer(dice: &Dice) -> Option<Deed> {
	let site = dice.of(pallet_land::LeaseOffers::<Runtime>::iter_keys())?;
	by(owner_of(site), LandCall::withdraw_lease_offer { site })
}

fn accept_lease(dice: &Dice) -> Option<Deed> {
	let stands = |(site, offer): &(Site, pallet_land::LeaseOfferOf<Runtime>)| {
		let (holding, tenure) = title(*site)?;
		let same_owner = owner(holding.owner).as_ref() == Some(&offer.payer);
		let stands = tenure == offer.tenure && same_owner;
		let stands = stands && holding.lock.is_none() && !is_let(*site);
		stands.then_some((*site, offer.terms, holding.version))
	};
	let offers = pallet_land::LeaseOffers::<Runtime>::iter();
	let (site, mut terms, mut version) = dice.of(offers.filter_map(|it| stands(&it)))?;
	let periods = terms.least + dice.below(terms.most - terms.least + 1);
	let cost = terms.price * u128::from(periods) + terms.deposit;
	let tenant = terms.tenant.or_else(|| dice.of(payers(cost)))?;
	terms.price += u128::from(dice.rarely());
	version += u32::from(dice.rarely());
	let call = LandCall::accept_lease { site, tenant, periods, terms, version };
	by(owner(tenant), call)
}

fn extend_lease(dice: &Dice) -> Option<Deed> {
	let room = |lease: &LeaseOf<Runtime>| {
		let longest = lease.terms.period * lease.terms.most;
		!lease.ending && lease.end - lease.start + lease.terms.period <= longest
	};
	let any = dice.rarely();
	let (site, lease) = dice.of(in_force().into_iter().filter(|(_, it)| any || room(it)))?;
	by(owner(lease.tenant), LandCall::extend_lease { site, periods: 1 })
}

fn end_lease(dice: &Dice) -> Option<Deed> {
	let (site, lease) = dice.of(in_force())?;
	let who = if dice.coin() { owner(lease.tenant) } else { owner_of(site) };
	by(who, LandCall::end_lease { site })
}

fn assign_lease(dice: &Dice) -> Option<Deed> {
	let (site, lease) = dice.of(in_force())?;
	by(owner(lease.tenant), LandCall::assign_lease { site, to: some_avatar(dice) })
}

fn collect_rent(dice: &Dice) -> Option<Deed> {
	let (site, _) = dice.of(leases())?;
	by_anyone(dice, LandCall::collect_rent { site })
}
