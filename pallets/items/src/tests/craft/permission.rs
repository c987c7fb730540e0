// SPDX-License-Identifier: Apache-2.0
//! Who may craft, and when.

use super::*;

#[test]
fn fails_for_a_recipe_that_has_expired() {
	let brief = recipe(&[], certain(ARROWS, 1));
	World::with_catalogue()
		.recipe(Recipe { until: Some(20), ..brief }, BOB)
		.execute(|| {
			go_to(20);
			assert_ok!(craft(ALICE, &[]));
			go_to(21);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::RecipeExpired);
		});
}

#[test]
fn fails_for_a_recipe_that_was_used_as_often_as_it_may_be() {
	for outcome in [certain(ARROWS, 1), random(&[(ARROWS, 1, 1)])] {
		let rare = Recipe { limit: Some(2), ..recipe(&[], outcome) };
		World::with_catalogue().recipe(rare, BOB).execute(|| {
			assert_ok!(craft(ALICE, &[]));
			assert_ok!(craft(BOB, &[]));

			assert_noop!(craft(ALICE, &[]), Error::<Test>::RecipeExhausted);
		});
	}
}

#[test]
fn fails_for_an_unknown_recipe() {
	smithing().execute(|| {
		assert_noop!(craft_by(ALICE, RecipeId(1), Inputs::default()), Error::<Test>::UnknownRecipe);
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	for world in [smithing(), lottery()] {
		world.frozen().execute(|| {
			assert_noop!(craft(ALICE, &[]), Error::<Test>::Frozen);
		});
	}
}

/// The payer would get deposits for what it does not know of.
#[test]
fn fails_until_the_worlds_new_owner_has_adopted_the_collection() {
	for world in [smithing(), lottery()] {
		world.execute(|| {
			TheWorld::belongs_to(BOB);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::NotAdopted);

			assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION, ANY));
			assert_ok!(craft(ALICE, &[]));
		});
	}
}

#[test]
fn fails_in_a_suspended_world() {
	for world in [smithing(), lottery()] {
		world.execute(|| {
			TheWorld::suspend();

			assert_noop!(craft(ALICE, &[]), SUSPENDED);
		});
	}
}

#[test]
fn works_by_the_recipe_of_an_avatar() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		let (form, nobody) = (Form::Unique, Shares::default());
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(alice(), issuer));
		let kind = Items::create_kind(alice(), COLLECTION, form, None, Rules::LOOSEST, nobody);
		assert_ok!(kind);
		let gift = recipe(&[], certain(SWORDS, 1));
		assert_ok!(Items::create_recipe(alice(), COLLECTION, gift, avatar(ALICE)));

		assert_ok!(craft(BOB, &[]));
		assert_eq!(held(HoldReason::Item, ALICE), ITEM_DEPOSIT);

		Pairs::belongs_to(avatar(ALICE), OPERATOR);
		assert_noop!(craft(BOB, &[]), Error::<Test>::NotAdopted);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	smithing().execute(|| {
		for stranger in [OPERATOR, BOB, SETTLER] {
			assert_noop!(craft_for(stranger, avatar(ALICE)), NOT_YOURS);
		}
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	smithing().execute(|| {
		assert_noop!(craft_for(ALICE, AvatarId(10)), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	smithing().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(craft(ALICE, &[]), OFFERED);
	});
}

#[test]
fn fails_unsigned() {
	smithing().execute(|| {
		assert_noop!(
			Items::craft(RuntimeOrigin::none(), avatar(ALICE), RECIPE, Inputs::default(), 0, 0),
			DispatchError::BadOrigin
		);
	});
}
