// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, LeaseOffer, LeaseTerms};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{asset::Holding, chain::Balance, ids::AvatarId, land::Zone};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));

		assert_eq!(
			Land::lease_offer(site(0, 0)),
			Some(LeaseOffer { terms: terms(), tenure: 0, payer: ALICE })
		);
		System::assert_last_event(Event::LeaseOffered { site: site(0, 0), terms: terms() }.into());
	});
}

#[test]
fn works_for_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), estate(0), terms()));

		assert!(Land::lease_offer(estate(0)).is_some());
	});
}

#[test]
fn holds_a_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));

		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), LEASE_OFFER_DEPOSIT);
	});
}

#[test]
fn takes_no_coins() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));

		assert_eq!(coins(avatar(ALICE)), WEALTH);
	});
}

#[test]
fn replaces_the_offer_before() {
	let offered = World::default().parcels(ALICE, &[(0, 0)]);
	offered.lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		let dearer = LeaseTerms { price: 11, ..terms() };
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), dearer));

		assert_eq!(Land::lease_offer(site(0, 0)).map(|it| it.terms), Some(dearer));
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), LEASE_OFFER_DEPOSIT);
	});
}

#[test]
fn gives_the_deposit_of_an_owner_before_back() {
	let offered = World::default().parcels(ALICE, &[(0, 0)]);
	offered.lease_offer(ALICE, site(0, 0), terms()).execute(|| {
		assert_ok!(Land::transfer(signed(ALICE), parcel(0, 0), avatar(BOB)));
		assert_ok!(Land::offer_lease(signed(BOB), site(0, 0), terms()));

		assert_eq!(Balances::free_balance(ALICE), WEALTH);
		assert_eq!(held_for(HoldReason::LeaseOffer, BOB), LEASE_OFFER_DEPOSIT);
	});
}

#[test]
fn works_while_the_site_is_let() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		assert_ok!(Land::offer_lease(signed(ALICE), site(0, 0), terms()));
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 2).execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				Land::offer_lease(signed(stranger), site(0, 0), terms()),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(
			Land::offer_lease(signed(ALICE), site(0, 0), terms()),
			Error::<Test>::UnknownParcel
		);
		assert_noop!(
			Land::offer_lease(signed(ALICE), estate(0), terms()),
			Error::<Test>::UnknownEstate
		);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(
			Land::offer_lease(signed(ALICE), site(0, 0), terms()),
			Error::<Test>::InEstate
		);
	});
}

#[test]
fn fails_on_a_road() {
	World::default().parcel(ALICE, (0, 0), Zone::Road).execute(|| {
		assert_noop!(
			Land::offer_lease(signed(ALICE), site(0, 0), terms()),
			Error::<Test>::PublicLand
		);
	});
}

#[test]
fn fails_when_the_parcel_is_listed() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let holding = Holding { lock: Some(LISTED), ..Holding::new(avatar(ALICE)) };
		Land::set_holding(parcel(0, 0), holding);

		assert_noop!(Land::offer_lease(signed(ALICE), site(0, 0), terms()), Error::<Test>::Locked);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let terms = LeaseTerms { tenant: Some(AvatarId(10)), ..terms() };

		assert_noop!(
			Land::offer_lease(signed(ALICE), site(0, 0), terms),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_on_terms_without_sense() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		for terms in [
			LeaseTerms { period: 0, ..terms() },
			LeaseTerms { least: 0, ..terms() },
			LeaseTerms { least: 6, ..terms() },
			LeaseTerms { most: u32::MAX, ..terms() },
			LeaseTerms { price: Balance::MAX, ..terms() },
			LeaseTerms { deposit: Balance::MAX, ..terms() },
		] {
			assert_noop!(
				Land::offer_lease(signed(ALICE), site(0, 0), terms),
				Error::<Test>::InvalidTerms
			);
		}
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let too_little = LEASE_OFFER_DEPOSIT - 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, too_little));

		assert_noop!(
			Land::offer_lease(signed(ALICE), site(0, 0), terms()),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::offer_lease(RuntimeOrigin::none(), site(0, 0), terms()),
			DispatchError::BadOrigin
		);
	});
}
