// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, AttributeKeys, Error, Event, Form, HoldReason, Issuer,
	Royalties, Rules, WeightInfo, Writer,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{
	ids::{CollectionId, KindId},
	key::KindKey,
};

fn remove(who: AccountId, kind: KindId) -> DispatchResultWithPostInfo {
	Items::remove_kind(RuntimeOrigin::signed(who), kind)
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		assert_ok!(remove(OPERATOR, SWORDS));

		assert_eq!(Items::kind(SWORDS), None);
		assert!(Items::kind(ARROWS).is_some());
		assert_eq!(Items::collection(COLLECTION).map(|it| (it.kinds, it.live_kinds)), Some((2, 1)));
		System::assert_last_event(Event::KindRemoved { kind: SWORDS }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	World::with_catalogue().execute(|| {
		assert_ok!(remove(OPERATOR, SWORDS));
		assert_eq!(held(HoldReason::Kind, OPERATOR), KIND_DEPOSIT);

		assert_ok!(remove(OPERATOR, ARROWS));
		assert_eq!(held(HoldReason::Kind, OPERATOR), 0);
	});
}

#[test]
fn gives_no_id_out_again() {
	World::with_catalogue().execute(|| {
		let operator = RuntimeOrigin::signed(OPERATOR);
		let form = Form::Stackable;
		assert_ok!(remove(OPERATOR, ARROWS));

		assert_ok!(Items::create_kind(
			operator,
			COLLECTION,
			form,
			None,
			Rules::LOOSEST,
			shares(&[])
		));

		assert_eq!(Items::kind(ARROWS), None);
		assert!(Items::kind(KindId { collection: COLLECTION, index: 2 }).is_some());
	});
}

#[test]
fn works_once_all_of_it_was_burned() {
	World::with_catalogue().sword(ALICE).arrows(ALICE, 5).execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		for kind in [SWORDS, ARROWS] {
			assert_noop!(remove(OPERATOR, kind), Error::<Test>::InUse);
		}

		assert_ok!(Items::burn_item(alice(), item(0)));
		assert_ok!(Items::burn_units(alice(), ARROWS, avatar(ALICE), 4));
		assert_noop!(remove(OPERATOR, ARROWS), Error::<Test>::InUse);
		assert_ok!(Items::burn_units(alice(), ARROWS, avatar(ALICE), 1));

		for kind in [SWORDS, ARROWS] {
			assert_ok!(remove(OPERATOR, kind));
		}
	});
}

#[test]
fn takes_the_attributes_along_and_gives_their_deposits_back() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("wins", Writer::Server(WORLD))
		.execute(|| {
			assert_eq!(held(HoldReason::AttributeKey, OPERATOR), 2 * ATTRIBUTE_KEY_DEPOSIT);

			assert_ok!(remove(OPERATOR, SWORDS));

			assert_eq!(held(HoldReason::AttributeKey, OPERATOR), 0);
			assert_eq!(AttributeKeys::<Test>::iter().count(), 0);
			assert_eq!(Items::collection(COLLECTION).map(|it| it.attribute_keys), Some(0));
		});
}

#[test]
fn needs_its_home_and_those_who_share_its_royalty_no_longer() {
	World::with_catalogue()
		.sword_rules(Rules { home: Some(WORLD), ..Rules::LOOSEST })
		.sword_royalty(&[(ALICE, 100), (BOB, 5)])
		.execute(|| {
			assert_eq!(world_consumers(), 2);

			assert_ok!(remove(OPERATOR, SWORDS));

			assert_eq!(world_consumers(), 1);
			assert_eq!([ALICE, BOB].map(|who| consumers(avatar(who))), [0, 0]);
			assert!(!Royalties::<Test>::contains_key(KindKey::from(SWORDS)));
		});
}

#[test]
fn gives_the_deposit_back_to_a_former_owner_that_still_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(remove(BOB, SWORDS));

		assert_eq!(held(HoldReason::Kind, OPERATOR), KIND_DEPOSIT);
		assert_eq!(Balances::free_balance(BOB), MONEY);
	});
}

#[test]
fn what_is_too_little_to_divide_goes_to_the_first_who_shared() {
	World::with_catalogue().sword_royalty(&[(ALICE, 5), (BOB, 5)]).execute(|| {
		assert_ok!(accrue(SWORDS, 1));

		assert_ok!(remove(OPERATOR, SWORDS));

		assert_eq!([ALICE, BOB].map(coins), [1, 0]);
		assert_eq!(Items::accrued(SWORDS), 0);
	});
}

#[test]
fn weighs_by_the_attributes_that_there_are() {
	World::with_catalogue().attribute("power", Writer::Issuer).execute(|| {
		type W = SubstrateWeight<Test>;
		let weight = |kind| remove(OPERATOR, kind).expect("nothing is of it").actual_weight;

		assert_eq!(weight(SWORDS), Some(W::remove_kind(1)));
		assert_eq!(weight(ARROWS), Some(W::remove_kind(0)));
		let call = crate::Call::<Test>::remove_kind { kind: SWORDS };
		assert_eq!(call.get_dispatch_info().call_weight, W::remove_kind(32));
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::with_catalogue().execute(|| {
		let to = Some(Issuer::Avatar(avatar(ALICE)));
		assert_ok!(Items::offer_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION, to));
		assert_ok!(Items::accept_collection(RuntimeOrigin::signed(ALICE), COLLECTION, ANY));

		assert_noop!(remove(BOB, SWORDS), NOT_YOURS);
		assert_ok!(remove(ALICE, SWORDS));
		Pairs::offer(avatar(ALICE));
		assert_noop!(remove(ALICE, ARROWS), OFFERED);
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	World::with_catalogue().frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(remove(OPERATOR, SWORDS));
	});
}

#[test]
fn fails_while_some_may_yet_be_drawn() {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 1, 1)]));
	World::with_catalogue().arrows(ALICE, 1).recipe(draw, OPERATOR).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

		for kind in [SWORDS, ARROWS] {
			assert_noop!(remove(OPERATOR, kind), Error::<Test>::InUse);
		}
	});
}

#[test]
fn fails_while_royalties_can_be_collected() {
	World::with_catalogue().sword_royalty(&[(ALICE, 5), (BOB, 5)]).execute(|| {
		assert_ok!(accrue(SWORDS, 2));

		assert_noop!(remove(OPERATOR, SWORDS), Error::<Test>::Accrued);

		assert_ok!(Items::collect_royalty(RuntimeOrigin::signed(ALICE), SWORDS));
		assert_ok!(remove(OPERATOR, SWORDS));
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		assert_noop!(remove(OPERATOR, kind), Error::<Test>::UnknownCollection);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };

		assert_noop!(remove(OPERATOR, kind), Error::<Test>::UnknownKind);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(remove(stranger, SWORDS), NOT_OPERATOR);
		}
	});
}
