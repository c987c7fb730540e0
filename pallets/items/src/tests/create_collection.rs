// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, CollectionDetails, Error, Event, HoldReason, Issuer,
	NextCollectionId, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::{AvatarId, CollectionId, WorldId};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works_for_a_world() {
	World::default().execute(|| {
		let issuer = Issuer::World(WORLD);

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(OPERATOR), issuer));

		assert_eq!(
			Items::collection(COLLECTION),
			Some(CollectionDetails { issuer, payer: OPERATOR, kinds: 0, items: 0 })
		);
		System::assert_last_event(
			Event::CollectionCreated { collection: COLLECTION, issuer, payer: OPERATOR }.into(),
		);
	});
}

#[test]
fn works_for_an_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_eq!(
			Items::collection(COLLECTION),
			Some(CollectionDetails { issuer, payer: ALICE, kinds: 0, items: 0 })
		);
		System::assert_last_event(
			Event::CollectionCreated { collection: COLLECTION, issuer, payer: ALICE }.into(),
		);
	});
}

#[test]
fn counts_collections_from_zero() {
	World::with_catalogue().execute(|| {
		let issuer = Issuer::Avatar(avatar(BOB));

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(BOB), issuer));

		assert_eq!(Items::collection(CollectionId(1)).map(|it| it.issuer), Some(issuer));
		assert_eq!(NextCollectionId::<Test>::get(), CollectionId(2));
	});
}

#[test]
fn needs_its_world_or_its_avatar() {
	World::default().execute(|| {
		let alice = Issuer::Avatar(avatar(ALICE));

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(OPERATOR), Issuer::World(WORLD)));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), alice));

		assert_eq!(world_consumers(), 1);
		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::default().execute(|| {
		TheWorld::suspend();

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(OPERATOR), Issuer::World(WORLD)));
	});
}

#[test]
fn holds_a_deposit() {
	World::default().execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);

		assert_ok!(Items::create_collection(origin, Issuer::Avatar(avatar(ALICE))));

		assert_eq!(held(HoldReason::Collection, ALICE), COLLECTION_DEPOSIT);
		assert_eq!(held(HoldReason::Kind, ALICE), 0);
		assert_eq!(held(HoldReason::Item, ALICE), 0);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(
				Items::create_collection(RuntimeOrigin::signed(stranger), Issuer::World(WORLD)),
				DispatchError::Other("not owner")
			);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));

		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				Items::create_collection(RuntimeOrigin::signed(stranger), issuer),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_for_an_unknown_world() {
	World::default().execute(|| {
		let issuer = Issuer::World(WorldId(8));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(OPERATOR), issuer),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(AvatarId(10));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(10), issuer),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	World::default().execute(|| {
		NextCollectionId::<Test>::put(CollectionId(u32::MAX));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(OPERATOR), Issuer::World(WORLD)),
			Error::<Test>::NoIdsLeft
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, COLLECTION_DEPOSIT));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(OPERATOR), Issuer::World(WORLD)),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::create_collection { issuer: Issuer::World(WORLD) };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::create_collection());
}
