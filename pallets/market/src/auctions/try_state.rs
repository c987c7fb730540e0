// SPDX-License-Identifier: Apache-2.0
//! The invariants of auctions.

use super::AuctionOf;
use crate::{Auctions, Config, NextAuctionId, Pallet};
use frame_support::{ensure, traits::Get};
use freehold_primitives::ids::AuctionId;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_auctions() -> Result<(), TryRuntimeError> {
		let next = NextAuctionId::<T>::get();
		for (key, auction) in Auctions::<T>::iter() {
			ensure!(AuctionId::from(key) < next, "M1: an auction's id was not given out");
			Self::check_auction(&auction)?;
		}
		Ok(())
	}

	fn check_auction(auction: &AuctionOf<T>) -> Result<(), TryRuntimeError> {
		Self::ensure_lot(&auction.lot, 1).map_err(|_| "M5: an auction sells nothing")?;
		let rises = auction.reserve > 0 && auction.least_raise > 0;
		ensure!(rises, "M5: the bids of an auction do not have to rise");
		let latest = Self::now().saturating_add(T::MaxAuction::get());
		let ends = auction.ends <= auction.latest && auction.latest <= latest;
		ensure!(ends, "M5: an auction lasts too long");
		let agreed = auction.fee <= auction.max_deduction;
		ensure!(agreed, "M5: a world keeps more of an auction than its seller agreed to");
		if let Some(best) = auction.best {
			ensure!(best.amount >= auction.reserve, "M5: a bid is below the reserve");
			ensure!(best.bidder != auction.seller, "M5: a seller bids for its own");
		}
		Ok(())
	}
}
