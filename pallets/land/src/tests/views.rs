// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, ParcelDetails, Parcels};
use frame_support::{assert_ok, storage::with_transaction};
use freehold_primitives::{
	ids::{EstateId, WorldId},
	key::ParcelKey,
	land::{Area, Coordinates, ParcelId, Zone},
};
use proptest::prelude::*;
use sp_runtime::{DispatchError, TransactionOutcome};
use std::collections::BTreeSet;

/// Everything of an area, page by page.
fn walk(world: WorldId, area: Area, limit: u32) -> Vec<Coordinates> {
	let (mut found, mut after) = (Vec::new(), None);
	loop {
		let (page, next) = Land::window(world, area, after, limit);
		found.extend(page.into_iter().map(|(at, _)| at));
		if next.is_none() {
			return found;
		}
		let code = |place: Option<Coordinates>| place.map(Coordinates::morton);
		assert!(code(next) > code(after), "each page gets further");
		after = next;
	}
}

/// Looks at a world that is larger than those of the mock, with these parcels, and puts everything
/// back as it was.
fn in_a_large_world(at: impl IntoIterator<Item = Coordinates>, looking: impl FnOnce()) {
	World::default().execute(|| {
		let _ = with_transaction(|| {
			for at in at {
				let details = ParcelDetails::new(avatar(ALICE), Zone::Open, 0);
				Parcels::<Test>::insert(ParcelKey::from(ParcelId { world: WORLD, at }), details);
			}
			looking();
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

fn at(x: i16, y: i16) -> Coordinates {
	Coordinates::new(x, y)
}

#[test]
fn a_window_shows_what_was_issued_in_z_order() {
	let world = World::default()
		.parcels(ALICE, &[(1, 1), (0, 0)])
		.parcels(BOB, &[(-1, -1), (1, 0)]);
	world.execute(|| {
		let (found, next) = Land::window(WORLD, area((-2, -2), (2, 2)), None, 10);

		let places: Vec<_> = found.iter().map(|(at, _)| *at).collect();
		assert_eq!(places, [at(-1, -1), at(0, 0), at(1, 0), at(1, 1)]);
		for (at, details) in found {
			assert_eq!(Land::parcel(ParcelId { world: WORLD, at }), Some(details));
		}
		assert_eq!(next, None);
	});
}

#[test]
fn a_window_shows_nothing_beyond_it() {
	let world =
		World::default().parcels(ALICE, &[(-2, 0), (-1, 0), (0, 0), (1, 0), (0, 1), (0, -1)]);
	world.execute(|| {
		assert_eq!(walk(WORLD, area((-1, 0), (0, 1)), 10), [at(-1, 0), at(0, 0), at(0, 1)]);
	});
}

#[test]
fn a_window_shows_nothing_of_other_worlds() {
	let world = World::default().after(|| {
		for world in [OTHER_WORLD, WORLD] {
			let parcels = places(Zone::Open, &[(0, 0)]);
			Land::issue(signed(OPERATOR), world, avatar(ALICE), parcels).expect("it is its world");
		}
	});
	world.execute(|| {
		let everywhere = area((i16::MIN, i16::MIN), (i16::MAX, i16::MAX));

		for world in [OTHER_WORLD, WORLD] {
			assert_eq!(walk(world, everywhere, 10), [at(0, 0)]);
		}
		for none in [WorldId(5), WorldId(8)] {
			assert!(walk(none, everywhere, 10).is_empty());
		}
	});
}

#[test]
fn a_window_goes_on_where_the_page_before_ended() {
	let row = [(-2, 0), (-1, 0), (0, 0), (1, 0), (2, 0)];
	World::default().parcels(ALICE, &row).execute(|| {
		let all = area((-2, 0), (2, 0));
		let (first, next) = Land::window(WORLD, all, None, 3);
		assert_eq!((first.len(), next), (3, Some(at(0, 0))));

		let (rest, next) = Land::window(WORLD, all, next, 3);
		assert_eq!(rest.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [at(1, 0), at(2, 0)]);
		assert_eq!(next, None);
	});
}

#[test]
fn a_page_has_one_entry_at_least() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_eq!(Land::window(WORLD, area((0, 0), (1, 0)), None, 0).0.len(), 1);
	});
}

#[test]
fn a_window_without_a_place_shows_nothing() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_eq!(Land::window(WORLD, area((1, 0), (0, 0)), None, 10), (Vec::new(), None));
	});
}

#[test]
fn a_window_may_go_on_after_any_place() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		let there = area((0, 0), (1, 0));
		let after = |place| Land::window(WORLD, there, Some(place), 10).0.len();

		assert_eq!(after(at(i16::MIN, i16::MIN)), 2);
		assert_eq!(after(at(-1, -1)), 2);
		assert_eq!(after(at(0, 0)), 1);
		assert_eq!(after(at(i16::MAX, i16::MAX)), 0);
	});
}

#[test]
fn a_page_has_no_more_than_1024_entries() {
	let square = area((0, 0), (32, 32));
	in_a_large_world(square.places(), || {
		let (first, next) = Land::window(WORLD, square, None, u32::MAX);
		assert_eq!(first.len(), 1_024);

		let (rest, next) = Land::window(WORLD, square, next, u32::MAX);
		assert_eq!((rest.len(), next), (33 * 33 - 1_024, None));
	});
}

/// Each record that is looked at lies outside the window and next to a place inside that was not
/// issued: whoever asks can't make a node walk on for ever.
#[test]
fn a_walk_looks_at_so_many_records_and_no_more() {
	let beside = (0..4_200).map(|n| at(2 * n, 1));
	in_a_large_world(beside, || {
		let row = area((0, 0), (10_000, 0));
		let (found, next) = Land::window(WORLD, row, None, 10);
		assert!(found.is_empty());
		assert_eq!(next, Some(at(2 * 4_095, 1)));

		let (found, next) = Land::window(WORLD, row, next, 10);
		assert_eq!((found.len(), next), (0, None));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever the pages, together they show each parcel of the area once, in z-order.
	#[test]
	fn the_pages_of_a_window_are_the_parcels_of_its_area(
		issued in prop::collection::btree_set((-9..9i16, -9..9i16), 0..80),
		(west, south) in (-10..10i16, -10..10i16),
		(wide, high) in (0..12i16, 0..12i16),
		limit in 1..9u32,
	) {
		let issued: BTreeSet<_> = issued.into_iter().map(|(x, y)| at(x, y)).collect();
		let window = area((west, south), (west + wide, south + high));
		let mut expected: Vec<_> =
			issued.iter().copied().filter(|at| window.contains(*at)).collect();
		expected.sort_unstable_by_key(|at| at.morton());

		in_a_large_world(issued, || assert_eq!(walk(WORLD, window, limit), expected));
	}
}

#[test]
fn the_places_of_an_estate_are_shown_page_by_page() {
	World::default().estate(ALICE, &[(0, 0), (1, 0), (0, 1), (-1, 0)]).execute(|| {
		let page = |start, limit| Land::estate_parcels(EstateId(0), start, limit);

		assert_eq!(page(0, 2), [at(-1, 0), at(0, 0)]);
		assert_eq!(page(2, 2), [at(0, 1), at(1, 0)]);
		assert_eq!(page(3, u32::MAX), [at(1, 0)]);
		assert_eq!(page(0, 0), [at(-1, 0)]);
		assert!(page(4, 2).is_empty());
		assert!(page(u32::MAX, u32::MAX).is_empty());
		assert!(Land::estate_parcels(EstateId(1), 0, 2).is_empty());
	});
}

#[test]
fn open_sales_are_shown_page_by_page() {
	let world =
		(0..4).fold(World::default(), |world, price| world.sale(area((0, 0), (1, 1)), price));
	world.execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 1));
		let page = |start, limit| {
			let (sales, next) = Land::sales(WORLD, start, limit);
			assert!(sales.iter().all(|(number, sale)| sale.price == u128::from(*number)));
			(sales.into_iter().map(|(number, _)| number).collect::<Vec<_>>(), next)
		};

		assert_eq!(page(0, 10), (vec![0, 2, 3], None));
		assert_eq!(page(0, 2), (vec![0], Some(2)));
		assert_eq!(page(2, 1), (vec![2], Some(3)));
		assert_eq!(page(3, 1), (vec![3], None));
		assert_eq!(page(1, 0), (vec![], Some(2)));
		assert_eq!(page(4, 1), (vec![], None));
		assert_eq!(page(u32::MAX, u32::MAX), (vec![], None));
		assert_eq!(Land::sales(OTHER_WORLD, 0, 10), (vec![], None));
	});
}

#[test]
fn the_owner_of_an_estate_owns_its_parcels() {
	let world = World::default().parcels(ALICE, &[(2, 2)]).estate(BOB, &[(0, 0), (1, 0)]);
	world.execute(|| {
		assert_eq!(Land::owner_of(site(2, 2)), Some(avatar(ALICE)));
		assert_eq!(Land::owner_of(estate(0)), Some(avatar(BOB)));
		assert_eq!(Land::owner_of(site(1, 0)), Some(avatar(BOB)));
		assert_eq!(Land::owner_of(site(1, 1)), None);
		assert_eq!(Land::owner_of(estate(1)), None);
	});
}

#[test]
fn the_tenant_occupies_what_is_let_until_the_lease_is_over() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		for there in [estate(0), site(0, 0)] {
			assert_eq!(Land::occupier(there), Some(avatar(BOB)));
			assert_eq!(Land::owner_of(there), Some(avatar(ALICE)));
		}
		run_to(7);
		assert_eq!(Land::occupier(estate(0)), Some(avatar(ALICE)));
		assert_eq!(Land::occupier(estate(1)), None);
	});
}
