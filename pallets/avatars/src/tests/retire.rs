// SPDX-License-Identifier: Apache-2.0
use crate::{
	handle::canonical, mock::*, weights::SubstrateWeight, DeviceLabels, Error, Event, Fills,
	HandleDetails, Handles, HoldReason, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::AvatarId, traits};
use sp_runtime::{DispatchError, DispatchResult};

fn retire(who: AccountId, avatar: AvatarId) -> DispatchResult {
	Avatars::retire(RuntimeOrigin::signed(who), avatar)
}

#[test]
fn works() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_eq!(Avatars::avatar(FIRST), None);
		assert_eq!(Avatars::purse(FIRST), None);
		System::assert_last_event(Event::<Test>::AvatarRetired { avatar: FIRST }.into());
	});
}

#[test]
fn takes_the_profile_and_the_device_keys_with_it() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).profile().execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_eq!(Avatars::profile(FIRST), None);
		assert!(Avatars::devices(FIRST).is_empty());
		assert_eq!(DeviceLabels::<Test>::iter().count(), 0);
		for lane in 0..=7 {
			assert_eq!(Avatars::signer(FIRST, lane), None);
		}
	});
}

#[test]
fn takes_what_is_left_of_its_orders_with_it() {
	Chain::default().avatar(ALICE).devices(&[1, 7]).filled(&[0, 1, 7]).execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_eq!(Fills::<Test>::iter().count(), 0);
	});
}

#[test]
fn gives_every_deposit_back() {
	Chain::default().avatar(ALICE).devices(&[1, 2, 3]).profile().execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT);
		assert_eq!(Balances::reserved_balance(ALICE), 0);
	});
}

#[test]
fn releases_the_handle() {
	Chain::default().avatar(ALICE).handle("Alice").execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_eq!(Avatars::handle(FIRST), None);
		assert_eq!(Avatars::avatar_by_handle(handle("Alice")), None);
		assert_eq!(
			Handles::<Test>::get(canonical(&handle("Alice"))),
			Some(HandleDetails { avatar: FIRST, released_at: Some(NOW), payer: ALICE })
		);
		System::assert_has_event(
			Event::<Test>::HandleReleased { avatar: FIRST, handle: handle("Alice") }.into(),
		);
		System::assert_last_event(Event::<Test>::AvatarRetired { avatar: FIRST }.into());
	});
}

#[test]
fn the_deposit_of_the_handle_comes_back_when_it_is_swept() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		assert_ok!(retire(ALICE, FIRST));
		assert_eq!(Balances::reserved_balance(ALICE), HANDLE_DEPOSIT);

		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(Avatars::sweep_handle(RuntimeOrigin::signed(ALICE), handle("alice")));

		assert_eq!(Balances::free_balance(ALICE), ENDOWMENT);
	});
}

#[test]
fn the_handle_of_a_retired_avatar_cools_off_too() {
	Chain::default().avatar(ALICE).handle("alice").avatar(BOB).execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		assert_noop!(claim_handle(BOB, SECOND, "alice"), Error::<Test>::HandleCooling);
		go_to(NOW + HANDLE_COOLDOWN);
		assert_ok!(claim_handle(BOB, SECOND, "alice"));
		assert_eq!(held(HoldReason::Handle, &ALICE), 0);
	});
}

#[test]
fn works_after_a_handle_was_released() {
	Chain::default().avatar(ALICE).handle("alice").execute(|| {
		assert_ok!(Avatars::release_handle(RuntimeOrigin::signed(ALICE), FIRST));

		assert_ok!(retire(ALICE, FIRST));
	});
}

#[test]
fn leaves_other_avatars_alone() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.coins(40)
		.handle("alice")
		.profile()
		.execute(|| {
			assert_ok!(retire(ALICE, FIRST));

			assert_eq!(Avatars::devices(SECOND), [(1, device(1))]);
			assert_eq!([0, 1].map(|lane| Avatars::fills(SECOND, lane).len()), [1, 1]);
			assert_eq!(coins(SECOND), 40);
			assert_eq!(Avatars::handle(SECOND), Some(handle("alice")));
			assert_eq!(Avatars::profile(SECOND), Some(pointer()));
		});
}

#[test]
fn fails_with_coins_in_the_purse() {
	Chain::default().avatar(ALICE).coins(1).execute(|| {
		assert_noop!(retire(ALICE, FIRST), Error::<Test>::NotEmpty);

		assert_ok!(Avatars::withdraw(RuntimeOrigin::signed(ALICE), FIRST, 1));
		assert_ok!(retire(ALICE, FIRST));
	});
}

#[test]
fn fails_while_a_record_names_it() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(<Avatars as traits::Avatars<AccountId>>::retain(FIRST, 2));
		assert_noop!(retire(ALICE, FIRST), Error::<Test>::InUse);

		<Avatars as traits::Avatars<AccountId>>::release(FIRST, 1);
		assert_noop!(retire(ALICE, FIRST), Error::<Test>::InUse);

		<Avatars as traits::Avatars<AccountId>>::release(FIRST, 1);
		assert_ok!(retire(ALICE, FIRST));
	});
}

#[test]
fn fails_while_it_has_badges_which_its_owner_can_remove() {
	Chain::default().avatar(ALICE).badges(&[1]).execute(|| {
		assert_noop!(retire(ALICE, FIRST), Error::<Test>::InUse);

		assert_ok!(Avatars::remove_badge(RuntimeOrigin::signed(ALICE), WORLD, FIRST, 1));
		assert_ok!(retire(ALICE, FIRST));
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	Chain::default().avatar(ALICE).offered(1).execute(|| {
		assert_noop!(retire(ALICE, FIRST), Error::<Test>::Offered);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().avatar(ALICE).avatar(BOB).execute(|| {
		assert_noop!(retire(BOB, FIRST), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_ok!(retire(ALICE, FIRST));

		for avatar in [FIRST, NOBODY] {
			assert_noop!(retire(ALICE, avatar), Error::<Test>::UnknownAvatar);
		}
	});
}

#[test]
fn fails_without_an_account() {
	Chain::default().avatar(ALICE).execute(|| {
		assert_noop!(Avatars::retire(RuntimeOrigin::root(), FIRST), DispatchError::BadOrigin);
	});
}

#[test]
fn weighs_as_every_device_slot_together() {
	let call = crate::Call::<Test>::retire { avatar: FIRST };
	let weight = call.get_dispatch_info().call_weight;

	assert_eq!(weight, SubstrateWeight::<Test>::retire());
	assert!(weight.ref_time() > SubstrateWeight::<Test>::revoke_all_devices().ref_time());
}
