// SPDX-License-Identifier: Apache-2.0

//! Keys of players, and their signatures.

use crate::turns::Player;
use revm::primitives::{keccak256, Address, B256, U256};
use secp256k1::{Message, PublicKey, SecretKey, SECP256K1};

/// A player's key.
pub struct Wallet {
	key: SecretKey,
	/// The account that the key signs for.
	pub address: Address,
}

/// An ECDSA signature over secp256k1, with a small `s`.
pub struct Signature {
	/// Whether the y coordinate of the nonce's point is odd.
	pub odd_y: bool,
	/// The x coordinate of the nonce's point.
	pub r: U256,
	/// The proof.
	pub s: U256,
}

impl Wallet {
	/// The wallet of a player, the same in each run.
	pub fn new(player: Player) -> Self {
		let seed = keccak256([b"freehold bench ".as_slice(), &player.to_be_bytes()].concat());
		let key = SecretKey::from_byte_array(seed.0)
			.expect("a hash is not zero and below the order but in one of 2^127 cases");
		let public = PublicKey::from_secret_key_global(&key).serialize_uncompressed();
		Self { key, address: Address::from_raw_public_key(&public[1..]) }
	}

	/// Signs a hash.
	pub fn sign(&self, hash: B256) -> Signature {
		let signature = SECP256K1.sign_ecdsa_recoverable(Message::from_digest(hash.0), &self.key);
		let (recovery, bytes) = signature.serialize_compact();
		Signature {
			odd_y: i32::from(recovery) & 1 == 1,
			r: U256::from_be_slice(&bytes[..32]),
			s: U256::from_be_slice(&bytes[32..]),
		}
	}
}

impl Signature {
	/// The 64 bytes of EIP-2098: the parity is the first bit of `s`.
	pub fn compact(&self) -> [u8; 64] {
		let mut bytes = [0; 64];
		bytes[..32].copy_from_slice(&self.r.to_be_bytes::<32>());
		bytes[32..].copy_from_slice(&self.s.to_be_bytes::<32>());
		bytes[32] |= u8::from(self.odd_y) << 7;
		bytes
	}
}
