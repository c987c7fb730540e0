// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, AvatarDetails, Error, Event, HoldReason, NextAvatarId,
	WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::AvatarId, purse::Purse};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	Chain::default().execute(|| {
		assert_ok!(Avatars::create(RuntimeOrigin::signed(ALICE)));

		assert_eq!(
			Avatars::avatar(FIRST),
			Some(AvatarDetails { owner: ALICE, devices: 0, tenure: 0 })
		);
		assert_eq!(Avatars::purse(FIRST), Some(Purse::default()));
		assert!(Avatars::devices(FIRST).is_empty());
		assert!(Avatars::badges(FIRST, None, u32::MAX).is_empty());
		assert_eq!(Avatars::handle(FIRST), None);
		assert_eq!(Avatars::profile(FIRST), None);
		assert_eq!(Avatars::offer_of(FIRST), None);
		System::assert_last_event(
			Event::<Test>::AvatarCreated { avatar: FIRST, owner: ALICE }.into(),
		);
	});
}

#[test]
fn gives_each_avatar_an_id_of_its_own() {
	Chain::default().avatar(ALICE).avatar(BOB).avatar(ALICE).execute(|| {
		for (id, owner) in [(0, ALICE), (1, BOB), (2, ALICE)] {
			assert_eq!(Avatars::avatar(AvatarId(id)).map(|it| it.owner), Some(owner));
		}
		assert_eq!(NextAvatarId::<Test>::get(), AvatarId(3));
	});
}

#[test]
fn never_gives_an_id_out_twice() {
	Chain::default().avatar(ALICE).avatar(ALICE).execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_ok!(Avatars::retire(origin.clone(), SECOND));

		assert_ok!(Avatars::create(origin));

		assert_eq!(Avatars::avatar(SECOND), None);
		assert_eq!(Avatars::avatar(AvatarId(2)).map(|it| it.owner), Some(ALICE));
	});
}

#[test]
fn holds_a_deposit_for_each_avatar() {
	Chain::default().avatar(ALICE).avatar(ALICE).execute(|| {
		assert_eq!(held(HoldReason::Avatar, &ALICE), 2 * AVATAR_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - 2 * AVATAR_DEPOSIT);
	});
}

#[test]
fn works_with_just_enough_money() {
	Chain::default().execute(|| {
		let enough = AVATAR_DEPOSIT + EXISTENTIAL_DEPOSIT;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, enough));

		assert_ok!(Avatars::create(RuntimeOrigin::signed(ALICE)));
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().execute(|| {
		let too_little = AVATAR_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			Avatars::create(RuntimeOrigin::signed(ALICE)),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_when_every_id_was_given_out() {
	Chain::default().execute(|| {
		NextAvatarId::<Test>::put(AvatarId(u32::MAX));

		assert_noop!(Avatars::create(RuntimeOrigin::signed(ALICE)), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().execute(|| {
		assert_noop!(Avatars::create(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::create {};

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::create());
}
