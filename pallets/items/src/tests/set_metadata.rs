// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, CollectionName, Error, Event, HoldReason, Issuer, MetadataDetails};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{ids::CollectionId, pointer::Pointer};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn set(who: AccountId, metadata: Option<MetadataDetails>) -> DispatchResult {
	Items::set_metadata(RuntimeOrigin::signed(who), COLLECTION, metadata)
}

/// These bytes as a name.
fn named(name: Vec<u8>) -> MetadataDetails {
	let name = CollectionName::try_from(name).expect("names of tests are short enough");
	MetadataDetails { name, pointer: None }
}

/// A name and a pointer.
fn pointed(name: &str, pointer: &[u8]) -> MetadataDetails {
	let pointer = Pointer::try_from(pointer.to_vec()).expect("pointers of tests are short");
	MetadataDetails { pointer: Some(pointer), ..metadata(name) }
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let arms = pointed("Waffen für alle ⚔", b"ipfs://arms");

		assert_ok!(set(OPERATOR, Some(arms.clone())));

		assert_eq!(Items::metadata(COLLECTION), Some(arms.clone()));
		System::assert_last_event(
			Event::MetadataSet { collection: COLLECTION, metadata: Some(arms) }.into(),
		);
	});
}

#[test]
fn holds_one_deposit_however_often_it_is_set() {
	World::with_catalogue().execute(|| {
		for name in ["Arms", "Armour", "Both"] {
			assert_ok!(set(OPERATOR, Some(metadata(name))));

			assert_eq!(Items::metadata(COLLECTION), Some(metadata(name)));
			assert_eq!(held(HoldReason::Metadata, OPERATOR), METADATA_DEPOSIT);
		}
	});
}

#[test]
fn none_removes_it_and_gives_the_deposit_back() {
	World::with_catalogue().named("Arms").execute(|| {
		assert_ok!(set(OPERATOR, None));

		assert_eq!(Items::metadata(COLLECTION), None);
		assert_eq!(held(HoldReason::Metadata, OPERATOR), 0);
		System::assert_last_event(
			Event::MetadataSet { collection: COLLECTION, metadata: None }.into(),
		);
	});
}

#[test]
fn none_where_there_is_none_gives_nothing_back() {
	World::with_catalogue().execute(|| {
		let before = Balances::free_balance(OPERATOR);

		assert_ok!(set(OPERATOR, None));

		assert_eq!(Balances::free_balance(OPERATOR), before);
	});
}

#[test]
fn a_pointer_may_go_while_the_name_stays() {
	World::with_catalogue().execute(|| {
		assert_ok!(set(OPERATOR, Some(pointed("Arms", b"ipfs://arms"))));

		assert_ok!(set(OPERATOR, Some(metadata("Arms"))));

		assert_eq!(Items::metadata(COLLECTION), Some(metadata("Arms")));
	});
}

#[test]
fn a_name_has_up_to_64_bytes() {
	World::with_catalogue().execute(|| {
		assert_ok!(set(OPERATOR, Some(named(vec![b'a'; 64]))));

		assert!(CollectionName::try_from(vec![b'a'; 65]).is_err());
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		assert_ok!(set(OPERATOR, Some(metadata("Arms"))));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_ok!(set(ALICE, Some(metadata("Arms"))));

		assert_eq!(held(HoldReason::Metadata, ALICE), METADATA_DEPOSIT);
		assert_noop!(set(BOB, Some(metadata("Mine"))), NOT_YOURS);
		Pairs::offer(avatar(ALICE));
		assert_noop!(set(ALICE, Some(metadata("Mine"))), OFFERED);
	});
}

#[test]
fn fails_for_an_empty_name() {
	World::with_catalogue().execute(|| {
		assert_noop!(set(OPERATOR, Some(metadata(""))), Error::<Test>::InvalidName);
	});
}

#[test]
fn fails_for_a_name_that_is_not_text() {
	World::with_catalogue().execute(|| {
		for name in [vec![0xff], vec![b'a', 0xc3], vec![0xed, 0xa0, 0x80]] {
			assert_noop!(set(OPERATOR, Some(named(name))), Error::<Test>::InvalidName);
		}
	});
}

#[test]
fn fails_for_a_pointer_to_nowhere() {
	World::with_catalogue().execute(|| {
		assert_noop!(set(OPERATOR, Some(pointed("Arms", b""))), Error::<Test>::EmptyPointer);
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::set_metadata(RuntimeOrigin::signed(OPERATOR), CollectionId(1), None),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(set(stranger, Some(metadata("Arms"))), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().named("Arms").frozen().execute(|| {
		assert_noop!(set(OPERATOR, Some(metadata("Toys"))), Error::<Test>::Frozen);
		assert_noop!(set(OPERATOR, None), Error::<Test>::Frozen);
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_noop!(set(ALICE, Some(metadata("Arms"))), Error::<Test>::NotAdopted);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, METADATA_DEPOSIT));

		assert_noop!(
			set(OPERATOR, Some(metadata("Arms"))),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}
