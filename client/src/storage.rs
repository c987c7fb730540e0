// SPDX-License-Identifier: Apache-2.0
//! Where the chain stores its records.

use sp_crypto_hashing::{blake2_128, twox_128};

/// The prefix of all keys of a storage item; the whole key if the item is a single value.
pub(crate) fn prefix(pallet: &str, item: &str) -> Vec<u8> {
	[twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat()
}

/// The key of a record in a map under `Identity`; or the prefix of several, if `key` is cut short.
pub(crate) fn identity(pallet: &str, item: &str, key: &[u8]) -> Vec<u8> {
	[&prefix(pallet, item)[..], key].concat()
}

/// How `Blake2_128Concat` hashes.
pub(crate) fn blake2_concat(key: &[u8]) -> Vec<u8> {
	[&blake2_128(key)[..], key].concat()
}

/// How many bytes [`blake2_concat`] puts before a key.
pub(crate) const BLAKE2_LENGTH: usize = 16;

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn prefixes_are_those_of_frame() {
		assert_eq!(
			hex::encode(prefix("System", "Account")),
			"26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
		);
	}

	#[test]
	fn a_hashed_key_keeps_the_key() {
		let key = blake2_concat(&[1, 2, 3]);

		assert_eq!(key.len(), BLAKE2_LENGTH + 3);
		assert_eq!(&key[BLAKE2_LENGTH..], [1, 2, 3]);
	}
}
