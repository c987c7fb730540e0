// SPDX-License-Identifier: Apache-2.0
//! What trades move, and what is counted.

use super::*;

#[test]
fn a_trade_moves_both_sides() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.holdings[&item(1)], Holding { owner: BOB, version: 1, lock: None });
	assert_eq!((store.balance(ALICE), store.balance(BOB)), (1_100, 900));
}

#[test]
fn a_plain_trade_writes_three_records() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.writes, 3);
}

#[test]
fn the_fee_comes_off_what_the_payee_gets() {
	let mut store = Memory::new();

	assert_eq!(outcome(&with_fee(250), good(), &mut store), None);

	assert_eq!(store.balance(ALICE), 1_098);
	assert_eq!(store.balance(BOB), 900);
	assert_eq!(store.balance(TREASURY), 2);
}

#[test]
fn a_barter_moves_any_mix() {
	let mut store = Memory::new();
	let trade = signed(
		Order {
			give: side([item(1).at_version(0), Asset::Units { kind: GOLD, amount: 4 }]),
			want: side([item(2).at_version(0), Asset::Coins(5)]),
			..order()
		},
		acceptance(),
	);

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!(store.holdings[&item(1)].owner, BOB);
	assert_eq!(store.holdings[&item(2)].owner, ALICE);
	assert_eq!((store.free_gold(ALICE), store.free_gold(BOB)), (6, 14));
	assert_eq!((store.balance(ALICE), store.balance(BOB)), (1_005, 995));
}

#[test]
fn lots_multiply_both_sides() {
	let mut store = Memory::new();
	let trade = signed(
		Order {
			give: side([Asset::Units { kind: GOLD, amount: 2 }]),
			want: side([Asset::Coins(30)]),
			lots: 5,
			min_lots: 2,
			..order()
		},
		Acceptance { lots: 3, ..acceptance() },
	);

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!((store.free_gold(ALICE), store.balance(ALICE)), (4, 1_090));
}

#[test]
fn an_estate_moves_like_an_item() {
	let mut store = Memory::new();
	let trade = signed(Order { give: side([estate(1).at_version(0)]), ..order() }, acceptance());

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!(store.holdings[&estate(1)], Holding { owner: BOB, version: 1, lock: None });
}

#[test]
fn a_unique_asset_is_counted_for_who_owns_it() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (2, 4));
}

#[test]
fn units_are_counted_for_who_has_any() {
	let mut store = Memory::new();
	store.units.remove(&(GOLD, BOB));
	store.purses.get_mut(&BOB).expect("Bob has one").consumers = 2;
	let sale = |number, amount| {
		let give = side([Asset::Units { kind: GOLD, amount }]);
		signed(Order { give, number, ..order() }, Acceptance { number, ..acceptance() })
	};

	assert_eq!(outcome(&context(), sale(0, 4), &mut store), None);
	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (3, 3));

	assert_eq!(outcome(&context(), sale(1, 6), &mut store), None);
	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (2, 3));
}

#[test]
fn what_stays_with_its_owner_is_counted_once() {
	let mut store = Memory::new();
	let gold = |amount| Asset::Units { kind: GOLD, amount };
	let give = [item(1).at_version(0), gold(10), gold(3), gold(0)];

	let outcome = with_ledger(&mut store, |it| it.exchange(&gift(ALICE, ALICE, &give)));

	assert_eq!(outcome, Ok(Receipt::default()));
	assert_eq!((store.consumers(ALICE), store.free_gold(ALICE)), (3, 10));
}

#[test]
fn a_count_that_is_too_low_keeps_nothing_from_moving() {
	let mut store = Memory::new();
	store.purses.get_mut(&ALICE).expect("Alice has one").consumers = 0;

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (0, 4));
}

#[test]
fn more_records_than_can_be_counted_are_refused() {
	let mut store = Memory::new();
	store.purses.get_mut(&BOB).expect("Bob has one").consumers = u32::MAX;

	assert_refused_in(&context(), store, good(), Refusal::Overflow);
}

#[test]
fn who_is_not_paid_need_not_agree_to_the_fee() {
	let mut store = Memory::new();
	let trade = signed(order(), Acceptance { max_deduction: 0, ..acceptance() });

	assert_eq!(outcome(&with_fee(250), trade, &mut store), None);
}

#[test]
fn a_frozen_avatar_may_still_be_paid() {
	let mut store = Memory::new().with_frozen(TREASURY);

	assert_eq!(outcome(&with_fee(250), good(), &mut store), None);

	assert_eq!(store.balance(TREASURY), 2);
}
