// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Form, Rules, Units};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Stack,
	ids::{AvatarId, KindId},
	key::{AvatarKey, KindKey},
};
use sp_runtime::DispatchResult;

fn transfer(who: AccountId, to: AccountId, amount: u64) -> DispatchResult {
	Items::transfer_units(RuntimeOrigin::signed(who), ARROWS, avatar(who), avatar(to), amount)
}

#[test]
fn works() {
	World::with_catalogue().arrows(ALICE, 20).arrows(BOB, 1).execute(|| {
		assert_ok!(transfer(ALICE, BOB, 5));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(15));
		assert_eq!(Items::units(ARROWS, avatar(BOB)), Stack::free(6));
		assert_eq!(Items::kind(ARROWS).map(|it| (it.minted, it.burned)), Some((21, 0)));
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
		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::default());
		assert_eq!(Items::units(ARROWS, avatar(BOB)), Stack::free(20));
	});
}

#[test]
fn keeps_the_units_of_an_avatar_that_gives_to_itself() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for amount in [5, 20] {
			assert_ok!(transfer(ALICE, ALICE, amount));

			assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(20));
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
fn leaves_what_is_locked_where_it_is() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		lock_units(ARROWS, ALICE, 15);

		assert_noop!(transfer(ALICE, BOB, 6), Error::<Test>::TooFewUnits);
		assert_ok!(transfer(ALICE, BOB, 5));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack { free: 0, locked: 15 });
		assert_eq!(consumers(avatar(ALICE)), 1);
		assert_noop!(transfer(ALICE, BOB, 1), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn moves_as_many_as_can_be_counted() {
	World::with_catalogue().execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		let alice = || RuntimeOrigin::signed(ALICE);
		let (form, rules) = (Form::Stackable, Rules::LOOSEST);
		assert_ok!(Items::create_kind(operator(), COLLECTION, form, None, rules, shares(&[])));
		let kind = KindId { collection: COLLECTION, index: 2 };
		assert_ok!(Items::mint_units(operator(), kind, amounts(&[(ALICE, u64::MAX)])));

		for to in [ALICE, BOB] {
			assert_ok!(Items::transfer_units(alice(), kind, avatar(ALICE), avatar(to), u64::MAX));

			assert_eq!(Items::units(kind, avatar(to)), Stack::free(u64::MAX));
		}
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	World::with_catalogue().arrows(ALICE, 20).frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(transfer(ALICE, BOB, 20));
	});
}

#[test]
fn works_far_from_home() {
	let rules = Rules { home: Some(WORLD), ..Rules::LOOSEST };
	World::with_catalogue().arrow_rules(rules).arrows(ALICE, 20).execute(|| {
		assert_ok!(transfer(ALICE, BOB, 20));
	});
}

#[test]
fn works_to_an_avatar_that_is_offered() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		Pairs::offer(avatar(BOB));

		assert_ok!(transfer(ALICE, BOB, 20));
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
fn fails_for_what_is_soulbound() {
	let rules = Rules { transferable: false, ..Rules::LOOSEST };
	World::with_catalogue().arrow_rules(rules).arrows(ALICE, 20).execute(|| {
		for to in [ALICE, BOB] {
			assert_noop!(transfer(ALICE, to, 1), Error::<Test>::Soulbound);
		}
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
				NOT_YOURS
			);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(transfer(ALICE, BOB, 1), OFFERED);
	});
}

#[test]
fn fails_from_an_unknown_avatar() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(transfer(10, BOB, 1), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);

		assert_noop!(
			Items::transfer_units(origin, ARROWS, avatar(ALICE), AvatarId(10), 1),
			UNKNOWN_AVATAR
		);
	});
}
