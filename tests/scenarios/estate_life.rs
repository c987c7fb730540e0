// SPDX-License-Identifier: Apache-2.0
//! An estate from its foundation to its end, and how it trades as one.

use freehold_primitives::{
	asset::{Asset, Holding, Lock, UniqueId},
	ids::{AvatarId, EstateId},
	land::Site,
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::EstateDeposit,
	constants::{MILLIUNIT, UNIT},
	Land,
};
use freehold_tests::{
	chain::{held, Chain},
	keyring::{BOB, CHARLIE, DAVE, EVE},
	land::{found, issue, places, ESTATE},
	market::{buy, cancel, list, ORDER},
	names::*,
	stage::*,
};
use pallet_land::HoldReason as ForLand;

/// Charlie's, in a row, with one beside the first.
const ROW: [(i16, i16); 4] = [(4, 0), (5, 0), (6, 0), (7, 0)];
const BESIDE: (i16, i16) = (4, 1);

const OTHER: EstateId = EstateId(1);
const WHOLE: UniqueId = UniqueId::Estate(ESTATE);

fn extend(at: &[(i16, i16)]) -> LandCall {
	LandCall::extend_estate { estate: ESTATE, parcels: places(at) }
}

fn reduce(at: &[(i16, i16)]) -> LandCall {
	LandCall::reduce_estate { estate: ESTATE, parcels: places(at) }
}

fn split(at: &[(i16, i16)]) -> LandCall {
	LandCall::split_estate { estate: ESTATE, parcels: places(at) }
}

fn dissolve(estate: EstateId) -> LandCall {
	LandCall::dissolve_estate { estate }
}

fn held_by(owner: AvatarId, version: u32) -> Holding {
	Holding { owner, version, lock: None }
}

/// Who owns the parcel, and its version and lock, as trades see it.
fn seen(x: i16, y: i16) -> Holding {
	holding(UniqueId::Parcel(parcel(x, y)))
}

fn with_land(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, issue(CHARLIES, &ROW));
		chain.must(BOB, issue(CHARLIES, &[BESIDE]));
		story(chain, &stage);
	});
}

#[test]
fn an_estate_is_founded_extended_split_merged_sold_as_one_and_dissolved() {
	with_land(|chain, _| {
		let (world, owner) = (WORLD, CHARLIES);
		chain.must(CHARLIE, found(CHARLIES, &ROW[..2]));
		chain.saw(LandEvent::EstateFounded { estate: ESTATE, world, owner, parcels: 2 });
		assert_eq!(holding(WHOLE), held_by(CHARLIES, 0));
		assert_eq!(held(CHARLIE, ForLand::Estate), EstateDeposit::get());

		chain.must(CHARLIE, extend(&ROW[2..]));
		chain.saw(LandEvent::EstateExtended { estate: ESTATE, parcels: 4 });
		assert_eq!(holding(WHOLE), held_by(CHARLIES, 1));

		chain.must(CHARLIE, split(&ROW[2..]));
		chain.saw(LandEvent::EstateSplit { estate: ESTATE, part: OTHER, parcels: 2 });
		assert_eq!(holding(WHOLE), held_by(CHARLIES, 2));
		assert_eq!(holding(UniqueId::Estate(OTHER)), held_by(CHARLIES, 0));
		assert_eq!(held(CHARLIE, ForLand::Estate), 2 * EstateDeposit::get());

		chain.must(CHARLIE, LandCall::merge_estates { into: ESTATE, from: OTHER });
		chain.saw(LandEvent::EstatesMerged { into: ESTATE, from: OTHER, parcels: 4 });
		assert_eq!(holding(WHOLE), held_by(CHARLIES, 3));
		assert_eq!(Land::estate(OTHER), None);
		assert_eq!(held(CHARLIE, ForLand::Estate), EstateDeposit::get());

		let price = 100 * UNIT;
		chain.must(CHARLIE, list(CHARLIES, WHOLE, price));
		chain.must(DAVE, buy(ORDER, DAVES, price));
		assert_eq!(holding(WHOLE), held_by(DAVES, 4));
		assert_eq!(purse(CHARLIES), COINS + 97_500 * MILLIUNIT);
		for (x, y) in ROW {
			assert_eq!(seen(x, y).owner, DAVES);
		}

		// Who founded it has the deposit back, whoever dissolves it.
		chain.refuses(CHARLIE, dissolve(ESTATE), AvatarsError::NotOwner);
		chain.must(DAVE, dissolve(ESTATE));
		chain.saw(LandEvent::EstateDissolved { estate: ESTATE });
		assert_eq!(held(CHARLIE, ForLand::Estate), 0);
		for (x, y) in ROW {
			assert_eq!(seen(x, y), held_by(DAVES, 1));
		}
		assert_eq!(Land::owner_of(Site::Estate(ESTATE)), None);
	});
}

#[test]
fn an_estate_hangs_together_at_each_step() {
	with_land(|chain, _| {
		let apart = || LandError::NotConnected;
		chain.refuses(CHARLIE, found(CHARLIES, &[ROW[0], ROW[2]]), apart());
		chain.refuses(CHARLIE, found(CHARLIES, &[BESIDE, ROW[1]]), apart());
		chain.refuses(CHARLIE, found(CHARLIES, &ROW[..1]), LandError::TooFewParcels);
		chain.must(CHARLIE, found(CHARLIES, &ROW[..3]));

		chain.refuses(CHARLIE, reduce(&[ROW[1]]), apart());
		chain.refuses(CHARLIE, reduce(&ROW[1..3]), LandError::TooFewParcels);
		chain.refuses(CHARLIE, reduce(&[BESIDE]), LandError::NotInEstate);
		chain.must(CHARLIE, extend(&[ROW[3], BESIDE]));
		// What is left would be in two parts, or what leaves would be.
		chain.refuses(CHARLIE, split(&ROW[1..3]), apart());
		chain.refuses(CHARLIE, split(&[BESIDE, ROW[3]]), apart());
		chain.must(CHARLIE, reduce(&[ROW[3]]));
		assert_eq!(Land::estate(ESTATE).map(|it| it.parcels), Some(4));
	});
}

#[test]
fn a_parcel_in_an_estate_does_not_move_on_its_own() {
	with_land(|chain, stage| {
		let sale = |version| {
			let (x, y) = ROW[0];
			let land = Asset::Parcel { id: parcel(x, y), version };
			stage.bargain(chain, (&stage.charlie, land), (&stage.dave, coins(1))).sign()
		};
		let (signed_before, signed_too) = (sale(0), sale(0));
		chain.must(CHARLIE, found(CHARLIES, &ROW));
		let (x, y) = ROW[0];
		let locked = Holding { lock: Some(Lock::Estate(ESTATE)), ..held_by(CHARLIES, 0) };
		assert_eq!(seen(x, y), locked);

		let (id, asset) = (parcel(x, y), UniqueId::Parcel(parcel(x, y)));
		chain.refuses(CHARLIE, LandCall::transfer { parcel: id, to: EVES }, LandError::InEstate);
		chain.refuses(CHARLIE, list(CHARLIES, asset, UNIT), MarketError::Locked);
		chain.refuses(CHARLIE, LandCall::relinquish { parcel: id }, LandError::InEstate);
		stage.refuses(chain, signed_before, Refusal::Locked);

		// Nor does what was signed before it joined count once it has left.
		chain.must(CHARLIE, dissolve(ESTATE));
		assert_eq!(seen(x, y), held_by(CHARLIES, 1));
		stage.refuses(chain, signed_too, Refusal::Moved);
		assert_eq!(stage.settle(chain, [sale(1)]), []);
	});
}

#[test]
fn an_order_for_an_estate_is_for_the_parcels_that_it_had() {
	with_land(|chain, stage| {
		let sale = |version| {
			let estate = Asset::Estate { id: ESTATE, version };
			stage.bargain(chain, (&stage.charlie, estate), (&stage.dave, coins(100))).sign()
		};
		chain.must(CHARLIE, found(CHARLIES, &ROW));
		let for_four = sale(0);

		chain.must(CHARLIE, reduce(&[ROW[3]]));
		stage.refuses(chain, for_four.clone(), Refusal::Moved);
		// Not even if it gets them back.
		chain.must(CHARLIE, extend(&[ROW[3]]));
		stage.refuses(chain, for_four, Refusal::Moved);

		assert_eq!(stage.settle(chain, [sale(2)]), []);
		assert_eq!(holding(WHOLE), held_by(DAVES, 3));
		assert_eq!(seen(7, 0).owner, DAVES);
		assert_eq!(Land::estate(ESTATE).map(|it| it.tenure), Some(1));
	});
}

#[test]
fn a_listed_estate_stays_as_it_was_shown() {
	with_land(|chain, stage| {
		chain.must(CHARLIE, found(CHARLIES, &ROW));
		chain.must(CHARLIE, list(CHARLIES, WHOLE, UNIT));

		let locked = || LandError::Locked;
		chain.refuses(CHARLIE, reduce(&[ROW[3]]), locked());
		chain.refuses(CHARLIE, extend(&[BESIDE]), locked());
		chain.refuses(CHARLIE, split(&ROW[2..]), locked());
		chain.refuses(CHARLIE, dissolve(ESTATE), locked());
		let transfer = LandCall::transfer_estate { estate: ESTATE, to: EVES };
		chain.refuses(CHARLIE, transfer.clone(), locked());
		let estate = Asset::Estate { id: ESTATE, version: 0 };
		let sale = stage.bargain(chain, (&stage.charlie, estate), (&stage.dave, coins(1)));
		stage.refuses(chain, sale.sign(), Refusal::Locked);

		chain.must(CHARLIE, cancel(ORDER));
		chain.must(CHARLIE, transfer);
		assert_eq!(holding(WHOLE), held_by(EVES, 1));
		chain.must(EVE, dissolve(ESTATE));
	});
}

#[test]
fn an_estate_is_of_one_owner() {
	with_land(|chain, _| {
		chain.must(BOB, issue(DAVES, &[(8, 0), (8, 1)]));
		let both = [ROW[3], (8, 0)];
		chain.refuses(CHARLIE, found(CHARLIES, &both), LandError::NotOwner);
		chain.refuses(DAVE, found(CHARLIES, &ROW), AvatarsError::NotOwner);
		chain.must(CHARLIE, found(CHARLIES, &ROW));
		chain.must(DAVE, found(DAVES, &[(8, 0), (8, 1)]));

		chain.refuses(CHARLIE, extend(&[(8, 0)]), LandError::InEstate);
		let merge = LandCall::merge_estates { into: ESTATE, from: OTHER };
		chain.refuses(CHARLIE, merge.clone(), AvatarsError::NotOwner);
		chain.must(DAVE, LandCall::transfer_estate { estate: OTHER, to: CHARLIES });
		chain.must(CHARLIE, merge);
		assert_eq!(Land::estate(ESTATE).map(|it| it.parcels), Some(6));
		assert_eq!(held(DAVE, ForLand::Estate), 0);
	});
}
