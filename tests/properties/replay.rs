// SPDX-License-Identifier: Apache-2.0
//! Whatever is sent again, in whatever order, is spent at most once.

use crate::{plan::plan, run::run};
use freehold_tests::{
	chain::Chain,
	keyring::FERDIE,
	stage::{Stage, WORLD},
	trade::settle,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::collections::BTreeSet;

const REGRESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/properties/regressions/replay.txt");

#[test]
fn no_signature_is_spent_twice() {
	let batches = vec(vec(any::<Index>(), 1..8), 1..8);
	run(REGRESSIONS, &(vec(plan(), 1..8), batches), |(plans, batches)| {
		Chain::run(|chain| {
			Stage::set(chain);
			let trades: Vec<_> = plans.iter().map(|plan| plan.sign(chain, WORLD)).collect();
			let mut spent = BTreeSet::new();
			for batch in &batches {
				let sent: Vec<_> = batch.iter().map(|index| index.get(&trades).clone()).collect();
				let refused = settle(chain, FERDIE, WORLD, sent.clone());
				let refused: BTreeSet<_> = refused.into_iter().map(|(place, _)| place).collect();
				for (place, trade) in (0..).zip(&sent) {
					if refused.contains(&place) {
						continue;
					}
					let (order, acceptance) = (&trade.order, &trade.acceptance);
					for number in [
						(order.maker, order.lane, order.number),
						(acceptance.taker, acceptance.lane, acceptance.number),
					] {
						assert!(spent.insert(number), "spent twice: {number:?}");
					}
				}
				chain.next_block();
			}
		});
	});
}
