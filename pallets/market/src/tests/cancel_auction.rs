// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{asset::Holding, ids::AuctionId};
use sp_runtime::{DispatchError, DispatchResult};

/// Cancels it as the owner of Alice's.
fn cancel(auction: AuctionId) -> DispatchResult {
	Market::cancel_auction(signed(ALICE), auction)
}

#[test]
fn works() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(10)];
		let auction = Opening { lot, ..Opening::default() }.open();

		assert_ok!(cancel(auction));

		assert_eq!(Market::auction(auction), None);
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		System::assert_last_event(Event::AuctionCancelled { auction }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(cancel(auction));

		assert_eq!(held_for_auctions(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn works_after_the_last_block() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		go_to(ENDS + 1);

		assert_ok!(cancel(auction));
	});
}

#[test]
fn works_while_the_seller_is_offered() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		Players::offer(ALICE);

		assert_ok!(cancel(auction));
	});
}

#[test]
fn works_when_the_world_is_closed_or_suspended() {
	for end in [TheWorld::close, TheWorld::suspend] {
		with_a_sword(|| {
			let auction = Opening::default().open();
			end();

			assert_ok!(cancel(auction));
		});
	}
}

#[test]
fn works_when_the_lot_could_not_be_sold() {
	with_a_sword(|| {
		let lot = vec![SWORD.at_version(0), ESTATE.at_version(0)];
		let auction = Opening { lot, ..Opening::default() }.open();
		bind(BLADES);
		change(ESTATE);

		assert_ok!(cancel(auction));

		assert_eq!(holding(ESTATE), Holding { owner: ALICE, version: 1, lock: None });
	});
}

#[test]
fn works_for_who_bought_the_sellers_avatar() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(cancel(auction), Error::<Test>::NotOwner);
		assert_ok!(Market::cancel_auction(signed(CAROL), auction));

		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn fails_when_there_is_a_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));

		assert_noop!(cancel(auction), Error::<Test>::HasBid);
		go_to(ENDS + 1);
		assert_noop!(cancel(auction), Error::<Test>::HasBid);
	});
}

#[test]
fn fails_for_anyone_but_the_seller() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(Market::cancel_auction(signed(BOB), auction), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_when_there_is_no_auction() {
	with_a_sword(|| {
		assert_noop!(cancel(AuctionId(0)), Error::<Test>::UnknownAuction);
		let auction = Opening::default().open();
		assert_ok!(cancel(auction));
		assert_noop!(cancel(auction), Error::<Test>::UnknownAuction);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let auction = Opening::default().open();

		assert_noop!(
			Market::cancel_auction(RuntimeOrigin::root(), auction),
			DispatchError::BadOrigin
		);
	});
}
