// SPDX-License-Identifier: Apache-2.0
//! What is made for certain.

use super::*;

#[test]
fn works_of_units_and_coins() {
	smithing().execute(|| {
		assert_ok!(craft(ALICE, &[]));

		let made = ItemDetails::new(avatar(ALICE), SWORDS.index, 0);
		assert_eq!(Items::item(item(0)), Some(made));
		assert_eq!(arrows_of(ALICE), 5);
		assert_eq!((coins(ALICE), coins(BOB)), (3, 5));
		let arrows = Items::kind(ARROWS).expect("it is in the catalogue");
		assert_eq!((arrows.minted, arrows.burned), (15, 10));
		assert_eq!(Items::kind(SWORDS).map(|it| it.minted), Some(1));
		assert_eq!(Items::recipe(RECIPE).map(|it| it.crafted), Some(1));
		System::assert_has_event(
			Event::UnitsBurned { kind: ARROWS, avatar: avatar(ALICE), amount: 10 }.into(),
		);
		System::assert_last_event(
			Event::Crafted { recipe: RECIPE, avatar: avatar(ALICE), item: Some(item(0)) }.into(),
		);
	});
}

#[test]
fn works_of_items() {
	breaking().execute(|| {
		assert_ok!(craft(ALICE, &[1]));

		assert_eq!(Items::item(item(1)), None);
		assert!(Items::item(item(0)).is_some());
		assert_eq!(Items::stack(ARROWS, avatar(ALICE)), Stack::free(20));
		assert_eq!(Items::kind(SWORDS).map(|it| it.burned), Some(1));
		let (item, kind, owner) = (item(1), SWORDS, avatar(ALICE));
		System::assert_has_event(Event::ItemBurned { item, kind, owner }.into());
		System::assert_last_event(
			Event::Crafted { recipe: RECIPE, avatar: avatar(ALICE), item: None }.into(),
		);
	});
}

#[test]
fn works_of_several_kinds_named_in_any_order() {
	let forging = recipe(&[(SWORDS, 2), (ARROWS, 3)], certain(SWORDS, 1));
	World::with_catalogue().recipe(forging, BOB).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		change_kind(SWORDS, |details| details.max_supply = None);
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[ALICE, ALICE])));
		assert_ok!(Items::mint_units(operator(), ARROWS, amounts(&[(ALICE, 3)])));

		assert_ok!(craft(ALICE, &[1, 0]));

		assert_eq!((Items::item(item(0)), Items::item(item(1))), (None, None));
		assert_eq!(Items::item(item(2)).map(|it| it.holding.owner), Some(avatar(ALICE)));
		let swords = Items::kind(SWORDS).expect("it is in the catalogue");
		assert_eq!((swords.minted, swords.burned), (3, 2));
		assert_eq!(arrows_of(ALICE), 0);
	});
}

#[test]
fn works_of_what_another_collection_has_issued() {
	World::with_catalogue().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		let theirs = KindId { collection: CollectionId(1), index: 0 };
		let (form, nobody) = (Form::Unique, Shares::default());
		let bound = Rules { transferable: false, burnable: true, home: None };
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(alice(), issuer));
		assert_ok!(Items::create_kind(alice(), CollectionId(1), form, None, bound, nobody));
		assert_ok!(Items::mint_items(alice(), theirs, avatars(&[BOB])));
		let trophy = ItemId { collection: CollectionId(1), serial: 0 };
		let exchange = recipe(&[(theirs, 1)], certain(ARROWS, 9));
		let operator = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::create_recipe(operator, COLLECTION, exchange, avatar(OPERATOR)));

		let items = vec![trophy].try_into().expect("it is one");
		assert_ok!(craft_by(BOB, RECIPE, items));

		assert_eq!(Items::item(trophy), None);
		assert_eq!(arrows_of(BOB), 9);
		assert_eq!(held(HoldReason::Item, ALICE), 0);
	});
}

#[test]
fn the_item_pays_the_royalty_of_the_day_it_was_made() {
	let gift = recipe(&[], certain(SWORDS, 1));
	let world = World::with_catalogue().sword_royalty(&[(BOB, 300)]);
	world.recipe(gift, BOB).execute(|| {
		assert_ok!(craft(ALICE, &[]));

		assert_eq!(Items::item(item(0)).map(|it| it.royalty), Some(300));
	});
}

#[test]
fn is_counted_for_the_avatar() {
	smithing().execute(|| {
		assert_eq!(consumers(avatar(ALICE)), 1);

		assert_ok!(craft(ALICE, &[]));

		assert_eq!(consumers(avatar(ALICE)), 2);
	});
}

#[test]
fn crafting_never_spends_the_issuers_money() {
	smithing().execute(|| {
		let (before, free) = (money(OPERATOR), Balances::free_balance(OPERATOR));

		assert_ok!(craft(ALICE, &[]));

		assert_eq!(Balances::free_balance(OPERATOR), free);
		assert_eq!(money(OPERATOR), before + ITEM_DEPOSIT);
		assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
		assert_eq!(money(ALICE), MONEY - ITEM_DEPOSIT);
	});
}

#[test]
fn works_though_the_issuer_has_no_money() {
	smithing().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, 1));

		assert_ok!(craft(ALICE, &[]));

		assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
	});
}

#[test]
fn the_issuer_pays_for_what_it_crafts_itself() {
	let gift = recipe(&[], certain(SWORDS, 1));
	World::with_catalogue().recipe(gift, BOB).execute(|| {
		let before = money(OPERATOR);

		assert_ok!(craft(OPERATOR, &[]));

		assert_eq!(money(OPERATOR), before);
		assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
	});
}

#[test]
fn units_cost_no_deposit() {
	breaking().execute(|| {
		assert_ok!(craft(ALICE, &[0]));

		assert_eq!(money(ALICE), MONEY);
	});
}

#[test]
fn what_is_burned_gives_its_deposits_back() {
	let world = breaking().attribute("name", Writer::Holder);
	world.execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		let name = vec![(0, Some(value("Sting")))].try_into().expect("it is one");
		assert_ok!(Items::set_attributes(alice, item(0), name));
		assert_eq!(held(HoldReason::Attribute, ALICE), ATTRIBUTE_DEPOSIT);
		assert_eq!(held(HoldReason::Item, OPERATOR), 3 * ITEM_DEPOSIT);

		assert_ok!(craft(ALICE, &[0]));

		assert_eq!(held(HoldReason::Attribute, ALICE), 0);
		assert_eq!(held(HoldReason::Item, OPERATOR), 2 * ITEM_DEPOSIT);
	});
}

#[test]
fn a_free_recipe_moves_no_coins() {
	breaking().execute(|| {
		assert_ok!(craft(ALICE, &[0]));

		assert_eq!((coins(ALICE), coins(BOB)), (0, 0));
	});
}

#[test]
fn who_gets_the_price_may_craft_too() {
	smithing().arrows(BOB, 10).coins(BOB, 5).execute(|| {
		assert_ok!(craft(BOB, &[]));

		assert_eq!(coins(BOB), 5);
	});
}

#[test]
fn an_avatar_with_another_owner_crafts_for_that_owners_deposit() {
	smithing().execute(|| {
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_ok!(craft_for(BOB, avatar(ALICE)));

		assert_eq!(money(BOB), MONEY - ITEM_DEPOSIT);
		assert_eq!(money(ALICE), MONEY);
	});
}

#[test]
fn fails_beyond_the_maximum_supply() {
	smithing().sword(BOB).sword(BOB).sword(BOB).execute(|| {
		assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn what_is_burned_makes_no_room() {
	let forging = recipe(&[(SWORDS, 1)], certain(SWORDS, 1));
	let world = World::with_catalogue().recipe(forging, BOB);
	world.sword(ALICE).sword(BOB).sword(BOB).execute(|| {
		assert_noop!(craft(ALICE, &[0]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn fails_without_the_price() {
	smithing().arrows(BOB, 10).execute(|| {
		assert_noop!(craft(BOB, &[]), TOO_FEW_COINS);
		// The price goes to Bob, who has as much then.
		assert_ok!(craft(ALICE, &[]));
		assert_ok!(craft(BOB, &[]));
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	smithing().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, ALICE, ITEM_DEPOSIT));

		assert_noop!(craft(ALICE, &[]), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn fails_when_all_serials_were_given_out() {
	smithing().execute(|| {
		change_collection(|details| details.items = u32::MAX);

		assert_noop!(craft(ALICE, &[]), Error::<Test>::NoIdsLeft);
	});
}
