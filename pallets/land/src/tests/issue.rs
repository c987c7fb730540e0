// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, Event, ParcelCount, ParcelDetails, Parcels,
	Title, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, WorldId},
	land::Zone,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// Open parcels for Alice's avatar.
fn issue(who: AccountId, at: &[(i16, i16)]) -> DispatchResult {
	Land::issue(signed(who), WORLD, avatar(ALICE), places(Zone::Open, at))
}

#[test]
fn works() {
	World::default().execute(|| {
		let parcels = places(Zone::Residential, &[(-2, -2), (2, 2)]);

		assert_ok!(Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), parcels));

		let details = ParcelDetails {
			title: Title::Own(Holding { owner: avatar(ALICE), version: 0, lock: None }),
			zone: Zone::Residential,
			access: Access::Open,
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
		assert_ok!(issue(OPERATOR, &[(0, 0), (0, 1), (1, 0)]));

		assert_eq!(held(OPERATOR), 3 * DEPOSIT);
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn names_the_avatar_once_for_each_parcel_and_the_world_once() {
	World::default().parcels(ALICE, &[(2, 2)]).execute(|| {
		assert_ok!(issue(OPERATOR, &[(0, 0), (0, 1)]));

		assert_eq!(avatar_consumers(avatar(ALICE)), 3);
		assert_eq!(world_consumers(WORLD), 1);
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
fn the_same_place_of_two_worlds_is_two_parcels() {
	World::default().parcels(BOB, &[(0, 0)]).execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_ok!(Land::issue(signed(OPERATOR), OTHER_WORLD, avatar(ALICE), parcels));

		assert_eq!(Land::owner_of(site(0, 0)), Some(avatar(BOB)));
	});
}

#[test]
fn fails_when_the_parcel_exists() {
	let world = World::default().parcels(ALICE, &[(0, 0)]).estate(BOB, &[(1, 0), (2, 0)]);
	world.execute(|| {
		for taken in [(0, 0), (2, 0)] {
			assert_noop!(issue(OPERATOR, &[(1, 1), taken]), Error::<Test>::AlreadyIssued);
		}
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	World::default().execute(|| {
		assert_noop!(issue(OPERATOR, &[(0, 0), (0, 0)]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_when_nothing_is_named() {
	World::default().execute(|| {
		assert_noop!(issue(OPERATOR, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_outside_the_world() {
	World::default().execute(|| {
		assert_noop!(issue(OPERATOR, &[(0, 0), (3, 0)]), DispatchError::Other("outside"));
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		assert_noop!(issue(ALICE, &[(0, 0)]), DispatchError::Other("not owner"));
	});
}

#[test]
fn fails_for_the_operator_before() {
	let world = World::default().after(|| hand_over(WORLD, BOB).expect("he can pay"));
	world.execute(|| {
		assert_noop!(issue(OPERATOR, &[(0, 0)]), DispatchError::Other("not owner"));
		assert_ok!(issue(BOB, &[(0, 0)]));

		assert_eq!((held(OPERATOR), held(BOB)), (0, DEPOSIT));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(signed(OPERATOR), WorldId(8), avatar(ALICE), parcels),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::default().after(|| suspend(WORLD)).execute(|| {
		assert_noop!(issue(OPERATOR, &[(0, 0)]), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(signed(OPERATOR), WORLD, AvatarId(10), parcels),
			DispatchError::Other("unknown avatar")
		);
	});
}

/// Who got it could neither give it away nor retire.
#[test]
fn fails_with_public_land_for_anyone_elses_avatar() {
	World::default().execute(|| {
		for public in [Zone::Road, Zone::Plaza] {
			let both = places(Zone::Open, &[(0, 0)]).into_iter().chain(places(public, &[(0, 1)]));
			let parcels = bounded(both);

			assert_noop!(
				Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), parcels.clone()),
				DispatchError::Other("not yours")
			);
			assert_noop!(
				Land::issue(signed(OPERATOR), WORLD, AvatarId(10), parcels),
				DispatchError::Other("unknown avatar")
			);
		}
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, DEPOSIT));

		assert_noop!(
			issue(OPERATOR, &[(0, 0), (0, 1)]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!(Parcels::<Test>::iter().count(), 0);
	});
}

#[test]
fn fails_unsigned() {
	World::default().execute(|| {
		let parcels = places(Zone::Open, &[(0, 0)]);

		assert_noop!(
			Land::issue(RuntimeOrigin::none(), WORLD, avatar(ALICE), parcels),
			DispatchError::BadOrigin
		);
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
