// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::AvatarId,
	land::Zone,
};
use sp_runtime::DispatchError;

#[test]
fn works() {
	World::default().parcel(ALICE, (1, -1), Zone::Commercial).execute(|| {
		assert_ok!(Land::transfer(RuntimeOrigin::signed(ALICE), parcel(1, -1), avatar(BOB)));

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
		assert_ok!(Land::transfer(RuntimeOrigin::signed(ALICE), parcel(1, 1), avatar(BOB)));

		assert_eq!(Land::parcel(parcel(1, 1)).map(|it| it.zone), Some(Zone::Commercial));
	});
}

#[test]
fn leaves_the_deposit_with_the_operator() {
	World::default().parcel(ALICE, (1, 1), Zone::Open).execute(|| {
		assert_ok!(Land::transfer(RuntimeOrigin::signed(ALICE), parcel(1, 1), avatar(BOB)));

		assert_eq!(held(OPERATOR), DEPOSIT);
	});
}

#[test]
fn fails_for_an_unknown_parcel() {
	World::default().execute(|| {
		assert_noop!(
			Land::transfer(RuntimeOrigin::signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::UnknownParcel
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				Land::transfer(RuntimeOrigin::signed(stranger), parcel(0, 0), avatar(BOB)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		assert_noop!(
			Land::transfer(RuntimeOrigin::signed(ALICE), parcel(0, 0), AvatarId(10)),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_the_parcel_is_listed() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		let holding = Holding { lock: Some(Lock::Listing), ..Holding::new(avatar(ALICE)) };
		Land::set_holding(parcel(0, 0), holding);

		assert_noop!(
			Land::transfer(RuntimeOrigin::signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}

#[test]
fn fails_on_a_road() {
	World::default().parcel(ALICE, (0, 0), Zone::Road).execute(|| {
		assert_noop!(
			Land::transfer(RuntimeOrigin::signed(ALICE), parcel(0, 0), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}
