// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, Form, HoldReason, Issuer, KindDetails,
	WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::{CollectionId, KindId};
use sp_runtime::{DispatchError, TokenError};

/// A kind of the collection after the first.
fn second(index: u32) -> KindId {
	KindId { collection: CollectionId(1), index }
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_ok!(Items::create_kind(origin, COLLECTION, Form::Unique, Some(5)));

		let kind = KindId { collection: COLLECTION, index: 2 };
		assert_eq!(
			Items::kind(kind),
			Some(KindDetails { form: Form::Unique, max_supply: Some(5), supply: 0 })
		);
		assert_eq!(Items::collection(COLLECTION).map(|it| it.kinds), Some(3));
		System::assert_last_event(
			Event::KindCreated { kind, form: Form::Unique, max_supply: Some(5) }.into(),
		);
	});
}

#[test]
fn counts_from_zero_in_each_collection() {
	World::with_catalogue().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));

		assert_ok!(Items::create_kind(alice(), CollectionId(1), Form::Unique, None));
		assert_ok!(Items::create_kind(alice(), CollectionId(1), Form::Stackable, None));

		assert_eq!(Items::kind(second(0)).map(|it| it.form), Some(Form::Unique));
		assert_eq!(Items::kind(second(1)).map(|it| it.form), Some(Form::Stackable));
		assert_eq!(Items::kind(second(2)), None);
	});
}

#[test]
fn holds_a_deposit() {
	World::with_catalogue().execute(|| {
		assert_eq!(held(HoldReason::Kind, OPERATOR), 2 * KIND_DEPOSIT);
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_ok!(Items::create_kind(origin, COLLECTION, Form::Stackable, None));

		assert_eq!(held(HoldReason::Kind, OPERATOR), 3 * KIND_DEPOSIT);
		assert_eq!(held(HoldReason::Collection, OPERATOR), COLLECTION_DEPOSIT);
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::create_kind(origin, CollectionId(1), Form::Unique, None),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			let origin = RuntimeOrigin::signed(stranger);

			assert_noop!(
				Items::create_kind(origin, COLLECTION, Form::Unique, None),
				DispatchError::Other("not owner")
			);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_noop!(
			Items::create_kind(RuntimeOrigin::signed(BOB), COLLECTION, Form::Unique, None),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_noop!(
			Items::create_kind(RuntimeOrigin::signed(ALICE), COLLECTION, Form::Unique, None),
			Error::<Test>::NotAdopted
		);
		assert_noop!(
			Items::create_kind(RuntimeOrigin::signed(OPERATOR), COLLECTION, Form::Unique, None),
			DispatchError::Other("not owner")
		);
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	World::with_catalogue().execute(|| {
		change_collection(|details| details.kinds = u32::MAX);
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::create_kind(origin, COLLECTION, Form::Unique, None),
			Error::<Test>::NoIdsLeft
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, KIND_DEPOSIT));
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::create_kind(origin, COLLECTION, Form::Unique, None),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::create_kind {
		collection: COLLECTION,
		form: Form::Unique,
		max_supply: None,
	};

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::create_kind());
}
