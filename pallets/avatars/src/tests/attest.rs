// SPDX-License-Identifier: Apache-2.0
use crate::{
	badge_key, mock::*, weights::SubstrateWeight, BadgeDetails, Badges, Error, Event, Fact,
	HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, WorldId},
	key::AvatarKey,
	purse::Purse,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn attest_for(who: AccountId, world: WorldId, avatar: AvatarId, badge: u32) -> DispatchResult {
	attest_at(who, world, avatar, badge, None)
}

/// Attests something else than [`fact`].
fn attest_anew(who: AccountId, badge: u32, valid_until: Option<BlockNumber>) -> DispatchResult {
	let (origin, tenure) = (RuntimeOrigin::signed(who), tenure(FIRST));
	Avatars::attest(origin, WORLD, FIRST, tenure, badge, other_fact(), valid_until)
}

fn other_fact() -> Fact {
	Fact::try_from(vec![7; 64]).expect("it is as long as a fact may be")
}

/// A badge of the first avatar.
fn badge(world: WorldId, number: u32) -> Option<BadgeDetails<AccountId>> {
	Badges::<Test>::get(AvatarKey::from(FIRST), badge_key(world, number))
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest_until(OPERATOR, FIRST, 5, NOW + 1));

		let expected = BadgeDetails {
			fact: fact(),
			issued_at: NOW,
			valid_until: Some(NOW + 1),
			tenure: 0,
			payer: OPERATOR,
		};
		assert_eq!(badge(WORLD, 5), Some(expected));
		System::assert_last_event(
			Event::<Test>::BadgeAttested {
				world: WORLD,
				avatar: FIRST,
				badge: 5,
				fact: fact(),
				valid_until: Some(NOW + 1),
			}
			.into(),
		);
	});
}

#[test]
fn works_for_good() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest(OPERATOR, FIRST, u32::MAX));

		assert_eq!(badge(WORLD, u32::MAX).map(|it| it.valid_until), Some(None));
	});
}

#[test]
fn works_for_a_settler_who_pays_for_it() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest(SETTLER, FIRST, 1));

		assert_eq!(held(HoldReason::Badge, &SETTLER), BADGE_DEPOSIT);
		assert_eq!(Balances::free_balance(SETTLER), ENDOWMENT - BADGE_DEPOSIT);
		assert_eq!(Balances::free_balance(OPERATOR), ENDOWMENT);
	});
}

#[test]
fn holds_a_deposit_for_each_badge() {
	Chain::default().avatar(ALICE).avatar(BOB).badges(&[1]).execute(|| {
		assert_ok!(attest(OPERATOR, FIRST, 1));
		assert_ok!(attest(OPERATOR, FIRST, 2));

		assert_eq!(held(HoldReason::Badge, &OPERATOR), 3 * BADGE_DEPOSIT);
		assert_eq!(Balances::free_balance(OPERATOR), ENDOWMENT - 3 * BADGE_DEPOSIT);
	});
}

#[test]
fn costs_the_avatars_owner_nothing() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = (Balances::free_balance(ALICE), Balances::reserved_balance(ALICE));

		assert_ok!(attest(OPERATOR, FIRST, 1));

		let after = (Balances::free_balance(ALICE), Balances::reserved_balance(ALICE));
		assert_eq!(after, before);
	});
}

#[test]
fn counts_as_a_record_of_the_avatar_and_of_the_world() {
	Chain::default().avatar(ALICE).coins(40).execute(|| {
		let before = Avatars::purse(FIRST).expect("the test has the avatar");

		assert_ok!(attest(OPERATOR, FIRST, 1));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { consumers: 1, ..before }));
		assert_eq!(world_consumers(WORLD), 1);
		assert_eq!(world_consumers(OTHER_WORLD), 0);
	});
}

#[test]
fn works_until_the_block_of_the_expiry() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(attest_until(OPERATOR, FIRST, 1, NOW - 1), Error::<Test>::InvalidExpiry);
		assert_ok!(attest_until(OPERATOR, FIRST, 1, NOW));
	});
}

#[test]
fn works_for_an_avatar_that_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_ok!(attest(OPERATOR, FIRST, 1));

		assert!(frozen(FIRST));
	});
}

#[test]
fn replaces_the_fact_of_a_badge() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		go_to(NOW + 3);

		assert_ok!(attest_anew(OPERATOR, 1, Some(NOW + 9)));

		let expected = BadgeDetails {
			fact: other_fact(),
			issued_at: NOW + 3,
			valid_until: Some(NOW + 9),
			tenure: 0,
			payer: OPERATOR,
		};
		assert_eq!(badge(WORLD, 1), Some(expected));
		assert_eq!(consumers(FIRST), 1);
		assert_eq!(world_consumers(WORLD), 1);
		System::assert_last_event(
			Event::<Test>::BadgeAttested {
				world: WORLD,
				avatar: FIRST,
				badge: 1,
				fact: other_fact(),
				valid_until: Some(NOW + 9),
			}
			.into(),
		);
	});
}

#[test]
fn the_deposit_of_a_badge_that_is_replaced_goes_back_to_who_paid_it() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		assert_ok!(attest_anew(SETTLER, 1, None));

		assert_eq!(badge(WORLD, 1).map(|it| it.payer), Some(SETTLER));
		assert_eq!(held(HoldReason::Badge, &OPERATOR), 0);
		assert_eq!(Balances::free_balance(OPERATOR), ENDOWMENT);
		assert_eq!(held(HoldReason::Badge, &SETTLER), BADGE_DEPOSIT);
		assert_eq!(Balances::free_balance(SETTLER), ENDOWMENT - BADGE_DEPOSIT);
	});
}

/// Else a badge that its seller has earned would be in force for the buyer.
#[test]
fn fails_once_the_avatar_has_another_owner() {
	Chain::default().avatar(ALICE).offered_to(BOB, 0).execute(|| {
		let attest = |tenure| {
			let origin = RuntimeOrigin::signed(OPERATOR);
			Avatars::attest(origin, WORLD, FIRST, tenure, 1, fact(), None)
		};
		assert_ok!(Avatars::accept_offer(RuntimeOrigin::signed(BOB), FIRST, NOW, 0));

		assert_noop!(attest(0), Error::<Test>::OwnerChanged);
		assert_ok!(attest(1));
	});
}

#[test]
fn replaces_a_badge_that_has_expired() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest_until(OPERATOR, FIRST, 1, NOW));
		go_to(NOW + 1);

		assert_ok!(attest(OPERATOR, FIRST, 1));

		assert_eq!(badge(WORLD, 1).map(|it| it.valid_until), Some(None));
	});
}

#[test]
fn worlds_number_their_badges_apart() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		assert_ok!(attest_for(OPERATOR, OTHER_WORLD, FIRST, 1));

		assert_ok!(attest_anew(OPERATOR, 1, None));

		assert_eq!(badge(OTHER_WORLD, 1).map(|it| it.fact), Some(fact()));
		assert_eq!(badge(WORLD, 1).map(|it| it.fact), Some(other_fact()));
	});
}

#[test]
fn works_up_to_the_most_badges_of_a_world() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		for number in 0..MAX_BADGES {
			assert_ok!(attest(OPERATOR, FIRST, number));
		}

		assert_noop!(attest(OPERATOR, FIRST, MAX_BADGES), Error::<Test>::TooManyBadges);
		assert_ok!(attest_anew(OPERATOR, 0, None));
		assert_ok!(attest_for(OPERATOR, OTHER_WORLD, FIRST, MAX_BADGES));
		assert_ok!(attest(OPERATOR, SECOND, MAX_BADGES));
		assert_ok!(Avatars::remove_badge(RuntimeOrigin::signed(OPERATOR), WORLD, FIRST, 0));
		assert_ok!(attest(OPERATOR, FIRST, MAX_BADGES));
	});
}

#[test]
fn fails_for_the_avatars_owner() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(attest(ALICE, FIRST, 1), NOT_SETTLER);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	Chain::default().avatar(ALICE).execute(|| {
		Suspended::put(true);

		for who in [OPERATOR, SETTLER] {
			assert_noop!(attest(who, FIRST, 1), SUSPENDED);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(attest_for(OPERATOR, NOWHERE, FIRST, 1), UNKNOWN_WORLD);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(attest(OPERATOR, NOBODY, 1), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_when_no_more_records_can_name_the_avatar() {
	Chain::default().avatar(ALICE).execute(|| {
		let purse = Avatars::purse(FIRST).expect("the test has the avatar");
		Avatars::set_purse(FIRST, Purse { consumers: u32::MAX, ..purse });

		assert_noop!(attest(OPERATOR, FIRST, 1), Error::<Test>::TooManyRecords);
	});
}

#[test]
fn fails_when_no_more_records_can_need_the_world() {
	Chain::default().avatar(ALICE).execute(|| {
		let key = freehold_primitives::key::WorldKey::from(WORLD);
		WorldConsumers::insert(key, u32::MAX);

		assert_noop!(attest(OPERATOR, FIRST, 1), WORLD_TOO_NEEDED);
		WorldConsumers::remove(key);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let too_little = BADGE_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, too_little));

		assert_noop!(
			attest(OPERATOR, FIRST, 1),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::attest(RuntimeOrigin::root(), WORLD, FIRST, 0, 1, fact(), None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let (world, avatar, fact) = (WORLD, FIRST, fact());
	let (tenure, badge, valid_until) = (0, 1, None);
	let call = crate::Call::<Test>::attest { world, avatar, tenure, badge, fact, valid_until };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::attest());
}
