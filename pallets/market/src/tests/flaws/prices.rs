// SPDX-License-Identifier: Apache-2.0
//! What is paid: prices, fees and royalties.

use crate::{mock::*, tests::royalties::assert_on_every_path, Error, Price};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Asset,
	order::{Order, Trade},
	settlement::Refusal,
};

#[test]
fn a_price_has_an_upper_bound_for_the_buyer() {
	with_a_sword(|| {
		let first = Listing::default().rest();
		// Before the purchase is in a block, the seller asks for more.
		assert_ok!(Market::cancel(signed(ALICE), first));
		let second = Listing { price: Price::fixed(900), ..Listing::default() }.rest();

		assert_noop!(buy(first, BOB, 1, 50), Error::<Test>::UnknownOrder);
		assert_noop!(buy(second, BOB, 1, 50), Error::<Test>::PriceTooHigh);
		assert_eq!(balance(BOB), WEALTH);
	});
}

#[test]
fn a_price_never_rises() {
	with_a_sword(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..Listing::default() }.rest();
		let prices = (NOW..=UNTIL).map(|block| {
			go_to(block);
			Market::price(order).expect("it is listed")
		});

		assert!(prices.collect::<Vec<_>>().windows(2).all(|pair| pair[1] <= pair[0]));
		go_to(NOW);
	});
}

#[test]
fn the_fee_is_what_was_signed() {
	with_a_sword(|| {
		TheWorld::keep(200);
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 500, 0);
		let trade = sign(Order { max_deduction: 200, ..order }, acceptance);
		let lot = vec![ESTATE.at_version(0)];
		let listing = Listing { lot, max_deduction: 200, ..Listing::default() }.rest();

		TheWorld::keep(201);
		assert_eq!(settle_one(trade.clone()), Some(Refusal::DeductionTooHigh));
		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::DeductionTooHigh);

		TheWorld::keep(200);
		assert_eq!(settle_one(trade), None);
		assert_ok!(buy(listing, BOB, 1, 50));
		assert_eq!(balance(ALICE), WEALTH + 490 + 49);
		assert_eq!(balance(TREASURY), WEALTH + 10 + 1);
	});
}

#[test]
fn a_royalty_is_not_skipped_by_another_path() {
	for junk in [vec![], vec![arrows(1)], vec![ESTATE.at_version(0), arrows(9)]] {
		assert_on_every_path(10, &junk, || set_royalty(BLADES, 500));
	}
}

/// Else a seller would add something of its own, at the highest royalty, and have most of it back.
#[test]
fn a_royalty_is_not_won_back_with_junk_of_ones_own() {
	for junk in 0..=7 {
		with_goods(|| {
			set_royalty(BLADES, 500);
			set_royalty(POTIONS, 1_000);
			mint_units(POTIONS, ALICE, 10);
			let potion = Asset::Units { kind: POTIONS, amount: 1 };
			let lot = [vec![SWORD.at_version(0)], vec![potion; junk]].concat();
			let order = Listing { lot, price: Price::fixed(200), ..Listing::default() }.rest();

			assert_ok!(buy(order, BOB, 1, 200));

			assert_eq!(accrued(BLADES), 10);
		});
	}
}

#[test]
fn a_seller_who_will_not_have_the_royalty_taken_off_sells_nothing() {
	with_a_sword(|| {
		TheWorld::keep(0);
		set_royalty(BLADES, 500);
		let listing = Listing { max_deduction: 499, ..Listing::default() };
		let auction = Opening { max_deduction: 499, ..Opening::default() };
		let trade = sale(ALICE, BOB, 50, 0);
		let mean = Order { max_deduction: 499, ..trade.order };

		assert_noop!(listing.by(ALICE), Error::<Test>::DeductionTooHigh);
		assert_noop!(auction.by(ALICE), Error::<Test>::DeductionTooHigh);
		let refusal = settle_one(sign(mean, trade.acceptance));
		assert_eq!(refusal, Some(Refusal::DeductionTooHigh));
	});
}

#[test]
fn a_raised_royalty_is_not_taken_of_items_made_before() {
	with_a_sword(|| {
		mint_at(DAGGER, ALICE, 100);
		set_royalty(BLADES, 1_000);
		let lot = vec![DAGGER.at_version(0)];
		let price = Price::fixed(500);
		let order = Listing { lot, price, max_deduction: 1_100, ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 500));

		assert_eq!(accrued(BLADES), 5);
	});
}
