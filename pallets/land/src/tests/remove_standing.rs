// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::Site,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The account removes Carol's standing through its own avatar.
fn remove(who: AccountId, site: Site) -> DispatchResult {
	Land::remove_standing(signed(who), site, avatar(CAROL), Some(avatar(who)))
}

/// The account removes Carol's standing as anyone may.
fn sweep(who: AccountId, site: Site) -> DispatchResult {
	Land::remove_standing(signed(who), site, avatar(CAROL), None)
}

fn grant(who: AccountId, site: Site, to: AccountId, rights: Rights) {
	Land::grant(signed(who), site, avatar(who), avatar(to), rights, 9)
		.expect("whoever has the site may grant");
}

fn ban(who: AccountId, site: Site) {
	Land::ban(signed(who), site, avatar(who), avatar(CAROL), 9)
		.expect("whoever has the site may ban");
}

/// With a parcel of Alice's on which Carol may build.
fn granted() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.after(|| grant(ALICE, site(0, 0), CAROL, Rights::BUILD))
}

/// With a parcel of Alice's that Bob manages, and that Carol must not enter.
fn banned() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world
		.after(|| grant(ALICE, site(0, 0), BOB, Rights::MANAGE))
		.after(|| ban(ALICE, site(0, 0)))
}

#[test]
fn works() {
	granted().execute(|| {
		assert_ok!(remove(ALICE, site(0, 0)));

		assert_eq!(Land::standing(site(0, 0), avatar(CAROL)), None);
		System::assert_last_event(
			Event::StandingRemoved { site: site(0, 0), avatar: avatar(CAROL) }.into(),
		);
	});
}

#[test]
fn gives_the_deposit_back_to_who_paid_it() {
	granted().execute(|| {
		assert_eq!(Balances::free_balance(ALICE), WEALTH - STANDING_DEPOSIT);

		assert_ok!(remove(CAROL, site(0, 0)));

		assert_eq!(held_for(HoldReason::Standing, ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
		assert_eq!(Balances::free_balance(CAROL), WEALTH);
	});
}

#[test]
fn works_for_a_manager() {
	banned().execute(|| {
		assert_ok!(remove(BOB, site(0, 0)));
	});
}

#[test]
fn works_for_whoever_paid_though_it_has_no_other_say_any_longer() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		grant(ALICE, site(0, 0), BOB, Rights::MANAGE);
		grant(BOB, site(0, 0), CAROL, Rights::BUILD);
		grant(ALICE, site(0, 0), BOB, Rights::ENTER);

		assert_ok!(sweep(BOB, site(0, 0)));
		assert_eq!(Balances::free_balance(BOB), WEALTH);
	});
}

#[test]
fn whoever_was_granted_something_may_give_it_up() {
	granted().execute(|| {
		assert_ok!(remove(CAROL, site(0, 0)));
	});
}

#[test]
fn whoever_was_banned_stays_so() {
	banned().execute(|| {
		assert_noop!(remove(CAROL, site(0, 0)), Error::<Test>::NotOccupier);
		assert_noop!(sweep(CAROL, site(0, 0)), Error::<Test>::NotOccupier);
	});
}

#[test]
fn works_for_anyone_once_it_is_past() {
	granted().execute(|| {
		run_to(9);
		assert_noop!(sweep(BOB, site(0, 0)), Error::<Test>::NotOccupier);

		run_to(10);
		assert_ok!(sweep(BOB, site(0, 0)));
	});
}

#[test]
fn works_for_anyone_once_the_site_is_sold() {
	banned().execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(OPERATOR)));

		assert_ok!(sweep(CAROL, site(0, 0)));
		assert_eq!(held_for(HoldReason::Standing, ALICE), STANDING_DEPOSIT);
	});
}

#[test]
fn works_for_anyone_once_the_lease_is_over() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		grant(BOB, site(0, 0), CAROL, Rights::BUILD);
		assert_noop!(sweep(ALICE, site(0, 0)), Error::<Test>::NotOccupier);

		run_to(7);
		assert_ok!(sweep(ALICE, site(0, 0)));
		assert_eq!(held_for(HoldReason::Standing, BOB), 0);
	});
}

#[test]
fn works_for_anyone_once_the_site_is_no_more() {
	let both = granted().estate(ALICE, &[(1, 0), (2, 0)]);
	both.after(|| grant(ALICE, estate(0), CAROL, Rights::BUILD)).execute(|| {
		assert_ok!(Land::relinquish(signed(ALICE), parcel(0, 0)));
		assert_ok!(sweep(BOB, site(0, 0)));

		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));
		assert_ok!(sweep(BOB, estate(0)));

		assert_eq!(held_for(HoldReason::Standing, ALICE), 0);
	});
}

#[test]
fn works_for_anyone_once_the_parcel_is_part_of_an_estate() {
	granted().parcels(ALICE, &[(1, 0)]).execute(|| {
		let parcels = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), parcels));

		assert_ok!(sweep(BOB, site(0, 0)));
	});
}

#[test]
fn a_manager_removes_no_manager() {
	banned().execute(|| {
		grant(ALICE, site(0, 0), CAROL, Rights::MANAGE);

		assert_noop!(remove(BOB, site(0, 0)), Error::<Test>::OnlyOccupier);
		assert_ok!(remove(CAROL, site(0, 0)));
	});
}

#[test]
fn fails_for_a_stranger() {
	granted().execute(|| {
		assert_noop!(remove(BOB, site(0, 0)), Error::<Test>::NotOccupier);
		assert_noop!(sweep(BOB, site(0, 0)), Error::<Test>::NotOccupier);
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	granted().execute(|| {
		for by in [ALICE, CAROL] {
			assert_noop!(
				Land::remove_standing(signed(BOB), site(0, 0), avatar(CAROL), Some(avatar(by))),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_when_nothing_was_granted() {
	granted().execute(|| {
		assert_noop!(
			Land::remove_standing(signed(ALICE), site(0, 0), AvatarId(9), None),
			Error::<Test>::UnknownStanding
		);
		assert_noop!(remove(ALICE, site(1, 0)), Error::<Test>::UnknownStanding);
	});
}

#[test]
fn fails_unsigned() {
	granted().execute(|| {
		assert_noop!(
			Land::remove_standing(RuntimeOrigin::none(), site(0, 0), avatar(CAROL), None),
			DispatchError::BadOrigin
		);
	});
}
