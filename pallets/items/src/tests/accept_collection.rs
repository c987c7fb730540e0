// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, CollectionDetails, Error, Event, HoldReason, Issuer, Writer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{chain::Balance, ids::CollectionId};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn offer(who: AccountId, to: Issuer) {
	assert_ok!(Items::offer_collection(RuntimeOrigin::signed(who), COLLECTION, Some(to)));
}

fn accept(who: AccountId) -> DispatchResult {
	Items::accept_collection(RuntimeOrigin::signed(who), COLLECTION, ANY)
}

fn avatar_of(who: AccountId) -> Issuer {
	Issuer::Avatar(avatar(who))
}

/// A collection with one of everything that its payer pays for.
fn full() -> World {
	World::with_catalogue()
		.named("Arms")
		.attribute("power", Writer::Issuer)
		.sword(SETTLER)
		.arrows(SETTLER, 5)
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), OPERATOR)
}

/// What is held of the payer of [`full`].
const DEPOSITS: [(HoldReason, Balance); 6] = [
	(HoldReason::Collection, COLLECTION_DEPOSIT),
	(HoldReason::Metadata, METADATA_DEPOSIT),
	(HoldReason::Kind, 2 * KIND_DEPOSIT),
	(HoldReason::AttributeKey, ATTRIBUTE_KEY_DEPOSIT),
	(HoldReason::Item, ITEM_DEPOSIT),
	(HoldReason::Recipe, RECIPE_DEPOSIT),
];

/// A collection of Alice's avatar.
fn collection_of_alice() {
	assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), avatar_of(ALICE)));
}

#[test]
fn works_from_a_world_to_an_avatar() {
	full().execute(|| {
		let before = Items::collection(COLLECTION);
		let (from, to) = (Issuer::World(WORLD), avatar_of(ALICE));
		offer(OPERATOR, to);

		assert_ok!(accept(ALICE));

		let handed = before.map(|it| CollectionDetails { issuer: to, payer: ALICE, ..it });
		assert_eq!(Items::collection(COLLECTION), handed);
		System::assert_last_event(
			Event::CollectionHandedOver { collection: COLLECTION, from, to, payer: ALICE }.into(),
		);
	});
}

#[test]
fn works_from_an_avatar_to_a_world() {
	World::default().execute(|| {
		collection_of_alice();
		let to = Issuer::World(OTHER_WORLD);
		offer(ALICE, to);

		assert_ok!(accept(BOB));

		assert_eq!(Items::collection(COLLECTION), Some(CollectionDetails::new(to, BOB)));
	});
}

#[test]
fn moves_every_deposit() {
	full().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));

		assert_ok!(accept(ALICE));

		for (reason, deposit) in DEPOSITS {
			assert_eq!(held(reason, OPERATOR), 0);
			assert_eq!(held(reason, ALICE), deposit);
		}
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn the_old_issuer_is_needed_no_longer_and_the_new_one_is() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));

		assert_ok!(accept(ALICE));

		assert_eq!(world_consumers(), 0);
		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn the_new_issuer_mints_and_the_old_one_does_not() {
	World::with_catalogue().execute(|| {
		let mint = |who| Items::mint_items(RuntimeOrigin::signed(who), SWORDS, avatars(&[SETTLER]));
		offer(OPERATOR, Issuer::World(OTHER_WORLD));

		assert_ok!(accept(BOB));

		assert_noop!(mint(OPERATOR), NOT_SETTLER);
		assert_noop!(mint(SETTLER), NOT_SETTLER);
		assert_ok!(mint(BOB));
		assert_eq!(held(HoldReason::Item, BOB), ITEM_DEPOSIT);
	});
}

#[test]
fn works_for_who_owns_both_with_nothing_left_to_spend() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(OPERATOR));
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, 1));

		assert_ok!(accept(OPERATOR));

		assert_eq!(held(HoldReason::Kind, OPERATOR), 2 * KIND_DEPOSIT);
		assert_eq!(
			Items::collection(COLLECTION).map(|it| (it.issuer, it.payer)),
			Some((avatar_of(OPERATOR), OPERATOR))
		);
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		TheWorld::suspend();

		assert_ok!(accept(ALICE));
	});
}

#[test]
fn works_for_who_owns_the_avatar_by_now() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(accept(ALICE), NOT_YOURS);
		assert_ok!(accept(BOB));

		assert_eq!(Items::collection(COLLECTION).map(|it| it.payer), Some(BOB));
	});
}

#[test]
fn fails_twice() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		assert_ok!(accept(ALICE));

		assert_noop!(accept(ALICE), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::accept_collection(RuntimeOrigin::signed(ALICE), CollectionId(1), ANY),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_what_is_not_offered() {
	World::with_catalogue().execute(|| {
		for who in [OPERATOR, ALICE] {
			assert_noop!(accept(who), Error::<Test>::NotOffered);
		}
	});
}

#[test]
fn fails_for_what_is_offered_no_longer() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, None));

		assert_noop!(accept(ALICE), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));

		for stranger in [OPERATOR, BOB, SETTLER] {
			assert_noop!(accept(stranger), NOT_YOURS);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_worlds_operator() {
	World::default().execute(|| {
		collection_of_alice();
		offer(ALICE, Issuer::World(WORLD));

		for stranger in [ALICE, BOB, SETTLER] {
			assert_noop!(accept(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_for_an_avatar_that_is_offered() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		Pairs::offer(avatar(ALICE));

		assert_noop!(accept(ALICE), OFFERED);
	});
}

#[test]
fn fails_when_the_world_has_another_operator_since() {
	World::with_catalogue().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		TheWorld::belongs_to(BOB);

		assert_noop!(accept(ALICE), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_when_the_issuer_is_for_sale_or_sold_since() {
	World::default().execute(|| {
		collection_of_alice();
		offer(ALICE, avatar_of(SETTLER));

		Pairs::offer(avatar(ALICE));
		assert_noop!(accept(SETTLER), Error::<Test>::NotOffered);
		Pairs::belongs_to(avatar(ALICE), BOB);
		assert_noop!(accept(SETTLER), Error::<Test>::NotOffered);
	});
}

#[test]
fn holds_no_more_than_the_caller_agreed_to() {
	full().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		let total: Balance = DEPOSITS.iter().map(|(_, deposit)| deposit).sum();
		let accept =
			|most| Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, most);
		assert_eq!(Items::collection_deposits(COLLECTION), Some(total));

		assert_noop!(accept(total - 1), Error::<Test>::DepositsTooHigh);
		assert_ok!(accept(total));
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	full().execute(|| {
		offer(OPERATOR, avatar_of(ALICE));
		let total: Balance = DEPOSITS.iter().map(|(_, deposit)| deposit).sum();
		let have = |free| {
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, free));
		};

		// One coin has to stay, as the existential deposit.
		have(total);
		assert_noop!(accept(ALICE), DispatchError::Token(TokenError::FundsUnavailable));
		have(total + 1);
		assert_ok!(accept(ALICE));
	});
}
