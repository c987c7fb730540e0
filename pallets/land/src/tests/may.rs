// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Access, Right, Rights};
use frame_support::assert_ok;
use freehold_primitives::{chain::BlockNumber, ids::EstateId, land::Site};

const EVERYTHING: [bool; 4] = [true; 4];
const VISIT: [bool; 4] = [true, false, false, false];
const NOTHING: [bool; 4] = [false; 4];

/// What the account's avatar may do at a place: enter, build, edit, manage.
fn may(who: AccountId, at: (i16, i16)) -> [bool; 4] {
	Right::ALL.map(|right| Land::may(avatar(who), right, parcel(at.0, at.1)))
}

fn grant(who: AccountId, site: Site, to: AccountId, rights: Rights, until: BlockNumber) {
	Land::grant(signed(who), site, avatar(who), avatar(to), rights, until)
		.expect("whoever has the site may grant");
}

fn close(who: AccountId, site: Site) {
	Land::set_access(signed(who), site, avatar(who), Access::Invited)
		.expect("whoever has the site may close it");
}

#[test]
fn an_owner_may_do_everything_and_a_stranger_may_look() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_eq!(may(ALICE, (0, 0)), EVERYTHING);
		assert_eq!(may(BOB, (0, 0)), VISIT);
	});
}

#[test]
fn nobody_may_do_anything_where_nothing_was_issued() {
	World::default().execute(|| {
		assert_eq!(may(OPERATOR, (0, 0)), NOTHING);
	});
}

#[test]
fn what_is_closed_is_open_to_whoever_was_granted_something() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		close(ALICE, site(0, 0));
		grant(ALICE, site(0, 0), BOB, Rights::EDIT, 9);

		assert_eq!(may(BOB, (0, 0)), [true, false, true, false]);
		assert_eq!(may(CAROL, (0, 0)), NOTHING);
	});
}

/// Elsewhere an operator stays one until someone acts; here the block decides.
#[test]
fn an_operators_rights_do_not_outlive_their_term() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		grant(ALICE, site(0, 0), BOB, Rights::ALL, 5);

		run_to(5);
		assert_eq!(may(BOB, (0, 0)), EVERYTHING);
		run_to(6);
		assert_eq!(may(BOB, (0, 0)), VISIT);
	});
}

/// Elsewhere a tenant stays in until someone acts.
#[test]
fn a_tenants_rights_and_its_guests_do_not_outlive_the_lease() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		grant(BOB, site(0, 0), CAROL, Rights::BUILD, u32::MAX);
		run_to(6);
		assert_eq!(may(BOB, (0, 0)), EVERYTHING);
		assert_eq!(may(CAROL, (0, 0)), [true, true, false, false]);

		run_to(7);
		assert_eq!(may(ALICE, (0, 0)), EVERYTHING);
		assert_eq!(may(BOB, (0, 0)), VISIT);
		assert_eq!(may(CAROL, (0, 0)), VISIT);
	});
}

#[test]
fn rights_fall_when_the_site_is_sold() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		grant(ALICE, site(0, 0), CAROL, Rights::ALL, 99);
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));

		assert_eq!(may(CAROL, (0, 0)), VISIT);
		assert_eq!(may(ALICE, (0, 0)), VISIT);
		assert_eq!(may(BOB, (0, 0)), EVERYTHING);
	});
}

#[test]
fn rights_do_not_rise_again_when_the_owner_buys_back() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		grant(ALICE, site(0, 0), CAROL, Rights::ALL, 99);
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));
		assert_ok!(Land::transfer(signed(BOB), parcel(0, 0), avatar(ALICE)));

		assert_eq!(may(CAROL, (0, 0)), VISIT);
	});
}

#[test]
fn a_lease_and_its_grants_stay_when_the_site_is_sold() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 3).execute(|| {
		grant(BOB, site(0, 0), CAROL, Rights::BUILD, 99);
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(OPERATOR)));

		assert_eq!(may(BOB, (0, 0)), EVERYTHING);
		assert_eq!(may(CAROL, (0, 0)), [true, true, false, false]);
		assert_eq!(may(OPERATOR, (0, 0)), VISIT);
	});
}

#[test]
fn a_landlord_may_always_visit() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 3).execute(|| {
		close(BOB, site(0, 0));

		assert_eq!(may(ALICE, (0, 0)), VISIT);
	});
}

#[test]
fn in_an_estate_only_what_was_granted_for_the_estate_counts() {
	let parcels = World::default().parcels(ALICE, &[(0, 0), (1, 0)]);
	parcels.execute(|| {
		grant(ALICE, site(0, 0), BOB, Rights::ALL, 99);
		close(ALICE, site(0, 0));
		let both = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both));
		grant(ALICE, estate(0), CAROL, Rights::BUILD, 99);

		// What only guests might enter stays so.
		assert_eq!(may(BOB, (0, 0)), [false; 4]);
		assert_eq!(may(CAROL, (0, 0)), [true, true, false, false]);
		assert_eq!(may(CAROL, (1, 0)), [true, true, false, false]);
		assert_eq!(may(ALICE, (1, 0)), EVERYTHING);
	});
}

#[test]
fn what_was_granted_before_an_estate_does_not_rise_again_after_it() {
	let parcels = World::default().parcels(ALICE, &[(0, 0), (1, 0)]);
	parcels.execute(|| {
		grant(ALICE, site(0, 0), BOB, Rights::ALL, 99);
		let both = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both));
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));

		assert_eq!(may(BOB, (0, 0)), VISIT);
	});
}

#[test]
fn reshaping_an_estate_keeps_what_was_granted_for_it() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0), (2, 0)]);
	world.execute(|| {
		grant(ALICE, estate(0), BOB, Rights::BUILD, 99);
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(0), ground(&[(2, 0)])));

		assert_eq!(may(BOB, (1, 0)), [true, true, false, false]);
		assert_eq!(may(BOB, (2, 0)), VISIT);
	});
}
