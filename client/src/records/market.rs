// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::{AccountId, Balance, BlockNumber, Hash},
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, KindId, WorldId},
	land::Area,
};

/// The price of a lot: fixed, or falling evenly between two blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Price {
	/// What a lot costs up to the block `from`, in 10^-12 FHD.
	pub start: Balance,
	/// What a lot costs from the block `to` on, in 10^-12 FHD: not above `start`.
	pub end: Balance,
	/// Last block before it falls.
	pub from: BlockNumber,
	/// First block in which it has fallen.
	pub to: BlockNumber,
}

impl Price {
	/// The price that is always the same.
	pub fn fixed(amount: Balance) -> Self {
		Self { start: amount, end: amount, from: 0, to: 0 }
	}

	/// The price, if it does not change from this block on. What one that falls is now, the chain
	/// tells.
	pub fn settled(&self, now: BlockNumber) -> Option<Balance> {
		(self.start == self.end || now >= self.to).then_some(self.end)
	}
}

/// What an offer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Wanted {
	/// This asset and no other.
	#[codec(index = 0)]
	Asset(Asset),
	/// Any unique item of this kind.
	#[codec(index = 1)]
	OfKind(KindId),
	/// Any unique item of this collection.
	#[codec(index = 2)]
	InCollection(CollectionId),
	/// Any parcel of this world in this area.
	#[codec(index = 3)]
	ParcelIn {
		/// The world.
		world: WorldId,
		/// Where.
		area: Area,
	},
}

/// What the maker of a resting order gets for each lot.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Want {
	/// Coins: it is a listing.
	#[codec(index = 0)]
	Price(Price),
	/// One of the assets that would do: it is an offer.
	#[codec(index = 1)]
	Any(Wanted),
	/// These assets: it is a barter.
	#[codec(index = 2)]
	Assets(Assets),
}

/// An order that rests in the market's book.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RestingOrder {
	/// The world whose fee applies.
	pub world: WorldId,
	/// The avatar that makes it.
	pub maker: AvatarId,
	/// How often the maker had changed owners then: under another owner it is void.
	pub tenure: u32,
	/// Of whom the deposit is held.
	pub payer: AccountId,
	/// The only avatar that may take it; any if none.
	pub taker: Option<AvatarId>,
	/// What the maker gives, per lot.
	pub give: Assets,
	/// What the maker gets, per lot.
	pub want: Want,
	/// How many lots are left.
	pub lots: u32,
	/// Most that may be taken off the coins that the maker gets.
	pub max_deduction: BasisPoints,
	/// Last block in which it can be taken.
	pub until: BlockNumber,
}

impl RestingOrder {
	/// The coins that are set aside for it, in 10^-12 FHD.
	pub fn escrow(&self) -> Balance {
		let coins = |asset: &Asset| match asset {
			Asset::Coins(amount) => *amount,
			_ => 0,
		};
		let lot = self.give.iter().map(coins).fold(0, Balance::saturating_add);
		lot.saturating_mul(self.lots.into())
	}
}

/// The highest bid of an auction; its coins are set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Bid {
	/// The avatar that bids.
	pub bidder: AvatarId,
	/// How much, in 10^-12 FHD.
	pub amount: Balance,
}

/// An auction.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Auction {
	/// The world whose fee applies.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// Of whom the deposit is held.
	pub payer: AccountId,
	/// What is sold, as one.
	pub lot: Assets,
	/// Least that the first bid may be, in 10^-12 FHD.
	pub reserve: Balance,
	/// Least by which each later bid is higher than the one before, in 10^-12 FHD.
	pub least_raise: Balance,
	/// Last block for bids.
	pub ends: BlockNumber,
	/// A bid in the last so many blocks puts the end off, to so many blocks after it.
	pub extension: BlockNumber,
	/// No later than this does it end.
	pub latest: BlockNumber,
	/// Most that may be taken off the coins that the seller gets.
	pub max_deduction: BasisPoints,
	/// What the world kept of a payment when it was opened: it keeps no more of this one.
	pub fee: BasisPoints,
	/// The highest bid.
	pub best: Option<Bid>,
}

impl Auction {
	/// Least that the next bid may be, in 10^-12 FHD.
	pub fn least_bid(&self) -> Balance {
		self.best
			.map_or(self.reserve, |best| best.amount.saturating_add(self.least_raise))
	}

	/// The coins that are set aside for it, in 10^-12 FHD.
	pub fn escrow(&self) -> Balance {
		self.best.map_or(0, |best| best.amount)
	}
}

/// The last batch of trades that a world settled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LastBatch {
	/// Its number.
	pub seq: u64,
	/// Hash of its trades.
	pub hash: Hash,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_price_settles_where_it_has_fallen() {
		let falling = Price { start: 9, end: 5, from: 10, to: 20 };

		assert_eq!(falling.settled(19), None);
		assert_eq!(falling.settled(20), Some(5));
		assert_eq!(Price::fixed(7).settled(0), Some(7));
	}

	#[test]
	fn each_lot_that_is_left_has_its_coins_set_aside() {
		let give = vec![Asset::Coins(5)].try_into().expect("one fits");
		let order = RestingOrder {
			world: WorldId(0),
			maker: AvatarId(1),
			tenure: 0,
			payer: [7; 32].into(),
			taker: None,
			give,
			want: Want::Any(Wanted::InCollection(CollectionId(2))),
			lots: 3,
			max_deduction: 0,
			until: 9,
		};

		assert_eq!(order.escrow(), 15);
	}

	#[test]
	fn a_bid_is_the_reserve_or_a_raise() {
		let mut auction = Auction {
			world: WorldId(0),
			seller: AvatarId(1),
			payer: [7; 32].into(),
			lot: Assets::default(),
			reserve: 10,
			least_raise: 2,
			ends: 5,
			extension: 0,
			latest: 5,
			max_deduction: 0,
			fee: 0,
			best: None,
		};
		assert_eq!((auction.least_bid(), auction.escrow()), (10, 0));

		auction.best = Some(Bid { bidder: AvatarId(2), amount: 15 });

		assert_eq!((auction.least_bid(), auction.escrow()), (17, 15));
	}
}
