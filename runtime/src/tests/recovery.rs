// SPDX-License-Identifier: Apache-2.0

//! Friends recover the account that owns avatars, and can't take it from an owner who is there.

use super::{account, passes_filter, preset, signed};
use crate::{
	constants::{DAYS, HOURS, RECOVERY_STAKE},
	invariants, AccountId, Address, Avatars, Balances, BlockNumber, Recovery, Runtime, RuntimeCall,
	RuntimeHoldReason, RuntimeOrigin, SafeMode, System,
};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use freehold_primitives::ids::AvatarId;
use pallet_recovery::{Error, FriendGroupOf, HoldReason, MAX_GROUPS_PER_ACCOUNT};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::traits::Dispatchable;

type Call = pallet_recovery::Call<Runtime>;
type AvatarsCall = pallet_avatars::Call<Runtime>;

const AVATAR: AvatarId = AvatarId(0);

/// Friends who can give an account to Dave, a day after the first of them asks.
fn group(friends: &[Sr25519Keyring]) -> FriendGroupOf<Runtime> {
	let mut accounts: Vec<AccountId> = friends.iter().map(|who| account(*who)).collect();
	accounts.sort();
	FriendGroupOf::<Runtime> {
		friends: accounts.try_into().expect("few friends"),
		friends_needed: 2,
		inheritor: account(Dave),
		inheritance_delay: DAYS,
		inheritance_priority: 0,
		cancel_delay: HOURS,
	}
}

/// Alice has an avatar, and Bob and Charlie for friends. The test ends with sound state.
fn with_friends(test: impl FnOnce()) {
	preset("development").execute_with(|| {
		assert_ok!(Avatars::create(signed(Alice)));
		assert_ok!(Recovery::set_friend_groups(signed(Alice), vec![group(&[Bob, Charlie])]));
		test();
		invariants::check().expect("every invariant holds after every test");
	});
}

fn alice() -> Address {
	account(Alice).into()
}

fn wait(blocks: BlockNumber) {
	System::set_block_number(System::block_number() + blocks);
}

fn attempt() {
	assert_ok!(Recovery::initiate_attempt(signed(Bob), alice(), 0));
	assert_ok!(Recovery::approve_attempt(signed(Charlie), alice(), 0));
}

fn recover() {
	attempt();
	wait(DAYS);
	assert_ok!(Recovery::finish_attempt(signed(Eve), alice(), 0));
}

/// Dave does it in Alice's name.
fn inherited(call: impl Into<RuntimeCall>) {
	let call = Box::new(call.into());
	assert_ok!(Recovery::control_inherited_account(signed(Dave), alice(), call));
}

#[test]
fn avatars_follow_an_account_that_was_recovered() {
	with_friends(|| {
		recover();
		let to = Some(account(Dave));

		inherited(AvatarsCall::offer { avatar: AVATAR, price: 0, to });
		assert_ok!(Avatars::accept_offer(signed(Dave), AVATAR, System::block_number(), 0));

		assert_eq!(Avatars::avatar(AVATAR).map(|it| it.owner), Some(account(Dave)));
		// The stake was given back.
		let reason = RuntimeHoldReason::Recovery(HoldReason::SecurityDeposit);
		assert_eq!(Balances::balance_on_hold(&reason, &account(Bob)), 0);
	});
}

#[test]
fn nothing_is_inherited_before_the_delay_or_without_enough_friends() {
	with_friends(|| {
		attempt();
		wait(DAYS - 1);

		assert_noop!(
			Recovery::finish_attempt(signed(Eve), alice(), 0),
			Error::<Runtime>::NotYetInheritable
		);
	});
	with_friends(|| {
		assert_ok!(Recovery::initiate_attempt(signed(Bob), alice(), 0));
		wait(DAYS);

		assert_noop!(
			Recovery::finish_attempt(signed(Eve), alice(), 0),
			Error::<Runtime>::NotApproved
		);
	});
}

#[test]
fn strangers_can_not_ask() {
	with_friends(|| {
		assert_noop!(
			Recovery::initiate_attempt(signed(Eve), alice(), 0),
			Error::<Runtime>::NotFriend
		);
	});
}

#[test]
fn an_owner_stops_a_recovery_even_in_safe_mode_and_its_stake_is_burned() {
	with_friends(|| {
		attempt();
		let issued = Balances::total_issuance();
		assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));

		let slash = RuntimeCall::from(Call::slash_attempt { friend_group_index: 0 });
		assert_ok!(slash.dispatch(signed(Alice)));

		assert_eq!(Balances::total_issuance(), issued - RECOVERY_STAKE);
		wait(DAYS);
		assert_noop!(
			Recovery::finish_attempt(signed(Eve), alice(), 0),
			Error::<Runtime>::NotAttempt
		);
	});
}

#[test]
fn an_owner_who_comes_back_takes_the_account_back() {
	with_friends(|| {
		recover();
		assert_eq!(Recovery::inheritor(account(Alice)), Some(account(Dave)));

		// Not for the inheritor to call.
		inherited(Call::revoke_inheritor {});
		assert_eq!(Recovery::inheritor(account(Alice)), Some(account(Dave)));

		assert_ok!(Recovery::revoke_inheritor(signed(Alice)));
		assert_eq!(Recovery::inheritor(account(Alice)), None);
	});
}

/// The pallet compares every two groups before it counts them: a call full of groups would take
/// longer than many blocks have, at the weight of a small one.
#[test]
fn more_friend_groups_than_an_account_can_have_are_not_even_looked_at() {
	let groups = |count: u32| -> RuntimeCall {
		let friend_groups = (0..count).map(|_| group(&[Bob, Charlie])).collect();
		Call::set_friend_groups { friend_groups }.into()
	};
	with_friends(|| {
		assert!(passes_filter(&groups(MAX_GROUPS_PER_ACCOUNT)));
		assert!(!passes_filter(&groups(MAX_GROUPS_PER_ACCOUNT + 1)));
	});
}
