// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 30));

		assert_eq!(coins(FIRST), 10);
		assert_eq!(Balances::free_balance(ALICE), before + 30);
		assert_eq!(held(HoldReason::Purse, &Avatars::pot()), 10);
		System::assert_last_event(
			Event::<Test>::Withdrawn { avatar: FIRST, to: ALICE, amount: 30 }.into(),
		);
	});
}

#[test]
fn works_down_to_nothing() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 40));

		let pot = Avatars::pot();
		assert_eq!(coins(FIRST), 0);
		assert_eq!(held(HoldReason::Purse, &pot), 0);
		assert_eq!(Balances::free_balance(&pot), EXISTENTIAL_DEPOSIT);
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(ALICE), FIRST, 40));
	});
}

#[test]
fn leaves_spent_numbers_alone() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(purse.spend(0, 7), Ok(()));
		Avatars::set_purse(FIRST, purse);

		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 40));

		assert_eq!(Avatars::purse(FIRST).map(|it| it.lanes), Some(purse.lanes));
	});
}

#[test]
fn fails_with_too_few_coins() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).coins(40).execute(|| {
		assert_noop!(
			Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 41),
			Error::<Test>::TooFewCoins
		);
	});
}

#[test]
fn fails_when_the_account_would_stay_below_the_existential_deposit() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		// Only an account that something else keeps alive can be that poor and hold deposits.
		System::inc_providers(&ALICE);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, 0));

		assert_noop!(
			Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, EXISTENTIAL_DEPOSIT - 1),
			DispatchError::Token(TokenError::CannotCreate)
		);
		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, EXISTENTIAL_DEPOSIT));
	});
}

#[test]
fn fails_when_nothing_is_withdrawn() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_noop!(
			Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 0),
			Error::<Test>::ZeroAmount
		);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).coins(40).offered(1).execute(|| {
		let withdraw = || Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 40);

		assert_noop!(withdraw(), Error::<Test>::Offered);
		assert_ok!(Avatars::withdraw_offer(RuntimeOrigin::signed(ALICE), FIRST));
		assert_ok!(withdraw());
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(Avatars::deposit(RuntimeOrigin::signed(BOB), FIRST, 40));

		assert_noop!(
			Avatars::withdraw(RuntimeOrigin::signed(BOB), FIRST, 40),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(
			Avatars::withdraw(RuntimeOrigin::signed(ALICE), NOBODY, 40),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::withdraw { avatar: FIRST, amount: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::withdraw());
}
