// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, Error, Event, Form, HoldReason, Issuer, KindDetails, Royalties, Rules, Shares,
};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	fee::{BasisPoints, MAX_ROYALTY},
	ids::{CollectionId, KindId, WorldId},
	key::KindKey,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// The kind after those of the catalogue.
const THIRD: KindId = KindId { collection: COLLECTION, index: 2 };

/// A unique kind of the first collection, without a limit.
fn create(who: AccountId, rules: Rules, royalty: Shares) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who);
	Items::create_kind(origin, COLLECTION, Form::Unique, None, rules, royalty)
}

/// The same with everything allowed and no royalty.
fn create_plain(who: AccountId) -> DispatchResult {
	create(who, Rules::LOOSEST, Shares::default())
}

/// What may be done with what is at home in this world.
fn at_home_in(world: WorldId) -> Rules {
	Rules { home: Some(world), ..Rules::LOOSEST }
}

/// Creates a kind of these rules in a collection of the avatar of the account.
fn create_in_own_collection(who: AccountId, rules: Rules) -> DispatchResult {
	let origin = || RuntimeOrigin::signed(who);
	Items::create_collection(origin(), Issuer::Avatar(avatar(who)))?;
	create(who, rules, Shares::default())
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		let (form, max_supply) = (Form::Unique, Some(5));
		let rules = Rules { transferable: false, burnable: true, home: None };
		let royalty = shares(&[(ALICE, 300), (BOB, 50)]);

		assert_ok!(Items::create_kind(
			RuntimeOrigin::signed(OPERATOR),
			COLLECTION,
			form,
			max_supply,
			rules,
			royalty.clone(),
		));

		assert_eq!(
			Items::kind(THIRD),
			Some(KindDetails {
				form,
				max_supply,
				minted: 0,
				burned: 0,
				reserved: 0,
				rules,
				royalty: 350,
				raise: None,
				attributes: 0,
			})
		);
		assert_eq!(Items::royalty(THIRD), royalty);
		assert_eq!(Items::collection(COLLECTION).map(|it| (it.kinds, it.live_kinds)), Some((3, 3)));
		System::assert_last_event(
			Event::KindCreated { kind: THIRD, form, max_supply, rules, royalty: 350 }.into(),
		);
	});
}

#[test]
fn keeps_no_record_of_a_royalty_that_nobody_shares() {
	World::with_catalogue().execute(|| {
		assert_ok!(create_plain(OPERATOR));

		assert!(!Royalties::<Test>::contains_key(KindKey::from(THIRD)));
		assert_eq!(Items::kind(THIRD).map(|it| it.royalty), Some(0));
	});
}

#[test]
fn counts_from_zero_in_each_collection() {
	World::with_catalogue().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		let second = |index| KindId { collection: CollectionId(1), index };
		let create = |form| {
			let collection = CollectionId(1);
			Items::create_kind(alice(), collection, form, None, Rules::LOOSEST, shares(&[]))
		};
		assert_ok!(Items::create_collection(alice(), Issuer::Avatar(avatar(ALICE))));

		assert_ok!(create(Form::Unique));
		assert_ok!(create(Form::Stackable));

		assert_eq!(Items::kind(second(0)).map(|it| it.form), Some(Form::Unique));
		assert_eq!(Items::kind(second(1)).map(|it| it.form), Some(Form::Stackable));
		assert_eq!(Items::kind(second(2)), None);
	});
}

#[test]
fn holds_a_deposit() {
	World::with_catalogue().execute(|| {
		assert_eq!(held(HoldReason::Kind, OPERATOR), 2 * KIND_DEPOSIT);

		assert_ok!(create_plain(OPERATOR));

		assert_eq!(held(HoldReason::Kind, OPERATOR), 3 * KIND_DEPOSIT);
		assert_eq!(held(HoldReason::Collection, OPERATOR), COLLECTION_DEPOSIT);
	});
}

#[test]
fn names_the_avatars_that_share_the_royalty() {
	World::with_catalogue().execute(|| {
		assert_ok!(create(OPERATOR, Rules::LOOSEST, shares(&[(ALICE, 300), (BOB, 50)])));

		assert_eq!(consumers(avatar(ALICE)), 1);
		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn needs_the_world_that_is_its_home() {
	World::with_catalogue().execute(|| {
		assert_eq!(world_consumers(), 1);

		assert_ok!(create(OPERATOR, at_home_in(WORLD), Shares::default()));

		assert_eq!(world_consumers(), 2);
	});
}

#[test]
fn works_with_a_home_of_the_callers_for_any_collection_of_its_own() {
	for (who, world) in [(OPERATOR, WORLD), (BOB, OTHER_WORLD)] {
		World::default().execute(|| {
			assert_ok!(create_in_own_collection(who, at_home_in(world)));
		});
	}
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().execute(|| {
		TheWorld::suspend();

		assert_ok!(create_plain(OPERATOR));
	});
}

#[test]
fn shares_a_tenth_among_eight_at_most() {
	World::with_catalogue().execute(|| {
		let eight: [(AccountId, BasisPoints); 8] =
			core::array::from_fn(|n| (AccountId::try_from(n).expect("small"), MAX_ROYALTY / 8));
		let mut most = eight;
		most[7].1 += 1;

		assert_ok!(create(OPERATOR, Rules::LOOSEST, shares(&eight)));

		assert_eq!(Items::kind(THIRD).map(|it| it.royalty), Some(MAX_ROYALTY));
		assert_noop!(
			create(OPERATOR, Rules::LOOSEST, shares(&most)),
			Error::<Test>::RoyaltyTooHigh
		);
	});
}

#[test]
fn fails_for_a_royalty_beyond_what_can_be_counted() {
	World::with_catalogue().execute(|| {
		let huge = shares(&[(ALICE, BasisPoints::MAX), (BOB, BasisPoints::MAX)]);

		assert_noop!(create(OPERATOR, Rules::LOOSEST, huge), Error::<Test>::RoyaltyTooHigh);
	});
}

#[test]
fn fails_for_a_share_of_nothing() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			create(OPERATOR, Rules::LOOSEST, shares(&[(ALICE, 300), (BOB, 0)])),
			Error::<Test>::InvalidShares
		);
	});
}

#[test]
fn fails_for_an_avatar_with_two_shares() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			create(OPERATOR, Rules::LOOSEST, shares(&[(ALICE, 100), (BOB, 1), (ALICE, 100)])),
			Error::<Test>::InvalidShares
		);
	});
}

#[test]
fn fails_for_a_share_of_an_unknown_avatar() {
	World::with_catalogue().execute(|| {
		assert_noop!(
			create(OPERATOR, Rules::LOOSEST, shares(&[(ALICE, 100), (10, 100)])),
			UNKNOWN_AVATAR
		);
	});
}

/// A world can't be closed while it is a home: who settles for it today does not decide that.
#[test]
fn fails_with_a_home_of_another_account() {
	World::with_catalogue().execute(|| {
		assert_noop!(create(OPERATOR, at_home_in(OTHER_WORLD), Shares::default()), NOT_OPERATOR);
	});
	World::default().execute(|| {
		let origin = RuntimeOrigin::signed(SETTLER);
		assert_ok!(Items::create_collection(origin, Issuer::Avatar(avatar(SETTLER))));

		assert_noop!(create(SETTLER, at_home_in(WORLD), Shares::default()), NOT_OPERATOR);
	});
}

#[test]
fn fails_with_an_unknown_home() {
	World::with_catalogue().execute(|| {
		assert_noop!(create(OPERATOR, at_home_in(WorldId(8)), Shares::default()), UNKNOWN_WORLD);
	});
}

#[test]
fn fails_in_an_unknown_collection() {
	World::with_catalogue().execute(|| {
		let (origin, form) = (RuntimeOrigin::signed(OPERATOR), Form::Unique);

		assert_noop!(
			Items::create_kind(
				origin,
				CollectionId(1),
				form,
				None,
				Rules::LOOSEST,
				Shares::default()
			),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(create_plain(stranger), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));

		assert_noop!(create_plain(BOB), NOT_YOURS);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		let issuer = Issuer::Avatar(avatar(ALICE));
		assert_ok!(Items::create_collection(RuntimeOrigin::signed(ALICE), issuer));
		Pairs::offer(avatar(ALICE));

		assert_noop!(create_plain(ALICE), OFFERED);
	});
}

#[test]
fn fails_while_a_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(ALICE);

		assert_noop!(create_plain(ALICE), Error::<Test>::NotAdopted);
		assert_noop!(create_plain(OPERATOR), NOT_OPERATOR);
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().frozen().execute(|| {
		assert_noop!(create_plain(OPERATOR), Error::<Test>::Frozen);
	});
}

#[test]
fn gives_out_all_ids_and_then_fails() {
	World::with_catalogue().execute(|| {
		change_collection(|details| details.kinds = u32::MAX - 1);

		assert_ok!(create_plain(OPERATOR));

		let last = KindId { collection: COLLECTION, index: u32::MAX - 1 };
		assert!(Items::kind(last).is_some());
		assert_noop!(create_plain(OPERATOR), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, KIND_DEPOSIT));

		assert_noop!(create_plain(OPERATOR), DispatchError::Token(TokenError::FundsUnavailable));
	});
}
