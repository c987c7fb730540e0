// SPDX-License-Identifier: Apache-2.0
//! The host function that verifies a batch of Ed25519 signatures, and the engine behind it.
//!
//! Consensus rests on its answers, so they are a pure function of its input, by the rules of
//! ZIP-215 (<https://zips.z.cash/zip-0215>) and no others: a batch is valid signature by
//! signature exactly where single verification is. It is called in dispatch, and by nodes that
//! have signatures verified ahead of it, but never to decide whether a transaction is valid: light
//! clients lack it.
//!
//! The engine is native and comes with the feature `std`; the runtime has the host function only.

mod layout;

#[cfg(feature = "std")]
#[cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]
mod batch;
#[cfg(feature = "std")]
mod counters;
#[cfg(feature = "std")]
#[cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]
mod engine;
#[cfg(feature = "std")]
#[cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]
mod keys;
#[cfg(feature = "std")]
#[cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]
mod recent;
#[cfg(feature = "std")]
#[cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]
mod search;
#[cfg(any(test, all(not(feature = "std"), not(substrate_runtime))))]
mod single;
#[cfg(test)]
mod tests;
#[cfg(feature = "std")]
mod verified;
#[cfg(feature = "std")]
mod workers;

#[cfg(feature = "std")]
pub use counters::Counters;
#[cfg(feature = "std")]
pub use engine::{configure, engine, Engine, Settings};
pub use layout::Requests;

use sp_runtime_interface::{
	pass_by::{PassFatPointerAndRead, PassFatPointerAndWrite},
	runtime_interface,
};

/// Host functions for signatures in batches.
#[runtime_interface]
pub trait BatchVerify {
	/// Writes 1 to each byte of `verdicts` whose request is a valid signature, 0 to the others.
	/// Requests are laid out as [`Requests`] lays them out; what can't be read counts as invalid.
	fn ed25519(
		requests: PassFatPointerAndRead<&[u8]>,
		verdicts: PassFatPointerAndWrite<&mut [u8]>,
	) {
		verify(requests, verdicts);
	}
}

#[cfg(feature = "std")]
fn verify(requests: &[u8], verdicts: &mut [u8]) {
	engine().verify(requests, verdicts);
}

#[cfg(all(not(feature = "std"), not(substrate_runtime)))]
use single::verify;

/// Locks what is whole at any time, even if a thread that held it ended in a panic.
#[cfg(feature = "std")]
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
	mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
