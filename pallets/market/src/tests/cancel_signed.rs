// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::Hash,
	ids::AvatarId,
	order::{Acceptance, Cancellation, Order, Trade},
	purse::{jump_after, LaneIndex, OrderNumber, Purse, MAX_STEP, WINDOW},
	settlement::{Refusal, Store},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Cancels as the owner of Alice's.
fn cancel(what: Cancellation) -> DispatchResult {
	Market::cancel_signed(signed(ALICE), ALICE, what)
}

fn one(number: OrderNumber) -> Cancellation {
	Cancellation::One { lane: 1, number }
}

fn below(number: OrderNumber) -> Cancellation {
	Cancellation::Below { lane: 1, number }
}

/// Alice gives a coin for one of Bob's, under these numbers.
fn coin_for_coin(order: OrderNumber, acceptance: OrderNumber) -> Trade {
	sign(
		Order { number: order, ..order_of(ALICE) },
		Acceptance { number: acceptance, ..acceptance_of(BOB) },
	)
}

/// Alice gives one to four coins for as many of Bob's, who takes one.
fn one_of_four(order: OrderNumber, acceptance: OrderNumber) -> Trade {
	sign(
		Order { number: order, lots: 4, ..order_of(ALICE) },
		Acceptance { number: acceptance, ..acceptance_of(BOB) },
	)
}

/// The numbers of Alice's partly filled orders in a lane, and how many lots are left of each.
fn fills(avatar: AvatarId, lane: LaneIndex) -> Vec<(OrderNumber, u32)> {
	Records
		.fills(avatar, lane)
		.iter()
		.map(|fill| (fill.number, fill.left))
		.collect()
}

#[test]
fn works_for_one() {
	with_a_sword(|| {
		assert_ok!(cancel(one(5)));

		System::assert_last_event(
			Event::SignedOrdersCancelled { avatar: ALICE, what: one(5) }.into(),
		);
		assert_eq!(settle_one(coin_for_coin(5, 0)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(coin_for_coin(4, 0)), None);
		assert_eq!(settle_one(coin_for_coin(6, 1)), None);
	});
}

#[test]
fn works_for_an_acceptance() {
	with_a_sword(|| {
		assert_ok!(Market::cancel_signed(signed(BOB), BOB, one(5)));

		assert_eq!(settle_one(coin_for_coin(0, 5)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(coin_for_coin(0, 4)), None);
	});
}

#[test]
fn works_for_what_is_left_of_an_order() {
	with_a_sword(|| {
		assert_eq!(settle_one(one_of_four(5, 0)), None);
		assert_eq!(settle_one(one_of_four(6, 1)), None);
		assert_eq!(fills(ALICE, 1), [(5, 3), (6, 3)]);

		assert_ok!(cancel(one(5)));

		assert_eq!(fills(ALICE, 1), [(6, 3)]);
		assert_eq!(settle_one(one_of_four(5, 2)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(one_of_four(6, 2)), None);
	});
}

#[test]
fn works_for_all_below_a_number() {
	with_a_sword(|| {
		assert_ok!(cancel(below(10)));

		System::assert_last_event(
			Event::SignedOrdersCancelled { avatar: ALICE, what: below(10) }.into(),
		);
		for number in [0, 5, 9] {
			assert_eq!(settle_one(coin_for_coin(number, 0)), Some(Refusal::AlreadySpent));
		}
		assert_eq!(settle_one(coin_for_coin(10, 0)), None);
		assert_eq!(settle_one(coin_for_coin(11, 1)), None);
	});
}

#[test]
fn below_a_number_that_was_passed_only_the_lower_ones_go() {
	with_a_sword(|| {
		assert_eq!(settle_one(coin_for_coin(20, 0)), None);

		assert_ok!(cancel(below(15)));

		assert_eq!(settle_one(coin_for_coin(14, 1)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(coin_for_coin(15, 1)), None);
		assert_eq!(settle_one(coin_for_coin(19, 2)), None);
		assert_eq!(settle_one(coin_for_coin(20, 3)), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn what_is_left_of_orders_below_a_number_goes_too() {
	with_a_sword(|| {
		for (order, acceptance) in [(5, 0), (6, 1), (7, 2)] {
			assert_eq!(settle_one(one_of_four(order, acceptance)), None);
		}

		assert_ok!(cancel(below(7)));

		assert_eq!(fills(ALICE, 1), [(7, 3)]);
		assert_eq!(settle_one(one_of_four(6, 3)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(one_of_four(7, 3)), None);
	});
}

#[test]
fn may_be_said_twice_of_all_below_a_number() {
	with_a_sword(|| {
		assert_ok!(cancel(below(10)));
		assert_ok!(cancel(below(10)));
		assert_ok!(cancel(below(5)));

		assert_eq!(settle_one(coin_for_coin(9, 0)), Some(Refusal::AlreadySpent));
		assert_eq!(settle_one(coin_for_coin(10, 0)), None);
	});
}

#[test]
fn works_for_all() {
	with_a_sword(|| {
		assert_eq!(settle_one(one_of_four(5, 0)), None);
		begin_after(Hash::repeat_byte(1));

		assert_ok!(cancel(Cancellation::All));

		System::assert_last_event(
			Event::SignedOrdersCancelled { avatar: ALICE, what: Cancellation::All }.into(),
		);
		assert!(fills(ALICE, 1).is_empty());
		for number in [0, 5, 6, MAX_STEP - 1] {
			assert_eq!(settle_one(one_of_four(number, 1)), Some(Refusal::NumberVoid));
		}
		assert_eq!(settle_one(coin_for_coin(purse(ALICE).lanes[1].next, 1)), None);
	});
}

#[test]
fn lanes_go_on_where_nobody_knew_before() {
	with_a_sword(|| {
		for parent in [Hash::zero(), Hash::repeat_byte(1), Hash::repeat_byte(0xff)] {
			begin_after(parent);
			let before = purse(ALICE).lanes;

			assert_ok!(cancel(Cancellation::All));

			assert_eq!(purse(ALICE).lanes, before.map(|lane| lane.voided(jump_after(&parent))));
		}
	});
}

#[test]
fn all_are_those_of_every_lane() {
	with_a_sword(|| {
		assert_ok!(cancel(Cancellation::All));

		assert!(purse(ALICE).lanes.iter().all(|lane| lane.spend(0).is_err()));
	});
}

#[test]
fn a_lane_has_nothing_to_do_with_another() {
	with_a_sword(|| {
		for what in
			[Cancellation::One { lane: 2, number: 0 }, Cancellation::Below { lane: 0, number: 10 }]
		{
			assert_ok!(cancel(what));
		}

		assert_eq!(settle_one(coin_for_coin(0, 0)), None);
	});
}

#[test]
fn an_avatar_has_nothing_to_do_with_another() {
	with_a_sword(|| {
		assert_ok!(cancel(Cancellation::All));

		let order = Order { number: 0, ..order_of(BOB) };
		assert_eq!(settle_one(sign(order, acceptance_of(CAROL))), None);
	});
}

#[test]
fn leaves_the_book_alone() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_ok!(cancel(Cancellation::All));

		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn works_while_the_avatar_is_offered() {
	with_a_sword(|| {
		Players::offer(ALICE);

		for what in [one(5), below(10), Cancellation::All] {
			assert_ok!(cancel(what));
		}

		assert!(purse(ALICE).frozen);
	});
}

#[test]
fn works_when_the_world_is_closed_or_suspended() {
	for end in [TheWorld::close, TheWorld::suspend] {
		with_a_sword(|| {
			end();

			assert_ok!(cancel(one(0)));
		});
	}
}

#[test]
fn works_for_who_bought_the_avatar() {
	with_a_sword(|| {
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(cancel(Cancellation::All), Error::<Test>::NotOwner);
		assert_ok!(Market::cancel_signed(signed(CAROL), ALICE, Cancellation::All));
	});
}

#[test]
fn changes_nothing_but_the_numbers() {
	with_goods(|| {
		let before = purse(ALICE);

		for what in [one(5), below(10), Cancellation::All] {
			assert_ok!(cancel(what));
		}

		let lanes = purse(ALICE).lanes;
		assert_eq!(purse(ALICE), Purse { lanes, ..before });
	});
}

#[test]
fn fails_when_it_was_settled_or_cancelled() {
	with_a_sword(|| {
		assert_eq!(settle_one(coin_for_coin(5, 0)), None);
		assert_ok!(cancel(one(6)));

		for number in [5, 6] {
			assert_noop!(cancel(one(number)), Error::<Test>::AlreadySpent);
		}
	});
}

#[test]
fn fails_when_all_of_it_was_settled() {
	with_a_sword(|| {
		let all = Acceptance { lots: 4, ..acceptance_of(BOB) };
		let order = Order { number: 5, lots: 4, ..order_of(ALICE) };
		assert_eq!(settle_one(sign(order, all)), None);

		assert_noop!(cancel(one(5)), Error::<Test>::AlreadySpent);
	});
}

#[test]
fn fails_for_a_number_that_is_void() {
	with_a_sword(|| {
		assert_eq!(settle_one(coin_for_coin(WINDOW, 0)), None);

		assert_noop!(cancel(one(0)), Error::<Test>::NumberVoid);
	});
}

#[test]
fn fails_too_far_ahead() {
	with_a_sword(|| {
		for what in [one(MAX_STEP), below(MAX_STEP), one(u32::MAX), below(u32::MAX)] {
			assert_noop!(cancel(what), Error::<Test>::NumberTooFar);
		}
		assert_ok!(cancel(below(MAX_STEP - 1)));
	});
}

#[test]
fn fails_in_a_lane_that_there_is_not() {
	with_a_sword(|| {
		for what in [
			Cancellation::One { lane: 8, number: 0 },
			Cancellation::Below { lane: 8, number: 0 },
			Cancellation::One { lane: u8::MAX, number: 0 },
		] {
			assert_noop!(cancel(what), Error::<Test>::NumberTooFar);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_a_sword(|| {
		for what in [one(0), below(1), Cancellation::All] {
			for who in [owner(BOB), operator()] {
				assert_noop!(
					Market::cancel_signed(RuntimeOrigin::signed(who), ALICE, what),
					Error::<Test>::NotOwner
				);
			}
		}
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	with_a_sword(|| {
		assert_noop!(
			Market::cancel_signed(signed(ALICE), NOBODY, Cancellation::All),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		assert_noop!(
			Market::cancel_signed(RuntimeOrigin::root(), ALICE, Cancellation::All),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn what_is_cancelled_moves_nothing_ever() {
	with_a_sword(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		assert_ok!(cancel(one(0)));

		for block in [NOW, 50, UNTIL] {
			go_to(block);
			assert_eq!(settle_one(trade.clone()), Some(Refusal::AlreadySpent));
		}

		assert_eq!(holding(SWORD).owner, ALICE);
		assert_eq!(balance(BOB), WEALTH);
	});
}
