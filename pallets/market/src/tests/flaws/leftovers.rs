// SPDX-License-Identifier: Apache-2.0
//! What is left of orders and offers once they are cancelled, expired or overtaken.

use crate::{mock::*, Error, Price, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding},
	ids::{AvatarId, OrderId},
	order::Cancellation,
	settlement::Refusal,
};
use sp_runtime::DispatchError;

#[test]
fn a_listing_does_not_outlive_a_transfer() {
	with_a_sword(|| {
		let listing = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		let signed_before = sale(ALICE, BOB, 1, 0);
		assert_ok!(Market::cancel(signed(ALICE), listing));
		give_away(SWORD, CAROL);
		give_away(SWORD, ALICE);

		// It is where it was, and worth more now.
		assert_noop!(buy(listing, BOB, 1, 1), Error::<Test>::UnknownOrder);
		assert_eq!(settle_one(signed_before), Some(Refusal::Moved));
		assert_eq!(holding(SWORD).owner, ALICE);
	});
}

#[test]
fn a_new_owners_item_is_not_for_sale_at_the_old_owners_price() {
	with_a_sword(|| {
		let listing = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(buy(listing, BOB, 1, 1), Error::<Test>::OrderVoid);
		assert_ok!(Market::sweep(signed(BOB), listing));
		assert_eq!(holding(SWORD), Holding::new(ALICE));
	});
}

#[test]
fn an_order_of_a_former_owner_is_dead_though_it_buys_the_avatar_back() {
	with_goods(|| {
		let listing = Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let trade = sale(ALICE, BOB, 1, 0);
		Players::sell(ALICE, owner(CAROL));
		Players::sell(ALICE, owner(ALICE));

		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::OrderVoid);
		assert_noop!(Market::accept_barter(signed(BOB), barter, ALL), Error::<Test>::OrderVoid);
		assert_eq!(settle_one(trade), Some(Refusal::NumberVoid));
	});
}

#[test]
fn a_cancel_cancels() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let listing = Listing::default().rest();
		let offer = Offer { wanted: Wanted::OfKind(BLADES), ..Offer::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let auction = Opening { lot: vec![ESTATE.at_version(0)], ..Opening::default() }.open();
		let trade = sale_of(DAGGER, ALICE, BOB, 1, 0);

		assert_ok!(Market::cancel(signed(ALICE), listing));
		assert_ok!(Market::cancel(signed(BOB), offer));
		assert_ok!(Market::cancel(signed(ALICE), barter));
		assert_ok!(Market::cancel_auction(signed(ALICE), auction));
		let one = Cancellation::One { lane: 1, number: 0 };
		assert_ok!(Market::cancel_signed(signed(ALICE), ALICE, one));

		for block in [NOW, UNTIL, UNTIL + 1] {
			go_to(block);
			assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::UnknownOrder);
			assert_noop!(
				accept_offer(offer, ALICE, SWORD.at_version(0)),
				Error::<Test>::UnknownOrder
			);
			assert_noop!(
				Market::accept_barter(signed(BOB), barter, ALL),
				Error::<Test>::UnknownOrder
			);
			assert_noop!(bid(auction, BOB, 50), Error::<Test>::UnknownAuction);
			assert_noop!(
				Market::close_auction(signed(BOB), auction),
				Error::<Test>::UnknownAuction
			);
			assert!(settle_one(trade.clone()).is_some());
		}
		assert_eq!([ALICE, BOB].map(balance), [WEALTH; 2]);
		assert_eq!([SWORD, DAGGER, ESTATE].map(|it| holding(it).owner), [ALICE; 3]);
	});
}

#[test]
fn every_losing_offer_can_be_taken_back() {
	with_a_sword(|| {
		let offers = [BOB, CAROL, TREASURY]
			.map(|bidder| (bidder, Offer { bidder, price: 400, ..Offer::default() }.rest()));
		assert_ok!(accept_offer(offers[0].1, ALICE, SWORD.at_version(0)));

		assert_ok!(Market::cancel(signed(CAROL), offers[1].1));
		go_to(UNTIL + 1);
		assert_ok!(Market::sweep(signed(BOB), offers[2].1));
		assert_eq!([CAROL, TREASURY].map(balance), [WEALTH, WEALTH + 40]);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn an_offer_without_the_coins_is_none() {
	with_a_sword(|| {
		assert_noop!(
			Offer { price: WEALTH + 1, ..Offer::default() }.by(BOB),
			DispatchError::Other("too few coins")
		);
		// The same coins do not stand behind two.
		Offer { price: 600, ..Offer::default() }.rest();
		assert_noop!(
			Offer { price: 401, ..Offer::default() }.by(BOB),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn what_comes_back_is_what_was_set_aside_and_nothing_else() {
	with_a_sword(|| {
		let first = Offer { price: 300, ..Offer::default() }.rest();
		Offer { bidder: CAROL, price: 500, ..Offer::default() }.rest();

		assert_ok!(Market::cancel(signed(BOB), first));

		assert_eq!((balance(BOB), balance(CAROL)), (WEALTH, WEALTH - 500));
		assert_eq!(aside(), 500);
		assert_noop!(Market::cancel(signed(BOB), first), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn an_expired_offer_is_not_accepted() {
	with_goods(|| {
		let offer = Offer::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let listing = Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
		let trade = sale(ALICE, BOB, 50, 0);
		go_to(UNTIL + 1);

		assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::Expired);
		assert_noop!(Market::accept_barter(signed(BOB), barter, ALL), Error::<Test>::Expired);
		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::Expired);
		assert_eq!(settle_one(trade), Some(Refusal::Expired));
	});
}

#[test]
fn an_expired_order_locks_nothing_for_ever() {
	with_goods(|| {
		let orders = [
			Listing::default().rest(),
			Offer { price: WEALTH, ..Offer::default() }.rest(),
			Barter { give: vec![arrows(100)], ..Barter::default() }.rest(),
		];
		Players::offer(ALICE);
		TheWorld::close();
		go_to(UNTIL + 1);

		for order in orders {
			assert_ok!(Market::sweep(RuntimeOrigin::signed(settler()), order));
		}
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(held(ALICE) + held(BOB), 0);
	});
}

#[test]
fn nothing_is_gained_by_sweeping_ones_own() {
	with_a_sword(|| {
		for number in 0..3 {
			let order = Listing { until: number + 1, ..Listing::default() };
			go_to(number + 1);
			let order = order.rest();
			go_to(number + 2);
			assert_ok!(Market::sweep(signed(ALICE), order));
		}

		assert_eq!(money(ALICE), WEALTH);
	});
}

/// An issuer, or a world's server, writes what others have for sale.
#[test]
fn nothing_is_earned_by_changing_what_others_have_for_sale() {
	with_goods(|| {
		let orders = [
			Listing::default().rest(),
			Barter { give: vec![ESTATE.at_version(0), Asset::Coins(5)], ..Barter::default() }
				.rest(),
		];
		change(SWORD);
		change(ESTATE);

		for order in orders {
			assert_ok!(Market::sweep(signed(CAROL), order));
		}

		assert_eq!([ALICE, CAROL].map(money), [WEALTH; 2]);
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn a_world_that_is_closed_keeps_nothing_of_anyones() {
	with_goods(|| {
		let listing = Listing::default().rest();
		let offer = Offer::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let lot = vec![ESTATE.at_version(0)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, CAROL, 50));
		TheWorld::close();

		assert_ok!(Market::cancel(signed(ALICE), listing));
		assert_ok!(Market::cancel(signed(BOB), offer));
		assert_ok!(Market::cancel(signed(ALICE), barter));
		go_to(ENDS + 1);
		assert_ok!(Market::close_auction(signed(ALICE), auction));
		assert_eq!(EVERYONE.map(money), [WEALTH; 4]);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn a_suspended_world_stops_what_is_new_and_binds_nobody() {
	with_a_sword(|| {
		let listing = Listing::default().rest();
		TheWorld::suspend();

		assert_noop!(Offer::default().by(BOB), DispatchError::Other("suspended"));
		assert_noop!(
			unweighed(settle(1, [sale(ALICE, BOB, 1, 0)])),
			DispatchError::Other("suspended")
		);
		assert_ok!(Market::cancel(signed(ALICE), listing));
		TheWorld::resume();
		assert_ok!(Offer::default().by(BOB));
	});
}

#[test]
fn everything_comes_back_in_the_end() {
	with_goods(|| {
		let orders: Vec<(AvatarId, OrderId)> = vec![
			(ALICE, Listing { lot: vec![arrows(10)], lots: 3, ..Listing::default() }.rest()),
			(BOB, Offer { wanted: Wanted::OfKind(BLADES), lots: 2, ..Offer::default() }.rest()),
			(
				CAROL,
				Barter { maker: CAROL, give: vec![Asset::Coins(9)], ..Barter::default() }.rest(),
			),
		];
		let auction = Opening::default().open();
		assert_ok!(bid(auction, CAROL, 50));
		assert_ok!(bid(auction, BOB, 60));
		go_to(UNTIL + 1);

		for (maker, order) in orders {
			assert_ok!(Market::sweep(signed(maker), order));
		}
		assert_ok!(Market::close_auction(signed(ALICE), auction));

		assert_eq!(EVERYONE.map(money), [WEALTH; 4]);
		assert_eq!(aside(), 0);
		assert_eq!(EVERYONE.map(balance), [WEALTH + 6, WEALTH + 54, WEALTH - 60, WEALTH]);
		assert_eq!(EVERYONE.map(consumers), [0, 2, 3, 1]);
	});
}
