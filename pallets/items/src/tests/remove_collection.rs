// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Issuer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::CollectionId;
use sp_runtime::DispatchResult;

fn remove(who: AccountId) -> DispatchResult {
	Items::remove_collection(RuntimeOrigin::signed(who), COLLECTION)
}

/// A collection of [`WORLD`] that has a name and nothing else.
fn empty() -> World {
	World::with_catalogue().named("Arms")
}

/// Removes both kinds of the catalogue.
fn clear() {
	for kind in [SWORDS, ARROWS] {
		assert_ok!(Items::remove_kind(RuntimeOrigin::signed(OPERATOR), kind));
	}
}

#[test]
fn works() {
	empty().execute(|| {
		clear();

		assert_ok!(remove(OPERATOR));

		assert_eq!(Items::collection(COLLECTION), None);
		assert_eq!(Items::metadata(COLLECTION), None);
		System::assert_last_event(Event::CollectionRemoved { collection: COLLECTION }.into());
	});
}

#[test]
fn gives_every_deposit_back() {
	empty().execute(|| {
		clear();

		assert_ok!(remove(OPERATOR));

		assert_eq!(held(HoldReason::Collection, OPERATOR), 0);
		assert_eq!(held(HoldReason::Metadata, OPERATOR), 0);
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn gives_no_id_out_again() {
	empty().execute(|| {
		clear();
		assert_ok!(remove(OPERATOR));

		let issuer = Issuer::World(WORLD);
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(OPERATOR), issuer));

		assert_eq!(Items::collection(COLLECTION), None);
		assert!(Items::collection(CollectionId(1)).is_some());
	});
}

#[test]
fn its_issuer_is_needed_no_longer() {
	empty().execute(|| {
		clear();
		assert_ok!(remove(OPERATOR));

		assert_eq!(world_consumers(), 0);
	});
}

#[test]
fn works_for_an_avatars_collection() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_noop!(remove(BOB), NOT_YOURS);
		assert_ok!(remove(ALICE));

		assert_eq!(consumers(avatar(ALICE)), 0);
	});
}

#[test]
fn gives_the_deposits_back_to_a_former_owner_that_still_pays() {
	empty().execute(|| {
		clear();
		TheWorld::belongs_to(BOB);

		assert_ok!(remove(BOB));

		assert_eq!([OPERATOR, BOB].map(Balances::free_balance), [MONEY; 2]);
	});
}

#[test]
fn works_for_a_frozen_collection_that_is_offered_in_a_suspended_world() {
	empty().frozen().execute(|| {
		clear();
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		TheWorld::suspend();

		assert_ok!(remove(OPERATOR));

		assert_noop!(
			Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_while_it_has_kinds() {
	empty().execute(|| {
		assert_noop!(remove(OPERATOR), Error::<Test>::NotEmpty);

		assert_ok!(Items::remove_kind(RuntimeOrigin::signed(OPERATOR), SWORDS));
		assert_noop!(remove(OPERATOR), Error::<Test>::NotEmpty);
	});
}

#[test]
fn fails_while_it_has_recipes() {
	empty()
		.recipe(recipe(&[(SWORDS, 1)], certain(ARROWS, 1)), OPERATOR)
		.execute(|| {
			clear();

			assert_noop!(remove(OPERATOR), Error::<Test>::NotEmpty);

			assert_ok!(Items::remove_recipe(RuntimeOrigin::signed(OPERATOR), RECIPE));
			assert_ok!(remove(OPERATOR));
		});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::remove_collection(RuntimeOrigin::signed(OPERATOR), CollectionId(1)),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	empty().execute(|| {
		clear();

		for stranger in [ALICE, SETTLER] {
			assert_noop!(remove(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::offer(avatar(ALICE));

		assert_noop!(remove(ALICE), OFFERED);
	});
}
