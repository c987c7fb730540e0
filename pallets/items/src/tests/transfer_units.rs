// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, Form, Units, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	ids::{AvatarId, KindId},
	key::{AvatarKey, KindKey},
};
use sp_runtime::{DispatchError, DispatchResult};

fn transfer(who: AccountId, to: AccountId, amount: u64) -> DispatchResult {
	Items::transfer_units(RuntimeOrigin::signed(who), ARROWS, avatar(who), avatar(to), amount)
}

#[test]
fn works() {
	World::with_catalogue().arrows(ALICE, 20).arrows(BOB, 1).execute(|| {
		assert_ok!(transfer(ALICE, BOB, 5));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), 15);
		assert_eq!(Items::units(ARROWS, avatar(BOB)), 6);
		assert_eq!(Items::kind(ARROWS).map(|it| it.supply), Some(21));
		System::assert_last_event(
			Event::UnitsTransferred {
				kind: ARROWS,
				from: avatar(ALICE),
				to: avatar(BOB),
				amount: 5,
			}
			.into(),
		);
	});
}

#[test]
fn keeps_no_record_of_zero() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_ok!(transfer(ALICE, BOB, 20));

		let (kind, alice) = (KindKey::from(ARROWS), AvatarKey::from(avatar(ALICE)));
		assert!(!Units::<Test>::contains_key(kind, alice));
		assert_eq!(Items::units(ARROWS, avatar(ALICE)), 0);
		assert_eq!(Items::units(ARROWS, avatar(BOB)), 20);
	});
}

#[test]
fn keeps_the_units_of_an_avatar_that_gives_to_itself() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for amount in [5, 20] {
			assert_ok!(transfer(ALICE, ALICE, amount));

			assert_eq!(Items::units(ARROWS, avatar(ALICE)), 20);
			assert_eq!(consumers(avatar(ALICE)), 1);
		}
		assert_noop!(transfer(ALICE, ALICE, 21), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn counts_a_record_that_appears_or_vanishes() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for (amount, alice, bob) in [(5, 1, 1), (5, 1, 1), (10, 0, 1)] {
			assert_ok!(transfer(ALICE, BOB, amount));

			assert_eq!(consumers(avatar(ALICE)), alice);
			assert_eq!(consumers(avatar(BOB)), bob);
		}
	});
}

#[test]
fn moves_as_many_as_can_be_counted() {
	World::with_catalogue().execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_kind(operator(), COLLECTION, Form::Stackable, None));
		let kind = KindId { collection: COLLECTION, index: 2 };
		assert_ok!(Items::mint_units(operator(), kind, avatar(ALICE), u64::MAX));

		for to in [ALICE, BOB] {
			assert_ok!(Items::transfer_units(alice(), kind, avatar(ALICE), avatar(to), u64::MAX));

			assert_eq!(Items::units(kind, avatar(to)), u64::MAX);
		}
	});
}

#[test]
fn fails_with_too_few_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(transfer(ALICE, BOB, 21), Error::<Test>::TooFewUnits);
		assert_noop!(transfer(BOB, ALICE, 1), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn fails_for_no_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(transfer(ALICE, BOB, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::transfer_units(origin, kind, avatar(ALICE), avatar(BOB), 1),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_a_unique_kind() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);

		assert_noop!(
			Items::transfer_units(origin, SWORDS, avatar(ALICE), avatar(BOB), 1),
			Error::<Test>::WrongForm
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			let origin = RuntimeOrigin::signed(stranger);

			assert_noop!(
				Items::transfer_units(origin, ARROWS, avatar(ALICE), avatar(BOB), 1),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_from_an_unknown_avatar() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(transfer(10, BOB, 1), DispatchError::Other("unknown avatar"));
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);

		assert_noop!(
			Items::transfer_units(origin, ARROWS, avatar(ALICE), AvatarId(10), 1),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::transfer_units {
		kind: ARROWS,
		from: avatar(ALICE),
		to: avatar(BOB),
		amount: 1,
	};

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::transfer_units());
}
