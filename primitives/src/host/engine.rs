// SPDX-License-Identifier: Apache-2.0
//! Verifies batches: remembers what was valid, shares the rest between threads, and has each part
//! verified by one equation.

use super::{
	batch::{self, coefficients, Claim, VALID},
	counters::{Counters, Meter},
	keys::Keys,
	layout::{read, Request},
	verified::{name, Name, Verified},
	workers::Workers,
};
use std::{sync::OnceLock, thread, time::Instant};

/// Fewest signatures in a part, if they can be parted at all: with fewer, each costs more than
/// another thread saves.
const LEAST: usize = 128;

/// Parts that a batch is cut into before parts grow beyond [`LEAST`], for as many cores.
const PARTS: usize = 4;

/// How an engine works. Nothing of it changes a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
	/// Most threads that work on batches, the calling ones not counted twice.
	pub threads: usize,
	/// Most signatures that are verified by one equation.
	pub part: usize,
	/// Public keys that are kept as points, at 200 to 400 bytes each; none if 0.
	pub keys: usize,
	/// Signatures that are remembered as valid, at 40 to 80 bytes each; none if 0.
	pub remembered: usize,
}

impl Default for Settings {
	/// All cores; keys of 100,000 players; the signatures of 100,000 trades, which is more than wait
	/// to be settled at a time.
	fn default() -> Self {
		let threads = thread::available_parallelism().map_or(1, usize::from);
		Self { threads, part: 512, keys: 100_000, remembered: 200_000 }
	}
}

/// Verifies batches of Ed25519 signatures by the rules of ZIP-215.
pub struct Engine {
	part: usize,
	workers: Workers,
	keys: Keys,
	verified: Verified,
	meter: Meter,
}

static ENGINE: OnceLock<Engine> = OnceLock::new();

/// The engine behind the host function.
pub fn engine() -> &'static Engine {
	ENGINE.get_or_init(|| Engine::new(Settings::default()))
}

/// Has the engine behind the host function work in this way.
///
/// # Errors
/// The settings, if it is at work already.
pub fn configure(settings: Settings) -> Result<(), Settings> {
	ENGINE.set(Engine::new(settings)).map_err(|_| settings)
}

impl Engine {
	/// An engine that has verified nothing yet.
	pub fn new(settings: Settings) -> Self {
		Self {
			part: settings.part.max(1),
			workers: Workers::new(settings.threads),
			keys: Keys::new(settings.keys),
			verified: Verified::new(settings.remembered),
			meter: Meter::default(),
		}
	}

	/// Writes 1 to each verdict whose request is a valid signature, 0 to the others. Requests have
	/// the byte form of [`Requests`](super::Requests); what can't be read counts as invalid.
	pub fn verify(&self, requests: &[u8], verdicts: &mut [u8]) {
		let began = Instant::now();
		verdicts.fill(0);
		let requests: Vec<_> = read(requests).take(verdicts.len()).collect();
		// Where parts begin depends on the number of signatures alone, never on threads: so each
		// node sums up the same.
		let size = size_of_parts(requests.len(), self.part);
		let parts = requests.chunks(size).zip(verdicts.chunks_mut(size));
		self.workers
			.each(parts, |(requests, verdicts)| self.verify_part(requests, verdicts));
		self.meter.count_call(requests.len(), began.elapsed());
	}

	/// Forgets which signatures were valid, and remembers so many from now on; none if 0.
	pub fn remember(&self, signatures: usize) {
		self.verified.restart(signatures);
	}

	/// What it has done so far.
	pub fn counters(&self) -> Counters {
		self.meter.read()
	}

	fn verify_part(&self, requests: &[Request<'_>], verdicts: &mut [u8]) {
		let names: Vec<Name> = requests.iter().map(name).collect();
		let known = self.verified.contains(&names);
		if known.iter().all(|known| *known) {
			verdicts.fill(VALID);
			self.meter.count_part(requests.len(), 0);
			return;
		}

		let mut claims = Vec::new();
		// Those of all names, known or not: the errors of the known ones are zero, so that a sum
		// without them is the sum that a node gets which knows none.
		let coefficients = coefficients(&names);
		for (((request, verdict), known), coefficient) in
			requests.iter().zip(&mut *verdicts).zip(&known).zip(coefficients)
		{
			if *known {
				*verdict = VALID;
			} else {
				claims.push(Claim { request: *request, coefficient, verdict });
			}
		}
		let remembered = requests.len().saturating_sub(claims.len());
		let effort = batch::verify(claims, &self.keys);

		let learned = names.iter().zip(verdicts.iter()).zip(known);
		let learned = learned.filter(|((_, verdict), known)| **verdict == VALID && !known);
		self.verified.insert(learned.map(|((name, _), _)| *name));
		self.meter.count_part(remembered, effort.alone);
	}
}

/// How many signatures each part of a batch has, of which only the last may have fewer.
fn size_of_parts(signatures: usize, most: usize) -> usize {
	let parts = (signatures / LEAST).clamp(1, PARTS).max(signatures.div_ceil(most));
	signatures.div_ceil(parts).max(1)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn parts_are_neither_small_nor_large() {
		for (signatures, size) in [
			(0, 1),
			(1, 1),
			(130, 130),
			(255, 255),
			(256, 128),
			(512, 128),
			(2_048, 512),
			(2_049, 410),
		] {
			assert_eq!(size_of_parts(signatures, 512), size, "of {signatures}");
		}
	}

	#[test]
	fn no_part_is_larger_than_it_may_be() {
		for signatures in 1..5_000 {
			for most in [1, 7, 128, 512] {
				assert!((1..=most).contains(&size_of_parts(signatures, most)));
			}
		}
	}
}
