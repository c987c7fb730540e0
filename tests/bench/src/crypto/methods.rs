// SPDX-License-Identifier: Apache-2.0

//! The ways to verify signatures.

use super::{signatures::Signed, BATCHES};
use crate::Result;
use freehold_primitives::host::{Engine, Requests, Settings};
use serde::{Deserialize, Serialize};
use sp_core::{ed25519, sr25519, Pair as _};
use std::thread;

/// Signatures that are verified one by one before the clock is looked at again.
const ALONE: usize = 64;

/// How signatures are verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
	/// One by one, by the function that the SDK has for it: ed25519-zebra 4.
	Sdk,
	/// In batches, by the same crate.
	ZebraBatch,
	/// By the engine, each key decompressed each time.
	Engine,
	/// By the engine, when it has met all keys.
	EngineKeysKnown,
	/// By the engine, when it has verified all of them before.
	EngineRemembers,
	/// For comparison: Schnorr signatures over Ristretto, one by one, as the SDK has them.
	Sr25519,
}

impl Method {
	/// All, in the order in which they are shown.
	pub const ALL: [Self; 6] = [
		Self::Sdk,
		Self::ZebraBatch,
		Self::Engine,
		Self::EngineKeysKnown,
		Self::EngineRemembers,
		Self::Sr25519,
	];

	/// What it is called.
	pub fn name(self) -> &'static str {
		match self {
			Self::Sdk => "ed25519-zebra 4, one by one (the SDK's)",
			Self::ZebraBatch => "ed25519-zebra 4, batch",
			Self::Engine => "engine",
			Self::EngineKeysKnown => "engine, keys known",
			Self::EngineRemembers => "engine, signatures remembered",
			Self::Sr25519 => "sr25519, one by one (the SDK's)",
		}
	}

	/// How many signatures it is given at a time.
	pub fn batches(self) -> Vec<usize> {
		match self {
			Self::Sdk | Self::Sr25519 => vec![1],
			Self::ZebraBatch | Self::Engine | Self::EngineKeysKnown | Self::EngineRemembers => {
				BATCHES.to_vec()
			},
		}
	}

	/// A batch of the first of these signatures, ready to be verified; some, if it is one by one.
	pub fn job(self, signatures: &[Signed], batch: usize, threads: usize) -> Job {
		let count = if batch == 1 { ALONE } else { batch };
		let batch = &signatures[..count.min(signatures.len())];
		let engine = |keys, remembered| {
			Job::engine(Settings { threads, part: 512, keys, remembered }, batch)
		};
		let work = match self {
			Self::Engine => return engine(0, 0),
			Self::EngineKeysKnown => return engine(10_000, 0),
			Self::EngineRemembers => return engine(10_000, 10_000),
			Self::Sdk => parted(batch.to_vec(), threads, |part| part.iter().all(by_sdk)),
			Self::ZebraBatch => parted(batch.to_vec(), threads, batch_by_zebra),
			Self::Sr25519 => {
				let signed = batch.iter().map(Schnorr::of).collect();
				parted(signed, threads, |part: &[Schnorr]| part.iter().all(Schnorr::is_valid))
			},
		};
		Job { count: batch.len(), work }
	}
}

/// Signatures, and a way to verify them.
pub struct Job {
	count: usize,
	/// Says whether all verdicts were right.
	work: Box<dyn Fn() -> bool>,
}

impl Job {
	/// An engine that has met nothing yet verifies these signatures.
	pub fn engine(settings: Settings, signatures: &[Signed]) -> Self {
		let engine = Engine::new(settings);
		let mut requests = Requests::default();
		for Signed { key, signature, message, .. } in signatures {
			requests.push(key, signature, message);
		}
		let right: Vec<u8> = signatures.iter().map(|it| it.is_valid.into()).collect();
		let work = move || {
			let mut verdicts = vec![0; right.len()];
			engine.verify(requests.as_bytes(), &mut verdicts);
			verdicts == right
		};
		Self { count: signatures.len(), work: Box::new(work) }
	}

	/// Verifies them, and returns how many there are.
	pub fn run(&self) -> Result<usize> {
		if !(self.work)() {
			return Err("a verdict was wrong, so that no figure of this run counts".into());
		}
		Ok(self.count)
	}
}

/// Does the work for a part of the items on each thread.
fn parted<T: Send + Sync + 'static>(
	items: Vec<T>,
	threads: usize,
	work: impl Fn(&[T]) -> bool + Sync + 'static,
) -> Box<dyn Fn() -> bool> {
	Box::new(move || {
		let mut parts = items.chunks(items.len().div_ceil(threads).max(1));
		let first = parts.next().unwrap_or_default();
		thread::scope(|scope| {
			let work = &work;
			let others: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
			let is_right = work(first);
			others.into_iter().all(|other| other.join().unwrap_or(false)) && is_right
		})
	})
}

fn by_sdk(signed: &Signed) -> bool {
	ed25519::Pair::verify(
		&ed25519::Signature::from_raw(signed.signature),
		&signed.message,
		&ed25519::Public::from_raw(signed.key),
	)
}

fn batch_by_zebra(part: &[Signed]) -> bool {
	use ed25519_zebra::{batch::Verifier, Signature, VerificationKeyBytes};
	let mut verifier = Verifier::new();
	for Signed { key, signature, message, .. } in part {
		let key = VerificationKeyBytes::from(*key);
		verifier.queue((key, Signature::from(*signature), message));
	}
	verifier.verify(rand::thread_rng()).is_ok()
}

/// A message that was signed in the other scheme.
struct Schnorr {
	key: sr25519::Public,
	signature: sr25519::Signature,
	message: Vec<u8>,
}

impl Schnorr {
	/// The same message, by a signer of its own.
	fn of(signed: &Signed) -> Self {
		let pair = sr25519::Pair::from_seed(&signed.key);
		let message = signed.message.clone();
		Self { key: pair.public(), signature: pair.sign(&message), message }
	}

	fn is_valid(&self) -> bool {
		sr25519::Pair::verify(&self.signature, &self.message, &self.key)
	}
}
