// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, HoldReason, OfferDetails, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{chain::Balance, ids::AvatarId, purse::Purse};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PRICE: Balance = 50;

fn offer(
	who: AccountId,
	avatar: AvatarId,
	price: Balance,
	to: Option<AccountId>,
) -> DispatchResult {
	Avatars::offer(RuntimeOrigin::signed(who), avatar, price, to)
}

#[test]
fn works_for_anyone_to_accept() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(offer(ALICE, FIRST, PRICE, None));

		let expected = OfferDetails { price: PRICE, to: None, offered_at: NOW };
		assert_eq!(Avatars::offer_of(FIRST), Some(expected));
		assert!(frozen(FIRST));
		System::assert_last_event(
			Event::<Test>::AvatarOffered { avatar: FIRST, price: PRICE, to: None }.into(),
		);
	});
}

#[test]
fn works_for_one_account_to_accept() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(offer(ALICE, FIRST, PRICE, Some(BOB)));

		let expected = OfferDetails { price: PRICE, to: Some(BOB), offered_at: NOW };
		assert_eq!(Avatars::offer_of(FIRST), Some(expected));
		System::assert_last_event(
			Event::<Test>::AvatarOffered { avatar: FIRST, price: PRICE, to: Some(BOB) }.into(),
		);
	});
}

#[test]
fn works_for_nothing_to_one_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(offer(ALICE, FIRST, 0, Some(BOB)));

		assert_eq!(Avatars::offer_of(FIRST).map(|it| it.price), Some(0));
	});
}

#[test]
fn the_owner_stays_the_owner() {
	Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
		let before = Avatars::avatar(FIRST);

		assert_ok!(offer(ALICE, FIRST, PRICE, None));

		assert_eq!(Avatars::avatar(FIRST), before);
		assert_eq!(Avatars::devices(FIRST), [(1, device(1))]);
	});
}

#[test]
fn holds_a_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = Balances::free_balance(ALICE);

		assert_ok!(offer(ALICE, FIRST, PRICE, None));

		assert_eq!(held(HoldReason::Offer, &ALICE), OFFER_DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), before - OFFER_DEPOSIT);
	});
}

#[test]
fn changes_nothing_of_the_purse_but_that_it_is_frozen() {
	Chain::default().avatar(ALICE).coins(40).badges(&[1]).execute(|| {
		let mut before = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(before.spend(0, 7), Ok(()));
		Avatars::set_purse(FIRST, before);

		assert_ok!(offer(ALICE, FIRST, PRICE, None));

		assert_eq!(Avatars::purse(FIRST), Some(Purse { frozen: true, ..before }));
	});
}

#[test]
fn leaves_other_avatars_alone() {
	Chain::default().avatar(ALICE).avatar(ALICE).execute(|| {
		assert_ok!(offer(ALICE, FIRST, PRICE, None));

		assert!(!frozen(SECOND));
		assert_eq!(Avatars::offer_of(SECOND), None);
	});
}

#[test]
fn fails_while_it_is_offered() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_noop!(offer(ALICE, FIRST, PRICE + 1, None), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_nothing_to_anyone() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(offer(ALICE, FIRST, 0, None), Error::<Test>::ZeroPrice);
	});
}

#[test]
fn fails_to_the_owner() {
	Chain::default().avatar(ALICE).execute(|| {
		for price in [0, PRICE] {
			assert_noop!(offer(ALICE, FIRST, price, Some(ALICE)), Error::<Test>::OwnAvatar);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_noop!(offer(BOB, FIRST, PRICE, None), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(offer(ALICE, NOBODY, PRICE, None), Error::<Test>::UnknownAvatar);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().avatar(ALICE).execute(|| {
		let too_little = OFFER_DEPOSIT + EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			offer(ALICE, FIRST, PRICE, None),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(
			Avatars::offer(RuntimeOrigin::root(), FIRST, PRICE, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_estimated() {
	let call = crate::Call::<Test>::offer { avatar: FIRST, price: PRICE, to: None };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::offer());
}
