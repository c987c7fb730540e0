// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::AvatarId, pointer::Pointer};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn set(who: AccountId, avatar: AvatarId, pointer: Option<Pointer>) -> DispatchResult {
	Avatars::set_profile(RuntimeOrigin::signed(who), avatar, pointer)
}

/// Another than the mock's.
fn elsewhere() -> Pointer {
	Pointer::try_from(vec![7; 128]).expect("it is as long as a pointer may be")
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(set(ALICE, FIRST, Some(pointer())));

		assert_eq!(Avatars::profile(FIRST), Some(pointer()));
		System::assert_last_event(
			Event::<Test>::ProfileSet { avatar: FIRST, pointer: Some(pointer()) }.into(),
		);
	});
}

#[test]
fn holds_a_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(set(ALICE, FIRST, Some(pointer())));

		assert_eq!(held(HoldReason::Profile, &ALICE), PROFILE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before - PROFILE_DEPOSIT);
	});
}

#[test]
fn replaces_what_was_there_for_the_same_deposit() {
	Chain::default().avatar(ALICE).profile().execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(set(ALICE, FIRST, Some(elsewhere())));

		assert_eq!(Avatars::profile(FIRST), Some(elsewhere()));
		assert_eq!(held(HoldReason::Profile, &ALICE), PROFILE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before);
	});
}

#[test]
fn gives_the_deposit_back_with_the_profile() {
	Chain::default().avatar(ALICE).profile().execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(set(ALICE, FIRST, None));

		assert_eq!(Avatars::profile(FIRST), None);
		assert_eq!(held(HoldReason::Profile, &ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), before + PROFILE_DEPOSIT);
		System::assert_last_event(
			Event::<Test>::ProfileSet { avatar: FIRST, pointer: None }.into(),
		);
	});
}

#[test]
fn works_with_nothing_to_take_away() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(set(ALICE, FIRST, None));

		assert_eq!(Balances::free_balance(ALICE), before);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).profile().offered(1).execute(|| {
		for pointer in [None, Some(elsewhere())] {
			assert_noop!(set(ALICE, FIRST, pointer), Error::<Test>::Offered);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).profile().avatar(BOB).execute(|| {
		assert_noop!(set(BOB, FIRST, None), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(set(ALICE, NOBODY, Some(pointer())), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let too_little = PROFILE_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			set(ALICE, FIRST, Some(pointer())),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::set_profile(RuntimeOrigin::root(), FIRST, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::set_profile { avatar: FIRST, pointer: None };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::set_profile());
}
