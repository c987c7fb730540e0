// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, CollectionDetails, Error, Event, HoldReason, Issuer, NextCollectionId};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::{AvatarId, CollectionId, WorldId};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works_for_a_world() {
	World::default().execute(|| {
		let issuer = Issuer::World(WORLD);

		assert_ok!(Items::create_collection(RuntimeOrigin::signed(OPERATOR), issuer));

		assert_eq!(
			Items::collection(COLLECTION),
			Some(CollectionDetails {
				issuer,
				payer: OPERATOR,
				kinds: 0,
				live_kinds: 0,
				items: 0,
				live_items: 0,
				attribute_keys: 0,
				recipes: 0,
				frozen: false,
				offered_to: None,
			})
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

		assert_eq!(Items::collection(COLLECTION), Some(CollectionDetails::new(issuer, ALICE)));
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
		assert_eq!(Balances::free_balance(ALICE), MONEY - COLLECTION_DEPOSIT);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(
				Items::create_collection(RuntimeOrigin::signed(stranger), Issuer::World(WORLD)),
				NOT_OPERATOR
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
				NOT_YOURS
			);
		}
	});
}

#[test]
fn fails_for_an_avatar_that_is_offered() {
	World::default().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(ALICE), Issuer::Avatar(avatar(ALICE))),
			OFFERED
		);
	});
}

#[test]
fn fails_for_an_unknown_world() {
	World::default().execute(|| {
		let issuer = Issuer::World(WorldId(8));

		assert_noop!(
			Items::create_collection(RuntimeOrigin::signed(OPERATOR), issuer),
			UNKNOWN_WORLD
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(AvatarId(10));

		assert_noop!(Items::create_collection(RuntimeOrigin::signed(10), issuer), UNKNOWN_AVATAR);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	World::default().execute(|| {
		let create =
			|| Items::create_collection(RuntimeOrigin::signed(OPERATOR), Issuer::World(WORLD));
		NextCollectionId::<Test>::put(CollectionId(u32::MAX - 1));

		assert_ok!(create());

		assert!(Items::collection(CollectionId(u32::MAX - 1)).is_some());
		assert_noop!(create(), Error::<Test>::NoIdsLeft);
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
fn fails_without_a_signature() {
	World::default().execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Items::create_collection(origin, Issuer::World(WORLD)),
				DispatchError::BadOrigin
			);
		}
	});
}
