// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, Form, HoldReason, Issuer, NextRecipeId,
	Recipe, RecipeDetails, Recipes, Rules, Shares, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, storage::with_transaction};
use freehold_primitives::{
	ids::{AvatarId, CollectionId, KindId, RecipeId},
	key::RecipeKey,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError, TransactionOutcome};

/// A sword of ten arrows, for five coins.
fn smithing() -> Recipe {
	Recipe { price: 5, ..recipe(&[(ARROWS, 10)], certain(SWORDS, 1)) }
}

/// Creates a recipe whose price goes to Bob's avatar.
fn create(who: AccountId, recipe: Recipe) -> DispatchResult {
	Items::create_recipe(RuntimeOrigin::signed(who), COLLECTION, recipe, avatar(BOB))
}

/// A collection of Alice's avatar beside the catalogue, with a unique kind under these rules.
fn elsewhere(rules: Rules) -> KindId {
	let alice = || RuntimeOrigin::signed(ALICE);
	let collection = CollectionId(1);
	assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
	let (form, nobody) = (Form::Unique, Shares::default());
	assert_ok!(Items::create_kind(alice(), collection, form, None, rules, nobody));
	KindId { collection, index: 0 }
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		assert_ok!(create(OPERATOR, smithing()));

		let (recipe, to) = (smithing(), avatar(BOB));
		let details = RecipeDetails { collection: COLLECTION, recipe, to, crafted: 0 };
		assert_eq!(Items::recipe(RECIPE), Some(details));
		assert_eq!(Items::collection(COLLECTION).map(|it| it.recipes), Some(1));
		System::assert_last_event(
			Event::RecipeCreated { recipe: RECIPE, collection: COLLECTION }.into(),
		);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		let (form, nobody) = (Form::Unique, Shares::default());
		let kind = Items::create_kind(alice(), COLLECTION, form, None, Rules::LOOSEST, nobody);
		assert_ok!(kind);

		assert_ok!(create(ALICE, recipe(&[], certain(SWORDS, 1))));
		assert_eq!(held(HoldReason::Recipe, ALICE), RECIPE_DEPOSIT);
	});
}

#[test]
fn holds_a_deposit_of_the_collections_payer() {
	World::with_catalogue().execute(|| {
		assert_ok!(create(OPERATOR, smithing()));

		assert_eq!(held(HoldReason::Recipe, OPERATOR), RECIPE_DEPOSIT);
	});
}

#[test]
fn is_counted_for_whoever_the_price_goes_to() {
	World::with_catalogue().execute(|| {
		assert_ok!(create(OPERATOR, smithing()));

		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn moves_to_whoever_adopts_the_collection() {
	World::with_catalogue().recipe(smithing(), BOB).execute(|| {
		TheWorld::belongs_to(ALICE);
		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_eq!(held(HoldReason::Recipe, OPERATOR), 0);
		assert_eq!(held(HoldReason::Recipe, ALICE), RECIPE_DEPOSIT);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	World::with_catalogue().execute(|| {
		NextRecipeId::<Test>::put(RecipeId(u32::MAX - 1));

		assert_ok!(create(OPERATOR, smithing()));
		assert!(Items::recipe(RecipeId(u32::MAX - 1)).is_some());
		assert_noop!(create(OPERATOR, smithing()), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn takes_burnable_kinds_of_any_collection() {
	World::with_catalogue().execute(|| {
		let theirs = elsewhere(Rules { transferable: false, burnable: true, home: None });

		assert_ok!(create(OPERATOR, recipe(&[(theirs, 2), (ARROWS, 1)], certain(SWORDS, 1))));
	});
}

#[test]
fn takes_coins_alone_or_nothing() {
	World::with_catalogue().execute(|| {
		let free = recipe(&[], certain(ARROWS, 1));

		assert_ok!(create(OPERATOR, Recipe { price: 5, ..free.clone() }));
		assert_ok!(create(OPERATOR, free));
	});
}

#[test]
fn makes_again_what_it_takes() {
	World::with_catalogue().execute(|| {
		assert_ok!(create(OPERATOR, recipe(&[(SWORDS, 2)], certain(SWORDS, 1))));
	});
}

#[test]
fn fails_for_a_kind_that_can_not_be_burned() {
	let lasting = Rules { transferable: true, burnable: false, home: None };
	World::with_catalogue().arrow_rules(lasting).execute(|| {
		assert_noop!(create(OPERATOR, smithing()), Error::<Test>::NotBurnable);

		let theirs = elsewhere(lasting);
		assert_noop!(
			create(OPERATOR, recipe(&[(theirs, 1)], certain(SWORDS, 1))),
			Error::<Test>::NotBurnable
		);
	});
}

#[test]
fn fails_for_what_takes_no_sense() {
	World::with_catalogue().execute(|| {
		let made = certain(SWORDS, 1);
		for inputs in [
			// None of a kind.
			&[(ARROWS, 0)][..],
			&[(SWORDS, 0)],
			// A kind twice.
			&[(ARROWS, 1), (ARROWS, 2)],
			// More items than one call can name.
			&[(SWORDS, 9)],
		] {
			assert_noop!(
				create(OPERATOR, recipe(inputs, made.clone())),
				Error::<Test>::InvalidRecipe
			);
		}
		let theirs = elsewhere(Rules::LOOSEST);
		assert_noop!(
			create(OPERATOR, recipe(&[(SWORDS, 5), (theirs, 4)], made.clone())),
			Error::<Test>::InvalidRecipe
		);
		assert_ok!(create(OPERATOR, recipe(&[(SWORDS, 4), (theirs, 4)], made)));
	});
}

#[test]
fn fails_for_what_makes_no_sense() {
	World::with_catalogue().execute(|| {
		let theirs = elsewhere(Rules::LOOSEST);
		for outcome in [
			// Nothing.
			certain(ARROWS, 0),
			certain(SWORDS, 0),
			random(&[]),
			random(&[(SWORDS, 1, 1), (ARROWS, 0, 1)]),
			// More than one of a unique kind.
			certain(SWORDS, 2),
			random(&[(ARROWS, 2, 1), (SWORDS, 2, 1)]),
			// Without a chance.
			random(&[(SWORDS, 1, 0)]),
			random(&[(SWORDS, 1, 1), (ARROWS, 1, 0)]),
			// Of another collection.
			certain(theirs, 1),
			random(&[(SWORDS, 1, 1), (theirs, 1, 1)]),
		] {
			assert_noop!(
				create(OPERATOR, recipe(&[(ARROWS, 1)], outcome)),
				Error::<Test>::InvalidRecipe
			);
		}
	});
}

#[test]
fn fails_for_what_may_never_be_used() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			create(OPERATOR, Recipe { limit: Some(0), ..smithing() }),
			Error::<Test>::InvalidRecipe
		);
		go_to(5);
		assert_noop!(
			create(OPERATOR, Recipe { until: Some(4), ..smithing() }),
			Error::<Test>::InvalidExpiry
		);
		assert_ok!(create(OPERATOR, Recipe { until: Some(5), limit: Some(1), ..smithing() }));
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let unknown = KindId { collection: COLLECTION, index: 2 };
		for (input, made) in [(unknown, SWORDS), (ARROWS, unknown)] {
			assert_noop!(
				create(OPERATOR, recipe(&[(input, 1)], certain(made, 1))),
				Error::<Test>::UnknownKind
			);
		}
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let operator = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::create_recipe(operator, CollectionId(1), smithing(), avatar(BOB)),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_payee() {
	World::with_catalogue().execute(|| {
		let operator = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::create_recipe(operator, COLLECTION, smithing(), AvatarId(10)),
			UNKNOWN_AVATAR
		);
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().frozen().execute(|| {
		assert_noop!(create(OPERATOR, smithing()), Error::<Test>::Frozen);
	});
}

#[test]
fn fails_while_the_worlds_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_noop!(create(ALICE, smithing()), Error::<Test>::NotAdopted);
		assert_noop!(create(OPERATOR, smithing()), NOT_OPERATOR);
	});
}

#[test]
fn fails_for_anyone_but_the_issuers_owner() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, BOB, SETTLER] {
			assert_noop!(create(stranger, smithing()), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, RECIPE_DEPOSIT));

		assert_noop!(
			create(OPERATOR, smithing()),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::create_recipe(RuntimeOrigin::none(), COLLECTION, smithing(), avatar(BOB)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let (collection, recipe, to) = (COLLECTION, smithing(), avatar(BOB));
	let call = crate::Call::<Test>::create_recipe { collection, recipe, to };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::create_recipe());
}

#[test]
fn a_recipe_for_what_is_of_another_collection_is_noticed() {
	World::with_catalogue().recipe(smithing(), BOB).execute(|| {
		let _ = with_transaction(|| {
			Recipes::<Test>::mutate_extant(RecipeKey::from(RECIPE), |details| {
				let theirs = KindId { collection: CollectionId(1), index: 0 };
				details.recipe.outcome = certain(theirs, 1);
			});
			let message = "I18: a recipe makes something of another collection";
			assert_eq!(Items::do_try_state(), Err(message.into()));
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}
