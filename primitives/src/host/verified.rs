// SPDX-License-Identifier: Apache-2.0
//! Signatures that were found valid, so that they need not be verified again: a batch is verified
//! when it comes in, when it is put into a block, and when that block is executed.
//!
//! A signature is remembered by the hash of its whole request: key, signature, length and message,
//! byte by byte. Whether a signature is valid depends on nothing else, so what is remembered is true
//! wherever and whenever it is asked for; and nobody can make a request of the same hash that is not
//! the same request. Single signatures are remembered rather than batches, because the keys of a
//! batch are known for sure only where it is executed: one key replaced in between costs one
//! signature, not all.

use super::{layout::Request, lock, recent::Recent};
use sp_crypto_hashing::blake2_256;
use std::sync::Mutex;

/// Names a request, and no other one.
pub(super) type Name = [u8; 32];

/// The name of a request.
pub(super) fn name(request: &Request<'_>) -> Name {
	blake2_256(request.bytes)
}

/// The signatures that were found valid lately.
pub(super) struct Verified(Mutex<Recent<Name, ()>>);

impl Verified {
	/// Remembers so many signatures; none if that is less than two.
	pub(super) fn new(capacity: usize) -> Self {
		Self(Mutex::new(Recent::new(capacity)))
	}

	/// Forgets all, and remembers so many from now on.
	pub(super) fn restart(&self, capacity: usize) {
		*lock(&self.0) = Recent::new(capacity);
	}

	/// For each, whether it is remembered as valid.
	pub(super) fn contains(&self, names: &[Name]) -> Vec<bool> {
		let mut known = lock(&self.0);
		names.iter().map(|name| known.get(name).is_some()).collect()
	}

	/// Remembers these as valid, which they must be.
	pub(super) fn insert(&self, names: impl IntoIterator<Item = Name>) {
		let mut known = lock(&self.0);
		for name in names {
			known.insert(name, ());
		}
	}
}
