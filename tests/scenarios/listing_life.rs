// SPDX-License-Identifier: Apache-2.0
//! A listing from its beginning to its end, and what it does to the asset meanwhile.

use freehold_primitives::{
	asset::{Holding, Lock, UniqueId},
	chain::Balance,
	settlement::Refusal,
};
use freehold_runtime::{
	constants::{MILLIUNIT, UNIT},
	Market,
};
use freehold_tests::{
	chain::Chain,
	keyring::{CHARLIE, DAVE, EVE},
	market::{buy, cancel, last_order, list, side, ORDER},
	names::*,
	stage::*,
};
use pallet_market::Price;

const PRICE: Balance = 100 * UNIT;

#[test]
fn what_is_listed_stays_until_it_is_sold() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		chain.saw(MarketEvent::Listed {
			order: ORDER,
			world: WORLD,
			seller: CHARLIES,
			lot: side(&[new_sword(0)]),
			price: Price::fixed(PRICE),
			lots: 1,
			buyer: None,
			until: LATER,
		});
		let locked = Holding { lock: Some(Lock::Order(ORDER)), ..Holding::new(CHARLIES) };
		assert_eq!(holding(SWORD), locked);

		let give_away = ItemsCall::transfer_item { item: sword(0), to: EVES };
		chain.refuses(CHARLIE, give_away, ItemsError::Locked);
		chain.refuses(CHARLIE, list(CHARLIES, SWORD, 1), MarketError::Locked);
		stage.refuses(chain, stage.sale(chain).sign(), Refusal::Locked);
		assert_eq!(holding(SWORD), locked);
	});
}

#[test]
fn a_sale_moves_the_asset_the_price_and_the_fee() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));

		chain.must(DAVE, buy(ORDER, DAVES, PRICE));

		let (order, seller, buyer, lots, price) = (ORDER, CHARLIES, DAVES, 1, PRICE);
		let (fee, royalty) = (PRICE / 40, 0);
		chain.saw(MarketEvent::Sold { order, seller, buyer, lots, price, fee, royalty });
		assert_eq!(holding(SWORD), Holding { owner: DAVES, version: 1, lock: None });
		assert_eq!(purse(DAVES), COINS - PRICE);
		assert_eq!(purse(CHARLIES), COINS + 97_500 * MILLIUNIT);
		assert_eq!(purse(TREASURY), 2_500 * MILLIUNIT);
		assert_eq!(Market::order(ORDER), None);
	});
}

#[test]
fn an_asset_is_sold_on_and_on() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		chain.must(DAVE, buy(ORDER, DAVES, PRICE));
		chain.next_block();

		chain.refuses(CHARLIE, list(CHARLIES, SWORD, PRICE), MarketError::NotHolder);
		chain.must(DAVE, list(DAVES, SWORD, 2 * PRICE));
		chain.must(EVE, buy(last_order(), EVES, 2 * PRICE));

		assert_eq!(holding(SWORD), Holding { owner: EVES, version: 2, lock: None });
		assert_eq!(purse(DAVES), COINS - PRICE + 195 * UNIT);
		assert_eq!(purse(TREASURY), 7_500 * MILLIUNIT);
	});
}

#[test]
fn an_order_from_before_the_sale_is_dead_after_it() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let order = stage.sale(chain).sign();
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		chain.must(DAVE, buy(ORDER, DAVES, PRICE));
		stage.refuses(chain, order.clone(), Refusal::Moved);

		// Nor does it come back to life with its maker's second ownership.
		chain.must(DAVE, list(DAVES, SWORD, PRICE));
		chain.must(CHARLIE, buy(last_order(), CHARLIES, PRICE));
		stage.refuses(chain, order, Refusal::Moved);
		assert_eq!(holding(SWORD).owner, CHARLIES);
	});
}

#[test]
fn a_cancelled_listing_frees_the_asset() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let order = stage.sale(chain).sign();
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		chain.refuses(EVE, cancel(ORDER), MarketError::NotOwner);

		chain.must(CHARLIE, cancel(ORDER));

		chain.saw(MarketEvent::OrderCancelled { order: ORDER });
		chain.refuses(DAVE, buy(ORDER, DAVES, PRICE), MarketError::UnknownOrder);
		assert_eq!(holding(SWORD), Holding::new(CHARLIES));
		// It did not move, so what was signed before still counts.
		assert_eq!(stage.settle(chain, [order]), []);
	});
}

#[test]
fn a_buyer_pays_no_more_than_they_said() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));

		chain.refuses(DAVE, buy(ORDER, DAVES, PRICE - 1), MarketError::PriceTooHigh);
		chain.refuses(CHARLIE, buy(ORDER, CHARLIES, PRICE), MarketError::SelfTrade);
		chain.refuses(EVE, buy(ORDER, DAVES, PRICE), AvatarsError::NotOwner);
	});
}

#[test]
fn a_buyer_pays_no_more_than_they_have() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(CHARLIES, SWORD, COINS + 1));

		chain.refuses(DAVE, buy(ORDER, DAVES, COINS + 1), MarketError::TooFewCoins);
	});
}

#[test]
fn a_parcel_is_listed_and_sold_like_an_item() {
	Chain::run(|chain| {
		Stage::set(chain);
		let id = parcel(0, 0);
		let asset = UniqueId::Parcel(id);
		chain.must(CHARLIE, list(CHARLIES, asset, PRICE));
		let transfer = LandCall::transfer { parcel: id, to: DAVES };
		chain.refuses(CHARLIE, transfer, LandError::Locked);

		chain.must(EVE, buy(ORDER, EVES, PRICE));

		assert_eq!(holding(asset), Holding { owner: EVES, version: 1, lock: None });
		chain.must(EVE, LandCall::transfer { parcel: id, to: DAVES });
	});
}
