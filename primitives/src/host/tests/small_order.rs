// SPDX-License-Identifier: Apache-2.0
//! The cases that tell ZIP-215 from other rules: keys and commitments of small order in all their
//! encodings, and keys and commitments that have a part of small order.

use super::{expected, forged, signed, verdicts, Case, Engine, Settings, PLAIN};
use curve25519_dalek::{
	constants::EIGHT_TORSION,
	edwards::{CompressedEdwardsY, EdwardsPoint},
	scalar::Scalar,
};
use sha2::{Digest, Sha512};
use std::collections::BTreeSet;

/// The same coordinate with the field's order 2^255 - 19 added, if that fits 255 bits.
fn not_reduced(y: [u8; 32]) -> Option<[u8; 32]> {
	let is_small = y[0] < 19 && y[1..].iter().all(|byte| *byte == 0);
	is_small.then(|| {
		let mut bytes = [0xff; 32];
		bytes[0] = 0xed + y[0];
		bytes[31] = 0x7f;
		bytes
	})
}

/// All encodings of the eight points of small order. Six are not canonical: with a coordinate that
/// is not reduced, or with the sign of a zero.
pub(super) fn encodings() -> Vec<[u8; 32]> {
	let mut encodings = BTreeSet::new();
	for point in EIGHT_TORSION {
		let mut y = point.compress().to_bytes();
		y[31] &= 0x7f;
		for y in [Some(y), not_reduced(y)].into_iter().flatten() {
			for sign in [0, 0x80] {
				let mut bytes = y;
				bytes[31] |= sign;
				if CompressedEdwardsY(bytes).decompress() == Some(point) {
					encodings.insert(bytes);
				}
			}
		}
	}
	encodings.into_iter().collect()
}

/// With a zero as response, each key of small order fits each commitment of small order.
fn all_of_small_order() -> Vec<Case> {
	let encodings = encodings();
	let pairs = encodings.iter().flat_map(|key| encodings.iter().map(move |it| (*key, *it)));
	pairs
		.map(|(key, commitment)| {
			let mut signature = [0; 64];
			signature[..32].copy_from_slice(&commitment);
			Case { key, signature, message: b"Zcash".to_vec() }
		})
		.collect()
}

/// A signature whose key and commitment each have a part of small order. It fulfils the equation
/// times the cofactor, and without it as a rule does not.
pub(super) fn mixed(secret: u64, message: &[u8], in_key: usize, in_commitment: usize) -> Case {
	let part = |place: usize| EIGHT_TORSION[place % EIGHT_TORSION.len()];
	let (secret, once) = (Scalar::from(secret) + Scalar::ONE, Scalar::from(secret ^ 0x5a5a_5a5a));
	let key = (EdwardsPoint::mul_base(&secret) + part(in_key)).compress().to_bytes();
	let commitment = (EdwardsPoint::mul_base(&once) + part(in_commitment)).compress().to_bytes();
	let hash = Sha512::new()
		.chain_update(commitment)
		.chain_update(key)
		.chain_update(message)
		.finalize();
	let challenge = Scalar::from_bytes_mod_order_wide(hash[..].try_into().expect("64 bytes"));
	let response = once + challenge * secret;
	let mut signature = [0; 64];
	signature[..32].copy_from_slice(&commitment);
	signature[32..].copy_from_slice(response.as_bytes());
	Case { key, signature, message: message.to_vec() }
}

#[test]
fn eight_points_have_fourteen_encodings() {
	assert_eq!(encodings().len(), 14);
}

#[test]
fn all_196_cases_are_valid_alone() {
	let engine = Engine::new(PLAIN);
	let cases = all_of_small_order();
	assert_eq!(cases.len(), 196);
	for case in &cases {
		let case = std::slice::from_ref(case);
		assert_eq!(expected(case), [1]);
		assert_eq!(verdicts(&engine, case), [1], "{case:?}");
	}
}

#[test]
fn all_196_cases_are_valid_in_one_batch() {
	for settings in [PLAIN, Settings { threads: 2, part: 30, keys: 100, remembered: 50 }] {
		let engine = Engine::new(settings);
		for _ in 0..2 {
			assert_eq!(verdicts(&engine, &all_of_small_order()), [1; 196]);
		}
	}
}

/// Each in a batch of ordinary signatures, once of good ones and once with a bad one.
#[test]
fn each_of_the_196_cases_is_valid_among_others() {
	let engine = Engine::new(PLAIN);
	for case in all_of_small_order() {
		let mut cases: Vec<_> = (0..6).map(|signer| signed(signer, b"a trade")).collect();
		cases.push(case);
		assert_eq!(verdicts(&engine, &cases), [1; 7]);

		cases[2] = forged(2, b"a trade");
		assert_eq!(verdicts(&engine, &cases), [1, 1, 0, 1, 1, 1, 1]);
	}
}

#[test]
fn parts_of_small_order_change_no_verdict() {
	let engine = Engine::new(PLAIN);
	let places = (0..8usize).flat_map(|key| (0..8).map(move |commitment| (key, commitment)));
	let cases: Vec<_> = (0u64..).zip(places).map(|(n, (a, b))| mixed(n, b"mixed", a, b)).collect();

	assert_eq!(expected(&cases), [1; 64]);
	assert_eq!(verdicts(&engine, &cases), [1; 64]);
	for case in cases {
		assert_eq!(verdicts(&engine, &[case]), [1]);
	}
}
