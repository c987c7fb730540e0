// SPDX-License-Identifier: Apache-2.0
//! Auctions.

use super::{exchange::sensible, Model, FEE};
use crate::{mock::*, tests::properties::actions::Goods, Auction, Bid};
use freehold_primitives::{
	asset::{Asset, Lock},
	chain::{AccountId, Balance, BlockNumber},
	fee::BasisPoints,
	ids::AvatarId,
};

impl Model {
	#[allow(clippy::too_many_arguments, reason = "an auction has as many fields")]
	pub(super) fn opened(
		&self,
		payer: &AccountId,
		seller: AvatarId,
		goods: Goods,
		reserve: Balance,
		least_raise: Balance,
		blocks: BlockNumber,
		extension: BlockNumber,
		max_deduction: BasisPoints,
	) -> Auction<AccountId> {
		let ends = self.now + blocks;
		Auction {
			world: WORLD,
			seller,
			payer: payer.clone(),
			lot: side(&self.assets(goods)),
			reserve,
			least_raise,
			ends,
			extension,
			latest: ends + 4,
			max_deduction,
			fee: FEE,
			best: None,
		}
	}

	pub(super) fn open(&mut self, auction: Auction<AccountId>) -> Option<()> {
		(!self.suspended).then_some(())?;
		self.may_act(&auction.payer, auction.seller)?;
		let rises = auction.reserve > 0 && auction.least_raise > 0;
		(sensible(&auction.lot, 1) && rises).then_some(())?;
		self.agrees(&auction.lot, auction.max_deduction)?;
		let lock = Lock::Auction(self.auction_id(0));
		self.lock(auction.seller, &auction.lot, 1, lock)?;
		*self.money(&auction.payer) -= AUCTION_DEPOSIT;
		self.auctions.push(Some(auction));
		Some(())
	}

	/// Sells the lot for the coins.
	fn sell(
		&mut self,
		auction: &Auction<AccountId>,
		bidder: AvatarId,
		amount: Balance,
	) -> Option<()> {
		let paid = [Asset::Coins(amount)];
		let limits = (auction.max_deduction, ALL);
		self.exchange((auction.seller, bidder), (&auction.lot, &paid), 1, limits, true)
	}

	fn return_bid(&mut self, auction: &Auction<AccountId>) {
		if let Some(Bid { bidder, amount }) = auction.best {
			self.pay_out(bidder, amount);
		}
	}

	pub(super) fn bid(
		&mut self,
		who: &AccountId,
		back: u32,
		bidder: AvatarId,
		amount: Balance,
	) -> Option<()> {
		let auction = self.auction(back)?;
		self.may_act(who, bidder)?;
		let least = auction.best.map_or(auction.reserve, |it| it.amount + auction.least_raise);
		let allowed = self.now <= auction.ends && bidder != auction.seller && amount >= least;
		allowed.then_some(())?;
		self.return_bid(&auction);
		let mut sold = self.clone();
		sold.unlock(auction.seller, &auction.lot, 1);
		sold.sell(&auction, bidder, amount)?;
		self.set_aside(bidder, amount)?;
		let put_off = (self.now + auction.extension).min(auction.latest);
		let ends = auction.ends.max(put_off);
		let id = self.auction_id(back).0 as usize;
		self.auctions[id] = Some(Auction { ends, best: Some(Bid { bidder, amount }), ..auction });
		Some(())
	}

	pub(super) fn close(&mut self, who: &AccountId, back: u32) -> Option<()> {
		let auction = self.auction(back)?;
		(self.now > auction.ends).then_some(())?;
		self.return_bid(&auction);
		self.unlock(auction.seller, &auction.lot, 1);
		if let Some(Bid { bidder, amount }) = auction.best {
			let mut sold = self.clone();
			if sold.sell(&auction, bidder, amount).is_some() {
				*self = sold;
			}
		}
		self.remove_auction(back);
		*self.money(&auction.payer) += AUCTION_DEPOSIT - SWEEP_REWARD;
		*self.money(who) += SWEEP_REWARD;
		Some(())
	}

	pub(super) fn remove_auction(&mut self, back: u32) {
		let id = self.auction_id(back).0 as usize;
		self.auctions[id] = None;
	}
}
