// SPDX-License-Identifier: Apache-2.0
//! An owner has lost the key of the account. Friends give it to an heir, and the avatars come with
//! it: what they own, where they are, and not the keys of their devices.

use frame_support::assert_ok;
use freehold_primitives::{chain::BlockNumber, ids::AvatarId};
use freehold_runtime::{
	constants::{DAYS, HOURS, RECOVERY_STAKE},
	Avatars, Runtime, RuntimeCall,
};
use freehold_tests::{
	chain::{free, held, Chain},
	keyring::{Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	names::*,
	stage::*,
};
use pallet_recovery::{FriendGroupOf, HoldReason as ForRecovery};

/// How long after the first friend asked the account is the heir's.
const DELAY: BlockNumber = 30 * DAYS;

/// The first and only group of friends: Bob, Dave and Eve, of whom two are enough. Ferdie inherits.
const GROUP: u32 = 0;

fn friends() -> FriendGroupOf<Runtime> {
	let mut friends = [BOB, DAVE, EVE].map(Player::account).to_vec();
	friends.sort();
	FriendGroupOf::<Runtime> {
		friends: friends.try_into().expect("three friends fit"),
		friends_needed: 2,
		inheritor: FERDIE.account(),
		inheritance_delay: DELAY,
		inheritance_priority: 0,
		cancel_delay: HOURS,
	}
}

fn initiate() -> RecoveryCall {
	let (lost, friend_group_index) = (CHARLIE.account().into(), GROUP);
	RecoveryCall::initiate_attempt { lost, friend_group_index }
}

fn approve() -> RecoveryCall {
	let (lost, friend_group_index) = (CHARLIE.account().into(), GROUP);
	RecoveryCall::approve_attempt { lost, friend_group_index }
}

fn finish() -> RecoveryCall {
	let (lost, friend_group_index) = (CHARLIE.account().into(), GROUP);
	RecoveryCall::finish_attempt { lost, friend_group_index }
}

/// The heir does it in Charlie's name.
fn inherited(call: impl Into<RuntimeCall>) -> RecoveryCall {
	let (recovered, call) = (CHARLIE.account().into(), Box::new(call.into()));
	RecoveryCall::control_inherited_account { recovered, call }
}

fn owner(avatar: AvatarId) -> Option<Player> {
	let owner = Avatars::avatar(avatar)?.owner;
	[CHARLIE, FERDIE].into_iter().find(|who| who.account() == owner)
}

#[test]
fn friends_recover_a_lost_account_and_its_avatars() {
	Chain::run(|chain| {
		Stage::set(chain);
		assert_ok!(chain
			.submit(CHARLIE, RecoveryCall::set_friend_groups { friend_groups: vec![friends()] }));
		chain.next_block();

		assert_ok!(chain.submit(DAVE, initiate()));
		assert_eq!(held(DAVE, ForRecovery::SecurityDeposit), RECOVERY_STAKE);
		chain.refuses(FERDIE, finish(), RecoveryError::NotApproved);
		assert_ok!(chain.submit(EVE, approve()));
		chain.refuses(FERDIE, finish(), RecoveryError::NotYetInheritable);
		chain.leap(DELAY);
		assert_ok!(chain.submit(FERDIE, finish()));
		assert_eq!(held(DAVE, ForRecovery::SecurityDeposit), 0);
		chain.next_block();

		let (price, to) = (0, Some(FERDIE.account()));
		let offer = AvatarsCall::offer { avatar: CHARLIES, price, to };
		assert_ok!(chain.submit(FERDIE, inherited(offer)));
		let (offered_at, max_price) = (chain.now(), 0);
		let accept = AvatarsCall::accept_offer { avatar: CHARLIES, offered_at, max_price };
		assert_ok!(chain.submit(FERDIE, accept));
		chain.next_block();

		assert_eq!(owner(CHARLIES), Some(FERDIE));
		assert_eq!(purse(CHARLIES), COINS);
		assert_eq!(holding(SWORD).owner, CHARLIES);
		assert!(Avatars::devices(CHARLIES).is_empty());
		let (avatar, amount) = (CHARLIES, COINS);
		chain.must(FERDIE, AvatarsCall::withdraw { avatar, amount });
		let transfer = LandCall::transfer { parcel: parcel(0, 0), to: CHARLIES };
		chain.refuses(CHARLIE, transfer, AvatarsError::NotOwner);
	});
}

#[test]
fn an_owner_who_is_there_stops_it_and_who_tried_loses_the_stake() {
	Chain::run(|chain| {
		Stage::set(chain);
		let friend_groups = vec![friends()];
		chain.must(CHARLIE, RecoveryCall::set_friend_groups { friend_groups });
		let before = free(DAVE);
		chain.must(DAVE, initiate());
		chain.must(EVE, approve());
		chain.leap(DELAY - 1);

		chain.must(CHARLIE, RecoveryCall::slash_attempt { friend_group_index: GROUP });

		assert_eq!(free(DAVE), before - RECOVERY_STAKE);
		chain.next_block();
		chain.refuses(FERDIE, finish(), RecoveryError::NotAttempt);
		assert_eq!(owner(CHARLIES), Some(CHARLIE));
	});
}

#[test]
fn an_owner_cancels_an_honest_mistake_and_the_stake_comes_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let friend_groups = vec![friends()];
		chain.must(CHARLIE, RecoveryCall::set_friend_groups { friend_groups });
		let before = free(DAVE);
		chain.must(DAVE, initiate());
		let (lost, friend_group_index) = (CHARLIE.account().into(), GROUP);
		let cancel = RecoveryCall::cancel_attempt { lost, friend_group_index };
		chain.refuses(EVE, cancel.clone(), RecoveryError::NotCanceller);

		chain.must(CHARLIE, cancel);

		assert_eq!(free(DAVE), before);
		chain.refuses(EVE, approve(), RecoveryError::NotAttempt);
	});
}

/// Neither may a stranger ask, nor an heir before the friends have agreed.
#[test]
fn nobody_else_recovers_an_account() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.refuses(DAVE, initiate(), RecoveryError::NoFriendGroups);
		let friend_groups = vec![friends()];
		chain.must(CHARLIE, RecoveryCall::set_friend_groups { friend_groups });

		chain.refuses(FERDIE, initiate(), RecoveryError::NotFriend);
		chain.must(DAVE, initiate());
		chain.refuses(DAVE, approve(), RecoveryError::AlreadyVoted);
		chain.leap(DELAY);
		chain.refuses(FERDIE, finish(), RecoveryError::NotApproved);
		let (avatar, amount) = (CHARLIES, 1);
		let theft = inherited(AvatarsCall::withdraw { avatar, amount });
		chain.refuses(FERDIE, theft, RecoveryError::NoInheritor);
	});
}
