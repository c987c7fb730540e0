// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	fee::{Announcement, Fee, FeeSchedule, MAX_WORLD_FEE},
	ids::WorldId,
};
use sp_runtime::{DispatchError, DispatchResult};

fn set(who: AccountId, world: WorldId, fee: Option<Fee>) -> DispatchResult {
	Worlds::set_fee(RuntimeOrigin::signed(who), world, fee)
}

fn schedule() -> FeeSchedule {
	Worlds::world(WORLD).expect("the test has registered it").fee
}

#[test]
fn lowers_the_fee_at_once() {
	for lower in [None, fee(4, 100), fee(4, 250)] {
		Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
			assert_ok!(set(OPERATOR, WORLD, lower));

			assert_eq!(Worlds::fee_now(WORLD), lower);
			assert_eq!(schedule(), FeeSchedule::from(lower));
			System::assert_last_event(
				Event::<Test>::FeeChanged { world: WORLD, fee: lower.into() }.into(),
			);
		});
	}
}

#[test]
fn raises_the_fee_after_the_notice() {
	for before in [None, fee(3, 250)] {
		Chain::default().world(OPERATOR, before).execute(|| {
			System::set_block_number(7);

			assert_ok!(set(OPERATOR, WORLD, fee(4, 500)));

			let announced = Some(Announcement { fee: fee(4, 500), from: 7 + NOTICE });
			let expected = FeeSchedule { current: before, announced };
			assert_eq!(schedule(), expected);
			System::assert_last_event(
				Event::<Test>::FeeChanged { world: WORLD, fee: expected }.into(),
			);
			for block in 7..7 + NOTICE {
				System::set_block_number(block.into());
				assert_eq!(Worlds::fee_now(WORLD), before);
			}
			System::set_block_number((7 + NOTICE).into());
			assert_eq!(Worlds::fee_now(WORLD), fee(4, 500));
		});
	}
}

#[test]
fn a_change_replaces_what_was_announced() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, fee(4, 500)));
		System::set_block_number(3);
		assert_ok!(set(OPERATOR, WORLD, fee(5, 400)));

		System::set_block_number((1 + NOTICE).into());
		assert_eq!(Worlds::fee_now(WORLD), fee(3, 250));
		System::set_block_number((3 + NOTICE).into());
		assert_eq!(Worlds::fee_now(WORLD), fee(5, 400));
		assert_eq!((named(3), named(4), named(5)), (1, 0, 1));
	});
}

#[test]
fn an_announcement_in_force_is_the_fee_of_the_next_change() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, fee(4, 500)));
		System::set_block_number((1 + NOTICE).into());

		assert_ok!(set(OPERATOR, WORLD, fee(5, 500)));

		assert_eq!(schedule(), FeeSchedule::from(fee(5, 500)));
		assert_eq!((named(3), named(4), named(5)), (0, 0, 1));
	});
}

#[test]
fn every_payee_is_kept_until_another_change() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_eq!(named(3), 1);

		assert_ok!(set(OPERATOR, WORLD, fee(4, 500)));
		assert_eq!((named(3), named(4)), (1, 1));

		System::set_block_number((1 + NOTICE).into());
		assert_eq!((named(3), named(4)), (1, 1));

		assert_ok!(set(OPERATOR, WORLD, None));
		assert_eq!((named(3), named(4)), (0, 0));
	});
}

#[test]
fn one_payee_is_kept_once_for_each_fee() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, fee(3, 500)));
		assert_eq!(named(3), 2);

		assert_ok!(set(OPERATOR, WORLD, fee(3, 250)));
		assert_eq!(named(3), 1);
	});
}

#[test]
fn takes_the_highest_fee() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, fee(3, MAX_WORLD_FEE)));
	});
}

#[test]
fn works_in_a_suspended_world() {
	Chain::default().world(OPERATOR, fee(3, 250)).suspended().execute(|| {
		assert_ok!(set(OPERATOR, WORLD, None));
	});
}

#[test]
fn fails_when_the_fee_is_too_high() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(set(OPERATOR, WORLD, fee(3, MAX_WORLD_FEE + 1)), Error::<Test>::FeeTooHigh);
	});
}

#[test]
fn fails_when_the_fee_goes_to_an_unknown_avatar() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		for rate in [100, 500] {
			assert_noop!(
				set(OPERATOR, WORLD, fee(10, rate)),
				DispatchError::Other("unknown avatar")
			);
		}
	});
}

/// Whoever was named could not retire it.
#[test]
fn fails_when_the_fee_goes_to_someone_elses_avatar() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		for rate in [100, 500] {
			assert_noop!(set(OPERATOR, WORLD, fee(6, rate)), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn a_new_owner_may_leave_the_fee_to_whom_it_goes_to() {
	Chain::default().world(OPERATOR, fee(3, 250)).offered_to(RIVAL).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, fee(4, 500)));
		assert_ok!(Worlds::accept_ownership(RuntimeOrigin::signed(RIVAL), WORLD, MONEY));

		// Not to whom it was to go one day.
		assert_noop!(set(RIVAL, WORLD, fee(4, 500)), DispatchError::Other("not yours"));
		for rate in [100, 500] {
			assert_ok!(set(RIVAL, WORLD, fee(3, rate)));
		}
		assert_ok!(set(RIVAL, WORLD, fee(6, 500)));
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(set(stranger, WORLD, fee(3, 1)), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(set(OPERATOR, NOWHERE, None), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::set_fee { world: WORLD, fee: None };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::set_fee());
}
