// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Form, Issuer, KindDetails, Rules};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::{CollectionId, KindId};
use sp_runtime::DispatchResult;

fn lower(who: AccountId, max_supply: u64) -> DispatchResult {
	Items::lower_cap(RuntimeOrigin::signed(who), ARROWS, max_supply)
}

fn cap() -> Option<u64> {
	Items::kind(ARROWS).and_then(|it| it.max_supply)
}

#[test]
fn works() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let before = Items::kind(ARROWS);

		assert_ok!(lower(OPERATOR, 50));

		let lowered = before.map(|it| KindDetails { max_supply: Some(50), ..it });
		assert_eq!(Items::kind(ARROWS), lowered);
		System::assert_last_event(Event::CapLowered { kind: ARROWS, max_supply: 50 }.into());
	});
}

#[test]
fn nothing_more_is_minted_once_it_is_what_there_is() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(lower(OPERATOR, 19), Error::<Test>::CapTooLow);
		assert_ok!(lower(OPERATOR, 20));

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), ARROWS, amounts(&[(ALICE, 1)])),
			Error::<Test>::SupplyExceeded
		);
	});
}

#[test]
fn sets_one_where_there_was_none() {
	World::with_catalogue().execute(|| {
		let (operator, form) = (|| RuntimeOrigin::signed(OPERATOR), Form::Unique);
		let rules = Rules::LOOSEST;
		assert_ok!(Items::create_kind(operator(), COLLECTION, form, None, rules, shares(&[])));
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_ok!(Items::lower_cap(operator(), kind, 7));

		assert_eq!(Items::kind(kind).map(|it| it.max_supply), Some(Some(7)));
	});
}

#[test]
fn may_be_none_at_all_where_nothing_was_minted() {
	World::with_catalogue().execute(|| {
		assert_ok!(lower(OPERATOR, 0));

		assert_eq!(cap(), Some(0));
	});
}

#[test]
fn counts_what_was_burned() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_ok!(Items::burn_units(RuntimeOrigin::signed(ALICE), ARROWS, avatar(ALICE), 15));

		assert_noop!(lower(OPERATOR, 19), Error::<Test>::CapTooLow);
		assert_ok!(lower(OPERATOR, 20));
	});
}

#[test]
fn counts_what_may_yet_be_drawn() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 30, 1)]));
	World::with_catalogue().arrows(ALICE, 20).recipe(draw, OPERATOR).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

		assert_noop!(lower(OPERATOR, 49), Error::<Test>::CapTooLow);
		assert_ok!(lower(OPERATOR, 50));
	});
}

#[test]
fn the_same_cap_again_changes_nothing() {
	World::with_catalogue().execute(|| {
		assert_ok!(lower(OPERATOR, 100));

		assert_eq!(cap(), Some(100));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::with_catalogue().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_noop!(lower(BOB, 5), NOT_YOURS);
		assert_ok!(lower(ALICE, 5));
		Pairs::offer(avatar(ALICE));
		assert_noop!(lower(ALICE, 4), OFFERED);
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world_while_a_former_owner_pays() {
	World::with_catalogue().frozen().execute(|| {
		TheWorld::suspend();
		TheWorld::belongs_to(BOB);

		assert_ok!(lower(BOB, 50));
	});
}

#[test]
fn fails_above_the_present_cap() {
	World::with_catalogue().execute(|| {
		for max_supply in [101, u64::MAX] {
			assert_noop!(lower(OPERATOR, max_supply), Error::<Test>::CapRaised);
		}
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		assert_noop!(
			Items::lower_cap(RuntimeOrigin::signed(OPERATOR), kind, 1),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::lower_cap(RuntimeOrigin::signed(OPERATOR), kind, 1),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(lower(stranger, 50), NOT_OPERATOR);
		}
	});
}
