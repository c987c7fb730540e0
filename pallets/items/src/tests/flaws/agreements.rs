// SPDX-License-Identifier: Apache-2.0
//! What is signed, offered or agreed on.

use super::{belongings, change, every_deed_of_the_holder, plain, signed};
use crate::{mock::*, Error, Form, Issuer, Rules, Write, WriteRefusal, Writer, MAX_COUNTER_STEP};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Custody, Lock, Stack},
	fee::MAX_ROYALTY,
	ids::{AuctionId, CollectionId, ItemId, KindId},
};
use sp_runtime::DispatchResult;

#[test]
fn an_order_for_an_item_does_not_revive_when_the_item_comes_back() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let version = || Items::asset(item(0)).map(|it| it.holding.version);
		let signed_for = version();
		assert_ok!(Items::transfer_item(signed(ALICE), item(0), avatar(BOB)));
		assert_ok!(Items::transfer_item(signed(BOB), item(0), avatar(ALICE)));

		assert_ne!(version(), signed_for);
	});
}

#[test]
fn an_item_is_not_worn_down_before_it_is_delivered() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("wear", Writer::Server(WORLD))
		.sword(ALICE)
		.execute(|| {
			let version = || Items::asset(item(0)).map(|it| it.holding.version);
			let looked_at = version();
			assert_ok!(Items::set_attributes(signed(OPERATOR), item(0), change(0, "1")));
			let set = version();
			let write = Write { item: item(0), key: 1, counter: 1, value: value("broken") };
			let writes = vec![write].try_into().expect("one is few");
			assert_ok!(Items::write_attributes(signed(SETTLER), WORLD, writes));

			assert_ne!(set, looked_at);
			assert_ne!(version(), set);
		});
}

/// A creator sells an item of its own collection, or a world one that its servers write: if the bids
/// are low, a write makes it another than was bid for.
#[test]
fn a_seller_does_not_get_out_of_an_auction_by_writing_its_item() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("wear", Writer::Server(WORLD))
		.sword(OPERATOR)
		.execute(|| {
			lock(item(0), Lock::Auction(AuctionId(0)));
			let bid_for = Items::asset(item(0));

			assert_noop!(
				Items::set_attributes(signed(OPERATOR), item(0), change(0, "1")),
				Error::<Test>::Locked
			);
			let write = Write { item: item(0), key: 1, counter: 1, value: value("broken") };
			let writes = vec![write].try_into().expect("one is few");
			assert_ok!(Items::write_attributes(signed(OPERATOR), WORLD, writes));

			assert_eq!(Items::asset(item(0)), bid_for);
			System::assert_last_event(
				crate::Event::AttributesWritten {
					world: WORLD,
					writes: 0,
					refused: vec![(0, WriteRefusal::UpForAuction)],
				}
				.into(),
			);
		});
}

/// Else an issuer names itself a writer once all is sold, and each write voids what somebody has for
/// sale: who does not pay never sells.
#[test]
fn nobody_becomes_a_writer_of_what_is_sold() {
	World::with_catalogue().sword(ALICE).execute(|| {
		for (name, writer) in [("power", Writer::Issuer), ("wear", Writer::Server(WORLD))] {
			let name = attribute_name(name);
			assert_ok!(Items::define_attribute(signed(OPERATOR), SWORDS, name, writer));
		}
		let before = Items::asset(item(0));

		assert_noop!(
			Items::set_attributes(signed(OPERATOR), item(0), change(0, "1")),
			Error::<Test>::NotWriter
		);
		let write = Write { item: item(0), key: 1, counter: 1, value: value("broken") };
		let writes = vec![write].try_into().expect("one is few");
		assert_ok!(Items::write_attributes(signed(SETTLER), WORLD, writes));
		assert_eq!(Items::asset(item(0)), before);
	});
}

#[test]
fn a_stolen_servers_key_does_not_end_an_attribute() {
	World::with_catalogue()
		.attribute("wear", Writer::Server(WORLD))
		.sword(ALICE)
		.execute(|| {
			let write = |counter, new| {
				let write = Write { item: item(0), key: 0, counter, value: value(new) };
				let writes = vec![write].try_into().expect("one is few");
				assert_ok!(Items::write_attributes(signed(SETTLER), WORLD, writes));
			};
			write(1, "worn");
			write(u64::MAX, "garbage");
			write(MAX_COUNTER_STEP, "garbage");
			write(MAX_COUNTER_STEP + 1, "worn");

			let counter = MAX_COUNTER_STEP + 1;
			assert_eq!(
				Items::attributes(item(0)),
				[(attribute_name("wear"), value("worn"), counter)]
			);
		});
}

/// The giver mints just before, of what nobody can burn.
#[test]
fn a_collection_is_not_filled_in_front_of_who_accepts_it() {
	World::with_catalogue().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(signed(OPERATOR), COLLECTION, to));
		let seen = Items::collection_deposits(COLLECTION).expect("it is in the catalogue");
		assert_ok!(Items::mint_items(signed(SETTLER), SWORDS, avatars(&[OPERATOR; 3])));

		assert_noop!(
			Items::accept_collection(signed(ALICE), COLLECTION, seen),
			Error::<Test>::DepositsTooHigh
		);
	});
}

#[test]
fn a_world_is_closed_though_its_collection_was_handed_over() {
	World::with_catalogue()
		.sword_rules(Rules { home: Some(WORLD), ..Rules::LOOSEST })
		.attribute("wear", Writer::Server(WORLD))
		.sword(ALICE)
		.execute(|| {
			let to = Some(Issuer::Avatar(avatar(ALICE)));
			assert_ok!(Items::offer_collection(signed(OPERATOR), COLLECTION, to));
			assert_ok!(Items::accept_collection(signed(ALICE), COLLECTION, ANY));

			assert_ok!(Items::loosen_kind(signed(OPERATOR), SWORDS, Rules::LOOSEST));

			assert_eq!(world_consumers(), 0);
		});
}

#[test]
fn an_attribute_is_not_rolled_back_by_sending_an_old_state_again() {
	World::with_catalogue()
		.attribute("wins", Writer::Server(WORLD))
		.sword(ALICE)
		.execute(|| {
			let write = |counter, new| {
				let write = Write { item: item(0), key: 0, counter, value: value(new) };
				let writes = vec![write].try_into().expect("one is few");
				assert_ok!(Items::write_attributes(signed(SETTLER), WORLD, writes));
			};
			write(5, "worn");
			for old in [0, 4, 5] {
				write(old, "as new");

				assert_eq!(
					Items::attributes(item(0)),
					[(attribute_name("wins"), value("worn"), 5)]
				);
				System::assert_last_event(
					crate::Event::AttributesWritten {
						world: WORLD,
						writes: 0,
						refused: vec![(0, WriteRefusal::Stale)],
					}
					.into(),
				);
			}
		});
}

#[test]
fn a_seller_does_not_drain_an_avatar_between_the_buyers_look_and_the_purchase() {
	belongings().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_eq!(every_deed_of_the_holder(ALICE), [Err(OFFERED); 9]);
	});
}

#[test]
fn who_has_sold_an_avatar_has_nothing_of_it_left() {
	belongings().execute(|| {
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_eq!(every_deed_of_the_holder(ALICE), [Err(NOT_YOURS); 9]);
	});
}

#[test]
fn what_is_soulbound_finds_no_way_around() {
	let bound = Rules { transferable: false, burnable: true, home: None };
	belongings().sword_rules(bound).arrow_rules(bound).execute(|| {
		let soulbound: DispatchResult = Err(Error::<Test>::Soulbound.into());

		assert_eq!(every_deed_of_the_holder(ALICE)[..3], [soulbound; 3]);
		assert!(Items::terms(SWORDS).is_some_and(|it| !it.transferable));
		assert!(Items::terms(ARROWS).is_some_and(|it| !it.transferable));
	});
}

#[test]
fn a_custody_ends_even_if_the_world_never_lets_go() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let place = |until| Items::place_in_custody(signed(ALICE), item(0), WORLD, 0, until);
		assert_noop!(place(1 + MAX_CUSTODY + 1), Error::<Test>::TooLong);
		assert_ok!(place(1 + MAX_CUSTODY));
		TheWorld::suspend();

		go_to(1 + MAX_CUSTODY);
		let custody = Custody { world: WORLD, reason: 0, until: 1 + MAX_CUSTODY };
		let lock = || Items::asset(item(0)).and_then(|it| it.holding.lock);
		assert_eq!(lock(), Some(Lock::Custody(custody)));
		go_to(1 + MAX_CUSTODY + 1);
		assert_eq!(lock(), None);
		assert_ok!(Items::transfer_item(signed(ALICE), item(0), avatar(BOB)));
	});
}

/// Whether it is made at once or drawn.
fn both_ways(test: impl Fn()) {
	for outcome in [certain(SWORDS, 1), random(&[(SWORDS, 1, 1)])] {
		World::with_catalogue()
			.sword_royalty(&[(OPERATOR, 100)])
			.attribute("name", Writer::Holder)
			.arrows(ALICE, 5)
			.recipe(recipe(&[(ARROWS, 5)], outcome), OPERATOR)
			.execute(&test);
	}
}

/// Alice has signed for what she saw: a royalty of 100 and one attribute.
fn craft_as_seen() -> DispatchResult {
	plain(Items::craft(signed(ALICE), avatar(ALICE), RECIPE, Default::default(), 100, 1))
}

/// Else an issuer waits for who crafts, and takes a tenth of every sale of what comes of it.
#[test]
fn a_royalty_is_not_raised_in_front_of_who_crafts() {
	both_ways(|| {
		let royalty = shares(&[(OPERATOR, MAX_ROYALTY)]);
		assert_ok!(Items::set_royalty(signed(OPERATOR), SWORDS, royalty));

		assert_noop!(craft_as_seen(), Error::<Test>::RoyaltyNotAgreed);

		assert_ok!(Items::set_royalty(signed(OPERATOR), SWORDS, shares(&[(BOB, 100)])));
		assert_ok!(craft_as_seen());
	});
}

/// Else an issuer names itself a writer at the last moment: each write voids what somebody has for
/// sale.
#[test]
fn nobody_becomes_a_writer_in_front_of_who_crafts() {
	for writer in [Writer::Issuer, Writer::Server(WORLD)] {
		both_ways(|| {
			let name = attribute_name("wear");
			assert_ok!(Items::define_attribute(signed(OPERATOR), SWORDS, name, writer));

			assert_noop!(craft_as_seen(), Error::<Test>::AttributesNotAgreed);

			assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(5));
		});
	}
}

/// Whatever the issuer does once someone has paid.
#[test]
fn a_draw_that_is_open_is_settled() {
	let chest = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 7, 1)]));
	World::with_catalogue().arrows(ALICE, 5).recipe(chest, OPERATOR).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

		assert_ok!(Items::lower_cap(signed(OPERATOR), SWORDS, 1));
		assert_ok!(Items::lower_cap(signed(OPERATOR), ARROWS, 12));
		for kind in [SWORDS, ARROWS] {
			assert_noop!(Items::remove_kind(signed(OPERATOR), kind), Error::<Test>::InUse);
		}
		assert_ok!(Items::remove_recipe(signed(OPERATOR), RECIPE));
		assert_ok!(Items::freeze_collection(signed(OPERATOR), COLLECTION));
		TheWorld::suspend();
		TheWorld::belongs_to(BOB);
		Pairs::offer(avatar(ALICE));
		next_round(1);
		next_round(2);

		assert_ok!(Items::settle_draw(signed(SETTLER), DRAW));
	});
}

#[test]
fn ids_of_one_collection_are_not_taken_for_those_of_another() {
	World::with_catalogue().sword(ALICE).arrows(ALICE, 5).execute(|| {
		let other = CollectionId(1);
		let (form, rules) = (Form::Unique, Rules::LOOSEST);
		assert_ok!(Items::create_collection(signed(BOB), Issuer::Avatar(avatar(BOB))));
		assert_ok!(Items::create_kind(signed(BOB), other, form, None, rules, shares(&[])));
		let kind = KindId { collection: other, index: 0 };
		assert_ok!(Items::mint_items(signed(BOB), kind, avatars(&[BOB])));
		let twin = ItemId { collection: other, serial: 0 };

		assert_noop!(Items::burn_item(signed(BOB), item(0)), NOT_YOURS);
		assert_ok!(Items::burn_item(signed(BOB), twin));

		assert!(Items::item(item(0)).is_some());
		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(5));
		assert_noop!(Items::mint_items(signed(BOB), SWORDS, avatars(&[BOB])), NOT_SETTLER);
	});
}
