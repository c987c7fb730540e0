// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.

use crate::{Call, Config, HoldReason, ListingDetails, Listings, Pallet};
use alloc::vec;
use core::iter;
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
	asset::{Asset, Assets, Holding, UniqueId, MAX_ASSETS},
	benchmarking::*,
	chain::{Balance, BlockNumber},
	device::{DeviceKey, Limits, PublicKey},
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AvatarId, WorldId},
	order::{Acceptance, Order, OrderSignature, Trade, MAX_LIFETIME},
	purse::{LaneIndex, Purse},
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

/// An item of a new avatar of the account, which is given money.
fn new_item<T: Config>(owner: &T::AccountId) -> UniqueId {
	fund::<T>(owner);
	let avatar = T::BenchmarkHelper::new_avatar(owner, 0);
	let items = T::BenchmarkHelper::new_items(avatar, 1);
	UniqueId::Item(*items.first().expect("one was asked for"))
}

/// An item of a new avatar of the account, listed in a world that has a fee.
fn new_listing<T: Config>(seller: &T::AccountId) -> UniqueId {
	let asset = new_item::<T>(seller);
	Pallet::<T>::list(signed::<T>(seller), new_world::<T>(), asset, PRICE)
		.expect("the seller has the deposit");
	asset
}

/// The key of every device: to verify what it signed takes as long as if each had another. From a
/// seed in hex, as from words it would be made anew, and slowly, for each signature.
fn new_key() -> ed25519::Public {
	let seed = [b"0x".as_slice(), [b'1'; 64].as_slice()].concat();
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

/// The trade of this number: a maker's items and coins for a taker's coins, both signed.
fn new_trade<T: Config>(
	world: WorldId,
	number: u32,
	items: impl Iterator<Item = UniqueId>,
	key: &ed25519::Public,
) -> Trade {
	let (maker, taker) = (AvatarId(MAKERS | number), AvatarId(TAKERS | number));
	new_trader::<T>(maker, key);
	new_trader::<T>(taker, key);
	let given = items.map(|item| {
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
		max_deduction: MAX_WORLD_FEE,
		number: 0,
		valid_until: MAX_LIFETIME,
	};
	let acceptance = Acceptance {
		taker,
		lane: SLOT,
		lots: 1,
		max_deduction: MAX_WORLD_FEE,
		number: 0,
		valid_until: MAX_LIFETIME,
	};
	let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
	let order_signature = sign(key, &order.signing_bytes(&genesis));
	let acceptance_signature =
		sign(key, &acceptance.signing_bytes(&genesis, &order.hash(&genesis)));
	Trade { order, order_signature, acceptance, acceptance_signature }
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

	#[benchmark]
	fn list() {
		let world = new_world::<T>();
		let seller = whitelisted_caller();
		let asset = new_item::<T>(&seller);

		#[extrinsic_call]
		_(RawOrigin::Signed(seller), world, asset, PRICE);

		assert!(Listings::<T>::contains_key(asset));
	}

	/// Where another account paid the deposit, as it owned the seller before.
	#[benchmark]
	fn cancel() {
		let seller = whitelisted_caller();
		let asset = new_listing::<T>(&seller);
		let payer = account::<T::AccountId>("former", 0, 0);
		fund::<T>(&payer);
		T::Currency::hold(&HoldReason::Listing.into(), &payer, T::ListingDeposit::get())
			.expect("the account has the deposit");
		let listing = Listings::<T>::get(asset).expect("it is listed");
		Listings::<T>::insert(asset, ListingDetails { payer, ..listing });

		#[extrinsic_call]
		_(RawOrigin::Signed(seller), asset);

		assert!(!Listings::<T>::contains_key(asset));
	}

	/// In a world with a fee: three purses change.
	#[benchmark]
	fn buy() {
		let asset = new_listing::<T>(&account("seller", 0, 0));
		let who = whitelisted_caller();
		let buyer = T::BenchmarkHelper::new_avatar(&who, PRICE);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, buyer, PRICE);

		assert!(!Listings::<T>::contains_key(asset));
	}

	/// `n` trades that move `r` items, by a settler with a cap. No two trades have an avatar in
	/// common; each side signs by a device with limits, and pays coins of which the world keeps a
	/// fee. Items stand for all records: a parcel or an estate is as much work, and units, which
	/// have two records, are less for each.
	///
	/// There are never so few trades that they could not have all items beside the coins.
	#[benchmark]
	fn settle(
		n: Linear<{ T::MaxTrades::get() / 4 }, { T::MaxTrades::get() }>,
		r: Linear<0, { T::MaxTrades::get() }>,
	) {
		let world = new_world::<T>();
		let settler = whitelisted_caller();
		T::BenchmarkHelper::new_settler(world, &settler);
		let owner = T::BenchmarkHelper::new_avatar(&account("owner", 0, 0), 0);
		let items = T::BenchmarkHelper::new_items(owner, r);
		let key = new_key();
		let trades = (0..n)
			.map(|number| {
				let items = items.iter().skip(number as usize).step_by(n as usize);
				new_trade::<T>(world, number, items.copied().map(UniqueId::Item), &key)
			})
			.collect();

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), world, 1, BoundedVec::truncate_from(trades));

		assert!((0..n).all(is_settled::<T>));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::empty_chain(), crate::mock::Test);
}
