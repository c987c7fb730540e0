// SPDX-License-Identifier: Apache-2.0
use crate::{
	handle::canonical, mock::*, weights::SubstrateWeight, Error, Event, HandleDetails, Handles,
	HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::AvatarId;
use sp_runtime::{DispatchError, TokenError};

/// The record of the handle, or of one that looks like it.
fn record(name: &str) -> Option<HandleDetails<AccountId>> {
	Handles::<Test>::get(canonical(&handle(name)))
}

fn release(who: AccountId, avatar: AvatarId) {
	assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(who), avatar));
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(claim_handle(ALICE, FIRST, "Al-1ce_9"));

		assert_eq!(Avatars::handle(FIRST), Some(handle("Al-1ce_9")));
		assert_eq!(Avatars::avatar_by_handle(handle("Al-1ce_9")), Some(FIRST));
		assert_eq!(
			record("Al-1ce_9"),
			Some(HandleDetails { avatar: FIRST, released_at: None, payer: ALICE })
		);
		System::assert_last_event(
			Event::<Test>::HandleClaimed { avatar: FIRST, handle: handle("Al-1ce_9") }.into(),
		);
	});
}

#[test]
fn works_at_either_length() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_ok!(claim_handle(ALICE, FIRST, "abc"));
		assert_ok!(claim_handle(BOB, SECOND, "mmmmmmmmmmwwwwwwwwww"));

		assert_eq!(Avatars::avatar_by_handle(handle("mmmmmmmmmmwwwwwwwwww")), Some(SECOND));
	});
}

#[test]
fn works_after_another_was_released() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release(ALICE, FIRST);

		assert_ok!(claim_handle(ALICE, FIRST, "wonder"));

		assert_eq!(Avatars::handle(FIRST), Some(handle("wonder")));
		assert_eq!(Avatars::avatar_by_handle(handle("alice")), None);
		assert_eq!(held(HoldReason::Handle, &ALICE), 2 * HANDLE_DEPOSIT);
	});
}

#[test]
fn holds_a_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(claim_handle(ALICE, FIRST, "alice"));

		assert_eq!(held(HoldReason::Handle, &ALICE), HANDLE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before - HANDLE_DEPOSIT);
	});
}

#[test]
fn works_at_once_for_the_avatar_that_released_it() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		let before = Balances::free_balance(ALICE);
		release(ALICE, FIRST);

		assert_ok!(claim_handle(ALICE, FIRST, "A11CE"));

		assert_eq!(Avatars::handle(FIRST), Some(handle("A11CE")));
		assert_eq!(record("alice").and_then(|it| it.released_at), None);
		assert_eq!(held(HoldReason::Handle, &ALICE), HANDLE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before);
	});
}

#[test]
fn needs_no_more_money_to_claim_again_what_the_account_released() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release(ALICE, FIRST);
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, ALICE, EXISTENTIAL_DEPOSIT));

		assert_ok!(claim_handle(ALICE, FIRST, "alice"));
	});
}

#[test]
fn works_for_another_avatar_once_it_has_cooled_off() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		release(ALICE, FIRST);

		go_to(NOW + HANDLE_COOLDOWN - 1);
		assert_noop!(claim_handle(BOB, SECOND, "alice"), Error::<Test>::HandleCooling);
		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(claim_handle(BOB, SECOND, "alice"));

		assert_eq!(Avatars::avatar_by_handle(handle("alice")), Some(SECOND));
	});
}

#[test]
fn gives_the_deposit_of_the_release_back_to_who_paid_it() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		release(ALICE, FIRST);
		go_to(NOW + HANDLE_COOLDOWN);
		let before = Balances::free_balance(ALICE);

		assert_ok!(claim_handle(BOB, SECOND, "alice"));

		assert_eq!(Balances::free_balance(ALICE), before + HANDLE_DEPOSIT);
		assert_eq!(held(HoldReason::Handle, &ALICE), 0);
		assert_eq!(held(HoldReason::Handle, &BOB), HANDLE_DEPOSIT);
	});
}

#[test]
fn fails_when_it_is_no_handle() {
	Chain::default().avatar(ALICE).execute(|| {
		for name in ["", "ab", "a-b", "-abc", "abc_", "a b c", "a.bc", "аbc", "abc\0"] {
			assert_noop!(claim_handle(ALICE, FIRST, name), Error::<Test>::InvalidHandle);
		}
	});
}

#[test]
fn fails_when_the_avatar_has_one() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		for name in ["alice", "wonder"] {
			assert_noop!(claim_handle(ALICE, FIRST, name), Error::<Test>::HandleSet);
		}
	});
}

#[test]
fn fails_when_another_avatar_has_it() {
	Chain::default().avatar(ALICE).handle("alice").avatar(ALICE).execute(|| {
		assert_noop!(claim_handle(ALICE, SECOND, "alice"), Error::<Test>::HandleTaken);
	});
}

#[test]
fn fails_while_it_cools_off_for_another_avatar_of_the_same_owner() {
	Chain::default().avatar(ALICE).handle("alice").avatar(ALICE).execute(|| {
		release(ALICE, FIRST);

		assert_noop!(claim_handle(ALICE, SECOND, "alice"), Error::<Test>::HandleCooling);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_noop!(claim_handle(ALICE, FIRST, "alice"), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_noop!(claim_handle(BOB, FIRST, "bob"), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(claim_handle(ALICE, NOBODY, "alice"), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let too_little = HANDLE_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			claim_handle(ALICE, FIRST, "alice"),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::claim_handle(RuntimeOrigin::root(), FIRST, handle("alice")),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::claim_handle { avatar: FIRST, handle: handle("alice") };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::claim_handle());
}
