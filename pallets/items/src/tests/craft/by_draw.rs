// SPDX-License-Identifier: Apache-2.0
//! What chance decides.

use super::*;

#[test]
fn works() {
	lottery().execute(|| {
		next_round(1);

		assert_ok!(craft(ALICE, &[]));

		let Outcome::Random(outcomes) = random(&[(SWORDS, 1, 1), (ARROWS, 30, 3)]) else {
			unreachable!("it is random");
		};
		let (collection, avatar, payer) = (COLLECTION, avatar(ALICE), ALICE);
		let details = DrawDetails { collection, outcomes, avatar, round: 1, payer };
		assert_eq!(Items::draw(DRAW), Some(details));
		assert_eq!((coins(ALICE), coins(BOB)), (95, 5));
		assert_eq!(Items::recipe(RECIPE).map(|it| it.crafted), Some(1));
		System::assert_last_event(Event::DrawOpened { draw: DRAW, recipe: RECIPE, avatar }.into());
	});
}

#[test]
fn holds_a_deposit_of_who_crafts() {
	lottery().execute(|| {
		assert_ok!(craft(ALICE, &[]));
		assert_ok!(craft(ALICE, &[]));

		assert_eq!(held(HoldReason::Draw, ALICE), 2 * DRAW_DEPOSIT);
		assert_eq!(consumers(avatar(ALICE)), 2);
	});
}

#[test]
fn room_is_kept_for_every_outcome() {
	lottery().execute(|| {
		assert_ok!(craft(ALICE, &[]));

		assert_eq!((reserved(SWORDS), reserved(ARROWS)), (1, 30));
		assert_eq!(Items::kind(SWORDS).map(|it| it.minted), Some(0));
	});
}

#[test]
fn room_for_the_largest_of_several_outcomes_of_a_kind_is_enough() {
	let lottery = recipe(&[], random(&[(ARROWS, 10, 5), (ARROWS, 60, 1), (SWORDS, 1, 1)]));
	World::with_catalogue().recipe(lottery, BOB).execute(|| {
		assert_ok!(craft(ALICE, &[]));

		assert_eq!(reserved(ARROWS), 60);
		assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn nobody_mints_what_may_yet_be_drawn() {
	lottery().execute(|| {
		for _ in 0..3 {
			assert_ok!(craft(ALICE, &[]));
		}
		let operator = || RuntimeOrigin::signed(OPERATOR);

		// Three swords and ninety arrows are kept, of three and a hundred.
		assert_noop!(
			Items::mint_items(operator(), SWORDS, avatars(&[BOB])),
			Error::<Test>::SupplyExceeded
		);
		assert_noop!(
			Items::mint_units(operator(), ARROWS, amounts(&[(BOB, 11)])),
			Error::<Test>::SupplyExceeded
		);
		assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
		assert_noop!(Items::lower_cap(operator(), SWORDS, 2), Error::<Test>::CapTooLow);
		assert_ok!(Items::mint_units(operator(), ARROWS, amounts(&[(BOB, 10)])));
	});
}

#[test]
fn fails_when_one_outcome_has_no_room() {
	lottery().sword(BOB).sword(BOB).sword(BOB).execute(|| {
		assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
	});
	lottery().arrows(BOB, 71).execute(|| {
		assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn more_than_can_be_counted_is_not_kept() {
	let lottery = recipe(&[], random(&[(ARROWS, u64::MAX, 1)]));
	World::with_catalogue().recipe(lottery, BOB).execute(|| {
		change_kind(ARROWS, |details| details.max_supply = None);
		assert_ok!(craft(ALICE, &[]));

		assert_noop!(craft(ALICE, &[]), Error::<Test>::Overflow);
	});
}

#[test]
fn a_kind_that_may_yet_be_drawn_stays() {
	lottery().execute(|| {
		assert_ok!(craft(ALICE, &[]));
		let operator = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(Items::remove_kind(operator, SWORDS), Error::<Test>::InUse);
	});
}

#[test]
fn inputs_are_burned_at_once() {
	let lottery = recipe(&[(SWORDS, 1)], random(&[(ARROWS, 30, 3)]));
	World::with_catalogue().recipe(lottery, BOB).sword(ALICE).execute(|| {
		assert_ok!(craft(ALICE, &[0]));

		assert_eq!(Items::item(item(0)), None);
		assert_eq!(arrows_of(ALICE), 0);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	lottery().execute(|| {
		NextDrawId::<Test>::put(DrawId(u32::MAX - 1));

		assert_ok!(craft(ALICE, &[]));
		assert!(Items::draw(DrawId(u32::MAX - 1)).is_some());
		assert_noop!(craft(ALICE, &[]), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn never_spends_the_issuers_money() {
	lottery().execute(|| {
		let before = Balances::free_balance(OPERATOR);

		assert_ok!(craft(ALICE, &[]));

		assert_eq!(Balances::free_balance(OPERATOR), before);
		assert_eq!(Balances::free_balance(ALICE), MONEY - DRAW_DEPOSIT);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	lottery().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, ALICE, DRAW_DEPOSIT));

		assert_noop!(craft(ALICE, &[]), DispatchError::Token(TokenError::FundsUnavailable));
	});
}
