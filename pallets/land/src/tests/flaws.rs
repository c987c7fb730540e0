// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with land elsewhere, and can't here.

use crate::{mock::*, Error, HoldReason};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	ids::EstateId,
	land::{Coordinates, Site, Zone},
	settlement::Refusal,
};
use sp_runtime::{DispatchError, TokenError};

/// With an estate of Alice's: three parcels in a row, and one of hers beside it.
fn row() -> World {
	World::default()
		.estate(ALICE, &[(0, 0), (1, 0), (2, 0)])
		.parcels(ALICE, &[(2, 1)])
}

/// After Alice signed an order by which the site goes to Bob, this is done, and then the order is
/// settled.
fn late_order(world: World, site: Site, deed: impl FnOnce()) -> Refusal {
	let mut refused = None;
	world.execute(|| {
		let signed = order(site);
		deed();
		refused = settle(avatar(ALICE), avatar(BOB), signed).err();
	});
	refused.expect("no order outlives what it was signed for")
}

#[test]
fn axes_without_a_gap_are_not_taken_for_contiguity() {
	for apart in [
		&[(0, 0), (1, 1)][..],
		&[(0, 0), (1, 1), (2, 2)],
		&[(0, 1), (1, 0), (2, 1), (1, 2)],
		&[(0, 0), (0, 1), (1, 2), (2, 2)],
		&[(-2, -2), (-2, -1), (-1, 0), (0, 1), (1, 2), (2, 2)],
	] {
		World::default().parcels(ALICE, apart).execute(|| {
			assert_noop!(
				Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), ground(apart)),
				Error::<Test>::NotConnected
			);
		});
	}
}

#[test]
fn contiguity_is_not_only_checked_when_an_estate_is_founded() {
	let world = row().parcels(ALICE, &[(-1, -1)]).estate(ALICE, &[(-2, 2), (-1, 2)]);
	world.execute(|| {
		let (who, it) = (|| signed(ALICE), EstateId(0));
		let far = || ground(&[(-1, -1)]);
		let middle = || ground(&[(1, 0)]);

		assert_noop!(Land::extend_estate(who(), it, far()), Error::<Test>::NotConnected);
		assert_noop!(Land::reduce_estate(who(), it, middle()), Error::<Test>::NotConnected);
		assert_noop!(Land::merge_estates(who(), it, EstateId(1)), Error::<Test>::NotConnected);
		assert_ok!(Land::extend_estate(who(), it, ground(&[(2, 1)])));
		let ends = ground(&[(0, 0), (2, 1)]);
		assert_noop!(Land::split_estate(who(), it, ends), Error::<Test>::NotConnected);
	});
}

#[test]
fn dissolving_an_estate_does_not_ignore_its_lease() {
	row().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		assert_noop!(Land::dissolve_estate(signed(ALICE), EstateId(0)), Error::<Test>::Leased);
		assert_eq!(Land::occupier(site(1, 0)), Some(avatar(BOB)));
	});
}

/// The tenant is a puppet of the seller's: ending its lease moves the version, and the auction, whose
/// bids were low, fails.
#[test]
fn a_seller_does_not_get_out_of_an_auction_by_ending_a_lease() {
	let terms = crate::LeaseTerms { price: 0, notice: 0, least: 1, deposit: 0, ..terms() };
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	let world = world.lease(ALICE, site(0, 0), terms, BOB, 5);
	world.execute(|| {
		assert_ok!(auction(site(0, 0)));
		let bid_for = order(site(0, 0));

		// Also once the least periods are over, as the owner.
		for block in [1, 4, 15] {
			run_to(block);
			for side in [ALICE, BOB] {
				assert_noop!(Land::end_lease(signed(side), site(0, 0)), Error::<Test>::Locked);
			}
		}
		assert_eq!(order(site(0, 0)), bid_for);
	});
}

/// Until just before the sale the site has a few blocks of its lease to go; nothing that a buyer
/// named would tell it from one that is let for years.
#[test]
fn a_lease_is_not_extended_under_a_buyer() {
	let terms = crate::LeaseTerms { price: 0, period: 1, least: 1, most: 1_000_000, ..terms() };
	let world = row().lease(ALICE, estate(0), terms, BOB, 10);
	world.lease(ALICE, site(2, 1), terms, BOB, 10).execute(|| {
		assert_ok!(list(estate(0)));
		assert_ok!(auction(site(2, 1)));

		for there in [estate(0), site(2, 1)] {
			assert_noop!(Land::extend_lease(signed(BOB), there, 999_990), Error::<Test>::Locked);
		}
	});
}

#[test]
fn an_estate_does_not_change_under_its_tenant() {
	let world = row().estate(ALICE, &[(0, 1), (1, 1)]);
	world.lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		let (who, it, other) = (|| signed(ALICE), EstateId(0), EstateId(1));
		let (beside, part) = (ground(&[(2, 1)]), ground(&[(2, 0)]));

		assert_noop!(Land::extend_estate(who(), it, beside), Error::<Test>::Leased);
		assert_noop!(Land::reduce_estate(who(), it, part.clone()), Error::<Test>::Leased);
		assert_noop!(Land::split_estate(who(), it, part), Error::<Test>::Leased);
		assert_noop!(Land::merge_estates(who(), it, other), Error::<Test>::Leased);
		assert_noop!(Land::merge_estates(who(), other, it), Error::<Test>::Leased);
	});
}

#[test]
fn land_that_is_let_is_not_burnt() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(Land::relinquish(signed(ALICE), parcel(0, 0)), Error::<Test>::Leased);
	});
}

#[test]
fn a_listed_parcel_joins_no_estate() {
	row().parcels(ALICE, &[(2, 2)]).execute(|| {
		assert_ok!(list(site(2, 1)));
		let (beside, both) = (ground(&[(2, 1)]), ground(&[(2, 1), (2, 2)]));

		assert_noop!(
			Land::extend_estate(signed(ALICE), EstateId(0), beside),
			Error::<Test>::Locked
		);
		assert_noop!(
			Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both),
			Error::<Test>::Locked
		);
		assert_eq!(Land::holding(parcel(2, 1)).and_then(|it| it.lock), Some(LISTED));
	});
}

#[test]
fn a_listed_estate_does_not_change_before_it_is_bought() {
	row().execute(|| {
		assert_ok!(list(estate(0)));
		let (who, it) = (|| signed(ALICE), EstateId(0));
		let (beside, part) = (ground(&[(2, 1)]), ground(&[(2, 0)]));

		assert_noop!(Land::extend_estate(who(), it, beside), Error::<Test>::Locked);
		assert_noop!(Land::reduce_estate(who(), it, part.clone()), Error::<Test>::Locked);
		assert_noop!(Land::split_estate(who(), it, part), Error::<Test>::Locked);
		assert_noop!(Land::dissolve_estate(who(), it), Error::<Test>::Locked);
	});
}

#[test]
fn no_parcel_is_sold_out_of_an_estate() {
	row().execute(|| {
		let part = order(site(1, 0));

		assert_eq!(settle(avatar(ALICE), avatar(BOB), part), Err(Refusal::Locked));
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(1, 0), avatar(BOB)),
			Error::<Test>::InEstate
		);
	});
}

/// A fingerprint of the set may collide with that of another. A version never comes again.
#[test]
fn an_order_for_an_estate_does_not_buy_another_set_of_parcels() {
	let (who, it) = (|| signed(ALICE), EstateId(0));

	let extended = late_order(row(), estate(0), || {
		assert_ok!(Land::extend_estate(who(), it, ground(&[(2, 1)])));
	});
	let reduced = late_order(row(), estate(0), || {
		assert_ok!(Land::reduce_estate(who(), it, ground(&[(2, 0)])));
	});
	let merged = late_order(row().estate(ALICE, &[(0, 1), (1, 1)]), estate(0), || {
		assert_ok!(Land::merge_estates(who(), it, EstateId(1)));
	});
	let split = late_order(row(), estate(0), || {
		assert_ok!(Land::extend_estate(who(), it, ground(&[(2, 1)])));
		assert_ok!(Land::split_estate(who(), it, ground(&[(2, 0), (2, 1)])));
	});

	assert_eq!([extended, reduced, merged, split], [Refusal::Moved; 4]);
}

/// Here even the set is the same again.
#[test]
fn an_order_for_an_estate_does_not_revive_when_its_parcels_come_back() {
	let refused = late_order(row(), estate(0), || {
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(0), ground(&[(2, 0)])));
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(0), ground(&[(2, 0)])));
	});

	assert_eq!(refused, Refusal::Moved);
}

#[test]
fn an_order_for_an_estate_that_is_no_more_does_not_buy_its_successor() {
	let refused = late_order(row(), estate(0), || {
		let there = ground(&[(0, 0), (1, 0), (2, 0)]);
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), there));
	});

	assert_eq!(refused, Refusal::UnknownAsset);
}

#[test]
fn an_order_for_a_parcel_does_not_revive_when_it_leaves_its_estate() {
	let refused = late_order(row(), site(2, 1), || {
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(0), ground(&[(2, 1)])));
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(0), ground(&[(2, 1)])));
	});

	assert_eq!(refused, Refusal::Moved);
}

#[test]
fn an_order_for_a_parcel_does_not_revive_when_the_seller_gets_it_back() {
	let refused = late_order(row(), site(2, 1), || {
		assert_ok!(Land::transfer(signed(ALICE), parcel(2, 1), avatar(BOB)));
		assert_ok!(Land::transfer(signed(BOB), parcel(2, 1), avatar(ALICE)));
	});

	assert_eq!(refused, Refusal::Moved);
}

#[test]
fn an_order_for_a_parcel_that_was_given_back_does_not_buy_its_successor() {
	let refused = late_order(row(), site(2, 1), || {
		let again = places(Zone::Open, &[(2, 1)]);
		assert_ok!(Land::relinquish(signed(ALICE), parcel(2, 1)));
		assert_ok!(Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), again));
	});

	assert_eq!(refused, Refusal::Moved);
}

#[test]
fn a_listing_does_not_outlive_a_change_of_hands() {
	row().execute(|| {
		for there in [estate(0), site(2, 1)] {
			assert_ok!(list(there));
			let listed = order(there);
			assert_ok!(sell(there, avatar(BOB)));

			let lock = Land::premises(there).map(|it| it.holding.lock);
			assert_eq!(lock, Ok(None));
			assert_eq!(settle(avatar(BOB), avatar(CAROL), listed), Err(Refusal::Moved));
		}
	});
}

#[test]
fn what_is_listed_is_not_given_away_beside_its_listing() {
	row().execute(|| {
		assert_ok!(list(estate(0)));
		assert_ok!(list(site(2, 1)));

		assert_noop!(
			Land::transfer_estate(signed(ALICE), EstateId(0), avatar(BOB)),
			Error::<Test>::Locked
		);
		assert_noop!(
			Land::transfer(signed(ALICE), parcel(2, 1), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}

#[test]
fn a_deposit_for_many_parcels_is_not_that_for_one() {
	for count in 1..=5 {
		World::default().execute(|| {
			let there = area((-2, 0), (count - 3, 0));
			let named: Vec<_> = there.places().map(|at| (at.x, at.y - 1)).collect();
			let parcels = places(Zone::Open, &named);
			let deposits = |issued| u128::try_from(count).expect("positive") * issued * DEPOSIT;

			assert_ok!(Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), parcels));
			assert_eq!(held(OPERATOR), deposits(1));
			let (to, zone) = (avatar(ALICE), Zone::Open);
			assert_ok!(Land::issue_area(signed(OPERATOR), WORLD, to, there, zone));
			assert_eq!(held(OPERATOR), deposits(2));
			assert_eq!(Balances::free_balance(OPERATOR), WEALTH - deposits(2));
		});
	}
}

#[test]
fn a_mint_does_not_spend_what_is_held_for_something_else() {
	let world = World::default().parcels(ALICE, &[(0, 0)]).sale(area((1, 0), (2, 0)), 1);
	world.execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, 1));
		let held_before = (held(OPERATOR), held_for(HoldReason::Sale, OPERATOR));
		let (more, at) = (places(Zone::Open, &[(0, 1)]), Coordinates::new(1, 0));

		assert_noop!(
			Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), more),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_noop!(
			Land::claim(signed(BOB), WORLD, 0, at, avatar(BOB), 1),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!((held(OPERATOR), held_for(HoldReason::Sale, OPERATOR)), held_before);
	});
}

#[test]
fn a_removal_does_not_free_what_is_held_for_something_else() {
	let world = World::default()
		.parcels(OPERATOR, &[(0, 0), (1, 0)])
		.sale(area((2, 2), (2, 2)), 1);
	world.execute(|| {
		assert_ok!(Land::relinquish(signed(OPERATOR), parcel(0, 0)));
		assert_eq!(held(OPERATOR), DEPOSIT);
		assert_eq!(held_for(HoldReason::Sale, OPERATOR), SALE_DEPOSIT);

		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));
		assert_eq!(held(OPERATOR), DEPOSIT);
	});
}

#[test]
fn a_buyer_does_not_pay_more_than_it_saw() {
	World::default().sale(area((0, 0), (0, 0)), 10).execute(|| {
		let (at, to) = (Coordinates::new(0, 0), avatar(BOB));
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));
		let (there, payee) = (area((0, 0), (0, 0)), avatar(OPERATOR));
		assert_ok!(Land::open_sale(signed(OPERATOR), WORLD, there, Zone::Open, 11, payee));

		assert_noop!(Land::claim(signed(BOB), WORLD, 0, at, to, 10), Error::<Test>::UnknownSale);
		assert_noop!(Land::claim(signed(BOB), WORLD, 1, at, to, 10), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn what_hangs_on_land_does_not_outlive_it() {
	let offered = row().lease_offer(ALICE, estate(0), terms());
	offered.lease_offer(ALICE, site(2, 1), terms()).execute(|| {
		for there in [estate(0), site(2, 1)] {
			let (by, house) = (avatar(ALICE), Some(pointer("ipfs://house")));
			assert_ok!(Land::set_content(signed(ALICE), there, by, house));
		}
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));
		assert_ok!(Land::relinquish(signed(ALICE), parcel(2, 1)));

		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

#[test]
fn land_does_not_leave_an_avatar_between_its_buyers_look_and_the_purchase() {
	let world = row().estate(ALICE, &[(0, 1), (1, 1)]).parcels(ALICE, &[(2, 2)]);
	world.after(|| offer(avatar(ALICE))).execute(|| {
		let (who, it, other) = (|| signed(ALICE), EstateId(0), EstateId(1));
		let (owner, to, on_sale) = (avatar(ALICE), avatar(BOB), DispatchError::Other("offered"));
		let (beside, part) = (ground(&[(2, 1)]), ground(&[(2, 0)]));
		let both = ground(&[(2, 1), (2, 2)]);
		let batch = bounded([(Coordinates::new(2, 1), to)].into_iter());

		assert_noop!(Land::transfer(who(), parcel(2, 1), to), on_sale);
		assert_noop!(Land::transfer_batch(who(), WORLD, batch), on_sale);
		assert_noop!(Land::transfer_estate(who(), it, to), on_sale);
		assert_noop!(Land::relinquish(who(), parcel(2, 1)), on_sale);
		assert_noop!(Land::found_estate(who(), WORLD, owner, both), on_sale);
		assert_noop!(Land::extend_estate(who(), it, beside), on_sale);
		assert_noop!(Land::reduce_estate(who(), it, part.clone()), on_sale);
		assert_noop!(Land::split_estate(who(), it, part), on_sale);
		assert_noop!(Land::merge_estates(who(), it, other), on_sale);
		assert_noop!(Land::dissolve_estate(who(), it), on_sale);
		for there in [estate(0), site(2, 1)] {
			assert_noop!(Land::set_content(who(), there, owner, Some(pointer("a"))), on_sale);
			assert_eq!(settle(owner, to, order(there)), Err(Refusal::Frozen));
		}
	});
}
