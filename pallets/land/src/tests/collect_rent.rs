// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason};
#[allow(
	clippy::disallowed_types,
	reason = "money may be locked by a pallet that knows no freezes"
)]
use frame_support::{
	assert_noop, assert_ok,
	traits::{LockableCurrency, WithdrawReasons},
};
use freehold_primitives::ids::LeaseId;
use sp_runtime::DispatchError;

/// With a parcel of Alice's that Bob has leased for 2 periods: from block 1 up to block 7, with
/// 20 of rent and 8 of deposit.
fn leased() -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease(ALICE, site(0, 0), terms(), BOB, 2)
}

#[test]
fn works() {
	leased().execute(|| {
		run_to(3);
		assert_eq!(Land::rent_due(site(0, 0)), 6);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH + 6);
		assert_eq!(Land::lease(site(0, 0)).map(|it| it.collected), Some(6));
		assert_eq!(Land::rent_due(site(0, 0)), 0);
		System::assert_last_event(
			Event::RentCollected {
				site: site(0, 0),
				lease: LeaseId(0),
				to: avatar(ALICE),
				amount: 6,
			}
			.into(),
		);
	});
}

#[test]
fn settles_a_lease_that_is_over() {
	leased().execute(|| {
		run_to(7);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(Land::lease(site(0, 0)), None);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
		System::assert_has_event(
			Event::RentCollected {
				site: site(0, 0),
				lease: LeaseId(0),
				to: avatar(ALICE),
				amount: 20,
			}
			.into(),
		);
		System::assert_last_event(
			Event::LeaseSettled { site: site(0, 0), lease: LeaseId(0) }.into(),
		);
	});
}

#[test]
fn gives_the_deposit_back_when_it_is_over() {
	leased().execute(|| {
		assert_eq!(Balances::free_balance(BOB), WEALTH - LEASE_DEPOSIT);
		run_to(6);
		assert_ok!(Land::collect_rent(signed(BOB), site(0, 0)));
		assert_eq!(held_for(HoldReason::Lease, BOB), LEASE_DEPOSIT);

		run_to(7);
		assert_ok!(Land::collect_rent(signed(BOB), site(0, 0)));
		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
		assert_eq!(Balances::free_balance(BOB), WEALTH);
	});
}

#[test]
fn another_who_settles_gets_the_reward_out_of_the_deposit() {
	leased().execute(|| {
		run_to(7);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
		assert_eq!(Balances::free_balance(BOB), WEALTH - SWEEP_REWARD);
		assert_eq!(Balances::free_balance(CAROL), WEALTH + SWEEP_REWARD);
	});
}

#[test]
fn nobody_is_rewarded_before_it_is_over() {
	leased().execute(|| {
		run_to(6);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(Balances::free_balance(BOB), WEALTH - LEASE_DEPOSIT);
		assert_eq!(Balances::free_balance(CAROL), WEALTH);
	});
}

/// Elsewhere a debtor keeps a record for ever by freezing what is held for it.
#[test]
fn settles_though_the_payers_money_is_frozen() {
	leased().execute(|| {
		Balances::set_lock(*b"anything", &BOB, WEALTH, WithdrawReasons::all());
		run_to(7);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(Land::lease(site(0, 0)), None);
		assert_eq!(Balances::free_balance(CAROL), WEALTH + SWEEP_REWARD);
	});
}

#[test]
fn adds_up_however_often_it_is_done() {
	leased().execute(|| {
		for block in 2..=7 {
			run_to(block);
			assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
			check();
		}

		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(set_aside(), 0);
	});
}

/// Elsewhere a rent goes on being charged until someone stops it.
#[test]
fn rent_ends_with_the_lease_though_nobody_acts() {
	leased().execute(|| {
		run_to(1_000_000);
		assert_eq!(Land::rent_due(site(0, 0)), 20);
		assert_eq!(Land::occupier(site(0, 0)), Some(avatar(ALICE)));
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
	});
}

#[test]
fn no_rent_is_lost_when_the_landlord_sells() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));
		run_to(7);
		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH + 10);
		assert_eq!(coins(avatar(CAROL)), WEALTH + 10);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
	});
}

#[test]
fn rent_that_nobody_collected_goes_with_the_title() {
	leased().execute(|| {
		run_to(4);
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH);
		assert_eq!(coins(avatar(CAROL)), WEALTH + 10);
	});
}

/// Neither side ever signs again; anyone else frees what is set aside for both.
#[test]
fn a_party_who_disappears_locks_no_money_for_ever() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.lease(ALICE, estate(0), terms(), BOB, 5).execute(|| {
		run_to(16);
		assert_ok!(Land::collect_rent(signed(CAROL), estate(0)));

		assert_eq!(set_aside(), 0);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 50);
		assert_eq!(coins(avatar(BOB)), WEALTH - 50);
		assert_eq!(Balances::free_balance(BOB), WEALTH - SWEEP_REWARD);
		assert_eq!(avatar_consumers(avatar(BOB)), 0);
	});
}

#[test]
fn rent_that_is_due_is_paid_before_the_parcel_becomes_part_of_an_estate() {
	leased().parcels(ALICE, &[(1, 0)]).execute(|| {
		run_to(7);
		let both = ground(&[(0, 0), (1, 0)]);
		let found = || Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both.clone());
		assert_noop!(found(), Error::<Test>::Unsettled);

		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
		assert_eq!(Land::lease(site(0, 0)), None);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_ok!(found());
	});
}

#[test]
fn fails_when_nothing_is_due() {
	leased().execute(|| {
		assert_noop!(Land::collect_rent(signed(ALICE), site(0, 0)), Error::<Test>::NothingDue);
		run_to(3);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));
		assert_noop!(Land::collect_rent(signed(ALICE), site(0, 0)), Error::<Test>::NothingDue);
	});
}

#[test]
fn fails_without_a_lease() {
	leased().execute(|| {
		run_to(7);
		assert_ok!(Land::collect_rent(signed(ALICE), site(0, 0)));

		assert_noop!(Land::collect_rent(signed(ALICE), site(0, 0)), Error::<Test>::UnknownLease);
	});
}

#[test]
fn fails_unsigned() {
	leased().execute(|| {
		run_to(3);

		assert_noop!(
			Land::collect_rent(RuntimeOrigin::none(), site(0, 0)),
			DispatchError::BadOrigin
		);
	});
}
