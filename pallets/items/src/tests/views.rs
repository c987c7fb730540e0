// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Shares, Value, Write, Writer, MAX_ATTRIBUTES, SLOTS};
use frame_support::assert_ok;
use freehold_primitives::{
	asset::Stack,
	ids::{CollectionId, DrawId, ItemId, KindId, RecipeId},
};

/// Ids of the collection after the first.
const ELSEWHERE: KindId = KindId { collection: CollectionId(1), index: 0 };
const NO_ITEM: ItemId = ItemId { collection: CollectionId(1), serial: 0 };

#[test]
fn what_is_not_there_has_nothing_to_show() {
	let everything = World::with_catalogue()
		.named("Arms")
		.sword_royalty(&[(ALICE, 300)])
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), OPERATOR);
	everything.execute(|| {
		assert_eq!(Items::collection(CollectionId(1)), None);
		assert_eq!(Items::metadata(CollectionId(1)), None);
		assert_eq!(Items::collection_deposits(CollectionId(1)), None);
		assert_eq!(Items::kind(ELSEWHERE), None);
		assert_eq!(Items::royalty(ELSEWHERE), Shares::default());
		assert_eq!(Items::accrued(ELSEWHERE), 0);
		assert_eq!(Items::item(NO_ITEM), None);
		assert_eq!(Items::units(ELSEWHERE, avatar(ALICE)), Stack::default());
		assert_eq!(Items::units(ARROWS, avatar(99)), Stack::default());
		assert!(Items::attributes(NO_ITEM).is_empty());
		assert!(Items::outfit(avatar(ALICE)).is_empty());
		assert!(Items::outfit(avatar(99)).is_empty());
		assert_eq!(Items::recipe(RecipeId(1)), None);
		assert_eq!(Items::draw(DrawId(0)), None);
	});
}

#[test]
fn units_in_orders_are_shown_apart() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		lock_units(ARROWS, ALICE, 15);

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack { free: 5, locked: 15 });
	});
}

#[test]
fn a_royalty_is_shown_with_all_who_share_it() {
	World::with_catalogue().sword_royalty(&[(BOB, 100), (ALICE, 300)]).execute(|| {
		assert_eq!(Items::royalty(SWORDS), shares(&[(BOB, 100), (ALICE, 300)]));
		assert_eq!(Items::royalty(ARROWS), Shares::default());
	});
}

#[test]
fn attributes_are_listed_in_the_order_in_which_they_were_defined() {
	World::with_catalogue()
		.attribute("wins", Writer::Server(WORLD))
		.attribute("age", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.execute(|| {
			let set = |who, key, new| {
				let changes = vec![(key, Some(value(new)))].try_into().expect("one is few");
				Items::set_attributes(RuntimeOrigin::signed(who), item(0), changes)
			};
			let write = Write { item: item(0), key: 0, counter: 9, value: value("3") };
			assert_ok!(set(ALICE, 2, "Excalibur"));
			assert_ok!(Items::write_attributes(
				RuntimeOrigin::signed(SETTLER),
				WORLD,
				vec![write].try_into().expect("one is few"),
			));

			assert_eq!(
				Items::attributes(item(0)),
				[
					(attribute_name("wins"), value("3"), 9),
					(attribute_name("name"), value("Excalibur"), 0),
				]
			);
		});
}

#[test]
fn no_item_has_more_attributes_than_are_listed() {
	let names: Vec<_> = (0..MAX_ATTRIBUTES).map(|n| format!("attribute {n}")).collect();
	let world = names
		.iter()
		.fold(World::with_catalogue(), |world, name| world.attribute(name, Writer::Issuer));
	world.sword(ALICE).execute(|| {
		let changes: Vec<_> =
			(0u8..).take(names.len()).map(|key| (key, Some(Value::default()))).collect();
		let changes = changes.try_into().expect("as many as there may be");
		assert_ok!(Items::set_attributes(RuntimeOrigin::signed(OPERATOR), item(0), changes));

		let listed = Items::attributes(item(0));
		assert_eq!(listed.len(), names.len());
		assert!(listed
			.iter()
			.zip(&names)
			.all(|((listed, _, _), name)| listed.as_slice() == name.as_bytes()));
	});
}

#[test]
fn an_outfit_is_listed_by_slot_with_the_kinds_of_what_is_worn() {
	World::with_catalogue().sword(ALICE).sword(ALICE).sword(BOB).execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		let last = u8::try_from(SLOTS - 1).expect("there are few");
		assert_ok!(Items::equip(alice(), avatar(ALICE), last, item(0)));
		assert_ok!(Items::equip(alice(), avatar(ALICE), 0, item(1)));

		assert_eq!(Items::outfit(avatar(ALICE)), [(0, item(1), SWORDS), (last, item(0), SWORDS)]);
		assert!(Items::outfit(avatar(BOB)).is_empty());
	});
}

#[test]
fn an_item_is_shown_without_a_custody_that_is_over() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 7, 3));

		go_to(3);
		assert!(Items::item(item(0)).is_some_and(|it| it.holding.lock.is_some()));
		go_to(4);
		assert!(Items::item(item(0)).is_some_and(|it| it.holding.lock.is_none()));
	});
}

#[test]
fn a_recipe_is_shown_even_if_it_has_expired() {
	let fleeting =
		|| crate::Recipe { until: Some(2), ..recipe(&[(SWORDS, 1)], certain(ARROWS, 1)) };
	World::with_catalogue().recipe(fleeting(), ALICE).execute(|| {
		go_to(3);

		let shown = Items::recipe(RECIPE).expect("nobody has removed it");
		assert_eq!((shown.collection, shown.to, shown.crafted), (COLLECTION, avatar(ALICE), 0));
		assert_eq!(shown.recipe, fleeting());
	});
}

#[test]
fn a_draw_is_shown_until_it_is_settled() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1)]));
	World::with_catalogue().arrows(ALICE, 1).recipe(draw, OPERATOR).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

		let shown = Items::draw(DRAW).expect("it is open");
		assert_eq!(
			(shown.collection, shown.avatar, shown.round, shown.payer),
			(COLLECTION, avatar(ALICE), 0, ALICE)
		);
		next_round(1);
		next_round(2);
		assert_ok!(Items::settle_draw(RuntimeOrigin::signed(ALICE), DRAW));
		assert_eq!(Items::draw(DRAW), None);
	});
}
