// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, Title, WeightInfo};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{asset::Holding, ids::EstateId};
use sp_runtime::DispatchError;

/// Of the first estate.
fn reduce(who: AccountId, at: &[(i16, i16)]) -> DispatchResultWithPostInfo {
	Land::reduce_estate(signed(who), EstateId(0), ground(at))
}

/// With an estate of Alice's: four parcels in a row.
fn row() -> World {
	World::default().estate(ALICE, &[(-1, 0), (0, 0), (1, 0), (2, 0)])
}

#[test]
fn works() {
	row().execute(|| {
		assert_ok!(reduce(ALICE, &[(2, 0), (-1, 0)]));

		assert_eq!(ground_of(0), [(0, 0), (1, 0)]);
		assert_eq!(Land::estate(EstateId(0)).map(|it| it.parcels), Some(2));
		System::assert_last_event(Event::EstateReduced { estate: EstateId(0), parcels: 2 }.into());
	});
}

#[test]
fn what_leaves_is_held_on_its_own_with_another_version() {
	row().execute(|| {
		assert_ok!(reduce(ALICE, &[(2, 0)]));

		let holding = Holding { owner: avatar(ALICE), version: 1, lock: None };
		assert_eq!(Land::parcel(parcel(2, 0)).map(|it| it.title), Some(Title::Own(holding)));
		assert_eq!(avatar_consumers(avatar(ALICE)), 2);
	});
}

#[test]
fn moves_the_version_and_not_the_tenure() {
	row().execute(|| {
		assert_ok!(reduce(ALICE, &[(2, 0)]));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.holding.version, details.tenure), (1, 0));
	});
}

#[test]
fn what_leaves_belongs_to_who_owns_the_estate_and_not_to_who_brought_it() {
	let world = row().after(|| sell(estate(0), avatar(BOB)).expect("it is free"));
	world.execute(|| {
		assert_ok!(reduce(BOB, &[(2, 0)]));

		assert_eq!(Land::owner_of(site(2, 0)), Some(avatar(BOB)));
	});
}

#[test]
fn keeps_the_deposit() {
	row().execute(|| {
		assert_ok!(reduce(ALICE, &[(2, 0)]));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(held(OPERATOR), 4 * DEPOSIT);
	});
}

#[test]
fn a_lease_that_is_over_is_no_hindrance() {
	row().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(7);

		assert_ok!(reduce(ALICE, &[(2, 0)]));
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	row().execute(|| {
		assert_noop!(
			Land::reduce_estate(signed(ALICE), EstateId(1), ground(&[(2, 0)])),
			Error::<Test>::UnknownEstate
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	row().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(reduce(stranger, &[(2, 0)]), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_when_the_estate_is_listed() {
	row().execute(|| {
		assert_ok!(list(estate(0)));

		assert_noop!(reduce(ALICE, &[(2, 0)]), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_the_estate_is_let() {
	row().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(6);

		assert_noop!(reduce(ALICE, &[(2, 0)]), Error::<Test>::Leased);
	});
}

#[test]
fn fails_when_nothing_is_named() {
	row().execute(|| {
		assert_noop!(reduce(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	row().execute(|| {
		assert_noop!(reduce(ALICE, &[(2, 0), (2, 0)]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_for_a_parcel_that_is_no_part() {
	row().parcels(ALICE, &[(0, 1)]).estate(ALICE, &[(0, 2), (1, 2)]).execute(|| {
		for other in [(0, 1), (0, 2), (2, 2)] {
			assert_noop!(reduce(ALICE, &[(2, 0), other]), Error::<Test>::NotInEstate);
		}
	});
}

#[test]
fn fails_when_fewer_than_two_would_be_left() {
	row().execute(|| {
		assert_noop!(reduce(ALICE, &[(0, 0), (1, 0), (2, 0)]), Error::<Test>::TooFewParcels);
		assert_noop!(
			reduce(ALICE, &[(-1, 0), (0, 0), (1, 0), (2, 0)]),
			Error::<Test>::TooFewParcels
		);
	});
}

#[test]
fn fails_when_what_is_left_would_not_hang_together() {
	row().execute(|| {
		assert_noop!(reduce(ALICE, &[(1, 0)]), Error::<Test>::NotConnected);
	});
}

#[test]
fn fails_unsigned() {
	row().execute(|| {
		assert_noop!(
			Land::reduce_estate(RuntimeOrigin::none(), EstateId(0), ground(&[(2, 0)])),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_what_leaves_and_by_the_estate_as_it_was() {
	row().execute(|| {
		let (estate, parcels) = (EstateId(0), ground(&[(2, 0)]));
		let call = crate::Call::<Test>::reduce_estate { estate, parcels };
		assert_eq!(
			call.get_dispatch_info().call_weight,
			SubstrateWeight::<Test>::reduce_estate(1, MAX_ESTATE_PARCELS)
		);

		let done = reduce(ALICE, &[(2, 0)]).expect("it is hers");
		assert_eq!(done.actual_weight, Some(SubstrateWeight::<Test>::reduce_estate(1, 4)));
	});
}
