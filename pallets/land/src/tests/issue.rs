// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, ParcelCount, ParcelDetails, Parcels,
	WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, BoundedVec};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, WorldId},
	land::Zone,
};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	World::default().execute(|| {
		let parcels = places(Zone::Residential, &[(-2, -2), (2, 2)]);

		assert_ok!(Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels));

		let details = ParcelDetails {
			holding: Holding { owner: avatar(ALICE), version: 0, lock: None },
			zone: Zone::Residential,
		};
		assert_eq!(Land::parcel(parcel(-2, -2)), Some(details));
		assert_eq!(Land::parcel(parcel(2, 2)), Some(details));
		assert_eq!(ParcelCount::<Test>::iter_values().collect::<Vec<_>>(), [2]);
		System::assert_last_event(
			Event::ParcelsIssued { world: WORLD, to: avatar(ALICE), count: 2 }.into(),
		);
	});
}

#[test]
fn holds_a_deposit_for_each_parcel() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0), (0, 1), (1, 0)]);

		assert_ok!(Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels));

		assert_eq!(held(OPERATOR), 3 * DEPOSIT);
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn locks_public_land() {
	World::default()
		.parcel(OPERATOR, (0, 0), Zone::Road)
		.parcel(OPERATOR, (0, 1), Zone::Plaza)
		.execute(|| {
			for at in [parcel(0, 0), parcel(0, 1)] {
				assert_eq!(Land::holding(at).and_then(|it| it.lock), Some(Lock::PublicLand));
			}
		});
}

#[test]
fn fails_when_the_parcel_exists() {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		let parcels = places(Zone::Open, &[(1, 1), (0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(BOB), parcels),
			Error::<Test>::AlreadyIssued
		);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0), (0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels),
			Error::<Test>::AlreadyIssued
		);
	});
}

#[test]
fn fails_outside_the_world() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0), (3, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels),
			DispatchError::Other("outside")
		);
	});
}

#[test]
fn fails_when_nothing_is_named() {
	World::default().execute(|| {
		let parcels = BoundedVec::default();

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels),
			Error::<Test>::NothingToIssue
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(ALICE), WORLD, avatar(ALICE), parcels),
			DispatchError::Other("not owner")
		);
	});
}

#[test]
fn fails_in_an_unknown_world() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WorldId(8), avatar(ALICE), parcels),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, AvatarId(10), parcels),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, DEPOSIT));
		let parcels = places(Zone::Open, &[(0, 0), (0, 1)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::signed(OPERATOR), WORLD, avatar(ALICE), parcels),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!(Parcels::<Test>::iter().count(), 0);
	});
}

#[test]
fn weighs_by_the_number_of_parcels() {
	let weight = |places: &[(i16, i16)]| {
		let parcels = crate::mock::places(Zone::Open, places);
		let call = crate::Call::<Test>::issue { world: WORLD, to: avatar(ALICE), parcels };
		call.get_dispatch_info().call_weight
	};

	assert_eq!(weight(&[(0, 0)]), SubstrateWeight::<Test>::issue(1));
	assert!(weight(&[(0, 0), (0, 1)]).ref_time() > weight(&[(0, 0)]).ref_time());
}
