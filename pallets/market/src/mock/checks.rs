// SPDX-License-Identifier: Apache-2.0
//! What must be true after every test.

use super::*;
use crate::{Auctions, Book};
use freehold_primitives::{
	asset::{Asset, Assets, Lock, UniqueId},
	chain::{AccountId, Balance},
	ids::{AvatarId, KindId},
};
use std::collections::BTreeMap;

/// Checks the invariants of the pallet, and what it told the others.
pub(crate) fn check() {
	Market::do_try_state().expect("every invariant holds after every test");
	check_coins();
	check_consumers();
	check_locks();
	check_deposits();
}

/// Coins move, and none comes or goes. Those set aside are what orders and bids say.
fn check_coins() {
	let purses: Balance = Purses::iter_values().map(|purse| purse.balance).sum();
	let royalties: Balance = Accrued::iter_values().sum();
	let all = WEALTH * EVERYONE.len() as Balance;
	assert_eq!(purses + royalties + Aside::get(), all, "coins moved and none came or went");
	assert_eq!(Royalties::get(), royalties, "what the kinds' creators can collect is there");

	let coins = |asset: &Asset| match asset {
		Asset::Coins(amount) => *amount,
		_ => 0,
	};
	let given = Book::<Test>::iter_values().map(|order| {
		let lot: Balance = order.give.iter().map(coins).sum();
		lot * Balance::from(order.lots)
	});
	let bid = Auctions::<Test>::iter_values().filter_map(|it| Some(it.best?.amount));
	let expected: Balance = given.chain(bid).sum();
	assert_eq!(Aside::get(), expected, "what is set aside is for orders and bids");
	assert_eq!(Market::escrowed(), expected, "the market knows what it has set aside");
}

/// Every purse counts the records that name its avatar.
fn check_consumers() {
	let owners = Holdings::iter_values().map(|holding| holding.owner);
	let stocked = Stacks::iter_keys().map(|(_, avatar)| avatar);
	let makers = Book::<Test>::iter_values().map(|order| order.maker);
	let bidders = Auctions::<Test>::iter_values().filter_map(|it| Some(it.best?.bidder));
	let mut counted = BTreeMap::<AvatarId, u32>::new();
	for avatar in owners.chain(stocked).chain(makers).chain(bidders) {
		*counted.entry(avatar).or_default() += 1;
	}
	for (avatar, purse) in Purses::iter() {
		let expected = counted.get(&avatar).copied().unwrap_or_default();
		assert_eq!(purse.consumers, expected, "records that name avatar {avatar}");
	}
}

/// What the market locks, and nothing else, is in an order or an auction.
fn check_locks() {
	let mut unique = BTreeMap::<UniqueId, (AvatarId, String)>::new();
	let mut units = BTreeMap::<(KindId, AvatarId), u64>::new();
	let mut pledge = |owner: AvatarId, assets: &Assets, lots: u32, lock: Lock| {
		for asset in assets {
			match (*asset, asset.unique()) {
				(_, Some((id, _))) => {
					let before = unique.insert(id, (owner, lock.to_string()));
					assert_eq!(before, None, "{id} is given once");
				},
				(Asset::Units { kind, amount }, _) => {
					*units.entry((kind, owner)).or_default() += amount * u64::from(lots);
				},
				_ => {},
			}
		}
	};
	for (key, order) in Book::<Test>::iter() {
		pledge(order.maker, &order.give, order.lots, Lock::Order(key.into()));
	}
	for (key, auction) in Auctions::<Test>::iter() {
		pledge(auction.seller, &auction.lot, 1, Lock::Auction(key.into()));
	}
	for (asset, holding) in Holdings::iter() {
		let locked = holding.lock.filter(|it| matches!(it, Lock::Order(_) | Lock::Auction(_)));
		let found = locked.map(|lock| (holding.owner, lock.to_string()));
		assert_eq!(found, unique.remove(&asset), "who keeps {asset}");
	}
	assert!(unique.is_empty(), "what is given exists: {unique:?}");
	for (key, stack) in Stacks::iter() {
		assert_eq!(stack.locked, units.remove(&key).unwrap_or_default(), "units of {key:?}");
	}
	assert!(units.is_empty(), "units that are given exist: {units:?}");
}

/// Nothing is held of anyone for what is no more.
fn check_deposits() {
	let orders: Vec<_> = Book::<Test>::iter_values().map(|it| it.payer).collect();
	let auctions: Vec<_> = Auctions::<Test>::iter_values().map(|it| it.payer).collect();
	let times = |payers: &[AccountId], who: &AccountId| -> Balance {
		payers.iter().filter(|payer| *payer == who).map(|_| 1).sum()
	};
	for avatar in EVERYONE {
		let who = owner(avatar);
		assert_eq!(held(avatar), ORDER_DEPOSIT * times(&orders, &who), "for orders of {who}");
		let expected = AUCTION_DEPOSIT * times(&auctions, &who);
		assert_eq!(held_for_auctions(avatar), expected, "for auctions of {who}");
	}
}
