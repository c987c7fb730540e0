// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, Form, HoldReason, Issuer, ItemDetails,
	WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::Holding,
	ids::{CollectionId, KindId},
};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let to = avatars(&[ALICE, BOB, ALICE]);

		assert_ok!(Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, to));

		for (serial, owner) in [(0, ALICE), (1, BOB), (2, ALICE)] {
			let holding = Holding { owner: avatar(owner), version: 0, lock: None };
			assert_eq!(
				Items::item(item(serial)),
				Some(ItemDetails { holding, kind: SWORDS.index })
			);
			assert_eq!(Items::holding(item(serial)), Some(holding));
		}
		assert_eq!(Items::item(item(3)), None);
		assert_eq!(Items::kind(SWORDS).map(|it| it.supply), Some(3));
		assert_eq!(Items::collection(COLLECTION).map(|it| it.items), Some(3));
		System::assert_last_event(
			Event::ItemsMinted { kind: SWORDS, first: item(0), count: 3 }.into(),
		);
	});
}

#[test]
fn counts_over_all_kinds_of_the_collection() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::create_kind(operator(), COLLECTION, Form::Unique, None));
		let shields = KindId { collection: COLLECTION, index: 2 };

		assert_ok!(Items::mint_items(operator(), shields, avatars(&[BOB, BOB])));
		System::assert_last_event(
			Event::ItemsMinted { kind: shields, first: item(1), count: 2 }.into(),
		);
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[ALICE])));

		let kinds: Vec<_> = (0..4)
			.filter_map(|serial| Items::item(item(serial)))
			.map(|it| it.kind)
			.collect();
		assert_eq!(kinds, [0, 2, 2, 0]);
		assert_eq!(Items::kind(SWORDS).map(|it| it.supply), Some(2));
		assert_eq!(Items::kind(shields).map(|it| it.supply), Some(2));
	});
}

#[test]
fn works_for_a_settler() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(SETTLER);

		assert_ok!(Items::mint_items(origin, SWORDS, avatars(&[ALICE])));

		assert_eq!(Items::holding(item(0)), Some(Holding::new(avatar(ALICE))));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		assert_ok!(Items::create_kind(alice(), COLLECTION, Form::Unique, None));

		assert_ok!(Items::mint_items(alice(), SWORDS, avatars(&[BOB])));

		assert_eq!(Items::holding(item(0)), Some(Holding::new(avatar(BOB))));
		assert_eq!(held(HoldReason::Item, ALICE), ITEM_DEPOSIT);
	});
}

#[test]
fn holds_a_deposit_for_each_item_of_who_created_the_collection() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(SETTLER);

		assert_ok!(Items::mint_items(origin, SWORDS, avatars(&[ALICE, BOB])));

		assert_eq!(held(HoldReason::Item, OPERATOR), 2 * ITEM_DEPOSIT);
		assert_eq!(held(HoldReason::Item, SETTLER), 0);
		assert_eq!(held(HoldReason::Item, ALICE), 0);
	});
}

#[test]
fn is_counted_for_each_owner() {
	World::with_catalogue().execute(|| {
		let to = avatars(&[ALICE, BOB, ALICE]);

		assert_ok!(Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, to));

		assert_eq!(consumers(avatar(ALICE)), 2);
		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		for who in [OPERATOR, SETTLER] {
			assert_noop!(
				Items::mint_items(RuntimeOrigin::signed(who), SWORDS, avatars(&[ALICE])),
				DispatchError::Other("suspended")
			);
		}
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		for who in [ALICE, SETTLER] {
			assert_noop!(
				Items::mint_items(RuntimeOrigin::signed(who), SWORDS, avatars(&[BOB])),
				Error::<Test>::NotAdopted
			);
		}
	});
}

#[test]
fn fails_while_the_avatars_former_owner_pays() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		assert_ok!(Items::create_kind(alice(), COLLECTION, Form::Unique, None));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(BOB), SWORDS, avatars(&[BOB])),
			Error::<Test>::NotAdopted
		);
		assert_noop!(
			Items::mint_items(alice(), SWORDS, avatars(&[ALICE])),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	World::with_catalogue().execute(|| {
		change_collection(|details| details.items = u32::MAX - 1);
		let operator = || RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::mint_items(operator(), SWORDS, avatars(&[ALICE, ALICE])),
			Error::<Test>::NoIdsLeft
		);
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[ALICE])));
		assert_eq!(Items::item(item(u32::MAX - 1)).map(|it| it.kind), Some(SWORDS.index));
		assert_noop!(
			Items::mint_items(operator(), SWORDS, avatars(&[ALICE])),
			Error::<Test>::NoIdsLeft
		);
	});
}

#[test]
fn fails_beyond_the_maximum_supply() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::mint_items(operator(), SWORDS, avatars(&[ALICE, ALICE, ALICE])),
			Error::<Test>::SupplyExceeded
		);
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[ALICE, ALICE])));
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(OPERATOR), kind, avatars(&[ALICE])),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(OPERATOR), kind, avatars(&[ALICE])),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_a_stackable_kind() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(OPERATOR), ARROWS, avatars(&[ALICE])),
			Error::<Test>::WrongForm
		);
	});
}

#[test]
fn fails_when_nobody_is_named() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, avatars(&[])),
			Error::<Test>::NothingToMint
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, avatars(&[ALICE, 10])),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_anyone_but_a_settler() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(ALICE), SWORDS, avatars(&[ALICE])),
			DispatchError::Other("not settler")
		);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
		assert_ok!(Items::create_kind(alice(), COLLECTION, Form::Unique, None));

		for stranger in [BOB, SETTLER] {
			assert_noop!(
				Items::mint_items(RuntimeOrigin::signed(stranger), SWORDS, avatars(&[BOB])),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, ITEM_DEPOSIT + 1));

		assert_noop!(
			Items::mint_items(RuntimeOrigin::signed(SETTLER), SWORDS, avatars(&[ALICE, BOB])),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_ok!(Items::mint_items(RuntimeOrigin::signed(SETTLER), SWORDS, avatars(&[BOB])));
	});
}

#[test]
fn weighs_by_the_number_of_items() {
	let weight = |owners: &[AccountId]| {
		let call = crate::Call::<Test>::mint_items { kind: SWORDS, to: avatars(owners) };
		call.get_dispatch_info().call_weight
	};

	assert_eq!(weight(&[ALICE]), SubstrateWeight::<Test>::mint_items(1));
	assert!(weight(&[ALICE, BOB]).ref_time() > weight(&[ALICE]).ref_time());
}
