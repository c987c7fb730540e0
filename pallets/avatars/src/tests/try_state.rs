// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{
	badge_key, handle::canonical, mock::*, AvatarDetails, BadgeCounts, BadgeDetails, Badges,
	DeviceLabels, Devices, Fills, HandleDetails, HandleOf, Handles, HoldReason, NextAvatarId,
	OfferDetails, Offers, Profiles, Purses,
};
use frame_support::{
	assert_ok,
	traits::{fungible::MutateHold, tokens::Precision},
};
use freehold_primitives::{
	chain::Balance,
	ids::AvatarId,
	key::{AvatarKey, WorldKey},
	order::{self, Fill},
	purse::{Purse, WINDOW},
};

/// Breaks the state of a sound chain and mends it again, so that the closing check passes. The
/// first avatar is Alice's and has everything, the second is Bob's and is offered.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.coins(40)
		.handle("alice")
		.profile()
		.badges(&[1])
		.avatar(BOB)
		.offered(50)
		.execute(|| {
			let _ = frame_support::storage::with_transaction(|| {
				breaking();
				assert_eq!(Avatars::do_try_state(), Err(message.into()));
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
			});
		});
}

/// Takes a unit of what is held of an account.
fn release(reason: HoldReason, who: &AccountId) {
	assert_ok!(Balances::release(&reason.into(), who, 1, Precision::Exact));
}

/// Holds a unit more of an account.
fn hold(reason: HoldReason, who: &AccountId) {
	assert_ok!(Balances::hold(&reason.into(), who, 1));
}

fn change_purse(avatar: AvatarId, change: impl FnOnce(&mut Purse)) {
	Purses::<Test>::mutate_extant(AvatarKey::from(avatar), change);
}

fn change_record(change: impl FnOnce(&mut HandleDetails<AccountId>)) {
	Handles::<Test>::mutate_extant(canonical(&handle("alice")), change);
}

fn insert_offer(avatar: AvatarId, price: Balance, to: Option<AccountId>) {
	let offer = OfferDetails { price, to, offered_at: NOW };
	Offers::<Test>::insert(AvatarKey::from(avatar), offer);
}

fn badge() -> BadgeDetails<AccountId> {
	BadgeDetails { fact: fact(), issued_at: NOW, valid_until: None, tenure: 0, payer: OPERATOR }
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
		let details = AvatarDetails { owner: ALICE, devices: 2, tenure: 0 };
		crate::Avatars::<Test>::insert(AvatarKey::from(FIRST), details);
	});
}

#[test]
fn coins_out_of_nowhere_are_noticed() {
	assert_noticed("A5: the pot does not hold the sum of the purses", || {
		change_purse(FIRST, |purse| purse.balance += 1);
	});
}

#[test]
fn lost_coins_are_noticed() {
	assert_noticed("A5: the pot does not hold the sum of the purses", || {
		change_purse(FIRST, |purse| purse.balance -= 1);
	});
}

#[test]
fn coins_set_aside_out_of_a_purse_that_keeps_them_are_noticed() {
	assert_noticed("A5: the pot does not hold the sum of the purses", || {
		release(HoldReason::Purse, &Avatars::pot());
		hold(HoldReason::Escrow, &Avatars::pot());
	});
}

#[test]
fn a_missing_deposit_of_an_avatar_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its avatars", || {
		release(HoldReason::Avatar, &ALICE);
	});
}

#[test]
fn a_stuck_deposit_of_an_avatar_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its avatars", || {
		hold(HoldReason::Avatar, &ALICE);
	});
}

#[test]
fn a_missing_deposit_of_a_device_key_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its device keys", || {
		release(HoldReason::Device, &ALICE);
	});
}

#[test]
fn a_stuck_deposit_of_a_device_key_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its device keys", || {
		hold(HoldReason::Device, &BOB);
	});
}

#[test]
fn a_missing_deposit_of_a_handle_is_noticed() {
	assert_noticed("A6: an account's deposits do not match its handles", || {
		release(HoldReason::Handle, &ALICE);
	});
}

#[test]
fn a_missing_deposit_of_a_released_handle_is_noticed() {
	assert_noticed("A6: an account's deposits do not match its handles", || {
		assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(ALICE), FIRST));
		release(HoldReason::Handle, &ALICE);
	});
}

#[test]
fn a_stuck_deposit_of_a_handle_is_noticed() {
	assert_noticed("A6: an account's deposits do not match its handles", || {
		hold(HoldReason::Handle, &BOB);
	});
}

#[test]
fn a_missing_deposit_of_a_profile_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its profiles", || {
		release(HoldReason::Profile, &ALICE);
	});
}

#[test]
fn a_stuck_deposit_of_a_profile_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its profiles", || {
		hold(HoldReason::Profile, &BOB);
	});
}

#[test]
fn a_missing_deposit_of_an_offer_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its offers", || {
		release(HoldReason::Offer, &BOB);
	});
}

#[test]
fn a_stuck_deposit_of_an_offer_is_noticed() {
	assert_noticed("A6: an owner's deposits do not match its offers", || {
		hold(HoldReason::Offer, &ALICE);
	});
}

#[test]
fn a_missing_deposit_of_a_badge_is_noticed() {
	assert_noticed("A6: an account's deposits do not match its badges", || {
		release(HoldReason::Badge, &OPERATOR);
	});
}

#[test]
fn a_stuck_deposit_of_a_badge_is_noticed() {
	assert_noticed("A6: an account's deposits do not match its badges", || {
		hold(HoldReason::Badge, &OPERATOR);
	});
}

#[test]
fn a_label_without_a_device_key_is_noticed() {
	assert_noticed("A7: a label is of no device key", || {
		DeviceLabels::<Test>::insert(AvatarKey::from(FIRST), 2, label("phone"));
	});
}

#[test]
fn an_empty_label_is_noticed() {
	assert_noticed("A7: an empty label is stored", || {
		DeviceLabels::<Test>::insert(AvatarKey::from(FIRST), 1, label(""));
	});
}

#[test]
fn a_handle_without_an_avatar_is_noticed() {
	assert_noticed("A8: a handle is of an avatar that does not exist", || {
		HandleOf::<Test>::insert(AvatarKey::from(NOBODY), handle("nobody"));
	});
}

#[test]
fn a_handle_that_is_none_is_noticed() {
	assert_noticed("A8: a handle is not valid", || {
		HandleOf::<Test>::insert(AvatarKey::from(FIRST), handle("-alice"));
	});
}

#[test]
fn a_handle_without_a_record_is_noticed() {
	assert_noticed("A8: a handle has no record", || {
		HandleOf::<Test>::insert(AvatarKey::from(SECOND), handle("bob"));
	});
}

#[test]
fn a_handle_of_two_avatars_is_noticed() {
	assert_noticed("A8: the record of a handle does not say that its avatar has it", || {
		HandleOf::<Test>::insert(AvatarKey::from(SECOND), handle("a1ice"));
	});
}

#[test]
fn a_handle_that_is_kept_though_it_was_released_is_noticed() {
	assert_noticed("A8: the record of a handle does not say that its avatar has it", || {
		change_record(|record| record.released_at = Some(NOW));
	});
}

#[test]
fn a_handle_that_another_pays_for_is_noticed() {
	assert_noticed("A8: another than the owner pays for a handle", || {
		change_record(|record| record.payer = BOB);
	});
}

#[test]
fn a_record_of_a_handle_that_nobody_has_is_noticed() {
	assert_noticed("A8: the record of a handle says that an avatar has it that does not", || {
		HandleOf::<Test>::remove(AvatarKey::from(FIRST));
	});
}

#[test]
fn a_profile_without_an_avatar_is_noticed() {
	assert_noticed("A9: a profile is of an avatar that does not exist", || {
		Profiles::<Test>::insert(AvatarKey::from(NOBODY), pointer());
	});
}

#[test]
fn an_offer_without_an_avatar_is_noticed() {
	assert_noticed("A10: an offer is of an avatar that does not exist", || {
		insert_offer(NOBODY, 50, None);
	});
}

#[test]
fn an_offer_for_nothing_to_anyone_is_noticed() {
	assert_noticed("A10: an avatar is offered to anyone for nothing", || {
		insert_offer(SECOND, 0, None);
	});
}

#[test]
fn an_offer_to_the_owner_is_noticed() {
	assert_noticed("A10: an avatar is offered to its owner", || {
		insert_offer(SECOND, 50, Some(BOB));
	});
}

#[test]
fn an_offered_purse_that_is_not_frozen_is_noticed() {
	assert_noticed("A10: a purse is not frozen just while its avatar is offered", || {
		change_purse(SECOND, |purse| purse.frozen = false);
	});
}

#[test]
fn a_purse_frozen_for_ever_is_noticed() {
	assert_noticed("A10: a purse is not frozen just while its avatar is offered", || {
		Offers::<Test>::remove(AvatarKey::from(SECOND));
	});
}

#[test]
fn a_badge_of_an_unknown_world_is_noticed() {
	assert_noticed("A11: a badge is of a world that does not exist", || {
		Badges::<Test>::insert(AvatarKey::from(FIRST), badge_key(NOWHERE, 1), badge());
	});
}

#[test]
fn a_badge_without_an_avatar_is_noticed() {
	assert_noticed("A11: a badge is of an avatar that does not exist", || {
		let key = AvatarKey::from(NOBODY);
		Badges::<Test>::insert(key, badge_key(WORLD, 1), badge());
		BadgeCounts::<Test>::insert(key, WorldKey::from(WORLD), 1);
	});
}

#[test]
fn a_badge_that_is_not_counted_is_noticed() {
	assert_noticed("A11: the badges of an avatar are miscounted", || {
		Badges::<Test>::insert(AvatarKey::from(FIRST), badge_key(WORLD, 2), badge());
	});
}

#[test]
fn a_count_of_no_badges_is_noticed() {
	assert_noticed("A11: the badges of an avatar are miscounted", || {
		BadgeCounts::<Test>::insert(AvatarKey::from(SECOND), WorldKey::from(WORLD), 0);
	});
}

#[test]
fn fills_without_an_avatar_are_noticed() {
	assert_noticed("A13: fills are of an avatar that does not exist", || {
		Avatars::set_fills(NOBODY, 0, fills(&[fill(0)]));
	});
}

#[test]
fn fills_of_a_ninth_lane_are_noticed() {
	assert_noticed("A13: fills are of a lane that does not exist", || {
		Avatars::set_fills(FIRST, 8, fills(&[fill(0)]));
	});
}

#[test]
fn fills_of_a_lane_without_a_key_are_noticed() {
	assert_noticed("A13: fills are of a lane that nobody signs in", || {
		fill_in_part(FIRST, 2, 0);
	});
}

#[test]
fn a_record_without_fills_is_noticed() {
	assert_noticed("A13: a record of fills has none", || {
		Fills::<Test>::insert(AvatarKey::from(FIRST), 0, order::Fills::default());
	});
}

#[test]
fn an_order_that_was_filled_whole_is_noticed() {
	assert_noticed("A13: nothing is left of an order that is kept", || {
		Avatars::set_fills(FIRST, 0, fills(&[Fill { left: 0, ..fill(0) }]));
	});
}

#[test]
fn a_fill_whose_number_can_be_spent_again_is_noticed() {
	for number in [1, u32::MAX] {
		assert_noticed("A13: the number of a fill was not spent", || {
			Avatars::set_fills(FIRST, 0, fills(&[fill(0), fill(number)]));
		});
	}
}

#[test]
fn two_fills_of_one_number_are_noticed() {
	assert_noticed("A13: two fills have one number", || {
		Avatars::set_fills(FIRST, 0, fills(&[fill(0), fill(0)]));
	});
}

#[test]
fn a_fill_may_stay_though_its_number_is_void() {
	Chain::default().avatar(ALICE).filled(&[0]).execute(|| {
		fill_in_part(FIRST, 0, WINDOW);

		assert_eq!(Avatars::fills(FIRST, 0), fills(&[fill(0), fill(WINDOW)]));
		assert_ok!(Avatars::do_try_state());
	});
}

#[test]
fn an_avatar_that_does_not_count_its_badges_is_noticed() {
	assert_noticed("A12: an avatar does not count its badges", || {
		change_purse(FIRST, |purse| purse.consumers = 0);
	});
}
