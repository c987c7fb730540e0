// SPDX-License-Identifier: Apache-2.0
//! Signed orders that are taken back.

use super::*;
use crate::order::Cancellation;

const JUMP: u32 = 500;

fn cancel(store: &mut Memory, what: Cancellation) -> Result<(), Refusal> {
	with_ledger(store, |it| it.cancel(ALICE, what, JUMP))
}

/// Alice sells two gold, one a lot, of which Bob has taken one.
fn partly_filled() -> Memory {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), half(0), &mut store), None);
	store
}

fn half(taker_number: u32) -> Trade {
	let order = Order {
		give: side([Asset::Units { kind: GOLD, amount: 1 }]),
		want: side([Asset::Coins(10)]),
		lots: 2,
		..order()
	};
	signed(order, Acceptance { number: taker_number, ..acceptance() })
}

#[test]
fn an_order_that_was_cancelled_is_refused() {
	let mut store = Memory::new();

	assert_eq!(cancel(&mut store, Cancellation::One { lane: 1, number: 0 }), Ok(()));

	assert_refused_in(&context(), store, good(), Refusal::AlreadySpent);
}

#[test]
fn the_rest_of_an_order_can_be_cancelled() {
	let mut store = partly_filled();

	assert_eq!(cancel(&mut store, Cancellation::One { lane: 1, number: 0 }), Ok(()));

	assert_refused_in(&context(), store.clone(), half(1), Refusal::AlreadySpent);
	let again = cancel(&mut store, Cancellation::One { lane: 1, number: 0 });
	assert_eq!(again, Err(Refusal::AlreadySpent));
}

#[test]
fn what_is_below_is_cancelled_and_the_rest_is_not() {
	let mut store = Memory::new();

	assert_eq!(cancel(&mut store, Cancellation::Below { lane: 1, number: 5 }), Ok(()));

	assert_refused_in(&context(), store.clone(), good(), Refusal::AlreadySpent);
	let fifth = signed(Order { number: 5, ..order() }, acceptance());
	assert_eq!(outcome(&context(), fifth, &mut store), None);
}

#[test]
fn rests_below_are_cancelled_too() {
	let mut store = partly_filled();

	assert_eq!(cancel(&mut store, Cancellation::Below { lane: 1, number: 1 }), Ok(()));

	assert_refused_in(&context(), store, half(1), Refusal::AlreadySpent);
}

#[test]
fn all_orders_are_cancelled_at_once() {
	let mut store = partly_filled();

	assert_eq!(cancel(&mut store, Cancellation::All), Ok(()));

	for trade in [half(1), signed(Order { number: 9, ..order() }, acceptance())] {
		assert_refused_in(&context(), store.clone(), trade, Refusal::NumberVoid);
	}
	// What was signed so far ahead that it could not be settled, and looked harmless.
	for number in [MAX_STEP, MAX_STEP + 1, 2 * MAX_STEP - 1] {
		let ahead = signed(Order { number, ..order() }, Acceptance { number: 1, ..acceptance() });
		let outcome = outcome(&context(), ahead, &mut store.clone());
		let live = number > MAX_STEP + JUMP;
		assert_eq!(outcome.is_none(), live, "{number}");
	}
}

#[test]
fn a_lane_that_does_not_exist_has_nothing_to_cancel() {
	for what in [
		Cancellation::One { lane: 8, number: 0 },
		Cancellation::Below { lane: 8, number: 0 },
		Cancellation::Below { lane: 1, number: MAX_STEP },
	] {
		assert_eq!(cancel(&mut Memory::new(), what), Err(Refusal::NumberTooFar));
	}
}
