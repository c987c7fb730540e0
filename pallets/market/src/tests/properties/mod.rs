// SPDX-License-Identifier: Apache-2.0
//! Sequences of all calls, by whoever, against a plain model of what they should come to.

mod actions;
mod model;
mod perform;

use crate::mock::*;
use actions::{name, step};
use model::{Model, MONEY};
use perform::perform;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeSet;

/// As many sequences as the environment asks for, in a deep run; few otherwise.
fn config() -> ProptestConfig {
	if std::env::var_os("PROPTEST_CASES").is_some() {
		ProptestConfig::default()
	} else {
		ProptestConfig::with_cases(64)
	}
}

/// A world with goods, in which nobody runs out of money for deposits.
fn with_money(test: impl FnOnce()) {
	with_goods(|| {
		for avatar in EVERYONE {
			let root = RuntimeOrigin::root();
			Balances::force_set_balance(root, owner(avatar), MONEY).expect("it is root");
		}
		test();
	});
}

proptest! {
	#![proptest_config(config())]

	/// Every call against plain records; the invariants hold after each, and no coin comes or goes.
	#[test]
	fn the_market_is_as_plain_records_would_have_it(
		steps in prop::collection::vec(step(), 1..120),
	) {
		with_money(|| {
			let mut model = Model::new();
			for step in steps {
				let performed = perform(&step, &model);
				let expected = model.apply(&step);
				assert_eq!(performed.is_ok(), expected, "{step:?}: {performed:?}");
				model.assert_is_the_chain();
				check();
			}
		});
	}
}

/// Sequences that are refused from end to end would show nothing.
#[test]
fn every_call_succeeds_in_some_sequence() {
	const CALLS: [&str; 14] = [
		"List",
		"Offer",
		"Barter",
		"Buy",
		"AcceptOffer",
		"AcceptBarter",
		"Cancel",
		"Sweep",
		"Open",
		"Bid",
		"CancelAuction",
		"CloseAuction",
		"Settle",
		"CancelSigned",
	];
	let mut runner = TestRunner::deterministic();
	let sequences = prop::collection::vec(step(), 120);
	let mut missing = BTreeSet::from(CALLS.map(String::from));
	for _ in 0..256 {
		let steps = sequences.new_tree(&mut runner).expect("nothing is filtered").current();
		with_money(|| {
			let mut model = Model::new();
			for step in steps {
				if perform(&step, &model).is_ok() {
					missing.remove(&name(&step.action));
				}
				model.apply(&step);
			}
		});
		if missing.is_empty() {
			return;
		}
	}
	panic!("{missing:?}");
}
