// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, HoldReason, Rights, Title, WeightInfo,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{asset::Holding, ids::EstateId};
use sp_runtime::DispatchError;

/// Of the first estate.
fn dissolve(who: AccountId) -> DispatchResultWithPostInfo {
	Land::dissolve_estate(signed(who), EstateId(0))
}

/// With an estate of Alice's.
fn owned() -> World {
	World::default().estate(ALICE, &[(0, 0), (1, 0), (1, 1)])
}

#[test]
fn works() {
	owned().execute(|| {
		assert_ok!(dissolve(ALICE));

		assert_eq!(Land::estate(EstateId(0)), None);
		assert_eq!(Land::estate_holding(EstateId(0)), None);
		assert!(ground_of(0).is_empty());
		System::assert_last_event(Event::EstateDissolved { estate: EstateId(0) }.into());
	});
}

#[test]
fn its_parcels_are_held_on_their_own_with_other_versions() {
	owned().execute(|| {
		assert_ok!(dissolve(ALICE));

		let holding = Holding { owner: avatar(ALICE), version: 1, lock: None };
		for at in [parcel(0, 0), parcel(1, 0), parcel(1, 1)] {
			assert_eq!(Land::parcel(at).map(|it| it.title), Some(Title::Own(holding)));
		}
		assert_eq!(avatar_consumers(avatar(ALICE)), 3);
	});
}

#[test]
fn its_parcels_belong_to_who_owns_it_by_then() {
	owned().after(|| sell(estate(0), avatar(BOB)).expect("it is free")).execute(|| {
		assert_ok!(dissolve(BOB));

		assert_eq!(Land::owner_of(site(1, 1)), Some(avatar(BOB)));
		assert_eq!(avatar_consumers(avatar(ALICE)), 0);
	});
}

#[test]
fn gives_the_deposit_back_to_who_founded_it() {
	owned().after(|| sell(estate(0), avatar(BOB)).expect("it is free")).execute(|| {
		assert_ok!(dissolve(BOB));

		assert_eq!(held_for(HoldReason::Estate, ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), WEALTH);
		assert_eq!(Balances::free_balance(BOB), WEALTH);
	});
}

#[test]
fn clears_what_hangs_on_it() {
	let world = owned().lease_offer(ALICE, estate(0), terms()).after(|| {
		let (by, set) = (avatar(ALICE), Some(pointer("ipfs://house")));
		Land::set_content(signed(ALICE), estate(0), by, set).expect("it is hers");
	});
	world.execute(|| {
		assert_ok!(dissolve(ALICE));

		assert_eq!((Land::content(estate(0)), Land::lease_offer(estate(0))), (None, None));
		assert_eq!(held_for(HoldReason::Content, ALICE), 0);
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
		System::assert_has_event(Event::ContentCleared { site: estate(0) }.into());
		System::assert_has_event(Event::LeaseOfferWithdrawn { site: estate(0) }.into());
	});
}

#[test]
fn settles_a_lease_that_is_over() {
	owned().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(7);

		assert_ok!(dissolve(ALICE));

		assert_eq!(Land::lease(estate(0)), None);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
	});
}

#[test]
fn leaves_standings_that_anyone_may_remove() {
	owned().execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		assert_ok!(Land::grant(signed(ALICE), estate(0), by, to, Rights::ALL, 99));
		assert_ok!(dissolve(ALICE));
		assert_eq!(held_for(HoldReason::Standing, ALICE), STANDING_DEPOSIT);

		assert_ok!(Land::remove_standing(signed(CAROL), estate(0), to, None));

		assert_eq!(held_for(HoldReason::Standing, ALICE), 0);
	});
}

#[test]
fn a_large_one_is_reduced_first() {
	let world = World::default().estate(ALICE, &[(-2, 0), (-1, 0), (0, 0), (1, 0), (2, 0)]);
	world.parcels(ALICE, &[(0, 1), (0, 2)]).execute(|| {
		let more = || ground(&[(0, 1), (0, 2)]);
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(0), more()));

		assert_noop!(dissolve(ALICE), Error::<Test>::TooManyParcels);
		assert!(!reads_a_ground(|| dissolve(ALICE), Error::<Test>::TooManyParcels));
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(0), more()));
		assert_ok!(dissolve(ALICE));
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	World::default().execute(|| {
		assert_noop!(dissolve(ALICE), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	owned().execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(dissolve(stranger), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_when_it_is_listed() {
	owned().execute(|| {
		assert_ok!(list(estate(0)));

		assert_noop!(dissolve(ALICE), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_it_is_let() {
	owned().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(6);

		assert_noop!(dissolve(ALICE), Error::<Test>::Leased);
	});
}

#[test]
fn fails_unsigned() {
	owned().execute(|| {
		assert_noop!(
			Land::dissolve_estate(RuntimeOrigin::none(), EstateId(0)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_the_number_of_parcels() {
	owned().execute(|| {
		let call = crate::Call::<Test>::dissolve_estate { estate: EstateId(0) };
		assert_eq!(
			call.get_dispatch_info().call_weight,
			SubstrateWeight::<Test>::dissolve_estate(MAX_PARCELS)
		);

		let done = dissolve(ALICE).expect("it is hers");
		assert_eq!(done.actual_weight, Some(SubstrateWeight::<Test>::dissolve_estate(3)));
	});
}
