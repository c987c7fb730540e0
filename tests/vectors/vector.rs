// SPDX-License-Identifier: Apache-2.0
//! One vector: a trade as two players signed it, or as somebody says that they did.

use crate::{
	books::settle,
	cases::{signer_of, GENESIS},
	keys::{Key, Scheme, Signature},
};
use ed25519_dalek::{Verifier as _, VerifyingKey};
use freehold_primitives::{
	chain::{AccountId, Hash},
	host::Requests,
	order::{Acceptance, Order, OrderSignature, Trade},
	settlement::Refusal,
};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{traits::Verify, MultiSignature};

/// A trade, with what a reader is to know of it.
#[derive(Clone)]
pub struct Vector {
	pub name: String,
	/// What it is here for.
	pub note: &'static str,
	pub order: Order,
	pub order_signature: Signature,
	/// What the maker signed, if that is not what the order says.
	pub order_signed: Option<Vec<u8>>,
	pub acceptance: Acceptance,
	pub acceptance_signature: Signature,
	/// What the taker signed, if that is not what the acceptance says.
	pub acceptance_signed: Option<Vec<u8>>,
	/// Whether implementations of Ed25519 differ about it.
	pub edge: bool,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
	Settled,
	/// It is no trade at all.
	Unreadable,
	Refused(Refusal),
}

impl Outcome {
	pub fn is_settled(self) -> bool {
		self == Self::Settled
	}
}

impl Vector {
	pub fn order_bytes(&self) -> Vec<u8> {
		self.order.signing_bytes(&GENESIS)
	}

	pub fn order_hash(&self) -> Hash {
		self.order.hash(&GENESIS)
	}

	pub fn acceptance_bytes(&self) -> Vec<u8> {
		self.acceptance.signing_bytes(&GENESIS, &self.order_hash())
	}

	pub fn maker(&self) -> Key {
		signer_of(self.order.maker, self.order.lane)
	}

	pub fn taker(&self) -> Key {
		signer_of(self.acceptance.taker, self.acceptance.lane)
	}

	/// As a world server settles it; none if a signature can't be read.
	pub fn trade(&self) -> Option<Trade> {
		Some(Trade {
			order: self.order.clone(),
			order_signature: self.order_signature.read()?,
			acceptance: self.acceptance.clone(),
			acceptance_signature: self.acceptance_signature.read()?,
		})
	}

	/// Whether the maker's and the taker's signatures are valid, for the chain.
	pub fn valid(&self) -> (bool, bool) {
		(
			is_valid(&self.maker(), &self.order_signature, &self.order_bytes()),
			is_valid(&self.taker(), &self.acceptance_signature, &self.acceptance_bytes()),
		)
	}

	/// What the kernel makes of it, in a state that has all that the two give.
	pub fn outcome(&self) -> Outcome {
		match self.trade() {
			None => Outcome::Unreadable,
			Some(trade) => settle(trade).map_or_else(Outcome::Refused, |()| Outcome::Settled),
		}
	}

	/// What verification without the cofactor says of the maker's Ed25519 signature, where that may
	/// be something else.
	pub fn without_cofactor(&self) -> Option<bool> {
		if !self.edge {
			return None;
		}
		let verify = || {
			let key = VerifyingKey::from_bytes(&self.maker().public().try_into().ok()?).ok()?;
			let signature = self.order_signature.bytes[..].try_into().ok()?;
			key.verify(&self.order_bytes(), &signature).ok()
		};
		Some(verify().is_some())
	}
}

/// Whether the signature is valid by the means that the chain has for its scheme.
///
/// # Panics
/// If a batch of signatures and a single one are not told the same.
fn is_valid(key: &Key, signature: &Signature, message: &[u8]) -> bool {
	let account = match (key.lane, key.scheme == signature.scheme) {
		(0, _) => key.account(),
		(_, true) => match <[u8; 32]>::try_from(key.public()) {
			Ok(public) => public.into(),
			Err(_) => return false,
		},
		(_, false) => return false,
	};
	match signature.read() {
		None => false,
		Some(OrderSignature::Ed25519(bytes)) => is_valid_ed25519(&account, &bytes, message),
		Some(OrderSignature::Sr25519(bytes)) => {
			MultiSignature::from(sr25519::Signature::from_raw(bytes)).verify(message, &account)
		},
		Some(OrderSignature::Ecdsa(bytes)) => {
			MultiSignature::from(ecdsa::Signature::from_raw(bytes)).verify(message, &account)
		},
	}
}

fn is_valid_ed25519(account: &AccountId, signature: &[u8; 64], message: &[u8]) -> bool {
	let key: &[u8; 32] = account.as_ref();
	let mut requests = Requests::default();
	// Among others, as one of a batch.
	let other = ed25519::Pair::from_seed(&[0xee; 32]);
	requests.push(&other.public().0, &other.sign(message).0, message);
	requests.push(key, signature, message);
	let in_batch = requests.verify()[1];
	let single = ed25519::Pair::verify(
		&ed25519::Signature::from_raw(*signature),
		message,
		&ed25519::Public::from_raw(*key),
	);
	assert_eq!(in_batch, single, "a batch says something else than a single verification");
	single
}

/// The signature under these bytes. One by chance is that which was kept, if it is valid: the file
/// is to stay as it is.
pub fn sign(key: &Key, message: &[u8], kept: Option<Signature>) -> Signature {
	let kept = kept.filter(|it| {
		key.scheme == Scheme::Sr25519 && it.scheme == key.scheme && is_valid(key, it, message)
	});
	kept.unwrap_or_else(|| key.sign(message))
}
