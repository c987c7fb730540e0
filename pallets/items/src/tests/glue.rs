// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Accrued, Error, Rules, Units};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Class, Custody, Holding, Lock, Owned, Stack},
	chain::Balance,
	fee::Raise,
	ids::{AvatarId, CollectionId, KindId, OrderId},
	key::KindKey,
	settlement::Terms,
	traits::Avatars,
};

/// A kind that the catalogue does not have.
const UNKNOWN: KindId = KindId { collection: COLLECTION, index: 9 };

/// Counts a record for another avatar, as the settlement kernel does in the purses.
fn record_moves(from: AvatarId, to: AvatarId) {
	Pairs::retain(to, 1).expect("tests name avatars that exist");
	Pairs::release(from, 1);
}

#[test]
fn tells_who_owns_an_item_and_what_it_is() {
	World::with_catalogue().sword_royalty(&[(BOB, 300)]).sword(ALICE).execute(|| {
		let class = Some(Class { kind: SWORDS, royalty: 300 });

		assert_eq!(
			Items::asset(item(0)),
			Some(Owned { holding: Holding::new(avatar(ALICE)), class })
		);
		assert_eq!(Items::asset(item(1)), None);
	});
}

#[test]
fn tells_the_royalty_of_the_day_on_which_an_item_was_minted_and_that_it_was_raised_since() {
	World::with_catalogue().sword_royalty(&[(BOB, 300)]).sword(ALICE).execute(|| {
		let operator = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::set_royalty(operator, SWORDS, shares(&[(BOB, 900)])));

		let class = Items::asset(item(0)).and_then(|it| it.class);
		assert_eq!(class, Some(Class { kind: SWORDS, royalty: 300 }));
		assert_eq!(
			Items::terms(SWORDS).map(|it| (it.royalty, it.raise)),
			Some((900, Some(Raise { serial: 1, rate: 300 })))
		);
	});
}

#[test]
fn tells_what_locks_an_item() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let order = Lock::Order(OrderId(7));

		lock(item(0), order);

		assert_eq!(Items::asset(item(0)).and_then(|it| it.holding.lock), Some(order));
	});
}

#[test]
fn a_custody_that_is_over_locks_nothing() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let custody = Custody { world: WORLD, reason: 7, until: 5 };
		lock(item(0), Lock::Custody(custody));
		let seen = || Items::asset(item(0)).and_then(|it| it.holding.lock);

		go_to(5);
		assert_eq!(seen(), Some(Lock::Custody(custody)));
		go_to(6);
		assert_eq!(seen(), None);
		assert_eq!(Items::item(item(0)).and_then(|it| it.holding.lock), None);
	});
}

#[test]
fn writes_who_owns_an_item_and_nothing_else() {
	World::with_catalogue().sword_royalty(&[(BOB, 300)]).sword(ALICE).execute(|| {
		let holding = Holding::new(avatar(ALICE)).moved_to(avatar(BOB));
		let before = Items::item(item(0));

		Items::set_holding(item(0), holding);
		record_moves(avatar(ALICE), avatar(BOB));

		assert_eq!(Items::item(item(0)), before.map(|it| crate::ItemDetails { holding, ..it }));
	});
}

#[test]
fn makes_no_item_by_writing_its_owner() {
	World::with_catalogue().execute(|| {
		Items::set_holding(item(0), Holding::new(avatar(ALICE)));

		assert_eq!(Items::asset(item(0)), None);
	});
}

#[test]
fn tells_what_trades_may_do() {
	let rules = Rules { transferable: false, burnable: true, home: Some(WORLD) };
	World::with_catalogue()
		.sword_rules(rules)
		.sword_royalty(&[(ALICE, 300), (BOB, 50)])
		.execute(|| {
			assert_eq!(
				Items::terms(SWORDS),
				Some(Terms {
					unique: true,
					transferable: false,
					home: Some(WORLD),
					royalty: 350,
					raise: None
				})
			);
			assert_eq!(
				Items::terms(ARROWS),
				Some(Terms {
					unique: false,
					transferable: true,
					home: None,
					royalty: 0,
					raise: None
				})
			);
			assert_eq!(Items::terms(UNKNOWN), None);
		});
}

#[test]
fn writes_units_and_keeps_no_record_of_none() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let stack = Stack { free: 5, locked: 15 };

		Items::set_stack(ARROWS, avatar(BOB), stack);
		Items::set_stack(ARROWS, avatar(ALICE), Stack::default());
		record_moves(avatar(ALICE), avatar(BOB));

		assert_eq!(Items::stack(ARROWS, avatar(BOB)), stack);
		assert_eq!(Items::stack(ARROWS, avatar(ALICE)), Stack::default());
		assert_eq!(Units::<Test>::iter().count(), 1);
	});
}

#[test]
fn keeps_a_record_of_locked_units_alone() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		Items::set_stack(ARROWS, avatar(ALICE), Stack { free: 0, locked: 20 });

		assert_eq!(Units::<Test>::iter().count(), 1);
	});
}

#[test]
fn has_no_units_of_an_unknown_kind() {
	World::default().execute(|| {
		assert_eq!(Items::stack(UNKNOWN, avatar(ALICE)), Stack::default());
	});
}

#[test]
fn adds_up_royalties_by_kind_and_in_all() {
	let world = World::with_catalogue().sword_royalty(&[(ALICE, 5)]).arrow_royalty(&[(BOB, 5)]);
	world.execute(|| {
		assert_ok!(accrue(SWORDS, 7));
		assert_ok!(accrue(ARROWS, 2));
		assert_ok!(accrue(SWORDS, 1));

		assert_eq!(Items::accrued(SWORDS), 8);
		assert_eq!(Items::accrued(ARROWS), 2);
		assert_eq!(Items::accrued_total(), 10);
	});
}

#[test]
fn keeps_no_record_of_no_royalties() {
	World::with_catalogue().sword_royalty(&[(ALICE, 5)]).execute(|| {
		assert_ok!(accrue(SWORDS, 0));

		assert!(!Accrued::<Test>::contains_key(KindKey::from(SWORDS)));
		assert_eq!(Items::accrued_total(), 0);
	});
}

#[test]
fn takes_no_more_royalties_than_can_be_counted() {
	World::with_catalogue().sword_royalty(&[(ALICE, 5)]).execute(|| {
		assert_ok!(accrue(SWORDS, Balance::MAX - 1));

		assert_noop!(Items::accrue(SWORDS, 2), Error::<Test>::Overflow);
		assert_ok!(accrue(SWORDS, 1));
	});
}

#[test]
fn takes_no_royalties_that_nobody_shares() {
	World::with_catalogue().execute(|| {
		assert_noop!(Items::accrue(SWORDS, 1), Error::<Test>::InvalidShares);
		assert_ok!(Items::accrue(SWORDS, 0));
	});
}

#[test]
fn takes_no_royalties_of_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let elsewhere = KindId { collection: CollectionId(1), index: 0 };

		for kind in [UNKNOWN, elsewhere] {
			assert_noop!(Items::accrue(kind, 1), Error::<Test>::UnknownKind);
		}
	});
}
