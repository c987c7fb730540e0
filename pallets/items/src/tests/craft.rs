// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, DrawDetails, Error, Event, Form, HoldReason, Inputs, Issuer,
	ItemDetails, NextDrawId, Outcome, Recipe, Rules, Shares, WeightInfo, Writer,
};
use frame_support::{
	assert_noop, assert_ok, dispatch::GetDispatchInfo, storage::with_storage_layer,
	traits::fungible::Inspect,
};
use freehold_primitives::{
	asset::{Lock, Stack},
	chain::Balance,
	ids::{AuctionId, AvatarId, CollectionId, DrawId, ItemId, KindId, OrderId, RecipeId},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// A sword of ten arrows, for five coins that go to Bob.
fn smithing() -> World {
	let smithing = recipe(&[(ARROWS, 10)], certain(SWORDS, 1));
	World::with_catalogue()
		.recipe(Recipe { price: 5, ..smithing }, BOB)
		.arrows(ALICE, 15)
		.coins(ALICE, 8)
}

/// Twenty arrows of a sword.
fn breaking() -> World {
	World::with_catalogue()
		.recipe(recipe(&[(SWORDS, 1)], certain(ARROWS, 20)), BOB)
		.sword(ALICE)
		.sword(ALICE)
		.sword(BOB)
}

/// A sword or thirty arrows for five coins that go to Bob.
fn lottery() -> World {
	let lottery = recipe(&[], random(&[(SWORDS, 1, 1), (ARROWS, 30, 3)]));
	World::with_catalogue()
		.recipe(Recipe { price: 5, ..lottery }, BOB)
		.coins(ALICE, 100)
}

fn inputs(serials: &[u32]) -> Inputs {
	let inputs: Vec<_> = serials.iter().copied().map(item).collect();
	inputs.try_into().expect("tests name a few")
}

/// Crafts by the first recipe.
fn craft(who: AccountId, serials: &[u32]) -> DispatchResult {
	craft_by(who, RECIPE, inputs(serials))
}

/// As a call is executed: in whole or not at all.
fn craft_by(who: AccountId, recipe: RecipeId, items: Inputs) -> DispatchResult {
	with_storage_layer(|| {
		let crafted = Items::craft(RuntimeOrigin::signed(who), avatar(who), recipe, items);
		crafted.map(drop).map_err(|failure| failure.error)
	})
}

/// Crafts the first recipe, of no items, for this avatar.
fn craft_for(who: AccountId, avatar: AvatarId) -> DispatchResult {
	let crafted = Items::craft(RuntimeOrigin::signed(who), avatar, RECIPE, Inputs::default());
	crafted.map(drop).map_err(|failure| failure.error)
}

fn arrows_of(who: AccountId) -> u64 {
	Items::stack(ARROWS, avatar(who)).total()
}

fn reserved(kind: KindId) -> u64 {
	Items::kind(kind).expect("it is in the catalogue").reserved
}

/// All money of an account, on hold or not.
fn money(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

mod certain_outcome {
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
				Event::Crafted { recipe: RECIPE, avatar: avatar(ALICE), item: Some(item(0)) }
					.into(),
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
			let bob = RuntimeOrigin::signed(BOB);

			assert_ok!(Items::craft(bob, avatar(ALICE), RECIPE, Inputs::default()));

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
}

mod inputs {
	use super::*;

	#[test]
	fn fails_with_too_few_units() {
		smithing().arrows(BOB, 9).coins(BOB, 5).execute(|| {
			assert_noop!(craft(BOB, &[]), Error::<Test>::TooFewUnits);
		});
	}

	#[test]
	fn units_in_orders_do_not_count() {
		smithing().execute(|| {
			lock_units(ARROWS, ALICE, 6);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::TooFewUnits);
		});
	}

	#[test]
	fn fails_without_the_items() {
		breaking().execute(|| {
			assert_noop!(craft(ALICE, &[]), Error::<Test>::WrongInputs);
		});
	}

	#[test]
	fn burns_no_more_items_than_the_recipe_takes() {
		breaking().execute(|| {
			assert_noop!(craft(ALICE, &[0, 1]), Error::<Test>::WrongInputs);
		});
		smithing().sword(ALICE).execute(|| {
			assert_noop!(craft(ALICE, &[0]), Error::<Test>::WrongInputs);
		});
	}

	#[test]
	fn an_item_does_not_count_twice() {
		let pair = recipe(&[(SWORDS, 2)], certain(ARROWS, 20));
		World::with_catalogue().recipe(pair, BOB).sword(ALICE).execute(|| {
			assert_noop!(craft(ALICE, &[0, 0]), Error::<Test>::NamedTwice);
		});
	}

	#[test]
	fn fails_for_an_item_of_another_kind() {
		World::with_catalogue().sword(ALICE).execute(|| {
			let operator = || RuntimeOrigin::signed(OPERATOR);
			let (form, nobody) = (Form::Unique, Shares::default());
			let shields = KindId { collection: COLLECTION, index: 2 };
			let kind =
				Items::create_kind(operator(), COLLECTION, form, None, Rules::LOOSEST, nobody);
			assert_ok!(kind);
			assert_ok!(Items::mint_items(operator(), shields, avatars(&[ALICE])));
			let breaking = recipe(&[(SWORDS, 1)], certain(ARROWS, 20));
			assert_ok!(Items::create_recipe(operator(), COLLECTION, breaking, avatar(BOB)));

			assert_noop!(craft(ALICE, &[1]), Error::<Test>::WrongInputs);
			assert_noop!(craft(ALICE, &[0, 1]), Error::<Test>::WrongInputs);
		});
	}

	#[test]
	fn fails_for_an_item_of_another_avatar() {
		breaking().execute(|| {
			assert_noop!(craft(ALICE, &[2]), Error::<Test>::NotOwner);

			// Not even if one account owns both.
			Pairs::belongs_to(avatar(BOB), ALICE);
			assert_noop!(craft(ALICE, &[2]), Error::<Test>::NotOwner);
		});
	}

	#[test]
	fn fails_for_an_item_that_does_not_exist() {
		breaking().execute(|| {
			assert_noop!(craft(ALICE, &[3]), Error::<Test>::UnknownItem);
		});
	}

	#[test]
	fn fails_for_a_worn_item() {
		breaking().execute(|| {
			assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

			assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
		});
	}

	#[test]
	fn fails_for_an_item_in_the_market() {
		for keeper in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
			breaking().execute(|| {
				lock(item(0), keeper);

				assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
			});
		}
	}

	#[test]
	fn fails_for_an_item_in_custody_until_that_is_over() {
		breaking().execute(|| {
			let alice = RuntimeOrigin::signed(ALICE);
			assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 1, 20));

			go_to(20);
			assert_noop!(craft(ALICE, &[0]), Error::<Test>::Locked);
			go_to(21);
			assert_ok!(craft(ALICE, &[0]));
		});
	}

	/// Rules only loosen; this is the one thing between a lasting item and the fire all the same.
	#[test]
	fn fails_for_what_can_not_be_burned() {
		breaking().execute(|| {
			change_kind(SWORDS, |details| details.rules.burnable = false);
			assert_noop!(craft(ALICE, &[0]), Error::<Test>::NotBurnable);
		});
		smithing().execute(|| {
			change_kind(ARROWS, |details| details.rules.burnable = false);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::NotBurnable);
		});
	}

	#[test]
	fn fails_for_kinds_that_are_gone() {
		World::with_catalogue()
			.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), BOB)
			.recipe(recipe(&[], certain(ARROWS, 1)), BOB)
			.execute(|| {
				assert_ok!(Items::remove_kind(RuntimeOrigin::signed(OPERATOR), ARROWS));

				for recipe in [RecipeId(0), RecipeId(1)] {
					assert_noop!(
						craft_by(ALICE, recipe, Inputs::default()),
						Error::<Test>::UnknownKind
					);
				}
			});
	}
}

mod by_draw {
	use super::*;

	#[test]
	fn works() {
		lottery().execute(|| {
			next_round(1);

			assert_ok!(craft(ALICE, &[]));

			let Outcome::Random(outcomes) = random(&[(SWORDS, 1, 1), (ARROWS, 30, 3)]) else {
				unreachable!("it is random");
			};
			let (collection, avatar, payer) = (COLLECTION, avatar(ALICE), ALICE);
			let details = DrawDetails { collection, outcomes, avatar, round: 1, payer };
			assert_eq!(Items::draw(DRAW), Some(details));
			assert_eq!((coins(ALICE), coins(BOB)), (95, 5));
			assert_eq!(Items::recipe(RECIPE).map(|it| it.crafted), Some(1));
			System::assert_last_event(
				Event::DrawOpened { draw: DRAW, recipe: RECIPE, avatar }.into(),
			);
		});
	}

	#[test]
	fn holds_a_deposit_of_who_crafts() {
		lottery().execute(|| {
			assert_ok!(craft(ALICE, &[]));
			assert_ok!(craft(ALICE, &[]));

			assert_eq!(held(HoldReason::Draw, ALICE), 2 * DRAW_DEPOSIT);
			assert_eq!(consumers(avatar(ALICE)), 2);
		});
	}

	#[test]
	fn room_is_kept_for_every_outcome() {
		lottery().execute(|| {
			assert_ok!(craft(ALICE, &[]));

			assert_eq!((reserved(SWORDS), reserved(ARROWS)), (1, 30));
			assert_eq!(Items::kind(SWORDS).map(|it| it.minted), Some(0));
		});
	}

	#[test]
	fn room_for_the_largest_of_several_outcomes_of_a_kind_is_enough() {
		let lottery = recipe(&[], random(&[(ARROWS, 10, 5), (ARROWS, 60, 1), (SWORDS, 1, 1)]));
		World::with_catalogue().recipe(lottery, BOB).execute(|| {
			assert_ok!(craft(ALICE, &[]));

			assert_eq!(reserved(ARROWS), 60);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
		});
	}

	#[test]
	fn nobody_mints_what_may_yet_be_drawn() {
		lottery().execute(|| {
			for _ in 0..3 {
				assert_ok!(craft(ALICE, &[]));
			}
			let operator = || RuntimeOrigin::signed(OPERATOR);

			// Three swords and ninety arrows are kept, of three and a hundred.
			assert_noop!(
				Items::mint_items(operator(), SWORDS, avatars(&[BOB])),
				Error::<Test>::SupplyExceeded
			);
			assert_noop!(
				Items::mint_units(operator(), ARROWS, amounts(&[(BOB, 11)])),
				Error::<Test>::SupplyExceeded
			);
			assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
			assert_noop!(Items::lower_cap(operator(), SWORDS, 2), Error::<Test>::CapTooLow);
			assert_ok!(Items::mint_units(operator(), ARROWS, amounts(&[(BOB, 10)])));
		});
	}

	#[test]
	fn fails_when_one_outcome_has_no_room() {
		lottery().sword(BOB).sword(BOB).sword(BOB).execute(|| {
			assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
		});
		lottery().arrows(BOB, 71).execute(|| {
			assert_noop!(craft(ALICE, &[]), Error::<Test>::SupplyExceeded);
		});
	}

	#[test]
	fn more_than_can_be_counted_is_not_kept() {
		let lottery = recipe(&[], random(&[(ARROWS, u64::MAX, 1)]));
		World::with_catalogue().recipe(lottery, BOB).execute(|| {
			change_kind(ARROWS, |details| details.max_supply = None);
			assert_ok!(craft(ALICE, &[]));

			assert_noop!(craft(ALICE, &[]), Error::<Test>::Overflow);
		});
	}

	#[test]
	fn a_kind_that_may_yet_be_drawn_stays() {
		lottery().execute(|| {
			assert_ok!(craft(ALICE, &[]));
			let operator = RuntimeOrigin::signed(OPERATOR);

			assert_noop!(Items::remove_kind(operator, SWORDS), Error::<Test>::InUse);
		});
	}

	#[test]
	fn inputs_are_burned_at_once() {
		let lottery = recipe(&[(SWORDS, 1)], random(&[(ARROWS, 30, 3)]));
		World::with_catalogue().recipe(lottery, BOB).sword(ALICE).execute(|| {
			assert_ok!(craft(ALICE, &[0]));

			assert_eq!(Items::item(item(0)), None);
			assert_eq!(arrows_of(ALICE), 0);
		});
	}

	#[test]
	fn gives_out_all_ids_and_then_fails() {
		lottery().execute(|| {
			NextDrawId::<Test>::put(DrawId(u32::MAX - 1));

			assert_ok!(craft(ALICE, &[]));
			assert!(Items::draw(DrawId(u32::MAX - 1)).is_some());
			assert_noop!(craft(ALICE, &[]), Error::<Test>::NoIdsLeft);
		});
	}

	#[test]
	fn never_spends_the_issuers_money() {
		lottery().execute(|| {
			let before = Balances::free_balance(OPERATOR);

			assert_ok!(craft(ALICE, &[]));

			assert_eq!(Balances::free_balance(OPERATOR), before);
			assert_eq!(Balances::free_balance(ALICE), MONEY - DRAW_DEPOSIT);
		});
	}

	#[test]
	fn fails_without_money_for_the_deposit() {
		lottery().execute(|| {
			let root = RuntimeOrigin::root();
			assert_ok!(Balances::force_set_balance(root, ALICE, DRAW_DEPOSIT));

			assert_noop!(craft(ALICE, &[]), DispatchError::Token(TokenError::FundsUnavailable));
		});
	}
}

mod permission {
	use super::*;

	#[test]
	fn fails_for_a_recipe_that_has_expired() {
		let brief = recipe(&[], certain(ARROWS, 1));
		World::with_catalogue()
			.recipe(Recipe { until: Some(20), ..brief }, BOB)
			.execute(|| {
				go_to(20);
				assert_ok!(craft(ALICE, &[]));
				go_to(21);
				assert_noop!(craft(ALICE, &[]), Error::<Test>::RecipeExpired);
			});
	}

	#[test]
	fn fails_for_a_recipe_that_was_used_as_often_as_it_may_be() {
		for outcome in [certain(ARROWS, 1), random(&[(ARROWS, 1, 1)])] {
			let rare = Recipe { limit: Some(2), ..recipe(&[], outcome) };
			World::with_catalogue().recipe(rare, BOB).execute(|| {
				assert_ok!(craft(ALICE, &[]));
				assert_ok!(craft(BOB, &[]));

				assert_noop!(craft(ALICE, &[]), Error::<Test>::RecipeExhausted);
			});
		}
	}

	#[test]
	fn fails_for_an_unknown_recipe() {
		smithing().execute(|| {
			assert_noop!(
				craft_by(ALICE, RecipeId(1), Inputs::default()),
				Error::<Test>::UnknownRecipe
			);
		});
	}

	#[test]
	fn fails_in_a_frozen_collection() {
		for world in [smithing(), lottery()] {
			world.frozen().execute(|| {
				assert_noop!(craft(ALICE, &[]), Error::<Test>::Frozen);
			});
		}
	}

	/// The payer would get deposits for what it does not know of.
	#[test]
	fn fails_until_the_worlds_new_owner_has_adopted_the_collection() {
		for world in [smithing(), lottery()] {
			world.execute(|| {
				TheWorld::belongs_to(BOB);
				assert_noop!(craft(ALICE, &[]), Error::<Test>::NotAdopted);

				assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION, ANY));
				assert_ok!(craft(ALICE, &[]));
			});
		}
	}

	#[test]
	fn fails_in_a_suspended_world() {
		for world in [smithing(), lottery()] {
			world.execute(|| {
				TheWorld::suspend();

				assert_noop!(craft(ALICE, &[]), SUSPENDED);
			});
		}
	}

	#[test]
	fn works_by_the_recipe_of_an_avatar() {
		World::default().execute(|| {
			let alice = || RuntimeOrigin::signed(ALICE);
			let (form, nobody) = (Form::Unique, Shares::default());
			let issuer = Issuer::Avatar(avatar(ALICE));
			assert_ok!(Items::create_collection(alice(), issuer));
			let kind = Items::create_kind(alice(), COLLECTION, form, None, Rules::LOOSEST, nobody);
			assert_ok!(kind);
			let gift = recipe(&[], certain(SWORDS, 1));
			assert_ok!(Items::create_recipe(alice(), COLLECTION, gift, avatar(ALICE)));

			assert_ok!(craft(BOB, &[]));
			assert_eq!(held(HoldReason::Item, ALICE), ITEM_DEPOSIT);

			Pairs::belongs_to(avatar(ALICE), OPERATOR);
			assert_noop!(craft(BOB, &[]), Error::<Test>::NotAdopted);
		});
	}

	#[test]
	fn fails_for_anyone_but_the_avatars_owner() {
		smithing().execute(|| {
			for stranger in [OPERATOR, BOB, SETTLER] {
				assert_noop!(craft_for(stranger, avatar(ALICE)), NOT_YOURS);
			}
		});
	}

	#[test]
	fn fails_for_an_unknown_avatar() {
		smithing().execute(|| {
			assert_noop!(craft_for(ALICE, AvatarId(10)), UNKNOWN_AVATAR);
		});
	}

	#[test]
	fn fails_while_the_avatar_is_offered() {
		smithing().execute(|| {
			Pairs::offer(avatar(ALICE));

			assert_noop!(craft(ALICE, &[]), OFFERED);
		});
	}

	#[test]
	fn fails_unsigned() {
		smithing().execute(|| {
			assert_noop!(
				Items::craft(RuntimeOrigin::none(), avatar(ALICE), RECIPE, Inputs::default()),
				DispatchError::BadOrigin
			);
		});
	}
}

mod weight {
	use super::*;
	use crate::{Changes, MAX_ATTRIBUTES};

	#[test]
	fn is_that_of_items_full_of_attributes() {
		let call = crate::Call::<Test>::craft {
			avatar: avatar(ALICE),
			recipe: RECIPE,
			items: super::inputs(&[0, 1]),
		};

		let expected = SubstrateWeight::<Test>::craft(2, 2 * MAX_ATTRIBUTES);
		assert_eq!(call.get_dispatch_info().call_weight, expected);
	}

	#[test]
	fn is_less_afterwards_for_what_was_not_there() {
		breaking().attribute("name", Writer::Holder).execute(|| {
			let alice = || RuntimeOrigin::signed(ALICE);
			let name: Changes = vec![(0, Some(value("Sting")))].try_into().expect("it is one");
			assert_ok!(Items::set_attributes(alice(), item(0), name));

			let crafted = Items::craft(alice(), avatar(ALICE), RECIPE, super::inputs(&[0]));

			let weight = crafted.expect("it can be crafted").actual_weight;
			assert_eq!(weight, Some(SubstrateWeight::<Test>::craft(1, 1)));
		});
	}

	#[test]
	fn is_that_of_no_attributes_for_whoever_comes_too_late() {
		breaking().execute(|| {
			assert_ok!(Items::freeze_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION));
			let alice = RuntimeOrigin::signed(ALICE);

			let crafted = Items::craft(alice, avatar(ALICE), RECIPE, super::inputs(&[0]));

			let refused = crafted.expect_err("nothing is crafted any more").post_info;
			assert_eq!(refused.actual_weight, Some(SubstrateWeight::<Test>::craft(1, 0)));
		});
	}
}
