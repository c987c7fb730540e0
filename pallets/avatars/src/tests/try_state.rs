// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{mock::*, AvatarDetails, Devices, HoldReason, NextAvatarId, Purses};
use frame_support::{
	assert_ok,
	traits::{fungible::MutateHold, tokens::Precision},
};
use freehold_primitives::{key::AvatarKey, purse::Purse};

/// Breaks the state of a sound chain and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	Chain::default().avatar(ALICE).devices(&[1]).coins(40).execute(|| {
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Avatars::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

/// Takes a unit of what is held of Alice.
fn release(reason: HoldReason) {
	assert_ok!(Balances::release(&reason.into(), &ALICE, 1, Precision::Exact));
}

#[test]
fn an_id_out_of_nowhere_is_noticed() {
	assert_noticed("A1: an avatar's id was not given out", || {
		NextAvatarId::<Test>::put(FIRST);
	});
}

#[test]
fn an_avatar_without_a_purse_is_noticed() {
	assert_noticed("A2: an avatar has no purse", || {
		Purses::<Test>::remove(AvatarKey::from(FIRST));
	});
}

#[test]
fn a_purse_without_an_avatar_is_noticed() {
	assert_noticed("A2: a purse is no avatar's", || {
		Avatars::set_purse(NOBODY, Purse::default());
	});
}

#[test]
fn a_key_in_the_owners_lane_is_noticed() {
	assert_noticed("A3: a device key lies outside the slots", || {
		Devices::<Test>::insert(AvatarKey::from(FIRST), 0, device(0));
	});
}

#[test]
fn a_key_past_the_last_slot_is_noticed() {
	assert_noticed("A3: a device key lies outside the slots", || {
		Devices::<Test>::insert(AvatarKey::from(FIRST), 8, device(8));
	});
}

#[test]
fn a_key_without_an_avatar_is_noticed() {
	assert_noticed("A3: a device key is of an avatar that does not exist", || {
		Devices::<Test>::insert(AvatarKey::from(NOBODY), 1, device(1));
	});
}

#[test]
fn a_wrong_count_is_noticed() {
	assert_noticed("A4: an avatar's device keys are miscounted", || {
		let details = AvatarDetails { owner: ALICE, devices: 2 };
		crate::Avatars::<Test>::insert(AvatarKey::from(FIRST), details);
	});
}

#[test]
fn coins_out_of_nowhere_are_noticed() {
	assert_noticed("A5: the pot does not hold the sum of the purses", || {
		Avatars::set_purse(FIRST, Purse { balance: 41, ..Purse::default() });
	});
}

#[test]
fn lost_coins_are_noticed() {
	assert_noticed("A5: the pot does not hold the sum of the purses", || {
		Avatars::set_purse(FIRST, Purse { balance: 39, ..Purse::default() });
	});
}

#[test]
fn a_missing_deposit_of_an_avatar_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its avatars", || {
		release(HoldReason::Avatar);
	});
}

#[test]
fn a_missing_deposit_of_a_device_key_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its device keys", || {
		release(HoldReason::Device);
	});
}
