// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{asset::Holding, settlement::Store};
use sp_runtime::DispatchError;

#[test]
fn works() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 50));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(Market::listing(SWORD), None);
		System::assert_last_event(
			Event::Sold { asset: SWORD, seller: ALICE, buyer: BOB, price: 50 }.into(),
		);
	});
}

#[test]
fn pays_the_seller_less_the_fee() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 59));

		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 59));

		assert_eq!(balance(BOB), 941);
		assert_eq!(balance(ALICE), 1_054);
		assert_eq!(balance(TREASURY), 1_005);
	});
}

#[test]
fn works_for_an_estate() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, ESTATE, 50));

		assert_ok!(Market::buy(signed(BOB), ESTATE, BOB, 50));

		assert_eq!(holding(ESTATE), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(holding(SWORD).owner, ALICE);
	});
}

#[test]
fn is_counted_for_the_buyer() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 50));

		let consumers = |avatar| Records.purse(avatar).map(|purse| purse.consumers);
		assert_eq!(consumers(ALICE), Some(1));
		assert_eq!(consumers(BOB), Some(1));
	});
}

#[test]
fn a_suspended_world_keeps_its_fee() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		TheWorld::suspend();

		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 50));

		assert_eq!(balance(TREASURY), 1_005);
	});
}

#[test]
fn a_closed_world_keeps_nothing() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		TheWorld::close();

		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 50));

		assert_eq!(balance(ALICE), 1_050);
		assert_eq!(balance(TREASURY), 1_000);
	});
}

#[test]
fn fails_while_the_seller_is_offered() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		Players::offer(ALICE);

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 50), Error::<Test>::Offered);
	});
}

#[test]
fn fails_while_the_buyer_is_offered() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		Players::offer(BOB);

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 50), DispatchError::Other("offered"));
	});
}

/// Else the seller could take what it listed for next to nothing back out of the avatar it sold.
#[test]
fn fails_once_the_sellers_avatar_is_sold() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 1));
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 1), Error::<Test>::ListingVoid);
	});
}

#[test]
fn gives_the_deposit_back_to_the_seller() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		assert_ok!(Market::buy(signed(BOB), SWORD, BOB, 50));

		assert_eq!(held(ALICE), 0);
		assert_eq!(Balances::free_balance(owner(ALICE)), 1_000);
	});
}

#[test]
fn fails_when_nothing_is_listed() {
	with_a_sword(|| {
		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 50), Error::<Test>::UnknownListing);
	});
}

#[test]
fn fails_above_the_buyers_highest_price() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 49), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn fails_for_another_accounts_avatar() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_noop!(Market::buy(signed(CAROL), SWORD, BOB, 50), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_for_the_seller() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_noop!(Market::buy(signed(ALICE), SWORD, ALICE, 50), Error::<Test>::SelfPurchase);
	});
}

#[test]
fn fails_with_too_few_coins() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 1_001));

		assert_noop!(Market::buy(signed(BOB), SWORD, BOB, 1_001), Error::<Test>::TooFewCoins);
	});
}
