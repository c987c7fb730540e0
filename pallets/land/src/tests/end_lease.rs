// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Right, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	ids::{EstateId, LeaseId},
	settlement::Refusal,
};
use sp_runtime::DispatchError;

/// With a parcel of Alice's that Bob has leased for 5 periods: from block 1 up to block 16, with
/// 50 of rent and 8 of deposit. The least are 2 periods, up to block 7.
fn leased() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 5)
}

#[test]
fn works_for_the_tenant() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));

		let lease = Land::lease(site(0, 0)).expect("it is in force");
		assert_eq!((lease.end, lease.paid, lease.deposit), (8, 23, 8));
		assert!(lease.ending);
		System::assert_last_event(
			Event::LeaseEnded { site: site(0, 0), lease: LeaseId(0), end: 8 }.into(),
		);
	});
}

#[test]
fn works_for_the_landlord() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));

		let lease = Land::lease(site(0, 0)).expect("it is in force");
		assert_eq!((lease.end, lease.paid, lease.deposit), (8, 23, 8));
		System::assert_last_event(
			Event::LeaseEnded { site: site(0, 0), lease: LeaseId(0), end: 8 }.into(),
		);
	});
}

#[test]
fn the_rest_is_paid_back_at_once() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));

		assert_eq!(coins(avatar(BOB)), WEALTH - 23 - 8);
		assert_eq!(set_aside(), 23 + 8);
	});
}

#[test]
fn everyone_has_what_is_theirs_in_the_end() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));
		run_to(8);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH + 23);
		assert_eq!(coins(avatar(BOB)), WEALTH - 23);
		assert_eq!(set_aside(), 0);
		assert_eq!(Balances::free_balance(BOB), WEALTH - SWEEP_REWARD);
	});
}

#[test]
fn a_tenant_who_leaves_before_the_least_loses_the_deposit_to_the_owner() {
	leased().execute(|| {
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));

		let lease = Land::lease(site(0, 0)).expect("it is in force");
		assert_eq!((lease.end, lease.paid, lease.deposit), (5, 13, 0));
		assert_eq!(coins(avatar(ALICE)), WEALTH + 8);
		assert_eq!(coins(avatar(BOB)), WEALTH - 13 - 8);
		assert_eq!(set_aside(), 13);
	});
}

#[test]
fn a_landlord_waits_for_the_least() {
	leased().execute(|| {
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));

		let lease = Land::lease(site(0, 0)).expect("it is in force");
		assert_eq!((lease.end, lease.paid, lease.deposit), (7, 20, 8));
		assert_eq!(coins(avatar(BOB)), WEALTH - 28);
	});
}

#[test]
fn a_tenant_may_leave_earlier_than_the_landlord_said() {
	leased().execute(|| {
		run_to(3);
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));
		assert_noop!(Land::end_lease(signed(BOB), site(0, 0)), Error::<Test>::EndsAlready);
	});
	leased().execute(|| {
		run_to(2);
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));

		assert_eq!(Land::lease(site(0, 0)).map(|it| it.end), Some(6));
	});
}

#[test]
fn the_new_owner_may_end_it_after_a_sale_and_the_old_one_may_not() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));

		assert_noop!(Land::end_lease(signed(ALICE), site(0, 0)), Error::<Test>::NotParty);
		assert_ok!(Land::end_lease(signed(CAROL), site(0, 0)));
	});
}

/// It was priced with the rent that is no longer to come.
#[test]
fn an_order_for_the_site_with_its_tenant_does_not_count_afterwards() {
	for side in [ALICE, BOB] {
		leased().execute(|| {
			let with_its_tenant = order(site(0, 0));
			assert_ok!(Land::end_lease(signed(side), site(0, 0)));

			let (from, to) = (avatar(ALICE), avatar(CAROL));
			assert_eq!(settle(from, to, with_its_tenant), Err(Refusal::Moved));
			assert_ok!(settle(from, to, order(site(0, 0))));
		});
	}
}

#[test]
fn moves_the_version_and_the_tenure_of_an_estate() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.lease(ALICE, estate(0), terms(), BOB, 5).execute(|| {
		assert_ok!(Land::end_lease(signed(ALICE), estate(0)));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.holding.version, details.tenure), (2, 2));
	});
}

/// It was made for what the site was then.
#[test]
fn an_offer_that_was_made_meanwhile_is_void() {
	leased().lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));
		run_to(7);

		assert_noop!(
			Land::accept_lease(signed(CAROL), site(0, 0), avatar(CAROL), 2, terms(), 2),
			Error::<Test>::OfferVoid
		);
		assert_ok!(Land::withdraw_lease_offer(signed(CAROL), site(0, 0)));
	});
}

#[test]
fn what_the_tenant_granted_counts_up_to_the_end() {
	leased().execute(|| {
		let (by, to) = (avatar(BOB), avatar(CAROL));
		assert_ok!(Land::grant(signed(BOB), site(0, 0), by, to, Rights::BUILD, 99));
		assert_ok!(Land::end_lease(signed(ALICE), site(0, 0)));

		run_to(6);
		assert!(Land::may(to, Right::Build, parcel(0, 0)));
		run_to(7);
		assert!(!Land::may(to, Right::Build, parcel(0, 0)));
	});
}

#[test]
fn keeps_the_deposit_until_it_is_settled() {
	leased().execute(|| {
		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));
		assert_eq!(held_for(HoldReason::Lease, BOB), LEASE_DEPOSIT);

		run_to(5);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
	});
}

/// Elsewhere a landlord dissolves the estate, and the tenant has paid for nothing.
#[test]
fn a_lease_is_not_orphaned_when_its_estate_is_dissolved() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0), (2, 0)]);
	world
		.estate(ALICE, &[(0, 1), (1, 1)])
		.lease(ALICE, estate(0), terms(), BOB, 5)
		.execute(|| {
			let first = EstateId(0);
			assert_noop!(Land::dissolve_estate(signed(ALICE), first), Error::<Test>::Leased);
			assert_noop!(
				Land::reduce_estate(signed(ALICE), first, ground(&[(2, 0)])),
				Error::<Test>::Leased
			);
			assert_noop!(
				Land::merge_estates(signed(ALICE), EstateId(1), first),
				Error::<Test>::Leased
			);

			assert_ok!(Land::end_lease(signed(ALICE), estate(0)));
			run_to(7);
			assert_ok!(Land::dissolve_estate(signed(ALICE), first));

			assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
			assert_eq!(coins(avatar(BOB)), WEALTH - 20);
			assert_eq!(held_for(HoldReason::Lease, BOB), 0);
		});
}

#[test]
fn a_lease_is_not_orphaned_when_its_parcel_is_given_back() {
	leased().parcels(ALICE, &[(1, 0)]).execute(|| {
		assert_noop!(Land::relinquish(signed(ALICE), parcel(0, 0)), Error::<Test>::Leased);
		let both = ground(&[(0, 0), (1, 0)]);
		assert_noop!(
			Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both),
			Error::<Test>::Leased
		);

		run_to(16);
		assert_ok!(Land::relinquish(signed(ALICE), parcel(0, 0)));
		assert_eq!(coins(avatar(ALICE)), WEALTH + 50);
		assert_eq!(coins(avatar(BOB)), WEALTH - 50);
	});
}

/// What is ordered is not bound: the order is void then, and its maker gets it all back.
#[test]
fn works_while_the_site_is_listed() {
	leased().execute(|| {
		assert_ok!(list(site(0, 0)));

		assert_ok!(Land::end_lease(signed(BOB), site(0, 0)));
	});
}

#[test]
fn fails_while_the_site_is_up_for_auction() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]).parcels(ALICE, &[(2, 0)]);
	let world = world.lease(ALICE, estate(0), terms(), BOB, 5);
	world.lease(ALICE, site(2, 0), terms(), BOB, 5).execute(|| {
		for there in [estate(0), site(2, 0)] {
			assert_ok!(auction(there));
			for side in [ALICE, BOB] {
				assert_noop!(Land::end_lease(signed(side), there), Error::<Test>::Locked);
			}
			assert_noop!(Land::end_lease(signed(CAROL), there), Error::<Test>::NotParty);
		}
	});
}

#[test]
fn fails_when_it_ends_as_soon_anyway() {
	leased().execute(|| {
		run_to(12);

		for side in [ALICE, BOB] {
			assert_noop!(Land::end_lease(signed(side), site(0, 0)), Error::<Test>::EndsAlready);
		}
	});
}

#[test]
fn fails_when_it_is_over() {
	leased().execute(|| {
		run_to(16);

		assert_noop!(Land::end_lease(signed(BOB), site(0, 0)), Error::<Test>::UnknownLease);
	});
}

#[test]
fn fails_without_a_lease() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(Land::end_lease(signed(ALICE), site(0, 0)), Error::<Test>::UnknownLease);
	});
}

#[test]
fn fails_for_anyone_but_the_sides() {
	leased().execute(|| {
		for stranger in [CAROL, OPERATOR] {
			assert_noop!(Land::end_lease(signed(stranger), site(0, 0)), Error::<Test>::NotParty);
		}
	});
}

#[test]
fn fails_unsigned() {
	leased().execute(|| {
		assert_noop!(Land::end_lease(RuntimeOrigin::none(), site(0, 0)), DispatchError::BadOrigin);
	});
}
