// SPDX-License-Identifier: Apache-2.0
//! Auctions: who bids, who wins and who gets away.

use crate::{mock::*, Error, Event, Price};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{asset::Holding, order::Order, settlement::Refusal};

#[test]
fn a_losing_bidder_has_the_money_back_at_once() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		for (bidder, amount) in [(BOB, 500), (CAROL, 600), (BOB, 700), (TREASURY, 800)] {
			assert_ok!(bid(auction, bidder, amount));
			let poorer = EVERYONE.into_iter().filter(|it| balance(*it) < WEALTH);
			assert_eq!(poorer.collect::<Vec<_>>(), [bidder]);
		}

		// It may be spent before the auction is over.
		let lot = vec![ESTATE.at_version(0)];
		let price = Price::fixed(WEALTH);
		let listing = Listing { lot, price, ..Listing::default() }.rest();
		assert_ok!(buy(listing, BOB, 1, WEALTH));
	});
}

#[test]
fn auction_cannot_be_cancelled_after_a_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));

		assert_noop!(Market::cancel_auction(signed(ALICE), auction), Error::<Test>::HasBid);
		go_to(LATEST + 1);
		assert_noop!(Market::cancel_auction(signed(ALICE), auction), Error::<Test>::HasBid);
		assert_ok!(Market::close_auction(signed(CAROL), auction));
		assert_eq!(holding(SWORD).owner, BOB);
	});
}

#[test]
fn what_is_auctioned_does_not_leave_by_another_path() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(100)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 50));
		let offer = Offer { bidder: CAROL, ..Offer::default() }.rest();

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(Opening::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(Barter::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::Locked);
		assert_eq!(settle_one(sale(ALICE, CAROL, 900, 0)), Some(Refusal::Locked));
		let order = Order { give: side(&[arrows(1)]), ..order_of(ALICE) };
		assert_eq!(settle_one(sign(order, acceptance_of(CAROL))), Some(Refusal::TooFewUnits));
	});
}

#[test]
fn a_seller_who_offers_its_avatar_is_held_to_the_highest_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));
		Players::offer(ALICE);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(BOB), auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert!(purse(ALICE).frozen);
	});
}

#[test]
fn a_bidder_who_offers_its_avatar_is_held_to_its_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, WEALTH));
		Players::offer(BOB);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(ALICE), auction));

		assert_eq!(balance(ALICE), WEALTH + 900);
		assert_eq!(balance(BOB), 0);
	});
}

#[test]
fn nobody_wins_by_bidding_last_or_bids_for_ever() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		go_to(ENDS);
		assert_ok!(bid(auction, BOB, 50));
		// There is time to answer.
		go_to(ENDS + 1);
		assert_ok!(bid(auction, CAROL, 60));
		for (block, amount) in (ENDS + 2..=LATEST).zip((70..).step_by(10)) {
			go_to(block);
			assert_ok!(bid(auction, BOB, amount));
		}

		go_to(LATEST + 1);
		assert_noop!(bid(auction, CAROL, WEALTH), Error::<Test>::AuctionOver);
		assert_ok!(Market::close_auction(signed(CAROL), auction));
	});
}

#[test]
fn a_failed_sale_keeps_nobodys_coins_and_no_lot() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, WEALTH));
		change(SWORD);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(CAROL), auction));

		let reason = Refusal::Moved;
		System::assert_last_event(Event::<Test>::AuctionFailed { auction, reason }.into());
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(holding(SWORD), Holding { owner: ALICE, version: 1, lock: None });
		// Both are free to trade again.
		assert_eq!(settle_one(sale(ALICE, BOB, WEALTH, 1)), None);
	});
}

/// The operator of the world sells in it, and would take the raise back if it liked the bids.
#[test]
fn a_seller_does_not_get_out_of_its_auction_by_raising_the_fee() {
	with_a_sword(|| {
		TheWorld::keep(300);
		let auction = Opening { max_deduction: 300, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 100));
		TheWorld::keep(301);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(BOB), auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert_eq!((balance(ALICE), balance(TREASURY)), (WEALTH + 97, WEALTH + 3));
	});
}
