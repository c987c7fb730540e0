// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, Event, ParcelDetails, Parcels, Title,
	WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, WorldId},
	land::{Area, Zone},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// Homes for Alice's avatar.
fn issue(who: AccountId, area: Area) -> DispatchResult {
	Land::issue_area(signed(who), WORLD, avatar(ALICE), area, Zone::Residential)
}

#[test]
fn works() {
	World::default().execute(|| {
		assert_ok!(issue(OPERATOR, area((-1, 0), (1, 1))));

		let details = ParcelDetails {
			title: Title::Own(Holding::new(avatar(ALICE))),
			zone: Zone::Residential,
			access: Access::Open,
		};
		for at in area((-1, 0), (1, 1)).places() {
			assert_eq!(Land::parcel(parcel(at.x, at.y)), Some(details));
		}
		assert_eq!(Parcels::<Test>::iter().count(), 6);
		System::assert_last_event(
			Event::ParcelsIssued { world: WORLD, to: avatar(ALICE), count: 6 }.into(),
		);
	});
}

#[test]
fn holds_a_deposit_for_each_parcel() {
	World::default().execute(|| {
		assert_ok!(issue(OPERATOR, area((0, 0), (1, 2))));

		assert_eq!(held(OPERATOR), 6 * DEPOSIT);
		assert_eq!(avatar_consumers(avatar(ALICE)), 6);
	});
}

#[test]
fn locks_public_land() {
	World::default().execute(|| {
		let (to, road) = (avatar(OPERATOR), area((-2, 0), (2, 0)));

		assert_ok!(Land::issue_area(signed(OPERATOR), WORLD, to, road, Zone::Road));

		for at in road.places() {
			let lock = Land::holding(parcel(at.x, at.y)).and_then(|it| it.lock);
			assert_eq!(lock, Some(Lock::PublicLand));
		}
	});
}

#[test]
fn fails_when_a_parcel_exists() {
	World::default().parcels(BOB, &[(1, 1)]).execute(|| {
		assert_noop!(issue(OPERATOR, area((0, 0), (1, 1))), Error::<Test>::AlreadyIssued);
	});
}

#[test]
fn fails_for_an_area_without_a_place() {
	World::default().execute(|| {
		for none in [area((1, 0), (0, 0)), area((0, 1), (0, 0))] {
			assert_noop!(issue(OPERATOR, none), Error::<Test>::InvalidArea);
		}
	});
}

#[test]
fn fails_for_more_parcels_than_one_call_handles() {
	World::default().execute(|| {
		assert_noop!(issue(OPERATOR, area((-2, -2), (2, 2))), Error::<Test>::TooManyParcels);
	});
}

#[test]
fn fails_outside_the_world() {
	World::default().execute(|| {
		for outside in [area((-3, 0), (-2, 0)), area((2, 2), (2, 3))] {
			assert_noop!(issue(OPERATOR, outside), DispatchError::Other("outside"));
		}
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		assert_noop!(issue(ALICE, area((0, 0), (0, 0))), DispatchError::Other("not owner"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	World::default().execute(|| {
		let (to, there) = (avatar(ALICE), area((0, 0), (0, 0)));

		assert_noop!(
			Land::issue_area(signed(OPERATOR), WorldId(8), to, there, Zone::Open),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::default().after(|| suspend(WORLD)).execute(|| {
		assert_noop!(issue(OPERATOR, area((0, 0), (0, 0))), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().execute(|| {
		let there = area((0, 0), (0, 0));

		assert_noop!(
			Land::issue_area(signed(OPERATOR), WORLD, AvatarId(10), there, Zone::Open),
			DispatchError::Other("unknown avatar")
		);
	});
}

/// Who got it could neither give it away nor retire.
#[test]
fn fails_with_public_land_for_anyone_elses_avatar() {
	World::default().execute(|| {
		let (to, there) = (avatar(ALICE), area((0, 0), (0, 0)));

		for public in [Zone::Road, Zone::Plaza] {
			assert_noop!(
				Land::issue_area(signed(OPERATOR), WORLD, to, there, public),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, DEPOSIT));

		assert_noop!(
			issue(OPERATOR, area((0, 0), (1, 0))),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().execute(|| {
		let (to, there) = (avatar(ALICE), area((0, 0), (0, 0)));

		assert_noop!(
			Land::issue_area(RuntimeOrigin::none(), WORLD, to, there, Zone::Open),
			DispatchError::BadOrigin
		);
	});
}

/// One that is too large is refused, and weighs no more than the largest that is not.
#[test]
fn weighs_by_the_size_of_the_area() {
	let weight = |area: Area| {
		let (world, to, zone) = (WORLD, avatar(ALICE), Zone::Open);
		let call = crate::Call::<Test>::issue_area { world, to, area, zone };
		call.get_dispatch_info().call_weight
	};

	assert_eq!(weight(area((0, 0), (1, 1))), SubstrateWeight::<Test>::issue_area(4));
	assert_eq!(
		weight(area((i16::MIN, i16::MIN), (i16::MAX, i16::MAX))),
		SubstrateWeight::<Test>::issue_area(MAX_PARCELS)
	);
	assert_eq!(weight(area((1, 1), (0, 0))), SubstrateWeight::<Test>::issue_area(0));
}
