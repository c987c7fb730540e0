// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{
	mock::*, CollectionDetails, Collections, Form, HoldReason, Issuer, ItemDetails, KindDetails,
	Kinds, NextCollectionId, Units,
};
use frame_support::traits::fungible::MutateHold;
use freehold_primitives::{
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::{AvatarKey, CollectionKey, ItemKey, KindKey},
};

const UNKNOWN: AvatarId = AvatarId(99);

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	World::with_catalogue().sword(ALICE).arrows(ALICE, 5).execute(|| {
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Items::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

fn put_item(item: ItemId, details: ItemDetails) {
	crate::Items::<Test>::insert(ItemKey::from(item), details);
}

fn put_kind(index: u32, details: KindDetails) {
	let key = KindKey::from(KindId { collection: COLLECTION, index });
	Kinds::<Test>::insert(key, details);
}

fn put_units(kind: KindId, avatar: AvatarId, amount: u64) {
	Units::<Test>::insert(KindKey::from(kind), AvatarKey::from(avatar), amount);
}

fn change_kind(kind: KindId, change: impl FnOnce(&mut KindDetails)) {
	Kinds::<Test>::mutate(KindKey::from(kind), |details| {
		change(details.as_mut().expect("the world has a catalogue"));
	});
}

#[test]
fn a_collection_that_was_never_created_is_noticed() {
	assert_noticed("I1: a collection's id was never given out", || {
		NextCollectionId::<Test>::put(COLLECTION);
	});
}

#[test]
fn a_kind_that_was_never_created_is_noticed() {
	assert_noticed("I1: a kind's index was never given out", || {
		put_kind(2, KindDetails::new(Form::Unique, None));
	});
}

#[test]
fn a_kind_without_a_collection_is_noticed() {
	assert_noticed("I1: a kind's index was never given out", || {
		let kind = KindId { collection: CollectionId(1), index: 0 };
		Kinds::<Test>::insert(KindKey::from(kind), KindDetails::new(Form::Unique, None));
	});
}

#[test]
fn an_item_that_was_never_minted_is_noticed() {
	assert_noticed("I1: an item's serial was never given out", || {
		put_item(item(1), ItemDetails::new(avatar(ALICE), SWORDS.index));
	});
}

#[test]
fn an_item_without_a_collection_is_noticed() {
	assert_noticed("I1: an item's serial was never given out", || {
		let item = ItemId { collection: CollectionId(1), serial: 0 };
		put_item(item, ItemDetails::new(avatar(ALICE), SWORDS.index));
	});
}

#[test]
fn a_collection_of_an_unknown_world_is_noticed() {
	assert_noticed("I2: a collection's issuer does not exist", || {
		change_collection(|details| details.issuer = Issuer::World(WorldId(8)));
	});
}

#[test]
fn a_collection_of_an_unknown_avatar_is_noticed() {
	assert_noticed("I2: a collection's issuer does not exist", || {
		change_collection(|details| details.issuer = Issuer::Avatar(UNKNOWN));
	});
}

#[test]
fn an_item_of_an_unknown_kind_is_noticed() {
	assert_noticed("I3: an item is not of a unique kind", || {
		put_item(item(0), ItemDetails::new(avatar(ALICE), 9));
	});
}

#[test]
fn an_item_of_a_stackable_kind_is_noticed() {
	assert_noticed("I3: an item is not of a unique kind", || {
		put_item(item(0), ItemDetails::new(avatar(ALICE), ARROWS.index));
	});
}

#[test]
fn units_of_an_unknown_kind_are_noticed() {
	assert_noticed("I3: units are not of a stackable kind", || {
		put_units(KindId { collection: COLLECTION, index: 9 }, avatar(ALICE), 1);
	});
}

#[test]
fn units_of_a_unique_kind_are_noticed() {
	assert_noticed("I3: units are not of a stackable kind", || {
		put_units(SWORDS, avatar(ALICE), 1);
	});
}

#[test]
fn an_item_without_an_owner_is_noticed() {
	assert_noticed("I4: an item belongs to an avatar that does not exist", || {
		put_item(item(0), ItemDetails::new(UNKNOWN, SWORDS.index));
	});
}

#[test]
fn units_without_an_owner_are_noticed() {
	assert_noticed("I4: units belong to an avatar that does not exist", || {
		put_units(ARROWS, UNKNOWN, 1);
	});
}

#[test]
fn a_record_of_zero_is_noticed() {
	assert_noticed("I5: there is a record of no units", || {
		put_units(ARROWS, avatar(BOB), 0);
	});
}

#[test]
fn a_wrong_supply_of_items_is_noticed() {
	assert_noticed("I6: a kind's supply is miscounted", || {
		change_kind(SWORDS, |details| details.supply = 2);
	});
}

#[test]
fn a_wrong_supply_of_units_is_noticed() {
	assert_noticed("I6: a kind's supply is miscounted", || {
		put_units(ARROWS, avatar(BOB), 1);
	});
}

#[test]
fn more_units_than_can_be_counted_are_noticed() {
	assert_noticed("I6: a kind's supply is miscounted", || {
		change_kind(ARROWS, |details| details.supply = u64::MAX);
		put_units(ARROWS, avatar(BOB), u64::MAX);
	});
}

#[test]
fn too_many_items_are_noticed() {
	assert_noticed("I7: a kind has more than its maximum supply", || {
		change_kind(SWORDS, |details| details.max_supply = Some(0));
	});
}

#[test]
fn too_many_units_are_noticed() {
	assert_noticed("I7: a kind has more than its maximum supply", || {
		change_kind(ARROWS, |details| details.max_supply = Some(4));
	});
}

#[test]
fn a_missing_deposit_for_a_collection_is_noticed() {
	assert_noticed("I8: a payer's deposits do not match its collections", || {
		let id = CollectionId(1);
		let details = CollectionDetails::new(Issuer::World(WORLD), OPERATOR);
		Collections::<Test>::insert(CollectionKey::from(id), details);
		NextCollectionId::<Test>::put(CollectionId(2));
	});
}

#[test]
fn a_missing_deposit_for_a_kind_is_noticed() {
	assert_noticed("I8: a payer's deposits do not match its collections", || {
		put_kind(2, KindDetails::new(Form::Unique, None));
		change_collection(|details| details.kinds = 3);
	});
}

#[test]
fn a_missing_deposit_for_an_item_is_noticed() {
	assert_noticed("I8: a payer's deposits do not match its collections", || {
		put_item(item(1), ItemDetails::new(avatar(ALICE), SWORDS.index));
		change_collection(|details| details.items = 2);
		change_kind(SWORDS, |details| details.supply = 2);
	});
}

#[test]
fn a_deposit_for_nothing_is_noticed() {
	for reason in [HoldReason::Collection, HoldReason::Kind, HoldReason::Item] {
		assert_noticed("I8: a payer's deposits do not match its collections", || {
			Balances::hold(&reason.into(), &OPERATOR, 1).expect("the operator has money");
		});
	}
}
