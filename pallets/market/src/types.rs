// SPDX-License-Identifier: Apache-2.0
use crate::price::Price;
use alloc::vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::slice;
use freehold_primitives::{
	asset::{Asset, Assets, Lock, UniqueId, Version},
	chain::{Balance, BlockNumber, Hash},
	fee::{BasisPoints, Fee},
	ids::{AuctionId, AvatarId, CollectionId, KindId, OrderId, WorldId},
	land::Area,
	settlement::Pledge,
};
use scale_info::TypeInfo;

/// What an offer is for.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Wanted {
	/// This asset and no other: a unique one in the state that has this version, or an amount of
	/// units. Never coins.
	#[codec(index = 0)]
	Asset(Asset),
	/// Any unique item of this kind, whatever its attributes, also one that is minted later.
	#[codec(index = 1)]
	OfKind(KindId),
	/// Any unique item of this collection, whatever its kind, also one that is made later.
	#[codec(index = 2)]
	InCollection(CollectionId),
	/// Any parcel of this world in this area that nobody rents.
	#[codec(index = 3)]
	ParcelIn {
		/// The world that the parcel lies in.
		world: WorldId,
		/// Where it lies.
		area: Area,
	},
}

/// What the maker of a resting order gets for each lot. It tells the three forms of orders apart.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Want {
	/// Coins: the order is a listing.
	#[codec(index = 0)]
	Price(Price),
	/// One asset of several that would do: the order is an offer.
	#[codec(index = 1)]
	Any(Wanted),
	/// These assets, of the one avatar that may give them: the order is a barter.
	#[codec(index = 2)]
	Assets(Assets),
}

/// The record of an order that rests on chain until somebody takes it. What it gives is locked
/// where it is, and coins are set aside.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RestingOrder<AccountId> {
	/// The world whose fee applies, unless it was closed since.
	pub world: WorldId,
	/// The avatar that makes it.
	pub maker: AvatarId,
	/// The maker's tenure when it did: under another owner the order is void.
	pub tenure: u32,
	/// The account that paid the deposit, and owned the maker then.
	pub payer: AccountId,
	/// The only avatar that may take it; any if none.
	pub taker: Option<AvatarId>,
	/// What the maker gives, per lot.
	pub give: Assets,
	/// What the maker gets, per lot.
	pub want: Want,
	/// How many lots are left: at least one.
	pub lots: u32,
	/// Most that may be taken off the coins that the maker gets.
	pub max_deduction: BasisPoints,
	/// Last block in which it can be taken.
	pub until: BlockNumber,
}

impl<AccountId> RestingOrder<AccountId> {
	/// The coins that are set aside for it; none if they are more than can be counted, which no
	/// order in the book has.
	pub fn escrow(&self) -> Option<Balance> {
		coins(&self.give, self.lots)
	}

	/// Whether the account that owned the maker when the order was made has lost it since.
	pub(crate) fn is_void(&self, owner: &AccountId, tenure: u32) -> bool
	where
		AccountId: PartialEq,
	{
		self.tenure != tenure || self.payer != *owner
	}

	/// What it keeps ready of so many lots, under this id.
	pub(crate) fn pledge(&self, id: OrderId, lots: u32) -> Pledge<'_> {
		let (world, owner, lock) = (self.world, self.maker, Lock::Order(id));
		Pledge { world, owner, assets: &self.give, lots, lock }
	}
}

/// The coins among so many lots of one side; none if they are more than can be counted.
pub(crate) fn coins(side: &[Asset], lots: u32) -> Option<Balance> {
	let lot = side.iter().try_fold(0, |sum: Balance, asset| match asset {
		Asset::Coins(amount) => sum.checked_add(*amount),
		_ => Some(sum),
	})?;
	lot.checked_mul(lots.into())
}

/// What the maker of a resting order says; the rest of the record is known.
pub(crate) struct Draft {
	pub(crate) world: WorldId,
	pub(crate) maker: AvatarId,
	pub(crate) taker: Option<AvatarId>,
	pub(crate) give: Assets,
	pub(crate) want: Want,
	pub(crate) lots: u32,
	pub(crate) max_deduction: BasisPoints,
	pub(crate) until: BlockNumber,
}

impl Draft {
	/// An offer: it gives coins, and nothing is ever taken off what it gets.
	pub(crate) fn offer(
		world: WorldId,
		maker: AvatarId,
		price: Balance,
		wanted: Wanted,
		lots: u32,
		until: BlockNumber,
	) -> Self {
		let give = Assets::truncate_from(vec![Asset::Coins(price)]);
		let want = Want::Any(wanted);
		Self { world, maker, taker: None, give, want, lots, max_deduction: 0, until }
	}

	/// What it names of what exists once, to get: each with the version that it must have.
	pub(crate) fn wanted_uniques(&self) -> impl Iterator<Item = (UniqueId, Version)> + '_ {
		let wanted: &[Asset] = match &self.want {
			Want::Any(Wanted::Asset(asset)) => slice::from_ref(asset),
			Want::Assets(assets) => assets,
			Want::Price(_) | Want::Any(_) => &[],
		};
		wanted.iter().filter_map(Asset::unique)
	}
}

/// How a resting order is taken.
#[derive(Clone, Debug)]
pub(crate) struct Take {
	/// Who takes it.
	pub(crate) taker: AvatarId,
	/// How many lots.
	pub(crate) lots: u32,
	/// What the taker gives, per lot.
	pub(crate) gives: Assets,
	/// Most that may be taken off the coins that the taker gets.
	pub(crate) max_deduction: BasisPoints,
}

impl Take {
	/// The coins that the taker gives, for all lots.
	pub(crate) fn price(&self) -> Option<Balance> {
		coins(&self.gives, self.lots)
	}
}

/// A promise to pay for what is auctioned. Its coins are set aside.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Bid {
	/// The avatar that bids.
	pub bidder: AvatarId,
	/// How much, in 10^-12 FHD.
	pub amount: Balance,
}

/// The record of an auction. Its lot is locked where it is.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Auction<AccountId> {
	/// The world whose fee applies, unless it was closed since.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// The account that paid the deposit.
	pub payer: AccountId,
	/// What is sold, as one. No coins.
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
	/// The highest bid, if there was any.
	pub best: Option<Bid>,
}

impl<AccountId> Auction<AccountId> {
	/// Least that the next bid may be, in 10^-12 FHD; none if no bid could be higher.
	pub fn least_bid(&self) -> Option<Balance> {
		match self.best {
			Some(best) => best.amount.checked_add(self.least_raise),
			None => Some(self.reserve),
		}
	}

	/// What is kept of the sale, where this is what the world keeps of a payment now.
	pub(crate) fn fee_from(&self, now: Option<Fee>) -> Option<Fee> {
		now.map(|fee| Fee { rate: fee.rate.min(self.fee), ..fee })
	}

	/// What it keeps ready, under this id.
	pub(crate) fn pledge(&self, id: AuctionId) -> Pledge<'_> {
		let (world, owner, lock) = (self.world, self.seller, Lock::Auction(id));
		Pledge { world, owner, assets: &self.lot, lots: 1, lock }
	}

	/// The last block for bids after one in block `now`: no earlier than before.
	pub(crate) fn ends_after_bid(&self, now: BlockNumber) -> BlockNumber {
		now.saturating_add(self.extension).min(self.latest).max(self.ends)
	}
}

/// The record of a settled batch.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LastBatch {
	/// Its number; the first is 1.
	pub seq: u64,
	/// Blake2b-256 hash of its trades, SCALE-encoded.
	pub hash: Hash,
}

/// A new resting order: the id that it gets, the one after that, and its record.
pub(crate) struct NewOrder<AccountId> {
	pub(crate) id: OrderId,
	pub(crate) next: OrderId,
	pub(crate) order: RestingOrder<AccountId>,
}
