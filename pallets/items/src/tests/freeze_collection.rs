// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, CollectionDetails, Error, Event, Form, Issuer, Rules, Value, Writer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::CollectionId;
use sp_runtime::DispatchResult;

fn freeze(who: AccountId) -> DispatchResult {
	Items::freeze_collection(RuntimeOrigin::signed(who), COLLECTION)
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let before = Items::collection(COLLECTION);

		assert_ok!(freeze(OPERATOR));

		let frozen = before.map(|it| CollectionDetails { frozen: true, ..it });
		assert_eq!(Items::collection(COLLECTION), frozen);
		System::assert_last_event(Event::CollectionFrozen { collection: COLLECTION }.into());
	});
}

#[test]
fn binds_the_issuer() {
	let recipe_of_one = || recipe(&[(ARROWS, 1)], certain(SWORDS, 1));
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(recipe_of_one(), OPERATOR)
		.execute(|| {
			let operator = || RuntimeOrigin::signed(OPERATOR);
			let form = Form::Unique;
			assert_ok!(freeze(OPERATOR));

			for refused in [
				Items::create_kind(operator(), COLLECTION, form, None, Rules::LOOSEST, shares(&[])),
				Items::mint_items(operator(), SWORDS, avatars(&[ALICE])),
				Items::mint_items(RuntimeOrigin::signed(SETTLER), SWORDS, avatars(&[ALICE])),
				Items::mint_units(operator(), ARROWS, amounts(&[(ALICE, 1)])),
				Items::set_metadata(operator(), COLLECTION, Some(metadata("Arms"))),
				Items::define_attribute(operator(), SWORDS, attribute_name("age"), Writer::Issuer),
				Items::set_attributes(
					operator(),
					item(0),
					vec![(0, Some(Value::default()))].try_into().expect("one is few"),
				),
				Items::create_recipe(operator(), COLLECTION, recipe_of_one(), avatar(OPERATOR)),
				Items::set_royalty(operator(), SWORDS, shares(&[(OPERATOR, 1)])),
			] {
				assert_eq!(refused, Err(Error::<Test>::Frozen.into()));
			}
			let crafted = craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default());
			assert_eq!(crafted.map_err(|it| it.error), Err(Error::<Test>::Frozen.into()));
		});
}

#[test]
fn leaves_the_issuer_what_favours_holders() {
	World::with_catalogue()
		.sword_rules(Rules { transferable: false, ..Rules::LOOSEST })
		.sword_royalty(&[(OPERATOR, 100)])
		.recipe(recipe(&[(SWORDS, 1)], certain(ARROWS, 1)), OPERATOR)
		.frozen()
		.execute(|| {
			let operator = || RuntimeOrigin::signed(OPERATOR);

			assert_ok!(Items::loosen_kind(operator(), SWORDS, Rules::LOOSEST));
			assert_ok!(Items::lower_cap(operator(), SWORDS, 2));
			assert_ok!(Items::set_royalty(operator(), SWORDS, shares(&[(BOB, 100)])));
			assert_ok!(Items::set_royalty(operator(), SWORDS, shares(&[])));
			assert_ok!(Items::remove_recipe(operator(), RECIPE));
			assert_ok!(Items::remove_kind(operator(), ARROWS));
		});
}

#[test]
fn leaves_holders_all_that_they_had() {
	World::with_catalogue()
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.sword(ALICE)
		.arrows(ALICE, 5)
		.frozen()
		.execute(|| {
			let (alice, settler) =
				(|| RuntimeOrigin::signed(ALICE), RuntimeOrigin::signed(SETTLER));
			let (me, changes) = (avatar(ALICE), vec![(0, Some(Value::default()))]);
			let changes = changes.try_into().expect("one is few");

			assert_ok!(Items::set_attributes(alice(), item(0), changes));
			assert_ok!(Items::equip(alice(), me, 0, item(0)));
			assert_ok!(Items::unequip(alice(), me, 0));
			assert_ok!(Items::place_in_custody(alice(), item(0), WORLD, 0, 9));
			assert_ok!(Items::release_from_custody(settler, item(0)));
			assert_ok!(Items::transfer_item(alice(), item(0), avatar(BOB)));
			assert_ok!(Items::transfer_units(alice(), ARROWS, me, avatar(BOB), 2));
			assert_ok!(Items::burn_item(alice(), item(1)));
			assert_ok!(Items::burn_units(alice(), ARROWS, me, 3));
		});
}

#[test]
fn a_frozen_collection_may_change_hands_and_stays_frozen() {
	World::with_catalogue().frozen().execute(|| {
		let to = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, Some(to)));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_eq!(
			Items::collection(COLLECTION).map(|it| (it.issuer, it.frozen)),
			Some((to, true))
		);
		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(ALICE), SWORDS, avatars(&[ALICE])),
			Error::<Test>::Frozen
		);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_noop!(freeze(BOB), NOT_YOURS);
		assert_ok!(freeze(ALICE));
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		assert_ok!(freeze(OPERATOR));
	});
}

#[test]
fn works_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_ok!(freeze(ALICE));
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::freeze_collection(RuntimeOrigin::signed(OPERATOR), CollectionId(1)),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(freeze(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::offer(avatar(ALICE));

		assert_noop!(freeze(ALICE), OFFERED);
	});
}

#[test]
fn fails_when_it_is_frozen_already() {
	World::with_catalogue().frozen().execute(|| {
		assert_noop!(freeze(OPERATOR), Error::<Test>::Frozen);
	});
}
