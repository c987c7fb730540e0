// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::purse::Purse;
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 40));
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 2));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { balance: 42, ..Purse::default() }));
		assert_eq!(Balances::free_balance(ALICE), before - 42);
		assert_eq!(held(HoldReason::Purse, &Avatars::pot()), 42);
		System::assert_last_event(
			Event::<Test>::Deposited { avatar: FIRST, from: ALICE, amount: 2 }.into(),
		);
	});
}

#[test]
fn works_for_the_avatar_of_another() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(BOB), FIRST, 40));

		assert_eq!(coins(FIRST), 40);
		assert_eq!(Balances::free_balance(BOB), ENDOWMENT - 40);
		System::assert_last_event(
			Event::<Test>::Deposited { avatar: FIRST, from: BOB, amount: 40 }.into(),
		);
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(BOB), FIRST, 40));

		assert_eq!(coins(FIRST), 40);
		assert!(frozen(FIRST));
	});
}

#[test]
fn leaves_spent_numbers_alone() {
	Chain::default().avatar(ALICE).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(purse.spend(0, 7), Ok(()));
		Avatars::set_purse(FIRST, purse);

		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 40));

		assert_eq!(Avatars::purse(FIRST).map(|it| it.lanes), Some(purse.lanes));
	});
}

#[test]
fn leaves_the_caller_its_existential_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let most = ENDOWMENT - EXISTENTIAL_DEPOSIT;

		assert_noop!(
			Avatars::deposit(RuntimeOrigin::signed(BOB), FIRST, most + 1),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(BOB), FIRST, most));
	});
}

#[test]
fn coins_sent_straight_to_the_pot_are_in_no_purse() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		let pot = Avatars::pot();

		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(BOB), pot.clone(), 7));

		assert_eq!(Avatars::do_try_state(), Ok(()));
		assert_eq!(coins(FIRST), 40);
		assert_eq!(held(HoldReason::Purse, &pot), 40);
		assert_eq!(Balances::free_balance(&pot), EXISTENTIAL_DEPOSIT + 7);
	});
}

#[test]
fn the_coins_of_purses_can_not_be_spent_from_the_pot() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		let pot = RuntimeOrigin::signed(Avatars::pot());

		assert_noop!(
			Balances::transfer_allow_death(pot, BOB, EXISTENTIAL_DEPOSIT + 1),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_without_a_pot() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), Avatars::pot(), 0));

		assert_noop!(
			Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 40),
			DispatchError::Token(TokenError::CannotCreateHold)
		);
	});
}

#[test]
fn fails_when_the_purse_would_overflow() {
	Chain::default().avatar(ALICE).execute(|| {
		Avatars::set_purse(FIRST, Purse { balance: u128::MAX, ..Purse::default() });

		assert_noop!(
			Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 1),
			Error::<Test>::Overflow
		);
		Avatars::set_purse(FIRST, Purse::default());
	});
}

#[test]
fn fails_when_nothing_is_paid() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 0),
			Error::<Test>::ZeroAmount
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(
			Avatars::deposit(RuntimeOrigin::signed(ALICE), NOBODY, 40),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::deposit { avatar: FIRST, amount: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::deposit());
}
