// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, Outfits, WeightInfo, SLOTS};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{asset::Holding, ids::AvatarId, key::AvatarKey};
use sp_runtime::{DispatchError, DispatchResult};

fn unequip(who: AccountId, slot: u8) -> DispatchResult {
	Items::unequip(RuntimeOrigin::signed(who), avatar(who), slot)
}

/// Runs a test in which Alice wears a sword in slot 5 and another in slot 6.
fn worn(test: impl FnOnce()) {
	World::with_catalogue().sword(ALICE).sword(ALICE).execute(|| {
		for (slot, serial) in [(5, 0), (6, 1)] {
			let alice = RuntimeOrigin::signed(ALICE);
			assert_ok!(Items::equip(alice, avatar(ALICE), slot, item(serial)));
		}
		test();
	});
}

#[test]
fn works() {
	worn(|| {
		assert_ok!(unequip(ALICE, 5));

		assert_eq!(Items::outfit(avatar(ALICE)), [(6, item(1), SWORDS)]);
		assert_eq!(Items::item(item(0)).map(|it| it.holding), Some(Holding::new(avatar(ALICE))));
		System::assert_last_event(
			Event::Unequipped { avatar: avatar(ALICE), slot: 5, item: item(0) }.into(),
		);
	});
}

#[test]
fn leaves_no_record_of_nothing_worn() {
	worn(|| {
		assert_ok!(unequip(ALICE, 5));
		assert_ok!(unequip(ALICE, 6));

		assert!(!Outfits::<Test>::contains_key(AvatarKey::from(avatar(ALICE))));
		assert!(Items::outfit(avatar(ALICE)).is_empty());
	});
}

#[test]
fn lets_the_item_go() {
	worn(|| {
		assert_ok!(unequip(ALICE, 5));

		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::equip(alice(), avatar(ALICE), 7, item(0)));
		assert_ok!(unequip(ALICE, 7));
		assert_ok!(Items::transfer_item(alice(), item(0), avatar(BOB)));
	});
}

#[test]
fn fails_for_an_empty_slot() {
	worn(|| {
		assert_noop!(unequip(ALICE, 7), Error::<Test>::SlotEmpty);
		assert_noop!(unequip(BOB, 5), Error::<Test>::SlotEmpty);
	});
}

#[test]
fn fails_for_a_slot_that_does_not_exist() {
	worn(|| {
		let slots = u8::try_from(SLOTS).expect("slots are numbered by bytes");

		assert_noop!(unequip(ALICE, slots), Error::<Test>::InvalidSlot);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	worn(|| {
		for stranger in [OPERATOR, BOB, SETTLER] {
			let origin = RuntimeOrigin::signed(stranger);
			assert_noop!(Items::unequip(origin, avatar(ALICE), 5), NOT_YOURS);
		}
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	worn(|| {
		let alice = RuntimeOrigin::signed(ALICE);

		assert_noop!(Items::unequip(alice, AvatarId(10), 5), UNKNOWN_AVATAR);
	});
}

/// Whoever buys the avatar has seen what it wears.
#[test]
fn fails_while_the_avatar_is_offered() {
	worn(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(unequip(ALICE, 5), OFFERED);
	});
}

#[test]
fn fails_unsigned() {
	worn(|| {
		assert_noop!(
			Items::unequip(RuntimeOrigin::none(), avatar(ALICE), 5),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::unequip { avatar: avatar(ALICE), slot: 5 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::unequip());
}
