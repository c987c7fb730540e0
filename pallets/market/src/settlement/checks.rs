// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, LastBatch, Pallet, Settled, WeightInfo};
use core::cmp::Ordering;
use frame_support::{ensure, traits::Get, weights::Weight, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	order::{Acceptance, Order, OrderSignature, Trade},
	purse::LaneIndex,
	settlement::{preview, Context, Receipt, Refusal, Settlement, Store, Touched},
	traits::Worlds,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Zero},
	DispatchError, DispatchResult, SaturatedConversion,
};

/// The lane of the owner's own orders.
const OWNER_LANE: LaneIndex = 0;

/// The purse that the world's fee goes to.
const FEE: Touched = Touched { read: 1, written: 1 };

/// The purses of both sides, and the devices that sign for them.
const TRADE: Touched = Touched { read: 4, written: 4 };

/// How many records the assets of one side have beside purses. Of whatever is an item, or units,
/// the kind is one of them: it says whether they change hands at all, for coins or not. If coins
/// pay for them there is one more, what their kind's creators can collect. Of a parcel, the estate
/// is one that it may be part of: it says whose it is then.
fn records(side: &[Asset], is_paid: bool) -> u32 {
	let royalty = u32::from(is_paid);
	side.iter().fold(0, |sum: u32, asset| {
		let more = match asset {
			Asset::Coins(_) => 0,
			Asset::Estate { .. } => 1,
			Asset::Parcel { .. } => 2,
			Asset::Item { .. } => 2u32.saturating_add(royalty),
			Asset::Units { .. } => 3u32.saturating_add(royalty),
		};
		sum.saturating_add(more)
	})
}

fn has_coins(side: &[Asset]) -> bool {
	side.iter().any(|asset| matches!(asset, Asset::Coins(_)))
}

/// How many records an order's assets have. What is left of an order of several lots is one more.
fn records_of(order: &Order) -> u32 {
	records(&order.give, has_coins(&order.want))
		.saturating_add(records(&order.want, has_coins(&order.give)))
		.saturating_add(u32::from(order.lots > 1))
}

/// How many of those are only read: kinds, and estates of parcels.
fn only_read(order: &Order) -> u32 {
	let has_one = |asset: &&Asset| {
		matches!(asset, Asset::Item { .. } | Asset::Units { .. } | Asset::Parcel { .. })
	};
	order.give.iter().chain(&order.want).filter(has_one).count().saturated_into()
}

/// The records that these trades touch if every one is another: what the benchmark measured.
fn most(trades: &[Trade]) -> Touched {
	let mut most = FEE;
	for Trade { order, .. } in trades {
		let records = records_of(order);
		most.add(TRADE);
		most.add(Touched { read: records, written: records.saturating_sub(only_read(order)) });
	}
	most
}

/// Whether a signature was bad, of which finding out is dear.
fn is_forged((_, refusal): &(u32, Refusal)) -> bool {
	matches!(refusal, Refusal::BadOrderSignature | Refusal::BadAcceptanceSignature)
}

/// Whether both signatures are verified with those of all other trades. Others than Ed25519 are
/// verified by themselves, good or bad, which takes as much as finding a bad one.
fn is_signed_for_batches(trade: &Trade) -> bool {
	let signatures = [&trade.order_signature, &trade.acceptance_signature];
	signatures.into_iter().all(|it| matches!(it, OrderSignature::Ed25519(_)))
}

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
	/// What it weighs to settle these trades, if every record is another and every signature bad or
	/// to be verified by itself.
	pub(crate) fn weight_of(trades: &[Trade]) -> Weight {
		let forged = T::WeightInfo::settle_forged(trades.len().saturated_into());
		Self::weight_of_signed(trades).saturating_add(forged)
	}

	/// The same, if every signature is good and verified with all others.
	fn weight_of_signed(trades: &[Trade]) -> Weight {
		let records = trades
			.iter()
			.fold(0u32, |sum, Trade { order, .. }| sum.saturating_add(records_of(order)));
		T::WeightInfo::settle(trades.len().saturated_into(), records)
	}

	/// What it weighed to settle these trades in this way: less by each record that many of them
	/// have in common, and much less if all signed with Ed25519 and nobody forged a signature.
	pub(super) fn weight_after(trades: &[Trade], settlement: &Settlement) -> Weight {
		let at_once = trades.iter().all(is_signed_for_batches);
		let weight = if at_once && !settlement.refused.iter().any(is_forged) {
			Self::weight_of_signed(trades)
		} else {
			Self::weight_of(trades)
		};
		let Touched { read, written } = most(trades).without(settlement.touched);
		weight.saturating_sub(T::DbWeight::get().reads_writes(read.into(), written.into()))
	}

	/// What it weighed to look at these trades and settle none of them.
	pub(crate) fn weight_of_nothing(trades: &[Trade]) -> Weight {
		T::WeightInfo::settle_again(trades.len().saturated_into())
	}

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
