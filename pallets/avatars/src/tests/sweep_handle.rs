// SPDX-License-Identifier: Apache-2.0
use crate::{
	handle::canonical, mock::*, weights::SubstrateWeight, Error, Event, Handles, HoldReason,
	WeightInfo,
};
#[allow(
	clippy::disallowed_types,
	reason = "money may be locked by a pallet that knows no freezes"
)]
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	traits::{LockableCurrency, WithdrawReasons},
};
use sp_runtime::{DispatchError, DispatchResult};

fn sweep(who: AccountId, name: &str) -> DispatchResult {
	Avatars::sweep_handle(RuntimeOrigin::signed(who), handle(name))
}

/// Releases the first avatar's handle, and waits until it has cooled off.
fn release() {
	assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(ALICE), FIRST));
	go_to(NOW + HANDLE_COOLDOWN);
}

#[test]
fn works_for_anyone() {
	Chain::default().avatar(ALICE).handle("Alice").execute(|| {
		release();

		assert_ok!(sweep(CAROL, "Alice"));

		assert_eq!(Handles::<Test>::iter().count(), 0);
		let handle = canonical(&handle("Alice"));
		System::assert_last_event(Event::<Test>::HandleSwept { avatar: FIRST, handle }.into());
	});
}

#[test]
fn works_by_a_look_alike() {
	Chain::default().avatar(ALICE).handle("Alice").execute(|| {
		release();

		assert_ok!(sweep(CAROL, "a-1-1-c-e"));

		assert_eq!(Handles::<Test>::iter().count(), 0);
	});
}

#[test]
fn fails_by_what_is_no_handle() {
	Chain::default().avatar(ALICE).handle("Alice").execute(|| {
		release();

		for name in ["-alice", "alice_", ""] {
			assert_noop!(sweep(CAROL, name), Error::<Test>::InvalidHandle);
		}
	});
}

#[test]
fn gives_the_deposit_back_to_who_paid_it_but_for_the_reward() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();
		let before = [ALICE, CAROL].map(Balances::free_balance);

		assert_ok!(sweep(CAROL, "alice"));

		assert_eq!(held(HoldReason::Handle, &ALICE), 0);
		let after = [ALICE, CAROL].map(Balances::free_balance);
		assert_eq!(after, [before[0] + HANDLE_DEPOSIT - SWEEP_REWARD, before[1] + SWEEP_REWARD]);
	});
}

#[test]
fn gives_the_whole_deposit_back_to_a_payer_who_sweeps() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();

		assert_ok!(sweep(ALICE, "alice"));

		assert_eq!(held(HoldReason::Handle, &ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - AVATAR_DEPOSIT);
	});
}

#[test]
fn works_though_the_payers_money_is_frozen() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();
		Balances::set_lock(*b"anything", &ALICE, ENDOWMENT, WithdrawReasons::all());
		let before = Balances::free_balance(CAROL);

		assert_ok!(sweep(CAROL, "alice"));

		assert_eq!(Balances::free_balance(CAROL), before + SWEEP_REWARD);
	});
}

#[test]
fn gives_the_deposit_back_though_the_avatar_is_another_accounts_now() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();
		let before = Balances::free_balance(ALICE);
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(ALICE), FIRST, 0, Some(BOB)));
		let now = NOW + HANDLE_COOLDOWN;
		assert_ok!(Avatars::accept_offer(RuntimeOrigin::signed(BOB), FIRST, now, 0));

		assert_ok!(sweep(CAROL, "alice"));

		let back = AVATAR_DEPOSIT + HANDLE_DEPOSIT - SWEEP_REWARD;
		assert_eq!(Balances::free_balance(ALICE), before + back);
		assert_eq!(Balances::free_balance(BOB), ENDOWMENT - AVATAR_DEPOSIT);
	});
}

#[test]
fn fails_while_the_handle_cools_off() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();

		go_to(NOW + HANDLE_COOLDOWN - 1);
		assert_noop!(sweep(ALICE, "alice"), Error::<Test>::HandleCooling);
		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(sweep(ALICE, "alice"));
	});
}

#[test]
fn fails_while_an_avatar_has_the_handle() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		go_to(NOW + HANDLE_COOLDOWN);

		assert_noop!(sweep(ALICE, "alice"), Error::<Test>::HandleTaken);
	});
}

#[test]
fn fails_for_an_unknown_handle() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();
		assert_ok!(sweep(CAROL, "alice"));

		for name in ["alice", "bob"] {
			assert_noop!(sweep(CAROL, name), Error::<Test>::UnknownHandle);
		}
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		release();

		assert_noop!(
			Avatars::sweep_handle(RuntimeOrigin::root(), handle("alice")),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::sweep_handle { handle: handle("alice") };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::sweep_handle());
}
