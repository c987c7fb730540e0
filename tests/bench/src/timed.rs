// SPDX-License-Identifier: Apache-2.0

//! The host functions of a node, of which some also say how long they took: those that verify
//! signatures and the one that computes the state's root. They do what the originals do.

use freehold_primitives::host;
use sp_core::{sr25519, storage::StateVersion, Pair as _};
use sp_runtime_interface::{
	pass_by::{
		AllocateAndReturnFatPointer, PassAs, PassFatPointerAndRead, PassFatPointerAndWrite,
		PassPointerAndRead,
	},
	runtime_interface,
};
use sp_wasm_interface::ExtendedHostFunctions;
use std::{
	sync::atomic::{AtomicU64, Ordering},
	time::Instant,
};

/// Those of a node, with a clock on some.
pub type HostFunctions = ExtendedHostFunctions<
	(sp_io::SubstrateHostFunctions, host::batch_verify::HostFunctions),
	(storage::HostFunctions, crypto::HostFunctions, batch_verify::HostFunctions),
>;

/// What host functions took since they were last asked, in nanoseconds.
#[derive(Clone, Copy)]
pub struct Times {
	/// To verify signatures.
	pub signatures: u64,
	/// To compute the state's root.
	pub root: u64,
}

// Host functions have no state of their own, and run on whatever thread the executor does.
static SIGNATURES: AtomicU64 = AtomicU64::new(0);
static ROOT: AtomicU64 = AtomicU64::new(0);

/// What host functions took since this was last called, in the whole process.
pub fn take() -> Times {
	Times {
		signatures: SIGNATURES.swap(0, Ordering::Relaxed),
		root: ROOT.swap(0, Ordering::Relaxed),
	}
}

/// Nanoseconds since then.
pub fn nanoseconds(since: Instant) -> u64 {
	u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

fn timed<T>(counter: &AtomicU64, work: impl FnOnce() -> T) -> T {
	let began = Instant::now();
	let result = work();
	counter.fetch_add(nanoseconds(began), Ordering::Relaxed);
	result
}

// First versions, which no runtime of today calls, are here because an interface needs all before
// its last.

#[allow(dead_code, reason = "called by the runtime, through the host functions made of it")]
#[runtime_interface]
trait Storage {
	fn root(&mut self) -> AllocateAndReturnFatPointer<Vec<u8>> {
		timed(&ROOT, || self.storage_root(StateVersion::V0))
	}

	#[version(2)]
	fn root(&mut self, version: PassAs<StateVersion, u8>) -> AllocateAndReturnFatPointer<Vec<u8>> {
		timed(&ROOT, || self.storage_root(version))
	}
}

#[allow(dead_code, reason = "called by the runtime, through the host functions made of it")]
#[runtime_interface]
trait Crypto {
	fn sr25519_verify(
		signature: PassPointerAndRead<&sr25519::Signature, 64>,
		message: PassFatPointerAndRead<&[u8]>,
		key: PassPointerAndRead<&sr25519::Public, 32>,
	) -> bool {
		timed(&SIGNATURES, || sr25519::Pair::verify_deprecated(signature, message, key))
	}

	#[version(2)]
	fn sr25519_verify(
		signature: PassPointerAndRead<&sr25519::Signature, 64>,
		message: PassFatPointerAndRead<&[u8]>,
		key: PassPointerAndRead<&sr25519::Public, 32>,
	) -> bool {
		timed(&SIGNATURES, || sr25519::Pair::verify(signature, message, key))
	}
}

#[allow(dead_code, reason = "called by the runtime, through the host functions made of it")]
#[runtime_interface]
trait BatchVerify {
	fn ed25519(
		requests: PassFatPointerAndRead<&[u8]>,
		verdicts: PassFatPointerAndWrite<&mut [u8]>,
	) {
		timed(&SIGNATURES, || host::batch_verify::ed25519(requests, verdicts));
	}
}
