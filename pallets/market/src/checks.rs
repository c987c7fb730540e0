// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, LastBatch, ListingDetails, Listings, Pallet, Settled, WeightInfo};
use core::cmp::Ordering;
use frame_support::{ensure, weights::Weight, BoundedVec};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, UniqueId},
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	order::Trade,
	settlement::Store,
	traits::{Avatars, Worlds},
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError, SaturatedConversion,
};

type ListingOf<T> = ListingDetails<<T as frame_system::Config>::AccountId>;

/// How many records the assets of one side have beside purses.
fn records(side: &Assets) -> u32 {
	side.iter().fold(0, |sum, asset| {
		let more = match asset {
			Asset::Coins(_) => 0,
			Asset::Item { .. } | Asset::Parcel { .. } | Asset::Estate { .. } => 1,
			Asset::Units { .. } => 2,
		};
		sum.saturating_add(more)
	})
}

impl<T: Config> Pallet<T> {
	/// What it weighs to settle these trades, if every record is another.
	pub(crate) fn weight_of(trades: &BoundedVec<Trade, T::MaxTrades>) -> Weight {
		let records = trades.iter().fold(0u32, |sum, Trade { order, .. }| {
			sum.saturating_add(records(&order.give)).saturating_add(records(&order.want))
		});
		T::WeightInfo::settle(trades.len().saturated_into(), records)
	}

	pub(crate) fn ensure_can_list(
		who: &T::AccountId,
		world: WorldId,
		asset: UniqueId,
		price: Balance,
	) -> Result<Holding, DispatchError> {
		T::Worlds::ensure_open(world)?;
		let holding = T::Store::default().holding(asset).ok_or(Error::<T>::UnknownAsset)?;
		T::Avatars::ensure_owner(who, holding.owner)?;
		ensure!(holding.lock.is_none(), Error::<T>::Locked);
		ensure!(price > 0, Error::<T>::ZeroPrice);
		Ok(holding)
	}

	/// Whether the account that listed the asset still owns the seller. A listing does not outlive
	/// that: the price was no other owner's.
	fn counts(listing: &ListingOf<T>) -> Result<bool, DispatchError> {
		Ok(T::Avatars::owner(listing.seller)? == listing.payer)
	}

	pub(crate) fn ensure_can_cancel(
		who: &T::AccountId,
		asset: UniqueId,
	) -> Result<ListingOf<T>, DispatchError> {
		let listing = Listings::<T>::get(asset).ok_or(Error::<T>::UnknownListing)?;
		if Self::counts(&listing)? {
			T::Avatars::ensure_owner(who, listing.seller)?;
		}
		Ok(listing)
	}

	pub(crate) fn ensure_can_buy(
		who: &T::AccountId,
		asset: UniqueId,
		buyer: AvatarId,
		max_price: Balance,
	) -> Result<ListingOf<T>, DispatchError> {
		let listing = Listings::<T>::get(asset).ok_or(Error::<T>::UnknownListing)?;
		T::Avatars::ensure_owner(who, buyer)?;
		ensure!(listing.seller != buyer, Error::<T>::SelfPurchase);
		ensure!(Self::counts(&listing)?, Error::<T>::ListingVoid);
		ensure!(listing.price <= max_price, Error::<T>::PriceTooHigh);
		Ok(listing)
	}

	/// The batch to settle; none if it was settled before.
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
}
