// SPDX-License-Identifier: Apache-2.0
//! What issuers promise.

use super::{belongings, change, plain, signed};
use crate::{mock::*, Error, Form, Issuer, Rules, Writer};
use frame_support::{assert_noop, assert_ok};

#[test]
fn freezing_never_locks_a_holders_item() {
	belongings().frozen().execute(|| {
		assert_ok!(Items::transfer_item(signed(ALICE), item(0), avatar(BOB)));
		assert_ok!(Items::set_attributes(signed(BOB), item(0), change(0, "mine")));
		assert_ok!(Items::equip(signed(BOB), avatar(BOB), 0, item(0)));
		assert_ok!(Items::unequip(signed(BOB), avatar(BOB), 0));
		assert_ok!(Items::burn_item(signed(BOB), item(0)));
		let arrows = Items::transfer_units(signed(ALICE), ARROWS, avatar(ALICE), avatar(BOB), 5);
		assert_ok!(arrows);
		assert_ok!(Items::burn_units(signed(BOB), ARROWS, avatar(BOB), 5));
	});
}

#[test]
fn a_rule_is_never_tightened() {
	let mut all = Vec::new();
	for (transferable, burnable) in [(false, false), (false, true), (true, false), (true, true)] {
		for home in [None, Some(WORLD), Some(OTHER_WORLD)] {
			all.push(Rules { transferable, burnable, home });
		}
	}
	for before in all.iter().copied().filter(|it| it.home != Some(OTHER_WORLD)) {
		World::with_catalogue().sword_rules(before).execute(|| {
			for after in &all {
				let _ = Items::loosen_kind(signed(OPERATOR), SWORDS, *after);

				let rules = Items::kind(SWORDS).expect("no call here removes it").rules;
				assert!(rules.transferable >= before.transferable);
				assert!(rules.burnable >= before.burnable);
				assert!(rules.home.is_none() || rules.home == before.home);
			}
		});
	}
}

#[test]
fn the_cap_is_never_raised() {
	World::with_catalogue().arrows(ALICE, 10).execute(|| {
		let mut cap = 100;
		for max_supply in [u64::MAX, 101, 99, 100, 12, 99, 9, 10, 11, u64::MAX] {
			let _ = Items::lower_cap(signed(OPERATOR), ARROWS, max_supply);

			let now = Items::kind(ARROWS).and_then(|it| it.max_supply).expect("there is one");
			assert!((10..=cap).contains(&now));
			cap = now;
		}
		assert_eq!(cap, 10);
	});
}

#[test]
fn an_issuer_takes_nothing_back() {
	belongings().execute(|| {
		let (of_alice, transfers) = (avatar(ALICE), vec![(item(0), avatar(OPERATOR))]);
		let transfers = transfers.try_into().expect("one is few");
		for who in [OPERATOR, SETTLER] {
			let me = avatar(who);
			let units = Items::transfer_units(signed(who), ARROWS, of_alice, me, 1);
			assert_eq!(units, Err(NOT_YOURS));
			let item_moved = Items::transfer_item(signed(who), item(0), me);
			assert_eq!(item_moved, Err(NOT_YOURS));
			assert_eq!(plain(Items::burn_item(signed(who), item(0))), Err(NOT_YOURS));
			assert_eq!(Items::burn_units(signed(who), ARROWS, of_alice, 1), Err(NOT_YOURS));
			let custody = Items::place_in_custody(signed(who), item(0), WORLD, 0, 9);
			assert_eq!(custody, Err(NOT_YOURS));
			assert_eq!(Items::equip(signed(who), of_alice, 0, item(0)), Err(NOT_YOURS));
			let named = Items::set_attributes(signed(who), item(0), change(0, "theirs"));
			assert_eq!(named, Err(NOT_YOURS));
			let none = Default::default();
			let crafted = craft_on_any_terms(who, of_alice, RECIPE, none);
			assert_eq!(plain(crafted), Err(NOT_YOURS));
		}
		assert_eq!(Items::transfer_batch(signed(OPERATOR), transfers), Err(NOT_YOURS));
		assert_eq!(
			plain(Items::remove_kind(signed(OPERATOR), SWORDS)),
			Err(Error::<Test>::InUse.into())
		);
	});
}

#[test]
fn a_collection_that_is_sold_does_not_return_by_an_old_offer() {
	World::default().execute(|| {
		let of = |who| Issuer::Avatar(avatar(who));
		assert_ok!(Items::create_collection(signed(ALICE), of(ALICE)));
		assert_ok!(Items::offer_collection(signed(ALICE), COLLECTION, Some(of(SETTLER))));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(
			Items::accept_collection(signed(SETTLER), COLLECTION, ANY),
			Error::<Test>::NotOffered
		);
		assert_ok!(Items::adopt_collection(signed(BOB), COLLECTION, ANY));
		assert_noop!(
			Items::accept_collection(signed(SETTLER), COLLECTION, ANY),
			Error::<Test>::NotOffered
		);
	});
}

#[test]
fn a_stranger_does_not_keep_a_world_from_closing() {
	World::default().execute(|| {
		let home = Rules { home: Some(WORLD), ..Rules::LOOSEST };
		let issuer = Issuer::Avatar(avatar(ALICE));
		let create = |rules| {
			Items::create_kind(signed(ALICE), COLLECTION, Form::Unique, None, rules, shares(&[]))
		};
		assert_ok!(Items::create_collection(signed(ALICE), issuer));
		assert_ok!(create(Rules::LOOSEST));

		assert_noop!(create(home), NOT_OPERATOR);
		let (name, writer) = (attribute_name("wins"), Writer::Server(WORLD));
		assert_ok!(Items::define_attribute(signed(ALICE), SWORDS, name, writer));
		assert_noop!(Items::create_collection(signed(ALICE), Issuer::World(WORLD)), NOT_OPERATOR);
		assert_eq!(world_consumers(), 0);
	});
}
