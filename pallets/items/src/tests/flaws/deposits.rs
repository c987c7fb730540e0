// SPDX-License-Identifier: Apache-2.0
//! Who pays.

use super::{change, signed};
use crate::{mock::*, Error, Form, HoldReason, Issuer, Rules, Write, Writer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::RecipeId;
use sp_runtime::DispatchResult;

#[test]
fn public_crafting_never_spends_the_issuers_deposit() {
	let forge = recipe(&[(ARROWS, 1)], certain(SWORDS, 1));
	let chest = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1)]));
	World::with_catalogue()
		.arrows(ALICE, 5)
		.recipe(forge, OPERATOR)
		.recipe(chest, OPERATOR)
		.execute(|| {
			let craft = |recipe| {
				craft_on_any_terms(ALICE, avatar(ALICE), RecipeId(recipe), Default::default())
			};
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, 1));

			assert_ok!(craft(0));
			assert_eq!(Balances::free_balance(ALICE), MONEY - ITEM_DEPOSIT);
			assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);

			assert_ok!(craft(1));
			assert_eq!(held(HoldReason::Draw, ALICE), DRAW_DEPOSIT);
			next_round(1);
			next_round(2);
			assert_ok!(Items::settle_draw(signed(BOB), DRAW));
			assert_eq!(Balances::free_balance(ALICE), MONEY - 2 * ITEM_DEPOSIT);
			assert_eq!(held(HoldReason::Item, OPERATOR), 2 * ITEM_DEPOSIT);

			assert_eq!(Balances::free_balance(OPERATOR), 1);
		});
}

#[test]
fn nobody_pays_for_what_the_buyer_of_its_world_does() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.execute(|| {
			let (form, rules) = (Form::Unique, Rules::LOOSEST);
			let forge = recipe(&[(ARROWS, 1)], certain(SWORDS, 1));
			let free = Balances::free_balance(OPERATOR);
			TheWorld::belongs_to(BOB);
			let bob = || signed(BOB);

			for refused in [
				Items::create_kind(bob(), COLLECTION, form, None, rules, shares(&[])),
				Items::mint_items(bob(), SWORDS, avatars(&[BOB])),
				Items::mint_items(signed(SETTLER), SWORDS, avatars(&[BOB])),
				Items::mint_units(bob(), ARROWS, amounts(&[(BOB, 1)])),
				Items::set_metadata(bob(), COLLECTION, Some(metadata("Mine"))),
				Items::define_attribute(bob(), SWORDS, attribute_name("age"), Writer::Issuer),
				Items::create_recipe(bob(), COLLECTION, forge, avatar(BOB)),
			] {
				assert_eq!(refused, Err(Error::<Test>::NotAdopted.into()));
			}
			assert_ok!(Items::set_attributes(bob(), item(0), change(0, "7")));
			assert_eq!(held(HoldReason::Attribute, BOB), ATTRIBUTE_DEPOSIT);
			assert_eq!(Balances::free_balance(OPERATOR), free);
		});
}

/// Whoever fills the state pays for it, and for nothing else.
#[test]
fn no_record_is_free_but_units() {
	World::default().execute(|| {
		let (form, rules) = (Form::Unique, Rules::LOOSEST);
		let of_alice = Issuer::Avatar(avatar(ALICE));
		let mut free = Balances::free_balance(ALICE);
		let mut costs = |deed: DispatchResult| {
			assert_ok!(deed);
			let before = std::mem::replace(&mut free, Balances::free_balance(ALICE));
			before - free
		};

		let alice = || signed(ALICE);
		assert_eq!(costs(Items::create_collection(alice(), of_alice)), COLLECTION_DEPOSIT);
		let named = Items::set_metadata(alice(), COLLECTION, Some(metadata("Arms")));
		assert_eq!(costs(named), METADATA_DEPOSIT);
		let kind = Items::create_kind(alice(), COLLECTION, form, None, rules, shares(&[(BOB, 1)]));
		assert_eq!(costs(kind), KIND_DEPOSIT);
		let name = attribute_name("power");
		let defined = Items::define_attribute(alice(), SWORDS, name, Writer::Issuer);
		assert_eq!(costs(defined), ATTRIBUTE_KEY_DEPOSIT);
		let minted = Items::mint_items(alice(), SWORDS, avatars(&[BOB, BOB]));
		assert_eq!(costs(minted), 2 * ITEM_DEPOSIT);
		let set = Items::set_attributes(alice(), item(0), change(0, "7"));
		assert_eq!(costs(set), ATTRIBUTE_DEPOSIT);
		let forge = recipe(&[(SWORDS, 1)], certain(SWORDS, 1));
		let created = Items::create_recipe(alice(), COLLECTION, forge, avatar(BOB));
		assert_eq!(costs(created), RECIPE_DEPOSIT);
	});
}

/// No call removes what servers wrote but the end of the item.
#[test]
fn what_servers_write_is_not_held_for_good() {
	World::with_catalogue()
		.sword_rules(Rules { burnable: false, ..Rules::LOOSEST })
		.execute(|| {
			let define = || {
				let (name, writer) = (attribute_name("wear"), Writer::Server(WORLD));
				Items::define_attribute(signed(OPERATOR), SWORDS, name, writer)
			};
			assert_noop!(define(), Error::<Test>::NotBurnable);

			assert_ok!(Items::loosen_kind(signed(OPERATOR), SWORDS, Rules::LOOSEST));
			assert_ok!(define());
			assert_ok!(Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])));
			let write = Write { item: item(0), key: 0, counter: 1, value: value("worn") };
			let writes = vec![write].try_into().expect("one is few");
			assert_ok!(Items::write_attributes(signed(SETTLER), WORLD, writes));
			assert_eq!(held(HoldReason::Attribute, SETTLER), ATTRIBUTE_DEPOSIT);
			assert_ok!(Items::burn_item(signed(ALICE), item(0)));
			assert_eq!(held(HoldReason::Attribute, SETTLER), 0);
		});
}

#[test]
fn everything_can_be_removed_again_and_every_deposit_comes_back() {
	let forge = recipe(&[(ARROWS, 1)], certain(SWORDS, 1));
	World::with_catalogue()
		.named("Arms")
		.sword_rules(Rules { home: Some(WORLD), ..Rules::LOOSEST })
		.sword_royalty(&[(BOB, 100)])
		.attribute("power", Writer::Issuer)
		.attribute("wins", Writer::Server(WORLD))
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(forge, BOB)
		.execute(|| {
			assert_ok!(accrue(SWORDS, 3));
			assert_ok!(Items::set_attributes(signed(OPERATOR), item(0), change(0, "7")));

			assert_ok!(Items::burn_item(signed(ALICE), item(0)));
			assert_ok!(Items::burn_units(signed(ALICE), ARROWS, avatar(ALICE), 5));
			assert_ok!(Items::remove_recipe(signed(OPERATOR), RECIPE));
			assert_ok!(Items::collect_royalty(signed(ALICE), SWORDS));
			for kind in [SWORDS, ARROWS] {
				assert_ok!(Items::remove_kind(signed(OPERATOR), kind));
			}
			assert_ok!(Items::remove_collection(signed(OPERATOR), COLLECTION));

			assert_eq!([OPERATOR, ALICE].map(Balances::free_balance), [MONEY; 2]);
			assert_eq!(world_consumers(), 0);
			assert_eq!([OPERATOR, ALICE, BOB].map(|who| consumers(avatar(who))), [0; 3]);
			assert_eq!(crate::Items::<Test>::iter().count(), 0);
			assert_eq!(crate::Units::<Test>::iter().count(), 0);
			assert_eq!(crate::Kinds::<Test>::iter().count(), 0);
			assert_eq!(crate::AttributeKeys::<Test>::iter().count(), 0);
		});
}
