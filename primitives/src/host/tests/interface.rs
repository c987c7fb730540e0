// SPDX-License-Identifier: Apache-2.0
//! What the runtime sees.

use crate::host::{batch_verify, Requests};
use sp_core::{ed25519, Pair};

fn signed(requests: &mut Requests, seed: u8, message: &[u8]) -> usize {
	let pair = ed25519::Pair::from_seed(&[seed; 32]);
	requests.push(&pair.public().0, &pair.sign(message).0, message)
}

#[test]
fn each_signature_gets_its_own_verdict() {
	let mut requests = Requests::default();
	signed(&mut requests, 1, b"first");
	let pair = ed25519::Pair::from_seed(&[2; 32]);
	requests.push(&pair.public().0, &pair.sign(b"second").0, b"another");
	signed(&mut requests, 3, b"");

	assert_eq!(requests.verify(), [true, false, true]);
}

#[test]
fn requests_are_counted() {
	let mut requests = Requests::default();
	assert!(requests.is_empty());
	assert_eq!(requests.verify(), [false; 0]);

	assert_eq!(signed(&mut requests, 1, b"first"), 0);
	assert_eq!(signed(&mut requests, 1, b"second"), 1);

	assert_eq!(requests.len(), 2);
}

#[test]
fn what_cannot_be_read_is_invalid() {
	let mut requests = Requests::default();
	signed(&mut requests, 1, b"whole");
	let bytes = requests.as_bytes();
	let mut verdicts = [9; 3];

	batch_verify::ed25519(&bytes[..bytes.len() - 1], &mut verdicts);

	assert_eq!(verdicts, [0, 0, 0]);
}

/// Of a batch whose end is missing, what came before has its verdicts; what nobody asked about
/// has none.
#[test]
fn what_can_be_read_is_verified() {
	let mut requests = Requests::default();
	for seed in 1..=3 {
		signed(&mut requests, seed, b"whole");
	}
	let bytes = requests.as_bytes();

	let mut verdicts = [9; 4];
	batch_verify::ed25519(&bytes[..bytes.len() - 1], &mut verdicts);
	assert_eq!(verdicts, [1, 1, 0, 0]);

	let mut verdicts = [9; 2];
	batch_verify::ed25519(bytes, &mut verdicts);
	assert_eq!(verdicts, [1, 1]);
}

/// A key of order eight, the identity as commitment, and a zero scalar. The equation times
/// the cofactor holds for every message, as ZIP-215 has it; without the cofactor it holds for
/// one message in eight.
#[test]
fn keys_of_small_order_follow_zip_215() {
	const ORDER_EIGHT: [u8; 32] = [
		0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
		0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
		0x03, 0x7a,
	];
	let mut signature = [0; 64];
	signature[0] = 1;
	let mut requests = Requests::default();
	for message in 0..32u8 {
		requests.push(&ORDER_EIGHT, &signature, &[message]);
	}

	assert_eq!(requests.verify(), [true; 32]);
}

/// A scalar that is not reduced modulo the group's order must be refused.
#[test]
fn a_scalar_with_the_order_added_is_refused() {
	let pair = ed25519::Pair::from_seed(&[1; 32]);
	let mut signature = pair.sign(b"message").0;
	super::differential::add_order(&mut signature);
	let mut requests = Requests::default();
	requests.push(&pair.public().0, &signature, b"message");

	assert_eq!(requests.verify(), [false]);
}
