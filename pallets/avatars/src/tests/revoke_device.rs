// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::purse::{jump_after, Unspendable};

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
fn what_is_left_of_its_orders_lapses() {
	Chain::default().avatar(ALICE).devices(&[1, 2]).filled(&[0, 1, 2]).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		let left = [0, 1, 2].map(|lane| Avatars::fills(FIRST, lane).len());
		assert_eq!(left, [1, 0, 1]);
	});
}

#[test]
fn what_lapsed_does_not_come_back_with_the_same_key() {
	Chain::default().avatar(ALICE).devices(&[1]).filled(&[1]).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));
		assert_ok!(add_device(ALICE, FIRST, 1));

		assert!(Avatars::fills(FIRST, 1).is_empty());
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(purse.spend(1, 0), Err(Unspendable::Void));
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
fn voids_the_lane_and_no_other() {
	Chain::default().avatar(ALICE).devices(&[1, 2]).coins(50).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		for lane in [0, 1, 2] {
			assert_eq!(purse.spend(lane, 7), Ok(()));
		}
		Avatars::set_purse(FIRST, purse);

		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		purse.void_lane(1, jump_after(&System::parent_hash()));
		assert_eq!(Avatars::purse(FIRST), Some(purse));
	});
}

#[test]
fn the_next_key_in_the_slot_goes_on_with_numbers_of_its_own() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));
		assert_ok!(add_device(ALICE, FIRST, 1));

		let mut purse = Avatars::purse(FIRST).expect("the avatar is still there");
		assert_eq!(purse.spend(1, purse.lanes[1].next), Ok(()));
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
