// SPDX-License-Identifier: Apache-2.0
//! What tests do on the market, by calls that accounts sign.

use super::*;
use crate::{NextAuctionId, NextOrderId, Price, Wanted};
use frame_support::assert_ok;
use freehold_primitives::{
	asset::Asset,
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, OrderId, WorldId},
};
use sp_runtime::DispatchResult;

/// What a test lists: Alice's sword for 50 coins, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
	pub(crate) world: WorldId,
	pub(crate) seller: AvatarId,
	pub(crate) lot: Vec<Asset>,
	pub(crate) price: Price,
	pub(crate) lots: u32,
	pub(crate) buyer: Option<AvatarId>,
	pub(crate) max_deduction: BasisPoints,
	pub(crate) until: BlockNumber,
}

impl Default for Listing {
	fn default() -> Self {
		Self {
			world: WORLD,
			seller: ALICE,
			lot: vec![SWORD.at_version(0)],
			price: Price::fixed(50),
			lots: 1,
			buyer: None,
			max_deduction: ALL,
			until: UNTIL,
		}
	}
}

impl Listing {
	/// Lists it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, seller, lot, price, lots, buyer, max_deduction, until } = self;
		let origin = signed(who);
		Market::list(origin, world, seller, side(&lot), price, lots, buyer, max_deduction, until)
	}

	/// Lists it as the owner of the seller, which works.
	pub(crate) fn rest(self) -> OrderId {
		let seller = self.seller;
		rested(|| self.by(seller))
	}
}

/// What a test offers: 50 coins of Bob's for the sword, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
	pub(crate) world: WorldId,
	pub(crate) bidder: AvatarId,
	pub(crate) price: Balance,
	pub(crate) wanted: Wanted,
	pub(crate) lots: u32,
	pub(crate) until: BlockNumber,
}

impl Default for Offer {
	fn default() -> Self {
		let wanted = Wanted::Asset(SWORD.at_version(0));
		Self { world: WORLD, bidder: BOB, price: 50, wanted, lots: 1, until: UNTIL }
	}
}

impl Offer {
	/// Offers it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, bidder, price, wanted, lots, until } = self;
		Market::offer(signed(who), world, bidder, price, wanted, lots, until)
	}

	/// Offers it as the owner of the bidder, which works.
	pub(crate) fn rest(self) -> OrderId {
		let bidder = self.bidder;
		rested(|| self.by(bidder))
	}
}

/// What a test proposes: Alice's sword for ten of Bob's arrows, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Barter {
	pub(crate) world: WorldId,
	pub(crate) maker: AvatarId,
	pub(crate) taker: AvatarId,
	pub(crate) give: Vec<Asset>,
	pub(crate) want: Vec<Asset>,
	pub(crate) max_deduction: BasisPoints,
	pub(crate) until: BlockNumber,
}

impl Default for Barter {
	fn default() -> Self {
		Self {
			world: WORLD,
			maker: ALICE,
			taker: BOB,
			give: vec![SWORD.at_version(0)],
			want: vec![arrows(10)],
			max_deduction: ALL,
			until: UNTIL,
		}
	}
}

impl Barter {
	/// Proposes it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, maker, taker, give, want, max_deduction, until } = self;
		let (give, want) = (side(&give), side(&want));
		Market::barter(signed(who), world, maker, taker, give, want, max_deduction, until)
	}

	/// Proposes it as the owner of the maker, which works.
	pub(crate) fn rest(self) -> OrderId {
		let maker = self.maker;
		rested(|| self.by(maker))
	}
}

/// What a test puts up for auction: Alice's sword for at least 50 coins, if it does not say
/// otherwise. Bids in the last 5 blocks before 50 make it last longer, up to 70.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
	pub(crate) world: WorldId,
	pub(crate) seller: AvatarId,
	pub(crate) lot: Vec<Asset>,
	pub(crate) reserve: Balance,
	pub(crate) least_raise: Balance,
	pub(crate) ends: BlockNumber,
	pub(crate) extension: BlockNumber,
	pub(crate) latest: BlockNumber,
	pub(crate) max_deduction: BasisPoints,
}

impl Default for Opening {
	fn default() -> Self {
		Self {
			world: WORLD,
			seller: ALICE,
			lot: vec![SWORD.at_version(0)],
			reserve: 50,
			least_raise: 10,
			ends: ENDS,
			extension: 5,
			latest: LATEST,
			max_deduction: ALL,
		}
	}
}

impl Opening {
	/// Opens it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self {
			world,
			seller,
			lot,
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
		} = self;
		Market::open_auction(
			signed(who),
			world,
			seller,
			side(&lot),
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
		)
	}

	/// Opens it as the owner of the seller, which works.
	pub(crate) fn open(self) -> AuctionId {
		let auction = NextAuctionId::<Test>::get();
		let seller = self.seller;
		assert_ok!(self.by(seller));
		auction
	}
}

/// The order that this puts on the market.
fn rested(call: impl FnOnce() -> DispatchResult) -> OrderId {
	let order = NextOrderId::<Test>::get();
	assert_ok!(call());
	order
}

/// Buys of an order as the owner of the buyer.
pub(crate) fn buy(
	order: OrderId,
	buyer: AvatarId,
	lots: u32,
	max_price: Balance,
) -> DispatchResult {
	Market::buy(signed(buyer), order, buyer, lots, max_price)
}

/// Accepts an offer as the owner of the seller.
pub(crate) fn accept_offer(order: OrderId, seller: AvatarId, asset: Asset) -> DispatchResult {
	Market::accept_offer(signed(seller), order, seller, asset, ALL)
}

/// Bids as the owner of the bidder.
pub(crate) fn bid(auction: AuctionId, bidder: AvatarId, amount: Balance) -> DispatchResult {
	Market::bid(signed(bidder), auction, bidder, amount)
}
