// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, ContentDetails, Error, Event, HoldReason, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{ids::AvatarId, land::Site};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// Through the account's own avatar.
fn set(who: AccountId, site: Site, text: &str) -> DispatchResult {
	Land::set_content(signed(who), site, avatar(who), Some(pointer(text)))
}

/// Through the account's own avatar.
fn clear(who: AccountId, site: Site) -> DispatchResult {
	Land::set_content(signed(who), site, avatar(who), None)
}

/// With a parcel of Alice's.
fn owned() -> World {
	World::default().parcels(ALICE, &[(0, 0)])
}

/// With a parcel of Alice's on which she has set something.
fn built() -> World {
	owned().after(|| set(ALICE, site(0, 0), "ipfs://house").expect("it is hers"))
}

#[test]
fn works() {
	owned().execute(|| {
		assert_ok!(set(ALICE, site(0, 0), "ipfs://house"));

		let (pointer, version) = (pointer("ipfs://house"), 0);
		assert_eq!(
			Land::content(site(0, 0)),
			Some(ContentDetails { pointer: pointer.clone(), version, payer: ALICE })
		);
		System::assert_last_event(Event::ContentSet { site: site(0, 0), pointer, version }.into());
	});
}

#[test]
fn every_content_has_a_version_above_all_before() {
	built().parcels(BOB, &[(1, 0)]).execute(|| {
		assert_ok!(set(BOB, site(1, 0), "ipfs://hut"));
		assert_ok!(clear(ALICE, site(0, 0)));
		assert_ok!(set(ALICE, site(0, 0), "ipfs://house"));

		assert_eq!(Land::content(site(1, 0)).map(|it| it.version), Some(1));
		assert_eq!(Land::content(site(0, 0)).map(|it| it.version), Some(2));
	});
}

#[test]
fn works_for_an_estate_and_each_of_its_parcels() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(set(ALICE, estate(0), "ipfs://garden"));
		assert_ok!(set(ALICE, site(1, 0), "ipfs://pond"));

		assert_eq!(Land::content(estate(0)).map(|it| it.pointer), Some(pointer("ipfs://garden")));
		assert_eq!(Land::content(site(1, 0)).map(|it| it.pointer), Some(pointer("ipfs://pond")));
		assert_eq!(held_for(HoldReason::Content, ALICE), 2 * CONTENT_DEPOSIT);
	});
}

#[test]
fn works_for_a_manager() {
	owned().execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, Rights::MANAGE, 9));

		assert_ok!(set(BOB, site(0, 0), "ipfs://shop"));

		assert_eq!(held_for(HoldReason::Content, BOB), CONTENT_DEPOSIT);
	});
}

#[test]
fn works_for_whoever_may_edit_as_long_as_it_may() {
	built().execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, Rights::EDIT, 9));

		assert_ok!(clear(BOB, site(0, 0)));
		assert_ok!(set(BOB, site(0, 0), "ipfs://shop"));

		assert_eq!(held_for(HoldReason::Content, BOB), CONTENT_DEPOSIT);
		run_to(10);
		assert_noop!(set(BOB, site(0, 0), "ipfs://ruin"), Error::<Test>::NotOccupier);
	});
}

#[test]
fn works_for_whoever_may_edit_an_estate_on_each_of_its_parcels() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), estate(0), by, to, Rights::EDIT, 9));

		assert_ok!(set(BOB, site(1, 0), "ipfs://pond"));
	});
}

#[test]
fn is_the_tenants_and_not_the_landlords() {
	owned().lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(set(ALICE, site(0, 0), "ipfs://house"), Error::<Test>::NotOccupier);
		assert_ok!(set(BOB, site(0, 0), "ipfs://shop"));

		run_to(7);
		assert_noop!(set(BOB, site(0, 0), "ipfs://ruin"), Error::<Test>::NotOccupier);
		assert_ok!(set(ALICE, site(0, 0), "ipfs://house"));
	});
}

#[test]
fn holds_one_deposit_however_often_it_is_set() {
	built().execute(|| {
		assert_ok!(set(ALICE, site(0, 0), "ipfs://tower"));

		assert_eq!(held_for(HoldReason::Content, ALICE), CONTENT_DEPOSIT);
	});
}

#[test]
fn gives_the_deposit_of_what_it_replaces_back_to_who_paid_it() {
	built()
		.after(|| sell(site(0, 0), avatar(BOB)).expect("it is free"))
		.execute(|| {
			assert_ok!(set(BOB, site(0, 0), "ipfs://shop"));

			assert_eq!(held_for(HoldReason::Content, ALICE), 0);
			assert_eq!(held_for(HoldReason::Content, BOB), CONTENT_DEPOSIT);
		});
}

#[test]
fn clears_it_and_gives_the_deposit_back() {
	built().execute(|| {
		assert_ok!(clear(ALICE, site(0, 0)));

		assert_eq!(Land::content(site(0, 0)), None);
		assert_eq!(held_for(HoldReason::Content, ALICE), 0);
		System::assert_last_event(Event::ContentCleared { site: site(0, 0) }.into());
	});
}

#[test]
fn the_new_owner_clears_what_the_old_one_paid_for() {
	built()
		.after(|| sell(site(0, 0), avatar(BOB)).expect("it is free"))
		.execute(|| {
			assert_ok!(clear(BOB, site(0, 0)));

			assert_eq!(held_for(HoldReason::Content, ALICE), 0);
			assert_eq!(Balances::free_balance(ALICE), WEALTH);
			assert_eq!(Balances::free_balance(BOB), WEALTH);
		});
}

/// An owner who never does anything must not keep the deposit of who is gone.
#[test]
fn who_paid_for_it_clears_it_though_the_site_is_no_longer_theirs() {
	built()
		.after(|| sell(site(0, 0), avatar(BOB)).expect("it is free"))
		.execute(|| {
			assert_ok!(clear(ALICE, site(0, 0)));

			assert_eq!(Land::content(site(0, 0)), None);
			assert_eq!(held_for(HoldReason::Content, ALICE), 0);
		});
}

#[test]
fn fails_for_an_empty_pointer() {
	built().execute(|| {
		assert_noop!(set(ALICE, site(0, 0), ""), Error::<Test>::EmptyPointer);
	});
}

#[test]
fn fails_to_clear_what_is_not_there() {
	owned().execute(|| {
		assert_noop!(clear(ALICE, site(0, 0)), Error::<Test>::UnknownContent);
	});
}

#[test]
fn fails_for_a_stranger() {
	built().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(set(stranger, site(0, 0), "ipfs://shop"), Error::<Test>::NotOccupier);
			assert_noop!(clear(stranger, site(0, 0)), Error::<Test>::NotOccupier);
		}
	});
}

#[test]
fn fails_for_whoever_may_only_build() {
	built().execute(|| {
		let (by, to, rights) = (avatar(ALICE), avatar(BOB), Rights::ENTER.union(Rights::BUILD));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, rights, 9));

		assert_noop!(set(BOB, site(0, 0), "ipfs://shop"), Error::<Test>::NotOccupier);
		assert_noop!(clear(BOB, site(0, 0)), Error::<Test>::NotOccupier);
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	owned().execute(|| {
		let house = || Some(pointer("ipfs://house"));

		assert_noop!(
			Land::set_content(signed(BOB), site(0, 0), avatar(ALICE), house()),
			DispatchError::Other("not yours")
		);
		assert_noop!(
			Land::set_content(signed(BOB), site(0, 0), AvatarId(10), house()),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(set(ALICE, site(0, 0), "ipfs://house"), Error::<Test>::UnknownParcel);
		assert_noop!(set(ALICE, estate(0), "ipfs://house"), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	owned().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, CONTENT_DEPOSIT));

		assert_noop!(
			set(ALICE, site(0, 0), "ipfs://house"),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	owned().execute(|| {
		let set = Some(pointer("ipfs://house"));

		assert_noop!(
			Land::set_content(RuntimeOrigin::none(), site(0, 0), avatar(ALICE), set),
			DispatchError::BadOrigin
		);
	});
}
