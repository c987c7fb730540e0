// SPDX-License-Identifier: Apache-2.0
use super::Event;
use codec::Decode;
use freehold_primitives::{
	asset::Asset,
	chain::{Balance, BlockNumber},
	ids::{AuctionId, AvatarId, OrderId, WorldId},
	settlement::Refusal,
};

event!("Market",
/// Assets are for sale.
Listed {
	/// The order.
	order: OrderId,
});

event!("Market",
/// An avatar pays for what fits.
Offered {
	/// The order.
	order: OrderId,
});

event!("Market",
/// An avatar would exchange assets with another.
BarterProposed {
	/// The order.
	order: OrderId,
});

event!("Market",
/// Listed assets were bought.
Sold {
	/// The order.
	order: OrderId,
	/// The avatar that sold them.
	seller: AvatarId,
	/// The avatar that bought them.
	buyer: AvatarId,
	/// How many lots.
	lots: u32,
	/// What all of them cost, in 10^-12 FHD.
	price: Balance,
	/// What the world kept of that.
	fee: Balance,
	/// What the creators got of it.
	royalty: Balance,
});

event!("Market",
/// An avatar gave what an offer wanted.
OfferAccepted {
	/// The order.
	order: OrderId,
	/// The avatar that paid.
	bidder: AvatarId,
	/// The avatar that was paid.
	seller: AvatarId,
	/// What it gave.
	asset: Asset,
	/// What the bidder paid, in 10^-12 FHD.
	price: Balance,
	/// What the world kept of that.
	fee: Balance,
	/// What the creators got of it.
	royalty: Balance,
});

event!("Market",
/// Two avatars have exchanged assets.
Bartered {
	/// The order.
	order: OrderId,
	/// The avatar that proposed it.
	maker: AvatarId,
	/// The avatar that accepted it.
	taker: AvatarId,
	/// What the world kept of coins that were paid, in 10^-12 FHD.
	fee: Balance,
	/// What the creators got of them.
	royalty: Balance,
});

event!("Market",
/// Assets are auctioned.
AuctionOpened {
	/// The auction.
	auction: AuctionId,
});

event!("Market",
/// There is a new highest bid.
BidPlaced {
	/// The auction.
	auction: AuctionId,
	/// The avatar that bids.
	bidder: AvatarId,
	/// How much, in 10^-12 FHD.
	amount: Balance,
	/// Last block for bids now.
	ends: BlockNumber,
});

event!("Market",
/// An auction is over, and everyone has what is theirs.
AuctionClosed {
	/// The auction.
	auction: AuctionId,
	/// The avatar that got the lot; none if nobody bid.
	winner: Option<AvatarId>,
	/// What it paid, in 10^-12 FHD.
	price: Balance,
	/// What the world kept of that.
	fee: Balance,
	/// What the creators got of it.
	royalty: Balance,
});

event!("Market",
/// An auction is over, and everything went back.
AuctionFailed {
	/// The auction.
	auction: AuctionId,
	/// Why the lot could not change hands.
	reason: Refusal,
});

event!("Market",
/// A batch of trades was settled.
BatchSettled {
	/// The world.
	world: WorldId,
	/// The batch's number.
	seq: u64,
	/// How many trades were in it.
	trades: u32,
	/// Those that did not happen, each by its place in the batch.
	refused: Vec<(u32, Refusal)>,
});

event!("Market",
/// The batch had been settled before, and nothing happened.
AlreadySettled {
	/// The world.
	world: WorldId,
	/// The batch's number.
	seq: u64,
});
