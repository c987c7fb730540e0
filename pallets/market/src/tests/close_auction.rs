// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Holding,
	ids::{AuctionId, WorldId},
	settlement::Refusal,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Closes it as the owner of Carol's.
fn close(auction: AuctionId) -> DispatchResult {
	Market::close_auction(signed(CAROL), auction)
}

/// The sword, for which Bob has bid 100 and nobody more.
fn won() -> AuctionId {
	let auction = Opening::default().open();
	assert_ok!(bid(auction, BOB, 100));
	go_to(ENDS + 1);
	auction
}

#[test]
fn works() {
	with_a_sword(|| {
		let auction = won();

		assert_ok!(close(auction));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(Market::auction(auction), None);
		let winner = Some(BOB);
		System::assert_last_event(
			Event::AuctionClosed { auction, winner, price: 100, fee: 10, royalty: 0 }.into(),
		);
	});
}

#[test]
fn pays_the_seller_of_what_was_set_aside() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let auction = won();

		assert_ok!(close(auction));

		assert_eq!(balance(BOB), WEALTH - 100);
		assert_eq!(balance(ALICE), WEALTH + 85);
		assert_eq!(balance(TREASURY), WEALTH + 10);
		assert_eq!(accrued(BLADES), 5);
		assert_eq!(aside(), 0);
		let winner = Some(BOB);
		System::assert_last_event(
			Event::AuctionClosed { auction, winner, price: 100, fee: 10, royalty: 5 }.into(),
		);
	});
}

#[test]
fn is_counted_for_the_winner() {
	with_a_sword(|| {
		let auction = won();
		assert_ok!(close(auction));

		assert_eq!((consumers(ALICE), consumers(BOB)), (1, 1));
	});
}

#[test]
fn pays_who_closes_it_of_the_deposit() {
	with_a_sword(|| {
		let auction = won();
		assert_ok!(close(auction));

		assert_eq!(held_for_auctions(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH - SWEEP_REWARD);
		assert_eq!(money(CAROL), WEALTH + SWEEP_REWARD);
	});
}

#[test]
fn who_paid_the_deposit_has_all_of_it_back() {
	with_a_sword(|| {
		let auction = won();
		assert_ok!(Market::close_auction(signed(ALICE), auction));

		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn works_without_a_bid() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(10)];
		let auction = Opening { lot, ..Opening::default() }.open();
		go_to(ENDS + 1);

		assert_ok!(close(auction));

		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		assert_eq!(money(ALICE), WEALTH - SWEEP_REWARD);
		System::assert_last_event(
			Event::AuctionClosed { auction, winner: None, price: 0, fee: 0, royalty: 0 }.into(),
		);
	});
}

#[test]
fn works_for_a_bundle() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), ESTATE.at_version(0), arrows(100)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 50));
		go_to(ENDS + 1);

		assert_ok!(close(auction));

		assert_eq!([SWORD, ESTATE].map(|it| holding(it).owner), [BOB; 2]);
		assert_eq!(stack(ARROWS, BOB), (200, 0));
		assert_eq!(stack(ARROWS, ALICE), (0, 0));
	});
}

#[test]
fn fails_while_it_runs() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));

		for block in [NOW, ENDS] {
			go_to(block);
			for who in [ALICE, BOB, CAROL] {
				assert_noop!(
					Market::close_auction(signed(who), auction),
					Error::<Test>::AuctionRuns
				);
			}
		}
	});
}

#[test]
fn fails_while_a_late_bid_has_put_the_end_off() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		go_to(ENDS);
		assert_ok!(bid(auction, BOB, 50));

		go_to(ENDS + 5);
		assert_noop!(close(auction), Error::<Test>::AuctionRuns);
		go_to(ENDS + 6);
		assert_ok!(close(auction));
	});
}

/// They promised before: an avatar that is offered for sale keeps what it promised.
#[test]
fn works_while_seller_and_winner_are_offered() {
	with_a_sword(|| {
		let auction = won();
		Players::offer(ALICE);
		Players::offer(BOB);

		assert_ok!(close(auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert_eq!(balance(ALICE), WEALTH + 90);
	});
}

#[test]
fn works_once_seller_and_winner_are_sold() {
	with_a_sword(|| {
		let auction = won();
		Players::sell(ALICE, owner(CAROL));
		Players::sell(BOB, owner(CAROL));

		assert_ok!(Market::close_auction(signed(BOB), auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert_eq!(balance(ALICE), WEALTH + 90);
		assert_eq!(money(ALICE), WEALTH - SWEEP_REWARD);
	});
}

#[test]
fn a_suspended_world_keeps_its_fee_and_a_closed_one_nothing() {
	for (end, fee) in [(TheWorld::suspend as fn(), 10), (TheWorld::close as fn(), 0)] {
		with_a_sword(|| {
			let auction = won();
			end();

			assert_ok!(close(auction));

			assert_eq!(balance(TREASURY), WEALTH + fee);
			assert_eq!(balance(ALICE), WEALTH + 100 - fee);
		});
	}
}

#[test]
fn the_fee_is_no_higher_than_when_it_was_opened() {
	for (rate, fee) in [(1_001, 10), (9_000, 10), (1_000, 10), (200, 2), (0, 0)] {
		with_a_sword(|| {
			let auction = Opening { max_deduction: 1_000, ..Opening::default() }.open();
			TheWorld::keep(rate);
			assert_ok!(bid(auction, BOB, 100));
			go_to(ENDS + 1);

			assert_ok!(close(auction));

			assert_eq!(balance(TREASURY), WEALTH + fee);
			assert_eq!(balance(ALICE), WEALTH + 100 - fee);
			let winner = Some(BOB);
			System::assert_last_event(
				Event::AuctionClosed { auction, winner, price: 100, fee, royalty: 0 }.into(),
			);
		});
	}
}

#[test]
fn the_fee_goes_to_whom_it_goes_when_it_is_closed() {
	with_a_sword(|| {
		let auction = won();
		TheWorld::keep_for(CAROL, 2_000);

		assert_ok!(close(auction));

		assert_eq!((balance(TREASURY), balance(CAROL)), (WEALTH, WEALTH + 10));
	});
}

#[test]
fn everything_goes_back_if_the_lot_can_not_be_sold() {
	let spoiled: [(fn(), Refusal); 4] = [
		(|| bind(BLADES), Refusal::Soulbound),
		(|| set_home(BLADES, WorldId(8)), Refusal::NotTradableHere),
		(|| set_royalty(BLADES, 1), Refusal::DeductionTooHigh),
		(|| change(ESTATE), Refusal::Moved),
	];
	for (spoil, reason) in spoiled {
		with_goods(|| {
			let lot = vec![SWORD.at_version(0), ESTATE.at_version(0), arrows(10)];
			let auction = Opening { lot, max_deduction: 1_000, ..Opening::default() }.open();
			assert_ok!(bid(auction, BOB, 100));
			spoil();
			go_to(ENDS + 1);

			assert_ok!(close(auction));

			assert_eq!(Market::auction(auction), None);
			assert_eq!(holding(SWORD), Holding::new(ALICE));
			assert_eq!((holding(ESTATE).owner, holding(ESTATE).lock), (ALICE, None));
			assert_eq!(stack(ARROWS, ALICE), (100, 0));
			assert_eq!(EVERYONE.map(balance), [WEALTH; 4]);
			assert_eq!(consumers(BOB), 2);
			assert_eq!(held_for_auctions(ALICE), 0);
			System::assert_last_event(Event::AuctionFailed { auction, reason }.into());
		});
	}
}

#[test]
fn fails_when_there_is_no_auction() {
	with_a_sword(|| {
		assert_noop!(close(AuctionId(0)), Error::<Test>::UnknownAuction);
	});
}

#[test]
fn fails_the_second_time() {
	with_a_sword(|| {
		let auction = won();
		assert_ok!(close(auction));

		assert_noop!(close(auction), Error::<Test>::UnknownAuction);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let auction = won();

		assert_noop!(
			Market::close_auction(RuntimeOrigin::root(), auction),
			DispatchError::BadOrigin
		);
	});
}
