// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, EstateDetails, Event, HoldReason,
	NextEstateId, Title, WeightInfo,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{asset::Holding, ids::EstateId};
use sp_runtime::{DispatchError, TokenError};

/// Of the first estate.
fn split(who: AccountId, at: &[(i16, i16)]) -> DispatchResultWithPostInfo {
	Land::split_estate(signed(who), EstateId(0), ground(at))
}

/// With an estate of Alice's: five parcels in a row.
fn row() -> World {
	World::default().estate(ALICE, &[(-2, 0), (-1, 0), (0, 0), (1, 0), (2, 0)])
}

#[test]
fn works() {
	row().execute(|| {
		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));

		assert_eq!(ground_of(0), [(-2, 0), (-1, 0), (0, 0)]);
		assert_eq!(ground_of(1), [(1, 0), (2, 0)]);
		assert_eq!(
			Land::estate(EstateId(1)),
			Some(EstateDetails {
				world: WORLD,
				holding: Holding::new(avatar(ALICE)),
				parcels: 2,
				tenure: 0,
				access: Access::Open,
				payer: ALICE,
			})
		);
		assert_eq!(
			Land::parcel(parcel(2, 0)).map(|it| it.title),
			Some(Title::PartOf { estate: EstateId(1), version: 0 })
		);
		let (estate, part) = (EstateId(0), EstateId(1));
		System::assert_last_event(Event::EstateSplit { estate, part, parcels: 2 }.into());
	});
}

#[test]
fn moves_the_version_and_not_the_tenure_of_what_is_left() {
	row().execute(|| {
		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.parcels, details.holding.version, details.tenure), (3, 1, 0));
	});
}

#[test]
fn holds_a_deposit_for_the_part_of_who_splits_it_off() {
	row().after(|| sell(estate(0), avatar(BOB)).expect("it is free")).execute(|| {
		assert_ok!(split(BOB, &[(2, 0), (1, 0)]));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(held_for(HoldReason::Estate, BOB), ESTATE_DEPOSIT);
		assert_eq!(avatar_consumers(avatar(BOB)), 2);
	});
}

#[test]
fn the_part_is_as_closed_as_the_whole_was() {
	row().execute(|| {
		let by = avatar(ALICE);
		assert_ok!(Land::set_access(signed(ALICE), estate(0), by, Access::Invited));

		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));

		assert_eq!(Land::estate(EstateId(1)).map(|it| it.access), Some(Access::Invited));
	});
}

#[test]
fn what_hangs_on_the_estate_stays_with_what_is_left() {
	let world = row().lease_offer(ALICE, estate(0), terms()).after(|| {
		let (by, set) = (avatar(ALICE), Some(pointer("ipfs://house")));
		Land::set_content(signed(ALICE), estate(0), by, set).expect("it is hers");
	});
	world.execute(|| {
		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));

		assert!(Land::content(estate(0)).is_some() && Land::lease_offer(estate(0)).is_some());
		assert_eq!((Land::content(estate(1)), Land::lease_offer(estate(1))), (None, None));
	});
}

#[test]
fn both_can_be_merged_again() {
	row().execute(|| {
		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));
		assert_ok!(Land::merge_estates(signed(ALICE), EstateId(1), EstateId(0)));

		assert_eq!(ground_of(1).len(), 5);
		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	row().execute(|| {
		assert_noop!(
			Land::split_estate(signed(ALICE), EstateId(1), ground(&[(1, 0), (2, 0)])),
			Error::<Test>::UnknownEstate
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	row().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(split(stranger, &[(2, 0), (1, 0)]), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_when_the_estate_is_listed() {
	row().execute(|| {
		assert_ok!(list(estate(0)));

		assert_noop!(split(ALICE, &[(2, 0), (1, 0)]), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_the_estate_is_let() {
	row().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(6);
		assert_noop!(split(ALICE, &[(2, 0), (1, 0)]), Error::<Test>::Leased);

		run_to(7);
		assert_ok!(split(ALICE, &[(2, 0), (1, 0)]));
	});
}

#[test]
fn fails_when_nothing_is_named() {
	row().execute(|| {
		assert_noop!(split(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	row().execute(|| {
		assert_noop!(split(ALICE, &[(2, 0), (2, 0)]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_for_a_parcel_that_is_no_part() {
	row().parcels(ALICE, &[(2, 1)]).execute(|| {
		assert_noop!(split(ALICE, &[(2, 0), (2, 1)]), Error::<Test>::NotInEstate);
	});
}

#[test]
fn fails_when_either_would_have_fewer_than_two() {
	row().execute(|| {
		assert_noop!(split(ALICE, &[(2, 0)]), Error::<Test>::TooFewParcels);
		assert_noop!(
			split(ALICE, &[(-1, 0), (0, 0), (1, 0), (2, 0)]),
			Error::<Test>::TooFewParcels
		);
	});
}

#[test]
fn fails_when_either_would_not_hang_together() {
	row().execute(|| {
		let middle = &[(-1, 0), (0, 0)];
		let ends = &[(-2, 0), (2, 0)];

		for parting in [middle, ends] {
			assert_noop!(split(ALICE, parting), Error::<Test>::NotConnected);
		}
	});
}

#[test]
fn fails_when_every_id_was_given_out() {
	row().execute(|| {
		NextEstateId::<Test>::put(EstateId(u32::MAX));

		assert_noop!(split(ALICE, &[(2, 0), (1, 0)]), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	row().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, ESTATE_DEPOSIT));

		assert_noop!(
			split(ALICE, &[(2, 0), (1, 0)]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	row().execute(|| {
		let part = ground(&[(1, 0), (2, 0)]);

		assert_noop!(
			Land::split_estate(RuntimeOrigin::none(), EstateId(0), part),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_what_leaves_and_by_the_estate_as_it_was() {
	row().execute(|| {
		let (estate, parcels) = (EstateId(0), ground(&[(1, 0), (2, 0)]));
		let call = crate::Call::<Test>::split_estate { estate, parcels };
		assert_eq!(
			call.get_dispatch_info().call_weight,
			SubstrateWeight::<Test>::split_estate(2, MAX_ESTATE_PARCELS)
		);

		let done = split(ALICE, &[(2, 0), (1, 0)]).expect("it is hers");
		assert_eq!(done.actual_weight, Some(SubstrateWeight::<Test>::split_estate(2, 5)));
	});
}
