// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Auction, Config, Error, NextAuctionId, Pallet};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	chain::Balance,
	ids::{AuctionId, AvatarId},
	traits::{Avatars, Worlds},
};
use sp_runtime::DispatchError;

pub(crate) type AuctionOf<T> = Auction<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// The id of the new auction, and the one after it.
	pub(crate) fn ensure_can_open_auction(
		auction: &AuctionOf<T>,
	) -> Result<(AuctionId, AuctionId), DispatchError> {
		T::Worlds::ensure_open(auction.world)?;
		T::Avatars::ensure_owner(&auction.payer, auction.seller)?;
		Self::ensure_lot(&auction.lot, 1)?;
		ensure!(auction.reserve > 0, Error::<T>::ZeroPrice);
		ensure!(auction.least_raise > 0, Error::<T>::ZeroRaise);
		Self::ensure_lasts(auction.ends, T::MaxAuction::get())?;
		Self::ensure_lasts(auction.latest, T::MaxAuction::get())?;
		ensure!(auction.ends <= auction.latest, Error::<T>::EndsAfterLatest);
		Self::ensure_agreeable(auction.world, &auction.lot, auction.max_deduction)?;
		let id = NextAuctionId::<T>::get();
		let next = id.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((id, next))
	}

	fn ensure_auction(auction: AuctionId) -> Result<AuctionOf<T>, DispatchError> {
		Self::auction(auction).ok_or(Error::<T>::UnknownAuction.into())
	}

	pub(crate) fn ensure_can_bid(
		who: &T::AccountId,
		auction: AuctionId,
		bidder: AvatarId,
		amount: Balance,
	) -> Result<AuctionOf<T>, DispatchError> {
		let details = Self::ensure_auction(auction)?;
		ensure!(Self::now() <= details.ends, Error::<T>::AuctionOver);
		T::Avatars::ensure_owner(who, bidder)?;
		ensure!(bidder != details.seller, Error::<T>::SelfTrade);
		let enough = details.least_bid().is_some_and(|least| amount >= least);
		ensure!(enough, Error::<T>::BidTooLow);
		Ok(details)
	}

	pub(crate) fn ensure_can_cancel_auction(
		who: &T::AccountId,
		auction: AuctionId,
	) -> Result<AuctionOf<T>, DispatchError> {
		let details = Self::ensure_auction(auction)?;
		Self::ensure_owns(who, details.seller)?;
		ensure!(details.best.is_none(), Error::<T>::HasBid);
		Ok(details)
	}

	pub(crate) fn ensure_can_close_auction(
		auction: AuctionId,
	) -> Result<AuctionOf<T>, DispatchError> {
		let details = Self::ensure_auction(auction)?;
		ensure!(Self::now() > details.ends, Error::<T>::AuctionRuns);
		Ok(details)
	}
}
