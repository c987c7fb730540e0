// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Form, HoldReason, Issuer, Rules};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Stack,
	ids::{CollectionId, KindId},
};
use sp_runtime::DispatchResult;

fn mint(who: AccountId, to: &[(AccountId, u64)]) -> DispatchResult {
	Items::mint_units(RuntimeOrigin::signed(who), ARROWS, amounts(to))
}

/// Another stackable kind of the first collection, without a limit.
fn dust() -> KindId {
	let (operator, form) = (RuntimeOrigin::signed(OPERATOR), Form::Stackable);
	assert_ok!(Items::create_kind(operator, COLLECTION, form, None, Rules::LOOSEST, shares(&[])));
	KindId { collection: COLLECTION, index: 2 }
}

/// A stackable kind in a collection of Alice's avatar.
fn kind_of_alice() -> KindId {
	let alice = || RuntimeOrigin::signed(ALICE);
	let (form, rules) = (Form::Stackable, Rules::LOOSEST);
	assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));
	assert_ok!(Items::create_kind(alice(), COLLECTION, form, None, rules, shares(&[])));
	KindId { collection: COLLECTION, index: 0 }
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(OPERATOR, &[(ALICE, 60), (BOB, 5)]));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(60));
		assert_eq!(Items::units(ARROWS, avatar(BOB)), Stack::free(5));
		assert_eq!(Items::units(ARROWS, avatar(OPERATOR)), Stack::default());
		assert_eq!(Items::kind(ARROWS).map(|it| (it.minted, it.burned)), Some((65, 0)));
		System::assert_last_event(
			Event::UnitsMinted { kind: ARROWS, avatars: 2, amount: 65 }.into(),
		);
	});
}

#[test]
fn adds_to_what_there_is() {
	World::with_catalogue().arrows(ALICE, 20).arrows(BOB, 30).execute(|| {
		assert_ok!(mint(OPERATOR, &[(ALICE, 50)]));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(70));
		assert_eq!(Items::units(ARROWS, avatar(BOB)), Stack::free(30));
		assert_eq!(Items::kind(ARROWS).map(|it| it.supply()), Some(100));
	});
}

#[test]
fn leaves_what_is_locked_locked() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		lock_units(ARROWS, ALICE, 20);

		assert_ok!(mint(OPERATOR, &[(ALICE, 1)]));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack { free: 1, locked: 20 });
	});
}

#[test]
fn gives_both_amounts_to_an_avatar_that_is_named_twice() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(OPERATOR, &[(ALICE, 3), (BOB, 1), (ALICE, 4)]));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(7));
		assert_eq!(consumers(avatar(ALICE)), 1);
		System::assert_last_event(
			Event::UnitsMinted { kind: ARROWS, avatars: 3, amount: 8 }.into(),
		);
	});
}

#[test]
fn mints_for_as_many_as_one_call_may_name() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(OPERATOR, &[(OPERATOR, 1), (ALICE, 1), (BOB, 1), (SETTLER, 1)]));

		assert_eq!(Items::kind(ARROWS).map(|it| it.supply()), Some(4));
	});
}

#[test]
fn works_for_a_settler() {
	World::with_catalogue().execute(|| {
		assert_ok!(mint(SETTLER, &[(ALICE, 1)]));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(1));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let kind = kind_of_alice();

		assert_ok!(Items::mint_units(RuntimeOrigin::signed(ALICE), kind, amounts(&[(BOB, 1)])));

		assert_eq!(Items::units(kind, avatar(BOB)), Stack::free(1));
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	World::with_catalogue().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_ok!(mint(OPERATOR, &[(ALICE, 1)]));
	});
}

#[test]
fn holds_no_deposit() {
	World::with_catalogue().execute(|| {
		let before = [OPERATOR, ALICE, SETTLER].map(Balances::free_balance);

		assert_ok!(mint(SETTLER, &[(ALICE, 20)]));

		assert_eq!([OPERATOR, ALICE, SETTLER].map(Balances::free_balance), before);
		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
	});
}

#[test]
fn counts_the_record_and_not_the_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_eq!(consumers(avatar(ALICE)), 1);

		assert_ok!(mint(OPERATOR, &[(ALICE, 20)]));

		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn fails_until_the_new_owner_has_adopted_the_collection() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		for who in [ALICE, SETTLER] {
			assert_noop!(mint(who, &[(ALICE, 1)]), Error::<Test>::NotAdopted);
		}

		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));
		assert_ok!(mint(ALICE, &[(ALICE, 1)]));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		for who in [OPERATOR, SETTLER] {
			assert_noop!(mint(who, &[(ALICE, 1)]), SUSPENDED);
		}
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().frozen().execute(|| {
		for who in [OPERATOR, SETTLER] {
			assert_noop!(mint(who, &[(ALICE, 1)]), Error::<Test>::Frozen);
		}
	});
}

#[test]
fn fails_beyond_the_maximum_supply() {
	World::with_catalogue().arrows(ALICE, 40).execute(|| {
		assert_noop!(mint(OPERATOR, &[(ALICE, 30), (BOB, 31)]), Error::<Test>::SupplyExceeded);
		assert_ok!(mint(OPERATOR, &[(ALICE, 30), (BOB, 30)]));
		assert_noop!(mint(OPERATOR, &[(BOB, 1)]), Error::<Test>::SupplyExceeded);
	});
}

#[test]
fn fails_for_what_is_kept_for_draws() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 60, 1)]));
	World::with_catalogue().arrows(BOB, 10).recipe(draw, OPERATOR).execute(|| {
		let none = Default::default();
		assert_ok!(craft_on_any_terms(BOB, avatar(BOB), RECIPE, none));

		assert_noop!(mint(OPERATOR, &[(ALICE, 31)]), Error::<Test>::SupplyExceeded);
		assert_ok!(mint(OPERATOR, &[(ALICE, 30)]));
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	World::with_catalogue().execute(|| {
		let (kind, operator) = (dust(), || RuntimeOrigin::signed(OPERATOR));
		let mint = |to: &[_]| Items::mint_units(operator(), kind, amounts(to));

		assert_noop!(mint(&[(ALICE, u64::MAX), (BOB, 1)]), Error::<Test>::Overflow);
		assert_ok!(mint(&[(ALICE, u64::MAX)]));
		for owner in [ALICE, BOB] {
			assert_noop!(mint(&[(owner, 1)]), Error::<Test>::Overflow);
		}
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 1 };

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), kind, amounts(&[(ALICE, 1)])),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), kind, amounts(&[(ALICE, 1)])),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_a_unique_kind() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), SWORDS, amounts(&[(ALICE, 1)])),
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
fn fails_for_no_units() {
	World::with_catalogue().execute(|| {
		assert_noop!(mint(OPERATOR, &[(BOB, 1), (ALICE, 0)]), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(mint(OPERATOR, &[(ALICE, 1), (10, 1)]), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_for_anyone_but_a_settler() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, BOB] {
			assert_noop!(mint(stranger, &[(ALICE, 1)]), NOT_SETTLER);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let kind = kind_of_alice();

		for stranger in [BOB, SETTLER] {
			let origin = RuntimeOrigin::signed(stranger);
			assert_noop!(Items::mint_units(origin, kind, amounts(&[(BOB, 1)])), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_issuer_is_offered() {
	World::default().execute(|| {
		let kind = kind_of_alice();
		Pairs::offer(avatar(ALICE));

		let origin = RuntimeOrigin::signed(ALICE);
		assert_noop!(Items::mint_units(origin, kind, amounts(&[(BOB, 1)])), OFFERED);
	});
}
