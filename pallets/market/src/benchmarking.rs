// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.

use crate::{
	kernel::NO_LIMIT, Auctions, Bid, Book, Call, Config, HoldReason, LastBatch, NextAuctionId,
	NextOrderId, Pallet, Price, RestingOrder, Settled, Wanted,
};
use alloc::vec;
use core::{iter, mem};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{MutateHold, Unbalanced},
		tokens::Precision,
		Get,
	},
	BoundedVec,
};
use frame_system::{
	pallet_prelude::{BlockNumberFor, OriginFor},
	RawOrigin,
};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, Owned, Stack, UniqueId, MAX_ASSETS},
	benchmarking::*,
	chain::{Balance, BlockNumber, Hash},
	device::{DeviceKey, Limits, PublicKey},
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AuctionId, AvatarId, CollectionId, KindId, OrderId, WorldId},
	key::{AuctionKey, OrderKey, WorldKey},
	order::{
		Acceptance, Cancellation, Fill, Fills, Order, OrderSignature, Trade, MAX_FILLS,
		MAX_LIFETIME,
	},
	purse::{LaneIndex, Purse, LANES},
	settlement::Store,
};
use sp_runtime::{
	app_crypto::{ed25519, KeyTypeId, RuntimePublic},
	traits::Zero,
};

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

/// What everything costs.
const PRICE: Balance = 1 << 50;

/// The half of that, and twice as much.
const HALF: Balance = 1 << 49;
const DOUBLE: Balance = 1 << 51;

/// More coins than anything costs.
const PLENTY: Balance = 1 << 55;

/// Where the ids of makers begin, and those of takers: nobody else has any that high.
const MAKERS: u32 = 1 << 30;
const TAKERS: u32 = 1 << 31;

/// The slot of every device.
const SLOT: LaneIndex = 1;

/// By which the host's keystore finds the key.
const KEY_TYPE: KeyTypeId = KeyTypeId(*b"benc");

/// The origin of an account.
fn signed<T: Config>(who: &T::AccountId) -> OriginFor<T> {
	RawOrigin::Signed(who.clone()).into()
}

/// Money for an account.
fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::increase_balance(who, MONEY, Precision::Exact)
		.expect("an account may have as much");
}

/// A world of another account, which keeps all that it may of a payment.
fn new_world<T: Config>() -> WorldId {
	let operator = account("operator", 0, 0);
	let to = T::BenchmarkHelper::new_avatar(&operator, 0);
	T::BenchmarkHelper::new_world(&operator, Some(Fee { to, rate: MAX_WORLD_FEE }))
}

/// An avatar of the account, which is given money, with coins.
fn new_player<T: Config>(owner: &T::AccountId) -> AvatarId {
	fund::<T>(owner);
	T::BenchmarkHelper::new_avatar(owner, PLENTY)
}

/// The record of an item.
fn owned<T: Config>(asset: UniqueId) -> Owned {
	T::Store::default().asset(asset).expect("it was made before")
}

/// An item of the avatar, of a kind of its own that has a royalty.
fn new_item<T: Config>(owner: AvatarId) -> UniqueId {
	let items = T::BenchmarkHelper::new_items(owner, 1);
	UniqueId::Item(*items.first().expect("one was asked for"))
}

/// Units of the avatar, of a kind of their own that has a royalty. It is an item's kind: how units
/// move does not ask. Of all assets they have the most records, one of each avatar.
fn new_units<T: Config>(owner: AvatarId) -> Asset {
	let kind: KindId = owned::<T>(new_item::<T>(owner)).class.expect("it is an item").kind;
	let terms = T::Store::default().terms(kind).expect("an item has a kind");
	assert!(terms.royalty > 0, "a kind without a royalty is cheaper");
	T::Store::default().set_units(kind, owner, Stack::free(u64::MAX / 2));
	Asset::Units { kind, amount: 1 }
}

/// As many kinds' units as fit one side.
fn units<T: Config>(owner: AvatarId) -> Assets {
	Assets::truncate_from((0..MAX_ASSETS).map(|_| new_units::<T>(owner)).collect())
}

/// As many items as fit one side.
fn items<T: Config>(owner: AvatarId) -> Assets {
	let item = |_| new_item::<T>(owner).at_version(0);
	Assets::truncate_from((0..MAX_ASSETS).map(item).collect())
}

/// The side with coins in the place of its last asset: no other has as many records, as coins are
/// kept in a pot.
fn with_coins(side: Assets) -> Assets {
	let few = side.len().saturating_sub(1);
	let assets = side.into_iter().take(few).chain([Asset::Coins(PRICE)]);
	Assets::truncate_from(assets.collect())
}

/// The last block in which an order that is made now may be taken.
fn until<T: Config>() -> BlockNumber {
	Pallet::<T>::now().saturating_add(T::MaxLifetime::get())
}

/// A price that is falling.
fn falling<T: Config>() -> Price {
	Price { start: PRICE, end: HALF, from: 0, to: until::<T>() }
}

/// The order that was made last.
fn last_order<T: Config>() -> OrderId {
	OrderId(NextOrderId::<T>::get().0.saturating_sub(1))
}

/// The auction that was opened last.
fn last_auction<T: Config>() -> AuctionId {
	AuctionId(NextAuctionId::<T>::get().0.saturating_sub(1))
}

fn is_in_book<T: Config>(order: OrderId) -> bool {
	Book::<T>::contains_key(OrderKey::from(order))
}

fn is_open<T: Config>(auction: AuctionId) -> bool {
	Auctions::<T>::contains_key(AuctionKey::from(auction))
}

/// A barter of coins and these for those, in a world with a fee.
fn new_barter<T: Config>(
	maker: (&T::AccountId, AvatarId, Assets),
	taker: (AvatarId, Assets),
) -> OrderId {
	let (who, maker, give) = maker;
	let (taker, want) = taker;
	let world = new_world::<T>();
	let until = until::<T>();
	Pallet::<T>::barter(signed::<T>(who), world, maker, taker, give, want, NO_LIMIT, until)
		.expect("the maker has all that it gives");
	last_order::<T>()
}

/// An auction of as much as fits, in a world with a fee.
fn new_auction<T: Config>(seller: &T::AccountId) -> AuctionId {
	let avatar = new_player::<T>(seller);
	let (world, lot) = (new_world::<T>(), units::<T>(avatar));
	let ends = Pallet::<T>::now().saturating_add(T::MaxAuction::get());
	let origin = signed::<T>(seller);
	Pallet::<T>::open_auction(origin, world, avatar, lot, PRICE, 1, ends, ends, ends, NO_LIMIT)
		.expect("the seller has the lot");
	last_auction::<T>()
}

/// Another account's bid.
fn place_bid<T: Config>(auction: AuctionId, amount: Balance) {
	let who = account("bidder", 0, 0);
	let bidder = new_player::<T>(&who);
	Pallet::<T>::bid(signed::<T>(&who), auction, bidder, amount).expect("it is high enough");
}

/// Another account, of which a deposit is held.
fn new_payer<T: Config>(reason: HoldReason) -> T::AccountId {
	let payer = account("former", 0, 0);
	fund::<T>(&payer);
	T::Currency::hold(&reason.into(), &payer, Pallet::<T>::deposit_for(reason))
		.expect("the account has the deposit");
	payer
}

/// The key of an avatar, unlike that of any other: players have keys of their own.
fn new_key(avatar: AvatarId) -> ed25519::Public {
	let seed = alloc::format!("0x{:064x}", avatar.0).into_bytes();
	ed25519::Public::generate_pair(KEY_TYPE, Some(seed))
}

fn sign(key: &ed25519::Public, message: &[u8]) -> OrderSignature {
	let signature = key.sign(KEY_TYPE, &message).expect("the host has the key");
	OrderSignature::Ed25519(signature.0)
}

/// All that a settlement reads of an avatar: a purse, and a device with limits. A batch has
/// thousands, so they go straight to the store.
fn new_trader<T: Config>(avatar: AvatarId, key: &ed25519::Public) {
	let mut store = T::Store::default();
	let purse = Purse { balance: PRICE, consumers: MAX_ASSETS, ..Purse::default() };
	store.set_purse(avatar, purse);
	let most = Limits {
		coins: Balance::MAX,
		units: u64::MAX,
		items: u32::MAX,
		land: u32::MAX,
		estates: u32::MAX,
	};
	let device = DeviceKey {
		key: PublicKey::Ed25519(key.0),
		valid_until: BlockNumber::MAX,
		world: None,
		limits: Some(most),
	};
	store.set_device(avatar, SLOT, device);
}

/// The trade of this number: a maker's coins, and an item if there is one, for a taker's coins, both
/// signed.
fn new_trade<T: Config>(world: WorldId, number: u32, item: Option<UniqueId>) -> Trade {
	let (maker, taker) = (AvatarId(MAKERS | number), AvatarId(TAKERS | number));
	let (makers_key, takers_key) = (new_key(maker), new_key(taker));
	new_trader::<T>(maker, &makers_key);
	new_trader::<T>(taker, &takers_key);
	let given = item.map(|item| {
		T::Store::default().set_holding(item, Holding::new(maker));
		item.at_version(0)
	});
	let order = Order {
		world,
		maker,
		lane: SLOT,
		taker: Some(taker),
		give: Assets::truncate_from(iter::once(Asset::Coins(PRICE)).chain(given).collect()),
		want: Assets::truncate_from(vec![Asset::Coins(PRICE)]),
		lots: 1,
		min_lots: 1,
		max_deduction: NO_LIMIT,
		number: 0,
		valid_until: MAX_LIFETIME,
	};
	let acceptance = Acceptance {
		taker,
		lane: SLOT,
		lots: 1,
		max_deduction: NO_LIMIT,
		number: 0,
		valid_until: MAX_LIFETIME,
	};
	let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
	let order_signature = sign(&makers_key, &order.signing_bytes(&genesis));
	let acceptance_signature =
		sign(&takers_key, &acceptance.signing_bytes(&genesis, &order.hash(&genesis)));
	Trade { order, order_signature, acceptance, acceptance_signature }
}

/// A world, and a settler of it with a cap.
fn new_settler<T: Config>() -> (WorldId, T::AccountId) {
	let world = new_world::<T>();
	let settler = whitelisted_caller();
	T::BenchmarkHelper::new_settler(world, &settler);
	(world, settler)
}

/// So many trades, with an item each, or with coins alone.
fn new_trades<T: Config>(
	world: WorldId,
	count: u32,
	items: bool,
) -> BoundedVec<Trade, T::MaxTrades> {
	// What traders have in their purses, of which creators are paid.
	let coins = PRICE.saturating_mul(count.saturating_mul(2).into());
	let owner = T::BenchmarkHelper::new_avatar(&account("owner", 0, 0), coins);
	let trades = (0..count).map(|number| {
		let item = items.then(|| new_item::<T>(owner));
		new_trade::<T>(world, number, item)
	});
	BoundedVec::truncate_from(trades.collect())
}

/// Whether both sides of the trade of this number have paid the world's fee.
fn is_settled<T: Config>(number: u32) -> bool {
	let store = T::Store::default();
	let has_paid = |avatar| store.purse(avatar).is_some_and(|it| it.balance < PRICE);
	has_paid(AvatarId(MAKERS | number)) && has_paid(AvatarId(TAKERS | number))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// For one buyer, at a price that falls.
	#[benchmark]
	fn list() {
		let world = new_world::<T>();
		let who = whitelisted_caller();
		let seller = new_player::<T>(&who);
		let lot = units::<T>(seller);
		let buyer = new_player::<T>(&account("buyer", 0, 0));

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			world,
			seller,
			lot,
			falling::<T>(),
			1,
			Some(buyer),
			NO_LIMIT,
			until::<T>(),
		);

		assert!(is_in_book::<T>(last_order::<T>()));
	}

	/// Where another account paid the deposit, as it owned the maker before, and coins were set
	/// aside.
	#[benchmark]
	fn cancel() {
		let who = whitelisted_caller();
		let maker = new_player::<T>(&who);
		let taker = new_player::<T>(&account("taker", 0, 0));
		let want = items::<T>(taker);
		let order = new_barter::<T>((&who, maker, with_coins(items::<T>(maker))), (taker, want));
		let payer = new_payer::<T>(HoldReason::Order);
		let details = Pallet::<T>::order(order).expect("it was made before");
		Book::<T>::insert(OrderKey::from(order), RestingOrder { payer, ..details });

		#[extrinsic_call]
		_(RawOrigin::Signed(who), order);

		assert!(!is_in_book::<T>(order));
	}

	/// The last lot, in a world with a fee: three purses change, and each kind has a royalty.
	#[benchmark]
	fn buy() {
		let who = account("seller", 0, 0);
		let seller = new_player::<T>(&who);
		let (world, lot, price) = (new_world::<T>(), units::<T>(seller), falling::<T>());
		let (origin, until) = (signed::<T>(&who), until::<T>());
		Pallet::<T>::list(origin, world, seller, lot, price, 1, None, NO_LIMIT, until)
			.expect("the seller has the lot");
		let order = last_order::<T>();
		let who = whitelisted_caller();
		let buyer = new_player::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), order, buyer, 1, PRICE);

		assert!(!is_in_book::<T>(order));
	}

	/// `n` trades of coins for coins, by a settler with a cap. No two trades have an avatar in
	/// common; each side signs by a device with limits, and the world keeps a fee of both.
	#[benchmark]
	fn settle(n: Linear<0, { T::MaxTrades::get() }>) {
		let (world, settler) = new_settler::<T>();
		let trades = new_trades::<T>(world, n, false);

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), world, 1, trades);

		assert!((0..n).all(is_settled::<T>));
	}

	/// The same, with an item of a kind of its own in each trade, whose creators get their part.
	/// Items stand for all assets: a parcel or an estate is as much work, units are little more, and
	/// of several assets in one trade each is less.
	#[benchmark]
	fn settle_items(n: Linear<0, { T::MaxTrades::get() }>) {
		let (world, settler) = new_settler::<T>();
		let trades = new_trades::<T>(world, n, true);

		#[extrinsic_call]
		settle(RawOrigin::Signed(settler), world, 1, trades);

		assert!((0..n).all(is_settled::<T>));
	}

	/// `n` trades in which both signatures are bad: each has to be looked at by itself, after all of
	/// them together. Nothing else comes of them.
	#[benchmark]
	fn settle_forged(n: Linear<0, { T::MaxTrades::get() }>) {
		let (world, settler) = new_settler::<T>();
		let mut trades = new_trades::<T>(world, n, false);
		for Trade { order_signature, acceptance_signature, .. } in trades.iter_mut() {
			mem::swap(order_signature, acceptance_signature);
		}

		#[extrinsic_call]
		settle(RawOrigin::Signed(settler), world, 1, trades);

		assert!(!(0..n).any(is_settled::<T>));
	}

	/// `n` trades, each as long as can be, in a batch that was settled before.
	#[benchmark]
	fn settle_again(n: Linear<0, { T::MaxTrades::get() }>) {
		let (world, settler) = new_settler::<T>();
		let settled = LastBatch { seq: 2, hash: Hash::zero() };
		Settled::<T>::insert(WorldKey::from(world), settled);
		let Trade { order, order_signature, acceptance, acceptance_signature } =
			new_trade::<T>(world, 0, None);
		let kind = KindId { collection: CollectionId(0), index: 0 };
		let side = vec![Asset::Units { kind, amount: 1 }; MAX_ASSETS as usize];
		let (give, want) = (Assets::truncate_from(side.clone()), Assets::truncate_from(side));
		let order = Order { give, want, ..order };
		let trade = Trade { order, order_signature, acceptance, acceptance_signature };
		let trades = BoundedVec::truncate_from(vec![trade; n as usize]);

		#[extrinsic_call]
		settle(RawOrigin::Signed(settler), world, 1, trades);

		assert_eq!(Pallet::<T>::last_batch(world), Some(settled));
	}

	#[benchmark]
	fn offer() {
		let world = new_world::<T>();
		let who = whitelisted_caller();
		let bidder = new_player::<T>(&who);
		let seller = new_player::<T>(&account("seller", 0, 0));
		let wanted = Wanted::Asset(new_item::<T>(seller).at_version(0));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), world, bidder, PRICE, wanted, 1, until::<T>());

		assert!(is_in_book::<T>(last_order::<T>()));
	}

	/// The last lot, in a world with a fee, for units, which have the most records.
	#[benchmark]
	fn accept_offer() {
		let bidder = account("bidder", 0, 0);
		let avatar = new_player::<T>(&bidder);
		let who = whitelisted_caller();
		let seller = new_player::<T>(&who);
		let (world, asset) = (new_world::<T>(), new_units::<T>(seller));
		let (origin, wanted) = (signed::<T>(&bidder), Wanted::Asset(asset));
		Pallet::<T>::offer(origin, world, avatar, PRICE, wanted, 1, until::<T>())
			.expect("the bidder has the coins");
		let order = last_order::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), order, seller, asset, NO_LIMIT);

		assert!(!is_in_book::<T>(order));
	}

	#[benchmark]
	fn barter() {
		let world = new_world::<T>();
		let who = whitelisted_caller();
		let maker = new_player::<T>(&who);
		let taker = new_player::<T>(&account("taker", 0, 0));
		let (give, want) = (with_coins(items::<T>(maker)), items::<T>(taker));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), world, maker, taker, give, want, NO_LIMIT, until::<T>());

		assert!(is_in_book::<T>(last_order::<T>()));
	}

	/// Coins on both sides, so that all that either gives has a royalty.
	#[benchmark]
	fn accept_barter() {
		let proposer = account("maker", 0, 0);
		let maker = new_player::<T>(&proposer);
		let who = whitelisted_caller();
		let taker = new_player::<T>(&who);
		let (give, want) = (with_coins(units::<T>(maker)), with_coins(units::<T>(taker)));
		let order = new_barter::<T>((&proposer, maker, give), (taker, want));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), order, NO_LIMIT);

		assert!(!is_in_book::<T>(order));
	}

	/// By someone who is paid for it, as the account that paid the deposit owned the maker before.
	#[benchmark]
	fn sweep() {
		let proposer = account("maker", 0, 0);
		let maker = new_player::<T>(&proposer);
		let taker = new_player::<T>(&account("taker", 0, 0));
		let (give, want) = (with_coins(items::<T>(maker)), items::<T>(taker));
		let order = new_barter::<T>((&proposer, maker, give), (taker, want));
		let payer = new_payer::<T>(HoldReason::Order);
		let details = Pallet::<T>::order(order).expect("it was made before");
		Book::<T>::insert(OrderKey::from(order), RestingOrder { payer, ..details });
		let who: T::AccountId = whitelisted_caller();
		fund::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), order);

		assert!(!is_in_book::<T>(order));
	}

	#[benchmark]
	fn open_auction() {
		let world = new_world::<T>();
		let who = whitelisted_caller();
		let seller = new_player::<T>(&who);
		let lot = units::<T>(seller);
		let ends = Pallet::<T>::now().saturating_add(T::MaxAuction::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(who), world, seller, lot, PRICE, 1, ends, ends, ends, NO_LIMIT);

		assert!(is_open::<T>(last_auction::<T>()));
	}

	/// Above that of another avatar, in a world with a fee.
	#[benchmark]
	fn bid() {
		let auction = new_auction::<T>(&account("seller", 0, 0));
		place_bid::<T>(auction, PRICE);
		let who = whitelisted_caller();
		let bidder = new_player::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), auction, bidder, DOUBLE);

		let best = Pallet::<T>::auction(auction).and_then(|it| it.best);
		assert_eq!(best, Some(Bid { bidder, amount: DOUBLE }));
	}

	/// Where another account paid the deposit, as it owned the seller before.
	#[benchmark]
	fn cancel_auction() {
		let who = whitelisted_caller();
		let auction = new_auction::<T>(&who);
		let payer = new_payer::<T>(HoldReason::Auction);
		Auctions::<T>::mutate_extant(AuctionKey::from(auction), |it| it.payer = payer);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), auction);

		assert!(!is_open::<T>(auction));
	}

	/// By someone who is paid for it, in a world with a fee.
	#[benchmark]
	fn close_auction() {
		let auction = new_auction::<T>(&account("seller", 0, 0));
		place_bid::<T>(auction, PRICE);
		let best = Pallet::<T>::auction(auction).and_then(|it| it.best);
		let winner = best.expect("there is a bid").bidder;
		Auctions::<T>::mutate_extant(AuctionKey::from(auction), |it| it.ends = 0);
		let who: T::AccountId = whitelisted_caller();
		fund::<T>(&who);
		let before = T::Store::default().purse(winner).expect("it has one").consumers;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), auction);

		assert!(!is_open::<T>(auction));
		let after = T::Store::default().purse(winner).expect("it has one").consumers;
		assert!(after > before, "the lot is the winner's");
	}

	/// All of them, with as many partly filled in each lane as can be.
	#[benchmark]
	fn cancel_signed() {
		let who = whitelisted_caller();
		let avatar = new_player::<T>(&who);
		let (order, valid_until) = (Hash::zero(), BlockNumber::MAX);
		let partly = |number| Fill { number, order, left: 1, valid_until };
		let fills = Fills::truncate_from((0..MAX_FILLS).map(partly).collect());
		for lane in (0..).take(LANES) {
			T::Store::default().set_fills(avatar, lane, fills.clone());
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), avatar, Cancellation::All);

		assert!((0..).take(LANES).all(|lane| T::Store::default().fills(avatar, lane).is_empty()));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::empty_chain(), crate::mock::Test);
}
