// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Lease, LeaseTerms, NextLeaseId, Right, Rights};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Holding,
	ids::{EstateId, LeaseId},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// With a parcel that Alice offers to let on these terms.
fn offered(terms: LeaseTerms) -> World {
	let world = World::default().parcels(ALICE, &[(0, 0)]);
	world.lease_offer(ALICE, site(0, 0), terms)
}

/// The account's avatar leases the parcel as it was issued.
fn accept(who: AccountId, periods: u32, terms: LeaseTerms) -> DispatchResult {
	Land::accept_lease(signed(who), site(0, 0), avatar(who), periods, terms, 0)
}

#[test]
fn works() {
	offered(terms()).execute(|| {
		assert_ok!(accept(BOB, 3, terms()));

		assert_eq!(
			Land::lease(site(0, 0)),
			Some(Lease {
				id: LeaseId(0),
				tenant: avatar(BOB),
				terms: terms(),
				start: 1,
				end: 10,
				paid: 30,
				collected: 0,
				deposit: 8,
				ending: false,
				payer: BOB,
			})
		);
		assert_eq!(Land::occupier(site(0, 0)), Some(avatar(BOB)));
		assert_eq!(Land::owner_of(site(0, 0)), Some(avatar(ALICE)));
		System::assert_last_event(
			Event::LeaseAccepted {
				site: site(0, 0),
				lease: LeaseId(0),
				tenant: avatar(BOB),
				end: 10,
			}
			.into(),
		);
	});
}

#[test]
fn works_for_an_estate() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		assert_eq!(Land::occupier(estate(0)), Some(avatar(BOB)));
		assert_eq!(Land::occupier(site(1, 0)), Some(avatar(BOB)));
	});
}

#[test]
fn sets_rent_and_deposit_aside() {
	offered(terms()).execute(|| {
		assert_ok!(accept(BOB, 3, terms()));

		assert_eq!(coins(avatar(BOB)), WEALTH - 38);
		assert_eq!(set_aside(), 38);
		assert_eq!(coins(avatar(ALICE)), WEALTH);
	});
}

#[test]
fn holds_a_deposit_of_the_tenant_and_gives_the_offers_back() {
	offered(terms()).execute(|| {
		assert_ok!(accept(BOB, 3, terms()));

		assert_eq!(held_for(HoldReason::Lease, BOB), LEASE_DEPOSIT);
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), 0);
		assert_eq!(Land::lease_offer(site(0, 0)), None);
	});
}

#[test]
fn kills_orders_signed_for_the_site_while_it_was_vacant() {
	offered(terms()).execute(|| {
		assert_ok!(accept(BOB, 3, terms()));

		let holding = Land::holding(parcel(0, 0)).expect("it was issued");
		assert_eq!(holding, Holding { owner: avatar(ALICE), version: 1, lock: None });
	});
}

#[test]
fn what_the_owner_granted_is_void_for_good() {
	let world = offered(terms()).estate(ALICE, &[(1, 0), (2, 0)]);
	world.lease_offer(ALICE, estate(0), terms()).execute(|| {
		for site in [site(0, 0), estate(0)] {
			let (by, to) = (avatar(ALICE), avatar(CAROL));
			assert_ok!(Land::grant(signed(ALICE), site, by, to, Rights::BUILD, 99));
			assert_ok!(Land::ban(signed(ALICE), site, by, avatar(OPERATOR), 99));
			let tenant = avatar(BOB);
			assert_ok!(Land::accept_lease(signed(BOB), site, tenant, 2, terms(), 0));
		}
		let void = || {
			[parcel(0, 0), parcel(1, 0)].into_iter().all(|at| {
				!Land::may(avatar(CAROL), Right::Build, at)
					&& Land::may(avatar(OPERATOR), Right::Enter, at)
			})
		};

		assert!(void());
		run_to(7);
		assert_eq!(Land::occupier(estate(0)), Some(avatar(ALICE)));
		assert!(void());
	});
}

#[test]
fn moves_the_version_of_an_estate_and_its_tenure_alike() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.lease(ALICE, estate(0), terms(), BOB, 2).execute(|| {
		let details = Land::estate(EstateId(0)).expect("it was founded");

		assert_eq!((details.holding.version, details.tenure), (1, 1));
	});
}

#[test]
fn works_where_nothing_is_asked() {
	let free = LeaseTerms { price: 0, deposit: 0, ..terms() };

	offered(free).execute(|| {
		assert_ok!(accept(BOB, 2, free));

		assert_eq!(set_aside(), 0);
	});
}

#[test]
fn works_for_the_avatar_that_is_named() {
	let to_bob = LeaseTerms { tenant: Some(avatar(BOB)), ..terms() };

	offered(to_bob).execute(|| {
		assert_noop!(accept(CAROL, 2, to_bob), Error::<Test>::WrongTenant);
		assert_ok!(accept(BOB, 2, to_bob));
	});
}

#[test]
fn settles_the_lease_before() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));
		run_to(7);

		let tenant = avatar(CAROL);
		assert_ok!(Land::accept_lease(signed(CAROL), site(0, 0), tenant, 2, terms(), 1));

		assert_eq!(Land::lease(site(0, 0)).map(|it| it.id), Some(LeaseId(1)));
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
		assert_eq!(Balances::free_balance(BOB), WEALTH);
		System::assert_has_event(
			Event::LeaseSettled { site: site(0, 0), lease: LeaseId(0) }.into(),
		);
	});
}

/// Elsewhere the result of the reservation is dropped, and land is let for nothing.
#[test]
fn an_unfunded_lease_is_not_accepted() {
	let dear = LeaseTerms { price: WEALTH / 2, ..terms() };

	offered(dear).execute(|| {
		assert_noop!(accept(BOB, 2, dear), DispatchError::Other("too few coins"));

		assert_eq!(Land::occupier(site(0, 0)), Some(avatar(ALICE)));
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	let parcels = offered(terms()).parcels(ALICE, &[(1, 0)]);
	parcels.execute(|| {
		let both = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both));

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::InEstate);
	});
}

#[test]
fn an_offer_from_before_an_estate_does_not_rise_again_after_it() {
	let parcels = offered(terms()).parcels(ALICE, &[(1, 0)]);
	parcels.execute(|| {
		let both = ground(&[(0, 0), (1, 0)]);
		assert_ok!(Land::found_estate(signed(ALICE), WORLD, avatar(ALICE), both));
		assert_ok!(Land::dissolve_estate(signed(ALICE), EstateId(0)));

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::OfferVoid);
	});
}

#[test]
fn an_offer_from_before_the_sale_of_the_owners_avatar_is_dead() {
	offered(terms()).execute(|| {
		sell_avatar(avatar(ALICE), CAROL);

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::OfferVoid);
	});
}

#[test]
fn an_offer_of_an_owner_before_is_dead() {
	offered(terms()).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(CAROL)));

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::OfferVoid);
	});
}

#[test]
fn the_terms_do_not_change_under_the_tenant() {
	offered(terms()).execute(|| {
		let dearer = LeaseTerms { price: 11, ..terms() };
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), dearer));

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::TermsDiffer);
	});
}

#[test]
fn the_site_does_not_shrink_under_the_tenant() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0), (2, 0)]);
	world.lease_offer(ALICE, estate(0), terms()).execute(|| {
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(0), ground(&[(2, 0)])));

		let accept =
			|version| Land::accept_lease(signed(BOB), estate(0), avatar(BOB), 2, terms(), version);
		assert_noop!(accept(0), Error::<Test>::Moved);
		assert_ok!(accept(1));
	});
}

#[test]
fn fails_while_another_lease_is_in_force() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));
		run_to(6);

		let tenant = avatar(CAROL);
		assert_noop!(
			Land::accept_lease(signed(CAROL), site(0, 0), tenant, 2, terms(), 1),
			Error::<Test>::Leased
		);
	});
}

#[test]
fn fails_when_the_parcel_is_listed() {
	offered(terms()).execute(|| {
		let holding = Holding { lock: Some(LISTED), ..Holding::new(avatar(ALICE)) };
		Land::set_holding(parcel(0, 0), holding);

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::Locked);
	});
}

/// Whoever buys the avatar has seen its land vacant.
#[test]
fn a_seller_does_not_let_the_land_of_an_avatar_it_offers() {
	offered(terms()).execute(|| {
		offer(avatar(ALICE));

		assert_noop!(accept(BOB, 2, terms()), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_for_fewer_or_more_periods_than_agreed() {
	offered(terms()).execute(|| {
		for periods in [0, 1, 6, u32::MAX] {
			assert_noop!(accept(BOB, periods, terms()), Error::<Test>::InvalidPeriods);
		}
		assert_ok!(accept(BOB, 5, terms()));
	});
}

#[test]
fn fails_when_it_would_outlast_the_chain() {
	offered(terms()).execute(|| {
		run_to(u32::MAX - 3);

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::InvalidTerms);
	});
}

#[test]
fn fails_when_no_id_is_left() {
	offered(terms()).execute(|| {
		NextLeaseId::<Test>::put(LeaseId(u32::MAX));

		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_offer() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::UnknownLeaseOffer);
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(accept(BOB, 2, terms()), Error::<Test>::UnknownParcel);
	});
}

#[test]
fn fails_for_someone_elses_avatar() {
	offered(terms()).execute(|| {
		assert_noop!(
			Land::accept_lease(signed(CAROL), site(0, 0), avatar(BOB), 2, terms(), 0),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	offered(terms()).execute(|| {
		let too_little = LEASE_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, too_little));

		assert_noop!(accept(BOB, 2, terms()), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn fails_unsigned() {
	offered(terms()).execute(|| {
		assert_noop!(
			Land::accept_lease(RuntimeOrigin::none(), site(0, 0), avatar(BOB), 2, terms(), 0),
			DispatchError::BadOrigin
		);
	});
}
