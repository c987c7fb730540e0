// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Access, Error, Event, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::land::{Site, Zone};
use sp_runtime::{DispatchError, DispatchResult};

fn close(who: AccountId, site: Site) -> DispatchResult {
	Land::set_access(signed(who), site, avatar(who), Access::Invited)
}

fn access(site: Site) -> Option<Access> {
	Land::premises(site).ok().map(|premises| premises.access)
}

#[test]
fn works() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(close(ALICE, site(0, 0)));

		assert_eq!(access(site(0, 0)), Some(Access::Invited));
		assert_eq!(access(site(1, 0)), Some(Access::Open));
		System::assert_last_event(
			Event::AccessSet { site: site(0, 0), access: Access::Invited }.into(),
		);
	});
}

#[test]
fn opens_again() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(close(ALICE, site(0, 0)));
		assert_ok!(Land::set_access(signed(ALICE), site(0, 0), avatar(ALICE), Access::Open));

		assert_eq!(access(site(0, 0)), Some(Access::Open));
	});
}

#[test]
fn works_for_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(close(ALICE, estate(0)));

		assert_eq!(access(site(1, 0)), Some(Access::Invited));
	});
}

#[test]
fn works_for_a_manager() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, Rights::MANAGE, 9));

		assert_ok!(close(BOB, site(0, 0)));
	});
}

#[test]
fn is_the_tenants_and_not_the_landlords() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 3).execute(|| {
		assert_noop!(close(ALICE, site(0, 0)), Error::<Test>::NotOccupier);
		assert_ok!(close(BOB, site(0, 0)));
	});
}

#[test]
fn fails_for_whoever_may_only_edit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, Rights::EDIT, 9));

		assert_noop!(close(BOB, site(0, 0)), Error::<Test>::NotOccupier);
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::set_access(signed(BOB), site(0, 0), avatar(ALICE), Access::Invited),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(close(ALICE, site(0, 0)), Error::<Test>::UnknownParcel);
		assert_noop!(close(ALICE, estate(0)), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(close(ALICE, site(0, 0)), Error::<Test>::InEstate);
	});
}

#[test]
fn never_closes_a_road() {
	World::default().parcel(ALICE, (0, 0), Zone::Road).execute(|| {
		assert_noop!(close(ALICE, site(0, 0)), Error::<Test>::PublicLand);
		assert_ok!(Land::set_access(signed(ALICE), site(0, 0), avatar(ALICE), Access::Open));
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::set_access(RuntimeOrigin::none(), site(0, 0), avatar(ALICE), Access::Invited),
			DispatchError::BadOrigin
		);
	});
}
