// SPDX-License-Identifier: Apache-2.0
//! The engine against single verification, which is what the chain's other signatures go by.

mod differential;
mod interface;
mod patterns;
mod remembered;
mod small_order;

use super::{
	layout::{read, Requests},
	single, Engine, Settings,
};
use ed25519_dalek::{Signer as _, SigningKey};

/// One thread, nothing kept.
const PLAIN: Settings = Settings { threads: 1, part: 512, keys: 0, remembered: 0 };

/// A signature, a key and a message that may have nothing to do with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Case {
	key: [u8; 32],
	signature: [u8; 64],
	message: Vec<u8>,
}

/// A valid case of a signer, by an implementation that is not under test.
fn signed(signer: u8, message: &[u8]) -> Case {
	let secret = SigningKey::from_bytes(&[signer; 32]);
	Case {
		key: secret.verifying_key().to_bytes(),
		signature: secret.sign(message).to_bytes(),
		message: message.to_vec(),
	}
}

/// A case that is not valid, but could be as far as its parts go.
fn forged(signer: u8, message: &[u8]) -> Case {
	Case { message: [message, b"!"].concat(), ..signed(signer, message) }
}

fn requests(cases: &[Case]) -> Requests {
	let mut requests = Requests::default();
	for case in cases {
		requests.push(&case.key, &case.signature, &case.message);
	}
	requests
}

/// The verdicts of single verification.
fn expected(cases: &[Case]) -> Vec<u8> {
	let mut verdicts = vec![9; cases.len()];
	single::verify(requests(cases).as_bytes(), &mut verdicts);
	verdicts
}

fn verdicts(engine: &Engine, cases: &[Case]) -> Vec<u8> {
	let mut verdicts = vec![9; cases.len()];
	engine.verify(requests(cases).as_bytes(), &mut verdicts);
	verdicts
}

/// How many signatures an engine has remembered so far.
fn remembered(engine: &Engine) -> u64 {
	engine.counters().remembered
}
