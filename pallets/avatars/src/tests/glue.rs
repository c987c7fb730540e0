// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Fills, HoldReason};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::Balance,
	device::{DeviceKey, Limits, Signer},
	ids::AvatarId,
	purse::Purse,
	traits,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
	<Avatars as traits::Avatars<AccountId>>::retain(avatar, records)
}

fn release(avatar: AvatarId, records: u32) {
	<Avatars as traits::Avatars<AccountId>>::release(avatar, records);
}

fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
	<Avatars as traits::Purses>::set_aside(from, amount)
}

fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
	<Avatars as traits::Purses>::pay_out(to, amount)
}

fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
	<Avatars as traits::Purses>::pay(from, to, amount)
}

/// What the pot holds as coins of purses, and as coins set aside.
fn pot() -> [Balance; 2] {
	[HoldReason::Purse, HoldReason::Escrow].map(|reason| held(reason, &Avatars::pot()))
}

#[test]
fn an_avatar_exists_once_it_is_created() {
	Chain::default().avatar(ALICE).execute(|| {
		let ensure_exists = <Avatars as traits::Avatars<AccountId>>::ensure_exists;

		assert_ok!(ensure_exists(FIRST));
		assert_noop!(ensure_exists(SECOND), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn an_avatar_has_one_owner() {
	Chain::default().avatar(ALICE).execute(|| {
		let ensure_owner = <Avatars as traits::Avatars<AccountId>>::ensure_owner;

		assert_ok!(ensure_owner(&ALICE, FIRST));
		assert_noop!(ensure_owner(&BOB, FIRST), Error::<Test>::NotOwner);
		assert_noop!(ensure_owner(&ALICE, SECOND), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn the_owner_of_an_avatar_is_known() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		let owner = <Avatars as traits::Avatars<AccountId>>::owner;

		assert_eq!(owner(FIRST), Ok(ALICE));
		assert_noop!(owner(SECOND), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn the_owner_of_an_avatar_that_is_offered_may_not_act_for_it() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		let ensure_owner = <Avatars as traits::Avatars<AccountId>>::ensure_owner;

		assert_noop!(ensure_owner(&ALICE, FIRST), Error::<Test>::Offered);
		assert_noop!(ensure_owner(&BOB, FIRST), Error::<Test>::NotOwner);
		assert_ok!(Avatars::withdraw_offer(RuntimeOrigin::signed(ALICE), FIRST));
		assert_ok!(ensure_owner(&ALICE, FIRST));
	});
}

#[test]
fn the_new_owner_of_a_sold_avatar_may_act_for_it() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		let ensure_owner = <Avatars as traits::Avatars<AccountId>>::ensure_owner;

		assert_ok!(Avatars::accept_offer(RuntimeOrigin::signed(BOB), FIRST, NOW, 1));

		assert_ok!(ensure_owner(&BOB, FIRST));
		assert_noop!(ensure_owner(&ALICE, FIRST), Error::<Test>::NotOwner);
	});
}

#[test]
fn records_that_name_an_avatar_are_counted() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		let before = Avatars::purse(FIRST).expect("the test has the avatar");

		assert_ok!(retain(FIRST, 3));
		assert_eq!(Avatars::purse(FIRST), Some(Purse { consumers: 3, ..before }));
		release(FIRST, 2);
		assert_eq!(consumers(FIRST), 1);
		assert_ok!(retain(FIRST, 0));
		release(FIRST, 0);
		assert_eq!(consumers(FIRST), 1);
		assert_eq!(consumers(SECOND), 0);
	});
}

#[test]
fn records_may_name_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_ok!(retain(FIRST, 1));

		assert_eq!(consumers(FIRST), 1);
		assert!(frozen(FIRST));
	});
}

#[test]
fn no_more_records_can_name_an_avatar_than_can_be_counted() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(retain(FIRST, u32::MAX));

		assert_noop!(retain(FIRST, 1), Error::<Test>::TooManyRecords);
	});
}

#[test]
fn no_record_names_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(retain(NOBODY, 1), Error::<Test>::UnknownAvatar);
		release(NOBODY, 1);
		assert_eq!(Avatars::purse(NOBODY), None);
	});
}

#[test]
fn the_owner_signs_in_the_first_lane() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_eq!(Avatars::signer(FIRST, 0), Some(Signer::Owner(ALICE)));
	});
}

#[test]
fn a_device_signs_in_the_lane_of_its_slot() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).execute(|| {
		for slot in [1, 7] {
			assert_eq!(Avatars::signer(FIRST, slot), Some(Signer::Device(device(slot))));
		}
	});
}

#[test]
fn nobody_signs_in_a_free_slot() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		for lane in [2, 8, u8::MAX] {
			assert_eq!(Avatars::signer(FIRST, lane), None);
		}
	});
}

#[test]
fn nobody_signs_for_an_unknown_avatar() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		for lane in 0..=7 {
			assert_eq!(Avatars::signer(NOBODY, lane), None);
		}
	});
}

#[test]
fn an_unknown_avatar_has_nothing() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		assert_eq!(Avatars::avatar(NOBODY), None);
		assert_eq!(Avatars::purse(NOBODY), None);
		assert!(Avatars::devices(NOBODY).is_empty());
	});
}

#[test]
fn a_purse_is_as_it_was_written() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		let mut purses =
			[FIRST, SECOND].map(|avatar| Avatars::purse(avatar).expect("the test has the avatar"));
		purses[0].balance -= 15;
		purses[1].balance += 15;
		assert_eq!(purses[0].spend(0, 3), Ok(()));

		Avatars::set_purse(FIRST, purses[0]);
		Avatars::set_purse(SECOND, purses[1]);

		assert_eq!([FIRST, SECOND].map(Avatars::purse), purses.map(Some));
	});
}

#[test]
fn a_device_key_is_as_it_was_written() {
	Chain::default().avatar(ALICE).devices(&[1, 2]).execute(|| {
		let limits = Limits { coins: 1, units: 2, items: 3, land: 4, estates: 5 };
		let counted_down = DeviceKey { limits: Some(limits), ..device(1) };

		Avatars::set_device(FIRST, 1, counted_down);

		assert_eq!(Avatars::devices(FIRST), [(1, counted_down), (2, device(2))]);
		assert_eq!(Avatars::signer(FIRST, 1), Some(Signer::Device(counted_down)));
		assert_eq!(Avatars::device_label(FIRST, 1), Some(label("phone")));
	});
}

#[test]
fn fills_are_as_they_were_written() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0])
		.avatar(BOB)
		.execute(|| {
			fill_in_part(FIRST, 0, 4);
			fill_in_part(FIRST, 1, 5);

			assert_eq!(Avatars::fills(FIRST, 0), fills(&[fill(0), fill(4)]));
			assert_eq!(Avatars::fills(FIRST, 1), fills(&[fill(5)]));
			assert!(Avatars::fills(SECOND, 0).is_empty());
		});
}

#[test]
fn a_lane_without_fills_has_no_record() {
	Chain::default().avatar(ALICE).filled(&[0]).execute(|| {
		Avatars::set_fills(FIRST, 0, fills(&[]));

		assert!(Avatars::fills(FIRST, 0).is_empty());
		assert_eq!(Fills::<Test>::iter().count(), 0);
	});
}

#[test]
fn coins_that_the_kernel_took_out_of_purses_are_held_aside() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		let purse = Avatars::purse(FIRST).expect("the test has the avatar");
		Avatars::set_purse(FIRST, Purse { balance: 25, ..purse });

		assert_ok!(Avatars::hold_aside(15));

		assert_eq!(pot(), [25, 15]);
		assert_ok!(pay_out(SECOND, 15));
		assert_eq!([FIRST, SECOND].map(coins), [25, 15]);
	});
}

#[test]
fn no_coins_at_all_may_be_held_aside() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(Avatars::hold_aside(0));

		assert_eq!(pot(), [40, 0]);
	});
}

#[test]
fn no_more_coins_are_held_aside_than_purses_had() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_noop!(Avatars::hold_aside(41), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn coins_that_are_set_aside_leave_the_purse_but_not_the_pot() {
	Chain::default()
		.avatar(ALICE)
		.coins(40)
		.badges(&[1])
		.avatar(BOB)
		.coins(2)
		.execute(|| {
			let before = Avatars::purse(FIRST).expect("the test has the avatar");

			assert_ok!(set_aside(FIRST, 30));

			assert_eq!(Avatars::purse(FIRST), Some(Purse { balance: 10, ..before }));
			assert_eq!(pot(), [12, 30]);
			assert_eq!(Avatars::aside(), 30);
			assert_eq!(Balances::free_balance(Avatars::pot()), EXISTENTIAL_DEPOSIT);
		});
}

#[test]
fn coins_that_are_set_aside_are_paid_out_to_any_purse() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).badges(&[1]).execute(|| {
		assert_ok!(set_aside(FIRST, 40));
		let before = Avatars::purse(SECOND).expect("the test has the avatar");

		assert_ok!(pay_out(SECOND, 30));
		assert_ok!(pay_out(FIRST, 10));

		assert_eq!(coins(FIRST), 10);
		assert_eq!(Avatars::purse(SECOND), Some(Purse { balance: 30, ..before }));
		assert_eq!(pot(), [40, 0]);
		assert_eq!(Avatars::aside(), 0);
		assert_eq!(Balances::free_balance(Avatars::pot()), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn coins_that_are_set_aside_can_not_be_spent_from_the_pot() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(set_aside(FIRST, 40));

		assert_noop!(
			Balances::transfer_allow_death(
				RuntimeOrigin::signed(Avatars::pot()),
				BOB,
				EXISTENTIAL_DEPOSIT + 1
			),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn no_coins_at_all_may_be_set_aside_paid_out_and_paid() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_ok!(set_aside(FIRST, 0));
		assert_ok!(pay_out(FIRST, 0));
		assert_ok!(pay(FIRST, SECOND, 0));

		assert_eq!([FIRST, SECOND].map(coins), [0, 0]);
		assert_eq!(pot(), [0, 0]);
	});
}

#[test]
fn no_more_coins_are_set_aside_than_the_purse_has() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).coins(40).execute(|| {
		assert_noop!(set_aside(FIRST, 41), Error::<Test>::TooFewCoins);
	});
}

#[test]
fn nothing_is_set_aside_of_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).coins(40).offered(1).execute(|| {
		for amount in [0, 40] {
			assert_noop!(set_aside(FIRST, amount), Error::<Test>::Offered);
		}
	});
}

#[test]
fn nothing_is_set_aside_of_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(set_aside(NOBODY, 0), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn an_avatar_that_is_offered_is_paid_out_to() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).offered(1).execute(|| {
		assert_ok!(set_aside(FIRST, 40));

		assert_ok!(pay_out(SECOND, 40));

		assert_eq!(coins(SECOND), 40);
		assert!(frozen(SECOND));
	});
}

#[test]
fn no_more_coins_are_paid_out_than_were_set_aside() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(set_aside(FIRST, 30));

		assert_noop!(pay_out(FIRST, 31), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn nothing_is_paid_out_to_an_unknown_avatar() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		assert_ok!(set_aside(FIRST, 40));

		assert_noop!(pay_out(NOBODY, 40), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn nothing_is_paid_out_to_a_purse_that_would_overflow() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_ok!(set_aside(FIRST, 40));
		Avatars::set_purse(SECOND, Purse { balance: Balance::MAX, ..Purse::default() });

		assert_noop!(pay_out(SECOND, 40), Error::<Test>::Overflow);
		Avatars::set_purse(SECOND, Purse::default());
	});
}

#[test]
fn coins_are_paid_from_purse_to_purse() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).offered(1).execute(|| {
		assert_ok!(pay(FIRST, SECOND, 30));
		assert_ok!(pay(FIRST, FIRST, 10));

		assert_eq!([FIRST, SECOND].map(coins), [10, 30]);
		assert_eq!(pot(), [40, 0]);
	});
}

#[test]
fn coins_are_not_paid_that_are_not_there() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		assert_noop!(pay(FIRST, SECOND, 41), Error::<Test>::TooFewCoins);
		assert_noop!(pay(FIRST, FIRST, 41), Error::<Test>::TooFewCoins);
		assert_noop!(pay(NOBODY, FIRST, 1), Error::<Test>::UnknownAvatar);
		assert_noop!(pay(FIRST, NOBODY, 1), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn coins_are_not_paid_from_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).coins(40).offered(1).avatar(BOB).execute(|| {
		assert_noop!(pay(FIRST, SECOND, 1), Error::<Test>::Offered);
	});
}

#[test]
fn coins_are_not_paid_to_a_purse_that_would_overflow() {
	Chain::default().avatar(ALICE).coins(40).avatar(BOB).execute(|| {
		Avatars::set_purse(SECOND, Purse { balance: Balance::MAX, ..Purse::default() });

		assert_noop!(pay(FIRST, SECOND, 1), Error::<Test>::Overflow);
		Avatars::set_purse(SECOND, Purse::default());
	});
}

#[test]
fn the_pot_has_its_existential_deposit_from_genesis() {
	Chain::default().execute(|| {
		assert_eq!(Balances::free_balance(Avatars::pot()), EXISTENTIAL_DEPOSIT);
		assert_eq!(Balances::total_issuance(), 5 * ENDOWMENT + EXISTENTIAL_DEPOSIT);
	});
}
