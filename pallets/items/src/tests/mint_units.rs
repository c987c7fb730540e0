// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, Form, HoldReason, Issuer, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::{AvatarId, CollectionId, KindId};
use sp_runtime::DispatchError;

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_ok!(Items::mint_units(origin, ARROWS, avatar(ALICE), 60));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), 60);
		assert_eq!(Items::units(ARROWS, avatar(OPERATOR)), 0);
		assert_eq!(Items::kind(ARROWS).map(|it| it.supply), Some(60));
		System::assert_last_event(
			Event::UnitsMinted { kind: ARROWS, to: avatar(ALICE), amount: 60 }.into(),
		);
	});
}

#[test]
fn adds_to_what_there_is() {
	World::with_catalogue().arrows(ALICE, 20).arrows(BOB, 30).execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_ok!(Items::mint_units(origin, ARROWS, avatar(ALICE), 50));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), 70);
		assert_eq!(Items::units(ARROWS, avatar(BOB)), 30);
		assert_eq!(Items::kind(ARROWS).map(|it| it.supply), Some(100));
	});
}

#[test]
fn works_for_a_settler() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(SETTLER);

		assert_ok!(Items::mint_units(origin, ARROWS, avatar(ALICE), 1));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), 1);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		assert_ok!(Items::create_kind(alice(), COLLECTION, Form::Stackable, None));
		let kind = KindId { collection: COLLECTION, index: 0 };

		assert_ok!(Items::mint_units(alice(), kind, avatar(BOB), 1));

		assert_eq!(Items::units(kind, avatar(BOB)), 1);
	});
}

#[test]
fn holds_no_deposit() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
		assert_eq!(held(HoldReason::Item, ALICE), 0);
	});
}

#[test]
fn counts_the_record_and_not_the_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);
		assert_eq!(consumers(avatar(ALICE)), 1);

		assert_ok!(Items::mint_units(origin, ARROWS, avatar(ALICE), 20));

		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn fails_until_the_new_owner_has_adopted_the_collection() {
	World::with_catalogue().execute(|| {
		let mint = || Items::mint_units(RuntimeOrigin::signed(ALICE), ARROWS, avatar(ALICE), 1);
		TheWorld::belongs_to(ALICE);

		assert_noop!(mint(), Error::<Test>::NotAdopted);

		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(ALICE), COLLECTION));
		assert_ok!(mint());
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), ARROWS, avatar(ALICE), 1),
			DispatchError::Other("suspended")
		);
	});
}

#[test]
fn fails_beyond_the_maximum_supply() {
	World::with_catalogue().arrows(ALICE, 40).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::mint_units(operator(), ARROWS, avatar(BOB), 61),
			Error::<Test>::SupplyExceeded
		);
		assert_ok!(Items::mint_units(operator(), ARROWS, avatar(BOB), 60));
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	World::with_catalogue().execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::create_kind(operator(), COLLECTION, Form::Stackable, None));
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_ok!(Items::mint_units(operator(), kind, avatar(ALICE), u64::MAX));

		for owner in [ALICE, BOB] {
			assert_noop!(
				Items::mint_units(operator(), kind, avatar(owner), 1),
				Error::<Test>::Overflow
			);
		}
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 1 };

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), kind, avatar(ALICE), 1),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), kind, avatar(ALICE), 1),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_a_unique_kind() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), SWORDS, avatar(ALICE), 1),
			Error::<Test>::WrongForm
		);
	});
}

#[test]
fn fails_for_no_units() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), ARROWS, avatar(ALICE), 0),
			Error::<Test>::NothingToMint
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), ARROWS, AvatarId(10), 1),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_anyone_but_a_settler() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(ALICE), ARROWS, avatar(ALICE), 1),
			DispatchError::Other("not settler")
		);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		assert_ok!(Items::create_kind(alice(), COLLECTION, Form::Stackable, None));
		let kind = KindId { collection: COLLECTION, index: 0 };

		for stranger in [BOB, SETTLER] {
			assert_noop!(
				Items::mint_units(RuntimeOrigin::signed(stranger), kind, avatar(BOB), 1),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::mint_units { kind: ARROWS, to: avatar(ALICE), amount: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::mint_units());
}
