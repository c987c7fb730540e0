// SPDX-License-Identifier: Apache-2.0
//! Creators get the same of a payment whichever way an item is sold, and nobody gets around it.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::Balance,
	fee::{BasisPoints, MAX_ROYALTY},
	ids::{AvatarId, CollectionId, ItemId, KindId, OrderId},
	settlement::Refusal,
};
use freehold_runtime::{
	constants::{MILLIUNIT, UNIT},
	Avatars, Items,
};
use freehold_tests::{
	chain::Chain,
	goods::{create_kind, mint_items, mint_units, shares},
	keyring::{BOB, CHARLIE, DAVE, EVE, FERDIE},
	market::*,
	names::*,
	stage::*,
};
use pallet_items::{Form, Issuer, Rules};
use pallet_market::{Price, Wanted};

/// A twentieth: three fifths of that for the treasury, two for Eve.
const SHARES: [(AvatarId, BasisPoints); 2] = [(TREASURY, 300), (EVES, 200)];
const ROYALTY: BasisPoints = 500;

/// Unique items, and units, with that royalty.
const BLADES: KindId = KindId { collection: COLLECTION, index: 2 };
const GEMS: KindId = KindId { collection: COLLECTION, index: 3 };

/// What is paid each time.
const PRICE: Balance = 100 * UNIT;

/// The stage, with four blades (3 to 6) and 50 gems of Charlie's.
fn with_goods(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		for form in [Form::Unique, Form::Stackable] {
			chain.must(BOB, create_kind(COLLECTION, form, Rules::LOOSEST, &SHARES));
		}
		chain.must(FERDIE, mint_items(BLADES, &[CHARLIES; 4]));
		chain.must(FERDIE, mint_units(GEMS, &[(CHARLIES, 50)]));
		story(chain, &stage);
	});
}

fn blade(serial: u32) -> UniqueId {
	UniqueId::Item(sword(serial))
}

fn gems(amount: u64) -> Asset {
	Asset::Units { kind: GEMS, amount }
}

fn set_royalty(kind: KindId, royalty: &[(AvatarId, BasisPoints)]) -> ItemsCall {
	ItemsCall::set_royalty { kind, royalty: shares(royalty) }
}

fn collect(kind: KindId) -> ItemsCall {
	ItemsCall::collect_royalty { kind }
}

/// A way to sell what is Charlie's to Dave.
type Path = fn(&Chain, &Stage, UniqueId, Balance);

/// Every way to pay coins for an item.
const PATHS: [(&str, Path); 6] = [
	("a listing", by_listing),
	("an offer for it", by_offer),
	("a barter with coins", by_barter),
	("a barter proposed by the buyer", by_barter_of_the_buyer),
	("an auction", by_auction),
	("signed trades", by_trade),
];

fn by_listing(chain: &Chain, _: &Stage, asset: UniqueId, price: Balance) {
	chain.must(CHARLIE, list(CHARLIES, asset, price));
	chain.must(DAVE, buy(last_order(), DAVES, price));
}

fn by_offer(chain: &Chain, _: &Stage, asset: UniqueId, price: Balance) {
	let asset = as_of_now(asset);
	chain.must(DAVE, offer(DAVES, price, Wanted::Asset(asset)));
	chain.must(CHARLIE, accept_offer(last_order(), CHARLIES, asset));
}

fn by_barter(chain: &Chain, _: &Stage, asset: UniqueId, price: Balance) {
	let (give, want) = ([as_of_now(asset)], [Asset::Coins(price)]);
	chain.must(CHARLIE, barter(CHARLIES, &give, DAVES, &want));
	chain.must(DAVE, accept_barter(last_order()));
}

fn by_barter_of_the_buyer(chain: &Chain, _: &Stage, asset: UniqueId, price: Balance) {
	let (give, want) = ([Asset::Coins(price)], [as_of_now(asset)]);
	chain.must(DAVE, barter(DAVES, &give, CHARLIES, &want));
	chain.must(CHARLIE, accept_barter(last_order()));
}

fn by_auction(chain: &Chain, _: &Stage, asset: UniqueId, price: Balance) {
	chain.must(CHARLIE, open(chain, asset, ANY));
	chain.must(DAVE, bid(last_auction(), DAVES, price));
	chain.wait(2);
	chain.must(FERDIE, close(last_auction()));
}

/// An auction of Charlie's that ends with the next block.
fn open(chain: &Chain, asset: UniqueId, max_deduction: BasisPoints) -> MarketCall {
	let ends = chain.now() + 1;
	MarketCall::open_auction {
		world: WORLD,
		seller: CHARLIES,
		lot: side(&[as_of_now(asset)]),
		reserve: 1,
		least_raise: 1,
		ends,
		extension: 0,
		latest: ends,
		max_deduction,
	}
}

fn by_trade(chain: &Chain, stage: &Stage, asset: UniqueId, price: Balance) {
	let terms = ((&stage.charlie, as_of_now(asset)), (&stage.dave, Asset::Coins(price)));
	let trade = stage.bargain(chain, terms.0, terms.1).sign();
	assert_eq!(stage.settle(chain, [trade]), []);
}

#[test]
fn every_path_pays_the_same() {
	for (name, sell) in PATHS {
		with_goods(|chain, stage| {
			let before = [CHARLIES, DAVES, TREASURY, EVES].map(purse);

			sell(chain, stage, blade(3), PRICE);

			assert_eq!(holding(blade(3)).owner, DAVES, "{name}");
			assert_eq!(Items::accrued(BLADES), 5 * UNIT, "{name}");
			// A fortieth is the world's, and what accrued is in nobody's purse yet.
			let [charlie, dave, treasury, eve] = before;
			let after =
				[charlie + 92_500 * MILLIUNIT, dave - PRICE, treasury + 2_500 * MILLIUNIT, eve];
			assert_eq!([CHARLIES, DAVES, TREASURY, EVES].map(purse), after, "{name}");
			assert_eq!(Avatars::aside(), 5 * UNIT, "{name}");
		});
	}
}

#[test]
fn units_pay_by_every_path_too() {
	with_goods(|chain, stage| {
		let price = Price::fixed(10 * UNIT);
		chain.must(CHARLIE, list_lots(CHARLIES, &[gems(2)], price, 5));
		chain.must(
			DAVE,
			MarketCall::buy { order: ORDER, buyer: DAVES, lots: 3, max_price: 30 * UNIT },
		);
		assert_eq!(Items::accrued(GEMS), 1_500 * MILLIUNIT);

		chain.must(DAVE, offer(DAVES, 20 * UNIT, Wanted::Asset(gems(4))));
		chain.must(CHARLIE, accept_offer(last_order(), CHARLIES, gems(4)));
		assert_eq!(Items::accrued(GEMS), 2_500 * MILLIUNIT);

		let trade = stage.bargain(chain, (&stage.charlie, gems(2)), (&stage.dave, coins(10)));
		let trade = trade.with(|it| (it.order.lots, it.acceptance.lots) = (2, 2));
		assert_eq!(stage.settle(chain, [trade.sign()]), []);
		assert_eq!(Items::accrued(GEMS), 3_500 * MILLIUNIT);
		assert_eq!(units(GEMS, DAVES), 14);
	});
}

#[test]
fn anyone_has_it_divided_between_those_who_share_it() {
	with_goods(|chain, stage| {
		by_listing(chain, stage, blade(3), PRICE);
		by_trade(chain, stage, blade(4), PRICE);
		let before = (purse(TREASURY), purse(EVES));

		chain.must(FERDIE, collect(BLADES));

		chain.saw(ItemsEvent::RoyaltyPaid { kind: BLADES, amount: 10 * UNIT });
		assert_eq!((purse(TREASURY), purse(EVES)), (before.0 + 6 * UNIT, before.1 + 4 * UNIT));
		assert_eq!((Items::accrued(BLADES), Avatars::aside()), (0, 0));
		chain.refuses(FERDIE, collect(BLADES), ItemsError::NothingAccrued);
	});
}

#[test]
fn what_can_not_be_divided_waits() {
	with_goods(|chain, stage| {
		// A twentieth of 139 is 6: of that, 3 and 2 can be divided.
		by_listing(chain, stage, blade(3), 139);
		assert_eq!(Items::accrued(BLADES), 6);

		chain.must(FERDIE, collect(BLADES));

		assert_eq!((purse(EVES), Items::accrued(BLADES)), (COINS + 2, 1));
		chain.refuses(FERDIE, collect(BLADES), ItemsError::NothingAccrued);
		// Whoever shares it from now on gets nothing of what was made before.
		chain.must(BOB, set_royalty(BLADES, &[(DAVES, 100)]));
		assert_eq!(Items::accrued(BLADES), 0);
		assert_eq!(Avatars::aside(), 0);
	});
}

#[test]
fn gifts_and_barter_without_coins_pay_nothing() {
	with_goods(|chain, stage| {
		chain.must(CHARLIE, ItemsCall::transfer_item { item: sword(3), to: DAVES });
		chain.must(CHARLIE, barter(CHARLIES, &[as_of_now(blade(4))], DAVES, &[new_sword(2)]));
		chain.must(DAVE, accept_barter(last_order()));
		let swap = stage.bargain(
			chain,
			(&stage.charlie, as_of_now(blade(5))),
			(&stage.dave, as_of_now(blade(3))),
		);
		assert_eq!(stage.settle(chain, [swap.sign()]), []);

		assert_eq!((Items::accrued(BLADES), purse(TREASURY)), (0, 0));
	});
}

#[test]
fn a_bundle_of_one_collection_pays_the_highest_rate_once_and_divides_it() {
	with_goods(|chain, _| {
		chain.must(BOB, create_kind(COLLECTION, Form::Stackable, Rules::LOOSEST, &[(EVES, 1_000)]));
		let dust = KindId { collection: COLLECTION, index: 4 };
		chain.must(FERDIE, mint_units(dust, &[(CHARLIES, 9)]));
		let lot = [as_of_now(blade(3)), Asset::Units { kind: dust, amount: 9 }, new_sword(0)];

		chain.must(CHARLIE, list_lots(CHARLIES, &lot, Price::fixed(PRICE), 1));
		chain.must(DAVE, buy(ORDER, DAVES, PRICE));

		// A tenth of 100 FHD in all: a third of that for the blades, and none for plain swords.
		let (third, rest) = (10 * UNIT / 3, 2 * (10 * UNIT) / 3);
		assert_eq!([BLADES, dust, SWORDS].map(Items::accrued), [third, rest, 0]);
		let royalties = third + rest;
		assert_eq!(purse(CHARLIES), COINS + PRICE - PRICE / 40 - royalties);
	});
}

/// Nobody can tell what part of a price is for which asset.
#[test]
fn what_else_is_in_a_bundle_takes_nothing_from_the_creators() {
	with_goods(|chain, stage| {
		// A collection of the seller's own, with the highest royalty there is.
		let collection = CollectionId(1);
		let junk = KindId { collection, index: 0 };
		chain.must(CHARLIE, ItemsCall::create_collection { issuer: Issuer::Avatar(CHARLIES) });
		let royalty = [(CHARLIES, MAX_ROYALTY)];
		chain.must(CHARLIE, create_kind(collection, Form::Unique, Rules::LOOSEST, &royalty));
		chain.must(CHARLIE, mint_items(junk, &[CHARLIES; 2]));
		let rubbish = |serial| Asset::Item { id: ItemId { collection, serial }, version: 0 };

		let lot = [as_of_now(blade(3)), rubbish(0)];
		chain.must(CHARLIE, list_lots(CHARLIES, &lot, Price::fixed(PRICE), 1));
		chain.must(DAVE, buy(ORDER, DAVES, PRICE));
		assert_eq!([BLADES, junk].map(Items::accrued), [5 * UNIT, 10 * UNIT]);

		let trade = stage.bargain(chain, (&stage.charlie, rubbish(1)), (&stage.dave, coins(100)));
		let trade = trade.with(|it| it.order.give = side(&[as_of_now(blade(4)), rubbish(1)]));
		assert_eq!(stage.settle(chain, [trade.sign()]), []);
		assert_eq!([BLADES, junk].map(Items::accrued), [10 * UNIT, 20 * UNIT]);
	});
}

#[test]
fn what_was_bought_never_pays_more_than_when_it_was_minted() {
	with_goods(|chain, stage| {
		chain.must(BOB, set_royalty(BLADES, &[(TREASURY, 1_000)]));
		chain.must(FERDIE, mint_items(BLADES, &[CHARLIES]));
		by_listing(chain, stage, blade(3), PRICE);
		assert_eq!(Items::accrued(BLADES), 5 * UNIT);
		by_listing(chain, stage, blade(7), PRICE);
		assert_eq!(Items::accrued(BLADES), 15 * UNIT);

		// But less, as soon as the creators ask for less.
		chain.must(BOB, set_royalty(BLADES, &[(TREASURY, 100)]));
		assert_eq!(Items::accrued(BLADES), 0);
		by_trade(chain, stage, blade(4), PRICE);
		assert_eq!(Items::accrued(BLADES), UNIT);

		// Units have no memory of their own.
		let raise = set_royalty(GEMS, &[(TREASURY, ROYALTY + 1)]);
		chain.refuses(BOB, raise, ItemsError::RoyaltyRaised);
	});
}

#[test]
fn a_royalty_has_a_limit_and_is_the_issuers_to_set() {
	with_goods(|chain, _| {
		let too_high = set_royalty(BLADES, &[(TREASURY, MAX_ROYALTY), (EVES, 1)]);
		chain.refuses(BOB, too_high, ItemsError::RoyaltyTooHigh);
		let twice = set_royalty(BLADES, &[(EVES, 1), (EVES, 1)]);
		chain.refuses(BOB, twice, ItemsError::InvalidShares);
		chain.refuses(BOB, set_royalty(BLADES, &[(EVES, 0)]), ItemsError::InvalidShares);
		for stranger in [CHARLIE, FERDIE] {
			let set = set_royalty(BLADES, &[(CHARLIES, MAX_ROYALTY)]);
			chain.refuses(stranger, set, WorldsError::NotOwner);
		}
	});
}

#[test]
fn fee_and_royalty_together_are_what_who_is_paid_agreed_to() {
	with_goods(|chain, stage| {
		let enough = RATE + ROYALTY;
		let short = enough - 1;
		let asset = as_of_now(blade(3));

		let (world, seller, lot, price) = (WORLD, CHARLIES, side(&[asset]), Price::fixed(PRICE));
		let (lots, buyer, until) = (1, None, LATER);
		let list = |lot, max_deduction| MarketCall::list {
			world,
			seller,
			lot,
			price,
			lots,
			buyer,
			max_deduction,
			until,
		};
		chain.refuses(CHARLIE, list(lot, short), MarketError::DeductionTooHigh);

		chain.must(DAVE, offer(DAVES, PRICE, Wanted::OfKind(BLADES)));
		let accept = |max_deduction| MarketCall::accept_offer {
			order: last_order(),
			seller,
			asset,
			max_deduction,
		};
		chain.refuses(CHARLIE, accept(short), MarketError::DeductionTooHigh);

		let trade = |max_deduction| {
			let terms = ((&stage.charlie, asset), (&stage.dave, coins(100)));
			let trade = stage.bargain(chain, terms.0, terms.1);
			trade.with(|it| it.order.max_deduction = max_deduction).sign()
		};
		stage.refuses(chain, trade(short), Refusal::DeductionTooHigh);

		chain.must(CHARLIE, accept(enough));
		assert_eq!(Items::accrued(BLADES), 5 * UNIT);
	});
}

#[test]
fn nothing_is_auctioned_that_could_not_be_sold() {
	with_goods(|chain, _| {
		let short = open(chain, blade(3), RATE + ROYALTY - 1);
		chain.refuses(CHARLIE, short, MarketError::DeductionTooHigh);

		chain.must(CHARLIE, open(chain, blade(3), RATE + ROYALTY));
		chain.must(DAVE, bid(last_auction(), DAVES, PRICE));
		// A royalty that is raised meanwhile is for what is minted later.
		chain.must(BOB, set_royalty(BLADES, &[(TREASURY, MAX_ROYALTY)]));
		chain.wait(2);
		chain.must(FERDIE, close(last_auction()));
		assert_eq!((holding(blade(3)).owner, Items::accrued(BLADES)), (DAVES, 5 * UNIT));
	});
}

#[test]
fn a_maker_pays_the_royalty_of_what_it_gets_coins_for_only() {
	with_goods(|chain, _| {
		// Coins flow both ways: each pays for what comes the other way.
		let give = [as_of_now(blade(3)), coins(10)];
		let want = [new_sword(2), coins(50)];
		chain.must(CHARLIE, barter(CHARLIES, &give, DAVES, &want));
		chain.must(DAVE, accept_barter(OrderId(0)));

		// 50 FHD for a blade: 2.5 are royalty. 10 FHD for a plain sword: none is.
		assert_eq!(Items::accrued(BLADES), 2_500 * MILLIUNIT);
		let gain = 50 * UNIT - 50 * UNIT / 40 - 2_500 * MILLIUNIT - 10 * UNIT;
		assert_eq!(purse(CHARLIES), COINS + gain);
		assert_eq!(purse(DAVES), COINS - 50 * UNIT + 10 * UNIT - 10 * UNIT / 40);
		assert_eq!(purse(EVES), COINS);
		chain.must(EVE, collect(BLADES));
		assert_eq!(purse(EVES), COINS + UNIT);
	});
}
