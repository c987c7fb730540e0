// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{
	mock::*, Auction, Auctions, Bid, Book, HoldReason, NextAuctionId, NextOrderId, Price,
	RestingOrder, Want, Wanted,
};
use frame_support::{
	assert_ok,
	storage::with_transaction,
	traits::{fungible::MutateHold, tokens::Precision},
};
use freehold_primitives::{
	asset::{Asset, Holding, Lock, Stack},
	chain::{AccountId, Balance},
	ids::{AuctionId, OrderId},
	key::{AuctionKey, OrderKey},
	purse::Purse,
	settlement::Store,
};
use sp_runtime::{DispatchError, TransactionOutcome};

const LISTING: OrderId = OrderId(0);
const OFFER: OrderId = OrderId(1);
const BARTER: OrderId = OrderId(2);
const AUCTION: AuctionId = AuctionId(0);

/// Breaks the state of a sound market and mends it again, so that the closing check passes. Alice
/// has listed her sword, and gives ten arrows and thirty coins for arrows of Bob's; Bob has an offer
/// for a blade, and Carol a bid for Alice's estate.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	with_goods(|| {
		Listing::default().rest();
		Offer { wanted: Wanted::OfKind(BLADES), ..Offer::default() }.rest();
		let give = vec![arrows(10), Asset::Coins(30)];
		Barter { give, ..Barter::default() }.rest();
		let lot = vec![ESTATE.at_version(0)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, CAROL, 60));
		let _ = with_transaction(|| {
			breaking();
			assert_eq!(Market::do_try_state(), Err(message.into()));
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

fn change_order(order: OrderId, change: impl FnOnce(&mut RestingOrder<AccountId>)) {
	Book::<Test>::mutate_extant(OrderKey::from(order), change);
}

fn change_auction(change: impl FnOnce(&mut Auction<AccountId>)) {
	Auctions::<Test>::mutate_extant(AuctionKey::from(AUCTION), change);
}

/// Takes a unit of what is held of Alice's owner.
fn release(reason: HoldReason) {
	assert_ok!(Balances::release(&reason.into(), &owner(ALICE), 1, Precision::Exact));
}

/// Holds a unit more of Alice's owner.
fn hold(reason: HoldReason) {
	assert_ok!(Balances::hold(&reason.into(), &owner(ALICE), 1));
}

#[test]
fn a_sound_market_is_sound() {
	with_goods(|| {
		assert_eq!(Market::do_try_state(), Ok(()));
		Listing::default().rest();
		assert_eq!(Market::do_try_state(), Ok(()));
	});
}

#[test]
fn an_order_whose_id_was_not_given_out_is_noticed() {
	assert_noticed("M1: an order's id was not given out", || {
		NextOrderId::<Test>::put(BARTER);
	});
}

#[test]
fn an_auction_whose_id_was_not_given_out_is_noticed() {
	assert_noticed("M1: an auction's id was not given out", || {
		NextAuctionId::<Test>::put(AUCTION);
	});
}

#[test]
fn a_listed_asset_that_does_not_exist_is_noticed() {
	assert_noticed("M2: an asset in the market does not exist", || {
		change_order(LISTING, |order| order.give = side(&[DAGGER.at_version(0)]));
	});
}

#[test]
fn an_unlocked_listing_is_noticed() {
	assert_noticed("M2: an asset in the market is not locked with its seller", || {
		Records.set_holding(SWORD, Holding::new(ALICE));
	});
}

#[test]
fn a_listing_of_anothers_asset_is_noticed() {
	assert_noticed("M2: an asset in the market is not locked with its seller", || {
		let lock = Some(Lock::Order(LISTING));
		Records.set_holding(SWORD, Holding { lock, ..Holding::new(BOB) });
	});
}

#[test]
fn a_listing_that_another_order_locks_is_noticed() {
	assert_noticed("M2: an asset in the market is not locked with its seller", || {
		lock(SWORD, Lock::Order(BARTER));
	});
}

#[test]
fn an_unlocked_lot_of_an_auction_is_noticed() {
	assert_noticed("M2: an asset in the market is not locked with its seller", || {
		Records.set_holding(ESTATE, Holding::new(ALICE));
	});
}

#[test]
fn units_that_are_not_locked_are_noticed() {
	assert_noticed("M3: other units are locked than orders and auctions have", || {
		Records.set_units(ARROWS, ALICE, Stack { free: 91, locked: 9 });
	});
}

#[test]
fn units_that_are_locked_for_nothing_are_noticed() {
	assert_noticed("M3: other units are locked than orders and auctions have", || {
		Records.set_units(ARROWS, ALICE, Stack { free: 89, locked: 11 });
	});
}

#[test]
fn units_beyond_counting_are_noticed() {
	assert_noticed("M3: more units are locked than can be counted", || {
		change_order(BARTER, |order| {
			order.give = side(&[arrows(u64::MAX), arrows(1), Asset::Coins(30)]);
		});
	});
}

#[test]
fn a_listing_without_a_price_is_noticed() {
	assert_noticed("M4: an order makes no sense", || {
		change_order(LISTING, |order| order.want = Want::Price(Price::fixed(0)));
	});
}

#[test]
fn a_price_that_rises_is_noticed() {
	assert_noticed("M4: an order makes no sense", || {
		let price = Price { start: 1, end: 2, from: 0, to: 9 };
		change_order(LISTING, |order| order.want = Want::Price(price));
	});
}

#[test]
fn an_order_without_lots_is_noticed() {
	assert_noticed("M4: an order makes no sense", || {
		change_order(OFFER, |order| order.lots = 0);
	});
}

#[test]
fn an_order_that_gives_nothing_is_noticed() {
	assert_noticed("M4: an order makes no sense", || {
		change_order(OFFER, |order| order.give = side(&[]));
	});
}

#[test]
fn an_order_for_its_own_maker_is_noticed() {
	assert_noticed("M4: an order is for its own maker", || {
		change_order(LISTING, |order| order.taker = Some(ALICE));
	});
}

#[test]
fn a_barter_for_nobody_is_noticed() {
	assert_noticed("M4: a barter is for nobody", || {
		change_order(BARTER, |order| order.taker = None);
	});
}

#[test]
fn an_order_that_rests_for_too_long_is_noticed() {
	assert_noticed("M4: an order rests for too long", || {
		change_order(OFFER, |order| order.until = NOW + MAX_REST + 1);
	});
}

#[test]
fn an_order_of_an_owner_to_come_is_noticed() {
	assert_noticed("M4: an order was made under an owner that its maker never had", || {
		change_order(OFFER, |order| order.tenure = 1);
	});
}

#[test]
fn an_order_of_another_account_is_noticed() {
	assert_noticed("M4: an order was made under an owner that its maker never had", || {
		change_order(OFFER, |order| order.payer = owner(CAROL));
	});
}

#[test]
fn an_auction_of_nothing_is_noticed() {
	assert_noticed("M5: an auction sells nothing", || {
		change_auction(|auction| auction.lot = side(&[]));
	});
}

#[test]
fn an_auction_of_coins_is_noticed() {
	assert_noticed("M5: an auction sells nothing", || {
		change_auction(|auction| auction.lot = side(&[Asset::Coins(1)]));
	});
}

#[test]
fn an_auction_without_a_reserve_or_a_raise_is_noticed() {
	assert_noticed("M5: the bids of an auction do not have to rise", || {
		change_auction(|auction| auction.reserve = 0);
	});
	assert_noticed("M5: the bids of an auction do not have to rise", || {
		change_auction(|auction| auction.least_raise = 0);
	});
}

#[test]
fn an_auction_that_lasts_too_long_is_noticed() {
	assert_noticed("M5: an auction lasts too long", || {
		change_auction(|auction| auction.latest = NOW + MAX_AUCTION + 1);
	});
	assert_noticed("M5: an auction lasts too long", || {
		change_auction(|auction| auction.ends = LATEST + 1);
	});
}

#[test]
fn an_auction_that_would_be_sold_for_too_little_is_noticed() {
	assert_noticed("M5: a world keeps more of an auction than its seller agreed to", || {
		change_auction(|auction| auction.max_deduction = auction.fee - 1);
	});
}

#[test]
fn a_bid_below_the_reserve_is_noticed() {
	assert_noticed("M5: a bid is below the reserve", || {
		change_auction(|auction| auction.reserve = 61);
	});
}

#[test]
fn a_bid_of_the_seller_is_noticed() {
	assert_noticed("M5: a seller bids for its own", || {
		change_auction(|auction| auction.best = Some(Bid { bidder: ALICE, amount: 60 }));
	});
}

#[test]
fn coins_beyond_counting_are_noticed() {
	assert_noticed("M6: more coins are set aside than can be counted", || {
		change_auction(|auction| {
			auction.best = Some(Bid { bidder: CAROL, amount: Balance::MAX });
		});
	});
}

#[test]
fn a_missing_deposit_of_an_order_is_noticed() {
	assert_noticed("M7: deposits do not match the orders", || release(HoldReason::Order));
}

#[test]
fn a_stuck_deposit_of_an_order_is_noticed() {
	assert_noticed("M7: deposits do not match the orders", || hold(HoldReason::Order));
}

#[test]
fn a_missing_deposit_of_an_auction_is_noticed() {
	assert_noticed("M7: deposits do not match the auctions", || release(HoldReason::Auction));
}

#[test]
fn a_stuck_deposit_of_an_auction_is_noticed() {
	assert_noticed("M7: deposits do not match the auctions", || hold(HoldReason::Auction));
}

#[test]
fn an_order_that_is_not_counted_is_noticed() {
	assert_noticed("M8: an avatar's orders and bids are not counted", || {
		Records.set_purse(BOB, Purse { consumers: 0, ..purse(BOB) });
	});
}

#[test]
fn a_bid_that_is_not_counted_is_noticed() {
	assert_noticed("M8: an avatar's orders and bids are not counted", || {
		Records.set_purse(CAROL, Purse { consumers: 0, ..purse(CAROL) });
	});
}

#[test]
fn a_bid_of_an_avatar_that_is_gone_is_noticed() {
	assert_noticed("M8: an order names an avatar that is gone", || {
		change_auction(|auction| auction.best = Some(Bid { bidder: NOBODY, amount: 60 }));
	});
}
