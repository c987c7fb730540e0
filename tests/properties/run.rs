// SPDX-License-Identifier: Apache-2.0
//! How much is tried, and where failures are kept.

use proptest::{
	strategy::Strategy,
	test_runner::{Config, FileFailurePersistence, TestRunner},
};
use std::env;

/// Cases of each property in a deep run that is not cut into parts.
const DEEP: u32 = 10_000;

/// Cases of each property otherwise.
const SHALLOW: u32 = 48;

/// Runs of a failing case, each with a little less in it, before it is told.
const SHRINKING: u32 = 4_096;

/// `FREEHOLD_DEEP`: so many cases, or all of them if it is 1; a shallow run if it is not set.
fn deep() -> Option<u32> {
	let text = env::var("FREEHOLD_DEEP").ok().filter(|text| !text.is_empty())?;
	let cases = text.parse().unwrap_or_else(|_| panic!("FREEHOLD_DEEP is no number: {text}"));
	match cases {
		0 => None,
		1 => Some(DEEP),
		part => Some(part),
	}
}

/// Steps of a random sequence, of which a few find nothing to do.
pub(crate) fn steps() -> usize {
	if deep().is_some() {
		220
	} else {
		120
	}
}

/// Tries a property, which panics where it does not hold. Failures are kept in a file.
#[track_caller]
pub(crate) fn run<S: Strategy>(
	regressions: &'static str,
	strategy: &S,
	property: impl Fn(S::Value),
) {
	let mut runner = TestRunner::new(Config {
		cases: deep().unwrap_or(SHALLOW),
		max_shrink_iters: SHRINKING,
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
