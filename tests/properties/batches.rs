// SPDX-License-Identifier: Apache-2.0
//! A batch is nothing but its trades.

use crate::{
	plan::{plan, Plan},
	run::run,
};
use freehold_primitives::{order::Trade, settlement::Refusal};
use freehold_tests::{
	chain::{records, Chain},
	keyring::FERDIE,
	stage::{Stage, WORLD},
	trade::settle,
};
use proptest::collection::vec;
use std::collections::BTreeMap;

const REGRESSIONS: &str =
	concat!(env!("CARGO_MANIFEST_DIR"), "/properties/regressions/batches.txt");

type Outcome = (Vec<(u32, Refusal)>, BTreeMap<Vec<u8>, Vec<u8>>);

/// What was refused, and all that is stored, when these plans, signed on a new stage, are settled
/// in some way.
fn outcome(plans: &[Plan], settled: impl Fn(&Chain, Vec<Trade>) -> Vec<(u32, Refusal)>) -> Outcome {
	Chain::run(|chain| {
		Stage::set(chain);
		let trades = plans.iter().map(|plan| plan.sign(chain, WORLD)).collect();
		let refused = settled(chain, trades);
		(refused, records())
	})
}

#[test]
fn a_batch_does_what_its_trades_do_one_by_one() {
	run(REGRESSIONS, &vec(plan(), 1..16), |plans| {
		let at_once = outcome(&plans, |chain, trades| settle(chain, FERDIE, WORLD, trades));
		let one_by_one = outcome(&plans, |chain, trades| {
			let refusal = |(place, trade): (u32, Trade)| {
				let refused = settle(chain, FERDIE, WORLD, [trade]);
				refused.first().map(|&(_, reason)| (place, reason))
			};
			(0..).zip(trades).filter_map(refusal).collect()
		});

		assert_eq!(at_once.0, one_by_one.0);
		assert!(at_once.1 == one_by_one.1, "the same was refused, yet other things were done");
	});
}
