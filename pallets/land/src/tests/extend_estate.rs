// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, Event, HoldReason, Title, WeightInfo,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{ids::EstateId, land::Zone};
use sp_runtime::DispatchError;

/// Of the first estate.
fn extend(who: AccountId, at: &[(i16, i16)]) -> DispatchResultWithPostInfo {
	Land::extend_estate(signed(who), EstateId(0), ground(at))
}

/// With an estate of Alice's, and two parcels of hers beside it.
fn grounds() -> World {
	World::default()
		.estate(ALICE, &[(0, 0), (1, 0)])
		.parcels(ALICE, &[(2, 0), (2, 1)])
}

#[test]
fn works() {
	grounds().execute(|| {
		assert_ok!(extend(ALICE, &[(2, 0)]));

		assert_eq!(ground_of(0), [(0, 0), (1, 0), (2, 0)]);
		assert_eq!(Land::estate(EstateId(0)).map(|it| it.parcels), Some(3));
		assert_eq!(
			Land::parcel(parcel(2, 0)).map(|it| it.title),
			Some(Title::PartOf { estate: EstateId(0), version: 0 })
		);
		System::assert_last_event(Event::EstateExtended { estate: EstateId(0), parcels: 3 }.into());
	});
}

#[test]
fn moves_the_version_and_not_the_tenure() {
	grounds().execute(|| {
		assert_ok!(extend(ALICE, &[(2, 0)]));
		assert_ok!(extend(ALICE, &[(2, 1)]));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.holding.version, details.tenure), (2, 0));
	});
}

#[test]
fn a_parcel_may_touch_only_another_that_joins() {
	grounds().execute(|| {
		assert_ok!(extend(ALICE, &[(2, 1), (2, 0)]));

		assert_eq!(ground_of(0), [(0, 0), (1, 0), (2, 0), (2, 1)]);
	});
}

#[test]
fn takes_no_deposit_and_no_longer_names_the_owner_for_each_parcel() {
	grounds().execute(|| {
		assert_ok!(extend(ALICE, &[(2, 0), (2, 1)]));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(avatar_consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn a_lease_that_is_over_is_no_hindrance() {
	grounds().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(7);

		assert_ok!(extend(ALICE, &[(2, 0)]));
	});
}

#[test]
fn nothing_is_opened_by_joining() {
	let close = |there| {
		Land::set_access(signed(ALICE), there, avatar(ALICE), Access::Invited).expect("it is hers");
	};
	for closed in [site(2, 0), estate(0)] {
		grounds().after(move || close(closed)).execute(|| {
			assert_ok!(extend(ALICE, &[(2, 0)]));

			assert_eq!(Land::estate(EstateId(0)).map(|it| it.access), Some(Access::Invited));
		});
	}
}

/// Its rent would go to whoever buys the estate.
#[test]
fn fails_with_a_lease_that_is_over_and_not_settled() {
	grounds().lease(ALICE, site(2, 0), terms(), BOB, 2).execute(|| {
		run_to(7);
		assert_noop!(extend(ALICE, &[(2, 0)]), Error::<Test>::Unsettled);

		assert_ok!(Land::collect_rent(signed(CAROL), site(2, 0)));
		assert_ok!(extend(ALICE, &[(2, 0)]));
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	grounds().execute(|| {
		assert_noop!(
			Land::extend_estate(signed(ALICE), EstateId(1), ground(&[(2, 0)])),
			Error::<Test>::UnknownEstate
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	grounds().parcels(BOB, &[(0, 1)]).execute(|| {
		assert_noop!(extend(BOB, &[(0, 1)]), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_when_the_estate_is_listed() {
	grounds().execute(|| {
		assert_ok!(list(estate(0)));

		assert_noop!(extend(ALICE, &[(2, 0)]), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_the_estate_is_let() {
	grounds().lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		run_to(6);

		assert_noop!(extend(ALICE, &[(2, 0)]), Error::<Test>::Leased);
	});
}

#[test]
fn fails_when_nothing_is_named() {
	grounds().execute(|| {
		assert_noop!(extend(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	grounds().execute(|| {
		assert_noop!(extend(ALICE, &[(2, 0), (2, 0)]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_with_an_unknown_parcel() {
	grounds().execute(|| {
		assert_noop!(extend(ALICE, &[(0, 1)]), Error::<Test>::UnknownParcel);
	});
}

#[test]
fn fails_with_a_parcel_of_another_avatar() {
	grounds().parcels(BOB, &[(0, 1)]).execute(|| {
		assert_noop!(extend(ALICE, &[(0, 1)]), Error::<Test>::NotOwner);
		assert_ok!(Land::transfer(signed(BOB), parcel(0, 1), SECOND));
		assert_noop!(extend(ALICE, &[(0, 1)]), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_with_a_part_of_an_estate() {
	grounds().estate(ALICE, &[(0, 1), (0, 2)]).execute(|| {
		for taken in [(0, 1), (1, 0)] {
			assert_noop!(extend(ALICE, &[taken]), Error::<Test>::InEstate);
		}
	});
}

#[test]
fn fails_with_what_is_listed_or_public() {
	grounds().parcel(ALICE, (0, 1), Zone::Road).execute(|| {
		assert_ok!(list(site(2, 0)));

		for locked in [(2, 0), (0, 1)] {
			assert_noop!(extend(ALICE, &[locked]), Error::<Test>::Locked);
		}
	});
}

#[test]
fn fails_with_what_is_let() {
	grounds().lease(ALICE, site(2, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(extend(ALICE, &[(2, 0)]), Error::<Test>::Leased);
	});
}

#[test]
fn fails_when_it_would_not_hang_together() {
	grounds().execute(|| {
		assert_noop!(extend(ALICE, &[(2, 1)]), Error::<Test>::NotConnected);
	});
}

#[test]
fn fails_when_it_would_have_too_many_parcels() {
	let world = World::default().estate(ALICE, &[(0, -2), (0, -1), (0, 0), (0, 1), (0, 2), (1, 0)]);
	world.parcels(ALICE, &[(2, -2), (2, -1), (2, 0), (2, 1), (2, 2)]).execute(|| {
		assert_noop!(
			extend(ALICE, &[(2, -2), (2, -1), (2, 0), (2, 1), (2, 2)]),
			Error::<Test>::TooManyParcels
		);
		assert_ok!(extend(ALICE, &[(2, -1), (2, 0), (2, 1), (2, 2)]));

		assert_eq!(ground_of(0).len(), 10);
	});
}

#[test]
fn fails_unsigned() {
	grounds().execute(|| {
		assert_noop!(
			Land::extend_estate(RuntimeOrigin::none(), EstateId(0), ground(&[(2, 0)])),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_what_joins_and_by_the_estate_as_it_becomes() {
	grounds().execute(|| {
		let (estate, parcels) = (EstateId(0), ground(&[(2, 0)]));
		let call = crate::Call::<Test>::extend_estate { estate, parcels };
		assert_eq!(
			call.get_dispatch_info().call_weight,
			SubstrateWeight::<Test>::extend_estate(1, MAX_ESTATE_PARCELS)
		);

		let done = extend(ALICE, &[(2, 0)]).expect("it is hers");
		assert_eq!(done.actual_weight, Some(SubstrateWeight::<Test>::extend_estate(1, 3)));
	});
}
