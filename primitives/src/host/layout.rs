// SPDX-License-Identifier: Apache-2.0
//! The byte form of a batch, which the runtime writes and the host reads: for each signature a
//! 32-byte key, the 64-byte signature, the message's length as a little-endian `u32`, and the
//! message.

use super::batch_verify;
use alloc::{vec, vec::Vec};

const KEY: usize = 32;
const SIGNATURE: usize = 64;
#[cfg(not(substrate_runtime))]
const LENGTH: usize = 4;

/// Signatures to verify.
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

	/// How many signatures there are.
	pub fn len(&self) -> usize {
		self.count
	}

	/// Whether there are none.
	pub fn is_empty(&self) -> bool {
		self.count == 0
	}

	/// All of them, in their byte form.
	pub fn as_bytes(&self) -> &[u8] {
		&self.bytes
	}

	/// Has the host verify all, and returns for each whether it is valid.
	pub fn verify(&self) -> Vec<bool> {
		if self.is_empty() {
			return Vec::new();
		}
		let mut verdicts = vec![0u8; self.count];
		batch_verify::ed25519(&self.bytes, &mut verdicts);
		verdicts.into_iter().map(|verdict| verdict == 1).collect()
	}
}

/// A signature to verify, as the host reads it.
#[cfg(not(substrate_runtime))]
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
	/// All of it, in its byte form.
	pub(super) bytes: &'a [u8],
	/// The public key, `A` in ZIP-215.
	pub(super) key: &'a [u8; 32],
	/// The signature's first half, `R`.
	pub(super) commitment: &'a [u8; 32],
	/// The signature's second half, `s`.
	pub(super) response: &'a [u8; 32],
	/// What was signed.
	pub(super) message: &'a [u8],
}

/// Reads requests until none are left, or what is left can't be read.
#[cfg(not(substrate_runtime))]
pub(super) fn read(mut rest: &[u8]) -> impl Iterator<Item = Request<'_>> {
	core::iter::from_fn(move || Request::take(&mut rest))
}

#[cfg(not(substrate_runtime))]
impl<'a> Request<'a> {
	/// Takes the first one off; leaves `rest` as it is if there is none.
	fn take(rest: &mut &'a [u8]) -> Option<Self> {
		let (key, after) = rest.split_first_chunk::<KEY>()?;
		let (signature, after) = after.split_first_chunk::<SIGNATURE>()?;
		let ([commitment, response], _) = signature.as_chunks::<32>() else { return None };
		let (length, after) = after.split_first_chunk::<LENGTH>()?;
		let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
		let (message, after) = after.split_at_checked(length)?;
		let bytes = rest.get(..rest.len().saturating_sub(after.len()))?;
		*rest = after;
		Some(Self { bytes, key, commitment, response, message })
	}
}
