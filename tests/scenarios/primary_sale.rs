// SPDX-License-Identifier: Apache-2.0
//! A world sells land that nobody has yet, at its price.

use freehold_primitives::{
	chain::Balance,
	land::{Area, Coordinates, Zone},
};
use freehold_runtime::{
	configs::virtual_world::{ParcelDeposit, SaleDeposit},
	constants::UNIT,
	Land,
};
use freehold_tests::{
	chain::{free, held, Chain},
	keyring::{BOB, CHARLIE, DAVE, EVE},
	land::{issue, plot},
	names::*,
	stage::*,
};
use pallet_land::HoldReason as ForLand;

const AREA: Area = Area { min: Coordinates::new(-10, -10), max: Coordinates::new(-6, -6) };
const PRICE: Balance = 20 * UNIT;

fn open(area: Area, zone: Zone, price: Balance) -> LandCall {
	LandCall::open_sale { world: WORLD, area, zone, price, to: TREASURY }
}

fn claim(sale: u32, (x, y): (i16, i16), max_price: Balance) -> LandCall {
	let at = Coordinates::new(x, y);
	LandCall::claim { world: WORLD, sale, at, avatar: EVES, max_price }
}

#[test]
fn whoever_pays_gets_a_parcel_and_the_world_holds_its_deposit() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, open(AREA, Zone::Residential, PRICE));
		let (bob, parcels) = (free(BOB), held(BOB, ForLand::Parcel));

		chain.must(EVE, claim(0, (-10, -10), PRICE));

		let (id, to) = (parcel(-10, -10), EVES);
		chain.saw(LandEvent::ParcelClaimed { parcel: id, sale: 0, to, price: PRICE });
		assert_eq!(Land::owner_of(plot(-10, -10)), Some(EVES));
		assert_eq!(Land::parcel(id).map(|it| it.zone), Some(Zone::Residential));
		assert_eq!((purse(EVES), purse(TREASURY)), (COINS - PRICE, PRICE));
		assert_eq!(held(BOB, ForLand::Parcel), parcels + ParcelDeposit::get());
		assert_eq!(free(BOB), bob - ParcelDeposit::get());
	});
}

#[test]
fn a_place_is_sold_once_and_only_where_it_is_for_sale() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, open(AREA, Zone::Open, PRICE));
		chain.must(BOB, issue(DAVES, &[(-9, -9)]));
		chain.must(EVE, claim(0, (-10, -10), PRICE));

		chain.refuses(EVE, claim(0, (-10, -10), PRICE), LandError::AlreadyIssued);
		chain.refuses(EVE, claim(0, (-9, -9), PRICE), LandError::AlreadyIssued);
		chain.refuses(EVE, claim(0, (-5, -6), PRICE), LandError::OutsideSale);
		chain.refuses(EVE, claim(1, (-8, -8), PRICE), LandError::UnknownSale);
		chain.refuses(DAVE, claim(0, (-8, -8), PRICE), AvatarsError::NotOwner);
	});
}

#[test]
fn nobody_pays_more_than_they_said_or_have() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, open(AREA, Zone::Open, PRICE));
		chain.must(BOB, open(AREA, Zone::Open, COINS + 1));

		chain.refuses(EVE, claim(0, (-8, -8), PRICE - 1), LandError::PriceTooHigh);
		chain.refuses(EVE, claim(1, (-8, -8), Balance::MAX), AvatarsError::TooFewCoins);
		chain.must(EVE, claim(0, (-8, -8), Balance::MAX));
		assert_eq!(purse(EVES), COINS - PRICE);
	});
}

#[test]
fn a_sale_ends_and_its_deposit_comes_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let before = free(BOB);
		chain.must(BOB, open(AREA, Zone::Open, PRICE));
		assert_eq!(held(BOB, ForLand::Sale), SaleDeposit::get());
		let close = LandCall::close_sale { world: WORLD, sale: 0 };
		chain.refuses(CHARLIE, close.clone(), WorldsError::NotOwner);

		chain.must(BOB, close.clone());

		assert_eq!((free(BOB), held(BOB, ForLand::Sale)), (before, 0));
		chain.refuses(EVE, claim(0, (-8, -8), PRICE), LandError::UnknownSale);
		chain.refuses(BOB, close, LandError::UnknownSale);
		// Its number is not given out again: a claim signed for it buys nothing else.
		chain.must(BOB, open(AREA, Zone::Open, 2 * PRICE));
		chain.refuses(EVE, claim(0, (-8, -8), Balance::MAX), LandError::UnknownSale);
	});
}

#[test]
fn a_world_sells_its_own_ground_only_and_no_road() {
	Chain::run(|chain| {
		Stage::set(chain);
		let beyond = Area { max: Coordinates::new(11, 0), ..AREA };
		let inside_out = Area { min: AREA.max, max: AREA.min };

		chain.refuses(BOB, open(AREA, Zone::Road, PRICE), LandError::PublicLand);
		chain.refuses(BOB, open(AREA, Zone::Plaza, PRICE), LandError::PublicLand);
		chain.refuses(BOB, open(beyond, Zone::Open, PRICE), WorldsError::OutOfBounds);
		chain.refuses(BOB, open(inside_out, Zone::Open, PRICE), LandError::InvalidArea);
		chain.refuses(EVE, open(AREA, Zone::Open, PRICE), WorldsError::NotOwner);
	});
}

#[test]
fn a_suspended_world_sells_nothing() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, open(AREA, Zone::Open, PRICE));
		chain.must(BOB, WorldsCall::suspend { world: WORLD });

		chain.refuses(EVE, claim(0, (-8, -8), PRICE), WorldsError::Suspended);
		chain.refuses(BOB, open(AREA, Zone::Open, PRICE), WorldsError::Suspended);
		chain.must(BOB, LandCall::close_sale { world: WORLD, sale: 0 });
	});
}
