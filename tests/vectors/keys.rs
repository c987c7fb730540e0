// SPDX-License-Identifier: Apache-2.0
//! Who signs in the vectors. The secrets are known to everybody.

use ed25519_dalek::{Signer as _, SigningKey};
use freehold_primitives::{
	chain::{AccountId, BlockNumber},
	device::{DeviceKey, PublicKey, Signer},
	ids::AvatarId,
	order::OrderSignature,
	purse::LaneIndex,
};
use sp_core::{ecdsa, sr25519, Pair};
use sp_runtime::{traits::IdentifyAccount, MultiSigner};

/// A signature scheme, by its index in the codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
	Ed25519,
	Sr25519,
	Ecdsa,
}

impl Scheme {
	/// All, in their order in the codec.
	pub const ALL: [Self; 3] = [Self::Ed25519, Self::Sr25519, Self::Ecdsa];

	pub fn name(self) -> &'static str {
		match self {
			Self::Ed25519 => "ed25519",
			Self::Sr25519 => "sr25519",
			Self::Ecdsa => "ecdsa",
		}
	}
}

/// Bytes that are meant as a signature; they may have any length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
	pub scheme: Scheme,
	pub bytes: Vec<u8>,
}

impl Signature {
	/// As the chain reads it; none if it is too long or too short to be read.
	pub fn read(&self) -> Option<OrderSignature> {
		let bytes = &self.bytes[..];
		Some(match self.scheme {
			Scheme::Ed25519 => OrderSignature::Ed25519(bytes.try_into().ok()?),
			Scheme::Sr25519 => OrderSignature::Sr25519(bytes.try_into().ok()?),
			Scheme::Ecdsa => OrderSignature::Ecdsa(bytes.try_into().ok()?),
		})
	}
}

/// A key that signs for an avatar in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
	pub avatar: AvatarId,
	/// 0 for the owner.
	pub lane: LaneIndex,
	pub scheme: Scheme,
	kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
	/// Made of 32 times this byte.
	Secret(u8),
	/// An Ed25519 key that nobody has the secret of.
	Bare([u8; 32]),
}

impl Key {
	pub const fn new(avatar: u32, lane: LaneIndex, scheme: Scheme, seed: u8) -> Self {
		Self { avatar: AvatarId(avatar), lane, scheme, kind: Kind::Secret(seed) }
	}

	pub const fn bare(avatar: u32, lane: LaneIndex, key: [u8; 32]) -> Self {
		let scheme = Scheme::Ed25519;
		Self { avatar: AvatarId(avatar), lane, scheme, kind: Kind::Bare(key) }
	}

	pub fn secret(&self) -> Option<[u8; 32]> {
		match self.kind {
			Kind::Secret(seed) => Some([seed; 32]),
			Kind::Bare(_) => None,
		}
	}

	/// The public key: 33 bytes for ECDSA, else 32.
	pub fn public(&self) -> Vec<u8> {
		let secret = match self.kind {
			Kind::Secret(seed) => [seed; 32],
			Kind::Bare(key) => return key.to_vec(),
		};
		match self.scheme {
			Scheme::Ed25519 => SigningKey::from_bytes(&secret).verifying_key().to_bytes().to_vec(),
			Scheme::Sr25519 => sr25519::Pair::from_seed(&secret).public().0.to_vec(),
			Scheme::Ecdsa => ecdsa::Pair::from_seed(&secret).public().0.to_vec(),
		}
	}

	/// The account of this key: the key itself, or the hash of it for ECDSA.
	pub fn account(&self) -> AccountId {
		let public = self.public();
		match <[u8; 32]>::try_from(&public[..]) {
			Ok(account) => account.into(),
			Err(_) => {
				let public = public.try_into().expect("all other keys have 32 bytes");
				MultiSigner::Ecdsa(ecdsa::Public::from_raw(public)).into_account()
			},
		}
	}

	/// What the chain knows of it.
	pub fn signer(&self) -> Signer {
		if self.lane == 0 {
			return Signer::Owner(self.account());
		}
		let key = self.public().try_into().expect("a device's key has 32 bytes");
		let key = match self.scheme {
			Scheme::Sr25519 => PublicKey::Sr25519(key),
			Scheme::Ed25519 | Scheme::Ecdsa => PublicKey::Ed25519(key),
		};
		let valid_until = BlockNumber::MAX;
		Signer::Device(DeviceKey { key, valid_until, world: None, limits: None })
	}

	/// The signature under these bytes; of Sr25519, another each time.
	pub fn sign(&self, bytes: &[u8]) -> Signature {
		let secret = self.secret().expect("nobody signs with a bare key");
		let signed = match self.scheme {
			Scheme::Ed25519 => SigningKey::from_bytes(&secret).sign(bytes).to_bytes().to_vec(),
			Scheme::Sr25519 => sr25519::Pair::from_seed(&secret).sign(bytes).0.to_vec(),
			Scheme::Ecdsa => ecdsa::Pair::from_seed(&secret).sign(bytes).0.to_vec(),
		};
		Signature { scheme: self.scheme, bytes: signed }
	}
}
