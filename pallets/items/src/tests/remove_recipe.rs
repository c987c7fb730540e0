// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, HoldReason, Inputs, Recipe, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{DispatchError, DispatchResult};

/// With a recipe, good up to block 20, whose price goes to Bob.
fn smithing() -> World {
	let smithing = recipe(&[(ARROWS, 10)], certain(SWORDS, 1));
	World::with_catalogue().recipe(Recipe { until: Some(20), ..smithing }, BOB)
}

fn remove(who: AccountId) -> DispatchResult {
	Items::remove_recipe(RuntimeOrigin::signed(who), RECIPE)
}

#[test]
fn works() {
	smithing().execute(|| {
		assert_ok!(remove(OPERATOR));

		assert_eq!(Items::recipe(RECIPE), None);
		assert_eq!(Items::collection(COLLECTION).map(|it| it.recipes), Some(0));
		assert_eq!(consumers(avatar(BOB)), 0);
		System::assert_last_event(Event::RecipeRemoved { recipe: RECIPE }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	smithing().execute(|| {
		assert_ok!(remove(OPERATOR));

		assert_eq!(held(HoldReason::Recipe, OPERATOR), 0);
	});
}

#[test]
fn gives_the_deposit_of_a_former_owner_back_to_it() {
	smithing().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_ok!(remove(ALICE));

		assert_eq!(held(HoldReason::Recipe, OPERATOR), 0);
		assert_eq!(Balances::free_balance(ALICE), MONEY);
	});
}

#[test]
fn works_for_anyone_once_it_has_expired() {
	smithing().execute(|| {
		go_to(20);
		assert_noop!(remove(ALICE), NOT_OPERATOR);
		go_to(21);
		assert_ok!(remove(ALICE));

		assert_eq!(held(HoldReason::Recipe, OPERATOR), 0);
	});
}

#[test]
fn works_in_a_frozen_collection() {
	smithing().frozen().execute(|| {
		assert_ok!(remove(OPERATOR));
	});
}

#[test]
fn the_next_recipe_has_another_id() {
	smithing().execute(|| {
		assert_ok!(remove(OPERATOR));
		let free = recipe(&[], certain(ARROWS, 1));
		let operator = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::create_recipe(operator, COLLECTION, free, avatar(BOB)));

		assert_eq!(Items::recipe(RECIPE), None);
	});
}

/// The issuer does not take back what was promised.
#[test]
fn leaves_open_draws_as_they_are() {
	let lottery = recipe(&[], random(&[(ARROWS, 7, 1)]));
	World::with_catalogue().recipe(lottery, BOB).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Inputs::default()));
		assert_ok!(remove(OPERATOR));
		next_round(1);
		next_round(2);

		assert_ok!(Items::settle_draw(RuntimeOrigin::signed(BOB), DRAW));

		assert_eq!(Items::stack(ARROWS, avatar(ALICE)).free, 7);
	});
}

#[test]
fn fails_for_anyone_but_the_issuers_owner() {
	smithing().execute(|| {
		for stranger in [ALICE, BOB, SETTLER] {
			assert_noop!(remove(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_for_an_unknown_recipe() {
	World::with_catalogue().execute(|| {
		assert_noop!(remove(OPERATOR), Error::<Test>::UnknownRecipe);
	});
}

#[test]
fn fails_unsigned() {
	smithing().execute(|| {
		assert_noop!(Items::remove_recipe(RuntimeOrigin::none(), RECIPE), DispatchError::BadOrigin);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::remove_recipe { recipe: RECIPE };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::remove_recipe());
}
