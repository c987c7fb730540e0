// SPDX-License-Identifier: Apache-2.0
//! A listing from its beginning to its end, and what it does to the asset meanwhile.

use freehold_primitives::{
	asset::{Holding, Lock, UniqueId},
	chain::Balance,
	ids::AvatarId,
	settlement::Refusal,
};
use freehold_runtime::{
	constants::{MILLIUNIT, UNIT},
	Market,
};
use freehold_tests::{
	chain::Chain,
	keyring::{CHARLIE, DAVE, EVE},
	names::*,
	stage::*,
};

const PRICE: Balance = 100 * UNIT;

fn list(price: Balance) -> MarketCall {
	MarketCall::list { world: WORLD, asset: SWORD, price }
}

fn buy(buyer: AvatarId, max_price: Balance) -> MarketCall {
	MarketCall::buy { asset: SWORD, buyer, max_price }
}

#[test]
fn what_is_listed_stays_until_it_is_sold() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(CHARLIE, list(PRICE));
		chain.saw(MarketEvent::Listed {
			asset: SWORD,
			world: WORLD,
			seller: CHARLIES,
			price: PRICE,
		});
		let locked = Holding { lock: Some(Lock::Listing), ..Holding::new(CHARLIES) };
		assert_eq!(holding(SWORD), locked);

		let give_away = ItemsCall::transfer_item { item: sword(0), to: EVES };
		chain.refuses(CHARLIE, give_away, ItemsError::Locked);
		chain.refuses(CHARLIE, list(1), MarketError::Locked);
		stage.refuses(chain, stage.sale(chain).sign(), Refusal::Locked);
		assert_eq!(holding(SWORD), locked);
	});
}

#[test]
fn a_sale_moves_the_asset_the_price_and_the_fee() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(PRICE));

		chain.must(DAVE, buy(DAVES, PRICE));

		let (asset, seller, buyer, price) = (SWORD, CHARLIES, DAVES, PRICE);
		chain.saw(MarketEvent::Sold { asset, seller, buyer, price });
		assert_eq!(holding(SWORD), Holding { owner: DAVES, version: 1, lock: None });
		assert_eq!(purse(DAVES), COINS - PRICE);
		assert_eq!(purse(CHARLIES), COINS + 97_500 * MILLIUNIT);
		assert_eq!(purse(TREASURY), 2_500 * MILLIUNIT);
		assert_eq!(Market::listing(SWORD), None);
	});
}

#[test]
fn an_asset_is_sold_on_and_on() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(PRICE));
		chain.must(DAVE, buy(DAVES, PRICE));
		chain.next_block();

		chain.refuses(CHARLIE, list(PRICE), AvatarsError::NotOwner);
		chain.must(DAVE, list(2 * PRICE));
		chain.must(EVE, buy(EVES, 2 * PRICE));

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
		chain.must(CHARLIE, list(PRICE));
		chain.must(DAVE, buy(DAVES, PRICE));
		stage.refuses(chain, order.clone(), Refusal::Moved);

		// Nor does it come back to life with its maker's second ownership.
		chain.must(DAVE, list(PRICE));
		chain.must(CHARLIE, buy(CHARLIES, PRICE));
		stage.refuses(chain, order, Refusal::Moved);
		assert_eq!(holding(SWORD).owner, CHARLIES);
	});
}

#[test]
fn a_cancelled_listing_frees_the_asset() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let order = stage.sale(chain).sign();
		chain.must(CHARLIE, list(PRICE));
		chain.refuses(EVE, MarketCall::cancel { asset: SWORD }, AvatarsError::NotOwner);

		chain.must(CHARLIE, MarketCall::cancel { asset: SWORD });

		chain.saw(MarketEvent::ListingCancelled { asset: SWORD });
		chain.refuses(DAVE, buy(DAVES, PRICE), MarketError::UnknownListing);
		assert_eq!(holding(SWORD), Holding::new(CHARLIES));
		// It did not move, so what was signed before still counts.
		assert_eq!(stage.settle(chain, [order]), []);
	});
}

#[test]
fn a_buyer_pays_no_more_than_they_said() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(PRICE));

		chain.refuses(DAVE, buy(DAVES, PRICE - 1), MarketError::PriceTooHigh);
		chain.refuses(CHARLIE, buy(CHARLIES, PRICE), MarketError::SelfPurchase);
		chain.refuses(EVE, buy(DAVES, PRICE), AvatarsError::NotOwner);
	});
}

#[test]
fn a_buyer_pays_no_more_than_they_have() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, list(COINS + 1));

		chain.refuses(DAVE, buy(DAVES, COINS + 1), MarketError::TooFewCoins);
	});
}

#[test]
fn a_parcel_is_listed_and_sold_like_an_item() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (id, buyer) = (parcel(0, 0), EVES);
		let asset = UniqueId::Parcel(id);
		chain.must(CHARLIE, MarketCall::list { world: WORLD, asset, price: PRICE });
		let transfer = LandCall::transfer { parcel: id, to: DAVES };
		chain.refuses(CHARLIE, transfer, LandError::Locked);

		chain.must(EVE, MarketCall::buy { asset, buyer, max_price: PRICE });

		assert_eq!(holding(asset), Holding { owner: EVES, version: 1, lock: None });
		chain.must(EVE, LandCall::transfer { parcel: id, to: DAVES });
	});
}
