// SPDX-License-Identifier: Apache-2.0
//! Whatever is sent again, in whatever order, is spent at most once: an acceptance as a whole, and
//! of an order no more lots than it has.

use crate::{plan::plan, run::run};
use freehold_tests::{
	chain::Chain,
	keyring::FERDIE,
	stage::{Stage, WORLD},
	trade::settle,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::collections::{BTreeMap, BTreeSet};

const REGRESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/properties/regressions/replay.txt");

/// How often each order is accepted.
const PARTS: u32 = 3;

#[test]
fn no_signature_is_spent_twice() {
	let batches = vec(vec(any::<Index>(), 1..12), 1..8);
	run(REGRESSIONS, &(vec(plan(), 1..8), batches), |(plans, batches)| {
		Chain::run(|chain| {
			Stage::set(chain);
			let parts = plans.iter().flat_map(|plan| plan.sign_parts(chain, WORLD, PARTS));
			let trades: Vec<_> = parts.collect();
			let (mut spent, mut filled) = (BTreeSet::new(), BTreeMap::new());
			for batch in &batches {
				let sent: Vec<_> = batch.iter().map(|index| index.get(&trades).clone()).collect();
				let refused = settle(chain, FERDIE, WORLD, sent.clone());
				let refused: BTreeSet<_> = refused.into_iter().map(|(place, _)| place).collect();
				for (place, trade) in (0..).zip(&sent) {
					if refused.contains(&place) {
						continue;
					}
					let (order, acceptance) = (&trade.order, &trade.acceptance);
					let number = (acceptance.taker, acceptance.lane, acceptance.number);
					let is_new = spent.insert(number) && !filled.contains_key(&number);
					assert!(is_new, "spent twice: {number:?}");
					let number = (order.maker, order.lane, order.number);
					assert!(!spent.contains(&number), "spent twice: {number:?}");
					let (first, lots) = filled.entry(number).or_insert((order.clone(), 0));
					assert_eq!(first, order, "two orders under one number");
					*lots += acceptance.lots;
					assert!(*lots <= order.lots, "filled beyond its lots: {order:?}");
				}
				chain.next_block();
			}
		});
	});
}
