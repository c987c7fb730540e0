// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, HoldReason, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::AvatarId, purse::Purse};
use sp_runtime::{DispatchError, DispatchResult};

fn withdraw_offer(who: AccountId, avatar: AvatarId) -> DispatchResult {
	Avatars::withdraw_offer(RuntimeOrigin::signed(who), avatar)
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).offered(50).execute(|| {
		assert_ok!(withdraw_offer(ALICE, FIRST));

		assert_eq!(Avatars::offer_of(FIRST), None);
		assert!(!frozen(FIRST));
		System::assert_last_event(Event::<Test>::OfferWithdrawn { avatar: FIRST }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	Chain::default().avatar(ALICE).offered(50).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(withdraw_offer(ALICE, FIRST));

		assert_eq!(held(HoldReason::Offer, &ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), before + OFFER_DEPOSIT);
	});
}

#[test]
fn changes_nothing_of_the_purse_but_that_it_is_frozen() {
	Chain::default().avatar(ALICE).coins(40).badges(&[1]).offered(50).execute(|| {
		let before = Avatars::purse(FIRST).expect("the test has the avatar");

		assert_ok!(withdraw_offer(ALICE, FIRST));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { frozen: false, ..before }));
	});
}

#[test]
fn leaves_other_offers_alone() {
	Chain::default()
		.avatar(ALICE)
		.offered(50)
		.avatar(ALICE)
		.offered(60)
		.execute(|| {
			assert_ok!(withdraw_offer(ALICE, FIRST));

			assert_eq!(Avatars::offer_of(SECOND).map(|it| it.price), Some(60));
			assert_eq!(held(HoldReason::Offer, &ALICE), OFFER_DEPOSIT);
		});
}

#[test]
fn fails_when_it_is_not_offered() {
	Chain::default().avatar(ALICE).offered(50).execute(|| {
		assert_ok!(withdraw_offer(ALICE, FIRST));

		assert_noop!(withdraw_offer(ALICE, FIRST), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).offered_to(BOB, 50).execute(|| {
		assert_noop!(withdraw_offer(BOB, FIRST), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(withdraw_offer(ALICE, NOBODY), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).offered(50).execute(|| {
		assert_noop!(
			Avatars::withdraw_offer(RuntimeOrigin::root(), FIRST),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::withdraw_offer { avatar: FIRST };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::withdraw_offer());
}
