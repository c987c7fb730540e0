// SPDX-License-Identifier: Apache-2.0
//! What it takes.

use super::*;

#[test]
fn fails_with_too_few_units() {
	smithing().arrows(BOB, 9).coins(BOB, 5).execute(|| {
		assert_noop!(craft(BOB, &[]), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn units_in_orders_do_not_count() {
	smithing().execute(|| {
		lock_units(ARROWS, ALICE, 6);
		assert_noop!(craft(ALICE, &[]), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn fails_without_the_items() {
	breaking().execute(|| {
		assert_noop!(craft(ALICE, &[]), Error::<Test>::WrongInputs);
	});
}

#[test]
fn burns_no_more_items_than_the_recipe_takes() {
	breaking().execute(|| {
		assert_noop!(craft(ALICE, &[0, 1]), Error::<Test>::WrongInputs);
	});
	smithing().sword(ALICE).execute(|| {
		assert_noop!(craft(ALICE, &[0]), Error::<Test>::WrongInputs);
	});
}

#[test]
fn an_item_does_not_count_twice() {
	let pair = recipe(&[(SWORDS, 2)], certain(ARROWS, 20));
	World::with_catalogue().recipe(pair, BOB).sword(ALICE).execute(|| {
		assert_noop!(craft(ALICE, &[0, 0]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_for_an_item_of_another_kind() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		let (form, nobody) = (Form::Unique, Shares::default());
		let shields = KindId { collection: COLLECTION, index: 2 };
		let kind = Items::create_kind(operator(), COLLECTION, form, None, Rules::LOOSEST, nobody);
		assert_ok!(kind);
		assert_ok!(Items::mint_items(operator(), shields, avatars(&[ALICE])));
		let breaking = recipe(&[(SWORDS, 1)], certain(ARROWS, 20));
		assert_ok!(Items::create_recipe(operator(), COLLECTION, breaking, avatar(BOB)));

		assert_noop!(craft(ALICE, &[1]), Error::<Test>::WrongInputs);
		assert_noop!(craft(ALICE, &[0, 1]), Error::<Test>::WrongInputs);
	});
}

#[test]
fn fails_for_an_item_of_another_avatar() {
	breaking().execute(|| {
		assert_noop!(craft(ALICE, &[2]), Error::<Test>::NotOwner);

		// Not even if one account owns both.
		Pairs::belongs_to(avatar(BOB), ALICE);
		assert_noop!(craft(ALICE, &[2]), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_item_that_does_not_exist() {
	breaking().execute(|| {
		assert_noop!(craft(ALICE, &[3]), Error::<Test>::UnknownItem);
	});
}

#[test]
fn fails_for_a_worn_item() {
	breaking().execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

		assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
	});
}

#[test]
fn fails_for_an_item_in_the_market() {
	for keeper in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		breaking().execute(|| {
			lock(item(0), keeper);

			assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_for_an_item_in_custody_until_that_is_over() {
	breaking().execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 1, 20));

		go_to(20);
		assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
		go_to(21);
		assert_ok!(craft(ALICE, &[0]));
	});
}

/// Rules only loosen; this is the one thing between a lasting item and the fire all the same.
#[test]
fn fails_for_what_can_not_be_burned() {
	breaking().execute(|| {
		change_kind(SWORDS, |details| details.rules.burnable = false);
		assert_noop!(craft(ALICE, &[0]), Error::<Test>::NotBurnable);
	});
	smithing().execute(|| {
		change_kind(ARROWS, |details| details.rules.burnable = false);
		assert_noop!(craft(ALICE, &[]), Error::<Test>::NotBurnable);
	});
}

#[test]
fn fails_for_kinds_that_are_gone() {
	World::with_catalogue()
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), BOB)
		.recipe(recipe(&[], certain(ARROWS, 1)), BOB)
		.execute(|| {
			assert_ok!(Items::remove_kind(RuntimeOrigin::signed(OPERATOR), ARROWS));

			for recipe in [RecipeId(0), RecipeId(1)] {
				assert_noop!(
					craft_by(ALICE, recipe, Inputs::default()),
					Error::<Test>::UnknownKind
				);
			}
		});
}
