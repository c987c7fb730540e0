// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Issuer, KindDetails, Rules};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::{CollectionId, KindId, WorldId};
use sp_runtime::DispatchResult;

/// Nothing is allowed, and the home is [`WORLD`].
const TIGHT: Rules = Rules { transferable: false, burnable: false, home: Some(WORLD) };

fn loosen(who: AccountId, rules: Rules) -> DispatchResult {
	Items::loosen_kind(RuntimeOrigin::signed(who), SWORDS, rules)
}

fn rules() -> Option<Rules> {
	Items::kind(SWORDS).map(|it| it.rules)
}

/// Swords of [`TIGHT`] rules, and one of them.
fn tight() -> World {
	World::with_catalogue().sword_rules(TIGHT).sword(ALICE)
}

#[test]
fn works() {
	tight().execute(|| {
		let before = Items::kind(SWORDS);

		assert_ok!(loosen(OPERATOR, Rules::LOOSEST));

		let loosened = before.map(|it| KindDetails { rules: Rules::LOOSEST, ..it });
		assert_eq!(Items::kind(SWORDS), loosened);
		System::assert_last_event(
			Event::KindLoosened { kind: SWORDS, rules: Rules::LOOSEST }.into(),
		);
	});
}

#[test]
fn loosens_one_rule_at_a_time() {
	for looser in [
		Rules { transferable: true, ..TIGHT },
		Rules { burnable: true, ..TIGHT },
		Rules { home: None, ..TIGHT },
	] {
		tight().execute(|| {
			assert_ok!(loosen(OPERATOR, looser));

			assert_eq!(rules(), Some(looser));
		});
	}
}

#[test]
fn lets_holders_do_at_once_what_they_could_not() {
	tight().sword(ALICE).execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_noop!(Items::transfer_item(alice(), item(0), avatar(BOB)), Error::<Test>::Soulbound);
		assert_noop!(Items::burn_item(alice(), item(1)), Error::<Test>::NotBurnable);

		assert_ok!(loosen(OPERATOR, Rules::LOOSEST));

		assert_ok!(Items::transfer_item(alice(), item(0), avatar(BOB)));
		assert_ok!(Items::burn_item(alice(), item(1)));
	});
}

#[test]
fn needs_the_home_no_longer() {
	tight().execute(|| {
		assert_eq!(world_consumers(), 2);

		assert_ok!(loosen(OPERATOR, Rules { home: None, ..TIGHT }));

		assert_eq!(world_consumers(), 1);
	});
}

#[test]
fn the_same_rules_again_change_nothing() {
	tight().execute(|| {
		assert_ok!(loosen(OPERATOR, TIGHT));

		assert_eq!(rules(), Some(TIGHT));
		assert_eq!(world_consumers(), 2);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	tight().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_noop!(loosen(BOB, Rules::LOOSEST), NOT_YOURS);
		Pairs::offer(avatar(ALICE));
		assert_noop!(loosen(ALICE, Rules::LOOSEST), OFFERED);
		Pairs::belongs_to(avatar(ALICE), BOB);
		assert_ok!(loosen(BOB, Rules::LOOSEST));
	});
}

/// Else whoever the collection was handed over to could keep the world from being closed for good.
#[test]
fn works_for_the_homes_owner_to_be_the_home_no_longer() {
	tight().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));
		let homeless = Rules { home: None, ..TIGHT };

		for more in [Rules::LOOSEST, Rules { burnable: true, ..homeless }, TIGHT] {
			assert_noop!(loosen(OPERATOR, more), NOT_YOURS);
		}
		for stranger in [SETTLER, BOB] {
			assert_noop!(loosen(stranger, homeless), NOT_YOURS);
		}
		assert_ok!(loosen(OPERATOR, homeless));
		assert_eq!(rules(), Some(homeless));
		assert_eq!(world_consumers(), 0);
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world_while_a_former_owner_pays() {
	tight().frozen().execute(|| {
		TheWorld::suspend();
		TheWorld::belongs_to(BOB);

		assert_ok!(loosen(BOB, Rules::LOOSEST));
	});
}

#[test]
fn fails_to_take_back_what_was_allowed() {
	World::with_catalogue().execute(|| {
		for tighter in [
			Rules { transferable: false, ..Rules::LOOSEST },
			Rules { burnable: false, ..Rules::LOOSEST },
			Rules { home: Some(WORLD), ..Rules::LOOSEST },
		] {
			assert_noop!(loosen(OPERATOR, tighter), Error::<Test>::Tightened);
		}
	});
}

#[test]
fn fails_to_loosen_one_rule_and_tighten_another() {
	World::with_catalogue()
		.sword_rules(Rules { transferable: false, burnable: true, home: None })
		.execute(|| {
			let other = Rules { transferable: true, burnable: false, home: None };

			assert_noop!(loosen(OPERATOR, other), Error::<Test>::Tightened);
		});
}

#[test]
fn fails_to_move_the_home() {
	tight().execute(|| {
		for home in [OTHER_WORLD, WorldId(8)].map(Some) {
			assert_noop!(
				loosen(OPERATOR, Rules { home, ..Rules::LOOSEST }),
				Error::<Test>::Tightened
			);
		}
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		assert_noop!(
			Items::loosen_kind(RuntimeOrigin::signed(OPERATOR), kind, Rules::LOOSEST),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(
			Items::loosen_kind(RuntimeOrigin::signed(OPERATOR), kind, Rules::LOOSEST),
			Error::<Test>::UnknownKind
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	tight().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(loosen(stranger, Rules::LOOSEST), NOT_OPERATOR);
		}
	});
}
