// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::asset::Holding;
use sp_runtime::DispatchError;

#[test]
fn works() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_ok!(Market::cancel(signed(ALICE), SWORD));

		assert_eq!(Market::listing(SWORD), None);
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		System::assert_last_event(Event::ListingCancelled { asset: SWORD }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		assert_ok!(Market::cancel(signed(ALICE), SWORD));

		assert_eq!(held(ALICE), 0);
		assert_eq!(Balances::free_balance(owner(ALICE)), 1_000);
	});
}

#[test]
fn leaves_nothing_to_buy() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		assert_ok!(Market::cancel(signed(ALICE), SWORD));

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 50), Error::<Test>::UnknownListing);
	});
}

#[test]
fn works_when_the_world_is_closed() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		TheWorld::close();

		assert_ok!(Market::cancel(signed(ALICE), SWORD));

		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn fails_while_the_seller_is_offered() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		Players::offer(ALICE);

		assert_noop!(Market::cancel(signed(ALICE), SWORD), DispatchError::Other("offered"));
	});
}

#[test]
fn works_for_anyone_once_the_sellers_avatar_is_sold() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		Players::sell(ALICE, owner(CAROL));

		assert_ok!(Market::cancel(signed(BOB), SWORD));

		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(held(ALICE), 0);
		assert_eq!(Balances::free_balance(owner(ALICE)), 1_000);
	});
}

#[test]
fn fails_when_nothing_is_listed() {
	with_a_sword(|| {
		assert_noop!(Market::cancel(signed(ALICE), SWORD), Error::<Test>::UnknownListing);
	});
}

#[test]
fn fails_for_anyone_but_the_seller() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_noop!(Market::cancel(signed(BOB), SWORD), DispatchError::Other("not yours"));
	});
}
