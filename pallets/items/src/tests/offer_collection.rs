// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, CollectionDetails, Error, Event, Issuer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::ids::{AvatarId, CollectionId, WorldId};
use sp_runtime::DispatchResult;

fn offer(who: AccountId, to: Option<Issuer>) -> DispatchResult {
	Items::offer_collection(RuntimeOrigin::signed(who), COLLECTION, to)
}

fn to_avatar_of(who: AccountId) -> Option<Issuer> {
	Some(Issuer::Avatar(avatar(who)))
}

fn offered_to() -> Option<Issuer> {
	Items::collection(COLLECTION).and_then(|it| it.offered_to)
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let before = Items::collection(COLLECTION);
		let to = to_avatar_of(ALICE);

		assert_ok!(offer(OPERATOR, to));

		let offered = before.map(|it| CollectionDetails { offered_to: to, ..it });
		assert_eq!(Items::collection(COLLECTION), offered);
		System::assert_last_event(Event::CollectionOffered { collection: COLLECTION, to }.into());
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		let to = Some(Issuer::World(WORLD));

		assert_noop!(offer(BOB, to), NOT_YOURS);
		assert_ok!(offer(ALICE, to));

		assert_eq!(offered_to(), to);
	});
}

#[test]
fn replaces_the_offer_before() {
	World::with_catalogue().execute(|| {
		assert_ok!(offer(OPERATOR, to_avatar_of(ALICE)));

		assert_ok!(offer(OPERATOR, Some(Issuer::World(OTHER_WORLD))));

		assert_eq!(offered_to(), Some(Issuer::World(OTHER_WORLD)));
	});
}

#[test]
fn none_withdraws_the_offer() {
	World::with_catalogue().execute(|| {
		assert_ok!(offer(OPERATOR, to_avatar_of(ALICE)));

		assert_ok!(offer(OPERATOR, None));

		assert_eq!(offered_to(), None);
		System::assert_last_event(
			Event::CollectionOffered { collection: COLLECTION, to: None }.into(),
		);
	});
}

#[test]
fn a_new_owner_withdraws_without_adopting_first() {
	World::with_catalogue().execute(|| {
		assert_ok!(offer(OPERATOR, to_avatar_of(ALICE)));
		TheWorld::belongs_to(BOB);

		assert_ok!(offer(BOB, None));

		assert_eq!(offered_to(), None);
	});
}

#[test]
fn names_nobody_for_good() {
	World::with_catalogue().execute(|| {
		assert_ok!(offer(OPERATOR, to_avatar_of(ALICE)));

		assert_eq!(consumers(avatar(ALICE)), 0);
		assert_eq!(world_consumers(), 1);
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		assert_ok!(offer(OPERATOR, to_avatar_of(ALICE)));
	});
}

#[test]
fn fails_for_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);

		assert_noop!(
			Items::offer_collection(origin, CollectionId(1), to_avatar_of(ALICE)),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(offer(stranger, to_avatar_of(ALICE)), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::offer(avatar(ALICE));

		assert_noop!(offer(ALICE, to_avatar_of(BOB)), OFFERED);
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);

		assert_noop!(offer(BOB, to_avatar_of(ALICE)), Error::<Test>::NotAdopted);
	});
}

#[test]
fn fails_to_who_has_it() {
	World::with_catalogue().execute(|| {
		assert_noop!(offer(OPERATOR, Some(Issuer::World(WORLD))), Error::<Test>::SameIssuer);
	});
}

#[test]
fn fails_to_an_unknown_world() {
	World::with_catalogue().execute(|| {
		assert_noop!(offer(OPERATOR, Some(Issuer::World(WorldId(8)))), UNKNOWN_WORLD);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(offer(OPERATOR, Some(Issuer::Avatar(AvatarId(10)))), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_to_withdraw_what_was_not_offered() {
	World::with_catalogue().execute(|| {
		assert_noop!(offer(OPERATOR, None), Error::<Test>::NotOffered);
	});
}
