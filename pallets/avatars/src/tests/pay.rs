// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{chain::Balance, ids::AvatarId, purse::Purse};
use sp_runtime::{DispatchError, DispatchResult};

/// Pays from the first avatar's purse.
fn pay(who: AccountId, to: AvatarId, amount: Balance) -> DispatchResult {
	Avatars::pay(RuntimeOrigin::signed(who), FIRST, to, amount)
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).coins(2).execute(|| {
		let free = [ALICE, BOB].map(Balances::free_balance);

		assert_ok!(pay(ALICE, SECOND, 30));

		assert_eq!([FIRST, SECOND].map(coins), [10, 32]);
		assert_eq!([ALICE, BOB].map(Balances::free_balance), free);
		assert_eq!(held(HoldReason::Purse, &Avatars::pot()), 42);
		System::assert_last_event(
			Event::<Test>::Paid { from: FIRST, to: SECOND, amount: 30 }.into(),
		);
	});
}

#[test]
fn works_down_to_nothing() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_ok!(pay(ALICE, SECOND, 40));

		assert_eq!([FIRST, SECOND].map(coins), [0, 40]);
	});
}

#[test]
fn an_avatar_that_pays_itself_has_as_much_as_before() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(pay(ALICE, FIRST, 40));

		assert_eq!(coins(FIRST), 40);
		assert_noop!(pay(ALICE, FIRST, 41), Error::<Test>::TooFewCoins);
	});
}

#[test]
fn works_to_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).offered(1).execute(|| {
		assert_ok!(pay(ALICE, SECOND, 40));

		assert_eq!(coins(SECOND), 40);
		assert!(frozen(SECOND));
	});
}

#[test]
fn leaves_the_rest_of_both_purses_alone() {
	Chain::default().avatar(ALICE).coins(40).badges(&[1]).avatar(BOB).execute(|| {
		let mut payer = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(payer.spend(0, 7), Ok(()));
		Avatars::set_purse(FIRST, payer);

		assert_ok!(pay(ALICE, SECOND, 40));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { balance: 0, ..payer }));
		assert_eq!(Avatars::purse(SECOND), Some(Purse { balance: 40, ..Purse::default() }));
	});
}

#[test]
fn fails_with_too_few_coins() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).coins(40).execute(|| {
		assert_noop!(pay(ALICE, SECOND, 41), Error::<Test>::TooFewCoins);
	});
}

#[test]
fn fails_when_the_purse_would_overflow() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		Avatars::set_purse(SECOND, Purse { balance: Balance::MAX, ..Purse::default() });

		assert_noop!(pay(ALICE, SECOND, 1), Error::<Test>::Overflow);
		Avatars::set_purse(SECOND, Purse::default());
	});
}

#[test]
fn fails_when_nothing_is_paid() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_noop!(pay(ALICE, SECOND, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn fails_while_the_payer_is_offered() {
	Chain::default().avatar(ALICE).coins(40).offered(1).avatar(BOB).execute(|| {
		assert_noop!(pay(ALICE, SECOND, 40), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_anyone_but_the_payers_owner() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_noop!(pay(BOB, SECOND, 40), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_from_an_unknown_avatar() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::pay(RuntimeOrigin::signed(ALICE), NOBODY, FIRST, 1),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_noop!(pay(ALICE, NOBODY, 40), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_noop!(
			Avatars::pay(RuntimeOrigin::root(), FIRST, SECOND, 40),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::pay { from: FIRST, to: SECOND, amount: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::pay());
}
