// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, Issuer, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::CollectionId;
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	World::with_catalogue().sword(ALICE).execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION));

		assert_eq!(Items::collection(COLLECTION).map(|it| it.payer), Some(BOB));
		System::assert_last_event(
			Event::CollectionAdopted { collection: COLLECTION, from: OPERATOR, to: BOB }.into(),
		);
	});
}

#[test]
fn works_for_an_avatars_collection() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION));

		assert_eq!(held(HoldReason::Collection, ALICE), 0);
		assert_eq!(held(HoldReason::Collection, BOB), COLLECTION_DEPOSIT);
	});
}

#[test]
fn moves_every_deposit() {
	World::with_catalogue().sword(ALICE).sword(BOB).execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION));

		for (reason, deposit) in [
			(HoldReason::Collection, COLLECTION_DEPOSIT),
			(HoldReason::Kind, 2 * KIND_DEPOSIT),
			(HoldReason::Item, 2 * ITEM_DEPOSIT),
		] {
			assert_eq!(held(reason, OPERATOR), 0);
			assert_eq!(held(reason, BOB), deposit);
		}
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn lets_the_new_owner_mint() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);
		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION));

		assert_ok!(Items::mint_items(RuntimeOrigin::signed(SETTLER), SWORDS, avatars(&[ALICE])));

		assert_eq!(held(HoldReason::Item, BOB), ITEM_DEPOSIT);
		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::adopt_collection(RuntimeOrigin::signed(OPERATOR), CollectionId(1)),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);

		for stranger in [OPERATOR, ALICE, SETTLER] {
			assert_noop!(
				Items::adopt_collection(RuntimeOrigin::signed(stranger), COLLECTION),
				DispatchError::Other("not owner")
			);
		}
	});
}

#[test]
fn fails_for_who_pays_already() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::adopt_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION),
			Error::<Test>::AlreadyAdopted
		);
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, BOB, COLLECTION_DEPOSIT + KIND_DEPOSIT));

		assert_noop!(
			Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::adopt_collection { collection: COLLECTION };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::adopt_collection());
}
