// SPDX-License-Identifier: Apache-2.0
//! What a device may give away.

use super::*;

#[test]
fn a_device_counts_down_what_it_gives() {
	let mut store = Memory::new().with_limits(ALICE, Some(PLENTY)).with_limits(BOB, Some(PLENTY));
	let trade = signed(
		Order {
			give: side([Asset::Units { kind: GOLD, amount: 2 }]),
			want: side([Asset::Coins(30)]),
			lots: 5,
			..order()
		},
		Acceptance { lots: 3, ..acceptance() },
	);

	assert_eq!(outcome(&with_fee(250), trade, &mut store), None);

	assert_eq!(store.limits(ALICE), Some(Limits { units: 994, ..PLENTY }));
	assert_eq!(store.limits(BOB), Some(Limits { coins: 999_910, ..PLENTY }));
}

#[test]
fn only_a_device_with_limits_is_written() {
	let mut store = Memory::new().with_limits(BOB, Some(PLENTY));

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.writes, store.limits(ALICE)), (4, None));
}

#[test]
fn a_device_may_give_up_to_its_limits() {
	let exact = Limits { coins: 100, units: 0, items: 1, land: 0, estates: 0 };
	let mut store = Memory::new().with_limits(ALICE, Some(exact)).with_limits(BOB, Some(exact));

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.limits(ALICE), Some(Limits { items: 0, ..exact }));
	assert_eq!(store.limits(BOB), Some(Limits { coins: 0, ..exact }));
}

#[test]
fn trades_of_one_batch_count_together() {
	let mut store = Memory::new().with_limits(BOB, Some(Limits { coins: 150, ..PLENTY }));
	let again = signed(
		Order { give: side([estate(1).at_version(0)]), number: 1, ..order() },
		Acceptance { number: 1, ..acceptance() },
	);

	let refused = settle(&context(), &[good(), again], &mut store);

	assert_eq!(refused, [(1, Refusal::OverLimit)]);
	assert_eq!(store.limits(BOB), Some(Limits { coins: 50, ..PLENTY }));
}

#[test]
fn a_refused_trade_counts_nothing_down() {
	let mut store = Memory::new().with_limits(ALICE, Some(Limits { items: 1, ..PLENTY }));
	let dear = signed(Order { want: side([Asset::Coins(1_001)]), ..order() }, acceptance());

	let refused = settle(&context(), &[dear, good()], &mut store);

	assert_eq!(refused, [(0, Refusal::TooFewCoins)]);
	assert_eq!(store.limits(ALICE), Some(Limits { items: 0, ..PLENTY }));
}

#[test]
fn an_exchange_that_no_device_signed_has_no_limits() {
	let none = Limits { coins: 0, units: 0, items: 0, land: 0, estates: 0 };
	let mut store = Memory::new().with_limits(ALICE, Some(none));
	let give = [item(1).at_version(0)];

	let outcome = with_ledger(&mut store, |it| it.exchange(&gift(ALICE, BOB, &give)));

	assert_eq!(outcome, Ok(Receipt::default()));
	assert_eq!(store.limits(ALICE), Some(none));
	assert_eq!(store.holdings[&item(1)].owner, BOB);
}

#[test]
fn what_is_over_a_limit_of_the_device_is_refused() {
	let cases = [
		(item(1).at_version(0), Limits { items: 0, ..PLENTY }),
		(estate(1).at_version(0), Limits { estates: 0, ..PLENTY }),
		(Asset::Units { kind: GOLD, amount: 4 }, Limits { units: 3, ..PLENTY }),
		(Asset::Coins(40), Limits { coins: 39, ..PLENTY }),
	];
	for (given, limits) in cases {
		let store = Memory::new().with_limits(ALICE, Some(limits));
		let trade = signed(Order { give: side([given]), ..order() }, acceptance());

		assert_refused_in(&context(), store, trade, Refusal::OverLimit);
	}
}

#[test]
fn the_limits_of_the_takers_device_count_too() {
	let store = Memory::new().with_limits(BOB, Some(Limits { coins: 99, ..PLENTY }));

	assert_refused_in(&context(), store, good(), Refusal::OverLimit);
}
