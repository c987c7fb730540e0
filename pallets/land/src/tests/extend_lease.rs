// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{ids::LeaseId, land::Site, settlement::Refusal};
use sp_runtime::DispatchError;

/// With a parcel of Alice's that Bob has leased for 2 of at most 5 periods: up to block 7.
fn leased() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2)
}

#[test]
fn works() {
	leased().execute(|| {
		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 2));

		let lease = Land::lease(site(0, 0)).expect("it was accepted");
		assert_eq!((lease.start, lease.end, lease.paid), (1, 13, 40));
		System::assert_last_event(
			Event::LeaseExtended { site: site(0, 0), lease: LeaseId(0), end: 13 }.into(),
		);
	});
}

#[test]
fn sets_the_rent_aside() {
	leased().execute(|| {
		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 2));

		assert_eq!(coins(avatar(BOB)), WEALTH - 48);
		assert_eq!(set_aside(), 48);
	});
}

#[test]
fn holds_nothing_more() {
	leased().execute(|| {
		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 2));

		assert_eq!(held_for(HoldReason::Lease, BOB), LEASE_DEPOSIT);
	});
}

#[test]
fn costs_the_same_after_rent_was_collected() {
	leased().execute(|| {
		run_to(6);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));
		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 1));

		run_to(10);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));
		assert_eq!(coins(avatar(ALICE)), WEALTH + 30);
		assert_eq!(coins(avatar(BOB)), WEALTH - 30);
	});
}

#[test]
fn works_under_a_new_owner() {
	leased().execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));

		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 3));
	});
}

/// The tenant was promised the most periods, and whoever buys the avatar has seen the terms.
#[test]
fn works_while_the_landlord_offers_its_avatar_for_sale() {
	leased().execute(|| {
		offer(avatar(ALICE));

		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 3));
		assert_eq!(Land::lease(site(0, 0)).map(|it| it.end), Some(16));
	});
}

#[test]
fn fails_while_the_tenants_avatar_is_offered_for_sale() {
	leased().execute(|| {
		offer(avatar(BOB));

		assert_noop!(
			Land::extend_lease(signed(BOB), site(0, 0), 1),
			DispatchError::Other("offered")
		);
	});
}

/// Whoever gets what the market keeps ready has seen how long it is let.
#[test]
fn fails_while_the_market_keeps_the_site_ready() {
	let keep_ready: [fn(Site) -> Result<(), Refusal>; 2] = [list, auction];
	for keep_ready in keep_ready {
		leased().execute(|| {
			assert_ok!(keep_ready(site(0, 0)));

			assert_noop!(Land::extend_lease(signed(BOB), site(0, 0), 1), Error::<Test>::Locked);
		});
	}
}

#[test]
fn works_once_the_site_was_sold() {
	leased().execute(|| {
		assert_ok!(list(site(0, 0)));
		assert_ok!(sell(site(0, 0), avatar(CAROL)));

		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 3));
	});
}

#[test]
fn fails_beyond_the_most_periods() {
	leased().execute(|| {
		for periods in [4, u32::MAX] {
			assert_noop!(
				Land::extend_lease(signed(BOB), site(0, 0), periods),
				Error::<Test>::InvalidPeriods
			);
		}
		assert_ok!(Land::extend_lease(signed(BOB), site(0, 0), 3));
	});
}

#[test]
fn fails_by_nothing() {
	leased().execute(|| {
		assert_noop!(Land::extend_lease(signed(BOB), site(0, 0), 0), Error::<Test>::InvalidPeriods);
	});
}

#[test]
fn fails_once_a_side_has_ended_it() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 4).execute(|| {
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));

		assert_noop!(Land::extend_lease(signed(BOB), site(0, 0), 1), Error::<Test>::Ending);
	});
}

#[test]
fn fails_when_it_is_over() {
	leased().execute(|| {
		run_to(7);

		assert_noop!(Land::extend_lease(signed(BOB), site(0, 0), 1), Error::<Test>::UnknownLease);
	});
}

#[test]
fn fails_without_a_lease() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(Land::extend_lease(signed(ALICE), site(0, 0), 1), Error::<Test>::UnknownLease);
	});
}

#[test]
fn fails_for_anyone_but_the_tenant() {
	leased().execute(|| {
		for stranger in [ALICE, CAROL] {
			assert_noop!(
				Land::extend_lease(signed(stranger), site(0, 0), 1),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_with_too_few_coins() {
	let dear = crate::LeaseTerms { price: 400, ..terms() };

	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), dear, BOB, 2).execute(|| {
		assert_noop!(
			Land::extend_lease(signed(BOB), site(0, 0), 1),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn fails_unsigned() {
	leased().execute(|| {
		assert_noop!(
			Land::extend_lease(RuntimeOrigin::none(), site(0, 0), 1),
			DispatchError::BadOrigin
		);
	});
}
