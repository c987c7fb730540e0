// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, NextWorldId, WeightInfo, WorldDetails,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	fee::{FeeSchedule, MAX_WORLD_FEE},
	ids::WorldId,
	land::{Area, Coordinates},
};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	Chain::default().execute(|| {
		let fee = fee(3, 250);

		assert_ok!(Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, fee));

		let details = WorldDetails {
			owner: OPERATOR,
			bounds: BOUNDS,
			fee: FeeSchedule { current: fee, announced: None },
			settlers: 0,
			consumers: 0,
			suspended: false,
			offered_to: None,
		};
		assert_eq!(Worlds::world(WORLD), Some(details));
		assert_eq!(Worlds::world(WorldId(1)), None);
		System::assert_last_event(
			Event::<Test>::WorldRegistered { world: WORLD, owner: OPERATOR, bounds: BOUNDS, fee }
				.into(),
		);
	});
}

#[test]
fn holds_a_bond_for_each_world() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, None));

		assert_eq!(bonds(OPERATOR), 2 * BOND);
		assert_eq!(bonds(RIVAL), 0);
	});
}

#[test]
fn counts_the_ids_up() {
	Chain::default().world(OPERATOR, None).world(RIVAL, None).execute(|| {
		assert_eq!(Worlds::world(WorldId(0)).map(|it| it.owner), Some(OPERATOR));
		assert_eq!(Worlds::world(WorldId(1)).map(|it| it.owner), Some(RIVAL));
		assert_eq!(NextWorldId::<Test>::get(), WorldId(2));
	});
}

#[test]
fn takes_a_world_of_one_place_and_the_highest_fee() {
	Chain::default().execute(|| {
		let bounds = Area { min: Coordinates::new(4, 4), max: Coordinates::new(4, 4) };

		assert_ok!(Worlds::register(
			RuntimeOrigin::signed(OPERATOR),
			bounds,
			fee(5, MAX_WORLD_FEE)
		));
	});
}

#[test]
fn keeps_the_avatar_that_the_fee_goes_to() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_ok!(Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, fee(3, 0)));

		assert_eq!(named(3), 2);
	});
}

#[test]
fn fails_when_the_bounds_are_turned_inside_out() {
	Chain::default().execute(|| {
		let corner = Coordinates::new(0, 0);
		for min in [Coordinates::new(1, 0), Coordinates::new(0, 1)] {
			let bounds = Area { min, max: corner };

			assert_noop!(
				Worlds::register(RuntimeOrigin::signed(OPERATOR), bounds, None),
				Error::<Test>::InvalidBounds
			);
		}
	});
}

#[test]
fn fails_when_the_fee_is_too_high() {
	Chain::default().execute(|| {
		let fee = fee(1, MAX_WORLD_FEE + 1);

		assert_noop!(
			Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, fee),
			Error::<Test>::FeeTooHigh
		);
	});
}

#[test]
fn fails_when_the_fee_goes_to_an_unknown_avatar() {
	Chain::default().execute(|| {
		let fee = fee(10, 250);

		assert_noop!(
			Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, fee),
			DispatchError::Other("unknown avatar")
		);
	});
}

/// Whoever was named could not retire it.
#[test]
fn fails_when_the_fee_goes_to_someone_elses_avatar() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		for (who, payee) in [(OPERATOR, 6), (RIVAL, 3)] {
			assert_noop!(
				Worlds::register(RuntimeOrigin::signed(who), BOUNDS, fee(payee, 250)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_without_money_for_the_bond() {
	Chain::default().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, BOND));

		assert_noop!(
			Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, None),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!(crate::Worlds::<Test>::iter().count(), 0);
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	Chain::default().execute(|| {
		NextWorldId::<Test>::put(WorldId(u32::MAX));

		assert_noop!(
			Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, None),
			Error::<Test>::NoIdsLeft
		);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::register { bounds: BOUNDS, fee: None };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::register());
}
