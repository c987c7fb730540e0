// SPDX-License-Identifier: Apache-2.0
//! What was valid once is not verified again, and nothing else passes by it.

use super::{expected, forged, remembered, signed, verdicts, Case, Engine, Settings, PLAIN};
use std::thread;

const REMEMBERING: Settings = Settings { remembered: 1_000, keys: 1_000, ..PLAIN };

fn good(count: u8) -> Vec<Case> {
	(0..count).map(|signer| signed(signer, b"a trade of some length")).collect()
}

#[test]
fn a_valid_signature_is_remembered() {
	let engine = Engine::new(REMEMBERING);

	assert_eq!(verdicts(&engine, &good(20)), [1; 20]);
	assert_eq!(remembered(&engine), 0);
	assert_eq!(verdicts(&engine, &good(20)), [1; 20]);
	assert_eq!(remembered(&engine), 20);
}

#[test]
fn signatures_are_remembered_one_by_one() {
	let engine = Engine::new(REMEMBERING);
	verdicts(&engine, &good(10));

	let mut others = good(12);
	others.reverse();

	assert_eq!(verdicts(&engine, &others), [1; 12]);
	assert_eq!(remembered(&engine), 10);
}

#[test]
fn what_is_not_valid_is_not_remembered() {
	let engine = Engine::new(REMEMBERING);
	let bad: Vec<_> = (0..20).map(|signer| forged(signer, b"a trade")).collect();
	for _ in 0..3 {
		assert_eq!(verdicts(&engine, &bad), [0; 20]);
	}

	assert_eq!(remembered(&engine), 0);
}

/// Each bit of a request that was valid, changed: none of these is remembered, and each has the
/// verdict of single verification.
#[test]
fn no_changed_bit_passes() {
	let engine = Engine::new(REMEMBERING);
	let case = signed(1, b"nine coins");
	let changed: Vec<_> = (0..(32 + 64 + case.message.len()) * 8)
		.map(|bit| {
			let mut case = case.clone();
			let Case { key, signature, message } = &mut case;
			let byte = key
				.iter_mut()
				.chain(signature)
				.chain(message)
				.nth(bit / 8)
				.expect("one of its bytes");
			*byte ^= 1 << (bit % 8);
			case
		})
		.collect();
	assert_eq!(verdicts(&engine, std::slice::from_ref(&case)), [1]);

	assert_eq!(verdicts(&engine, &changed), expected(&changed));
	assert_eq!(verdicts(&engine, &changed), vec![0; changed.len()]);
	assert_eq!(remembered(&engine), 0);
	assert_eq!(verdicts(&engine, &[case]), [1]);
	assert_eq!(remembered(&engine), 1);
}

/// A message that goes on, or ends sooner, is another one.
#[test]
fn no_other_length_passes() {
	let engine = Engine::new(REMEMBERING);
	let case = signed(1, b"nine coins");
	verdicts(&engine, std::slice::from_ref(&case));

	let longer = Case { message: b"nine coins\0".to_vec(), ..case.clone() };
	let shorter = Case { message: b"nine coin".to_vec(), ..case };

	assert_eq!(verdicts(&engine, &[longer, shorter]), [0, 0]);
	assert_eq!(remembered(&engine), 0);
}

#[test]
fn a_signature_twice_in_a_batch_has_one_verdict() {
	let engine = Engine::new(REMEMBERING);
	let (good, bad) = (signed(1, b"twice"), forged(2, b"twice"));
	let cases = [good.clone(), bad.clone(), good.clone(), bad, good];
	for _ in 0..2 {
		assert_eq!(verdicts(&engine, &cases), [1, 0, 1, 0, 1]);
	}
}

#[test]
fn only_so_many_are_remembered() {
	let engine = Engine::new(Settings { remembered: 50, ..REMEMBERING });
	let cases = good(200);
	verdicts(&engine, &cases);
	verdicts(&engine, &cases[150..]);
	let later = remembered(&engine);
	verdicts(&engine, &cases[..100]);

	assert!((1..=50).contains(&later), "{later}");
	assert_eq!(remembered(&engine), later);
}

#[test]
fn remembering_can_be_switched_off_and_on() {
	let engine = Engine::new(REMEMBERING);
	verdicts(&engine, &good(20));

	engine.remember(0);
	verdicts(&engine, &good(20));
	verdicts(&engine, &good(20));
	assert_eq!(remembered(&engine), 0);

	engine.remember(1_000);
	verdicts(&engine, &good(20));
	verdicts(&engine, &good(20));
	assert_eq!(remembered(&engine), 20);
}

#[test]
fn threads_that_share_an_engine_agree() {
	let engine = Engine::new(Settings { threads: 4, part: 16, keys: 16, remembered: 64 });
	let cases: Vec<_> = (0..120)
		.map(|signer| match signer % 7 {
			0 => forged(signer, b"shared"),
			_ => signed(signer, b"shared"),
		})
		.collect();
	let right = expected(&cases);

	thread::scope(|scope| {
		for _ in 0..4 {
			scope.spawn(|| {
				for _ in 0..5 {
					assert_eq!(verdicts(&engine, &cases), right);
				}
			});
		}
	});
}

#[test]
fn what_it_did_is_counted() {
	let engine = Engine::new(REMEMBERING);
	let mut cases = good(20);
	verdicts(&engine, &cases);
	cases[3] = forged(3, b"a trade of some length");
	verdicts(&engine, &cases);

	let counters = engine.counters();
	assert_eq!((counters.signatures, counters.remembered, counters.alone), (40, 19, 1));
	assert!(counters.nanoseconds > 0);
}
