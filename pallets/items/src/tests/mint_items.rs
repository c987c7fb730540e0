// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Form, HoldReason, Issuer, ItemDetails, Rules};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Holding,
	ids::{CollectionId, KindId},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn mint(who: AccountId, to: &[AccountId]) -> DispatchResult {
	Items::mint_items(RuntimeOrigin::signed(who), SWORDS, avatars(to))
}

/// Another unique kind of the first collection, without a limit.
fn shields() -> KindId {
	let operator = RuntimeOrigin::signed(OPERATOR);
	let form = Form::Unique;
	assert_ok!(Items::create_kind(operator, COLLECTION, form, None, Rules::LOOSEST, shares(&[])));
	KindId { collection: COLLECTION, index: 2 }
}

/// A collection of Alice's avatar with a unique kind, which has the id of [`SWORDS`].
fn collection_of_alice() {
	let alice = || RuntimeOrigin::signed(ALICE);
	let (form, rules) = (Form::Unique, Rules::LOOSEST);
	assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
	assert_ok!(Items::create_kind(alice(), COLLECTION, form, None, rules, shares(&[])));
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(OPERATOR, &[ALICE, BOB, ALICE]));

		for (serial, owner) in [(0, ALICE), (1, BOB), (2, ALICE)] {
			let holding = Holding { owner: avatar(owner), version: 0, lock: None };
			assert_eq!(
				Items::item(item(serial)),
				Some(ItemDetails { holding, kind: SWORDS.index, royalty: 0, attributes: 0 })
			);
		}
		assert_eq!(Items::item(item(3)), None);
		assert_eq!(Items::kind(SWORDS).map(|it| (it.minted, it.burned)), Some((3, 0)));
		assert_eq!(Items::collection(COLLECTION).map(|it| (it.items, it.live_items)), Some((3, 3)));
		System::assert_last_event(
			Event::ItemsMinted { kind: SWORDS, first: item(0), count: 3 }.into(),
		);
	});
}

#[test]
fn remembers_the_royalty_of_the_day() {
	World::with_catalogue().sword_royalty(&[(ALICE, 250)]).execute(|| {
		let set = |rate| {
			Items::set_royalty(RuntimeOrigin::signed(OPERATOR), SWORDS, shares(&[(ALICE, rate)]))
		};

		assert_ok!(mint(OPERATOR, &[BOB]));
		assert_ok!(set(400));
		assert_ok!(mint(OPERATOR, &[BOB]));
		assert_ok!(set(100));
		assert_ok!(mint(OPERATOR, &[BOB]));

		let rates = [0, 1, 2].map(|serial| Items::item(item(serial)).map(|it| it.royalty));
		assert_eq!(rates, [250, 400, 100].map(Some));
	});
}

#[test]
fn counts_over_all_kinds_of_the_collection() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let shields = shields();

		let origin = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::mint_items(origin, shields, avatars(&[BOB, BOB])));
		System::assert_last_event(
			Event::ItemsMinted { kind: shields, first: item(1), count: 2 }.into(),
		);
		assert_ok!(mint(OPERATOR, &[ALICE]));

		let kinds: Vec<_> = (0..4)
			.filter_map(|serial| Items::item(item(serial)))
			.map(|it| it.kind)
			.collect();
		assert_eq!(kinds, [0, 2, 2, 0]);
		assert_eq!(Items::kind(SWORDS).map(|it| it.supply()), Some(2));
		assert_eq!(Items::kind(shields).map(|it| it.supply()), Some(2));
	});
}

#[test]
fn mints_as_many_as_one_call_may_name() {
	World::with_catalogue().execute(|| {
		let (kind, origin) = (shields(), RuntimeOrigin::signed(OPERATOR));

		assert_ok!(Items::mint_items(origin, kind, avatars(&[ALICE; 4])));

		assert_eq!(Items::kind(kind).map(|it| it.supply()), Some(4));
	});
}

/// The deposits are held of the world's owner, whatever becomes of the settler's key.
#[test]
fn the_deposits_count_against_a_settlers_cap() {
	World::with_catalogue().execute(|| {
		TheWorld::cap(2 * ITEM_DEPOSIT);
		assert_ok!(mint(SETTLER, &[ALICE, BOB]));

		assert_noop!(mint(SETTLER, &[ALICE]), OVER_CAP);
		assert_ok!(mint(OPERATOR, &[ALICE]));
	});
}

#[test]
fn works_for_a_settler() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(SETTLER, &[ALICE]));

		assert_eq!(Items::item(item(0)).map(|it| it.holding), Some(Holding::new(avatar(ALICE))));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		collection_of_alice();

		assert_ok!(mint(ALICE, &[BOB]));

		assert_eq!(Items::item(item(0)).map(|it| it.holding), Some(Holding::new(avatar(BOB))));
		assert_eq!(held(HoldReason::Item, ALICE), ITEM_DEPOSIT);
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	World::with_catalogue().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_ok!(mint(OPERATOR, &[ALICE]));
	});
}

#[test]
fn holds_a_deposit_for_each_item_of_who_created_the_collection() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(SETTLER, &[ALICE, BOB]));

		assert_eq!(held(HoldReason::Item, OPERATOR), 2 * ITEM_DEPOSIT);
		assert_eq!(held(HoldReason::Item, SETTLER), 0);
		assert_eq!(held(HoldReason::Item, ALICE), 0);
	});
}

#[test]
fn is_counted_for_each_owner() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(OPERATOR, &[ALICE, BOB, ALICE]));

		assert_eq!(consumers(avatar(ALICE)), 2);
		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn does_not_give_out_again_what_was_burned() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::burn_item(RuntimeOrigin::signed(ALICE), item(0)));

		assert_ok!(mint(OPERATOR, &[BOB]));

		assert_eq!(Items::item(item(0)), None);
		assert!(Items::item(item(1)).is_some());
		assert_eq!(Items::collection(COLLECTION).map(|it| (it.items, it.live_items)), Some((2, 1)));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		for who in [OPERATOR, SETTLER] {
			assert_noop!(mint(who, &[ALICE]), SUSPENDED);
		}
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().frozen().execute(|| {
		for who in [OPERATOR, SETTLER] {
			assert_noop!(mint(who, &[ALICE]), Error::<Test>::Frozen);
		}
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		for who in [ALICE, SETTLER] {
			assert_noop!(mint(who, &[BOB]), Error::<Test>::NotAdopted);
		}
	});
}

#[test]
fn fails_while_the_avatars_former_owner_pays() {
	World::default().execute(|| {
		collection_of_alice();
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(mint(BOB, &[BOB]), Error::<Test>::NotAdopted);
		assert_noop!(mint(ALICE, &[ALICE]), NOT_YOURS);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	World::with_catalogue().execute(|| {
		change_collection(|details| details.items = u32::MAX - 1);

		assert_noop!(mint(OPERATOR, &[ALICE, ALICE]), Error::<Test>::NoIdsLeft);
		assert_ok!(mint(OPERATOR, &[ALICE]));
		assert_eq!(Items::item(item(u32::MAX - 1)).map(|it| it.kind), Some(SWORDS.index));
		assert_noop!(mint(OPERATOR, &[ALICE]), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_beyond_the_maximum_supply() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(mint(OPERATOR, &[ALICE, ALICE, ALICE]), Error::<Test>::SupplyExceeded);
		assert_ok!(mint(OPERATOR, &[ALICE, ALICE]));
		assert_noop!(mint(OPERATOR, &[ALICE]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn fails_for_what_is_kept_for_draws() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 1, 1)]));
	World::with_catalogue().arrows(BOB, 1).recipe(draw, OPERATOR).execute(|| {
		let none = Default::default();
		assert_ok!(craft_on_any_terms(BOB, avatar(BOB), RECIPE, none));

		assert_noop!(mint(OPERATOR, &[ALICE, ALICE, ALICE]), Error::<Test>::SupplyExceeded);
		assert_ok!(mint(OPERATOR, &[ALICE, ALICE]));
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	World::with_catalogue().execute(|| {
		let (kind, origin) = (shields(), || RuntimeOrigin::signed(OPERATOR));
		let near = u64::MAX - 1;
		change_kind(kind, |details| (details.minted, details.burned) = (near, near));

		assert_noop!(
			Items::mint_items(origin(), kind, avatars(&[ALICE, ALICE])),
			Error::<Test>::Overflow
		);
		assert_ok!(Items::mint_items(origin(), kind, avatars(&[ALICE])));
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
		assert_noop!(mint(OPERATOR, &[]), Error::<Test>::NothingToMint);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(mint(OPERATOR, &[ALICE, 10]), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_for_anyone_but_a_settler() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, BOB] {
			assert_noop!(mint(stranger, &[ALICE]), NOT_SETTLER);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		collection_of_alice();

		for stranger in [BOB, SETTLER] {
			assert_noop!(mint(stranger, &[BOB]), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_issuer_is_offered() {
	World::default().execute(|| {
		collection_of_alice();
		Pairs::offer(avatar(ALICE));

		assert_noop!(mint(ALICE, &[BOB]), OFFERED);
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, ITEM_DEPOSIT + 1));

		assert_noop!(
			mint(SETTLER, &[ALICE, BOB]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_ok!(mint(SETTLER, &[BOB]));
	});
}
