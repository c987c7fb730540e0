// SPDX-License-Identifier: Apache-2.0
//! Each invariant of land notices the state that breaks it. Those of standings and tenancies are
//! beside this file.

use crate::{
	mock::*, ContentDetails, Contents, Counters, EstateDetails, Estates, GroundOf, Grounds,
	NextEstateId, ParcelCount, ParcelDetails, Parcels, SaleCounters, SaleDetails, Sales, Title,
};
use freehold_primitives::{
	asset::{Custody, Holding, Lock},
	ids::{AuctionId, AvatarId, EstateId},
	key::{EstateKey, ParcelKey, WorldKey},
	land::{Coordinates, Site, Zone},
};
use std::collections::BTreeSet;

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	let world = World::default().parcels(ALICE, &[(0, 0)]).sale(area((-2, -2), (2, 2)), 1);
	let world = world.estate(ALICE, &[(0, 1), (1, 1), (2, 1)]).after(|| {
		let (by, house) = (avatar(ALICE), Some(pointer("ipfs://house")));
		Land::set_content(signed(ALICE), site(0, 0), by, house).expect("it is hers");
	});
	world.execute(|| {
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Land::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

fn put(x: i16, y: i16, details: ParcelDetails) {
	Parcels::<Test>::insert(ParcelKey::from(parcel(x, y)), details);
}

/// A parcel of Alice's as it is issued.
fn issued(zone: Zone) -> ParcelDetails {
	ParcelDetails::new(avatar(ALICE), zone, 0)
}

/// An open parcel that is locked.
fn locked(lock: Lock) -> ParcelDetails {
	let holding = Holding { lock: Some(lock), ..Holding::new(avatar(ALICE)) };
	ParcelDetails { title: Title::Own(holding), ..issued(Zone::Open) }
}

/// A parcel that names an estate.
fn part_of(estate: u32) -> ParcelDetails {
	let title = Title::PartOf { estate: EstateId(estate), version: 0 };
	ParcelDetails { title, ..issued(Zone::Open) }
}

/// The key of the one estate.
fn key() -> EstateKey {
	EstateKey::from(EstateId(0))
}

/// Changes the record of the one estate.
fn change_estate(change: impl FnOnce(&mut EstateDetails<AccountId>)) {
	Estates::<Test>::mutate_extant(key(), change);
}

/// Gives the one estate another ground.
fn put_ground(places: &[(i16, i16)]) {
	let places: BTreeSet<_> = places.iter().map(|&(x, y)| Coordinates::new(x, y)).collect();
	let places: GroundOf<Test> = places.try_into().expect("grounds of tests are small");
	Grounds::<Test>::insert(key(), places);
}

/// Changes the record of the one sale.
fn change_sale(change: impl FnOnce(&mut SaleDetails)) {
	let world = WorldKey::from(WORLD);
	let mut sale = Sales::<Test>::get(world, 0).expect("it is open");
	change(&mut sale);
	Sales::<Test>::insert(world, 0, sale);
}

/// Puts something on a site without a deposit.
fn put_content(site: Site, version: u64, payer: AccountId) {
	let pointer = pointer("ipfs://house");
	Contents::<Test>::insert(site, ContentDetails { pointer, version, payer });
}

#[test]
fn a_parcel_outside_the_grid_is_noticed() {
	assert_noticed("L1: a parcel lies outside its world", || put(3, 3, issued(Zone::Open)));
}

#[test]
fn a_parcel_without_an_owner_is_noticed() {
	assert_noticed("L2: a parcel belongs to an avatar that does not exist", || {
		put(0, 0, ParcelDetails::new(AvatarId(99), Zone::Open, 0));
	});
}

#[test]
fn an_estate_without_an_owner_is_noticed() {
	assert_noticed("L2: an estate belongs to an avatar that does not exist", || {
		change_estate(|it| it.holding.owner = AvatarId(99));
	});
}

#[test]
fn an_unlocked_road_is_noticed() {
	assert_noticed("L3: zone and lock disagree", || {
		put(0, 0, ParcelDetails { zone: Zone::Road, ..issued(Zone::Open) });
	});
}

#[test]
fn a_road_that_the_market_keeps_ready_is_noticed() {
	for lock in [LISTED, Lock::Auction(AuctionId(0))] {
		assert_noticed("L3: zone and lock disagree", || {
			put(0, 0, ParcelDetails { zone: Zone::Road, ..locked(lock) });
		});
	}
}

#[test]
fn land_that_is_locked_as_an_item_is_noticed() {
	let custody = Custody { world: WORLD, reason: 0, until: 9 };
	for lock in [Lock::Worn { slot: 0 }, Lock::Custody(custody)] {
		assert_noticed("L3: zone and lock disagree", || put(0, 0, locked(lock)));
		assert_noticed("L3: an estate is locked as no estate can be", || {
			change_estate(|it| it.holding.lock = Some(lock));
		});
	}
}

#[test]
fn land_may_be_up_for_auction() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		put(0, 0, locked(Lock::Auction(AuctionId(0))));
	});
}

#[test]
fn open_land_that_is_locked_as_public_is_noticed() {
	assert_noticed("L3: zone and lock disagree", || put(0, 0, locked(Lock::PublicLand)));
}

#[test]
fn a_stored_lock_of_an_estate_is_noticed() {
	assert_noticed("L3: zone and lock disagree", || put(0, 0, locked(Lock::Estate(EstateId(0)))));
	for lock in [Lock::PublicLand, Lock::Estate(EstateId(0))] {
		assert_noticed("L3: an estate is locked as no estate can be", || {
			change_estate(|it| it.holding.lock = Some(lock));
		});
	}
}

#[test]
fn a_road_in_an_estate_is_noticed() {
	assert_noticed("L3: public land is part of an estate", || {
		put(0, 1, ParcelDetails { zone: Zone::Road, ..part_of(0) });
	});
}

#[test]
fn a_wrong_count_of_parcels_is_noticed() {
	for wrong in [3u32, 5] {
		assert_noticed("L4: a world's parcels are miscounted", || {
			ParcelCount::<Test>::insert(WorldKey::from(WORLD), wrong);
		});
	}
	assert_noticed("L4: a world's parcels are miscounted", || {
		ParcelCount::<Test>::insert(WorldKey::from(OTHER_WORLD), 0);
	});
}

#[test]
fn a_missing_deposit_for_a_parcel_is_noticed() {
	assert_noticed("L5: an operator's deposits do not match its parcels", || {
		put(1, 0, issued(Zone::Open));
		ParcelCount::<Test>::insert(WorldKey::from(WORLD), 5);
	});
}

#[test]
fn a_missing_deposit_for_a_sale_is_noticed() {
	assert_noticed("L5: an operator's deposits do not match its sales", || {
		let world = WorldKey::from(WORLD);
		let sale = Sales::<Test>::get(world, 0).expect("it is open");
		Sales::<Test>::insert(world, 1, sale);
		Counters::<Test>::insert(world, SaleCounters { open: 2, next: 2 });
	});
}

#[test]
fn a_parcel_that_names_an_estate_without_its_place_is_noticed() {
	for other in [0, 1] {
		assert_noticed("L6: parcels and the ground of their estate disagree", || {
			put(0, 0, part_of(other));
		});
	}
}

#[test]
fn a_ground_with_a_place_that_does_not_name_its_estate_is_noticed() {
	assert_noticed("L6: parcels and the ground of their estate disagree", || {
		put_ground(&[(0, 0), (0, 1), (1, 1), (2, 1)]);
		change_estate(|it| it.parcels = 4);
	});
	assert_noticed("L6: parcels and the ground of their estate disagree", || {
		put(0, 1, issued(Zone::Open));
	});
}

#[test]
fn a_ground_without_an_estate_is_noticed() {
	assert_noticed("L6: a ground is no estate's", || Estates::<Test>::remove(key()));
}

#[test]
fn an_estate_without_a_ground_is_noticed() {
	assert_noticed("L6: an estate has no ground", || {
		let details = Estates::<Test>::get(key()).expect("it was founded");
		Estates::<Test>::insert(EstateKey::from(EstateId(1)), details);
	});
}

#[test]
fn an_estate_of_one_parcel_is_noticed() {
	assert_noticed("L7: an estate has too few parcels", || put_ground(&[(0, 1)]));
}

#[test]
fn an_estate_in_two_parts_is_noticed() {
	assert_noticed("L7: an estate does not hang together", || put_ground(&[(0, 1), (2, 1)]));
}

#[test]
fn a_wrong_count_of_an_estates_parcels_is_noticed() {
	assert_noticed("L8: an estate's parcels are miscounted", || {
		change_estate(|it| it.parcels = 2);
	});
}

#[test]
fn an_estate_whose_id_was_not_given_out_is_noticed() {
	assert_noticed("L8: an estate's id was not given out", || {
		NextEstateId::<Test>::put(EstateId(0));
	});
}

#[test]
fn a_sale_outside_the_grid_is_noticed() {
	for outside in [area((0, 0), (3, 0)), area((1, 0), (0, 0))] {
		assert_noticed("L9: a sale lies outside its world", || {
			change_sale(|it| it.area = outside);
		});
	}
}

#[test]
fn a_sale_that_pays_nobody_is_noticed() {
	assert_noticed("L9: a sale pays an avatar that does not exist", || {
		change_sale(|it| it.to = AvatarId(99));
	});
}

#[test]
fn a_road_for_sale_is_noticed() {
	assert_noticed("L9: public land is for sale", || change_sale(|it| it.zone = Zone::Road));
}

#[test]
fn a_sale_whose_number_was_not_given_out_is_noticed() {
	assert_noticed("L9: a sale's number was not given out", || {
		Counters::<Test>::insert(WorldKey::from(WORLD), SaleCounters { open: 1, next: 0 });
	});
}

#[test]
fn a_wrong_count_of_sales_is_noticed() {
	for wrong in [0, 2] {
		assert_noticed("L9: a world's open sales are miscounted", || {
			Counters::<Test>::insert(WorldKey::from(WORLD), SaleCounters { open: wrong, next: 9 });
		});
	}
}

#[test]
fn a_content_of_nothing_is_noticed() {
	for nowhere in [site(2, 2), estate(1)] {
		assert_noticed("L10: a content stands on no site", || put_content(nowhere, 0, ALICE));
	}
}

#[test]
fn a_content_whose_version_was_not_given_out_is_noticed() {
	assert_noticed("L10: a content's version was not given out", || {
		put_content(site(0, 0), 1, ALICE);
	});
}

#[test]
fn a_missing_deposit_for_an_estate_is_noticed() {
	assert_noticed("L11: a founder's deposits do not match its estates", || {
		change_estate(|it| it.payer = BOB);
	});
}

#[test]
fn a_missing_deposit_for_a_content_is_noticed() {
	for (payer, there) in [(BOB, site(0, 0)), (ALICE, estate(0))] {
		assert_noticed("L12: an account's deposits do not match its contents", || {
			put_content(there, 0, payer);
		});
	}
}
