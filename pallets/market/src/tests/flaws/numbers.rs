// SPDX-License-Identifier: Apache-2.0
//! The numbers of signed orders, and the batches in which they are settled.

use crate::{mock::*, Event};
use frame_support::assert_ok;
use freehold_primitives::{
	chain::Hash,
	order::{Acceptance, Cancellation, Order},
	purse::{MAX_STEP, WINDOW},
	settlement::Refusal,
};

#[test]
fn the_nonce_window_cannot_be_abused() {
	with_a_sword(|| {
		let under = |number| sign(Order { number, ..order_of(ALICE) }, acceptance_of(BOB));
		let answered = |number, answer| {
			let order = Order { number, ..order_of(ALICE) };
			sign(order, Acceptance { number: answer, ..acceptance_of(BOB) })
		};

		// A stolen key can't use up its lane with one signature, nor with many.
		for number in [MAX_STEP, u32::MAX - 1, u32::MAX] {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberTooFar));
		}
		assert_eq!(settle_one(answered(MAX_STEP - 1, 0)), None);
		assert_eq!(settle_one(answered(MAX_STEP, 1)), None);
		// What lies behind the window is void for good, and within it counts once.
		assert_eq!(settle_one(under(MAX_STEP - WINDOW)), Some(Refusal::NumberVoid));
		assert_eq!(settle_one(answered(MAX_STEP - WINDOW + 1, 2)), None);
		assert_eq!(settle_one(answered(MAX_STEP - WINDOW + 1, 3)), Some(Refusal::AlreadySpent));
		// The owner's own lane has not moved, nor have others' numbers.
		assert_eq!(purse(ALICE).lanes[0].next, 0);
		assert_eq!(purse(BOB).lanes[1].next, 3);
	});
}

#[test]
fn a_number_of_a_refused_trade_is_not_spent() {
	with_a_sword(|| {
		let too_dear = sale(ALICE, BOB, WEALTH + 1, 0);
		assert_eq!(settle_one(too_dear), Some(Refusal::TooFewCoins));

		assert_eq!(settle_one(sale(ALICE, BOB, WEALTH, 0)), None);
	});
}

#[test]
fn two_orders_of_one_number_are_not_both_filled() {
	with_goods(|| {
		// One or the other, as its maker said: the sword or the estate.
		let either = [SWORD, ESTATE].map(|asset| sale_of(asset, ALICE, BOB, 100, 0));
		let other = Acceptance { number: 1, ..acceptance_of(BOB) };
		let second = sign(either[1].order.clone(), other.clone());

		assert_ok!(settle(1, [either[0].clone(), second]));

		let refused = vec![(1, Refusal::AlreadySpent)];
		System::assert_last_event(
			Event::<Test>::BatchSettled { world: WORLD, seq: 1, trades: 2, refused }.into(),
		);
		// Nor when the first is filled in part only.
		let parts = |amount| {
			let give = side(&[arrows(amount)]);
			Order { give, lots: 5, number: 1, ..order_of(ALICE) }
		};
		assert_eq!(settle_one(sign(parts(1), other)), None);
		let third = Acceptance { number: 2, ..acceptance_of(BOB) };
		assert_eq!(settle_one(sign(parts(2), third)), Some(Refusal::AlreadySpent));
	});
}

/// What lies too far ahead to be settled looks harmless to who signs it.
#[test]
fn what_was_signed_far_ahead_stays_dead_when_all_is_cancelled() {
	with_a_sword(|| {
		let under = |number| sign(Order { number, ..order_of(ALICE) }, acceptance_of(BOB));
		let ahead = [MAX_STEP, 2 * MAX_STEP - 1, 2 * MAX_STEP, 1 << 16];
		for number in ahead {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberTooFar));
		}
		begin_after(Hash::repeat_byte(1));

		assert_ok!(Market::cancel_signed(signed(ALICE), ALICE, Cancellation::All));

		for number in [0].into_iter().chain(ahead) {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberVoid));
		}
		// Nor does the sale of the avatar make them good.
		Players::sell(ALICE, owner(CAROL));
		for number in ahead {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberVoid));
		}
	});
}

#[test]
fn a_bad_trade_takes_no_other_with_it() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let gone = sale_of(BUCKLER, ALICE, BOB, 10, 0);
		let order = Order { number: 1, ..sale_of(SWORD, ALICE, BOB, 10, 0).order };
		let first = sign(order, Acceptance { number: 1, ..acceptance_of(BOB) });
		let order = Order { number: 2, ..sale_of(DAGGER, ALICE, CAROL, 10, 0).order };
		let last = sign(order, acceptance_of(CAROL));

		assert_ok!(settle(1, [first, gone, last]));

		let refused = vec![(1, Refusal::NotOwner)];
		System::assert_last_event(
			Event::<Test>::BatchSettled { world: WORLD, seq: 1, trades: 3, refused }.into(),
		);
		assert_eq!([SWORD, DAGGER].map(|it| holding(it).owner), [BOB, CAROL]);
	});
}
