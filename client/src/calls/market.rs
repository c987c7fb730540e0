// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{Price, Wanted},
	Call,
};
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, OrderId, WorldId},
	order::{Cancellation, Trade},
};

/// What a listing says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
	/// The world whose fee applies.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// What a lot is.
	pub lot: Assets,
	/// What a lot costs.
	pub price: Price,
	/// How many lots there are.
	pub lots: u32,
	/// The only avatar that may buy; any if none.
	pub buyer: Option<AvatarId>,
	/// Most that may be taken off the coins that the seller gets.
	pub max_deduction: BasisPoints,
	/// Last block in which it can be bought.
	pub until: BlockNumber,
}

/// What a barter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barter {
	/// The world whose fee applies.
	pub world: WorldId,
	/// The avatar that proposes it.
	pub maker: AvatarId,
	/// The avatar that may accept it.
	pub taker: AvatarId,
	/// What the maker gives.
	pub give: Assets,
	/// What the maker gets.
	pub want: Assets,
	/// Most that may be taken off the coins that the maker gets.
	pub max_deduction: BasisPoints,
	/// Last block in which it can be accepted.
	pub until: BlockNumber,
}

/// How an auction begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
	/// The world whose fee applies.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// What is sold, as one.
	pub lot: Assets,
	/// Least that the first bid may be, in 10^-12 FHD.
	pub reserve: Balance,
	/// Least by which each later bid is higher than the one before, in 10^-12 FHD.
	pub least_raise: Balance,
	/// Last block for bids.
	pub ends: BlockNumber,
	/// A bid in the last so many blocks puts the end off.
	pub extension: BlockNumber,
	/// Last block for bids, whatever comes.
	pub latest: BlockNumber,
	/// Most that may be taken off the coins that the seller gets.
	pub max_deduction: BasisPoints,
}

/// Sells lots at a price; what they are of stays where it is, locked.
pub fn list(listing: &Listing) -> Call {
	let Listing { world, seller, lot, price, lots, buyer, max_deduction, until } = listing;
	Call::new("Market", "list", (world, seller, lot, price, lots, buyer, max_deduction, until))
}

/// Takes a listing, an offer or a barter back.
pub fn cancel(order: OrderId) -> Call {
	Call::new("Market", "cancel", (order,))
}

/// Buys lots of a listing from the buyer's purse, if all together cost no more than this.
pub fn buy(order: OrderId, buyer: AvatarId, lots: u32, max_price: Balance) -> Call {
	Call::new("Market", "buy", (order, buyer, lots, max_price))
}

/// Offers a price per lot for what is wanted; its coins are set aside.
pub fn offer(
	world: WorldId,
	bidder: AvatarId,
	price: Balance,
	wanted: Wanted,
	lots: u32,
	until: BlockNumber,
) -> Call {
	Call::new("Market", "offer", (world, bidder, price, wanted, lots, until))
}

/// Gives one lot of what an offer wants.
pub fn accept_offer(
	order: OrderId,
	seller: AvatarId,
	asset: Asset,
	max_deduction: BasisPoints,
) -> Call {
	Call::new("Market", "accept_offer", (order, seller, asset, max_deduction))
}

/// Proposes an exchange to one avatar.
pub fn barter(barter: &Barter) -> Call {
	let Barter { world, maker, taker, give, want, max_deduction, until } = barter;
	Call::new("Market", "barter", (world, maker, taker, give, want, max_deduction, until))
}

/// Accepts an exchange as it was proposed.
pub fn accept_barter(order: OrderId, max_deduction: BasisPoints) -> Call {
	Call::new("Market", "accept_barter", (order, max_deduction))
}

/// Clears an order away that no longer counts.
pub fn sweep(order: OrderId) -> Call {
	Call::new("Market", "sweep", (order,))
}

/// Auctions assets as one lot.
pub fn open_auction(opening: &Opening) -> Call {
	let Opening {
		world,
		seller,
		lot,
		reserve,
		least_raise,
		ends,
		extension,
		latest,
		max_deduction,
	} = opening;
	let arguments =
		(world, seller, lot, reserve, least_raise, ends, extension, latest, max_deduction);
	Call::new("Market", "open_auction", arguments)
}

/// Bids for what is auctioned; the coins are set aside, and those of the bid before come back.
pub fn bid(auction: AuctionId, bidder: AvatarId, amount: Balance) -> Call {
	Call::new("Market", "bid", (auction, bidder, amount))
}

/// Takes back what nobody has bid for.
pub fn cancel_auction(auction: AuctionId) -> Call {
	Call::new("Market", "cancel_auction", (auction,))
}

/// Closes an auction that is over: the highest bidder gets the lot.
pub fn close_auction(auction: AuctionId) -> Call {
	Call::new("Market", "close_auction", (auction,))
}

/// Takes back what was signed for an avatar.
pub fn cancel_signed(avatar: AvatarId, what: Cancellation) -> Call {
	Call::new("Market", "cancel_signed", (avatar, what))
}

/// Settles a batch of signed trades; `seq` is one more than that of the world's last batch.
pub fn settle(world: WorldId, seq: u64, trades: &[Trade]) -> Call {
	Call::new("Market", "settle", (world, seq, trades))
}
