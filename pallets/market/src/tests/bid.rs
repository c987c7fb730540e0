// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Auctions, Bid, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::{AuctionId, AvatarId, WorldId},
	key::AuctionKey,
};
use sp_runtime::DispatchError;

/// The highest bid.
fn best(auction: AuctionId) -> Option<(AvatarId, Balance)> {
	let best = Market::auction(auction).expect("it is open").best;
	best.map(|Bid { bidder, amount }| (bidder, amount))
}

/// The last block for bids.
fn ends(auction: AuctionId) -> BlockNumber {
	Market::auction(auction).expect("it is open").ends
}

#[test]
fn works() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_ok!(bid(auction, BOB, 50));

		assert_eq!(best(auction), Some((BOB, 50)));
		assert_eq!(holding(SWORD).owner, ALICE);
		System::assert_last_event(
			Event::BidPlaced { auction, bidder: BOB, amount: 50, ends: ENDS }.into(),
		);
	});
}

#[test]
fn sets_the_coins_aside() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_ok!(bid(auction, BOB, 70));

		assert_eq!(balance(BOB), WEALTH - 70);
		assert_eq!(balance(ALICE), WEALTH);
		assert_eq!(aside(), 70);
	});
}

#[test]
fn is_counted_for_the_bidder_while_it_is_the_best() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_ok!(bid(auction, BOB, 50));
		assert_eq!((consumers(BOB), consumers(CAROL)), (1, 0));
		assert_ok!(bid(auction, CAROL, 60));
		assert_eq!((consumers(BOB), consumers(CAROL)), (0, 1));
	});
}

#[test]
fn the_bid_before_is_paid_back_at_once() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));

		assert_ok!(bid(auction, CAROL, 60));

		assert_eq!(best(auction), Some((CAROL, 60)));
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(balance(CAROL), WEALTH - 60);
		assert_eq!(aside(), 60);
	});
}

#[test]
fn the_bid_before_is_paid_back_though_its_bidder_is_offered_or_sold() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));
		Players::offer(BOB);
		assert_ok!(bid(auction, CAROL, 60));
		assert_eq!(balance(BOB), WEALTH);

		Players::sell(CAROL, owner(ALICE));
		assert_ok!(bid(auction, TREASURY, 70));
		assert_eq!(balance(CAROL), WEALTH);
	});
}

#[test]
fn a_bidder_may_raise_its_own_bid_with_the_coins_of_it() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 600));

		assert_ok!(bid(auction, BOB, WEALTH));

		assert_eq!(balance(BOB), 0);
		assert_eq!(aside(), WEALTH);
		assert_eq!(consumers(BOB), 1);
	});
}

#[test]
fn fails_below_the_reserve() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		for amount in [0, 49] {
			assert_noop!(bid(auction, BOB, amount), Error::<Test>::BidTooLow);
		}
	});
}

#[test]
fn fails_below_the_least_raise() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 55));

		for amount in [0, 50, 55, 64] {
			assert_noop!(bid(auction, CAROL, amount), Error::<Test>::BidTooLow);
		}
		assert_ok!(bid(auction, CAROL, 65));
	});
}

#[test]
fn fails_when_no_bid_could_be_higher() {
	with_a_sword(|| {
		let auction = Opening { least_raise: Balance::MAX, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 50));

		assert_noop!(bid(auction, CAROL, Balance::MAX), Error::<Test>::BidTooLow);
	});
}

#[test]
fn works_in_the_last_block() {
	with_a_sword(|| {
		let auction = Opening { extension: 0, ..Opening::default() }.open();
		go_to(ENDS);

		assert_ok!(bid(auction, BOB, 50));

		assert_eq!(ends(auction), ENDS);
	});
}

#[test]
fn fails_after_the_last_block() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		go_to(ENDS + 1);

		assert_noop!(bid(auction, BOB, 50), Error::<Test>::AuctionOver);
	});
}

#[test]
fn a_late_bid_puts_the_end_off() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		for (block, amount, expected) in
			[(44, 50, 50), (45, 60, 50), (46, 70, 51), (51, 80, 56), (56, 90, 61)]
		{
			go_to(block);

			assert_ok!(bid(auction, BOB, amount));

			assert_eq!(ends(auction), expected, "after a bid in block {block}");
			System::assert_last_event(
				Event::BidPlaced { auction, bidder: BOB, amount, ends: expected }.into(),
			);
		}
		go_to(62);
		assert_noop!(bid(auction, CAROL, 100), Error::<Test>::AuctionOver);
	});
}

#[test]
fn the_end_is_put_off_to_the_latest_block_and_no_further() {
	with_a_sword(|| {
		let auction = Opening { extension: 15, ..Opening::default() }.open();
		for (block, amount, expected) in [(50, 50, 65), (60, 60, LATEST), (LATEST, 70, LATEST)] {
			go_to(block);

			assert_ok!(bid(auction, BOB, amount));

			assert_eq!(ends(auction), expected, "after a bid in block {block}");
		}
		go_to(LATEST + 1);
		assert_noop!(bid(auction, CAROL, 100), Error::<Test>::AuctionOver);
	});
}

#[test]
fn an_early_bid_brings_no_end_forward() {
	with_a_sword(|| {
		let auction = Opening { extension: u32::MAX, ..Opening::default() }.open();

		assert_ok!(bid(auction, BOB, 50));
		assert_eq!(ends(auction), LATEST);

		let other = vec![ESTATE.at_version(0)];
		let auction = Opening { lot: other, extension: 5, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 50));
		assert_eq!(ends(auction), ENDS);
	});
}

#[test]
fn fails_for_the_seller() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(bid(auction, ALICE, 50), Error::<Test>::SelfTrade);
	});
}

#[test]
fn fails_with_too_few_coins() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(bid(auction, BOB, WEALTH + 1), Error::<Test>::TooFewCoins);
	});
}

#[test]
fn the_same_coins_are_not_bid_twice() {
	with_a_sword(|| {
		let first = Opening::default().open();
		let lot = vec![ESTATE.at_version(0)];
		let second = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(first, BOB, 600));

		assert_noop!(bid(second, BOB, 401), Error::<Test>::TooFewCoins);
		assert_ok!(bid(second, BOB, 400));
	});
}

#[test]
fn works_while_the_seller_is_offered_or_was_sold() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		Players::offer(ALICE);
		assert_ok!(bid(auction, BOB, 50));

		Players::sell(ALICE, owner(CAROL));
		assert_ok!(bid(auction, CAROL, 60));
	});
}

#[test]
fn works_when_the_world_is_closed_or_suspended() {
	for end in [TheWorld::close, TheWorld::suspend] {
		with_a_sword(|| {
			let auction = Opening::default().open();
			end();

			assert_ok!(bid(auction, BOB, 50));
		});
	}
}

#[test]
fn works_though_the_fee_has_risen() {
	with_a_sword(|| {
		let auction = Opening { max_deduction: 1_000, ..Opening::default() }.open();
		TheWorld::keep(1_001);

		assert_ok!(bid(auction, BOB, 50));
	});
}

/// Else coins would be tied up for what can't be sold.
#[test]
fn fails_when_the_lot_could_not_be_sold_now() {
	with_a_sword(|| {
		let auction = Opening { max_deduction: 1_000, ..Opening::default() }.open();
		let estate = vec![ESTATE.at_version(0)];
		let land = Opening { lot: estate, ..Opening::default() }.open();

		set_royalty(BLADES, 1);
		assert_noop!(bid(auction, BOB, 50), Error::<Test>::DeductionTooHigh);
		bind(BLADES);
		assert_noop!(bid(auction, BOB, 50), Error::<Test>::Soulbound);
		set_home(BLADES, WorldId(8));
		assert_noop!(bid(auction, BOB, 50), Error::<Test>::NotTradableHere);
		change(ESTATE);
		assert_noop!(bid(land, BOB, 50), Error::<Test>::Moved);
	});
}

#[test]
fn fails_while_the_bidder_is_offered() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		Players::offer(BOB);

		assert_noop!(bid(auction, BOB, 50), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_for_another_accounts_avatar() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(
			Market::bid(signed(CAROL), auction, BOB, 50),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(
			Market::bid(signed(BOB), auction, NOBODY, 50),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_there_is_no_auction() {
	with_a_sword(|| {
		assert_noop!(bid(AuctionId(0), BOB, 50), Error::<Test>::UnknownAuction);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(
			Market::bid(RuntimeOrigin::root(), auction, BOB, 50),
			DispatchError::BadOrigin
		);
		assert_eq!(Auctions::<Test>::get(AuctionKey::from(auction)).map(|it| it.best), Some(None));
	});
}
