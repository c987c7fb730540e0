// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, DeviceLabels, Error, Event, HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::purse::jump_after;

#[test]
fn works() {
	Chain::default().avatar(ALICE).devices(&[1, 2, 3, 4, 5, 6, 7]).execute(|| {
		assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

		assert!(Avatars::devices(FIRST).is_empty());
		assert_eq!(DeviceLabels::<Test>::iter().count(), 0);
		assert_eq!(Avatars::avatar(FIRST).map(|it| it.devices), Some(0));
		System::assert_last_event(
			Event::<Test>::DevicesRevoked { avatar: FIRST, devices: 7 }.into(),
		);
	});
}

#[test]
fn works_with_none() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

		System::assert_last_event(
			Event::<Test>::DevicesRevoked { avatar: FIRST, devices: 0 }.into(),
		);
	});
}

#[test]
fn what_is_left_of_orders_lapses_but_for_the_owners() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).filled(&[0, 1, 7]).execute(|| {
		assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

		let left = [0, 1, 7].map(|lane| Avatars::fills(FIRST, lane).len());
		assert_eq!(left, [1, 0, 0]);
	});
}

#[test]
fn gives_the_deposits_back() {
	Chain::default().avatar(ALICE).devices(&[2, 4, 6]).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

		assert_eq!(held(HoldReason::Device, &ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), before + 3 * DEVICE_DEPOSIT);
	});
}

#[test]
fn leaves_other_avatars_their_keys() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.avatar(ALICE)
		.devices(&[1])
		.execute(|| {
			assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

			assert_eq!(Avatars::devices(SECOND), [(1, device(1))]);
			assert_eq!(Avatars::device_label(SECOND, 1), Some(label("phone")));
			assert_eq!(held(HoldReason::Device, &ALICE), DEVICE_DEPOSIT);
		});
}

#[test]
fn voids_the_lanes_of_the_keys_and_no_other() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).coins(50).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		for lane in [0, 1, 2, 7] {
			assert_eq!(purse.spend(lane, 7), Ok(()));
		}
		Avatars::set_purse(FIRST, purse);

		assert_ok!(Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST));

		let jump = jump_after(&System::parent_hash());
		purse.void_lane(1, jump);
		purse.void_lane(7, jump);
		assert_eq!(Avatars::purse(FIRST), Some(purse));
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).devices(&[1]).avatar(BOB).execute(|| {
		assert_noop!(
			Avatars::revoke_all_devices(RuntimeOrigin::signed(BOB), FIRST),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(
			Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), NOBODY),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn weighs_as_every_slot_together() {
	let call = crate::Call::<Test>::revoke_all_devices { avatar: FIRST };
	let weight = call.get_dispatch_info().call_weight;

	assert_eq!(weight, SubstrateWeight::<Test>::revoke_all_devices());
	assert!(weight.ref_time() > SubstrateWeight::<Test>::revoke_device().ref_time());
}
