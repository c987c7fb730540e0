// SPDX-License-Identifier: Apache-2.0
use crate::{
	handle::canonical, mock::*, weights::SubstrateWeight, Error, Event, HandleDetails, Handles,
	HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::AvatarId;
use sp_runtime::{DispatchError, DispatchResult};

fn release(who: AccountId, avatar: AvatarId) -> DispatchResult {
	Avatars::release_handle(RuntimeOrigin::signed(who), avatar)
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).handle("Alice").execute(|| {
		assert_ok!(release(ALICE, FIRST));

		assert_eq!(Avatars::handle(FIRST), None);
		assert_eq!(Avatars::avatar_by_handle(handle("Alice")), None);
		assert_eq!(
			Handles::<Test>::get(canonical(&handle("Alice"))),
			Some(HandleDetails { avatar: FIRST, released_at: Some(NOW), payer: ALICE })
		);
		System::assert_last_event(
			Event::<Test>::HandleReleased { avatar: FIRST, handle: handle("Alice") }.into(),
		);
	});
}

#[test]
fn keeps_the_deposit_until_the_record_is_gone() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(release(ALICE, FIRST));

		assert_eq!(held(HoldReason::Handle, &ALICE), HANDLE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before);
		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(Avatars::sweep_handle(RuntimeOrigin::signed(ALICE), handle("alice")));
		assert_eq!(Balances::free_balance(ALICE), before + HANDLE_DEPOSIT);
	});
}

#[test]
fn fails_without_a_handle() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		assert_ok!(release(ALICE, FIRST));

		assert_noop!(release(ALICE, FIRST), Error::<Test>::NoHandle);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).handle("alice").offered(1).execute(|| {
		assert_noop!(release(ALICE, FIRST), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		assert_noop!(release(BOB, FIRST), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(release(ALICE, NOBODY), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		assert_noop!(
			Avatars::release_handle(RuntimeOrigin::root(), FIRST),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::release_handle { avatar: FIRST };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::release_handle());
}
