// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with items, collections and royalties elsewhere, and can't here.

use crate::{
	mock::*, Attributes, Changes, Error, Form, HoldReason, Issuer, Rules, Write, WriteRefusal,
	Writer, MAX_COUNTER_STEP,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use freehold_primitives::{
	asset::{Class, Custody, Lock, Stack},
	fee::{item_royalty, BasisPoints, MAX_ROYALTY},
	ids::{AuctionId, CollectionId, ItemId, KindId, OrderId, RecipeId},
	key::ItemKey,
};
use sp_runtime::DispatchResult;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Sets one attribute.
fn change(key: u8, new: &str) -> Changes {
	vec![(key, Some(value(new)))].try_into().expect("one is few")
}

/// The part of a payment that the creators get for an item.
fn royalty_of(item: ItemId) -> Option<BasisPoints> {
	let class = Items::asset(item)?.class?;
	let terms = Items::terms(class.kind)?;
	Some(item_royalty(class.royalty, item.serial, terms.royalty, terms.raise))
}

/// What came of a call, without what it weighed.
fn plain(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(drop).map_err(|refusal| refusal.error)
}

/// Everything that the public may do to what its avatar has, without anyone else's consent.
fn every_deed_of_the_holder(who: AccountId) -> [DispatchResult; 9] {
	let (me, other, no_items) = (avatar(who), avatar(SETTLER), Default::default());
	let transfers = vec![(item(0), other)].try_into().expect("one is few");
	[
		Items::transfer_item(signed(who), item(0), other),
		Items::transfer_batch(signed(who), transfers),
		Items::transfer_units(signed(who), ARROWS, me, other, 1),
		plain(Items::burn_item(signed(who), item(0))),
		Items::burn_units(signed(who), ARROWS, me, 1),
		Items::equip(signed(who), me, 0, item(0)),
		Items::place_in_custody(signed(who), item(0), WORLD, 0, 9),
		Items::set_attributes(signed(who), item(0), change(0, "mine")),
		plain(Items::craft(signed(who), me, RECIPE, no_items)),
	]
}

/// A sword, arrows, and all that [`every_deed_of_the_holder`] needs to be allowed.
fn belongings() -> World {
	World::with_catalogue()
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), OPERATOR)
}

// What is burned.

#[test]
fn burn_leaves_no_attribute_and_no_deposit_behind() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.execute(|| {
			let accounts = [OPERATOR, ALICE];
			assert_ok!(Items::set_attributes(signed(OPERATOR), item(0), change(0, "7")));
			assert_ok!(Items::set_attributes(signed(ALICE), item(0), change(1, "Excalibur")));

			assert_ok!(Items::burn_item(signed(ALICE), item(0)));

			assert_eq!(Attributes::<Test>::iter_prefix(ItemKey::from(item(0))).count(), 0);
			for reason in [HoldReason::Attribute, HoldReason::Item] {
				assert_eq!(accounts.map(|who| held(reason, who)), [0, 0]);
			}
		});
}

#[test]
fn a_burned_id_is_never_given_out_again() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::burn_item(signed(ALICE), item(0)));
		assert_ok!(Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])));
		assert_eq!(Items::item(item(0)), None);
		assert_ok!(Items::burn_item(signed(ALICE), item(1)));

		for kind in [SWORDS, ARROWS] {
			assert_ok!(Items::remove_kind(signed(OPERATOR), kind));
		}
		let (form, rules) = (Form::Unique, Rules::LOOSEST);
		assert_ok!(Items::create_kind(
			signed(OPERATOR),
			COLLECTION,
			form,
			None,
			rules,
			shares(&[])
		));
		let third = KindId { collection: COLLECTION, index: 2 };
		assert_ok!(Items::mint_items(signed(OPERATOR), third, avatars(&[ALICE])));
		assert_eq!([SWORDS, ARROWS].map(Items::kind), [None, None]);
		assert_eq!([item(0), item(1)].map(Items::item), [None, None]);
		assert!(Items::item(item(2)).is_some());
	});
}

#[test]
fn burning_makes_no_room_for_more() {
	World::with_catalogue().sword(ALICE).sword(ALICE).sword(ALICE).execute(|| {
		for serial in 0..3 {
			assert_ok!(Items::burn_item(signed(ALICE), item(serial)));
		}

		assert_noop!(
			Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])),
			Error::<Test>::SupplyExceeded
		);
	});
}

#[test]
fn what_is_for_sale_is_not_burned_under_its_buyers() {
	for market in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		belongings().execute(|| {
			lock(item(0), market);
			lock_units(ARROWS, ALICE, 5);

			let deeds = every_deed_of_the_holder(ALICE);
			let locked: DispatchResult = Err(Error::<Test>::Locked.into());
			let too_few: DispatchResult = Err(Error::<Test>::TooFewUnits.into());
			assert_eq!(
				deeds,
				[locked, locked, too_few, locked, too_few, locked, locked, locked, too_few]
			);
		});
	}
}

// What issuers promise.

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
			assert_eq!(plain(Items::craft(signed(who), of_alice, RECIPE, none)), Err(NOT_YOURS));
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

// Royalties.

#[test]
fn a_raised_royalty_does_not_touch_what_was_minted_before() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 100)])
		.sword(ALICE)
		.execute(|| {
			let set = |rate| {
				assert_ok!(Items::set_royalty(
					signed(OPERATOR),
					SWORDS,
					shares(&[(OPERATOR, rate)])
				));
			};
			set(MAX_ROYALTY);
			assert_ok!(Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])));

			assert_eq!([item(0), item(1)].map(royalty_of), [Some(100), Some(MAX_ROYALTY)]);
			set(50);
			assert_eq!([item(0), item(1)].map(royalty_of), [Some(50), Some(50)]);
		});
}

/// Else an issuer would lower it, have the item bought, and raise it again.
#[test]
fn a_royalty_that_was_lowered_does_not_rise_again_for_what_was_there() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 500)])
		.sword(ALICE)
		.execute(|| {
			for rate in [100, 500] {
				let royalty = shares(&[(OPERATOR, rate)]);
				assert_ok!(Items::set_royalty(signed(OPERATOR), SWORDS, royalty));
			}

			assert_eq!(royalty_of(item(0)), Some(100));
		});
}

#[test]
fn the_royalty_of_units_does_not_rise_in_their_holders_hands() {
	World::with_catalogue()
		.arrow_royalty(&[(OPERATOR, 100)])
		.arrows(ALICE, 5)
		.execute(|| {
			for royalty in [shares(&[(OPERATOR, 101)]), shares(&[(OPERATOR, 100), (BOB, 1)])] {
				assert_noop!(
					Items::set_royalty(signed(OPERATOR), ARROWS, royalty),
					Error::<Test>::RoyaltyRaised
				);
			}
		});
}

#[test]
fn an_item_sold_with_its_avatar_keeps_its_royalty() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 300)])
		.sword(ALICE)
		.execute(|| {
			Pairs::offer(avatar(ALICE));
			Pairs::belongs_to(avatar(ALICE), BOB);

			assert_eq!(royalty_of(item(0)), Some(300));
			assert_ok!(Items::transfer_item(signed(BOB), item(0), avatar(BOB)));
			assert_eq!(royalty_of(item(0)), Some(300));
			assert_eq!(
				Items::asset(item(0)).and_then(|it| it.class),
				Some(Class { kind: SWORDS, royalty: 300 })
			);
		});
}

#[test]
fn a_holder_sets_no_royalty_and_nobody_sets_more_than_a_tenth() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let most = |who| shares(&[(who, 9_999)]);

		assert_noop!(Items::set_royalty(signed(ALICE), SWORDS, most(ALICE)), NOT_OPERATOR);
		assert_noop!(Items::set_royalty(signed(SETTLER), SWORDS, most(SETTLER)), NOT_OPERATOR);
		assert_noop!(
			Items::set_royalty(signed(OPERATOR), SWORDS, most(OPERATOR)),
			Error::<Test>::RoyaltyTooHigh
		);
	});
}

#[test]
fn whoever_takes_over_a_royalty_gets_none_of_what_was_earned_before() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100), (BOB, 100)]).execute(|| {
		assert_ok!(accrue(SWORDS, 101));
		TheWorld::belongs_to(SETTLER);

		let royalty = shares(&[(SETTLER, 200)]);
		assert_ok!(Items::set_royalty(signed(SETTLER), SWORDS, royalty));
		assert_ok!(accrue(SWORDS, 7));
		assert_ok!(Items::collect_royalty(signed(SETTLER), SWORDS));

		assert_eq!([ALICE, BOB, SETTLER].map(coins), [51, 50, 7]);
	});
}

/// A share that can't be paid would hold up all the others.
#[test]
fn one_who_shares_does_not_hold_up_the_others() {
	World::with_catalogue().sword_royalty(&[(ALICE, 1), (BOB, 999)]).execute(|| {
		assert_ok!(accrue(SWORDS, 10));
		Pairs::offer(avatar(ALICE));
		Pairs::offer(avatar(BOB));

		assert_ok!(Items::collect_royalty(signed(SETTLER), SWORDS));

		assert_eq!([ALICE, BOB].map(coins), [0, 9]);
		assert_eq!(Items::accrued(SWORDS), 1);
	});
}

// Who pays.

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
				Items::craft(signed(ALICE), avatar(ALICE), RecipeId(recipe), Default::default())
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

// What is signed, offered or agreed on.

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

/// Whatever the issuer does once someone has paid.
#[test]
fn a_draw_that_is_open_is_settled() {
	let chest = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 7, 1)]));
	World::with_catalogue().arrows(ALICE, 5).recipe(chest, OPERATOR).execute(|| {
		assert_ok!(Items::craft(signed(ALICE), avatar(ALICE), RECIPE, Default::default()));

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
