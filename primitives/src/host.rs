// SPDX-License-Identifier: Apache-2.0
//! The host function that verifies a batch of Ed25519 signatures.
//!
//! Consensus rests on its answers, so they are a pure function of its input, by the rules of
//! ZIP-215 (<https://zips.z.cash/zip-0215>) and no others: a batch is valid signature by
//! signature exactly where single verification is. It is called in dispatch only, never to decide
//! whether a transaction is valid: light clients lack it.

use alloc::{vec, vec::Vec};
use sp_runtime_interface::{
	pass_by::{PassFatPointerAndRead, PassFatPointerAndWrite},
	runtime_interface,
};

const KEY: usize = 32;
const SIGNATURE: usize = 64;

/// Signatures to verify, in the byte form that the host reads: for each a 32-byte key, a 64-byte
/// signature, the message's length as a little-endian `u32`, and the message.
#[derive(Default)]
pub struct Requests {
	bytes: Vec<u8>,
	count: usize,
}

impl Requests {
	/// Adds a signature and returns its place in the verdicts.
	pub fn push(&mut self, key: &[u8; KEY], signature: &[u8; SIGNATURE], message: &[u8]) -> usize {
		let place = self.count;
		let length = u32::try_from(message.len()).unwrap_or(u32::MAX);
		self.bytes.extend_from_slice(key);
		self.bytes.extend_from_slice(signature);
		self.bytes.extend_from_slice(&length.to_le_bytes());
		self.bytes.extend_from_slice(message);
		self.count = place.saturating_add(1);
		place
	}

	/// Verifies all, and returns for each whether it is valid.
	pub fn verify(&self) -> Vec<bool> {
		if self.count == 0 {
			return Vec::new();
		}
		let mut verdicts = vec![0u8; self.count];
		batch_verify::ed25519(&self.bytes, &mut verdicts);
		verdicts.into_iter().map(|verdict| verdict == 1).collect()
	}
}

/// Host functions for signatures in batches.
#[runtime_interface]
pub trait BatchVerify {
	/// Writes 1 to each byte of `verdicts` whose request is a valid signature, 0 to the others.
	/// Requests are laid out as [`Requests`] says; what can't be read counts as invalid.
	fn ed25519(
		requests: PassFatPointerAndRead<&[u8]>,
		verdicts: PassFatPointerAndWrite<&mut [u8]>,
	) {
		native::ed25519(requests, verdicts);
	}
}

#[cfg(not(substrate_runtime))]
mod native {
	use super::{KEY, SIGNATURE};
	use sp_core::{
		ed25519::{Pair, Public, Signature},
		Pair as _,
	};

	/// Bytes of a message's length.
	const LENGTH: usize = 4;

	pub(super) fn ed25519(mut requests: &[u8], verdicts: &mut [u8]) {
		for verdict in verdicts {
			*verdict = match take_request(&mut requests) {
				Some((key, signature, message)) => {
					Pair::verify(&Signature::from_raw(*signature), message, &Public::from_raw(*key))
						.into()
				},
				None => 0,
			};
		}
	}

	fn take_request<'a>(
		rest: &mut &'a [u8],
	) -> Option<(&'a [u8; KEY], &'a [u8; SIGNATURE], &'a [u8])> {
		let (key, after) = rest.split_first_chunk::<KEY>()?;
		let (signature, after) = after.split_first_chunk::<SIGNATURE>()?;
		let (length, after) = after.split_first_chunk::<LENGTH>()?;
		let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
		let (message, after) = after.split_at_checked(length)?;
		*rest = after;
		Some((key, signature, message))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
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
	fn what_cannot_be_read_is_invalid() {
		let mut requests = Requests::default();
		signed(&mut requests, 1, b"whole");
		requests.bytes.pop();
		let mut verdicts = [9; 3];

		batch_verify::ed25519(&requests.bytes, &mut verdicts);

		assert_eq!(verdicts, [0, 0, 0]);
	}

	/// A key of order eight, the identity as commitment, and a zero scalar. The equation times
	/// the cofactor holds for every message, as ZIP-215 has it; without the cofactor it holds for
	/// one message in eight.
	#[test]
	fn keys_of_small_order_follow_zip_215() {
		const ORDER_EIGHT: [u8; 32] = [
			0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
			0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
			0x92, 0xac, 0x03, 0x7a,
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
		const ORDER: [u8; 32] = [
			0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
			0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
		];
		let pair = ed25519::Pair::from_seed(&[1; 32]);
		let mut signature = pair.sign(b"message").0;
		let mut carry = 0u16;
		for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
			carry += u16::from(*byte) + u16::from(order);
			*byte = carry as u8;
			carry >>= 8;
		}
		let mut requests = Requests::default();
		requests.push(&pair.public().0, &signature, b"message");

		assert_eq!(requests.verify(), [false]);
	}
}
