// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::purse::Unspendable;

#[test]
fn works() {
	Chain::default().avatar(ALICE).devices(&[1, 2]).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		assert_eq!(Avatars::devices(FIRST), [(2, device(2))]);
		assert_eq!(Avatars::device_label(FIRST, 1), None);
		assert_eq!(Avatars::device_label(FIRST, 2), Some(label("phone")));
		assert_eq!(Avatars::avatar(FIRST).map(|it| it.devices), Some(1));
		System::assert_last_event(Event::<Test>::DeviceRevoked { avatar: FIRST, slot: 1 }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	Chain::default().avatar(ALICE).devices(&[1, 2]).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		assert_eq!(held(HoldReason::Device, &ALICE), DEVICE_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before + DEVICE_DEPOSIT);
	});
}

#[test]
fn works_after_the_expiry() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		System::set_block_number(u64::from(NOW) + 1);

		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).devices(&[1]).offered(1).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		assert_eq!(Avatars::signer(FIRST, 1), None);
	});
}

#[test]
fn the_next_device_in_the_slot_does_not_inherit_the_label() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		assert_ok!(add_device(ALICE, FIRST, 1));

		assert_eq!(Avatars::device_label(FIRST, 1), None);
	});
}

#[test]
fn keeps_spent_numbers_spent_for_the_next_key() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(purse.spend(1, 7), Ok(()));
		Avatars::set_purse(FIRST, purse);

		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));
		assert_ok!(add_device(ALICE, FIRST, 1));

		let mut after = Avatars::purse(FIRST).expect("the avatar is still there");
		assert_eq!(after, purse);
		assert_eq!(after.spend(1, 7), Err(Unspendable::Spent));
	});
}

#[test]
fn fails_when_the_slot_is_free() {
	Chain::default().avatar(ALICE).devices(&[1]).avatar(ALICE).execute(|| {
		for (avatar, slot) in [(FIRST, 0), (FIRST, 2), (FIRST, 8), (SECOND, 1)] {
			assert_noop!(
				Avatars::revoke_device(RuntimeOrigin::signed(ALICE), avatar, slot),
				Error::<Test>::UnknownDevice
			);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).devices(&[1]).avatar(BOB).execute(|| {
		assert_noop!(
			Avatars::revoke_device(RuntimeOrigin::signed(BOB), FIRST, 1),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(
			Avatars::revoke_device(RuntimeOrigin::signed(ALICE), NOBODY, 1),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::revoke_device { avatar: FIRST, slot: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::revoke_device());
}
