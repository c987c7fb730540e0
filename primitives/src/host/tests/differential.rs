// SPDX-License-Identifier: Apache-2.0
//! Random signatures, good, bad and odd, held against every other implementation at hand: single
//! verification by the SDK, single and batch verification by ed25519-zebra, which the SDK's rests
//! on, and the engine in several settings. `FREEHOLD_DEEP=1` tries much more of it;
//! `FREEHOLD_DEEP=<cases>`, so much.

use super::{
	expected, signed,
	small_order::{encodings, mixed},
	verdicts, Case, Engine, Settings, PLAIN,
};
use ed25519_zebra::{batch, Signature, VerificationKey, VerificationKeyBytes};
use proptest::prelude::*;
use std::env;

/// The order of the base point, in little-endian bytes.
const ORDER: [u8; 32] = [
	0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// How many batches are tried.
fn cases() -> u32 {
	match env::var("FREEHOLD_DEEP").ok().as_deref() {
		None | Some("" | "0") => 64,
		Some("1") => 10_000,
		Some(cases) => cases.parse().expect("FREEHOLD_DEEP is a number"),
	}
}

/// Adds the order of the base point to a signature's response, which then stands for the same
/// scalar in another form.
pub(super) fn add_order(signature: &mut [u8; 64]) {
	let mut carry = 0u16;
	for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
		carry += u16::from(*byte) + u16::from(order);
		*byte = carry as u8;
		carry >>= 8;
	}
}

/// What is done to a valid signature.
#[derive(Clone, Debug)]
enum Twist {
	None,
	/// A bit of key, signature or message is another.
	Bit(usize),
	/// The response is not reduced.
	Order,
	/// The upper bits of the response, of which some implementations look at three only.
	UpperBits(u8),
	/// The key is another signer's.
	OtherKey(u8),
	/// The signature is of another message.
	OtherMessage,
	/// The key is of small order.
	SmallKey(prop::sample::Index),
	/// The commitment is of small order.
	SmallCommitment(prop::sample::Index),
	/// Key and commitment are of small order, and the response is zero: valid.
	Small(prop::sample::Index, prop::sample::Index),
	/// Key and commitment have a part of small order: valid.
	Mixed(u64, usize, usize),
	/// Anything.
	Noise([u8; 32], [u8; 32], [u8; 32]),
}

fn twist() -> impl Strategy<Value = Twist> {
	use Twist::*;
	prop_oneof![
		20 => Just(None),
		3 => any::<usize>().prop_map(Bit),
		1 => Just(Order),
		1 => (1u8..8).prop_map(UpperBits),
		1 => any::<u8>().prop_map(OtherKey),
		1 => Just(OtherMessage),
		1 => any::<prop::sample::Index>().prop_map(SmallKey),
		1 => any::<prop::sample::Index>().prop_map(SmallCommitment),
		2 => any::<(prop::sample::Index, prop::sample::Index)>().prop_map(|(a, b)| Small(a, b)),
		2 => (any::<u64>(), 0..8usize, 0..8usize).prop_map(|(n, a, b)| Mixed(n, a, b)),
		1 => any::<([u8; 32], [u8; 32], [u8; 32])>().prop_map(|(a, b, c)| Noise(a, b, c)),
	]
}

/// Few signers, so that some sign more than once.
fn case() -> impl Strategy<Value = Case> {
	(0u8..24, prop::collection::vec(any::<u8>(), 0..300), twist()).prop_map(
		|(signer, message, twist)| {
			let mut case = signed(signer, &message);
			match twist {
				Twist::None => (),
				Twist::Bit(bit) => {
					let parts = [&mut case.key[..], &mut case.signature[..], &mut case.message[..]];
					let mut bytes: Vec<_> = parts.into_iter().flatten().collect();
					let bit = bit % (bytes.len() * 8);
					*bytes[bit / 8] ^= 1 << (bit % 8);
				},
				Twist::Order => add_order(&mut case.signature),
				Twist::UpperBits(bits) => case.signature[63] |= bits << 5,
				Twist::OtherKey(other) => case.key = signed(other, b"").key,
				Twist::OtherMessage => case.message.push(0),
				Twist::SmallKey(place) => case.key = *place.get(&encodings()),
				Twist::SmallCommitment(place) => {
					case.signature[..32].copy_from_slice(place.get(&encodings()));
				},
				Twist::Small(key, commitment) => {
					case.key = *key.get(&encodings());
					case.signature = [0; 64];
					case.signature[..32].copy_from_slice(commitment.get(&encodings()));
				},
				Twist::Mixed(secret, key, commitment) => {
					case = mixed(secret, &message, key, commitment);
				},
				Twist::Noise(key, commitment, response) => {
					case.key = key;
					case.signature[..32].copy_from_slice(&commitment);
					case.signature[32..].copy_from_slice(&response);
				},
			}
			case
		},
	)
}

fn settings() -> impl Strategy<Value = Settings> {
	let sizes = || prop_oneof![Just(0usize), Just(8), Just(1_000)];
	(1..4usize, 1..40usize, sizes(), sizes())
		.prop_map(|(threads, part, keys, remembered)| Settings { threads, part, keys, remembered })
}

/// What ed25519-zebra says of each.
fn by_zebra(cases: &[Case]) -> Vec<u8> {
	let is_valid = |case: &Case| {
		let key = VerificationKey::try_from(VerificationKeyBytes::from(case.key));
		let signature = Signature::from(case.signature);
		key.is_ok_and(|key| key.verify(&signature, &case.message).is_ok())
	};
	cases.iter().map(|case| is_valid(case).into()).collect()
}

/// Whether its batch verification finds all of them valid.
fn all_by_zebra(cases: &[Case]) -> bool {
	let mut batch = batch::Verifier::new();
	for case in cases {
		let key = VerificationKeyBytes::from(case.key);
		batch.queue((key, Signature::from(case.signature), &case.message));
	}
	batch.verify(rand::thread_rng()).is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	/// The one that a deep run is for.
	#[test]
	fn every_implementation_agrees(
		batch in prop::collection::vec(case(), 1..70),
		settings in settings(),
	) {
		let right = expected(&batch);
		prop_assert_eq!(&by_zebra(&batch), &right);
		prop_assert_eq!(all_by_zebra(&batch), right.iter().all(|verdict| *verdict == 1));

		let engine = Engine::new(settings);
		// The second time with what is remembered of the first.
		for _ in 0..2 {
			prop_assert_eq!(&verdicts(&engine, &batch), &right);
		}
	}

	/// What else an engine has seen changes no verdict, nor does the order.
	#[test]
	fn verdicts_depend_on_nothing_else(
		batch in prop::collection::vec(case(), 1..40),
		before in prop::collection::vec(case(), 0..40),
		settings in settings(),
	) {
		let engine = Engine::new(settings);
		verdicts(&engine, &before);
		let mut backwards = batch.clone();
		backwards.reverse();

		let mut found = verdicts(&engine, &backwards);
		found.reverse();

		prop_assert_eq!(found, expected(&batch));
	}

	/// Whatever the bytes are: the same requests are read from them, and nothing panics.
	#[test]
	fn any_bytes_have_verdicts(
		bytes in prop::collection::vec(any::<u8>(), 0..400),
		count in 0..6usize,
	) {
		let (mut ours, mut right) = (vec![9; count], vec![9; count]);
		Engine::new(PLAIN).verify(&bytes, &mut ours);
		super::single::verify(&bytes, &mut right);

		prop_assert_eq!(ours, right);
	}
}

/// Longer than any random batch, so that sums are by the method for many terms, and in parts of
/// the sizes that a node has.
#[test]
fn long_batches_agree() {
	let cases: Vec<_> = (0..1_200u32)
		.map(|place| {
			let signer = u8::try_from(place % 200).expect("below 256");
			let mut case = signed(signer, &place.to_le_bytes());
			if place % 401 == 17 {
				add_order(&mut case.signature);
			} else if place % 173 == 5 {
				case.message.push(0);
			}
			case
		})
		.collect();
	let right = expected(&cases);
	for settings in [
		PLAIN,
		Settings { part: 2_000, ..PLAIN },
		Settings { threads: 3, part: 100, keys: 60, remembered: 900 },
		Settings::default(),
	] {
		let engine = Engine::new(settings);
		for _ in 0..2 {
			assert_eq!(verdicts(&engine, &cases), right, "{settings:?}");
		}
	}
}
