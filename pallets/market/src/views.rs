// SPDX-License-Identifier: Apache-2.0
//! Lists for people, one bounded page at a time, and what would come of a call.

use crate::{
	auctions::AuctionOf,
	book::{OrderOf, Taking},
	kernel::NO_LIMIT,
	Auctions, Book, Config, Pallet, Want,
};
use alloc::vec::Vec;
use frame_support::storage::with_transaction;
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	ids::{AuctionId, AvatarId, OrderId},
	key::{AuctionKey, OrderKey},
	settlement::Receipt,
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion, TransactionOutcome};

/// Most entries of a page.
const MAX_PAGE: u32 = 128;

/// How many entries a page has of which so many were asked for.
fn page(limit: u32) -> usize {
	limit.min(MAX_PAGE).saturated_into()
}

impl<T: Config> Pallet<T> {
	/// See the view function `book`.
	pub(crate) fn page_of_book(start: OrderId, limit: u32) -> Vec<(OrderId, OrderOf<T>)> {
		let first = OrderKey::from(start);
		let rest = Book::<T>::iter_from_key(first);
		let entries = Book::<T>::get(first).map(|order| (first, order)).into_iter().chain(rest);
		entries.take(page(limit)).map(|(key, order)| (key.into(), order)).collect()
	}

	/// See the view function `auctions`.
	pub(crate) fn page_of_auctions(start: AuctionId, limit: u32) -> Vec<(AuctionId, AuctionOf<T>)> {
		let first = AuctionKey::from(start);
		let rest = Auctions::<T>::iter_from_key(first);
		let entries = Auctions::<T>::get(first).map(|it| (first, it)).into_iter().chain(rest);
		entries.take(page(limit)).map(|(key, auction)| (key.into(), auction)).collect()
	}

	/// See the view function `price`.
	pub(crate) fn price_now(order: OrderId) -> Option<Balance> {
		match Self::order(order)?.want {
			Want::Price(price) => Some(price.at(Self::now())),
			Want::Any(_) | Want::Assets(_) => None,
		}
	}

	/// See the view function `preview_buy`.
	pub(crate) fn try_buy(
		order: OrderId,
		buyer: AvatarId,
		lots: u32,
	) -> Result<Receipt, DispatchError> {
		Self::ensure_may_act(buyer)?;
		Self::try_to_fill(order, Self::ensure_for_sale(order, buyer, lots)?)
	}

	/// See the view function `preview_accept_offer`.
	pub(crate) fn try_accept_offer(
		order: OrderId,
		seller: AvatarId,
		asset: Asset,
	) -> Result<Receipt, DispatchError> {
		Self::ensure_may_act(seller)?;
		Self::try_to_fill(order, Self::ensure_wanted(order, seller, asset, NO_LIMIT)?)
	}

	/// See the view function `preview_accept_barter`.
	pub(crate) fn try_accept_barter(order: OrderId) -> Result<Receipt, DispatchError> {
		let (details, take) = Self::ensure_proposed(order, NO_LIMIT)?;
		Self::ensure_may_act(take.taker)?;
		Self::try_to_fill(order, (details, take))
	}

	/// Succeeds if its owner may act for the avatar: in the calls it is who makes them. It is asked
	/// where they ask, so that a preview fails with the same reason of several.
	fn ensure_may_act(avatar: AvatarId) -> DispatchResult {
		T::Avatars::ensure_owner(&T::Avatars::owner(avatar)?, avatar)
	}

	/// Fills an order for real, to know what comes of it, and undoes it.
	fn try_to_fill(order: OrderId, (details, take): Taking<T>) -> Result<Receipt, DispatchError> {
		with_transaction(|| TransactionOutcome::Rollback(Self::fill(order, details, &take)))
	}
}
