// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Issuer, Value, Writer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{chain::Balance, ids::CollectionId};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn adopt(who: AccountId) -> DispatchResult {
	Items::adopt_collection(RuntimeOrigin::signed(who), COLLECTION, ANY)
}

/// A collection with one of everything that its payer pays for, but two items.
fn full() -> World {
	World::with_catalogue()
		.named("Arms")
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.sword(BOB)
		.arrows(ALICE, 5)
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), OPERATOR)
}

/// What is held of the payer of [`full`].
const DEPOSITS: [(HoldReason, Balance); 6] = [
	(HoldReason::Collection, COLLECTION_DEPOSIT),
	(HoldReason::Metadata, METADATA_DEPOSIT),
	(HoldReason::Kind, 2 * KIND_DEPOSIT),
	(HoldReason::AttributeKey, ATTRIBUTE_KEY_DEPOSIT),
	(HoldReason::Item, 2 * ITEM_DEPOSIT),
	(HoldReason::Recipe, RECIPE_DEPOSIT),
];

#[test]
fn works() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let before = Items::collection(COLLECTION);
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		let adopted = before.map(|it| crate::CollectionDetails { payer: BOB, ..it });
		assert_eq!(Items::collection(COLLECTION), adopted);
		System::assert_last_event(
			Event::CollectionAdopted { collection: COLLECTION, from: OPERATOR, to: BOB }.into(),
		);
	});
}

#[test]
fn works_for_an_avatars_collection() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_ok!(adopt(BOB));

		assert_eq!(held(HoldReason::Collection, ALICE), 0);
		assert_eq!(held(HoldReason::Collection, BOB), COLLECTION_DEPOSIT);
	});
}

#[test]
fn moves_every_deposit() {
	full().execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		for (reason, deposit) in DEPOSITS {
			assert_eq!(held(reason, OPERATOR), 0);
			assert_eq!(held(reason, BOB), deposit);
		}
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn moves_no_deposit_of_what_is_gone() {
	full().execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::burn_item(RuntimeOrigin::signed(ALICE), item(0)));
		assert_ok!(Items::burn_units(RuntimeOrigin::signed(ALICE), ARROWS, avatar(ALICE), 5));
		assert_ok!(Items::remove_recipe(operator(), RECIPE));
		assert_ok!(Items::remove_kind(operator(), ARROWS));
		assert_ok!(Items::set_metadata(operator(), COLLECTION, None));
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		for (reason, deposit) in [
			(HoldReason::Collection, COLLECTION_DEPOSIT),
			(HoldReason::Metadata, 0),
			(HoldReason::Kind, KIND_DEPOSIT),
			(HoldReason::AttributeKey, ATTRIBUTE_KEY_DEPOSIT),
			(HoldReason::Item, ITEM_DEPOSIT),
			(HoldReason::Recipe, 0),
		] {
			assert_eq!(held(reason, BOB), deposit);
		}
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn leaves_the_deposits_of_attributes_with_who_wrote_them() {
	full().execute(|| {
		let changes = vec![(0, Some(Value::default()))].try_into().expect("one is few");
		assert_ok!(Items::set_attributes(RuntimeOrigin::signed(OPERATOR), item(0), changes));
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		assert_eq!(held(HoldReason::Attribute, OPERATOR), ATTRIBUTE_DEPOSIT);
		assert_eq!(held(HoldReason::Attribute, BOB), 0);
	});
}

#[test]
fn withdraws_what_the_account_before_had_offered() {
	World::with_catalogue().execute(|| {
		let to = Some(Issuer::Avatar(avatar(OPERATOR)));
		let operator = || RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::offer_collection(operator(), COLLECTION, to));
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		assert_eq!(Items::collection(COLLECTION).map(|it| it.offered_to), Some(None));
		assert_noop!(
			Items::accept_collection(operator(), COLLECTION, ANY),
			Error::<Test>::NotOffered
		);
	});
}

#[test]
fn lets_the_new_owner_mint() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);
		assert_ok!(adopt(BOB));

		assert_ok!(Items::mint_items(RuntimeOrigin::signed(SETTLER), SWORDS, avatars(&[ALICE])));

		assert_eq!(held(HoldReason::Item, BOB), ITEM_DEPOSIT);
		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
	});
}

#[test]
fn works_for_a_frozen_collection_of_a_suspended_world() {
	World::with_catalogue().frozen().execute(|| {
		TheWorld::belongs_to(BOB);
		TheWorld::suspend();

		assert_ok!(adopt(BOB));

		assert_eq!(Items::collection(COLLECTION).map(|it| it.frozen), Some(true));
	});
}

#[test]
fn needs_no_more_of_the_world_and_of_avatars_than_before() {
	full().execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(adopt(BOB));

		assert_eq!(world_consumers(), 1);
		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::adopt_collection(RuntimeOrigin::signed(OPERATOR), CollectionId(1), ANY),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);

		for stranger in [OPERATOR, ALICE, SETTLER] {
			assert_noop!(adopt(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::belongs_to(avatar(ALICE), BOB);

		for stranger in [ALICE, OPERATOR] {
			assert_noop!(adopt(stranger), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::belongs_to(avatar(ALICE), BOB);
		Pairs::offer(avatar(ALICE));

		assert_noop!(adopt(BOB), OFFERED);
	});
}

#[test]
fn fails_for_who_pays_already() {
	World::with_catalogue().execute(|| {
		assert_noop!(adopt(OPERATOR), Error::<Test>::AlreadyAdopted);
	});
}

/// Draws that are settled and what is crafted add to them.
#[test]
fn holds_no_more_than_the_caller_agreed_to() {
	full().execute(|| {
		TheWorld::belongs_to(BOB);
		let total: Balance = DEPOSITS.iter().map(|(_, deposit)| deposit).sum();
		let adopt = |most| Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION, most);

		assert_noop!(adopt(total - 1), Error::<Test>::DepositsTooHigh);
		assert_ok!(adopt(total));
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	full().execute(|| {
		TheWorld::belongs_to(BOB);
		let total: Balance = DEPOSITS.iter().map(|(_, deposit)| deposit).sum();
		let have = |free| {
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, free));
		};

		// One coin has to stay, as the existential deposit.
		have(total);
		assert_noop!(adopt(BOB), DispatchError::Token(TokenError::FundsUnavailable));
		have(total + 1);
		assert_ok!(adopt(BOB));
	});
}
