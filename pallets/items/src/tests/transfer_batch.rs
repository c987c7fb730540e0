// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Rules};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::OrderId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Gives some of the first collection's items, by serial, to the avatars of accounts.
fn transfer(who: AccountId, to: &[(u32, AccountId)]) -> DispatchResult {
	let transfers: Vec<_> = to.iter().map(|&(serial, to)| (item(serial), avatar(to))).collect();
	let transfers = BoundedVec::try_from(transfers).expect("tests name at most four");
	Items::transfer_batch(RuntimeOrigin::signed(who), transfers)
}

/// Three swords of Alice's.
fn armoury() -> World {
	World::with_catalogue().sword(ALICE).sword(ALICE).sword(ALICE)
}

fn owners() -> Vec<AccountId> {
	(0..3)
		.filter_map(|serial| Items::item(item(serial)))
		.map(|it| it.holding.owner.0.into())
		.collect()
}

#[test]
fn works() {
	armoury().execute(|| {
		assert_ok!(transfer(ALICE, &[(2, BOB), (0, SETTLER)]));

		for (serial, owner, version) in [(0, SETTLER, 1), (1, ALICE, 0), (2, BOB, 1)] {
			assert_eq!(
				Items::item(item(serial)).map(|it| it.holding),
				Some(Holding { owner: avatar(owner), version, lock: None })
			);
		}
	});
}

#[test]
fn tells_of_each_transfer_in_the_order_in_which_they_were_named() {
	armoury().execute(|| {
		System::reset_events();

		assert_ok!(transfer(ALICE, &[(2, BOB), (0, SETTLER)]));

		let told: Vec<_> = System::events().into_iter().map(|it| it.event).collect();
		let from = avatar(ALICE);
		assert_eq!(
			told,
			[
				Event::ItemTransferred { item: item(2), from, to: avatar(BOB) },
				Event::ItemTransferred { item: item(0), from, to: avatar(SETTLER) },
			]
			.map(RuntimeEvent::Items)
		);
	});
}

#[test]
fn is_counted_for_each_owner() {
	armoury().execute(|| {
		assert_ok!(transfer(ALICE, &[(0, BOB), (1, BOB), (2, ALICE)]));

		assert_eq!(consumers(avatar(ALICE)), 1);
		assert_eq!(consumers(avatar(BOB)), 2);
	});
}

#[test]
fn works_for_items_of_several_avatars_of_one_account() {
	World::with_catalogue().sword(ALICE).sword(BOB).execute(|| {
		Pairs::belongs_to(avatar(BOB), ALICE);

		assert_ok!(transfer(ALICE, &[(0, BOB), (1, ALICE)]));

		assert_eq!(owners(), [BOB, ALICE]);
	});
}

#[test]
fn moves_as_many_as_one_call_may_name() {
	armoury().execute(|| {
		let operator = RuntimeOrigin::signed(OPERATOR);
		change_kind(SWORDS, |details| details.max_supply = Some(4));
		assert_ok!(Items::mint_items(operator, SWORDS, avatars(&[ALICE])));

		assert_ok!(transfer(ALICE, &[(0, BOB), (1, BOB), (2, BOB), (3, BOB)]));

		assert_eq!(consumers(avatar(BOB)), 4);
	});
}

#[test]
fn leaves_the_deposits_with_the_operator() {
	armoury().execute(|| {
		assert_ok!(transfer(ALICE, &[(0, BOB), (1, BOB)]));

		assert_eq!(held(HoldReason::Item, OPERATOR), 3 * ITEM_DEPOSIT);
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	armoury().frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(transfer(ALICE, &[(0, BOB), (1, BOB)]));
	});
}

#[test]
fn fails_when_nothing_is_named() {
	armoury().execute(|| {
		assert_noop!(transfer(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_an_item_is_named_twice() {
	armoury().execute(|| {
		for to in [ALICE, BOB] {
			assert_noop!(
				transfer(ALICE, &[(0, BOB), (1, BOB), (0, to)]),
				Error::<Test>::NamedTwice
			);
		}
	});
}

/// Whatever is wrong with one of them, none is given.
fn assert_refused(world: World, before: impl Fn(), refusal: impl Into<DispatchError>) {
	world.execute(|| {
		before();
		let refusal: DispatchError = refusal.into();
		for serials in [[0, 1, 2], [2, 1, 0]] {
			assert_noop!(transfer(ALICE, &serials.map(|serial| (serial, BOB))), refusal);
		}
	});
}

#[test]
fn fails_for_an_unknown_item() {
	let two = World::with_catalogue().sword(ALICE).sword(ALICE);
	assert_refused(two, || {}, Error::<Test>::UnknownItem);
}

#[test]
fn fails_for_an_item_of_another_account() {
	let one_of_bob = World::with_catalogue().sword(ALICE).sword(BOB).sword(ALICE);
	assert_refused(one_of_bob, || {}, NOT_YOURS);
}

#[test]
fn fails_for_anyone_but_the_owner() {
	armoury().execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			assert_noop!(transfer(stranger, &[(0, BOB)]), NOT_YOURS);
		}
	});
}

#[test]
fn fails_for_an_item_of_an_avatar_that_is_offered() {
	let two_avatars = World::with_catalogue().sword(ALICE).sword(BOB).sword(ALICE);
	let offer_one = || {
		Pairs::belongs_to(avatar(BOB), ALICE);
		Pairs::offer(avatar(BOB));
	};
	assert_refused(two_avatars, offer_one, OFFERED);
}

#[test]
fn fails_to_an_unknown_avatar() {
	armoury().execute(|| {
		assert_noop!(transfer(ALICE, &[(0, BOB), (1, 10)]), UNKNOWN_AVATAR);
		assert_noop!(transfer(ALICE, &[(1, 10), (0, BOB)]), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_for_an_item_that_is_locked() {
	let lock_one = || lock(item(1), Lock::Order(OrderId(0)));
	assert_refused(armoury(), lock_one, Error::<Test>::Locked);
}

#[test]
fn fails_for_what_is_soulbound() {
	let rules = Rules { transferable: false, ..Rules::LOOSEST };
	assert_refused(armoury().sword_rules(rules), || {}, Error::<Test>::Soulbound);
}
