// SPDX-License-Identifier: Apache-2.0
//! Where implementations of Ed25519 differ. The chain goes by ZIP-215
//! (<https://zips.z.cash/zip-0215>): points may be in any form and of any order, the equation is
//! that with the cofactor, and scalars are less than the group's order.

use crate::{
	cases::{draft, signer_of, GENESIS},
	keys::{Scheme, Signature},
	vector::Vector,
};
use ed25519_dalek::{SigningKey, VerifyingKey};
use freehold_primitives::{asset::Asset, order::Order, purse::LaneIndex};

/// A point of order eight.
pub const ORDER_EIGHT: [u8; 32] = [
	0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
	0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
];

/// The identity.
pub const IDENTITY: [u8; 32] = first_and_last(0x01, 0x00);

/// The identity, with the field's order added to its coordinate.
pub const IDENTITY_PLUS_P: [u8; 32] = {
	let mut bytes = [0xff; 32];
	bytes[0] = 0xee;
	bytes[31] = 0x7f;
	bytes
};

/// The identity, with the sign of minus zero.
pub const MINUS_IDENTITY: [u8; 32] = first_and_last(0x01, 0x80);

/// No point of the curve.
pub const NO_POINT: [u8; 32] = first_and_last(0x02, 0x00);

/// The order of the group of Ed25519, lowest byte first.
const GROUP_ORDER: [u8; 32] = [
	0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10,
];

/// The order of the group of secp256k1, highest byte first.
pub const SECP256K1_ORDER: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
	0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

const ZERO: [u8; 32] = [0; 32];

/// What the commitment of a signature is made of, where it is an ordinary point.
const NONCE: [u8; 32] = [0x41; 32];

const fn first_and_last(first: u8, last: u8) -> [u8; 32] {
	let mut bytes = [0; 32];
	bytes[0] = first;
	bytes[31] = last;
	bytes
}

pub fn all() -> Vec<Vector> {
	let nonce = SigningKey::from_bytes(&NONCE);
	let point = nonce.verifying_key().to_bytes();
	let scalar = nonce.to_scalar().to_bytes();
	let small = VerifyingKey::from_bytes(&ORDER_EIGHT).expect("it is a point");
	let sum = nonce.verifying_key().to_edwards() + small.to_edwards();
	let mixed = VerifyingKey::from(sum).to_bytes();

	let mut edges = vec![
		of_avatar_4(1, "key of order eight", IDENTITY, ZERO),
		of_avatar_4(1, "key of order eight, ordinary commitment", point, scalar),
		of_avatar_4(1, "key of order eight, commitment of mixed order", mixed, scalar),
		of_avatar_4(2, "key is the identity", IDENTITY, ZERO),
		of_avatar_4(2, "commitment is not in canonical form", IDENTITY_PLUS_P, ZERO),
		of_avatar_4(2, "key is the identity, scalar is not zero", point, scalar),
		of_avatar_4(3, "key is not in canonical form", IDENTITY, ZERO),
		of_avatar_4(4, "key and commitment have minus zero", MINUS_IDENTITY, ZERO),
		of_avatar_4(5, "key is no point", IDENTITY, ZERO),
		of_avatar_4(2, "commitment is no point", NO_POINT, ZERO),
	];
	edges.extend([
		of_device("scalar with the group's order added", |scalar| {
			let mut carry = 0u16;
			for (byte, order) in scalar.iter_mut().zip(GROUP_ORDER) {
				carry += u16::from(*byte) + u16::from(order);
				*byte = carry.to_le_bytes()[0];
				carry >>= 8;
			}
		}),
		of_device("scalar with its highest bits set", |scalar| scalar[31] |= 0xe0),
	]);
	edges
}

/// An order of avatar 4, in the lane of one of its odd keys, with these halves of a signature.
fn of_avatar_4(lane: LaneIndex, name: &str, commitment: [u8; 32], scalar: [u8; 32]) -> Vector {
	edge((4, lane), name, |_| [commitment, scalar].concat())
}

/// An order by a device, whose scalar is changed.
fn of_device(name: &str, change: fn(&mut [u8])) -> Vector {
	edge((1, 1), name, |order| {
		let key = signer_of(order.maker, order.lane);
		let mut bytes = key.sign(&order.signing_bytes(&GENESIS)).bytes;
		change(&mut bytes[32..]);
		bytes
	})
}

fn edge(maker: (u32, LaneIndex), name: &str, sign: impl Fn(&Order) -> Vec<u8>) -> Vector {
	let (order, acceptance) = draft(maker, (2, 1), vec![Asset::Coins(1)], vec![Asset::Coins(2)]);
	let answer = acceptance.signing_bytes(&GENESIS, &order.hash(&GENESIS));
	let taker = signer_of(acceptance.taker, acceptance.lane);
	Vector {
		name: format!("ed25519: {name}"),
		note: "verified by ZIP-215, one by one and in batches",
		order_signature: Signature { scheme: Scheme::Ed25519, bytes: sign(&order) },
		order,
		order_signed: None,
		acceptance,
		acceptance_signature: taker.sign(&answer),
		acceptance_signed: None,
		edge: true,
	}
}
