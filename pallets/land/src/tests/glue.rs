// SPDX-License-Identifier: Apache-2.0
//! What the settlement kernel and the registry of worlds see of land, and write to it.

use crate::{mock::*, Error, HoldReason};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::EstateId,
	land::Zone,
	settlement::Refusal,
	traits::{self, WorldDeposits},
};
use sp_runtime::{DispatchError, TokenError};

/// With an estate of Alice's.
fn owned() -> World {
	World::default().estate(ALICE, &[(0, 0), (1, 0)])
}

fn holding(who: AccountId, version: u32) -> Holding {
	Holding { owner: avatar(who), version, lock: None }
}

#[test]
fn nobody_holds_what_does_not_exist() {
	World::default().execute(|| {
		assert_eq!(Land::holding(parcel(0, 0)), None);
		assert_eq!(Land::estate_holding(EstateId(0)), None);
		assert_storage_noop!(Land::set_holding(parcel(0, 0), holding(ALICE, 0)));
		assert_storage_noop!(Land::set_estate_holding(EstateId(0), holding(ALICE, 0)));
	});
}

#[test]
fn a_parcel_changes_hands() {
	World::default().parcel(ALICE, (0, 0), Zone::Residential).execute(|| {
		assert_eq!(settle(avatar(ALICE), avatar(BOB), order(site(0, 0))), Ok(()));

		assert_eq!(Land::holding(parcel(0, 0)), Some(holding(BOB, 1)));
		assert_eq!(Land::parcel(parcel(0, 0)).map(|it| it.zone), Some(Zone::Residential));
	});
}

#[test]
fn an_estate_changes_hands_with_its_parcels() {
	owned().execute(|| {
		assert_eq!(settle(avatar(ALICE), avatar(BOB), order(estate(0))), Ok(()));

		assert_eq!(Land::estate_holding(EstateId(0)), Some(holding(BOB, 1)));
		assert_eq!(Land::holding(parcel(1, 0)).map(|it| it.owner), Some(avatar(BOB)));
	});
}

#[test]
fn a_parcel_in_an_estate_is_locked_by_it_and_held_by_its_owner() {
	owned().execute(|| {
		assert_ok!(Land::transfer_estate(signed(ALICE), EstateId(0), avatar(BOB)));

		let lock = Some(Lock::Estate(EstateId(0)));
		assert_eq!(Land::holding(parcel(0, 0)), Some(Holding { lock, ..holding(BOB, 0) }));
		assert_eq!(settle(avatar(BOB), avatar(CAROL), order(site(0, 0))), Err(Refusal::Locked));
	});
}

#[test]
fn nothing_is_written_for_a_parcel_in_an_estate() {
	owned().execute(|| {
		assert_storage_noop!(Land::set_holding(parcel(0, 0), holding(BOB, 9)));
	});
}

#[test]
fn each_change_of_hands_is_another_tenure_of_an_estate() {
	owned().execute(|| {
		let tenure = || Land::estate(EstateId(0)).expect("it stays").tenure;
		for changes in 1..4 {
			let owner = Land::owner_of(estate(0)).expect("it has one");
			let to = if owner == avatar(ALICE) { BOB } else { ALICE };
			assert_eq!(sell(estate(0), avatar(to)), Ok(()));
			assert_eq!(tenure(), changes);
		}
	});
}

/// The kernel writes a record once, however often an estate changes hands in a batch of trades.
#[test]
fn changes_of_hands_at_once_are_all_counted() {
	owned().execute(|| {
		Land::set_estate_holding(EstateId(0), holding(ALICE, 3));

		assert_eq!(Land::estate(EstateId(0)).map(|it| it.tenure), Some(3));
	});
}

#[test]
fn tenures_are_counted_across_the_last_version() {
	owned().execute(|| {
		Land::set_estate_holding(EstateId(0), holding(ALICE, u32::MAX));
		Land::set_estate_holding(EstateId(0), holding(ALICE, 1));

		assert_eq!(Land::estate(EstateId(0)).map(|it| it.tenure), Some(1));
	});
}

#[test]
fn neither_a_listing_nor_another_set_of_parcels_is_another_tenure() {
	owned().parcels(ALICE, &[(2, 0)]).execute(|| {
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(0), ground(&[(2, 0)])));
		assert_eq!(list(estate(0)), Ok(()));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.holding.version, details.tenure), (1, 0));
		assert_eq!(details.holding.lock, Some(LISTED));
	});
}

#[test]
fn all_that_is_set_aside_is_counted() {
	let world = World::default().parcels(ALICE, &[(0, 0)]).estate(ALICE, &[(1, 0), (2, 0)]);
	let world = world.lease(ALICE, site(0, 0), terms(), BOB, 2);
	world.lease(ALICE, estate(0), terms(), CAROL, 3).execute(|| {
		assert_eq!(Land::escrowed(), 20 + 8 + 30 + 8);

		run_to(4);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));
		assert_eq!(Land::escrowed(), 10 + 8 + 30 + 8);
	});
}

/// Who offers to buy any parcel of an area names none, and so has not seen how one is let.
#[test]
fn a_parcel_is_let_alone_or_with_its_estate() {
	let world = World::default().parcels(ALICE, &[(0, 0), (0, 1)]);
	let world = world.estate(ALICE, &[(1, 0), (2, 0)]);
	let world = world.lease(ALICE, site(0, 0), terms(), BOB, 2);
	world.lease(ALICE, estate(0), terms(), CAROL, 3).execute(|| {
		let is_let = |x, y| <Land as traits::Land>::is_let(parcel(x, y));
		let all = || [is_let(0, 0), is_let(1, 0), is_let(2, 0), is_let(0, 1), is_let(-2, 0)];
		assert_eq!(all(), [true, true, true, false, false]);

		// Up to its last block, whether it was settled or not.
		run_to(6);
		assert_eq!(all(), [true, true, true, false, false]);
		run_to(7);
		assert_eq!(all(), [false, true, true, false, false]);
		run_to(10);
		assert_eq!(all(), [false; 5]);
	});
}

#[test]
fn an_offer_to_let_a_parcel_does_not_let_it() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		assert!(!<Land as traits::Land>::is_let(parcel(0, 0)));
	});
}

#[test]
fn the_deposits_of_a_world_go_with_it() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(hand_over(WORLD, BOB));

		assert_eq!((held(OPERATOR), held(BOB)), (0, 2 * DEPOSIT));
		assert_eq!(Balances::free_balance(OPERATOR), WEALTH);
	});
}

/// Else its new owner would pay deposits for land whose price the former one gets.
#[test]
fn a_world_with_an_open_sale_is_not_handed_over() {
	World::default().sale(area((2, 2), (2, 2)), 1).execute(|| {
		assert_noop!(hand_over(WORLD, BOB), Error::<Test>::SalesOpen);

		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));
		assert_ok!(hand_over(WORLD, BOB));
		assert_eq!(held_for(HoldReason::Sale, BOB), 0);
	});
}

#[test]
fn those_of_its_operators_other_worlds_stay() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let parcels = places(Zone::Open, &[(0, 0), (1, 0)]);
		assert_ok!(Land::issue(signed(OPERATOR), OTHER_WORLD, avatar(ALICE), parcels));

		assert_ok!(hand_over(WORLD, BOB));

		assert_eq!((held(OPERATOR), held(BOB)), (2 * DEPOSIT, DEPOSIT));
	});
}

#[test]
fn those_that_others_paid_stay_where_they_are() {
	owned().execute(|| {
		assert_ok!(hand_over(WORLD, BOB));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(held_for(HoldReason::Estate, BOB), 0);
	});
}

#[test]
fn a_world_without_land_has_no_deposits_to_hand_over() {
	World::default().execute(|| {
		assert_ok!(hand_over(WORLD, BOB));

		assert_eq!((held(OPERATOR), held(BOB)), (0, 0));
	});
}

#[test]
fn a_world_is_not_handed_over_to_who_can_not_pay() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, DEPOSIT));

		assert_noop!(
			<Land as WorldDeposits<AccountId>>::hand_over(WORLD, &OPERATOR, &BOB),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}
