// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, EstateDetails, Event, HoldReason,
	NextEstateId, Right, Title, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, EstateId, WorldId},
	land::Zone,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// Of parcels of the account's avatar.
fn found(who: AccountId, at: &[(i16, i16)]) -> DispatchResult {
	Land::found_estate(signed(who), WORLD, avatar(who), ground(at))
}

/// With three parcels of Alice's in a row.
fn row() -> World {
	World::default().parcels(ALICE, &[(0, 0), (1, 0), (2, 0)])
}

#[test]
fn works() {
	row().execute(|| {
		assert_ok!(found(ALICE, &[(2, 0), (0, 0), (1, 0)]));

		assert_eq!(
			Land::estate(EstateId(0)),
			Some(EstateDetails {
				world: WORLD,
				holding: Holding::new(avatar(ALICE)),
				parcels: 3,
				tenure: 0,
				access: Access::Open,
				payer: ALICE,
			})
		);
		assert_eq!(ground_of(0), [(0, 0), (1, 0), (2, 0)]);
		let (estate, owner) = (EstateId(0), avatar(ALICE));
		System::assert_last_event(
			Event::EstateFounded { estate, world: WORLD, owner, parcels: 3 }.into(),
		);
	});
}

#[test]
fn its_parcels_are_held_by_it() {
	row().execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(1, 0), avatar(ALICE)));
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));

		assert_eq!(
			Land::parcel(parcel(1, 0)).map(|it| it.title),
			Some(Title::PartOf { estate: EstateId(0), version: 1 })
		);
		let lock = Some(Lock::Estate(EstateId(0)));
		assert_eq!(
			Land::holding(parcel(1, 0)),
			Some(Holding { owner: avatar(ALICE), version: 1, lock })
		);
		assert_eq!(Land::holding(parcel(2, 0)), Some(Holding::new(avatar(ALICE))));
	});
}

#[test]
fn holds_a_deposit_of_who_founds_it() {
	row().parcels(BOB, &[(0, 1), (1, 1)]).execute(|| {
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));
		assert_ok!(found(BOB, &[(0, 1), (1, 1)]));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(held_for(HoldReason::Estate, BOB), ESTATE_DEPOSIT);
		assert_eq!(held(OPERATOR), 5 * DEPOSIT);
	});
}

#[test]
fn names_its_owner_once_for_all_parcels() {
	row().execute(|| {
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));

		assert_eq!(avatar_consumers(avatar(ALICE)), 2);
	});
}

#[test]
fn no_id_is_given_twice() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));

		assert_eq!(Land::estate(EstateId(0)), None);
		assert_eq!(ground_of(1), [(0, 0), (1, 0)]);
	});
}

#[test]
fn joins_what_has_different_zones() {
	let world = World::default().parcel(ALICE, (0, 0), Zone::Residential);
	world.parcel(ALICE, (0, 1), Zone::Commercial).execute(|| {
		assert_ok!(found(ALICE, &[(0, 0), (0, 1)]));

		assert_eq!(Land::parcel(parcel(0, 1)).map(|it| it.zone), Some(Zone::Commercial));
	});
}

#[test]
fn is_closed_if_any_of_its_parcels_was() {
	row().execute(|| {
		let invited = Access::Invited;
		assert_ok!(Land::set_access(signed(ALICE), site(1, 0), avatar(ALICE), invited));

		assert_ok!(found(ALICE, &[(0, 0), (1, 0), (2, 0)]));

		assert_eq!(Land::estate(EstateId(0)).map(|it| it.access), Some(invited));
		for x in 0..3 {
			assert!(!Land::may(avatar(BOB), Right::Enter, parcel(x, 0)));
		}
	});
}

/// Its rent would go to whoever buys the estate.
#[test]
fn fails_with_a_lease_that_is_over_and_not_settled() {
	row().lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (1, 0)]), Error::<Test>::Leased);
		run_to(7);
		assert_noop!(found(ALICE, &[(0, 0), (1, 0)]), Error::<Test>::Unsettled);

		assert_ok!(Land::collect_rent(signed(CAROL), site(0, 0)));
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));

		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
	});
}

#[test]
fn an_offer_to_let_a_parcel_is_void_from_then_on() {
	row().lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		assert_ok!(found(ALICE, &[(0, 0), (1, 0)]));
		assert_noop!(
			Land::accept_lease(signed(BOB), site(0, 0), avatar(BOB), 2, terms(), 0),
			Error::<Test>::InEstate
		);
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));

		assert_noop!(
			Land::accept_lease(signed(BOB), site(0, 0), avatar(BOB), 2, terms(), 1),
			Error::<Test>::OfferVoid
		);
		assert_ok!(Land::withdraw_lease_offer(signed(CAROL), site(0, 0)));
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	row().execute(|| {
		let there = || ground(&[(0, 0), (1, 0)]);

		assert_noop!(
			Land::found_estate(signed(BOB), WORLD, avatar(ALICE), there()),
			DispatchError::Other("not yours")
		);
		assert_noop!(
			Land::found_estate(signed(BOB), WORLD, AvatarId(10), there()),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_nothing_is_named() {
	row().execute(|| {
		assert_noop!(found(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	row().execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (0, 0)]), Error::<Test>::NamedTwice);
	});
}

#[test]
fn fails_with_fewer_than_two_parcels() {
	row().execute(|| {
		assert_noop!(found(ALICE, &[(0, 0)]), Error::<Test>::TooFewParcels);
	});
}

#[test]
fn fails_for_an_unknown_parcel() {
	row().execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (0, 1)]), Error::<Test>::UnknownParcel);
		for elsewhere in [OTHER_WORLD, WorldId(8)] {
			assert_noop!(
				Land::found_estate(
					signed(ALICE),
					elsewhere,
					avatar(ALICE),
					ground(&[(0, 0), (1, 0)])
				),
				Error::<Test>::UnknownParcel
			);
		}
	});
}

#[test]
fn fails_with_a_parcel_of_another_avatar() {
	row().parcels(BOB, &[(0, 1)]).execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (0, 1)]), Error::<Test>::NotOwner);
		assert_ok!(Land::transfer(signed(BOB), parcel(0, 1), SECOND));
		assert_noop!(found(ALICE, &[(0, 0), (0, 1)]), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_with_public_land() {
	row().parcel(ALICE, (0, 1), Zone::Plaza).execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (0, 1)]), Error::<Test>::Locked);
	});
}

#[test]
fn fails_with_a_part_of_an_estate() {
	row().estate(ALICE, &[(0, 1), (1, 1)]).execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (0, 1)]), Error::<Test>::InEstate);
	});
}

#[test]
fn fails_when_the_parcels_do_not_hang_together() {
	row().execute(|| {
		assert_noop!(found(ALICE, &[(0, 0), (2, 0)]), Error::<Test>::NotConnected);
	});
}

#[test]
fn fails_when_every_id_was_given_out() {
	row().execute(|| {
		NextEstateId::<Test>::put(EstateId(u32::MAX));

		assert_noop!(found(ALICE, &[(0, 0), (1, 0)]), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	row().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, ESTATE_DEPOSIT));

		assert_noop!(
			found(ALICE, &[(0, 0), (1, 0)]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	row().execute(|| {
		let there = ground(&[(0, 0), (1, 0)]);

		assert_noop!(
			Land::found_estate(RuntimeOrigin::none(), WORLD, avatar(ALICE), there),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_the_number_of_parcels() {
	let weight = |at: &[(i16, i16)]| {
		let (world, owner, parcels) = (WORLD, avatar(ALICE), ground(at));
		let call = crate::Call::<Test>::found_estate { world, owner, parcels };
		call.get_dispatch_info().call_weight
	};

	assert_eq!(weight(&[(0, 0), (1, 0)]), SubstrateWeight::<Test>::found_estate(2));
	assert!(weight(&[(0, 0), (1, 0)]).ref_time() > weight(&[(0, 0)]).ref_time());
}
