// SPDX-License-Identifier: Apache-2.0
//! What the makers of items get of payments: the same on every path.

use crate::{mock::*, Error, Price, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	ids::CollectionId,
	order::{Acceptance, Order},
	settlement::Refusal,
};

/// What each path is for: the sword changes hands from Alice to Bob for 200 coins.
const PRICE: Balance = 200;

fn coins() -> Asset {
	Asset::Coins(PRICE)
}

/// Its name, and what it does with the junk.
type Path = (&'static str, fn(&[Asset]));

/// Every path on which Bob can pay Alice for the sword. `junk` is given with it where a path has
/// room for it.
fn paths() -> [Path; 11] {
	fn lot(junk: &[Asset]) -> Vec<Asset> {
		[&[SWORD.at_version(0)], junk].concat()
	}
	[
		("listing", |junk| {
			let price = Price::fixed(PRICE);
			let order = Listing { lot: lot(junk), price, ..Listing::default() }.rest();
			assert_ok!(buy(order, BOB, 1, PRICE));
		}),
		("listing at a falling price", |junk| {
			let price = Price { start: 900, end: PRICE, from: 2, to: 9 };
			let order = Listing { lot: lot(junk), price, ..Listing::default() }.rest();
			go_to(9);
			assert_ok!(buy(order, BOB, 1, PRICE));
		}),
		("auction", |junk| {
			let auction = Opening { lot: lot(junk), ..Opening::default() }.open();
			assert_ok!(bid(auction, BOB, PRICE));
			go_to(ENDS + 1);
			assert_ok!(Market::close_auction(signed(BOB), auction));
		}),
		("offer", |_| {
			let order = Offer { price: PRICE, ..Offer::default() }.rest();
			assert_ok!(accept_offer(order, ALICE, SWORD.at_version(0)));
		}),
		("offer for a kind", |_| {
			let wanted = Wanted::OfKind(BLADES);
			let order = Offer { price: PRICE, wanted, ..Offer::default() }.rest();
			assert_ok!(accept_offer(order, ALICE, SWORD.at_version(0)));
		}),
		("offer for a collection", |_| {
			let wanted = Wanted::InCollection(CollectionId(0));
			let order = Offer { price: PRICE, wanted, ..Offer::default() }.rest();
			assert_ok!(accept_offer(order, ALICE, SWORD.at_version(0)));
		}),
		("barter of the seller", |junk| {
			let want = vec![coins()];
			let order = Barter { give: lot(junk), want, ..Barter::default() }.rest();
			assert_ok!(Market::accept_barter(signed(BOB), order, ALL));
		}),
		("barter of the buyer", |junk| {
			let (give, want) = (vec![coins()], lot(junk));
			let order = Barter { maker: BOB, taker: ALICE, give, want, ..Barter::default() };
			assert_ok!(Market::accept_barter(signed(ALICE), order.rest(), ALL));
		}),
		("barter for coins in two parts", |junk| {
			let want = vec![Asset::Coins(PRICE / 2); 2];
			let order = Barter { give: lot(junk), want, ..Barter::default() }.rest();
			assert_ok!(Market::accept_barter(signed(BOB), order, ALL));
		}),
		("signed order of the seller", |junk| {
			let (give, want) = (side(&lot(junk)), side(&[coins()]));
			let order = Order { give, want, ..order_of(ALICE) };
			assert_eq!(settle_one(sign(order, acceptance_of(BOB))), None);
		}),
		("signed order of the buyer", |junk| {
			let (give, want) = (side(&[coins()]), side(&lot(junk)));
			let order = Order { give, want, ..order_of(BOB) };
			assert_eq!(settle_one(sign(order, acceptance_of(ALICE))), None);
		}),
	]
}

/// Checks on each path that the makers of blades get so much.
pub(super) fn assert_on_every_path(royalty: Balance, junk: &[Asset], before: fn()) {
	for (path, sell) in paths() {
		with_goods(|| {
			before();

			sell(junk);

			assert_eq!(holding(SWORD).owner, BOB, "{path}");
			assert_eq!(accrued(BLADES), royalty, "{path}");
			assert_eq!(balance(BOB), WEALTH - PRICE, "{path}");
			assert_eq!(balance(TREASURY), WEALTH + PRICE / 10, "{path}");
			assert_eq!(balance(ALICE), WEALTH + PRICE - PRICE / 10 - royalty, "{path}");
		});
	}
}

#[test]
fn every_path_pays_the_same() {
	assert_on_every_path(10, &[], || set_royalty(BLADES, 500));
}

#[test]
fn every_path_pays_the_same_with_something_worthless_beside_it() {
	assert_on_every_path(10, &[arrows(1)], || set_royalty(BLADES, 500));
}

#[test]
fn every_path_pays_the_same_with_land_beside_it() {
	assert_on_every_path(10, &[ESTATE.at_version(0)], || set_royalty(BLADES, 500));
}

#[test]
fn no_path_pays_a_royalty_that_there_is_not() {
	assert_on_every_path(0, &[], || set_royalty(BLADES, 0));
}

/// The sword was made under the highest royalty; this one is lower.
#[test]
fn an_item_pays_no_more_than_its_kind_does_now() {
	assert_on_every_path(2, &[], || set_royalty(BLADES, 100));
}

/// Sells an item of Alice's that was made under a royalty of a hundredth.
fn sell_a_dagger(price: Balance) {
	mint_at(DAGGER, ALICE, 100);
	let lot = vec![DAGGER.at_version(0)];
	let order = Listing { lot, price: Price::fixed(price), ..Listing::default() }.rest();
	assert_ok!(buy(order, BOB, 1, price));
}

#[test]
fn an_item_pays_no_more_than_when_it_was_made() {
	for (now, paid) in [(1_000, 5), (100, 5), (60, 3), (0, 0)] {
		with_a_sword(|| {
			set_royalty(BLADES, now);

			sell_a_dagger(500);

			assert_eq!(accrued(BLADES), paid);
		});
	}
}

/// Not even if the royalty was lowered in between and then raised.
#[test]
fn an_item_pays_no_more_than_at_any_time_since_it_was_made() {
	for (serial, paid) in [(1, 25u16), (2, 10)] {
		with_a_sword(|| {
			raise_royalty(BLADES, 200, 500, serial);
			mint(DAGGER, ALICE);
			let lot = vec![DAGGER.at_version(0)];
			let max_deduction = 1_000 + 100 * paid / 5;
			let price = Price::fixed(500);
			let order = Listing { lot, price, max_deduction, ..Listing::default() }.rest();

			assert_ok!(buy(order, BOB, 1, 500));

			assert_eq!(accrued(BLADES), Balance::from(paid), "raised when there were {serial}");
		});
	}
}

#[test]
fn units_pay_what_their_kind_does_now() {
	with_goods(|| {
		let order = Listing { lot: vec![arrows(1)], lots: 2, ..Listing::default() };
		let order = Listing { price: Price::fixed(100), ..order }.rest();
		set_royalty(ARROWS, 300);
		assert_ok!(buy(order, BOB, 1, 100));
		set_royalty(ARROWS, 100);
		assert_ok!(buy(order, BOB, 1, 100));

		assert_eq!(accrued(ARROWS), 4);
	});
}

#[test]
fn each_collection_of_a_bundle_gets_its_rate_of_the_whole() {
	with_goods(|| {
		give_away(BUCKLER, ALICE);
		set_royalty(BLADES, 600);
		set_royalty(SHIELDS, 200);
		let lot = vec![SWORD.at_version(0), BUCKLER.at_version(1)];
		let order = Listing { lot, price: Price::fixed(1_000), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 1_000));

		assert_eq!((accrued(BLADES), accrued(SHIELDS)), (60, 20));
		assert_eq!(balance(ALICE), WEALTH + 1_000 - 100 - 80);
	});
}

#[test]
fn kinds_of_a_collection_share_its_highest_rate() {
	with_goods(|| {
		set_royalty(BLADES, 600);
		set_royalty(ARROWS, 200);
		let lot = vec![SWORD.at_version(0), arrows(1)];
		let order = Listing { lot, price: Price::fixed(1_000), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 1_000));

		// A share of sixty, in the proportion of six to two.
		assert_eq!((accrued(BLADES), accrued(ARROWS)), (45, 15));
		assert_eq!(balance(ALICE), WEALTH + 1_000 - 100 - 60);
	});
}

#[test]
fn the_limit_is_for_all_collections_together() {
	with_goods(|| {
		give_away(BUCKLER, ALICE);
		set_royalty(BLADES, 600);
		set_royalty(SHIELDS, 200);
		let lot = vec![SWORD.at_version(0), BUCKLER.at_version(1)];
		let listing = Listing { lot, max_deduction: 1_799, ..Listing::default() };

		assert_noop!(listing.clone().by(ALICE), Error::<Test>::DeductionTooHigh);
		set_royalty(SHIELDS, 199);
		let order = listing.rest();
		set_royalty(SHIELDS, 200);
		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::DeductionTooHigh);
		set_royalty(SHIELDS, 199);
		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn two_items_of_a_kind_pay_its_rate_once() {
	with_a_sword(|| {
		mint(DAGGER, ALICE);
		set_royalty(BLADES, 500);
		let lot = vec![SWORD.at_version(0), DAGGER.at_version(0)];
		let order = Listing { lot, price: Price::fixed(1_000), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 1_000));

		assert_eq!(accrued(BLADES), 50);
	});
}

#[test]
fn dust_stays_with_who_is_paid() {
	with_goods(|| {
		set_royalty(BLADES, 500);
		set_royalty(ARROWS, 500);
		let lot = vec![SWORD.at_version(0), arrows(1)];
		let order = Listing { lot, price: Price::fixed(119), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 119));

		// Five and a fee of eleven are due; two of the five go to either kind.
		assert_eq!((accrued(BLADES), accrued(ARROWS)), (2, 2));
		assert_eq!(balance(ALICE), WEALTH + 119 - 11 - 4);
	});
}

#[test]
fn land_pays_none() {
	with_goods(|| {
		for kind in [BLADES, SHIELDS, ARROWS, POTIONS] {
			set_royalty(kind, 1_000);
		}
		let lot = vec![ESTATE.at_version(0)];
		let order = Listing { lot, price: Price::fixed(100), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 100));

		assert_eq!(balance(ALICE), WEALTH + 90);
	});
}

#[test]
fn without_coins_there_is_none() {
	with_goods(|| {
		set_royalty(BLADES, 1_000);
		set_royalty(SHIELDS, 1_000);
		let (give, want) = (side(&[SWORD.at_version(0)]), side(&[BUCKLER.at_version(0)]));
		let order = Order { give, want, max_deduction: 0, ..order_of(ALICE) };

		assert_eq!(settle_one(sign(order, acceptance_of(BOB))), None);

		assert_eq!((accrued(BLADES), accrued(SHIELDS)), (0, 0));
	});
}

#[test]
fn coins_for_coins_pay_none() {
	with_goods(|| {
		for kind in [BLADES, SHIELDS, ARROWS, POTIONS] {
			set_royalty(kind, 1_000);
		}
		let order = Order { give: side(&[Asset::Coins(50)]), ..order_of(ALICE) };

		assert_eq!(settle_one(sign(order, acceptance_of(BOB))), None);

		assert_eq!([BLADES, SHIELDS, ARROWS, POTIONS].map(accrued), [0; 4]);
	});
}

#[test]
fn fee_and_royalty_together_stay_within_the_signed_limit() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let sale = |limit, number| {
			let (give, want) = (side(&[SWORD.at_version(0)]), side(&[coins()]));
			let order = Order { give, want, number, max_deduction: limit, ..order_of(ALICE) };
			sign(order, acceptance_of(BOB))
		};

		assert_eq!(settle_one(sale(1_499, 0)), Some(Refusal::DeductionTooHigh));
		assert_eq!(settle_one(sale(1_500, 0)), None);
	});
}

#[test]
fn a_limit_is_the_side_that_is_paids_own() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let (give, want) = (side(&[coins()]), side(&[SWORD.at_version(0)]));
		let order = Order { give, want, max_deduction: 0, ..order_of(BOB) };
		let accept = |limit| {
			sign(order.clone(), Acceptance { max_deduction: limit, ..acceptance_of(ALICE) })
		};

		assert_eq!(settle_one(accept(1_499)), Some(Refusal::DeductionTooHigh));
		assert_eq!(settle_one(accept(1_500)), None);
	});
}

/// Who pays whom does not matter: each sale pays anew.
#[test]
fn each_sale_pays_anew() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		for (seller, buyer, version) in [(ALICE, BOB, 0), (BOB, CAROL, 1), (CAROL, ALICE, 2)] {
			let trade = sale_of(SWORD, seller, buyer, 100, version);
			assert_eq!(settle_one(trade), None);
		}

		assert_eq!(accrued(BLADES), 15);
	});
}

#[test]
fn a_refused_sale_pays_none() {
	with_goods(|| {
		set_royalty(BLADES, 500);
		let order = Listing { price: Price::fixed(WEALTH + 1), ..Listing::default() }.rest();

		assert_noop!(buy(order, BOB, 1, WEALTH + 1), Error::<Test>::TooFewCoins);
		assert_eq!(settle_one(sale_of(BUCKLER, ALICE, BOB, 100, 0)), Some(Refusal::NotOwner));

		assert_eq!(accrued(BLADES), 0);
	});
}

/// Where a royalty is due, whoever the buyer is: also the avatar that gets the world's fee.
#[test]
fn the_payee_of_the_fee_pays_it_too() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Listing { price: Price::fixed(100), ..Listing::default() }.rest();

		assert_ok!(buy(order, TREASURY, 1, 100));

		assert_eq!(accrued(BLADES), 5);
		assert_eq!(balance(TREASURY), WEALTH - 100 + 10);
	});
}
