// SPDX-License-Identifier: Apache-2.0
//! Device keys: what an avatar's owner lets a game client sign with.

use crate::{
	chain::{AccountId, BlockNumber},
	ids::WorldId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A public key that a device signs orders with.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum PublicKey {
	/// Ed25519, verified by the rules of ZIP-215.
	#[codec(index = 0)]
	Ed25519([u8; 32]),
	/// Schnorr over Ristretto, as wallets use.
	#[codec(index = 1)]
	Sr25519([u8; 32]),
}

/// The record of a device key.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DeviceKey {
	/// What it verifies with.
	pub key: PublicKey,
	/// Last block in which it counts.
	pub valid_until: BlockNumber,
	/// The only world it may trade in; any if none.
	pub world: Option<WorldId>,
}

/// Who signs for an avatar, as the chain knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
	/// The account that owns it.
	Owner(AccountId),
	/// A device.
	Device(DeviceKey),
}
