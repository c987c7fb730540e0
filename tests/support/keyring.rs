// SPDX-License-Identifier: Apache-2.0
//! The people of the stories, and what they sign with.

use ed25519_dalek::{Signer as _, SigningKey};
use freehold_primitives::{
	chain::AccountId,
	device::PublicKey,
	ids::AvatarId,
	order::OrderSignature,
	purse::{LaneIndex, OrderNumber},
};
use sp_keyring::Sr25519Keyring;
use std::cell::Cell;

/// Somebody with a wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Player(pub Sr25519Keyring);

/// Makes the blocks, and is root.
pub const ALICE: Player = Player(Sr25519Keyring::Alice);
/// Operates worlds.
pub const BOB: Player = Player(Sr25519Keyring::Bob);
/// Plays.
pub const CHARLIE: Player = Player(Sr25519Keyring::Charlie);
/// Plays.
pub const DAVE: Player = Player(Sr25519Keyring::Dave);
/// Plays.
pub const EVE: Player = Player(Sr25519Keyring::Eve);
/// Runs the server of Bob's world.
pub const FERDIE: Player = Player(Sr25519Keyring::Ferdie);
/// Has nothing.
pub const PAUPER: Player = Player(Sr25519Keyring::One);

impl Player {
	/// The account.
	pub fn account(self) -> AccountId {
		self.0.to_account_id()
	}

	/// The key of the account, which signs in lane 0 of each avatar it owns.
	pub fn wallet(self) -> Key {
		Key::Wallet(self.0)
	}
}

impl From<Player> for sp_runtime::AccountId32 {
	fn from(player: Player) -> Self {
		player.account()
	}
}

/// A secret key that signs orders and acceptances.
#[derive(Clone)]
pub enum Key {
	/// That of a wallet: Schnorr over Ristretto.
	Wallet(Sr25519Keyring),
	/// That of a device. The implementation of Ed25519 is another than the one that verifies.
	Device(Box<SigningKey>),
}

impl Key {
	/// The device key of a secret seed.
	pub fn from_seed(seed: [u8; 32]) -> Self {
		Self::Device(Box::new(SigningKey::from_bytes(&seed)))
	}

	/// The key of an avatar's device in a slot, the same each time.
	pub fn of_device(avatar: AvatarId, slot: LaneIndex) -> Self {
		let mut seed = [slot; 32];
		seed[..4].copy_from_slice(&avatar.0.to_le_bytes());
		Self::from_seed(seed)
	}

	/// What the chain verifies with.
	pub fn public(&self) -> PublicKey {
		match self {
			Self::Wallet(key) => PublicKey::Sr25519(key.to_raw_public()),
			Self::Device(key) => PublicKey::Ed25519(key.verifying_key().to_bytes()),
		}
	}

	/// The signature under these bytes.
	pub fn sign(&self, bytes: &[u8]) -> OrderSignature {
		match self {
			Self::Wallet(key) => OrderSignature::Sr25519(key.sign(bytes).0),
			Self::Device(key) => OrderSignature::Ed25519(key.sign(bytes).to_bytes()),
		}
	}
}

/// An avatar with one of its keys at hand, and the numbers of that key's lane.
pub struct Hand {
	/// The avatar.
	pub avatar: AvatarId,
	/// The key's lane: 0 for the owner's, else the device's slot.
	pub lane: LaneIndex,
	/// The key.
	pub key: Key,
	next: Cell<OrderNumber>,
}

impl Hand {
	/// A hand that has signed nothing yet.
	pub fn new(avatar: AvatarId, lane: LaneIndex, key: Key) -> Self {
		Self { avatar, lane, key, next: Cell::new(0) }
	}

	/// The hand of an avatar's device in a slot.
	pub fn of_device(avatar: AvatarId, slot: LaneIndex) -> Self {
		Self::new(avatar, slot, Key::of_device(avatar, slot))
	}

	/// A number that this hand has not used.
	pub fn number(&self) -> OrderNumber {
		let number = self.next.get();
		self.next.set(number + 1);
		number
	}
}
