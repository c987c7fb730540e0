// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with avatars, names and badges elsewhere, and can't here.

use crate::{mock::*, Error, HoldReason, Validity};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::{Balance, BlockNumber, Hash},
	device::Signer,
	ids::AvatarId,
	purse::{Unspendable, MAX_STEP, WINDOW},
	traits,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PRICE: Balance = 50;

/// Accepts the offer of the first avatar, for at most [`PRICE`].
fn accept(who: AccountId, offered_at: BlockNumber) -> DispatchResult {
	Avatars::accept_offer(RuntimeOrigin::signed(who), FIRST, offered_at, PRICE)
}

/// What the first avatar's badges are worth.
fn validities() -> Vec<Validity> {
	Avatars::badges(FIRST, None, 64)
		.into_iter()
		.map(|badge| badge.validity)
		.collect()
}

fn free_balances() -> [Balance; 5] {
	ENDOWED.map(Balances::free_balance)
}

#[test]
fn a_seller_can_not_drain_an_avatar_between_the_buyers_look_and_the_purchase() {
	Chain::default()
		.avatar(ALICE)
		.coins(60)
		.handle("alice")
		.profile()
		.badges(&[1])
		.offered(PRICE)
		.avatar(ALICE)
		.execute(|| {
			let alice = || RuntimeOrigin::signed(ALICE);

			assert_noop!(Avatars::withdraw(alice(), FIRST, 1), Error::<Test>::Offered);
			assert_noop!(Avatars::pay(alice(), FIRST, SECOND, 1), Error::<Test>::Offered);
			assert_noop!(Avatars::release_handle(alice(), FIRST), Error::<Test>::Offered);
			assert_noop!(Avatars::set_profile(alice(), FIRST, None), Error::<Test>::Offered);
			assert_noop!(Avatars::remove_badge(alice(), WORLD, FIRST, 1), Error::<Test>::Offered);
			assert_noop!(Avatars::retire(alice(), FIRST), Error::<Test>::Offered);
			assert_noop!(
				<Avatars as traits::Avatars<AccountId>>::ensure_owner(&ALICE, FIRST),
				Error::<Test>::Offered
			);
			assert_noop!(<Avatars as traits::Purses>::set_aside(FIRST, 1), Error::<Test>::Offered);
			assert_noop!(
				<Avatars as traits::Purses>::pay(FIRST, SECOND, 1),
				Error::<Test>::Offered
			);
			// The settlement kernel refuses to take anything from such a purse.
			assert!(frozen(FIRST));

			assert_ok!(accept(BOB, NOW));
			assert_eq!(coins(FIRST), 60);
			assert_eq!(Avatars::handle(FIRST), Some(handle("alice")));
			assert_eq!(Avatars::profile(FIRST), Some(pointer()));
			assert!(!frozen(FIRST));
		});
}

#[test]
fn a_seller_can_not_drain_an_avatar_and_offer_it_again_under_the_buyers_purchase() {
	Chain::default().avatar(ALICE).coins(60).offered(PRICE).execute(|| {
		go_to(NOW + 1);
		assert_ok!(Avatars::withdraw_offer(RuntimeOrigin::signed(ALICE), FIRST));
		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 60));
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(ALICE), FIRST, PRICE, None));

		assert_noop!(accept(BOB, NOW), Error::<Test>::OfferChanged);
	});
}

#[test]
fn a_seller_can_not_raise_the_price_under_the_buyers_purchase() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(Avatars::withdraw_offer(RuntimeOrigin::signed(ALICE), FIRST));
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(ALICE), FIRST, PRICE + 1, None));

		// In the same block, in which the offers differ in nothing else.
		assert_noop!(accept(BOB, NOW), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn a_device_key_of_the_former_owner_signs_no_longer() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW));

		assert_eq!(Avatars::signer(FIRST, 0), Some(Signer::Owner(BOB)));
		for slot in 1..=7 {
			assert_eq!(Avatars::signer(FIRST, slot), None);
		}
		assert_eq!(held(HoldReason::Device, &ALICE), 0);
	});
}

#[test]
fn a_device_key_added_while_the_avatar_is_offered_does_not_outlive_the_sale() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(add_device(ALICE, FIRST, 3));

		assert_ok!(accept(BOB, NOW));

		assert_eq!(Avatars::signer(FIRST, 3), None);
	});
}

#[test]
fn an_order_signed_before_a_sale_is_dead_though_the_seller_buys_the_avatar_back() {
	Chain::default().avatar(ALICE).devices(&[1]).offered(PRICE).execute(|| {
		let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
		assert_eq!(purse.spend(1, 7), Ok(()));
		Avatars::set_purse(FIRST, purse);

		assert_ok!(accept(BOB, NOW));
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(BOB), FIRST, 0, Some(ALICE)));
		assert_ok!(accept(ALICE, NOW));
		assert_ok!(add_device(ALICE, FIRST, 1));

		let mut purse = Avatars::purse(FIRST).expect("the avatar is still there");
		for (lane, number) in [(0, 0), (0, 31), (1, 7), (1, 8), (1, MAX_STEP)] {
			assert_eq!(purse.spend(lane, number), Err(Unspendable::Void));
		}
		assert_eq!(purse.spend(0, purse.lanes[0].next), Ok(()));
	});
}

/// To add the same key again is how its owner sets it another expiry or other limits, so all that it
/// had signed and nobody had settled would be good again.
#[test]
fn orders_of_a_revoked_key_do_not_come_back_with_it() {
	let revoke = || Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1);
	let revoke_all = || Avatars::revoke_all_devices(RuntimeOrigin::signed(ALICE), FIRST);
	for revoke in [&revoke as &dyn Fn() -> DispatchResult, &revoke_all] {
		Chain::default().avatar(ALICE).devices(&[1, 2]).execute(|| {
			let mut purse = Avatars::purse(FIRST).expect("the test has the avatar");
			assert_eq!(purse.spend(1, 40), Ok(()));
			Avatars::set_purse(FIRST, purse);

			assert_ok!(revoke());
			assert_ok!(add_device(ALICE, FIRST, 1));

			let mut purse = Avatars::purse(FIRST).expect("the avatar is still there");
			for number in (0..=41).chain([41 + WINDOW, 41 + MAX_STEP - 1]) {
				assert_eq!(purse.spend(1, number), Err(Unspendable::Void), "{number}");
			}
			assert_eq!(purse.spend(1, purse.lanes[1].next), Ok(()));
		});
	}
}

/// Else an order is signed for the number from which the lane is going to go on.
#[test]
fn nobody_knows_before_where_the_lane_of_a_revoked_key_goes_on() {
	let next_after = |parent: Hash| {
		let mut next = 0;
		Chain::default().avatar(ALICE).devices(&[1]).execute(|| {
			System::set_parent_hash(parent);
			assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));
			next = Avatars::purse(FIRST).expect("the test has the avatar").lanes[1].next;
		});
		next
	};

	assert_eq!(next_after(Hash::zero()), MAX_STEP);
	assert_eq!(next_after(Hash::repeat_byte(1)), MAX_STEP + 0x0101_0101 % (1 << 20));
}

#[test]
fn what_is_left_of_an_order_is_not_the_buyers_to_give() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.offered(PRICE)
		.execute(|| {
			assert_ok!(accept(BOB, NOW));
			assert_ok!(add_device(BOB, FIRST, 1));

			assert_eq!([0, 1].map(|lane| Avatars::fills(FIRST, lane).len()), [0, 0]);
			let mut purse = Avatars::purse(FIRST).expect("the avatar is still there");
			assert_eq!([0, 1].map(|lane| purse.spend(lane, 0)), [Err(Unspendable::Void); 2]);
		});
}

#[test]
fn a_name_can_not_be_taken_by_a_look_alike() {
	Chain::default().avatar(ALICE).handle("Willow-Mill").avatar(BOB).execute(|| {
		for name in [
			"willow-mill",
			"WILLOW-MILL",
			"willowmill",
			"W-i-l-l-o-w-M-i-l-l",
			"Wi11ow-Mi11",
			"WIIIow-MiII",
			"Will0w_Mill",
			"VVillovv-Mill",
			"Willow-RnilL",
		] {
			assert_noop!(claim_handle(BOB, SECOND, name), Error::<Test>::HandleTaken);
		}
		assert_ok!(claim_handle(BOB, SECOND, "Willow-Hill"));
	});
}

#[test]
fn a_released_name_can_not_be_snapped_up_at_once() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(ALICE), FIRST));

		for block in [NOW, NOW + HANDLE_COOLDOWN - 1] {
			go_to(block);
			for name in ["alice", "a1ice"] {
				assert_noop!(claim_handle(BOB, SECOND, name), Error::<Test>::HandleCooling);
			}
			assert_noop!(
				Avatars::sweep_handle(RuntimeOrigin::signed(BOB), handle("alice")),
				Error::<Test>::HandleCooling
			);
		}
		// Who let it go by mistake gets it back.
		assert_ok!(claim_handle(ALICE, FIRST, "alice"));
	});
}

#[test]
fn a_name_can_not_be_kept_cooling_by_an_owner_who_moved_on() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		assert_ok!(Avatars::retire(RuntimeOrigin::signed(ALICE), FIRST));

		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(claim_handle(BOB, SECOND, "alice"));
	});
}

#[test]
fn a_badge_of_a_former_owner_is_not_shown_as_the_new_owners() {
	Chain::default().avatar(ALICE).badges(&[1]).offered(PRICE).execute(|| {
		assert_eq!(validities(), [Validity::InForce]);

		assert_ok!(accept(BOB, NOW));

		assert_eq!(validities(), [Validity::OfFormerOwner]);
		assert_ok!(attest(OPERATOR, FIRST, 1));
		assert_eq!(validities(), [Validity::InForce]);
	});
}

#[test]
fn a_badge_does_not_come_back_to_life_with_its_former_owner() {
	Chain::default().avatar(ALICE).badges(&[1]).offered_to(BOB, 0).execute(|| {
		assert_ok!(accept(BOB, NOW));
		assert_ok!(Avatars::offer(RuntimeOrigin::signed(BOB), FIRST, 0, Some(ALICE)));
		assert_ok!(accept(ALICE, NOW));

		assert_eq!(validities(), [Validity::OfFormerOwner]);
	});
}

#[test]
fn each_change_of_owners_is_another_tenure() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		let tenure = <Avatars as traits::Avatars<AccountId>>::tenure;
		assert_eq!(tenure(FIRST), Ok(0));

		assert_ok!(accept(BOB, NOW));

		assert_eq!(tenure(FIRST), Ok(1));
		assert_eq!(tenure(NOBODY), Err(Error::<Test>::UnknownAvatar.into()));
	});
}

#[test]
fn a_badge_given_while_the_avatar_is_offered_is_not_the_buyers() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(attest(OPERATOR, FIRST, 1));

		assert_ok!(accept(BOB, NOW));

		assert_eq!(validities(), [Validity::OfFormerOwner]);
	});
}

#[test]
fn no_deposit_is_stuck_after_a_badge_is_attested_anew() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = free_balances();

		for who in [OPERATOR, SETTLER, SETTLER] {
			assert_ok!(attest(who, FIRST, 1));
		}
		assert_ok!(Avatars::remove_badge(RuntimeOrigin::signed(ALICE), WORLD, FIRST, 1));

		assert_eq!(free_balances(), before);
	});
}

#[test]
fn no_deposit_is_stuck_after_a_device_key_is_put_over_another() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = free_balances();

		assert_ok!(add_device(ALICE, FIRST, 1));
		assert_noop!(add_device(ALICE, FIRST, 1), Error::<Test>::SlotTaken);
		assert_ok!(Avatars::revoke_device(RuntimeOrigin::signed(ALICE), FIRST, 1));

		assert_eq!(free_balances(), before);
	});
}

#[test]
fn no_deposit_is_stuck_after_a_profile_is_put_over_another() {
	Chain::default().avatar(ALICE).execute(|| {
		let before = free_balances();

		for pointer in [Some(pointer()), Some(pointer()), None, None] {
			assert_ok!(Avatars::set_profile(RuntimeOrigin::signed(ALICE), FIRST, pointer));
		}

		assert_eq!(free_balances(), before);
	});
}

#[test]
fn no_deposit_is_stuck_after_a_handle_is_claimed_by_another() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		let before = free_balances();

		assert_ok!(claim_handle(ALICE, FIRST, "alice"));
		assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(ALICE), FIRST));
		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(claim_handle(BOB, SECOND, "alice"));
		assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(BOB), SECOND));
		go_to(NOW + 2 * HANDLE_COOLDOWN);
		assert_ok!(Avatars::sweep_handle(RuntimeOrigin::signed(BOB), handle("alice")));

		assert_eq!(free_balances(), before);
	});
}

#[test]
fn no_deposit_of_a_seller_is_stuck_with_the_avatar() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.handle("alice")
		.profile()
		.badges(&[1])
		.offered_to(BOB, 0)
		.execute(|| {
			assert_ok!(accept(BOB, NOW));
			let bob = || RuntimeOrigin::signed(BOB);
			assert_ok!(Avatars::remove_badge(bob(), WORLD, FIRST, 1));
			assert_ok!(Avatars::retire(bob(), FIRST));
			go_to(NOW + HANDLE_COOLDOWN);
			assert_ok!(Avatars::sweep_handle(bob(), handle("alice")));

			assert_eq!(free_balances(), [ENDOWMENT; 5]);
		});
}

#[test]
fn an_offer_of_the_former_owner_does_not_sell_the_new_owners_avatar() {
	Chain::default().avatar(ALICE).offered(PRICE).execute(|| {
		assert_ok!(accept(BOB, NOW));

		assert_noop!(accept(CAROL, NOW), Error::<Test>::NotOffered);
	});
}

#[test]
fn an_avatar_is_not_given_to_a_buyer_who_does_not_pay() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.handle("alice")
		.offered(PRICE)
		.execute(|| {
			let deposits = AVATAR_DEPOSIT + HANDLE_DEPOSIT;
			assert_ok!(Balances::force_set_balance(
				RuntimeOrigin::root(),
				BOB,
				deposits + PRICE - 1
			));

			assert_noop!(accept(BOB, NOW), DispatchError::Token(TokenError::FundsUnavailable));

			assert_eq!(Avatars::avatar(FIRST).map(|it| it.owner), Some(ALICE));
			assert_eq!(Balances::free_balance(BOB), deposits + PRICE - 1);
			assert!(frozen(FIRST));
		});
}

#[test]
fn an_offer_that_is_never_accepted_locks_nothing_for_ever() {
	Chain::default().avatar(ALICE).coins(60).offered_to(CAROL, PRICE).execute(|| {
		go_to(NOW + 10_000_000);

		assert_ok!(Avatars::withdraw_offer(RuntimeOrigin::signed(ALICE), FIRST));
		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 60));
		assert_ok!(Avatars::retire(RuntimeOrigin::signed(ALICE), FIRST));
		assert_eq!(free_balances(), [ENDOWMENT; 5]);
	});
}

#[test]
fn a_world_can_not_keep_an_avatar_from_being_retired() {
	Chain::default().avatar(ALICE).badges(&[1, 2, 3]).execute(|| {
		for badge in [1, 2, 3] {
			let origin = RuntimeOrigin::signed(ALICE);
			assert_ok!(Avatars::remove_badge(origin, WORLD, FIRST, badge));
		}

		assert_ok!(Avatars::retire(RuntimeOrigin::signed(ALICE), FIRST));
	});
}

#[test]
fn a_retired_avatar_leaves_nothing_to_the_next() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.handle("alice")
		.profile()
		.execute(|| {
			assert_ok!(Avatars::retire(RuntimeOrigin::signed(ALICE), FIRST));

			assert_ok!(Avatars::create(RuntimeOrigin::signed(BOB)));

			assert_eq!(Avatars::avatar(FIRST), None);
			let next = AvatarId(1);
			assert!(Avatars::devices(next).is_empty());
			assert!(Avatars::fills(next, 0).is_empty());
			assert_eq!(Avatars::handle(next), None);
			assert_eq!(Avatars::profile(next), None);
		});
}
