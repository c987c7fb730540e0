// SPDX-License-Identifier: Apache-2.0

//! The signatures that are verified.

use crate::{
	players::{self, Activity},
	state::Size,
	trades::{Terms, Traders},
};
use freehold_primitives::{
	chain::Hash,
	ids::AvatarId,
	order::{OrderSignature, Trade},
};

/// So many players that in a batch as good as none signs twice, unless some are more active.
const PLAYERS: Size = Size { players: 200_000, items: 200_000 };
/// Any chain will do.
const TERMS: Terms = Terms { genesis: Hash::repeat_byte(7), valid_until: 1_000 };

/// A signature, and what it is of.
#[derive(Clone)]
pub struct Signed {
	/// The key.
	pub key: [u8; 32],
	/// The signature.
	pub signature: [u8; 64],
	/// What was signed.
	pub message: Vec<u8>,
	/// Whether it is valid.
	pub is_valid: bool,
}

/// So many signatures of trades: as many orders as acceptances.
pub fn of_trades(count: usize, activity: Activity) -> Vec<Signed> {
	let trades = Traders::new(PLAYERS, activity, TERMS).batch((count / 2) as u32);
	let mut signatures = Vec::with_capacity(count);
	for Trade { order, order_signature, acceptance, acceptance_signature } in trades {
		let genesis = TERMS.genesis;
		let accepted = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
		signatures.push(signed(order.maker, order_signature, order.signing_bytes(&genesis)));
		signatures.push(signed(acceptance.taker, acceptance_signature, accepted));
	}
	signatures
}

fn signed(avatar: AvatarId, signature: OrderSignature, message: Vec<u8>) -> Signed {
	let player = players::player(avatar).expect("those who trade are players");
	let OrderSignature::Ed25519(signature) = signature else {
		unreachable!("players sign with Ed25519");
	};
	let key = players::key(player).verifying_key().to_bytes();
	Signed { key, signature, message, is_valid: true }
}

/// The same with one of so many bad, or none if that is 0: a signature of another message, which is
/// the dearest to find.
pub fn with_bad(good: &[Signed], one_of: usize) -> Vec<Signed> {
	let mut signatures = good.to_vec();
	if one_of > 0 {
		// In the middle of each stretch; a batch that is shorter than one has its last one bad.
		let first = (one_of / 2).min(signatures.len().saturating_sub(1));
		for signed in signatures.iter_mut().skip(first).step_by(one_of) {
			signed.message.push(0);
			signed.is_valid = false;
		}
	}
	signatures
}
