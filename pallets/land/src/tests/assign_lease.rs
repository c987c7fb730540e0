// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, LeaseTerms, NextLeaseId, Right, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::{AvatarId, LeaseId};
use sp_runtime::DispatchError;

/// With a parcel of Alice's that Bob has leased for 2 periods, up to block 7, and may pass on.
fn leased() -> World {
	let terms = LeaseTerms { sublet: true, ..terms() };
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms, BOB, 2)
}

#[test]
fn works() {
	leased().execute(|| {
		assert_ok!(Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)));

		let lease = Land::lease(site(0, 0)).expect("it is in force");
		assert_eq!((lease.id, lease.tenant), (LeaseId(1), avatar(CAROL)));
		assert_eq!((lease.start, lease.end, lease.paid), (1, 7, 20));
		System::assert_last_event(
			Event::LeaseAssigned {
				site: site(0, 0),
				lease: LeaseId(1),
				from: avatar(BOB),
				to: avatar(CAROL),
			}
			.into(),
		);
	});
}

#[test]
fn voids_what_the_tenant_before_granted() {
	leased().execute(|| {
		let guest = avatar(OPERATOR);
		assert_ok!(Land::grant(signed(BOB), site(0, 0), avatar(BOB), guest, Rights::BUILD, 99));
		assert_ok!(Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)));

		assert!(!Land::may(guest, Right::Build, parcel(0, 0)));
		assert!(!Land::may(avatar(BOB), Right::Build, parcel(0, 0)));
		assert!(Land::may(avatar(CAROL), Right::Build, parcel(0, 0)));
	});
}

#[test]
fn what_comes_back_in_the_end_is_the_new_tenants() {
	leased().execute(|| {
		assert_ok!(Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)));
		run_to(7);
		assert_ok!(Land::collect_rent(signed(OPERATOR), site(0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 28);
		assert_eq!(coins(avatar(CAROL)), WEALTH + 8);
	});
}

#[test]
fn the_deposit_for_the_record_goes_back_to_who_paid_it() {
	leased().execute(|| {
		assert_ok!(Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)));
		assert_eq!(held_for(HoldReason::Lease, BOB), LEASE_DEPOSIT);

		run_to(7);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
		assert_eq!(Balances::free_balance(BOB), WEALTH - SWEEP_REWARD);
		assert_eq!(Balances::free_balance(CAROL), WEALTH + SWEEP_REWARD);
	});
}

#[test]
fn leaves_the_tenant_before_no_say() {
	leased().execute(|| {
		assert_ok!(Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)));

		assert_noop!(Land::end_lease(signed(BOB), site(0, 0)), Error::<Test>::NotParty);
		assert_ok!(Land::extend_lease(signed(CAROL), site(0, 0), 1));
	});
}

#[test]
fn fails_when_the_terms_forbid_it() {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(
			Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)),
			Error::<Test>::NoSublet
		);
	});
}

#[test]
fn fails_for_anyone_but_the_tenant() {
	leased().execute(|| {
		for stranger in [ALICE, CAROL] {
			assert_noop!(
				Land::assign_lease(signed(stranger), site(0, 0), avatar(CAROL)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	leased().execute(|| {
		assert_noop!(
			Land::assign_lease(signed(BOB), site(0, 0), AvatarId(10)),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_it_is_over() {
	leased().execute(|| {
		run_to(7);

		assert_noop!(
			Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)),
			Error::<Test>::UnknownLease
		);
	});
}

#[test]
fn fails_without_a_lease() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::assign_lease(signed(ALICE), site(0, 0), avatar(CAROL)),
			Error::<Test>::UnknownLease
		);
	});
}

#[test]
fn fails_when_no_id_is_left() {
	leased().execute(|| {
		NextLeaseId::<Test>::put(LeaseId(u32::MAX));

		assert_noop!(
			Land::assign_lease(signed(BOB), site(0, 0), avatar(CAROL)),
			Error::<Test>::NoIdsLeft
		);
	});
}

#[test]
fn fails_unsigned() {
	leased().execute(|| {
		assert_noop!(
			Land::assign_lease(RuntimeOrigin::none(), site(0, 0), avatar(CAROL)),
			DispatchError::BadOrigin
		);
	});
}
