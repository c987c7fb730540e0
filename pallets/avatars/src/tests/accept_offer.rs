// SPDX-License-Identifier: Apache-2.0
use crate::{
	handle::canonical, mock::*, weights::SubstrateWeight, AvatarDetails, DeviceLabels, Error,
	Event, Fills, Handles, HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	purse::{jump_after, Purse},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PRICE: Balance = 50;

/// Accepts the offer of the first avatar.
fn accept(who: AccountId, offered_at: BlockNumber, max_price: Balance) -> DispatchResult {
	Avatars::accept_offer(RuntimeOrigin::signed(who), FIRST, offered_at, max_price)
}

/// Leaves an account nothing else than this to spend.
fn has_only(who: AccountId, money: Balance) {
	assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, money));
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, PRICE));

		let expected = AvatarDetails { owner: BOB, devices: 0, tenure: 1 };
		assert_eq!(Avatars::avatar(FIRST), Some(expected));
		assert_eq!(Avatars::offer_of(FIRST), None);
		assert!(!frozen(FIRST));
		System::assert_last_event(
			Event::<Test>::AvatarTransferred { avatar: FIRST, from: ALICE, to: BOB, price: PRICE }
				.into(),
		);
	});
}

#[test]
fn works_for_the_one_account_that_it_was_offered_to() {
	Chain::default().avatar(ALICE).offered_to(BOB, PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, PRICE));

		assert_eq!(Avatars::avatar(FIRST).map(|it| it.owner), Some(BOB));
	});
}

#[test]
fn moves_the_ownership_for_nothing_in_a_second_step() {
	Chain::default().avatar(ALICE).offered_to(BOB, 0).execute(|| {
		assert_eq!(Avatars::avatar(FIRST).map(|it| it.owner), Some(ALICE));

		assert_ok!(accept(BOB, NOW, 0));

		assert_eq!(Avatars::avatar(FIRST).map(|it| it.owner), Some(BOB));
		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT);
		assert_eq!(Balances::free_balance(BOB), ENDOWMENT - AVATAR_DEPOSIT);
		System::assert_last_event(
			Event::<Test>::AvatarTransferred { avatar: FIRST, from: ALICE, to: BOB, price: 0 }
				.into(),
		);
	});
}

#[test]
fn everything_that_it_owns_goes_with_it() {
	Chain::default()
		.avatar(ALICE)
		.coins(60)
		.handle("Alice")
		.profile()
		.badges(&[1, 2])
		.offered(PRICE)
		.execute(|| {
			let mut before = Avatars::purse(FIRST).expect("the test has the avatar");
			assert_eq!(before.spend(0, 7), Ok(()));
			Avatars::set_purse(FIRST, before);

			assert_ok!(accept(BOB, NOW, PRICE));

			assert_eq!(before.balance, 60);
			assert_eq!(before.consumers, 2);
			before.void_orders(jump_after(&System::parent_hash()));
			assert_eq!(Avatars::purse(FIRST), Some(Purse { frozen: false, ..before }));
			assert_eq!(Avatars::handle(FIRST), Some(handle("Alice")));
			assert_eq!(Avatars::avatar_by_handle(handle("Alice")), Some(FIRST));
			assert_eq!(Avatars::profile(FIRST), Some(pointer()));
			assert_eq!(Avatars::badges(FIRST, None, 64).len(), 2);
			assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(BOB), FIRST, 60));
		});
}

#[test]
fn the_device_keys_are_revoked() {
	Chain::default().avatar(ALICE).devices(&[1, 4, 7]).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, PRICE));

		assert!(Avatars::devices(FIRST).is_empty());
		assert_eq!(DeviceLabels::<Test>::iter().count(), 0);
		assert_ok!(add_device(BOB, FIRST, 1));
	});
}

#[test]
fn what_is_left_of_its_orders_lapses() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1, 7])
		.filled(&[0, 1, 7])
		.offered(PRICE)
		.avatar(CAROL)
		.filled(&[0])
		.execute(|| {
			assert_ok!(accept(BOB, NOW, PRICE));

			assert_eq!(Fills::<Test>::iter().count(), 1);
			assert_eq!(Avatars::fills(SECOND, 0).len(), 1);
		});
}

#[test]
fn the_seller_gets_the_price_and_every_deposit_back() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1, 2])
		.coins(60)
		.handle("alice")
		.profile()
		.offered(PRICE)
		.execute(|| {
			assert_ok!(accept(BOB, NOW, PRICE));

			assert_eq!(Balances::free_balance(ALICE), ENDOWMENT - 60 + PRICE);
			assert_eq!(Balances::reserved_balance(ALICE), 0);
		});
}

#[test]
fn the_buyer_pays_the_price_and_the_deposits_of_what_there_is() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1, 2])
		.handle("alice")
		.profile()
		.offered(PRICE)
		.execute(|| {
			assert_ok!(accept(BOB, NOW, PRICE));

			assert_eq!(held(HoldReason::Avatar, &BOB), AVATAR_DEPOSIT);
			assert_eq!(held(HoldReason::Handle, &BOB), HANDLE_DEPOSIT);
			assert_eq!(held(HoldReason::Profile, &BOB), PROFILE_DEPOSIT);
			let deposits = AVATAR_DEPOSIT + HANDLE_DEPOSIT + PROFILE_DEPOSIT;
			assert_eq!(Balances::reserved_balance(BOB), deposits);
			assert_eq!(Balances::free_balance(BOB), ENDOWMENT - deposits - PRICE);
			let record = Handles::<Test>::get(canonical(&handle("alice")));
			assert_eq!(record.map(|it| it.payer), Some(BOB));
		});
}

#[test]
fn the_deposits_of_badges_stay_with_who_attested() {
	Chain::default().avatar(ALICE).badges(&[1, 2]).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, PRICE));

		assert_eq!(held(HoldReason::Badge, &OPERATOR), 2 * BADGE_DEPOSIT);
		assert_eq!(Balances::reserved_balance(BOB), AVATAR_DEPOSIT);
	});
}

#[test]
fn works_below_the_most_that_the_buyer_would_pay() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, Balance::MAX));

		assert_eq!(Balances::free_balance(BOB), ENDOWMENT - AVATAR_DEPOSIT - PRICE);
	});
}

#[test]
fn counts_each_change_of_owners() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW, PRICE));
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(BOB), FIRST, 0, Some(ALICE)));
		assert_ok!(accept(ALICE, NOW, 0));

		assert_eq!(
			Avatars::avatar(FIRST),
			Some(AvatarDetails { owner: ALICE, devices: 0, tenure: 2 })
		);
	});
}

#[test]
fn works_with_just_enough_money() {
	Chain::default().avatar(ALICE).handle("alice").offered(PRICE).execute(|| {
		has_only(BOB, AVATAR_DEPOSIT + HANDLE_DEPOSIT + PRICE + EXISTENTIAL_DEPOSIT);

		assert_ok!(accept(BOB, NOW, PRICE));

		assert_eq!(Balances::free_balance(BOB), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn a_seller_with_nothing_left_can_be_paid_any_price() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		// Only an account that something else keeps alive can be that poor and hold deposits.
		System::inc_providers(&ALICE);
		has_only(ALICE, 0);

		assert_ok!(accept(BOB, NOW, 1));

		assert_eq!(Balances::free_balance(ALICE), AVATAR_DEPOSIT + OFFER_DEPOSIT + 1);
	});
}

#[test]
fn works_any_time_later() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		go_to(NOW + 10_000_000);

		assert_ok!(accept(BOB, NOW, PRICE));
	});
}

#[test]
fn fails_when_it_is_not_offered() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(accept(BOB, NOW, PRICE), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_for_the_owner() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_noop!(accept(ALICE, NOW, PRICE), Error::<Test>::OwnAvatar);
	});
}

#[test]
fn fails_when_it_is_offered_to_another() {
	Chain::default().avatar(ALICE).offered_to(BOB, PRICE).execute(|| {
		assert_noop!(accept(CAROL, NOW, PRICE), Error::<Test>::OfferedToAnother);
	});
}

#[test]
fn fails_when_another_offer_was_looked_at() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		for offered_at in [0, NOW - 1, NOW + 1] {
			assert_noop!(accept(BOB, offered_at, PRICE), Error::<Test>::OfferChanged);
		}
	});
}

#[test]
fn fails_above_the_most_that_the_buyer_would_pay() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_noop!(accept(BOB, NOW, PRICE - 1), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	Chain::default()
		.avatar(ALICE)
		.handle("alice")
		.profile()
		.offered(PRICE)
		.execute(|| {
			let deposits = AVATAR_DEPOSIT + HANDLE_DEPOSIT + PROFILE_DEPOSIT;
			for deposit in [AVATAR_DEPOSIT, AVATAR_DEPOSIT + HANDLE_DEPOSIT, deposits] {
				has_only(BOB, deposit + EXISTENTIAL_DEPOSIT - 1);

				assert_noop!(
					accept(BOB, NOW, PRICE),
					DispatchError::Token(TokenError::FundsUnavailable)
				);
			}
		});
}

#[test]
fn fails_without_money_for_the_price() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		has_only(BOB, AVATAR_DEPOSIT + PRICE - 1);

		assert_noop!(accept(BOB, NOW, PRICE), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn fails_when_the_buyer_would_stay_below_the_existential_deposit() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		has_only(BOB, AVATAR_DEPOSIT + PRICE + EXISTENTIAL_DEPOSIT - 1);

		assert_noop!(accept(BOB, NOW, PRICE), DispatchError::Token(TokenError::Frozen));
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().execute(|| {
		assert_noop!(
			Avatars::accept_offer(RuntimeOrigin::signed(BOB), NOBODY, NOW, PRICE),
			Error::<Test>::UnknownAvatar
		);
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_noop!(
			Avatars::accept_offer(RuntimeOrigin::root(), FIRST, NOW, PRICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_as_every_device_slot_together() {
	let call =
		crate::Call::<Test>::accept_offer { avatar: FIRST, offered_at: NOW, max_price: PRICE };
	let weight = call.get_dispatch_info().call_weight;

	assert_eq!(weight, SubstrateWeight::<Test>::accept_offer());
	assert!(weight.ref_time() > SubstrateWeight::<Test>::revoke_all_devices().ref_time());
}
