// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Contents, Error, Event, HoldReason, LeaseOffers, Leases, ParcelCount};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::land::Zone;
use sp_runtime::{DispatchError, DispatchResult};

/// With a parcel of Alice's.
fn owned() -> World {
	World::default().parcels(ALICE, &[(0, 0)])
}

/// Of the parcel at the origin.
fn relinquish(who: AccountId) -> DispatchResult {
	Land::relinquish(signed(who), parcel(0, 0))
}

#[test]
fn works() {
	owned().execute(|| {
		assert_ok!(relinquish(ALICE));

		assert_eq!(Land::parcel(parcel(0, 0)), None);
		assert_eq!(Land::holding(parcel(0, 0)), None);
		System::assert_last_event(
			Event::ParcelRelinquished { parcel: parcel(0, 0), owner: avatar(ALICE) }.into(),
		);
	});
}

#[test]
fn gives_the_deposit_back_to_the_operator_who_paid_it() {
	owned().execute(|| {
		assert_ok!(relinquish(ALICE));

		assert_eq!(held(OPERATOR), 0);
		assert_eq!(Balances::free_balance(OPERATOR), WEALTH);
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
	});
}

#[test]
fn gives_the_deposit_back_to_who_took_the_world_over() {
	owned().parcels(ALICE, &[(1, 0)]).execute(|| {
		assert_ok!(hand_over(WORLD, BOB));
		assert_ok!(relinquish(ALICE));

		assert_eq!((held(OPERATOR), held(BOB)), (0, DEPOSIT));
	});
}

#[test]
fn releases_the_avatar_and_with_the_last_parcel_the_world() {
	owned().parcels(ALICE, &[(1, 0)]).execute(|| {
		assert_ok!(relinquish(ALICE));
		assert_eq!(avatar_consumers(avatar(ALICE)), 1);
		assert_eq!(world_consumers(WORLD), 1);

		assert_ok!(Land::relinquish(signed(ALICE), parcel(1, 0)));
		assert_eq!(avatar_consumers(avatar(ALICE)), 0);
		assert_eq!(world_consumers(WORLD), 0);
		assert_eq!(ParcelCount::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_place_can_be_issued_again_and_begins_above_every_version_before() {
	let world = owned().after(|| {
		Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)).expect("it is hers");
	});
	world.execute(|| {
		assert_ok!(relinquish(BOB));
		let parcels = places(Zone::Open, &[(0, 0), (1, 0)]);
		assert_ok!(Land::issue(signed(OPERATOR), WORLD, avatar(ALICE), parcels));

		for at in [parcel(0, 0), parcel(1, 0)] {
			assert_eq!(Land::holding(at).map(|it| it.version), Some(2));
		}
	});
}

#[test]
fn a_younger_one_does_not_lower_the_first_version() {
	owned().parcels(ALICE, &[(1, 0)]).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));
		assert_ok!(relinquish(BOB));
		assert_ok!(Land::relinquish(signed(ALICE), parcel(1, 0)));
		assert_ok!(Land::issue(
			signed(OPERATOR),
			WORLD,
			avatar(BOB),
			places(Zone::Open, &[(1, 0)])
		));

		assert_eq!(Land::holding(parcel(1, 0)).map(|it| it.version), Some(2));
	});
}

#[test]
fn clears_the_content_and_gives_its_deposit_back_to_who_paid_it() {
	let world = owned().after(|| {
		let (by, set) = (avatar(ALICE), Some(pointer("ipfs://house")));
		Land::set_content(signed(ALICE), site(0, 0), by, set).expect("she has it");
		Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)).expect("it is hers");
	});
	world.execute(|| {
		assert_ok!(relinquish(BOB));

		assert_eq!(Contents::<Test>::iter().count(), 0);
		assert_eq!(held_for(HoldReason::Content, ALICE), 0);
		System::assert_has_event(Event::ContentCleared { site: site(0, 0) }.into());
	});
}

#[test]
fn withdraws_the_offer_to_let_it() {
	owned().lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		assert_ok!(relinquish(ALICE));

		assert_eq!(LeaseOffers::<Test>::iter().count(), 0);
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
		System::assert_has_event(Event::LeaseOfferWithdrawn { site: site(0, 0) }.into());
	});
}

#[test]
fn settles_a_lease_that_is_over() {
	owned().lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		run_to(7);

		assert_ok!(relinquish(ALICE));

		assert_eq!(Leases::<Test>::iter().count(), 0);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
	});
}

#[test]
fn works_on_a_road() {
	World::default().parcel(OPERATOR, (0, 0), Zone::Road).execute(|| {
		assert_ok!(relinquish(OPERATOR));

		assert_eq!(held(OPERATOR), 0);
	});
}

#[test]
fn works_in_a_suspended_world() {
	owned().after(|| suspend(WORLD)).execute(|| {
		assert_ok!(relinquish(ALICE));
	});
}

#[test]
fn fails_for_an_unknown_parcel() {
	World::default().execute(|| {
		assert_noop!(relinquish(ALICE), Error::<Test>::UnknownParcel);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(relinquish(ALICE), Error::<Test>::InEstate);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	owned().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(relinquish(stranger), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_when_it_is_listed() {
	owned().execute(|| {
		assert_ok!(list(site(0, 0)));

		assert_noop!(relinquish(ALICE), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_it_is_let() {
	owned().lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		run_to(6);

		assert_noop!(relinquish(ALICE), Error::<Test>::Leased);
	});
}

#[test]
fn fails_unsigned() {
	owned().execute(|| {
		assert_noop!(
			Land::relinquish(RuntimeOrigin::none(), parcel(0, 0)),
			DispatchError::BadOrigin
		);
	});
}
