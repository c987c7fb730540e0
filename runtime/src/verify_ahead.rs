// SPDX-License-Identifier: Apache-2.0

//! What a node may have done while a transaction waits in its pool.

use crate::{Market, Runtime, RuntimeCall, UncheckedExtrinsic};
use frame_system::ChainContext;
use sp_runtime::{generic::ExtrinsicFormat, traits::Checkable};

sp_api::decl_runtime_apis! {
	/// Verifies signatures before the block that needs them.
	pub trait VerifyAhead {
		/// Verifies the signatures that an extrinsic carries in its call, if it settles a batch that
		/// its signer may settle and whose turn is near, so that the host remembers the valid ones;
		/// returns how many those are. Decides nothing.
		fn verify_ahead(extrinsic: Block::Extrinsic) -> u32;
	}
}

/// See [`VerifyAhead`]. The extrinsic's own signature is verified first: else whoever can ask a node
/// for runtime calls could have it verify batches in a settler's name.
pub fn verify_ahead(extrinsic: UncheckedExtrinsic) -> u32 {
	let Ok(checked) = extrinsic.check(&ChainContext::<Runtime>::default()) else {
		return 0;
	};
	match (checked.format, checked.function) {
		(ExtrinsicFormat::Signed(who, _), RuntimeCall::Market(call)) => {
			Market::verify_ahead(&who, &call)
		},
		_ => 0,
	}
}
