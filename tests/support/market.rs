// SPDX-License-Identifier: Apache-2.0
//! What rests in the market's book, without all that most stories do not care about: it is in the
//! world of the stage, until a block that no story reaches, with any deduction.

use crate::{
	names::MarketCall,
	stage::{as_of_now, LATER, WORLD},
};
use freehold_primitives::{
	asset::{Asset, Assets, UniqueId},
	chain::Balance,
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, OrderId},
};
use freehold_runtime::Runtime;
use pallet_market::{NextAuctionId, NextOrderId, Price, Wanted};

/// The first resting order.
pub const ORDER: OrderId = OrderId(0);

/// The first auction.
pub const AUCTION: AuctionId = AuctionId(0);

/// Whatever is taken off, it is fine.
pub const ANY: BasisPoints = 10_000;

/// One side of a deal.
///
/// # Panics
/// If it has more than eight assets.
pub fn side(assets: &[Asset]) -> Assets {
	assets.to_vec().try_into().expect("a test trades few assets")
}

/// The resting order that was made last.
pub fn last_order() -> OrderId {
	OrderId(NextOrderId::<Runtime>::get().0 - 1)
}

/// The auction that was opened last.
pub fn last_auction() -> AuctionId {
	AuctionId(NextAuctionId::<Runtime>::get().0 - 1)
}

/// An avatar sells something, as it is now, for a fixed price.
pub fn list(seller: AvatarId, asset: UniqueId, price: Balance) -> MarketCall {
	list_lots(seller, &[as_of_now(asset)], Price::fixed(price), 1)
}

/// An avatar sells so many lots of this.
///
/// # Panics
/// If a lot has more than eight assets.
pub fn list_lots(seller: AvatarId, lot: &[Asset], price: Price, lots: u32) -> MarketCall {
	list_to(None, seller, lot, price, lots)
}

/// An avatar sells so many lots of this to one avatar only, if one is named.
///
/// # Panics
/// If a lot has more than eight assets.
pub fn list_to(
	buyer: Option<AvatarId>,
	seller: AvatarId,
	lot: &[Asset],
	price: Price,
	lots: u32,
) -> MarketCall {
	let (world, lot, max_deduction, until) = (WORLD, side(lot), ANY, LATER);
	MarketCall::list { world, seller, lot, price, lots, buyer, max_deduction, until }
}

/// An avatar buys one lot.
pub fn buy(order: OrderId, buyer: AvatarId, max_price: Balance) -> MarketCall {
	MarketCall::buy { order, buyer, lots: 1, max_price }
}

/// Whoever made it takes it back.
pub fn cancel(order: OrderId) -> MarketCall {
	MarketCall::cancel { order }
}

/// Anyone clears it away.
pub fn sweep(order: OrderId) -> MarketCall {
	MarketCall::sweep { order }
}

/// An avatar pays so much for something.
pub fn offer(bidder: AvatarId, price: Balance, wanted: Wanted) -> MarketCall {
	let (world, lots, until) = (WORLD, 1, LATER);
	MarketCall::offer { world, bidder, price, wanted, lots, until }
}

/// An avatar gives what an offer wants.
pub fn accept_offer(order: OrderId, seller: AvatarId, asset: Asset) -> MarketCall {
	MarketCall::accept_offer { order, seller, asset, max_deduction: ANY }
}

/// An avatar proposes an exchange to another.
///
/// # Panics
/// If a side has more than eight assets.
pub fn barter(maker: AvatarId, give: &[Asset], taker: AvatarId, want: &[Asset]) -> MarketCall {
	let (world, give, want, max_deduction, until) = (WORLD, side(give), side(want), ANY, LATER);
	MarketCall::barter { world, maker, taker, give, want, max_deduction, until }
}

/// The other avatar accepts.
pub fn accept_barter(order: OrderId) -> MarketCall {
	MarketCall::accept_barter { order, max_deduction: ANY }
}

/// An avatar bids.
pub fn bid(auction: AuctionId, bidder: AvatarId, amount: Balance) -> MarketCall {
	MarketCall::bid { auction, bidder, amount }
}

/// Anyone closes it.
pub fn close(auction: AuctionId) -> MarketCall {
	MarketCall::close_auction { auction }
}
