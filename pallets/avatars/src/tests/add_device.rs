// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, DeviceLabels, Error, Event, HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	device::{DeviceKey, Limits, PublicKey},
	ids::WorldId,
};
use sp_runtime::{DispatchError, TokenError};

const LIMITS: Limits = Limits { coins: 100, units: 10, items: 2, land: 0, estates: 0 };

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		let (key, world) = (PublicKey::Sr25519([7; 32]), Some(WorldId(4)));
		let (valid_until, limits) = (NOW + 1, Some(LIMITS));
		let origin = RuntimeOrigin::signed(ALICE);

		assert_ok!(Avatars::add_device(
			origin,
			FIRST,
			3,
			key,
			valid_until,
			world,
			limits,
			label("Ωphone")
		));

		let device = DeviceKey { key, valid_until, world, limits };
		assert_eq!(Avatars::devices(FIRST), [(3, device)]);
		assert_eq!(Avatars::device_label(FIRST, 3), Some(label("Ωphone")));
		assert_eq!(Avatars::avatar(FIRST).map(|it| it.devices), Some(1));
		System::assert_last_event(
			Event::<Test>::DeviceAdded { avatar: FIRST, slot: 3, key, valid_until, world, limits }
				.into(),
		);
	});
}

#[test]
fn works_in_every_slot() {
	Chain::default().avatar(ALICE).devices(&[7, 6, 5, 4, 3, 2, 1]).execute(|| {
		let expected: Vec<_> = (1..=7).map(|slot| (slot, device(slot))).collect();

		assert_eq!(Avatars::devices(FIRST), expected);
		assert_eq!(Avatars::avatar(FIRST).map(|it| it.devices), Some(7));
	});
}

#[test]
fn holds_a_deposit_for_each_key() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1, 2])
		.avatar(ALICE)
		.devices(&[1])
		.execute(|| {
			let deposits = 3 * DEVICE_DEPOSIT;
			assert_eq!(held(HoldReason::Device, &ALICE), deposits);
			assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - 2 * AVATAR_DEPOSIT - deposits);
		});
}

#[test]
fn stores_nothing_for_a_device_without_a_label() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(add_device(ALICE, FIRST, 1));

		assert_eq!(Avatars::device_label(FIRST, 1), None);
		assert_eq!(DeviceLabels::<Test>::iter().count(), 0);
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_ok!(add_device(ALICE, FIRST, 1));

		assert!(frozen(FIRST));
	});
}

#[test]
fn works_until_the_block_of_the_expiry() {
	Chain::default().avatar(ALICE).execute(|| {
		let key = PublicKey::Ed25519([7; 32]);
		let add = |valid_until| {
			let origin = RuntimeOrigin::signed(ALICE);
			Avatars::add_device(origin, FIRST, 1, key, valid_until, None, None, label(""))
		};

		assert_noop!(add(NOW - 1), Error::<Test>::InvalidExpiry);
		assert_ok!(add(NOW));
	});
}

#[test]
fn fails_in_a_slot_that_is_no_devices() {
	Chain::default().avatar(ALICE).execute(|| {
		for slot in [0, 8, u8::MAX] {
			assert_noop!(add_device(ALICE, FIRST, slot), Error::<Test>::InvalidSlot);
		}
	});
}

#[test]
fn fails_when_the_slot_is_taken() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		assert_noop!(add_device(ALICE, FIRST, 1), Error::<Test>::SlotTaken);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_noop!(add_device(BOB, FIRST, 1), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(add_device(ALICE, NOBODY, 1), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let too_little = DEVICE_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			add_device(ALICE, FIRST, 1),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let DeviceKey { key, valid_until, world, limits } = device(1);
	let label = label("phone");
	let call = crate::Call::<Test>::add_device {
		avatar: FIRST,
		slot: 1,
		key,
		valid_until,
		world,
		limits,
		label,
	};

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::add_device());
}
