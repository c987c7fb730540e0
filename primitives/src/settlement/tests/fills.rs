// SPDX-License-Identifier: Apache-2.0
//! Orders of several lots, filled in parts.

use super::*;
use crate::order::{Fill, MAX_FILLS};

/// Alice sells up to 10 gold, one a lot, for 10 coins each.
fn sale(number: u32, min_lots: u32) -> Order {
	Order {
		give: side([Asset::Units { kind: GOLD, amount: 1 }]),
		want: side([Asset::Coins(10)]),
		lots: 10,
		min_lots,
		number,
		..order()
	}
}

/// Someone takes so many lots.
fn take(taker: AvatarId, lots: u32, number: u32) -> Acceptance {
	Acceptance { taker, lots, number, ..acceptance() }
}

fn left(store: &Memory) -> Vec<(u32, u32)> {
	store.fills(ALICE, 1).iter().map(|fill| (fill.number, fill.left)).collect()
}

#[test]
fn several_takers_fill_one_order() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 3, 0)), &mut store), None);
	assert_eq!(left(&store), [(0, 7)]);
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(CAROL, 7, 0)), &mut store), None);
	assert_eq!(left(&store), []);

	assert_eq!((store.free_gold(ALICE), store.free_gold(BOB), store.free_gold(CAROL)), (0, 13, 17));
	assert_eq!(store.balance(ALICE), 1_100);
}

#[test]
fn an_order_that_is_filled_is_spent() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 4, 0)), &mut store), None);
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 6, 1)), &mut store), None);

	let more = signed(sale(0, 1), take(BOB, 1, 2));
	assert_refused_in(&context(), store, more, Refusal::AlreadySpent);
}

#[test]
fn no_more_than_what_is_left_can_be_taken() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 4, 0)), &mut store), None);

	let more = signed(sale(0, 1), take(BOB, 7, 1));
	assert_refused_in(&context(), store, more, Refusal::LotsOutOfRange);
}

#[test]
fn a_fill_below_the_least_is_refused() {
	assert_refused(signed(sale(0, 4), take(BOB, 3, 0)), Refusal::LotsOutOfRange);
}

#[test]
fn a_rest_below_the_least_is_taken_whole() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 4), take(BOB, 7, 0)), &mut store), None);

	let part = signed(sale(0, 4), take(BOB, 2, 1));
	assert_refused_in(&context(), store.clone(), part, Refusal::LotsOutOfRange);
	assert_eq!(outcome(&context(), signed(sale(0, 4), take(BOB, 3, 1)), &mut store), None);
	assert_eq!(left(&store), []);
}

#[test]
fn another_order_of_the_same_number_is_refused() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 4, 0)), &mut store), None);

	let dearer = Order { want: side([Asset::Coins(11)]), ..sale(0, 1) };
	let one = Order { lots: 1, ..sale(0, 1) };
	for other in [dearer, one] {
		let trade = signed(other, take(BOB, 1, 1));
		assert_refused_in(&context(), store.clone(), trade, Refusal::AlreadySpent);
	}
}

#[test]
fn a_rest_whose_number_left_the_window_is_void() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 4, 0)), &mut store), None);
	let purse = store.purses.get_mut(&ALICE).expect("Alice has one");
	purse.spend(1, WINDOW).expect("ahead");

	let rest = signed(sale(0, 1), take(BOB, 6, 1));
	assert_refused_in(&context(), store, rest, Refusal::NumberVoid);
}

#[test]
fn only_so_many_orders_are_partly_filled_at_once() {
	let mut store = Memory::new();
	for number in 0..MAX_FILLS {
		let trade = signed(sale(number, 1), take(BOB, 1, number));
		assert_eq!(outcome(&context(), trade, &mut store), None);
	}

	let another = signed(sale(MAX_FILLS, 1), take(BOB, 1, MAX_FILLS));
	assert_refused_in(&context(), store.clone(), another, Refusal::TooManyFills);
	let whole = signed(Order { lots: 1, ..sale(MAX_FILLS, 1) }, take(BOB, 1, MAX_FILLS));
	assert_eq!(outcome(&context(), whole, &mut store), None);
}

#[test]
fn rests_that_are_void_make_room() {
	let mut store = Memory::new();
	for number in 0..MAX_FILLS {
		let trade = signed(sale(number, 1), take(BOB, 1, number));
		assert_eq!(outcome(&context(), trade, &mut store), None);
	}
	let far = MAX_FILLS - 1 + WINDOW;

	assert_eq!(outcome(&context(), signed(sale(far, 1), take(BOB, 1, 8)), &mut store), None);

	assert_eq!(left(&store), [(far, 9)]);
}

#[test]
fn rests_that_have_expired_make_room() {
	let mut store = Memory::new();
	for number in 0..MAX_FILLS {
		let trade = signed(sale(number, 1), take(BOB, 1, number));
		assert_eq!(outcome(&context(), trade, &mut store), None);
	}
	let later = Context { now: NOW + 1, ..context() };
	let (order, acceptance) = (sale(MAX_FILLS, 1), take(BOB, 1, MAX_FILLS));
	let another = signed(
		Order { valid_until: NOW + 1, ..order },
		Acceptance { valid_until: NOW + 1, ..acceptance },
	);

	assert_eq!(outcome(&later, another, &mut store), None);

	assert_eq!(left(&store), [(MAX_FILLS, 9)]);
}

#[test]
fn a_refused_fill_takes_nothing() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), signed(sale(0, 1), take(BOB, 4, 0)), &mut store), None);
	store.purses.get_mut(&BOB).expect("Bob has one").balance = 0;

	let rest = signed(sale(0, 1), take(BOB, 6, 1));
	assert_refused_in(&context(), store, rest, Refusal::TooFewCoins);
}

#[test]
fn an_order_of_one_lot_writes_no_fill() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert!(store.fills.is_empty());
}

proptest! {
	/// Whoever takes what, in whatever order: never more than the order has, and every coin is
	/// paid in whole lots.
	#[test]
	fn an_order_is_never_filled_beyond_its_lots(
		fills in prop::collection::vec((2..4u32, 0..12u32), 0..20),
		min_lots in 1..=10u32,
	) {
		let mut store = Memory::new();
		let mut taken = 0;

		for (number, (taker, lots)) in (0u32..).zip(fills) {
			let trade = signed(sale(0, min_lots), take(AvatarId(taker), lots, number));
			let rest = 10 - taken;
			let fits = lots > 0 && lots <= rest && lots >= min_lots.min(rest);
			prop_assert_eq!(outcome(&context(), trade, &mut store).is_none(), fits);
			taken += if fits { lots } else { 0 };
		}

		prop_assert_eq!(store.free_gold(ALICE), 10 - u64::from(taken));
		prop_assert_eq!(store.balance(ALICE), 1_000 + 10 * Balance::from(taken));
		let open = if (1..10).contains(&taken) { vec![(0, 10 - taken)] } else { vec![] };
		prop_assert_eq!(left(&store), open);
	}
}

#[test]
fn a_fill_keeps_its_form() {
	use codec::Encode;
	let fill = Fill { number: 1, order: Hash::repeat_byte(2), left: 3, valid_until: 4 };

	assert_eq!(fill.encode(), [&[1, 0, 0, 0][..], &[2; 32], &[3, 0, 0, 0], &[4, 0, 0, 0]].concat());
}
