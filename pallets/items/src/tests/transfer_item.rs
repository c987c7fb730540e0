// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::AvatarId,
};
use sp_runtime::DispatchError;

#[test]
fn works() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_eq!(
			Items::holding(item(0)),
			Some(Holding { owner: avatar(BOB), version: 1, lock: None })
		);
		System::assert_last_event(
			Event::ItemTransferred { item: item(0), from: avatar(ALICE), to: avatar(BOB) }.into(),
		);
	});
}

#[test]
fn moves_the_version_when_an_avatar_gives_to_itself() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(ALICE)));

		assert_eq!(
			Items::holding(item(0)),
			Some(Holding { owner: avatar(ALICE), version: 1, lock: None })
		);
	});
}

#[test]
fn keeps_the_kind_and_the_supply() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_eq!(Items::item(item(0)).map(|it| it.kind), Some(SWORDS.index));
		assert_eq!(Items::kind(SWORDS).map(|it| it.supply), Some(1));
	});
}

#[test]
fn is_counted_for_its_owner() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_eq!(consumers(avatar(ALICE)), 0);
		assert_eq!(consumers(avatar(BOB)), 1);

		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(BOB), item(0), avatar(BOB)));

		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().sword(ALICE).execute(|| {
		TheWorld::suspend();

		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));
	});
}

#[test]
fn leaves_the_deposit_with_the_operator() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
	});
}

#[test]
fn fails_for_an_unknown_item() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::transfer_item(RuntimeOrigin::signed(ALICE), item(1), avatar(BOB)),
			Error::<Test>::UnknownItem
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().sword(ALICE).execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			assert_noop!(
				Items::transfer_item(RuntimeOrigin::signed(stranger), item(0), avatar(BOB)),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), AvatarId(10)),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_the_item_is_listed() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let holding = Holding { lock: Some(Lock::Listing), ..Holding::new(avatar(ALICE)) };
		Items::set_holding(item(0), holding);

		for to in [ALICE, BOB] {
			assert_noop!(
				Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(to)),
				Error::<Test>::Locked
			);
		}
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::transfer_item { item: item(0), to: avatar(BOB) };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::transfer_item());
}
