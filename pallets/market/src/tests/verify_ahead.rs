// SPDX-License-Identifier: Apache-2.0
//! Signatures that are verified before their batch is settled: for whom, and that nothing else
//! comes of it.

use crate::{mock::*, Call};
use frame_support::{assert_ok, assert_storage_noop};
use freehold_primitives::{
	ids::WorldId,
	order::{OrderSignature, Trade},
};

fn ahead<const N: usize>(seq: u64, trades: [Trade; N]) -> u32 {
	let call = Call::settle { world: WORLD, seq, trades: batch(trades) };
	Market::verify_ahead(&operator(), &call)
}

#[test]
fn both_signatures_of_each_trade_are_verified() {
	with_a_sword(|| {
		let trades = [sale(ALICE, BOB, 100, 0), sale(BOB, CAROL, 100, 1)];

		assert_storage_noop!(assert_eq!(ahead(1, trades.clone()), 4));

		assert_ok!(settle(1, trades));
		assert_eq!(holding(SWORD).owner, CAROL);
	});
}

/// What was said ahead decides nothing.
#[test]
fn a_forged_trade_is_refused_all_the_same() {
	with_a_sword(|| {
		let mut forged = sale(ALICE, BOB, 100, 0);
		forged.order_signature = OrderSignature::Ed25519([0; 64]);

		assert_eq!(ahead(1, [forged.clone()]), 1);

		assert_ok!(settle(1, [forged]));
		assert_eq!(holding(SWORD).owner, ALICE);
	});
}

#[test]
fn only_batches_whose_turn_is_near_count() {
	with_a_sword(|| {
		assert_ok!(settle(1, []));
		let trade = || [sale(ALICE, BOB, 100, 0)];

		for (seq, valid) in [(0, 0), (1, 0), (2, 2), (65, 2), (66, 0), (u64::MAX, 0)] {
			assert_eq!(ahead(seq, trade()), valid, "number {seq}");
		}
	});
}

#[test]
fn nothing_is_verified_for_others() {
	with_a_sword(|| {
		let call = |world| Call::settle { world, seq: 1, trades: batch([sale(ALICE, BOB, 1, 0)]) };

		assert_eq!(Market::verify_ahead(&owner(ALICE), &call(WORLD)), 0);
		assert_eq!(Market::verify_ahead(&operator(), &call(WorldId(99))), 0);
	});
}
