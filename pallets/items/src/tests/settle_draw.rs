// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Chance, Error, Event, HoldReason, Inputs, ItemDetails,
	Recipe, Round, RoundDetails, Rounds, WeightInfo,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	storage::with_storage_layer,
	traits::{fungible::Inspect, Hooks},
};
use freehold_primitives::{
	asset::Stack,
	chain::{Balance, Hash},
	ids::{DrawId, KindId},
};
use proptest::prelude::*;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError, DispatchResult,
};
use std::collections::BTreeMap;

/// Coins of the first recipe's price.
const PRICE: Balance = 5;

/// With a recipe that comes to one of these, for five coins that go to Bob, of which Alice has
/// enough. There is no end of either kind.
fn lottery(outcomes: &[(KindId, u64, u16)]) -> World {
	let lottery = Recipe { price: PRICE, ..recipe(&[], random(outcomes)) };
	World::with_catalogue().recipe(lottery, BOB).coins(ALICE, 1_000)
}

/// Runs a test in which swords and arrows may be drawn, and as many as anyone likes.
fn drawing(test: impl FnOnce()) {
	lottery(&[(SWORDS, 1, 1), (ARROWS, 3, 2), (ARROWS, 5, 1)]).execute(|| {
		for kind in [SWORDS, ARROWS] {
			change_kind(kind, |details| details.max_supply = None);
		}
		test();
	});
}

fn craft(who: AccountId) {
	assert_ok!(craft_on_any_terms(who, avatar(who), RECIPE, Inputs::default()));
}

/// As a call is executed: in whole or not at all.
fn settle(who: AccountId, draw: u32) -> DispatchResult {
	with_storage_layer(|| Items::settle_draw(RuntimeOrigin::signed(who), DrawId(draw)))
}

/// What a draw came out at, as the last event tells.
fn settled(who: AccountId, draw: u32) -> (KindId, u64) {
	assert_ok!(settle(who, draw));
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::Items(Event::DrawSettled { draw: id, kind, amount, .. })) => {
			assert_eq!(id, DrawId(draw));
			(kind, amount)
		},
		event => panic!("it is {event:?}"),
	}
}

/// Opens so many draws of Alice's in this round.
fn open(draws: u32) {
	for _ in 0..draws {
		craft(ALICE);
	}
}

/// Settles so many draws, the first one first.
fn settle_all(draws: u32) -> Vec<(KindId, u64)> {
	(0..draws).map(|draw| settled(BOB, draw)).collect()
}

/// All money of an account, on hold or not.
fn money(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

mod outcome {
	use super::*;

	#[test]
	fn an_item_is_minted() {
		lottery(&[(SWORDS, 1, 1)]).execute(|| {
			craft(ALICE);
			next_round(1);
			next_round(2);

			assert_ok!(settle(BOB, 0));

			let made = ItemDetails::new(avatar(ALICE), SWORDS.index, 0);
			assert_eq!(Items::item(item(0)), Some(made));
			assert_eq!(Items::draw(DRAW), None);
			let swords = Items::kind(SWORDS).expect("it is in the catalogue");
			assert_eq!((swords.minted, swords.reserved), (1, 0));
			assert_eq!(consumers(avatar(ALICE)), 1);
			System::assert_last_event(
				Event::DrawSettled {
					draw: DRAW,
					avatar: avatar(ALICE),
					kind: SWORDS,
					amount: 1,
					item: Some(item(0)),
				}
				.into(),
			);
		});
	}

	#[test]
	fn units_are_minted() {
		lottery(&[(ARROWS, 7, 1)]).execute(|| {
			craft(ALICE);
			next_round(1);
			next_round(2);

			assert_ok!(settle(BOB, 0));

			assert_eq!(Items::stack(ARROWS, avatar(ALICE)), Stack::free(7));
			let arrows = Items::kind(ARROWS).expect("it is in the catalogue");
			assert_eq!((arrows.minted, arrows.reserved), (7, 0));
			System::assert_last_event(
				Event::DrawSettled {
					draw: DRAW,
					avatar: avatar(ALICE),
					kind: ARROWS,
					amount: 7,
					item: None,
				}
				.into(),
			);
		});
	}

	#[test]
	fn room_for_what_was_not_drawn_is_given_back() {
		lottery(&[(SWORDS, 1, 1), (ARROWS, 30, 1)]).execute(|| {
			open(3);
			next_round(1);
			next_round(2);

			let drawn = settle_all(3);

			for (kind, amount) in [(SWORDS, 1), (ARROWS, 30)] {
				let details = Items::kind(kind).expect("it is in the catalogue");
				let times = drawn.iter().filter(|it| **it == (kind, amount)).count() as u64;
				assert_eq!((details.minted, details.reserved), (times * amount, 0));
			}
		});
	}

	#[test]
	fn an_item_pays_its_deposit_of_that_of_the_draw() {
		lottery(&[(SWORDS, 1, 1)]).execute(|| {
			let (issuer, free) = (money(OPERATOR), Balances::free_balance(OPERATOR));
			craft(ALICE);
			next_round(1);
			next_round(2);

			assert_ok!(settle(BOB, 0));

			assert_eq!(held(HoldReason::Draw, ALICE), 0);
			assert_eq!(Balances::free_balance(ALICE), MONEY - ITEM_DEPOSIT);
			assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
			assert_eq!(Balances::free_balance(OPERATOR), free);
			assert_eq!(money(OPERATOR), issuer + ITEM_DEPOSIT);
			assert_eq!(money(BOB), MONEY);
		});
	}

	#[test]
	fn units_cost_no_deposit() {
		lottery(&[(ARROWS, 7, 1)]).execute(|| {
			craft(ALICE);
			next_round(1);
			next_round(2);

			assert_ok!(settle(BOB, 0));

			assert_eq!(held(HoldReason::Draw, ALICE), 0);
			assert_eq!(Balances::free_balance(ALICE), MONEY);
		});
	}

	#[test]
	fn the_issuer_pays_for_what_it_draws_itself() {
		lottery(&[(SWORDS, 1, 1)]).coins(OPERATOR, PRICE).execute(|| {
			let before = money(OPERATOR);
			craft(OPERATOR);
			next_round(1);
			next_round(2);

			assert_ok!(settle(BOB, 0));

			assert_eq!(money(OPERATOR), before);
			assert_eq!(held(HoldReason::Draw, OPERATOR), 0);
			assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
		});
	}

	#[test]
	fn coins_are_paid_once() {
		drawing(|| {
			craft(ALICE);
			next_round(1);
			next_round(2);
			assert_ok!(settle(BOB, 0));

			assert_eq!((coins(ALICE), coins(BOB)), (1_000 - PRICE, PRICE));
		});
	}
}

mod chance {
	use super::*;

	/// So many that no two seeds give the same by accident.
	const MANY: u32 = 24;

	/// What many draws of one round come to, if the rounds after it have these seeds, and each is
	/// settled at once when it can be.
	fn drawn_with(seeds: [u8; 2]) -> Vec<(KindId, u64)> {
		let mut drawn = Vec::new();
		drawing(|| {
			open(MANY);
			for seed in seeds {
				next_round(seed);
			}
			drawn = settle_all(MANY);
		});
		drawn
	}

	/// The blocks of the round in which it was opened, and those of the round after.
	#[test]
	fn what_was_added_since_decides() {
		let drawn = drawn_with([1, 2]);

		assert_ne!(drawn_with([77, 2]), drawn);
		assert_ne!(drawn_with([1, 3]), drawn);
		assert_eq!(drawn_with([1, 2]), drawn);
	}

	/// Elsewhere some blocks add to chance and others do not, so that it was known for whole rounds.
	#[test]
	fn every_block_of_the_round_after_has_a_part_in_it() {
		let with = |blocks: [u8; ROUND_LENGTH as usize]| {
			let mut drawn = Vec::new();
			drawing(|| {
				open(MANY);
				next_round(1);
				blocks.into_iter().for_each(add_to_chance);
				drawn = settle_all(MANY);
			});
			drawn
		};
		let drawn = with([2; ROUND_LENGTH as usize]);

		for block in 0..ROUND_LENGTH as usize {
			let mut blocks = [2; ROUND_LENGTH as usize];
			blocks[block] = 3;
			assert_ne!(with(blocks), drawn, "block {block}");
		}
	}

	#[test]
	fn every_draw_of_a_round_is_another() {
		let drawn = drawn_with([1, 2]);

		assert!(drawn.iter().any(|it| *it != drawn[0]), "{drawn:?}");
	}

	#[test]
	fn a_draw_is_not_rerolled_by_waiting() {
		let expected = drawn_with([1, 2]);
		drawing(|| {
			open(MANY);
			for seed in [1, 2, 3, 4, 5, 6] {
				next_round(seed);
			}

			assert_eq!(settle_all(MANY), expected);
		});
	}

	#[test]
	fn a_draw_is_not_rerolled_by_failing_the_transaction() {
		let expected = drawn_with([1, 2]);
		drawing(|| {
			open(MANY);
			next_round(1);
			next_round(2);
			for draw in 0..MANY {
				let failed: DispatchResult = with_storage_layer(|| {
					settled(ALICE, draw);
					Err(DispatchError::Other("not what I wanted"))
				});
				assert!(failed.is_err());
				assert!(Items::draw(DrawId(draw)).is_some());
			}
			next_round(3);

			assert_eq!(settle_all(MANY), expected);
		});
	}

	#[test]
	fn the_order_and_the_caller_have_no_part_in_it() {
		let expected = drawn_with([1, 2]);
		drawing(|| {
			open(MANY);
			next_round(1);
			next_round(2);

			let mut drawn: Vec<_> = (0..MANY)
				.rev()
				.map(|draw| settled([ALICE, OPERATOR, SETTLER][draw as usize % 3], draw))
				.collect();
			drawn.reverse();

			assert_eq!(drawn, expected);
		});
	}

	#[test]
	fn another_owner_of_the_avatar_has_no_part_in_it() {
		let expected = drawn_with([1, 2]);
		drawing(|| {
			open(MANY);
			next_round(1);
			next_round(2);
			Pairs::belongs_to(avatar(ALICE), BOB);

			assert_eq!(settle_all(MANY), expected);
		});
	}

	#[test]
	fn draws_of_two_rounds_have_two_seeds() {
		drawing(|| {
			craft(ALICE);
			next_round(1);
			craft(ALICE);
			next_round(2);
			next_round(3);

			let seed = |round: u32| Rounds::<Test>::get(round.to_be_bytes()).and_then(|it| it.seed);
			assert_eq!(seed(0), Some(seed_after(&[1, 2])));
			assert_eq!(seed(1), Some(seed_after(&[1, 2, 3])));
		});
	}
}

mod rounds {
	use super::*;

	fn round() -> u32 {
		Round::<Test>::get()
	}

	fn record(round: u32) -> Option<RoundDetails> {
		Rounds::<Test>::get(round.to_be_bytes())
	}

	/// Whoever crafts in a round has seen the seed with which it began, and perhaps some of what
	/// makes the next.
	#[test]
	fn no_draw_is_settled_before_its_seed_is_known() {
		drawing(|| {
			next_round(1);
			craft(ALICE);
			assert_noop!(settle(ALICE, 0), Error::<Test>::NotDrawn);
			next_round(2);
			assert_noop!(settle(ALICE, 0), Error::<Test>::NotDrawn);
			next_round(3);
			assert_ok!(settle(ALICE, 0));
		});
	}

	#[test]
	fn a_round_has_so_many_blocks_that_add_to_chance() {
		drawing(|| {
			let rounds: Vec<_> = (0..2 * ROUND_LENGTH)
				.map(|_| {
					add_to_chance(1);
					round()
				})
				.collect();

			assert_eq!(rounds, [0, 0, 1, 1, 1, 2]);
		});
	}

	/// However long it takes, and however many blocks go by: no round is short for it.
	#[test]
	fn a_block_that_adds_nothing_is_not_counted() {
		drawing(|| {
			let before = Chance::<Test>::get();
			for block in 2..9 {
				go_to(block);
				Items::on_initialize(block.into());
			}

			assert_eq!((round(), Chance::<Test>::get()), (0, before));
			next_round(1);
			assert_eq!(round(), 1);
		});
	}

	#[test]
	fn a_draw_opened_late_in_a_round_waits_for_all_of_the_next() {
		drawing(|| {
			next_round(1);
			add_to_chance(2);
			add_to_chance(2);
			craft(ALICE);
			add_to_chance(2);
			assert_eq!(round(), 2);
			add_to_chance(3);
			add_to_chance(3);
			assert_noop!(settle(ALICE, 0), Error::<Test>::NotDrawn);
			add_to_chance(3);
			assert_ok!(settle(ALICE, 0));
		});
	}

	#[test]
	fn a_seed_is_kept_as_long_as_there_are_draws() {
		drawing(|| {
			open(2);
			assert_eq!(record(0), Some(RoundDetails { draws: 2, seed: None }));
			next_round(1);
			assert_eq!(record(0), Some(RoundDetails { draws: 2, seed: None }));
			next_round(2);
			let seed = Some(seed_after(&[1, 2]));
			assert_eq!(record(0), Some(RoundDetails { draws: 2, seed }));
			next_round(3);
			assert_ok!(settle(BOB, 1));
			assert_eq!(record(0), Some(RoundDetails { draws: 1, seed }));
			assert_ok!(settle(BOB, 0));
			assert_eq!(record(0), None);
		});
	}

	#[test]
	fn no_seed_is_kept_for_rounds_without_draws() {
		drawing(|| {
			for seed in 1..9 {
				next_round(seed);
			}

			assert_eq!(Rounds::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn it_weighs_what_the_weights_say() {
		drawing(|| {
			assert_eq!(Items::on_initialize(2), SubstrateWeight::<Test>::advance_round());
		});
	}
}

/// Whatever is done after a draw was opened, it is settled.
mod robustness {
	use super::*;

	/// Runs a test with a draw of Alice's that will come to a sword, and settles it after it.
	fn drawn_after(test: impl FnOnce()) {
		lottery(&[(SWORDS, 1, 1)]).execute(|| {
			craft(ALICE);
			next_round(1);
			next_round(2);
			test();
			let serial = Items::collection(COLLECTION).expect("it stays").items;

			assert_eq!(settled(SETTLER, 0), (SWORDS, 1));

			let made = Items::item(item(serial)).expect("it was minted");
			assert_eq!(made.holding.owner, avatar(ALICE));
			assert_eq!(held(HoldReason::Draw, ALICE), 0);
		});
	}

	#[test]
	fn works_in_a_collection_that_was_frozen() {
		drawn_after(|| {
			assert_ok!(Items::freeze_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION));
		});
	}

	#[test]
	fn works_in_a_world_that_was_suspended() {
		drawn_after(TheWorld::suspend);
	}

	#[test]
	fn works_when_the_recipe_is_gone() {
		drawn_after(|| {
			assert_ok!(Items::remove_recipe(RuntimeOrigin::signed(OPERATOR), RECIPE));
		});
	}

	/// The crafter pays the deposit, so it does no harm to the former owner.
	#[test]
	fn works_while_the_worlds_former_owner_pays() {
		drawn_after(|| TheWorld::belongs_to(BOB));
	}

	#[test]
	fn works_for_who_has_adopted_the_collection() {
		drawn_after(|| {
			TheWorld::belongs_to(BOB);
			assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION, ANY));
		});
	}

	#[test]
	fn works_while_the_avatar_is_offered_and_when_it_was_sold() {
		drawn_after(|| Pairs::offer(avatar(ALICE)));
		drawn_after(|| Pairs::belongs_to(avatar(ALICE), BOB));
	}

	#[test]
	fn works_when_the_cap_was_lowered_as_far_as_it_goes() {
		drawn_after(|| {
			assert_ok!(Items::lower_cap(RuntimeOrigin::signed(OPERATOR), SWORDS, 1));
		});
	}

	#[test]
	fn works_when_all_else_was_minted() {
		drawn_after(|| {
			let mint = || {
				let operator = RuntimeOrigin::signed(OPERATOR);
				Items::mint_items(operator, SWORDS, avatars(&[BOB]))
			};
			assert_ok!(mint());
			assert_ok!(mint());
			assert_noop!(mint(), Error::<Test>::SupplyExceeded);
		});
	}

	#[test]
	fn works_though_nobody_has_money() {
		drawn_after(|| {
			for who in [OPERATOR, ALICE] {
				assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, 1));
			}
		});
	}

	/// Else whoever does not like the outcome could keep the room for it.
	#[test]
	fn works_though_the_crafter_has_frozen_its_account() {
		drawn_after(|| {
			frame_system::Account::<Test>::mutate(ALICE, |account| account.data.frozen = MONEY);
		});
	}
}

#[test]
fn works_once() {
	drawing(|| {
		open(2);
		next_round(1);
		next_round(2);
		assert_ok!(settle(BOB, 0));

		assert_noop!(settle(BOB, 0), Error::<Test>::UnknownDraw);
		assert_ok!(settle(BOB, 1));
	});
}

#[test]
fn fails_for_an_unknown_draw() {
	drawing(|| {
		assert_noop!(settle(BOB, 0), Error::<Test>::UnknownDraw);
	});
}

#[test]
fn fails_unsigned() {
	drawing(|| {
		craft(ALICE);
		next_round(1);
		next_round(2);

		assert_noop!(Items::settle_draw(RuntimeOrigin::none(), DRAW), DispatchError::BadOrigin);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::settle_draw { draw: DRAW };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::settle_draw());
}

/// What a draw among `(SWORDS, 1, 1), (ARROWS, 3, 2), (ARROWS, 5, 1)` comes to, told from the
/// description and not from the code.
fn expected(seed: Hash, draw: u32) -> (KindId, u64) {
	let hash = BlakeTwo256::hash(&[seed.as_bytes(), &draw.to_le_bytes()].concat());
	let ticket: [u8; 16] = hash.0[..16].try_into().expect("a hash has 32 bytes");
	match u128::from_be_bytes(ticket) % 4 {
		0 => (SWORDS, 1),
		1 | 2 => (ARROWS, 3),
		_ => (ARROWS, 5),
	}
}

#[derive(Clone, Debug)]
enum Step {
	Craft(AccountId),
	Round(u8),
	Settle(AccountId, u32),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![Just(ALICE), Just(BOB)];
	prop_oneof![
		3 => who().prop_map(Step::Craft),
		2 => any::<u8>().prop_map(Step::Round),
		4 => (who(), 0..12u32).prop_map(|(who, draw)| Step::Settle(who, draw)),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is drawn and settled in whatever order, each draw can be settled once, from the
	/// second round after its own on, and comes to what that round's seed and its id tell.
	#[test]
	fn draws_come_to_what_their_seed_tells(steps in prop::collection::vec(step(), 1..60)) {
		drawing(|| {
			// What the blocks of each round added; the round of each draw.
			let mut rounds = Vec::<u8>::new();
			let mut draws = BTreeMap::<u32, usize>::new();
			let mut opened = 0u32;
			for step in steps {
				match step {
					Step::Craft(who) => {
						let crafted = with_storage_layer(|| {
							craft_on_any_terms(who, avatar(who), RECIPE, Inputs::default())
						});
						if crafted.is_ok() {
							draws.insert(opened, rounds.len());
							opened += 1;
						}
					},
					Step::Round(seed) => {
						next_round(seed);
						rounds.push(seed);
					},
					Step::Settle(who, draw) => {
						match draws.get(&draw).map(|round| rounds.get(..round + 2)) {
							None => {
								assert_noop!(settle(who, draw), Error::<Test>::UnknownDraw);
							},
							Some(None) => {
								assert_noop!(settle(who, draw), Error::<Test>::NotDrawn);
							},
							Some(Some(gone)) => {
								assert_eq!(settled(who, draw), expected(seed_after(gone), draw));
								draws.remove(&draw);
							},
						}
					},
				}
				Items::do_try_state().expect("every invariant holds after every step");
			}
			let kept = draws.len() as u64;
			for (kind, most) in [(SWORDS, 1), (ARROWS, 5)] {
				let details = Items::kind(kind).expect("it is in the catalogue");
				assert_eq!(details.reserved, kept * most);
			}
		});
	}
}
