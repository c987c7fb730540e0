// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, BadgeCounts, Badges, Error, Event, HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::AvatarId, purse::Purse};
use sp_runtime::{DispatchError, DispatchResult};

/// Removes a badge that [`WORLD`] attested.
fn remove(who: AccountId, avatar: AvatarId, badge: u32) -> DispatchResult {
	Avatars::remove_badge(RuntimeOrigin::signed(who), WORLD, avatar, badge)
}

#[test]
fn works_for_the_operator_a_settler_and_the_avatars_owner() {
	for who in [OPERATOR, SETTLER, ALICE] {
		Chain::default().avatar(ALICE).badges(&[5]).execute(|| {
			assert_ok!(remove(who, FIRST, 5));

			assert_eq!(Badges::<Test>::iter().count(), 0);
			assert_eq!(BadgeCounts::<Test>::iter().count(), 0);
			System::assert_last_event(
				Event::<Test>::BadgeRemoved { world: WORLD, avatar: FIRST, badge: 5 }.into(),
			);
		});
	}
}

#[test]
fn works_for_anyone_once_it_has_expired() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest_until(OPERATOR, FIRST, 1, NOW + 1));

		go_to(NOW + 1);
		assert_noop!(remove(CAROL, FIRST, 1), Error::<Test>::NotOwner);
		go_to(NOW + 2);
		assert_ok!(remove(CAROL, FIRST, 1));
	});
}

#[test]
fn gives_the_deposit_back_to_who_paid_it() {
	for who in [OPERATOR, SETTLER, ALICE] {
		Chain::default().avatar(ALICE).execute(|| {
			assert_ok!(attest(SETTLER, FIRST, 1));
			let before = Balances::free_balance(&who);

			assert_ok!(remove(who.clone(), FIRST, 1));

			assert_eq!(held(HoldReason::Badge, &SETTLER), 0);
			assert_eq!(Balances::free_balance(SETTLER), ENDOWMENT);
			let gained = Balances::free_balance(&who) - before;
			assert_eq!(gained, if who == SETTLER { BADGE_DEPOSIT } else { 0 });
		});
	}
}

#[test]
fn leaves_the_other_badges_alone() {
	Chain::default()
		.avatar(ALICE)
		.badges(&[1, 2])
		.avatar(BOB)
		.badges(&[1])
		.execute(|| {
			assert_ok!(attest_at(OPERATOR, OTHER_WORLD, FIRST, 1, None));

			assert_ok!(remove(OPERATOR, FIRST, 1));

			let left: Vec<_> = Avatars::badges(FIRST, None, 64)
				.into_iter()
				.map(|badge| (badge.world, badge.number))
				.collect();
			assert_eq!(left, [(WORLD, 2), (OTHER_WORLD, 1)]);
			assert_eq!(Avatars::badges(SECOND, None, 64).len(), 1);
			assert_eq!(held(HoldReason::Badge, &OPERATOR), 3 * BADGE_DEPOSIT);
		});
}

#[test]
fn no_longer_counts_as_a_record_of_the_avatar_or_of_the_world() {
	Chain::default().avatar(ALICE).coins(40).badges(&[1, 2]).execute(|| {
		let before = Avatars::purse(FIRST).expect("the test has the avatar");

		assert_ok!(remove(OPERATOR, FIRST, 1));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { consumers: 1, ..before }));
		assert_eq!(world_consumers(WORLD), 1);
	});
}

#[test]
fn works_for_the_new_owner_of_a_sold_avatar() {
	Chain::default().avatar(ALICE).badges(&[1]).offered_to(BOB, 0).execute(|| {
		assert_ok!(Avatars::accept_offer(RuntimeOrigin::signed(BOB), FIRST, NOW, 0));

		assert_noop!(remove(ALICE, FIRST, 1), Error::<Test>::NotOwner);
		assert_ok!(remove(BOB, FIRST, 1));
		assert_eq!(Balances::free_balance(OPERATOR), ENDOWMENT);
	});
}

/// It has the deposit back once the world removes the badge or attests anew.
#[test]
fn fails_for_whoever_paid_and_no_longer_acts_for_the_world() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(attest(SETTLER, FIRST, 1));
		Suspended::put(true);

		assert_noop!(remove(SETTLER, FIRST, 1), Error::<Test>::NotOwner);
		Suspended::put(false);
		assert_ok!(attest(OPERATOR, FIRST, 1));

		assert_eq!(Balances::free_balance(SETTLER), ENDOWMENT);
	});
}

#[test]
fn works_for_the_operator_of_a_suspended_world_but_not_for_a_settler() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		Suspended::put(true);

		assert_noop!(remove(SETTLER, FIRST, 1), Error::<Test>::NotOwner);
		assert_ok!(remove(OPERATOR, FIRST, 1));
	});
}

#[test]
fn works_for_the_world_though_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).badges(&[1, 2]).offered(1).execute(|| {
		assert_ok!(remove(OPERATOR, FIRST, 1));
		assert_ok!(remove(SETTLER, FIRST, 2));

		assert!(frozen(FIRST));
	});
}

#[test]
fn fails_for_an_owner_who_offers_the_avatar() {
	Chain::default().avatar(ALICE).badges(&[1]).offered(1).execute(|| {
		assert_noop!(remove(ALICE, FIRST, 1), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_anyone_else() {
	Chain::default().avatar(ALICE).badges(&[1]).avatar(BOB).execute(|| {
		assert_noop!(remove(BOB, FIRST, 1), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_without_such_a_badge() {
	Chain::default().avatar(ALICE).badges(&[1]).avatar(ALICE).execute(|| {
		for (world, avatar, badge) in [
			(WORLD, FIRST, 2),
			(OTHER_WORLD, FIRST, 1),
			(NOWHERE, FIRST, 1),
			(WORLD, SECOND, 1),
			(WORLD, NOBODY, 1),
		] {
			assert_noop!(
				Avatars::remove_badge(RuntimeOrigin::signed(ALICE), world, avatar, badge),
				Error::<Test>::UnknownBadge
			);
		}
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		assert_noop!(
			Avatars::remove_badge(RuntimeOrigin::root(), WORLD, FIRST, 1),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::remove_badge { world: WORLD, avatar: FIRST, badge: 1 };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::remove_badge());
}
