// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{asset::Holding, ids::AvatarId, land::Zone};
use sp_runtime::DispatchError;

#[test]
fn works() {
	World::default().parcel(ALICE, (1, -1), Zone::Commercial).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(1, -1), avatar(BOB)));

		assert_eq!(
			Land::holding(parcel(1, -1)),
			Some(Holding { owner: avatar(BOB), version: 1, lock: None })
		);
		System::assert_last_event(
			Event::ParcelTransferred {
				parcel: parcel(1, -1),
				from: avatar(ALICE),
				to: avatar(BOB),
			}
			.into(),
		);
	});
}

#[test]
fn keeps_the_zone() {
	World::default().parcel(ALICE, (1, 1), Zone::Commercial).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(1, 1), avatar(BOB)));

		assert_eq!(Land::parcel(parcel(1, 1)).map(|it| it.zone), Some(Zone::Commercial));
	});
}

#[test]
fn leaves_the_deposit_with_the_operator() {
	World::default().parcel(ALICE, (1, 1), Zone::Open).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(1, 1), avatar(BOB)));

		assert_eq!(held(OPERATOR), DEPOSIT);
	});
}

#[test]
fn names_the_new_owner_instead_of_the_old_one() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));

		assert_eq!(avatar_consumers(avatar(ALICE)), 1);
		assert_eq!(avatar_consumers(avatar(BOB)), 1);
	});
}

/// As every change of hands it ends what was signed before.
#[test]
fn to_the_owner_itself_moves_the_version() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(ALICE)));

		assert_eq!(Land::holding(parcel(0, 0)).map(|it| it.version), Some(1));
		assert_eq!(avatar_consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn a_parcel_that_is_let_goes_with_its_tenant() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));

		assert_eq!(Land::owner_of(site(0, 0)), Some(avatar(CAROL)));
		assert_eq!(Land::occupier(site(0, 0)), Some(avatar(BOB)));
	});
}

#[test]
fn works_in_a_suspended_world() {
	let world = World::default().parcels(ALICE, &[(0, 0)]).after(|| suspend(WORLD));
	world.execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));
	});
}

#[test]
fn fails_for_an_unknown_parcel() {
	World::default().execute(|| {
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::UnknownParcel
		);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::InEstate
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				Land::transfer(signed(stranger), parcel(0, 0), avatar(BOB)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_for_the_tenant() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(
			Land::transfer(signed(BOB), parcel(0, 0), avatar(BOB)),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(0, 0), AvatarId(10)),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_the_parcel_is_listed() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		assert_ok!(list(site(0, 0)));

		assert_noop!(
			Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}

#[test]
fn fails_on_a_road() {
	World::default().parcel(ALICE, (0, 0), Zone::Road).execute(|| {
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		assert_noop!(
			Land::transfer(RuntimeOrigin::none(), parcel(0, 0), avatar(BOB)),
			DispatchError::BadOrigin
		);
	});
}
