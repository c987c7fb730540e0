// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Rules, Units};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Stack,
	ids::{CollectionId, KindId},
	key::{AvatarKey, KindKey},
};
use sp_runtime::DispatchResult;

/// Burns arrows of the account's avatar.
fn burn(who: AccountId, amount: u64) -> DispatchResult {
	Items::burn_units(RuntimeOrigin::signed(who), ARROWS, avatar(who), amount)
}

#[test]
fn works() {
	World::with_catalogue().arrows(ALICE, 20).arrows(BOB, 1).execute(|| {
		assert_ok!(burn(ALICE, 5));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack::free(15));
		assert_eq!(Items::units(ARROWS, avatar(BOB)), Stack::free(1));
		assert_eq!(Items::kind(ARROWS).map(|it| (it.minted, it.burned)), Some((21, 5)));
		System::assert_last_event(
			Event::UnitsBurned { kind: ARROWS, avatar: avatar(ALICE), amount: 5 }.into(),
		);
	});
}

#[test]
fn keeps_no_record_of_zero() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_ok!(burn(ALICE, 20));

		let (kind, alice) = (KindKey::from(ARROWS), AvatarKey::from(avatar(ALICE)));
		assert!(!Units::<Test>::contains_key(kind, alice));
		assert_eq!(consumers(avatar(ALICE)), 0);
	});
}

#[test]
fn leaves_what_is_locked() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		lock_units(ARROWS, ALICE, 15);

		assert_noop!(burn(ALICE, 6), Error::<Test>::TooFewUnits);
		assert_ok!(burn(ALICE, 5));

		assert_eq!(Items::units(ARROWS, avatar(ALICE)), Stack { free: 0, locked: 15 });
		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn makes_no_room_for_others() {
	World::with_catalogue().arrows(ALICE, 100).execute(|| {
		assert_ok!(burn(ALICE, 100));

		assert_noop!(
			Items::mint_units(RuntimeOrigin::signed(OPERATOR), ARROWS, amounts(&[(ALICE, 1)])),
			Error::<Test>::SupplyExceeded
		);
	});
}

#[test]
fn costs_and_pays_nothing() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		let before = [OPERATOR, ALICE].map(Balances::free_balance);

		assert_ok!(burn(ALICE, 20));

		assert_eq!([OPERATOR, ALICE].map(Balances::free_balance), before);
	});
}

#[test]
fn works_for_what_is_soulbound() {
	let rules = Rules { transferable: false, ..Rules::LOOSEST };
	World::with_catalogue().arrow_rules(rules).arrows(ALICE, 20).execute(|| {
		assert_ok!(burn(ALICE, 20));
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	World::with_catalogue().arrows(ALICE, 20).frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(burn(ALICE, 20));
	});
}

#[test]
fn fails_with_too_few_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(burn(ALICE, 21), Error::<Test>::TooFewUnits);
		assert_noop!(burn(BOB, 1), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn fails_for_no_units() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(burn(ALICE, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn fails_for_a_kind_that_is_not_burnable() {
	let rules = Rules { burnable: false, ..Rules::LOOSEST };
	World::with_catalogue().arrow_rules(rules).arrows(ALICE, 20).execute(|| {
		assert_noop!(burn(ALICE, 1), Error::<Test>::NotBurnable);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for (collection, index) in [(COLLECTION, 2), (CollectionId(1), 0)] {
			let (origin, kind) = (RuntimeOrigin::signed(ALICE), KindId { collection, index });

			assert_noop!(
				Items::burn_units(origin, kind, avatar(ALICE), 1),
				Error::<Test>::UnknownKind
			);
		}
	});
}

#[test]
fn fails_for_a_unique_kind() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::burn_units(RuntimeOrigin::signed(ALICE), SWORDS, avatar(ALICE), 1),
			Error::<Test>::WrongForm
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			assert_noop!(
				Items::burn_units(RuntimeOrigin::signed(stranger), ARROWS, avatar(ALICE), 1),
				NOT_YOURS
			);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(burn(ALICE, 1), OFFERED);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		assert_noop!(burn(10, 1), UNKNOWN_AVATAR);
	});
}
