// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	ids::WorldId,
	land::{Area, Coordinates},
	traits::Worlds as _,
};
use sp_runtime::DispatchResult;

const WIDER: Area = Area { min: Coordinates::new(-2, -3), max: Coordinates::new(9, 2) };

fn extend(who: AccountId, world: WorldId, bounds: Area) -> DispatchResult {
	Worlds::extend(RuntimeOrigin::signed(who), world, bounds)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(extend(OPERATOR, WORLD, WIDER));

		assert_eq!(Worlds::world(WORLD).map(|it| it.bounds), Some(WIDER));
		assert_ok!(Worlds::ensure_contains(WORLD, Coordinates::new(9, -3)));
		System::assert_last_event(
			Event::<Test>::WorldExtended { world: WORLD, bounds: WIDER }.into(),
		);
	});
}

#[test]
fn costs_nothing_more() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(extend(OPERATOR, WORLD, WIDER));

		assert_eq!(Balances::free_balance(OPERATOR), MONEY - BOND);
	});
}

#[test]
fn takes_the_whole_grid() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let min = Coordinates::new(i16::MIN, i16::MIN);
		let max = Coordinates::new(i16::MAX, i16::MAX);

		assert_ok!(extend(OPERATOR, WORLD, Area { min, max }));
	});
}

#[test]
fn fails_when_a_place_is_left_out() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let Area { min, max } = BOUNDS;
		for bounds in [
			Area { min: Coordinates::new(-1, -9), max: Coordinates::new(9, 9) },
			Area { min: Coordinates::new(-9, -1), max: Coordinates::new(9, 9) },
			Area { min: Coordinates::new(-9, -9), max: Coordinates::new(1, 9) },
			Area { min: Coordinates::new(-9, -9), max: Coordinates::new(9, 1) },
			Area { min: max, max: min },
		] {
			assert_noop!(extend(OPERATOR, WORLD, bounds), Error::<Test>::InvalidBounds);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(extend(stranger, WORLD, WIDER), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(extend(OPERATOR, NOWHERE, WIDER), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::extend { world: WORLD, bounds: WIDER };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::extend());
}
