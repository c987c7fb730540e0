// SPDX-License-Identifier: Apache-2.0

//! What a node does with a batch that reaches it before the block does, from a client or from another
//! node: it verifies the signatures then, remembers them, and need not once they come in a block.

use crate::{store::FreeholdChain, timed::nanoseconds, Result};
use freehold_runtime::{opaque::Block, verify_ahead::VerifyAhead};
use sp_api::ProvideRuntimeApi;
use sp_runtime::traits::Block as _;
use std::time::Instant;

/// What was done for a block that is not there yet.
#[derive(Clone, Copy)]
pub struct Ahead {
	/// Signatures of trades that were found valid.
	pub valid: u64,
	/// How long that took, in nanoseconds.
	pub nanoseconds: u64,
}

/// Has the runtime verify what a block to come has in it, by the state after the best block.
pub fn verify(chain: &FreeholdChain, block: &Block) -> Result<Ahead> {
	let began = Instant::now();
	let mut valid = 0;
	for extrinsic in block.extrinsics() {
		let found = chain
			.client()
			.runtime_api()
			.verify_ahead(chain.best_hash(), extrinsic.clone())
			.map_err(|error| format!("signatures can't be verified ahead: {error}"))?;
		valid += u64::from(found);
	}
	Ok(Ahead { valid, nanoseconds: nanoseconds(began) })
}
