// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::checks::value;
use crate::{Config, Event, LastBatch, Pallet, Settled};
use frame_support::dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo};
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	key::WorldKey,
	order::{Cancellation, Trade},
	purse::jump_after,
	settlement::settle,
	traits::Worlds,
};
use sp_runtime::{DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Settles the batch; if there is none, it was settled before, and only its hash was made.
	pub(crate) fn do_settle(
		who: &T::AccountId,
		world: WorldId,
		seq: u64,
		batch: Option<LastBatch>,
		trades: &[Trade],
	) -> DispatchResultWithPostInfo {
		let Some(batch) = batch else {
			Self::deposit_event(Event::AlreadySettled { world, seq });
			return Ok(Some(Self::weight_of_nothing(trades)).into());
		};
		let context = Self::context(world, T::Worlds::fee(world)?);
		let settlement = settle(&context, trades, &mut T::Store::default())?;
		let weight = Self::weight_after(trades, &settlement);
		let refused = settlement.refused;
		// Afterwards, as only then it is known what was moved: one trade that nobody can pay must not
		// fail the batch. Over the cap, the whole call is undone, and pays for what it did.
		T::Worlds::charge(who, world, value(trades, &refused))
			.map_err(|error| error.with_weight(weight))?;
		Settled::<T>::insert(WorldKey::from(world), batch);
		let trades = trades.len().saturated_into();
		Self::deposit_event(Event::BatchSettled { world, seq, trades, refused });
		Ok(Some(weight).into())
	}

	pub(crate) fn do_cancel_signed(avatar: AvatarId, what: Cancellation) -> DispatchResult {
		let jump = jump_after(&frame_system::Pallet::<T>::parent_hash());
		Self::commit(|ledger| ledger.cancel(avatar, what, jump))?;
		Self::deposit_event(Event::SignedOrdersCancelled { avatar, what });
		Ok(())
	}
}
