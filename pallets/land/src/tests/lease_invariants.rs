// SPDX-License-Identifier: Apache-2.0
//! Each invariant of rights and leases notices the state that breaks it.

use crate::{
	mock::*, HoldReason, Lease, LeaseOffer, LeaseOffers, LeaseTerms, Leases, NextLeaseId,
	Permission, Rights, Standing, Standings, Tenure,
};
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, LeaseId},
	key::AvatarKey,
	land::Site,
};

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	let world = World::default().parcels(ALICE, &[(0, 0), (1, 0)]);
	world.estate(ALICE, &[(0, 1), (1, 1)]).execute(|| {
		NextLeaseId::<Test>::put(LeaseId(5));
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Land::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

/// A standing of Bob's whose deposit Alice has not paid.
fn stand(permission: Permission, tenure: Tenure) {
	let standing = Standing { permission, tenure, payer: ALICE };
	Standings::<Test>::insert(site(0, 0), AvatarKey::from(avatar(BOB)), standing);
}

/// Bob's sound lease of this id for 2 periods.
fn lease(id: u32) -> Lease<AccountId> {
	Lease {
		id: LeaseId(id),
		tenant: avatar(BOB),
		terms: terms(),
		start: 1,
		end: 7,
		paid: 20,
		collected: 0,
		deposit: 8,
		ending: false,
		payer: BOB,
	}
}

fn put(site: Site, lease: Lease<AccountId>) {
	Leases::<Test>::insert(site, lease);
}

fn hold(reason: HoldReason, amount: Balance) {
	Land::hold(reason, &BOB, amount).expect("he has enough");
}

#[test]
fn a_grant_of_nothing_is_noticed() {
	assert_noticed("S1: a grant is of no right, or of one that does not exist", || {
		let permission = Permission::Granted { rights: Rights::default(), until: 9 };
		stand(permission, Tenure::Title { site: 0, owner: 0 });
	});
}

#[test]
fn a_grant_under_no_lease_is_noticed() {
	assert_noticed("S1: a standing is of a lease whose id was not given out", || {
		stand(Permission::Banned { until: 9 }, Tenure::Lease(LeaseId(5)));
	});
}

#[test]
fn a_standing_without_a_deposit_is_noticed() {
	assert_noticed("S2: an account's deposits do not match its standings", || {
		stand(Permission::Banned { until: 9 }, Tenure::Title { site: 0, owner: 0 });
	});
}

#[test]
fn a_lease_of_nothing_is_noticed() {
	assert_noticed("T1: what is let does not exist", || put(site(2, 2), lease(0)));
}

#[test]
fn a_lease_of_a_part_is_noticed() {
	assert_noticed("T1: a part of an estate is let", || put(site(0, 1), lease(0)));
}

#[test]
fn a_lease_without_a_tenant_is_noticed() {
	assert_noticed("T1: a tenant does not exist", || {
		put(site(0, 0), Lease { tenant: AvatarId(10), ..lease(0) });
	});
}

#[test]
fn a_lease_whose_id_was_not_given_out_is_noticed() {
	assert_noticed("T2: a lease's id was not given out", || put(site(0, 0), lease(5)));
}

#[test]
fn a_lease_given_out_twice_is_noticed() {
	assert_noticed("T2: two leases have one id", || {
		put(site(0, 0), lease(0));
		put(site(1, 0), lease(0));
	});
}

#[test]
fn a_lease_that_was_paid_wrongly_is_noticed() {
	for wrong in [
		Lease { paid: 21, ..lease(0) },
		Lease { collected: 21, ..lease(0) },
		Lease { deposit: 9, ..lease(0) },
		Lease { end: 8, ..lease(0) },
		Lease { start: 2, ..lease(0) },
		Lease { end: 19, paid: 60, ..lease(0) },
	] {
		assert_noticed("T3: a lease's amounts do not fit its times", || {
			put(site(0, 0), wrong);
		});
	}
}

#[test]
fn an_offer_without_sense_is_noticed() {
	assert_noticed("T4: a site is offered on terms without sense", || {
		let terms = LeaseTerms { period: 0, ..terms() };
		let offer = LeaseOffer { terms, tenure: 0, payer: BOB };
		LeaseOffers::<Test>::insert(site(0, 0), offer);
	});
}

#[test]
fn an_offer_of_nothing_is_noticed() {
	for nowhere in [site(2, 2), estate(1)] {
		assert_noticed("T4: a site that does not exist is offered", || {
			let offer = LeaseOffer { terms: terms(), tenure: 0, payer: BOB };
			LeaseOffers::<Test>::insert(nowhere, offer);
		});
	}
}

#[test]
fn a_lease_without_a_deposit_is_noticed() {
	assert_noticed("T5: an account's deposits do not match its leases", || {
		put(site(0, 0), lease(0));
		put(site(1, 0), lease(1));
		hold(HoldReason::Lease, LEASE_DEPOSIT);
	});
}

#[test]
fn a_lease_offer_without_a_deposit_is_noticed() {
	assert_noticed("T5: an account's deposits do not match its lease offers", || {
		let offer = LeaseOffer { terms: terms(), tenure: 0, payer: BOB };
		LeaseOffers::<Test>::insert(site(0, 0), offer);
	});
}
