// SPDX-License-Identifier: Apache-2.0
use super::{
	actions::{action, beginning, CALLS},
	model::{Model, ACCOUNTS, COINS, WEALTH},
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

/// Runs a test on a chain on which no account runs out of money for deposits, but purses may.
fn on_a_wealthy_chain(test: impl FnOnce()) {
	let world = ACCOUNTS
		.into_iter()
		.fold(World::default(), |world, who| world.coins(who, COINS));
	world.execute(|| {
		for who in ACCOUNTS {
			Balances::force_set_balance(RuntimeOrigin::root(), who, WEALTH).expect("it is root");
		}
		test();
	});
}

proptest! {
	#![proptest_config(config())]

	/// Every call against plain maps; the invariants hold after each.
	#[test]
	fn all_is_as_plain_maps_would_have_it(
		actions in prop::collection::vec(action(), 1..200),
	) {
		on_a_wealthy_chain(|| {
			let mut model = Model::new();
			for action in beginning().into_iter().chain(actions) {
				let (who, what) = model.cast(action.by, action.what);
				let expected = model.apply(who, what.clone()).is_some();
				let outcome = what.clone().perform(who);
				assert_eq!(outcome.is_ok(), expected, "{who}: {what:?}: {outcome:?}");
				model.assert_matches_chain();
				Items::do_try_state().expect("every invariant holds after every call");
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
		on_a_wealthy_chain(|| {
			let mut model = Model::new();
			let first = beginning().into_iter().map(|it| (true, it));
			let later = actions.into_iter().map(|it| (false, it));
			for (at_first, action) in first.chain(later) {
				let (who, what) = model.cast(action.by, action.what);
				let name = what.name();
				let done = model.apply(who, what.clone()).is_some();
				let outcome = what.perform(who);
				assert_eq!(outcome.is_ok(), done, "{name}: {outcome:?}");
				if at_first {
					outcome.expect("what sequences begin with can be done");
				} else if done {
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
