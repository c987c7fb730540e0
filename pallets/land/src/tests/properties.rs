// SPDX-License-Identifier: Apache-2.0
use super::{
	actions::{action, beginning, CALLS},
	model::Model,
};
use crate::mock::*;
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

/// A chain on which nobody runs out of money.
fn wealthy() -> World {
	World::default().after(|| {
		for who in [OPERATOR, ALICE, BOB] {
			Balances::force_set_balance(RuntimeOrigin::root(), who, 1_000_000).expect("it is root");
		}
	})
}

proptest! {
	#![proptest_config(config())]

	/// Every call against plain maps; the invariants hold after each.
	#[test]
	fn land_is_held_as_plain_maps_would_have_it(
		actions in prop::collection::vec(action(), 1..200),
	) {
		wealthy().execute(|| {
			let mut model = Model::new();
			for action in beginning().into_iter().chain(actions) {
				let expected = model.apply(&action);
				let outcome = action.clone().perform();
				if let Some(expected) = expected {
					assert_eq!(outcome.is_ok(), expected, "{action:?}: {outcome:?}");
				}
				model.assert_matches_chain();
				check();
			}
		});
	}
}

/// Sequences that are refused from end to end would show nothing.
#[test]
fn every_call_succeeds_in_some_sequence() {
	let mut runner = TestRunner::deterministic();
	let sequences = prop::collection::vec(action(), 200);
	let mut missing = BTreeSet::from(CALLS.map(String::from));
	for _ in 0..256 {
		let actions = sequences.new_tree(&mut runner).expect("nothing is filtered").current();
		wealthy().execute(|| {
			for action in beginning().into_iter().chain(actions) {
				let name = action.what.name();
				if action.perform().is_ok() {
					missing.remove(&name);
				}
			}
		});
		if missing.is_empty() {
			return;
		}
	}
	panic!("{missing:?}");
}
