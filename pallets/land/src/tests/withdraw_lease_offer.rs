// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::EstateId;
use sp_runtime::DispatchError;

/// With a parcel that Alice offers to let.
fn offered() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease_offer(ALICE, site(0, 0), terms())
}

#[test]
fn works() {
	offered().execute(|| {
		assert_ok!(Land::withdraw_lease_offer(signed(ALICE), site(0, 0)));

		assert_eq!(Land::lease_offer(site(0, 0)), None);
		System::assert_last_event(Event::LeaseOfferWithdrawn { site: site(0, 0) }.into());
	});
}

/// Elsewhere the money behind an offer that is removed is never seen again, or more than was
/// reserved for it comes free.
#[test]
fn no_money_is_lost_in_an_offer_that_is_removed() {
	let both = offered().parcels(ALICE, &[(1, 0)]);
	both.lease_offer(ALICE, site(1, 0), terms()).execute(|| {
		assert_ok!(Land::withdraw_lease_offer(signed(ALICE), site(0, 0)));

		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), LEASE_OFFER_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), WEALTH - LEASE_OFFER_DEPOSIT);
		assert_eq!(coins(avatar(ALICE)), WEALTH);
	});
}

/// Elsewhere an offer is accepted, and what was reserved for the others stays so for ever.
#[test]
fn no_money_is_lost_in_an_offer_that_is_accepted() {
	offered().execute(|| {
		let tenant = avatar(BOB);
		assert_ok!(Land::accept_lease(signed(BOB), site(0, 0), tenant, 2, terms(), 0));

		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

#[test]
fn no_money_is_lost_in_the_offer_of_a_site_that_is_no_more() {
	let both = offered().estate(ALICE, &[(1, 0), (2, 0)]);
	both.lease_offer(ALICE, estate(0), terms()).execute(|| {
		assert_ok!(Land::relinquish(signed(ALICE), parcel(0, 0)));
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));

		assert_eq!(Land::lease_offer(site(0, 0)), None);
		assert_eq!(Land::lease_offer(estate(0)), None);
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
	});
}

#[test]
fn works_for_anyone_once_the_site_is_sold() {
	offered().execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));

		assert_ok!(Land::withdraw_lease_offer(signed(CAROL), site(0, 0)));
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

#[test]
fn works_for_anyone_once_the_parcel_is_part_of_an_estate() {
	offered().parcels(ALICE, &[(1, 0)]).execute(|| {
		let parcels = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), parcels));

		assert_ok!(Land::withdraw_lease_offer(signed(CAROL), site(0, 0)));
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
	});
}

#[test]
fn works_for_anyone_once_the_owners_avatar_is_sold() {
	offered().execute(|| {
		sell_avatar(avatar(ALICE), CAROL);

		assert_ok!(Land::withdraw_lease_offer(signed(BOB), site(0, 0)));
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

/// Even while its avatar is offered for sale.
#[test]
fn works_for_whoever_paid() {
	offered().execute(|| {
		offer(avatar(ALICE));

		assert_ok!(Land::withdraw_lease_offer(signed(ALICE), site(0, 0)));
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	offered().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				Land::withdraw_lease_offer(signed(stranger), site(0, 0)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_without_an_offer() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::withdraw_lease_offer(signed(ALICE), site(0, 0)),
			Error::<Test>::UnknownLeaseOffer
		);
	});
}

#[test]
fn fails_unsigned() {
	offered().execute(|| {
		assert_noop!(
			Land::withdraw_lease_offer(RuntimeOrigin::none(), site(0, 0)),
			DispatchError::BadOrigin
		);
	});
}
