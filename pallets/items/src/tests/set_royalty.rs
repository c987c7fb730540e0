// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Issuer, KindDetails, Royalties};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	fee::{BasisPoints, Raise, MAX_ROYALTY},
	ids::{CollectionId, KindId},
	key::KindKey,
};
use sp_runtime::DispatchResult;

fn set(who: AccountId, kind: KindId, of: &[(AccountId, BasisPoints)]) -> DispatchResult {
	Items::set_royalty(RuntimeOrigin::signed(who), kind, shares(of))
}

#[test]
fn works() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).execute(|| {
		let before = Items::kind(SWORDS);

		assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 200), (ALICE, 50)]));

		assert_eq!(Items::royalty(SWORDS), shares(&[(BOB, 200), (ALICE, 50)]));
		let raise = Some(Raise { serial: 0, rate: 100 });
		let raised = before.map(|it| KindDetails { royalty: 250, raise, ..it });
		assert_eq!(Items::kind(SWORDS), raised);
		System::assert_last_event(Event::RoyaltySet { kind: SWORDS, rate: 250 }.into());
	});
}

#[test]
fn keeps_no_record_of_a_royalty_that_nobody_shares() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).execute(|| {
		assert_ok!(set(OPERATOR, SWORDS, &[]));

		assert!(!Royalties::<Test>::contains_key(KindKey::from(SWORDS)));
		assert_eq!(Items::kind(SWORDS).map(|it| it.royalty), Some(0));
	});
}

#[test]
fn names_those_who_share_it_now_and_no_others() {
	World::with_catalogue()
		.sword_royalty(&[(ALICE, 100), (OPERATOR, 5)])
		.execute(|| {
			assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 100), (ALICE, 5)]));

			assert_eq!([OPERATOR, ALICE, BOB].map(|who| consumers(avatar(who))), [0, 1, 1]);
		});
}

#[test]
fn who_shared_it_before_gets_what_there_is_to_the_last_coin() {
	World::with_catalogue().sword_royalty(&[(ALICE, 200), (BOB, 100)]).execute(|| {
		assert_ok!(accrue(SWORDS, 11));

		assert_ok!(set(OPERATOR, SWORDS, &[(SETTLER, 300)]));

		// 7 and 3 by their rates, and the first gets what can't be divided.
		assert_eq!([ALICE, BOB, SETTLER].map(coins), [8, 3, 0]);
		assert_eq!(Items::accrued(SWORDS), 0);
		System::assert_has_event(Event::RoyaltyPaid { kind: SWORDS, amount: 11 }.into());
	});
}

#[test]
fn tells_of_no_payment_where_there_was_nothing_to_pay() {
	World::with_catalogue().sword_royalty(&[(ALICE, 200)]).execute(|| {
		System::reset_events();

		assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 200)]));

		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn works_with_as_much_as_any_may_be() {
	World::with_catalogue().execute(|| {
		assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, MAX_ROYALTY - 1), (BOB, 1)]));

		assert_noop!(
			set(OPERATOR, SWORDS, &[(ALICE, MAX_ROYALTY), (BOB, 1)]),
			Error::<Test>::RoyaltyTooHigh
		);
	});
}

#[test]
fn raises_that_of_a_unique_kind_for_items_to_come() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).sword(BOB).execute(|| {
		assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, 300)]));

		assert_eq!(Items::item(item(0)).map(|it| it.royalty), Some(100));
		assert_eq!(Items::terms(SWORDS).map(|it| it.royalty), Some(300));
	});
}

#[test]
fn remembers_what_the_items_before_a_raise_pay_at_most() {
	World::with_catalogue().sword_royalty(&[(ALICE, 300)]).sword(BOB).execute(|| {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		let raise = || Items::kind(SWORDS).and_then(|it| it.raise);

		assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, 100)]));
		assert_eq!(raise(), None);
		assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, 400)]));
		assert_eq!(raise(), Some(Raise { serial: 1, rate: 100 }));
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[BOB])));
		assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 400)]));
		assert_eq!(raise(), Some(Raise { serial: 1, rate: 100 }));
		assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, 500)]));
		assert_eq!(raise(), Some(Raise { serial: 2, rate: 100 }));
	});
}

#[test]
fn raises_that_of_a_stackable_kind_only_while_there_are_no_units() {
	World::with_catalogue().arrow_royalty(&[(ALICE, 100)]).execute(|| {
		let bob = RuntimeOrigin::signed(BOB);
		assert_ok!(set(OPERATOR, ARROWS, &[(ALICE, 200)]));
		assert_ok!(Items::mint_units(
			RuntimeOrigin::signed(OPERATOR),
			ARROWS,
			amounts(&[(BOB, 1)])
		));

		assert_noop!(set(OPERATOR, ARROWS, &[(ALICE, 201)]), Error::<Test>::RoyaltyRaised);
		assert_noop!(
			set(OPERATOR, ARROWS, &[(ALICE, 200), (BOB, 1)]),
			Error::<Test>::RoyaltyRaised
		);
		assert_ok!(Items::burn_units(bob, ARROWS, avatar(BOB), 1));
		assert_ok!(set(OPERATOR, ARROWS, &[(ALICE, 201)]));
	});
}

#[test]
fn may_fall_and_be_shared_by_others_while_there_are_units() {
	World::with_catalogue()
		.arrow_royalty(&[(ALICE, 100)])
		.arrows(BOB, 5)
		.execute(|| {
			assert_ok!(set(OPERATOR, ARROWS, &[(BOB, 40), (SETTLER, 60)]));
			assert_ok!(set(OPERATOR, ARROWS, &[(BOB, 40)]));
			assert_ok!(set(OPERATOR, ARROWS, &[]));

			assert_noop!(set(OPERATOR, ARROWS, &[(BOB, 40)]), Error::<Test>::RoyaltyRaised);
		});
}

#[test]
fn fails_to_rise_while_units_may_yet_be_drawn() {
	let draw = recipe(&[(SWORDS, 1)], random(&[(ARROWS, 1, 1)]));
	World::with_catalogue().sword(ALICE).recipe(draw, OPERATOR).execute(|| {
		let items = vec![item(0)].try_into().expect("one is few");
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, items));

		assert_noop!(set(OPERATOR, ARROWS, &[(ALICE, 1)]), Error::<Test>::RoyaltyRaised);
	});
}

/// Whoever has paid for a draw, at the rate that was said then, gets an item of it.
#[test]
fn fails_to_rise_while_items_may_yet_be_drawn() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1)]));
	World::with_catalogue()
		.sword_royalty(&[(ALICE, 100)])
		.arrows(ALICE, 1)
		.recipe(draw, OPERATOR)
		.execute(|| {
			assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

			assert_noop!(set(OPERATOR, SWORDS, &[(ALICE, 101)]), Error::<Test>::RoyaltyRaised);
			assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 100)]));
			next_round(1);
			next_round(2);
			assert_ok!(Items::settle_draw(RuntimeOrigin::signed(BOB), DRAW));
			assert_eq!(Items::item(item(0)).map(|it| it.royalty), Some(100));
			assert_ok!(set(OPERATOR, SWORDS, &[(ALICE, 101)]));
		});
}

#[test]
fn only_falls_in_a_frozen_collection() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).frozen().execute(|| {
		assert_noop!(set(OPERATOR, SWORDS, &[(ALICE, 101)]), Error::<Test>::Frozen);
		assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 100)]));
		assert_ok!(set(OPERATOR, SWORDS, &[(BOB, 99)]));
		assert_noop!(set(OPERATOR, SWORDS, &[(BOB, 100)]), Error::<Test>::Frozen);
	});
}

#[test]
fn pays_an_avatar_that_is_offered() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).execute(|| {
		assert_ok!(accrue(SWORDS, 5));
		Pairs::offer(avatar(ALICE));

		assert_ok!(set(OPERATOR, SWORDS, &[]));

		assert_eq!(coins(ALICE), 5);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::with_catalogue().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_noop!(set(BOB, SWORDS, &[(BOB, 5)]), NOT_YOURS);
		assert_ok!(set(ALICE, SWORDS, &[(ALICE, 5)]));
		Pairs::offer(avatar(ALICE));
		assert_noop!(set(ALICE, SWORDS, &[]), OFFERED);
	});
}

#[test]
fn works_in_a_suspended_world_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();
		TheWorld::belongs_to(BOB);

		assert_ok!(set(BOB, SWORDS, &[(BOB, 5)]));
	});
}

#[test]
fn fails_for_shares_that_make_no_sense() {
	World::with_catalogue().execute(|| {
		for of in [&[(ALICE, 0)][..], &[(ALICE, 1), (BOB, 0)], &[(ALICE, 1), (ALICE, 1)]] {
			assert_noop!(set(OPERATOR, SWORDS, of), Error::<Test>::InvalidShares);
		}
	});
}

#[test]
fn fails_for_a_share_of_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(set(OPERATOR, SWORDS, &[(ALICE, 1), (10, 1)]), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		assert_noop!(set(OPERATOR, kind, &[]), Error::<Test>::UnknownCollection);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(set(OPERATOR, kind, &[]), Error::<Test>::UnknownKind);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100)]).execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(set(stranger, SWORDS, &[]), NOT_OPERATOR);
		}
	});
}
