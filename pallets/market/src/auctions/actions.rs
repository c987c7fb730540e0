// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::checks::AuctionOf;
use crate::{
	kernel::NO_LIMIT, Auction, Auctions, Bid, Config, Event, HoldReason, NextAuctionId, Pallet,
};
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	ids::{AuctionId, AvatarId},
	key::AuctionKey,
	settlement::Deal,
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_auction(
		(id, next): (AuctionId, AuctionId),
		auction: AuctionOf<T>,
	) -> DispatchResult {
		Self::hold(HoldReason::Auction, &auction.payer)?;
		Self::lock(&auction.pledge(id))?;
		NextAuctionId::<T>::put(next);
		let Auction { world, seller, reserve, least_raise, ends, extension, latest, .. } = auction;
		Self::deposit_event(Event::AuctionOpened {
			auction: id,
			world,
			seller,
			lot: auction.lot.clone(),
			reserve,
			least_raise,
			ends,
			extension,
			latest,
		});
		Auctions::<T>::insert(AuctionKey::from(id), auction);
		Ok(())
	}

	/// The bid before is paid back first, as its bidder may be the one who raises it; the new one
	/// is set aside last, once it is known that the lot could be sold for it.
	pub(crate) fn do_bid(
		id: AuctionId,
		auction: AuctionOf<T>,
		bidder: AvatarId,
		amount: Balance,
	) -> DispatchResult {
		Self::return_bid(&auction)?;
		let paid = [Asset::Coins(amount)];
		let deal = Self::sale(&auction, bidder, &paid);
		Self::ensure_could_exchange(&auction.pledge(id), &deal)?;
		T::Avatars::retain(bidder, 1)?;
		Self::set_aside(bidder, amount)?;
		let ends = auction.ends_after_bid(Self::now());
		let best = Some(Bid { bidder, amount });
		Auctions::<T>::insert(AuctionKey::from(id), Auction { ends, best, ..auction });
		Self::deposit_event(Event::BidPlaced { auction: id, bidder, amount, ends });
		Ok(())
	}

	pub(crate) fn do_cancel_auction(id: AuctionId, auction: AuctionOf<T>) -> DispatchResult {
		Self::unlock(&auction.pledge(id))?;
		Auctions::<T>::remove(AuctionKey::from(id));
		Self::give_back(HoldReason::Auction, &auction.payer)?;
		Self::deposit_event(Event::AuctionCancelled { auction: id });
		Ok(())
	}

	/// Whatever comes of the deal, the record goes, and with it every lock and all that was set
	/// aside.
	pub(crate) fn do_close_auction(
		who: T::AccountId,
		id: AuctionId,
		auction: AuctionOf<T>,
	) -> DispatchResult {
		let outcome = Self::conclude(id, &auction)?;
		Auctions::<T>::remove(AuctionKey::from(id));
		Self::give_back_less_reward(HoldReason::Auction, &auction.payer, &who)?;
		Self::deposit_event(outcome);
		Ok(())
	}

	/// Gives the lot to the highest bidder, or back, and tells what became of it.
	fn conclude(auction: AuctionId, details: &AuctionOf<T>) -> Result<Event<T>, DispatchError> {
		let pledge = details.pledge(auction);
		let Some(Bid { bidder, amount }) = details.best else {
			Self::unlock(&pledge)?;
			let (winner, price, fee, royalty) = (None, 0, 0, 0);
			return Ok(Event::AuctionClosed { auction, winner, price, fee, royalty });
		};
		Self::return_bid(details)?;
		let paid = [Asset::Coins(amount)];
		Ok(match Self::exchange_or_unlock(&pledge, &Self::sale(details, bidder, &paid))? {
			Ok(receipt) => {
				let (fee, royalty) = (receipt.maker.fee, receipt.maker.royalty());
				let (winner, price) = (Some(bidder), amount);
				Event::AuctionClosed { auction, winner, price, fee, royalty }
			},
			Err(reason) => Event::AuctionFailed { auction, reason },
		})
	}

	/// The lot for the coins. Both sides have promised it: it binds them, whoever owns them now.
	fn sale<'a>(auction: &'a AuctionOf<T>, bidder: AvatarId, paid: &'a [Asset]) -> Deal<'a> {
		Deal {
			world: auction.world,
			maker: auction.seller,
			taker: bidder,
			give: &auction.lot,
			want: paid,
			lots: 1,
			fee: auction.fee_from(Self::fee_of(auction.world)),
			maker_limit: auction.max_deduction,
			taker_limit: NO_LIMIT,
			binding: true,
		}
	}

	/// Puts the coins of the highest bid back into its bidder's purse.
	fn return_bid(auction: &AuctionOf<T>) -> DispatchResult {
		let Some(Bid { bidder, amount }) = auction.best else { return Ok(()) };
		Self::pay_out(bidder, amount)?;
		T::Avatars::release(bidder, 1);
		Ok(())
	}
}
