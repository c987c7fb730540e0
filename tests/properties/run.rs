// SPDX-License-Identifier: Apache-2.0
//! How much is tried, and where failures are kept.

use proptest::{
	strategy::Strategy,
	test_runner::{Config, FileFailurePersistence, TestRunner},
};
use std::env;

fn deep() -> bool {
	env::var("FREEHOLD_DEEP").is_ok_and(|value| value == "1")
}

/// Steps of a random sequence, on average.
pub(crate) fn steps() -> usize {
	if deep() {
		200
	} else {
		60
	}
}

/// Tries a property, which panics where it does not hold. Failures are kept in a file.
#[track_caller]
pub(crate) fn run<S: Strategy>(
	regressions: &'static str,
	strategy: &S,
	property: impl Fn(S::Value),
) {
	let cases = if deep() { 2_000 } else { 32 };
	let mut runner = TestRunner::new(Config {
		cases,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
		..Config::default()
	});
	let outcome = runner.run(strategy, |value| {
		property(value);
		Ok(())
	});
	if let Err(failure) = outcome {
		panic!("{failure}\n{runner}");
	}
}
