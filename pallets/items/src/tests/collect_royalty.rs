// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Accrued, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::Balance,
	ids::{CollectionId, KindId},
	key::KindKey,
};
use sp_runtime::{DispatchError, DispatchResult};

fn collect(who: AccountId) -> DispatchResult {
	Items::collect_royalty(RuntimeOrigin::signed(who), SWORDS)
}

/// Swords of which Alice's avatar gets three quarters of the royalty, and Bob's the rest.
fn shared() -> World {
	World::with_catalogue().sword_royalty(&[(ALICE, 300), (BOB, 100)])
}

#[test]
fn works() {
	shared().execute(|| {
		assert_ok!(accrue(SWORDS, 1_000));

		assert_ok!(collect(ALICE));

		assert_eq!([ALICE, BOB].map(coins), [750, 250]);
		assert_eq!(Items::accrued(SWORDS), 0);
		assert!(!Accrued::<Test>::contains_key(KindKey::from(SWORDS)));
		System::assert_last_event(Event::RoyaltyPaid { kind: SWORDS, amount: 1_000 }.into());
	});
}

#[test]
fn works_for_anyone() {
	for who in [OPERATOR, ALICE, SETTLER, 9] {
		shared().execute(|| {
			assert_ok!(accrue(SWORDS, 4));

			assert_ok!(collect(who));

			assert_eq!([ALICE, BOB].map(coins), [3, 1]);
		});
	}
}

#[test]
fn what_can_not_be_divided_stays_until_it_can() {
	shared().execute(|| {
		assert_ok!(accrue(SWORDS, 6));

		assert_ok!(collect(ALICE));
		// 4 and a half, and 1 and a half.
		assert_eq!([ALICE, BOB].map(coins), [4, 1]);
		assert_eq!(Items::accrued(SWORDS), 1);
		System::assert_last_event(Event::RoyaltyPaid { kind: SWORDS, amount: 5 }.into());
		assert_noop!(collect(ALICE), Error::<Test>::NothingAccrued);

		assert_ok!(accrue(SWORDS, 3));
		assert_ok!(collect(ALICE));
		assert_eq!([ALICE, BOB].map(coins), [7, 2]);
		assert_eq!(Items::accrued(SWORDS), 0);
	});
}

#[test]
fn pays_no_more_than_there_is_of_the_greatest_amount() {
	shared().execute(|| {
		assert_ok!(accrue(SWORDS, Balance::MAX));
		assert_noop!(accrue(SWORDS, 1), Error::<Test>::Overflow);

		assert_ok!(collect(ALICE));

		assert_eq!(coins(BOB), Balance::MAX / 4);
		assert_eq!(coins(ALICE) + coins(BOB) + Items::accrued(SWORDS), Balance::MAX);
	});
}

#[test]
fn each_kind_has_its_own() {
	shared().arrow_royalty(&[(SETTLER, 10)]).execute(|| {
		assert_ok!(accrue(SWORDS, 4));
		assert_ok!(accrue(ARROWS, 7));

		assert_ok!(collect(ALICE));

		assert_eq!([ALICE, BOB, SETTLER].map(coins), [3, 1, 0]);
		assert_eq!(Items::accrued(ARROWS), 7);
	});
}

#[test]
fn pays_avatars_that_are_offered_or_sold() {
	shared().execute(|| {
		assert_ok!(accrue(SWORDS, 4));
		Pairs::offer(avatar(ALICE));
		Pairs::belongs_to(avatar(BOB), SETTLER);

		assert_ok!(collect(SETTLER));

		assert_eq!([ALICE, BOB].map(coins), [3, 1]);
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	shared().frozen().execute(|| {
		assert_ok!(accrue(SWORDS, 4));
		TheWorld::suspend();

		assert_ok!(collect(ALICE));
	});
}

#[test]
fn fails_when_there_is_nothing() {
	shared().execute(|| {
		assert_noop!(collect(ALICE), Error::<Test>::NothingAccrued);
		assert_noop!(
			Items::collect_royalty(RuntimeOrigin::signed(ALICE), ARROWS),
			Error::<Test>::NothingAccrued
		);
	});
}

#[test]
fn fails_when_there_is_too_little_to_divide() {
	World::with_catalogue().sword_royalty(&[(ALICE, 1), (BOB, 1)]).execute(|| {
		assert_ok!(accrue(SWORDS, 1));

		assert_noop!(collect(ALICE), Error::<Test>::NothingAccrued);
		assert_eq!(Items::accrued(SWORDS), 1);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		for (collection, index) in [(COLLECTION, 2), (CollectionId(1), 0)] {
			assert_noop!(
				Items::collect_royalty(
					RuntimeOrigin::signed(OPERATOR),
					KindId { collection, index }
				),
				Error::<Test>::UnknownKind
			);
		}
	});
}

#[test]
fn fails_without_a_signature() {
	shared().execute(|| {
		assert_ok!(accrue(SWORDS, 4));

		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Items::collect_royalty(origin, SWORDS), DispatchError::BadOrigin);
		}
	});
}
