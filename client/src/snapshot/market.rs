// SPDX-License-Identifier: Apache-2.0
use super::{exact, keyed, Snapshot};
use crate::{
	records::{Auction, LastBatch, RestingOrder},
	storage::{identity, prefix},
	Error,
};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::{AuctionId, OrderId, WorldId},
	key::KeyBytes,
};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// An order that rests in the market's book.
	pub async fn order(&self, order: OrderId) -> Result<Option<RestingOrder>, Error> {
		self.value("a resting order", &identity("Market", "Book", &order.to_key()))
			.await
	}

	/// Every order that rests in the market's book.
	pub async fn orders(&self) -> Result<Vec<(OrderId, RestingOrder)>, Error> {
		let entries = self.entries("a resting order", &prefix("Market", "Book")).await?;
		keyed(entries, |key| Ok(OrderId::from_key(exact(key)?)))
	}

	/// An auction that is not closed.
	pub async fn auction(&self, auction: AuctionId) -> Result<Option<Auction>, Error> {
		self.value("an auction", &identity("Market", "Auctions", &auction.to_key()))
			.await
	}

	/// Every auction that is not closed.
	pub async fn auctions(&self) -> Result<Vec<(AuctionId, Auction)>, Error> {
		let entries = self.entries("an auction", &prefix("Market", "Auctions")).await?;
		keyed(entries, |key| Ok(AuctionId::from_key(exact(key)?)))
	}

	/// The last batch that a world settled; none before the first.
	pub async fn last_batch(&self, world: WorldId) -> Result<Option<LastBatch>, Error> {
		self.value("a batch", &identity("Market", "Settled", &world.to_key())).await
	}

	/// For how many blocks at most an order rests.
	pub fn longest_order(&self) -> Result<BlockNumber, Error> {
		self.constant("Market", "MaxLifetime")
	}

	/// For how many blocks at most an auction lasts.
	pub fn longest_auction(&self) -> Result<BlockNumber, Error> {
		self.constant("Market", "MaxAuction")
	}

	/// What whoever clears away an order that no longer counts gets, in 10^-12 FHD.
	pub fn sweep_reward(&self) -> Result<Balance, Error> {
		self.constant("Market", "SweepReward")
	}
}
