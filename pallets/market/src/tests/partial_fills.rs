// SPDX-License-Identifier: Apache-2.0
//! Orders that were signed once and are filled in parts, over several settlements. Those that rest
//! on chain are in the files of their calls.

use crate::{mock::*, Event};
use freehold_primitives::{
	asset::Asset,
	device::{DeviceKey, Limits},
	ids::AvatarId,
	order::{Acceptance, Order, Trade, MAX_FILLS},
	purse::{OrderNumber, WINDOW},
	settlement::{Refusal, Store},
};

/// Ten arrows of Alice's for seven coins, up to ten times.
fn arrows_for_coins() -> Order {
	Order { give: side(&[arrows(10)]), want: side(&[Asset::Coins(7)]), lots: 10, ..order_of(ALICE) }
}

/// So many lots of an order for the avatar, under the next number of its device.
fn take(order: &Order, taker: AvatarId, lots: u32) -> Trade {
	let number = purse(taker).lanes[1].next;
	sign(order.clone(), Acceptance { lots, number, ..acceptance_of(taker) })
}

/// How many lots are left of the order with this number; none if it is not partly filled.
fn left(number: OrderNumber) -> Option<u32> {
	let fills = Records.fills(ALICE, 1);
	fills.iter().find(|fill| fill.number == number).map(|fill| fill.left)
}

#[test]
fn what_is_left_may_be_taken_later_by_others() {
	with_goods(|| {
		let order = arrows_for_coins();

		for (taker, lots, rest) in [(BOB, 3, Some(7)), (CAROL, 2, Some(5)), (BOB, 5, None)] {
			assert_eq!(settle_one(take(&order, taker, lots)), None);
			assert_eq!(left(0), rest);
		}

		assert_eq!(stack(ARROWS, ALICE), (0, 0));
		assert_eq!((stack(ARROWS, BOB), stack(ARROWS, CAROL)), ((180, 0), (20, 0)));
		assert_eq!(balance(ALICE), WEALTH + 70 - 2 - 1 - 3);
	});
}

#[test]
fn it_may_be_filled_by_trades_of_one_batch() {
	with_goods(|| {
		let order = arrows_for_coins();
		let more = sign(order.clone(), Acceptance { lots: 6, number: 1, ..acceptance_of(BOB) });

		assert!(settle(1, [take(&order, BOB, 4), take(&order, CAROL, 7), more]).is_ok());

		let refused = vec![(1, Refusal::LotsOutOfRange)];
		System::assert_last_event(
			Event::<Test>::BatchSettled { world: WORLD, seq: 1, trades: 3, refused }.into(),
		);
		assert_eq!(left(0), None);
		assert_eq!(stack(ARROWS, BOB), (200, 0));
	});
}

#[test]
fn no_more_is_taken_than_is_left() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);

		for lots in [7, 10, u32::MAX] {
			assert_eq!(settle_one(take(&order, CAROL, lots)), Some(Refusal::LotsOutOfRange));
		}
		assert_eq!(left(0), Some(6));
	});
}

#[test]
fn nothing_is_taken_once_all_is_filled() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);
		assert_eq!(settle_one(take(&order, BOB, 6)), None);

		assert_eq!(settle_one(take(&order, CAROL, 1)), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn an_order_that_is_filled_at_once_leaves_no_record() {
	with_goods(|| {
		let order = arrows_for_coins();

		assert_eq!(settle_one(take(&order, BOB, 10)), None);

		assert!(Records.fills(ALICE, 1).is_empty());
		assert_eq!(settle_one(take(&order, CAROL, 1)), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn each_takes_at_least_the_fewest_lots() {
	with_goods(|| {
		let order = Order { min_lots: 4, ..arrows_for_coins() };

		for lots in [0, 1, 3] {
			assert_eq!(settle_one(take(&order, BOB, lots)), Some(Refusal::LotsOutOfRange));
		}
		assert_eq!(settle_one(take(&order, BOB, 4)), None);
		assert_eq!(settle_one(take(&order, BOB, 3)), Some(Refusal::LotsOutOfRange));
	});
}

#[test]
fn a_rest_below_the_fewest_lots_is_taken_whole() {
	with_goods(|| {
		let order = Order { min_lots: 4, ..arrows_for_coins() };
		assert_eq!(settle_one(take(&order, BOB, 7)), None);

		for lots in [1, 2] {
			assert_eq!(settle_one(take(&order, CAROL, lots)), Some(Refusal::LotsOutOfRange));
		}
		assert_eq!(settle_one(take(&order, CAROL, 3)), None);

		assert_eq!(left(0), None);
	});
}

#[test]
fn another_order_under_the_number_is_not_filled() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);

		for other in [
			Order { want: side(&[Asset::Coins(6)]), ..order.clone() },
			Order { lots: 20, ..order.clone() },
			Order { max_deduction: ALL - 1, ..order.clone() },
			Order { valid_until: UNTIL + 1, ..order.clone() },
			Order { lots: 1, ..order.clone() },
			Order { taker: Some(BOB), ..order.clone() },
		] {
			assert_eq!(settle_one(take(&other, BOB, 1)), Some(Refusal::AlreadySpent));
		}
		assert_eq!(left(0), Some(6));
	});
}

#[test]
fn an_order_is_filled_until_its_last_block() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);
		go_to(UNTIL);
		assert_eq!(settle_one(take(&order, BOB, 1)), None);
		go_to(UNTIL + 1);

		assert_eq!(settle_one(take(&order, BOB, 1)), Some(Refusal::Expired));
	});
}

#[test]
fn so_many_orders_of_a_lane_may_be_partly_filled_and_no_more() {
	with_goods(|| {
		let order = |number| Order { number, ..arrows_for_coins() };
		for number in 0..MAX_FILLS {
			assert_eq!(settle_one(take(&order(number), BOB, 1)), None);
		}

		assert_eq!(settle_one(take(&order(MAX_FILLS), BOB, 1)), Some(Refusal::TooManyFills));
		// What was refused is not spent, and whole orders are still filled.
		assert_eq!(settle_one(take(&order(MAX_FILLS), BOB, 10)), Some(Refusal::TooFewUnits));
		mint_units(ARROWS, ALICE, 200);
		assert_eq!(settle_one(take(&order(MAX_FILLS), BOB, 10)), None);
		assert_eq!(settle_one(take(&order(0), BOB, 9)), None);
		assert_eq!(settle_one(take(&order(MAX_FILLS + 1), BOB, 1)), None);
	});
}

#[test]
fn what_has_expired_takes_up_no_room() {
	with_goods(|| {
		let order = |number| Order { number, ..arrows_for_coins() };
		for number in 0..MAX_FILLS {
			assert_eq!(settle_one(take(&order(number), BOB, 1)), None);
		}
		let later = Order { number: MAX_FILLS, valid_until: UNTIL + 9, ..arrows_for_coins() };
		let number = purse(BOB).lanes[1].next;
		let acceptance = Acceptance { number, valid_until: UNTIL + 9, ..acceptance_of(BOB) };
		let trade = sign(later, acceptance);

		go_to(UNTIL);
		assert_eq!(settle_one(trade.clone()), Some(Refusal::TooManyFills));
		go_to(UNTIL + 1);
		assert_eq!(settle_one(trade), None);

		assert_eq!((left(0), left(MAX_FILLS)), (None, Some(9)));
	});
}

#[test]
fn lanes_have_rests_of_their_own() {
	with_goods(|| {
		Records.set_device(ALICE, 2, device_key(ALICE));
		let order = |lane| Order { lane, ..arrows_for_coins() };

		assert_eq!(settle_one(take(&order(1), BOB, 4)), None);
		assert_eq!(settle_one(take(&order(2), BOB, 1)), None);

		assert_eq!(left(0), Some(6));
		assert_eq!(Records.fills(ALICE, 2).first().map(|fill| fill.left), Some(9));
	});
}

#[test]
fn a_rest_lapses_when_much_later_numbers_are_spent() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);
		let later = Order { number: WINDOW, lots: 2, ..arrows_for_coins() };
		assert_eq!(settle_one(take(&later, BOB, 1)), None);

		assert_eq!(settle_one(take(&order, BOB, 1)), Some(Refusal::NumberVoid));
		// It no longer takes up room.
		assert_eq!((left(0), left(WINDOW)), (None, Some(1)));
	});
}

#[test]
fn a_rest_lapses_when_the_makers_avatar_is_sold() {
	with_goods(|| {
		let order = arrows_for_coins();
		assert_eq!(settle_one(take(&order, BOB, 4)), None);
		Players::sell(ALICE, owner(CAROL));

		assert_eq!(settle_one(take(&order, BOB, 1)), Some(Refusal::NumberVoid));
	});
}

#[test]
fn a_fill_that_is_refused_leaves_as_much_as_before() {
	with_goods(|| {
		let order = Order { want: side(&[Asset::Coins(300)]), ..arrows_for_coins() };
		assert_eq!(settle_one(take(&order, BOB, 2)), None);

		assert_eq!(settle_one(take(&order, BOB, 2)), Some(Refusal::TooFewCoins));

		assert_eq!(left(0), Some(8));
		assert_eq!(settle_one(take(&order, BOB, 1)), None);
	});
}

#[test]
fn a_first_fill_that_is_refused_spends_nothing() {
	with_goods(|| {
		let order = Order { want: side(&[Asset::Coins(600)]), ..arrows_for_coins() };

		assert_eq!(settle_one(take(&order, BOB, 2)), Some(Refusal::TooFewCoins));

		assert_eq!(left(0), None);
		assert_eq!(settle_one(take(&order, BOB, 1)), None);
	});
}

#[test]
fn each_fill_counts_against_the_limits_of_the_device() {
	with_goods(|| {
		let limits = Limits { coins: 0, units: 50, items: 0, land: 0, estates: 0 };
		let limited = DeviceKey { limits: Some(limits), ..device_key(ALICE) };
		Records.set_device(ALICE, 1, limited);
		let order = arrows_for_coins();

		assert_eq!(settle_one(take(&order, BOB, 3)), None);
		assert_eq!(settle_one(take(&order, BOB, 3)), Some(Refusal::OverLimit));
		assert_eq!(settle_one(take(&order, BOB, 2)), None);

		assert_eq!(device_key(ALICE).limits.map(|it| it.units), Some(0));
	});
}

#[test]
fn an_acceptance_is_settled_once() {
	with_goods(|| {
		let order = arrows_for_coins();
		let trade = take(&order, BOB, 1);
		assert_eq!(settle_one(trade.clone()), None);

		assert_eq!(settle_one(trade), Some(Refusal::AlreadySpent));
		assert_eq!(left(0), Some(9));
	});
}

#[test]
fn each_fill_pays_its_fee_and_royalty() {
	with_goods(|| {
		set_royalty(ARROWS, 500);
		let order = Order { want: side(&[Asset::Coins(100)]), ..arrows_for_coins() };

		assert_eq!(settle_one(take(&order, BOB, 1)), None);
		assert_eq!(settle_one(take(&order, CAROL, 2)), None);

		assert_eq!(accrued(ARROWS), 15);
		assert_eq!(balance(TREASURY), WEALTH + 30);
		assert_eq!(balance(ALICE), WEALTH + 255);
	});
}
