// SPDX-License-Identifier: Apache-2.0
//! Signatures that are verified before their batch is settled.

use crate::{Call, Config, Pallet, Settled};
use freehold_primitives::{key::WorldKey, settlement::verify_ahead, traits::Worlds};
use sp_runtime::SaturatedConversion;

/// How far from its turn a batch may be. A settler sends some before the first of them is in a block;
/// anyone else's number is too far away at once.
const NEAR: u64 = 64;

impl<T: Config> Pallet<T> {
	/// Has the node verify and remember the signatures of the batch that `who` is about to settle by
	/// this call, and returns how many of them are valid. Verifies none for who may not settle it, or
	/// if its turn is over or far away. Writes nothing: a node asks for it on its own account.
	pub fn verify_ahead(who: &T::AccountId, call: &Call<T>) -> u32 {
		let Call::settle { world, seq, trades } = call else {
			return 0;
		};
		let last = Settled::<T>::get(WorldKey::from(*world)).unwrap_or_default().seq;
		let is_near = (1..=NEAR).contains(&seq.saturating_sub(last));
		if !is_near || T::Worlds::ensure_settler(who, *world).is_err() {
			return 0;
		}
		let context = Self::context(*world, None);
		verify_ahead(&context, trades, &T::Store::default()).saturated_into()
	}
}
