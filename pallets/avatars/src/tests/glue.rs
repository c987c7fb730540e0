// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{device::Signer, traits};

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
fn the_pot_has_its_existential_deposit_from_genesis() {
	Chain::default().execute(|| {
		assert_eq!(Balances::free_balance(Avatars::pot()), EXISTENTIAL_DEPOSIT);
		assert_eq!(Balances::total_issuance(), 3 * ENDOWMENT + EXISTENTIAL_DEPOSIT);
	});
}
