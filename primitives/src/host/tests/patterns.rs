// SPDX-License-Identifier: Apache-2.0
//! Bad signatures in every place, and what it costs to find them.

use super::{expected, forged, read, requests, signed, verdicts, Case, Engine, PLAIN};
use crate::host::{
	batch::{self, coefficients, Claim},
	keys::Keys,
	search::{Effort, FEW, PASSES},
	verified::name,
};

/// So many signatures, of a player each, of which those are bad that `is_bad` says.
fn trades(count: usize, is_bad: impl Fn(usize) -> bool) -> Vec<Case> {
	(0..count)
		.map(|place| {
			let signer = u8::try_from(place % 251).expect("below 256");
			let message = place.to_le_bytes();
			if is_bad(place) {
				forged(signer, &message)
			} else {
				signed(signer, &message)
			}
		})
		.collect()
}

/// Verdicts, and what they took.
fn effort(cases: &[Case]) -> (Vec<u8>, Effort) {
	let requests = requests(cases);
	let requests: Vec<_> = read(requests.as_bytes()).collect();
	let names: Vec<_> = requests.iter().map(name).collect();
	let mut verdicts = vec![0; cases.len()];
	let claims = requests.into_iter().zip(coefficients(&names)).zip(&mut verdicts);
	let claims = claims
		.map(|((request, coefficient), verdict)| Claim { request, coefficient, verdict })
		.collect();
	let effort = batch::verify(claims, &Keys::new(0));
	(verdicts, effort)
}

#[test]
fn every_pattern_of_bad_signatures_is_found() {
	let engine = Engine::new(PLAIN);
	for count in 1..=10 {
		let (good, bad) = (trades(count, |_| false), trades(count, |_| true));
		for pattern in 0..1u32 << count {
			let is_bad = |place: usize| pattern >> place & 1 == 1;
			let pairs = good.iter().zip(&bad).enumerate();
			let cases: Vec<_> = pairs
				.map(|(place, (good, bad))| if is_bad(place) { bad } else { good }.clone())
				.collect();
			let right: Vec<_> = (0..count).map(|place| u8::from(!is_bad(place))).collect();

			assert_eq!(verdicts(&engine, &cases), right);
		}
	}
}

#[test]
fn a_bad_signature_is_found_in_every_place() {
	for bad in 0..97 {
		let cases = trades(97, |place| place == bad);

		let (verdicts, effort) = effort(&cases);

		assert_eq!(verdicts, expected(&cases));
		assert!(effort.again <= 97 && effort.alone <= FEW, "{effort:?}");
	}
}

#[test]
fn a_good_batch_takes_one_sum() {
	for count in [FEW + 1, 64, 300] {
		assert_eq!(effort(&trades(count, |_| false)).1, Effort::default());
	}
}

#[test]
fn few_bad_signatures_cost_less_than_a_second_look_at_all() {
	for stride in [64, 128, 256] {
		let (_, effort) = effort(&trades(512, |place| place % stride == 7));

		assert!(effort.alone <= 512 / 2, "{effort:?}");
	}
}

#[test]
fn no_pattern_costs_more_than_the_bound() {
	for count in [5, 8, 63, 200] {
		for stride in [1, 2, 3, 5, 16, 50] {
			let cases = trades(count, |place| place % stride == 0);

			let (verdicts, effort) = effort(&cases);

			assert_eq!(verdicts, expected(&cases));
			assert!(effort.again <= PASSES * count, "{effort:?}");
			assert!(effort.alone <= count, "{effort:?}");
		}
	}
}

/// All that one player signed is bad, in places all over the batch.
#[test]
fn the_bad_signatures_of_a_player_are_found_together() {
	let cases: Vec<_> = (0..256u32)
		.map(|place| {
			let message = place.to_le_bytes();
			match place % 16 {
				0 => forged(0, &message),
				_ => signed(u8::try_from(place % 97 + 1).expect("below 256"), &message),
			}
		})
		.collect();

	let (verdicts, effort) = effort(&cases);

	assert_eq!(verdicts, expected(&cases));
	assert!(effort.alone <= 64, "{effort:?}");
}

/// Errors that would cancel each other out if coefficients were equal: what one signature has too
/// much, the other has too little.
#[test]
fn errors_do_not_cancel_out() {
	let (mut first, mut second) = (signed(1, b"first"), signed(2, b"second"));
	let add = |signature: &mut [u8; 64], difference: i8| {
		signature[32] = signature[32].wrapping_add_signed(difference);
	};
	// Away from the ends of a byte, so that nothing is carried.
	while !(1..255).contains(&first.signature[32]) {
		first = signed(1, &[&first.message[..], b"."].concat());
	}
	while !(1..255).contains(&second.signature[32]) {
		second = signed(2, &[&second.message[..], b"."].concat());
	}
	add(&mut first.signature, 1);
	add(&mut second.signature, -1);
	let mut cases = trades(8, |_| false);
	cases.extend([first, second]);

	assert_eq!(effort(&cases).0, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
}
