// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, LastBatch, Pallet, Settled};
use core::cmp::Ordering;
use frame_support::{ensure, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	order::{Acceptance, Order, Trade},
	purse::LaneIndex,
	settlement::{preview, Context, Receipt, Refusal, Store},
	traits::Worlds,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Zero},
	DispatchError, DispatchResult,
};

/// The lane of the owner's own orders.
const OWNER_LANE: LaneIndex = 0;

/// The coins that the trades moved, on both sides, but for those refused, which are sorted by
/// their places.
pub(super) fn value(trades: &[Trade], refused: &[(u32, Refusal)]) -> Balance {
	let coins = |side: &[Asset]| {
		side.iter().fold(0, |sum: Balance, asset| match asset {
			Asset::Coins(amount) => sum.saturating_add(*amount),
			_ => sum,
		})
	};
	let settled = (0u32..)
		.zip(trades)
		.filter(|(place, _)| refused.binary_search_by_key(place, |(refused, _)| *refused).is_err());
	settled.fold(0, |sum: Balance, (_, Trade { order, acceptance, .. })| {
		let lot = coins(&order.give).saturating_add(coins(&order.want));
		sum.saturating_add(lot.saturating_mul(acceptance.lots.into()))
	})
}

impl<T: Config> Pallet<T> {
	/// The batch to settle; none if it was settled before. Reads and hashes no more than what
	/// [`Pallet::weight_of_nothing`] is for.
	pub(crate) fn ensure_can_settle(
		who: &T::AccountId,
		world: WorldId,
		seq: u64,
		trades: &BoundedVec<Trade, T::MaxTrades>,
	) -> Result<Option<LastBatch>, DispatchError> {
		T::Worlds::ensure_settler(who, world)?;
		ensure!(seq > 0, Error::<T>::OutOfSequence);
		let last = Settled::<T>::get(WorldKey::from(world)).unwrap_or_default();
		let hash = BlakeTwo256::hash_of(trades);
		match seq.cmp(&last.seq) {
			Ordering::Less => Ok(None),
			Ordering::Equal if hash == last.hash => Ok(None),
			Ordering::Equal => Err(Error::<T>::OtherBatch.into()),
			Ordering::Greater => {
				ensure!(seq == last.seq.saturating_add(1), Error::<T>::OutOfSequence);
				Ok(Some(LastBatch { seq, hash }))
			},
		}
	}

	/// What all trades have in common that the world settles now.
	pub(super) fn context(world: WorldId, fee: Option<Fee>) -> Context {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		Context { genesis, now: Self::now(), world, fee }
	}

	pub(crate) fn ensure_can_cancel_signed(who: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_owns(who, avatar)
	}

	/// See the view function `preview_trade`. The taker accepts as its owner would next.
	pub(crate) fn try_trade(order: Order, taker: AvatarId, lots: u32) -> Result<Receipt, Refusal> {
		T::Worlds::ensure_open(order.world).map_err(|_| Refusal::WrongWorld)?;
		let fee = T::Worlds::fee(order.world).map_err(|_| Refusal::WrongWorld)?;
		let context = Self::context(order.world, fee);
		let mut store = T::Store::default();
		let purse = store.purse(taker).ok_or(Refusal::UnknownAvatar)?;
		let acceptance = Acceptance {
			taker,
			lane: OWNER_LANE,
			lots,
			max_deduction: crate::kernel::NO_LIMIT,
			number: purse.lanes.first().map_or(0, |lane| lane.next),
			valid_until: context.now,
		};
		preview(&context, &order, &acceptance, &mut store)
	}
}
