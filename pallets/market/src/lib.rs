// SPDX-License-Identifier: Apache-2.0
#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![allow(
	clippy::too_many_arguments,
	reason = "a call names one by one what a wallet shows before it is signed"
)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod auctions;
#[cfg(any(test, feature = "runtime-benchmarks"))]
mod benchmarking;
mod book;
mod deposits;
mod kernel;
#[cfg(test)]
mod mock;
mod price;
mod settlement;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use price::Price;
pub use types::{Auction, Bid, LastBatch, RestingOrder, Want, Wanted};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{types::Draft, Auction, LastBatch, Price, RestingOrder, Want, Wanted, WeightInfo};
	use alloc::vec::Vec;
	use frame_support::{
		dispatch::WithPostDispatchInfo, pallet_prelude::*, traits::fungible::MutateHold,
	};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewItems, NewWorld};
	use freehold_primitives::{
		asset::{Asset, Assets},
		chain::{Balance, BlockNumber, Hash},
		fee::BasisPoints,
		ids::{AuctionId, AvatarId, OrderId, WorldId},
		key::{AuctionKey, OrderKey, WorldKey},
		order::{Cancellation, Order, Trade},
		settlement::{Receipt, Refusal, Store},
		traits::{Avatars, Land, Purses, Worlds},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = Hash> {
		/// Holds the deposits.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Knows who may settle for a world, and what the world keeps of payments.
		type Worlds: Worlds<Self::AccountId>;

		/// Knows who owns an avatar, and counts what names it.
		type Avatars: Avatars<Self::AccountId>;

		/// Knows which parcels are let.
		type Land: Land;

		/// Keeps the coins of offers, barters and bids aside.
		type Purses: Purses;

		/// The records that change hands.
		type Store: Store + Default;

		/// Held of a maker's account for each resting order.
		#[pallet::constant]
		type OrderDeposit: Get<Balance>;

		/// Held of a seller's account for each auction.
		#[pallet::constant]
		type AuctionDeposit: Get<Balance>;

		/// What whoever clears an order away that has expired or is void, or closes an auction that
		/// is over, gets of its deposit. No more than either deposit.
		#[pallet::constant]
		type SweepReward: Get<Balance>;

		/// Most trades in a batch.
		#[pallet::constant]
		type MaxTrades: Get<u32>;

		/// Longest that an order may rest, in blocks after the one in which it is made.
		#[pallet::constant]
		type MaxLifetime: Get<BlockNumber>;

		/// Longest that an auction may last, in blocks after the one in which it is opened.
		#[pallet::constant]
		type MaxAuction: Get<BlockNumber>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewWorld<Self::AccountId> + NewItems;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each resting order.
		Order,
		/// For the record of each auction.
		Auction,
	}

	/// The id that the next resting order gets.
	#[pallet::storage]
	pub type NextOrderId<T> = StorageValue<_, OrderId, ValueQuery>;

	/// Every order that rests: listings, offers and barters.
	// `Identity`: keys are dense ids, here and below.
	#[pallet::storage]
	pub type Book<T: Config> = StorageMap<_, Identity, OrderKey, RestingOrder<T::AccountId>>;

	/// The id that the next auction gets.
	#[pallet::storage]
	pub type NextAuctionId<T> = StorageValue<_, AuctionId, ValueQuery>;

	/// Every auction that is not closed.
	#[pallet::storage]
	pub type Auctions<T: Config> = StorageMap<_, Identity, AuctionKey, Auction<T::AccountId>>;

	/// The last batch that each world settled.
	#[pallet::storage]
	pub type Settled<T> = StorageMap<_, Identity, WorldKey, LastBatch>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Assets are for sale.
		Listed {
			/// The order.
			order: OrderId,
			/// The world whose fee applies.
			world: WorldId,
			/// The avatar that sells them.
			seller: AvatarId,
			/// What a lot is.
			lot: Assets,
			/// What a lot costs.
			price: Price,
			/// How many lots there are.
			lots: u32,
			/// The only avatar that may buy them; any if none.
			buyer: Option<AvatarId>,
			/// Last block in which they may be bought.
			until: BlockNumber,
		},
		/// An avatar pays for whatever fits what it wants. Its coins are set aside.
		Offered {
			/// The order.
			order: OrderId,
			/// The world whose fee applies.
			world: WorldId,
			/// The avatar that pays.
			bidder: AvatarId,
			/// What it pays for each lot, in 10^-12 FHD.
			price: Balance,
			/// What it wants for it.
			wanted: Wanted,
			/// How many lots it takes.
			lots: u32,
			/// Last block in which it does.
			until: BlockNumber,
		},
		/// An avatar would exchange assets with another.
		BarterProposed {
			/// The order.
			order: OrderId,
			/// The world whose fee applies.
			world: WorldId,
			/// The avatar that proposes it.
			maker: AvatarId,
			/// The avatar that may accept it.
			taker: AvatarId,
			/// What the maker gives.
			give: Assets,
			/// What the maker gets.
			want: Assets,
			/// Last block in which it may be accepted.
			until: BlockNumber,
		},
		/// Listed assets were bought.
		Sold {
			/// The order, which is gone once no lots are left.
			order: OrderId,
			/// The avatar that sold them.
			seller: AvatarId,
			/// The avatar that bought them.
			buyer: AvatarId,
			/// How many lots.
			lots: u32,
			/// What the buyer paid for all of them, in 10^-12 FHD.
			price: Balance,
			/// What the world kept of that, in 10^-12 FHD.
			fee: Balance,
			/// What the makers of the items got of it, in 10^-12 FHD.
			royalty: Balance,
		},
		/// An avatar gave what an offer wanted, and was paid.
		OfferAccepted {
			/// The order, which is gone once no lots are left.
			order: OrderId,
			/// The avatar that paid.
			bidder: AvatarId,
			/// The avatar that was paid.
			seller: AvatarId,
			/// What it gave.
			asset: Asset,
			/// What the bidder paid, in 10^-12 FHD.
			price: Balance,
			/// What the world kept of that, in 10^-12 FHD.
			fee: Balance,
			/// What the makers of the item got of it, in 10^-12 FHD.
			royalty: Balance,
		},
		/// Two avatars have exchanged assets.
		Bartered {
			/// The order, which is gone.
			order: OrderId,
			/// The avatar that proposed it.
			maker: AvatarId,
			/// The avatar that accepted it.
			taker: AvatarId,
			/// What the world kept of the coins that either paid, in 10^-12 FHD.
			fee: Balance,
			/// What the makers of the items got of them, in 10^-12 FHD.
			royalty: Balance,
		},
		/// The maker took an order back.
		OrderCancelled {
			/// The order.
			order: OrderId,
		},
		/// An order that no longer counted was cleared away.
		OrderSwept {
			/// The order.
			order: OrderId,
			/// The account that did so.
			by: T::AccountId,
		},
		/// Assets are auctioned.
		AuctionOpened {
			/// The auction.
			auction: AuctionId,
			/// The world whose fee applies.
			world: WorldId,
			/// The avatar that sells.
			seller: AvatarId,
			/// What it sells, as one.
			lot: Assets,
			/// Least that the first bid may be, in 10^-12 FHD.
			reserve: Balance,
			/// Least by which each later one is higher than the one before, in 10^-12 FHD.
			least_raise: Balance,
			/// Last block for bids, as long as none comes late.
			ends: BlockNumber,
			/// A bid in the last so many blocks puts the end off.
			extension: BlockNumber,
			/// Last block for bids, whatever comes.
			latest: BlockNumber,
		},
		/// There is a new highest bid. The coins of the one before are back in its bidder's purse.
		BidPlaced {
			/// The auction.
			auction: AuctionId,
			/// The avatar that bids.
			bidder: AvatarId,
			/// How much, in 10^-12 FHD.
			amount: Balance,
			/// Last block for bids now.
			ends: BlockNumber,
		},
		/// The seller took back what nobody had bid for.
		AuctionCancelled {
			/// The auction.
			auction: AuctionId,
		},
		/// An auction is over: the highest bidder has the lot, or the seller if there was none.
		AuctionClosed {
			/// The auction.
			auction: AuctionId,
			/// The avatar that has got the lot; none if nobody bid.
			winner: Option<AvatarId>,
			/// What it paid, in 10^-12 FHD; zero if nobody bid.
			price: Balance,
			/// What the world kept of that, in 10^-12 FHD.
			fee: Balance,
			/// What the makers of the items got of it, in 10^-12 FHD.
			royalty: Balance,
		},
		/// An auction is over, and what was to follow could not: the seller has the lot, and the
		/// highest bidder its coins.
		AuctionFailed {
			/// The auction.
			auction: AuctionId,
			/// Why the lot could not change hands.
			reason: Refusal,
		},
		/// A batch of trades was settled: all but those refused.
		BatchSettled {
			/// The world.
			world: WorldId,
			/// The batch's number.
			seq: u64,
			/// How many trades it had.
			trades: u32,
			/// The refused ones, by their place in the batch from zero, each with its reason.
			refused: Vec<(u32, Refusal)>,
		},
		/// A batch of this number had been settled before; nothing happened.
		AlreadySettled {
			/// The world.
			world: WorldId,
			/// The batch's number.
			seq: u64,
		},
		/// Orders that were signed for an avatar can't be settled any more.
		SignedOrdersCancelled {
			/// The avatar.
			avatar: AvatarId,
			/// Which orders.
			what: Cancellation,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such resting order.
		UnknownOrder,
		/// There is no such auction.
		UnknownAuction,
		/// No more ids are left.
		NoIdsLeft,
		/// The avatar is another account's.
		NotOwner,
		/// It says nothing that could be done: a side is empty, an amount is zero, what exists once
		/// comes in several lots or is named twice, coins are wanted for coins, units without an
		/// amount, or an area has no place.
		Malformed,
		/// What is sold has coins in it.
		CoinsInLot,
		/// Nothing is sold for nothing: transfer it instead.
		ZeroPrice,
		/// The price would rise, or stop falling before it begins to.
		PriceRises,
		/// It is over, or would be before it begins.
		Expired,
		/// It would last longer than any may.
		LivesTooLong,
		/// The amounts are beyond what can be counted.
		Overflow,
		/// Nobody trades with itself.
		SelfTrade,
		/// It is for another avatar.
		WrongTaker,
		/// There are fewer lots left, or none are taken.
		LotsOutOfRange,
		/// The order is no listing, so that nothing is bought of it.
		NotListing,
		/// The order is no offer.
		NotOffer,
		/// The order is no barter.
		NotBarter,
		/// It costs more than the buyer would pay.
		PriceTooHigh,
		/// The asset is not what the offer wants. Of an area's parcels it wants none that is let.
		NotWanted,
		/// The maker's avatar has another owner than when the order was made: it does not count.
		OrderVoid,
		/// The order still counts: only the owner of its maker clears it away.
		OrderCounts,
		/// Without a least raise, bids would not have to rise.
		ZeroRaise,
		/// The auction would end later than it may at the latest.
		EndsAfterLatest,
		/// The bid is below the reserve, or too little above the highest.
		BidTooLow,
		/// No more bids are taken.
		AuctionOver,
		/// Bids are still taken.
		AuctionRuns,
		/// There is a bid: the seller is bound.
		HasBid,
		/// A batch with a lower number is still missing.
		OutOfSequence,
		/// Other trades were settled under this number.
		OtherBatch,
		/// World and makers of the items keep more of a payment than who is paid agreed to.
		DeductionTooHigh,
		/// There is no such avatar.
		UnknownAvatar,
		/// There is no such asset.
		UnknownAsset,
		/// The asset is no longer what it was when it was offered.
		Moved,
		/// Another avatar has the asset.
		NotHolder,
		/// The asset is locked.
		Locked,
		/// The purse has too few coins.
		TooFewCoins,
		/// The avatar has too few units that are not locked.
		TooFewUnits,
		/// The avatar is offered for sale: nothing leaves it.
		AvatarOffered,
		/// The items are traded in their home world only.
		NotTradableHere,
		/// The items can't be given away.
		Soulbound,
		/// An order with this number was settled or cancelled before.
		AlreadySpent,
		/// The number is so old that later ones voided it.
		NumberVoid,
		/// The number lies too far ahead of the last one.
		NumberTooFar,
		/// The kernel refused for a reason that none of this can have.
		Unsettled,
	}

	impl<T> From<Refusal> for Error<T> {
		fn from(reason: Refusal) -> Self {
			match reason {
				Refusal::Malformed => Self::Malformed,
				Refusal::SelfTrade => Self::SelfTrade,
				Refusal::WrongTaker => Self::WrongTaker,
				Refusal::LotsOutOfRange => Self::LotsOutOfRange,
				Refusal::Expired => Self::Expired,
				Refusal::LivesTooLong => Self::LivesTooLong,
				Refusal::DeductionTooHigh => Self::DeductionTooHigh,
				Refusal::UnknownAvatar => Self::UnknownAvatar,
				Refusal::AlreadySpent => Self::AlreadySpent,
				Refusal::NumberVoid => Self::NumberVoid,
				Refusal::NumberTooFar => Self::NumberTooFar,
				Refusal::UnknownAsset => Self::UnknownAsset,
				Refusal::Moved => Self::Moved,
				Refusal::NotOwner => Self::NotHolder,
				Refusal::Locked => Self::Locked,
				Refusal::TooFewCoins => Self::TooFewCoins,
				Refusal::TooFewUnits => Self::TooFewUnits,
				Refusal::Overflow => Self::Overflow,
				Refusal::Frozen => Self::AvatarOffered,
				Refusal::NotTradableHere => Self::NotTradableHere,
				Refusal::Soulbound => Self::Soulbound,
				// Only what was signed off chain has worlds, keys, signatures, limits and fills.
				Refusal::WrongWorld
				| Refusal::UnknownKey
				| Refusal::KeyExpired
				| Refusal::KeyForOtherWorld
				| Refusal::BadOrderSignature
				| Refusal::BadAcceptanceSignature
				| Refusal::OverLimit
				| Refusal::TooManyFills => Self::Unsettled,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let least = T::OrderDeposit::get().min(T::AuctionDeposit::get());
			assert!(T::SweepReward::get() <= least, "a sweep is paid of the deposit");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Offers assets at a price per lot to whoever pays it first, or to one avatar only, up to
		/// and including the block `until`. They stay where they are, locked, and a deposit is
		/// held. What exists once comes in one lot. The fee that `world`, which must be open, has
		/// when they are sold is taken off the price, if the world was not closed by then, and so
		/// is the royalty of the items; nothing is sold if that is more than `max_deduction`, nor
		/// offered if it is so now.
		///
		/// Origin: the account that owns the seller. Emits `Listed`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::list())]
		pub fn list(
			origin: OriginFor<T>,
			world: WorldId,
			seller: AvatarId,
			lot: Assets,
			price: Price,
			lots: u32,
			buyer: Option<AvatarId>,
			max_deduction: BasisPoints,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (maker, taker, want) = (seller, buyer, Want::Price(price));
			let draft = Draft { world, maker, taker, give: lot, want, lots, max_deduction, until };
			let new = Self::ensure_can_rest(who, draft)?;
			Self::do_rest(new)
		}

		/// Takes a listing, an offer or a barter back: assets are unlocked, coins return to the
		/// maker's purse, and the deposit to who paid it.
		///
		/// Origin: the account that owns the maker, also while it is offered for sale. Emits
		/// `OrderCancelled`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cancel())]
		pub fn cancel(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_cancel(&who, order)?;
			Self::do_cancel(order, details)
		}

		/// Buys lots of a listing for an avatar, from its purse, if all of them together cost at
		/// most `max_price` now.
		///
		/// Origin: the account that owns the buyer. Emits `Sold`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::buy())]
		pub fn buy(
			origin: OriginFor<T>,
			order: OrderId,
			buyer: AvatarId,
			lots: u32,
			max_price: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, take) = Self::ensure_can_buy(&who, order, buyer, lots, max_price)?;
			Self::do_buy(order, details, take)
		}

		/// Settles trades that players signed: each whole or not at all, in their order. Batches
		/// of a world are numbered from 1; the same number again changes nothing. The coins of the
		/// trades that are settled, on both sides, count against what the settler may move in a
		/// block. What it weighed less than it could have is given back, also if it fails.
		///
		/// Origin: the world's owner or a settler. Emits `BatchSettled` or `AlreadySettled`.
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_of(trades))]
		pub fn settle(
			origin: OriginFor<T>,
			world: WorldId,
			seq: u64,
			trades: BoundedVec<Trade, T::MaxTrades>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let batch = Self::ensure_can_settle(&who, world, seq, &trades)
				.map_err(|error| error.with_weight(Self::weight_of_nothing(&trades)))?;
			Self::do_settle(&who, world, seq, batch, &trades)
		}

		/// Offers coins, `price` for each lot, for whatever fits what is wanted, up to and
		/// including the block `until`. They are set aside from the bidder's purse, and a deposit
		/// is held. The fee of `world`, which must be open, is taken off what the seller gets.
		///
		/// Origin: the account that owns the bidder. Emits `Offered`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::offer())]
		pub fn offer(
			origin: OriginFor<T>,
			world: WorldId,
			bidder: AvatarId,
			price: Balance,
			wanted: Wanted,
			lots: u32,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let draft = Draft::offer(world, bidder, price, wanted, lots, until);
			let new = Self::ensure_can_rest(who, draft)?;
			Self::do_rest(new)
		}

		/// Gives one lot of what an offer wants, and is paid for it, less the world's fee and the
		/// royalty of the item; not if those are more than `max_deduction`.
		///
		/// Origin: the account that owns the seller. Emits `OfferAccepted`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::accept_offer())]
		pub fn accept_offer(
			origin: OriginFor<T>,
			order: OrderId,
			seller: AvatarId,
			asset: Asset,
			max_deduction: BasisPoints,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, take) =
				Self::ensure_can_accept_offer(&who, order, seller, asset, max_deduction)?;
			Self::do_accept_offer(order, details, take, asset)
		}

		/// Proposes an exchange to one avatar, up to and including the block `until`. What the
		/// maker gives is locked where it is, coins in it are set aside, and a deposit is held.
		/// Coins that either side gets for items pay fee and royalty.
		///
		/// Origin: the account that owns the maker. Emits `BarterProposed`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::barter())]
		pub fn barter(
			origin: OriginFor<T>,
			world: WorldId,
			maker: AvatarId,
			taker: AvatarId,
			give: Assets,
			want: Assets,
			max_deduction: BasisPoints,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (taker, want, lots) = (Some(taker), Want::Assets(want), 1);
			let draft = Draft { world, maker, taker, give, want, lots, max_deduction, until };
			let new = Self::ensure_can_rest(who, draft)?;
			Self::do_rest(new)
		}

		/// Accepts an exchange as it was proposed. Fee and royalty are taken off coins that the
		/// taker gets; not if those are more than `max_deduction`.
		///
		/// Origin: the account that owns the taker. Emits `Bartered`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept_barter())]
		pub fn accept_barter(
			origin: OriginFor<T>,
			order: OrderId,
			max_deduction: BasisPoints,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, take) = Self::ensure_can_accept_barter(&who, order, max_deduction)?;
			Self::do_accept_barter(order, details, take)
		}

		/// Clears an order away that no longer counts: it has expired, its maker has another owner,
		/// or an asset that it gives is not what it was. Everything goes back. A caller who did not
		/// pay the deposit gets `SweepReward` of it, and who paid it the rest; if only an asset has
		/// changed, the latter gets all of it.
		///
		/// Origin: anyone. Emits `OrderSwept`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::sweep())]
		pub fn sweep(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, is_paid) = Self::ensure_can_sweep(order)?;
			Self::do_sweep(who, order, details, is_paid)
		}

		/// Auctions assets as one lot, for bids up to and including the block `ends`. A bid in the
		/// last `extension` blocks puts the end off, to that many blocks after it, but not beyond
		/// `latest`. The lot stays where it is, locked, and a deposit is held. Fee and royalty are
		/// taken off what the seller gets: of the world's fee now and that by then the lower. Both
		/// together may be no more than `max_deduction` now, and so they are not by then either.
		///
		/// Origin: the account that owns the seller. Emits `AuctionOpened`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::open_auction())]
		pub fn open_auction(
			origin: OriginFor<T>,
			world: WorldId,
			seller: AvatarId,
			lot: Assets,
			reserve: Balance,
			least_raise: Balance,
			ends: BlockNumber,
			extension: BlockNumber,
			latest: BlockNumber,
			max_deduction: BasisPoints,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			let auction = Auction {
				world,
				seller,
				payer,
				lot,
				reserve,
				least_raise,
				ends,
				extension,
				latest,
				max_deduction,
				fee: Self::fee_rate(world),
				best: None,
			};
			let ids = Self::ensure_can_open_auction(&auction)?;
			Self::do_open_auction(ids, auction)
		}

		/// Bids for what is auctioned, if the lot could be sold for that now. The coins are set
		/// aside from the bidder's purse, and those of the bid before return to where they came
		/// from. A bid binds: it can't be taken back.
		///
		/// Origin: the account that owns the bidder. Emits `BidPlaced`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::bid())]
		pub fn bid(
			origin: OriginFor<T>,
			auction: AuctionId,
			bidder: AvatarId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_bid(&who, auction, bidder, amount)?;
			Self::do_bid(auction, details, bidder, amount)
		}

		/// Takes back what nobody has bid for.
		///
		/// Origin: the account that owns the seller, also while it is offered for sale. Emits
		/// `AuctionCancelled`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::cancel_auction())]
		pub fn cancel_auction(origin: OriginFor<T>, auction: AuctionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_cancel_auction(&who, auction)?;
			Self::do_cancel_auction(auction, details)
		}

		/// Closes an auction that is over. The highest bidder gets the lot and the seller the
		/// coins, whoever owns the two by now, and also while they are offered for sale. If that
		/// can't be, or nobody bid, everything goes back. Who did not pay the deposit gets
		/// `SweepReward` of it for the call.
		///
		/// Origin: anyone. Emits `AuctionClosed` or `AuctionFailed`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::close_auction())]
		pub fn close_auction(origin: OriginFor<T>, auction: AuctionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_close_auction(auction)?;
			Self::do_close_auction(who, auction, details)
		}

		/// Cancels orders and acceptances that were signed for an avatar: one by its number, all
		/// below a number in one lane, or all that could be settled by now. What is left of a
		/// partly filled one goes with it. What was signed under numbers that were too far ahead
		/// may come within reach by chance, and if there are thousands of them, for certain: a key
		/// that was in other hands has to be revoked, and another one added.
		///
		/// Origin: the account that owns the avatar, also while it is offered for sale. Emits
		/// `SignedOrdersCancelled`.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::cancel_signed())]
		pub fn cancel_signed(
			origin: OriginFor<T>,
			avatar: AvatarId,
			what: Cancellation,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_cancel_signed(&who, avatar)?;
			Self::do_cancel_signed(avatar, what)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A resting order, if there is such an order.
		pub fn order(order: OrderId) -> Option<RestingOrder<T::AccountId>> {
			Book::<T>::get(OrderKey::from(order))
		}

		/// The resting orders from this id on, in order: at most `limit`, and 128.
		pub fn book(start: OrderId, limit: u32) -> Vec<(OrderId, RestingOrder<T::AccountId>)> {
			Self::page_of_book(start, limit)
		}

		/// An auction, if there is such an auction.
		pub fn auction(auction: AuctionId) -> Option<Auction<T::AccountId>> {
			Auctions::<T>::get(AuctionKey::from(auction))
		}

		/// The auctions from this id on, in order: at most `limit`, and 128.
		pub fn auctions(start: AuctionId, limit: u32) -> Vec<(AuctionId, Auction<T::AccountId>)> {
			Self::page_of_auctions(start, limit)
		}

		/// What a lot of a listing costs now, in 10^-12 FHD; none if there is no such listing.
		pub fn price(order: OrderId) -> Option<Balance> {
			Self::price_now(order)
		}

		/// The last batch that a world settled, if it settled any.
		pub fn last_batch(world: WorldId) -> Option<LastBatch> {
			Settled::<T>::get(WorldKey::from(world))
		}

		/// What would become of the coins if the avatar bought lots of a listing now.
		///
		/// # Errors
		/// The one that the call would fail with if the buyer's owner made it.
		pub fn preview_buy(
			order: OrderId,
			buyer: AvatarId,
			lots: u32,
		) -> Result<Receipt, DispatchError> {
			Self::try_buy(order, buyer, lots)
		}

		/// What would become of the coins if the avatar gave this asset for an offer now.
		///
		/// # Errors
		/// The one that the call would fail with if the seller's owner made it.
		pub fn preview_accept_offer(
			order: OrderId,
			seller: AvatarId,
			asset: Asset,
		) -> Result<Receipt, DispatchError> {
			Self::try_accept_offer(order, seller, asset)
		}

		/// What would become of the coins if a barter was accepted now.
		///
		/// # Errors
		/// The one that the call would fail with if the taker's owner made it.
		pub fn preview_accept_barter(order: OrderId) -> Result<Receipt, DispatchError> {
			Self::try_accept_barter(order)
		}

		/// What would become of the coins if the avatar's owner accepted so many lots of a signed
		/// order and its world settled it now. Of signatures it says nothing.
		///
		/// # Errors
		/// The reason for which the trade would be refused; `WrongWorld` also if its world is
		/// suspended or not there, and so settles nothing.
		pub fn preview_trade(order: Order, taker: AvatarId, lots: u32) -> Result<Receipt, Refusal> {
			Self::try_trade(order, taker, lots)
		}
	}
}
