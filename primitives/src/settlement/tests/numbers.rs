// SPDX-License-Identifier: Apache-2.0
//! The numbers of what was signed.

use super::*;

#[test]
fn a_spent_order_is_refused() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), good(), &mut store), None);

	let again = signed(order(), Acceptance { number: 1, ..acceptance() });
	assert_refused_in(&context(), store, again, Refusal::AlreadySpent);
}

#[test]
fn a_spent_acceptance_is_refused() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), good(), &mut store), None);

	let again = signed(Order { number: 1, ..order() }, acceptance());
	assert_refused_in(&context(), store, again, Refusal::AlreadySpent);
}

#[test]
fn a_number_left_far_behind_is_refused() {
	let mut store = Memory::new();
	store
		.purses
		.get_mut(&ALICE)
		.expect("Alice has one")
		.spend(1, WINDOW)
		.expect("first");

	assert_refused_in(&context(), store, good(), Refusal::NumberVoid);
}

#[test]
fn a_number_far_ahead_is_refused() {
	let trade = signed(Order { number: MAX_STEP, ..order() }, acceptance());

	assert_refused(trade, Refusal::NumberTooFar);
}

#[test]
fn a_refused_trade_spends_no_number() {
	let mut store = Memory::new();
	let dear = signed(Order { want: side([Asset::Coins(1_001)]), ..order() }, acceptance());

	let refused = settle(&context(), &[dear, good()], &mut store);

	assert_eq!(refused, [(0, Refusal::TooFewCoins)]);
	assert_eq!(store.holdings[&item(1)].owner, BOB);
}
