// SPDX-License-Identifier: Apache-2.0
//! Land that is let: paid ahead, ended by either side or by time alone, and paid back exactly.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::BlockNumber,
	ids::{AvatarId, LeaseId},
	land::Site,
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{LeaseDeposit, LeaseOfferDeposit},
	constants::{SWEEP_REWARD, UNIT},
	Land,
};
use freehold_tests::{
	chain::{free, held, Chain},
	keyring::{BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{accept, aside, found, issue, may, plot, version, ESTATE, TERMS},
	market::{buy, list, ORDER},
	names::*,
	stage::*,
};
use pallet_land::{HoldReason as ForLand, LeaseTerms, Rights};

/// Charlie's.
const HOME: Site = plot(0, 0);

const ALL: [bool; 4] = [true; 4];
const VISIT: [bool; 4] = [true, false, false, false];

fn offer(site: Site, terms: LeaseTerms) -> LandCall {
	LandCall::offer_lease { site, terms }
}

fn end(site: Site) -> LandCall {
	LandCall::end_lease { site }
}

fn collect(site: Site) -> LandCall {
	LandCall::collect_rent { site }
}

/// What is in the purses of Charlie, Eve and Dave, beside what they had at first.
fn gains() -> [i128; 3] {
	[CHARLIES, EVES, DAVES].map(|who| purse(who) as i128 - COINS as i128)
}

fn fhd(gains: [i128; 3]) -> [i128; 3] {
	gains.map(|it| it * UNIT as i128)
}

/// Eve has leased Charlie's home from him for so many periods, from the block returned.
fn let_home(chain: &Chain, terms: LeaseTerms, periods: u32) -> BlockNumber {
	chain.must(CHARLIE, offer(HOME, terms));
	chain.must(EVE, accept(HOME, EVES, periods));
	chain.now()
}

fn occupier() -> Option<AvatarId> {
	Land::occupier(HOME)
}

#[test]
fn a_tenant_pays_ahead_and_has_the_site_to_its_end_without_a_transaction() {
	Chain::run(|chain| {
		Stage::set(chain);
		let start = let_home(chain, TERMS, 3);
		let end = start + 30;
		chain.saw(LandEvent::LeaseAccepted { site: HOME, lease: LeaseId(0), tenant: EVES, end });
		assert_eq!((gains(), aside()), (fhd([0, -37, 0]), 37 * UNIT));
		assert_eq!((may(EVES, 0, 0), may(CHARLIES, 0, 0)), (ALL, VISIT));
		chain.refuses(DAVE, collect(HOME), LandError::NothingDue);

		chain.wait(29);
		assert_eq!(occupier(), Some(EVES));
		chain.next_block();
		assert_eq!((may(EVES, 0, 0), may(CHARLIES, 0, 0)), (VISIT, ALL));
		assert_eq!(occupier(), Some(CHARLIES));

		// Whoever wants to settles it.
		assert_eq!(Land::rent_due(HOME), 30 * UNIT);
		chain.must(FERDIE, collect(HOME));
		chain.saw(LandEvent::LeaseSettled { site: HOME, lease: LeaseId(0) });
		assert_eq!((gains(), aside()), (fhd([30, -30, 0]), 0));
		assert_eq!(Land::lease(HOME), None);
	});
}

#[test]
fn rent_streams_and_is_exact_to_the_last_coin() {
	Chain::run(|chain| {
		Stage::set(chain);
		let terms = LeaseTerms { price: 10, period: 3, deposit: 0, notice: 0, ..TERMS };
		let_home(chain, terms, 5);
		let collected = |blocks| {
			chain.wait(blocks);
			chain.must(FERDIE, collect(HOME));
			gains()[0]
		};

		assert_eq!([1, 1, 2, 3, 7].map(collected), [3, 6, 13, 23, 46]);
		assert_eq!(collected(9), 50, "five periods, and nothing after them");
		assert_eq!((gains(), aside()), ([50, -50, 0], 0));
	});
}

#[test]
fn a_site_is_sold_with_the_tenant_in_place_and_the_rent_goes_with_the_title() {
	Chain::run(|chain| {
		Stage::set(chain);
		let asset = UniqueId::Parcel(parcel(0, 0));
		let_home(chain, TERMS, 3);
		chain.wait(10);
		chain.must(FERDIE, collect(HOME));
		assert_eq!(gains(), fhd([10, -37, 0]));

		chain.must(CHARLIE, list(CHARLIES, asset, 40 * UNIT));
		chain.must(DAVE, buy(ORDER, DAVES, 40 * UNIT));

		// A fortieth of the price is the world's.
		assert_eq!(gains(), fhd([49, -37, -40]));
		assert_eq!(may(EVES, 0, 0), ALL);
		assert_eq!([CHARLIES, DAVES].map(|who| may(who, 0, 0)), [VISIT, VISIT]);
		chain.wait(20);
		assert_eq!(may(DAVES, 0, 0), ALL);
		chain.must(FERDIE, collect(HOME));
		assert_eq!((gains(), aside()), (fhd([49, -30, -20]), 0));
	});
}

#[test]
fn a_tenant_who_stayed_long_enough_leaves_with_the_rest_and_the_deposit() {
	Chain::run(|chain| {
		Stage::set(chain);
		let start = let_home(chain, TERMS, 6);
		chain.wait(22);

		chain.must(EVE, end(HOME));

		let (site, lease) = (HOME, LeaseId(0));
		chain.saw(LandEvent::LeaseEnded { site, lease, end: start + 27 });
		// 33 blocks were paid for beyond it.
		assert_eq!(gains(), fhd([0, 33 - 67, 0]));
		chain.refuses(EVE, LandCall::extend_lease { site, periods: 1 }, LandError::Ending);
		chain.refuses(EVE, end(HOME), LandError::EndsAlready);
		chain.wait(4);
		assert_eq!(occupier(), Some(EVES));
		chain.next_block();
		assert_eq!(occupier(), Some(CHARLIES));
		chain.must(FERDIE, collect(HOME));
		assert_eq!((gains(), aside()), (fhd([27, -27, 0]), 0));
	});
}

#[test]
fn a_tenant_who_leaves_too_early_loses_the_deposit_and_no_more() {
	Chain::run(|chain| {
		Stage::set(chain);
		let_home(chain, TERMS, 6);
		chain.wait(3);

		chain.must(EVE, end(HOME));

		assert_eq!(gains(), fhd([7, 52 - 67, 0]));
		chain.wait(5);
		chain.must(FERDIE, collect(HOME));
		assert_eq!((gains(), aside()), (fhd([7 + 8, -7 - 8, 0]), 0));
	});
}

#[test]
fn an_owner_ends_a_lease_after_the_least_periods_and_pays_back_the_rest() {
	Chain::run(|chain| {
		Stage::set(chain);
		let start = let_home(chain, TERMS, 6);
		chain.wait(3);
		chain.refuses(DAVE, end(HOME), LandError::NotParty);

		chain.must(CHARLIE, end(HOME));

		let (site, lease) = (HOME, LeaseId(0));
		chain.saw(LandEvent::LeaseEnded { site, lease, end: start + 20 });
		assert_eq!(gains(), fhd([0, 40 - 67, 0]));
		chain.refuses(CHARLIE, end(HOME), LandError::EndsAlready);
		// The tenant may leave before that: at the price of the deposit.
		chain.must(EVE, end(HOME));
		assert_eq!(gains(), fhd([7, 52 - 67, 0]));
		chain.wait(5);
		chain.must(FERDIE, collect(HOME));
		assert_eq!((gains(), aside()), (fhd([15, -15, 0]), 0));
	});
}

#[test]
fn a_lease_is_extended_up_to_the_most_periods() {
	Chain::run(|chain| {
		Stage::set(chain);
		let start = let_home(chain, TERMS, 2);
		let extend = |periods| LandCall::extend_lease { site: HOME, periods };

		chain.refuses(EVE, extend(5), LandError::InvalidPeriods);
		chain.must(EVE, extend(4));

		assert_eq!(Land::lease(HOME).map(|it| it.end), Some(start + 60));
		assert_eq!(gains(), fhd([0, -67, 0]));
		chain.refuses(EVE, extend(1), LandError::InvalidPeriods);
		chain.refuses(CHARLIE, extend(1), AvatarsError::NotOwner);
	});
}

#[test]
fn a_lease_is_passed_on_if_its_terms_say_so() {
	Chain::run(|chain| {
		Stage::set(chain);
		let assign = LandCall::assign_lease { site: HOME, to: DAVES };
		let_home(chain, TERMS, 3);
		let build = LandCall::grant {
			site: HOME,
			by: EVES,
			to: TREASURY,
			rights: Rights::BUILD,
			until: LATER,
		};
		chain.must(EVE, build);
		assert_eq!(may(TREASURY, 0, 0), [true, true, false, false]);

		chain.must(EVE, assign.clone());

		assert_eq!((may(DAVES, 0, 0), may(EVES, 0, 0)), (ALL, VISIT));
		assert_eq!(may(TREASURY, 0, 0), VISIT, "what the tenant before granted is void");
		chain.wait(30);
		chain.must(FERDIE, collect(HOME));
		assert_eq!(gains(), fhd([30, -37, 7]));
		assert_eq!(held(EVE, ForLand::Lease), 0);

		chain.must(CHARLIE, offer(HOME, LeaseTerms { sublet: false, ..TERMS }));
		chain.must(EVE, accept(HOME, EVES, 2));
		chain.refuses(EVE, assign, LandError::NoSublet);
	});
}

/// Whoever of the two is gone, the other has what is theirs, and the site is free again.
#[test]
fn nothing_is_locked_by_a_party_who_disappears() {
	Chain::run(|chain| {
		Stage::set(chain);
		// The tenant never does anything again, and the owner needs nothing of it.
		let_home(chain, TERMS, 2);
		chain.wait(20);
		chain.must(CHARLIE, offer(HOME, TERMS));
		chain.must(DAVE, accept(HOME, DAVES, 2));
		assert_eq!(gains(), fhd([20, -20, -27]));
		assert_eq!((held(EVE, ForLand::Lease), held(CHARLIE, ForLand::LeaseOffer)), (0, 0));

		// The owner never does anything again, nor can: the avatar is offered to an account that
		// does not answer. The tenant has its deposit, and the owner its rent.
		let (price, to) = (0, Some(BOB.account()));
		chain.must(CHARLIE, AvatarsCall::offer { avatar: CHARLIES, price, to });
		chain.wait(20);
		chain.must(DAVE, collect(HOME));
		assert_eq!((gains(), aside()), (fhd([40, -20, -20]), 0));
	});
}

#[test]
fn the_records_of_a_lease_have_deposits_that_come_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let before = [CHARLIE, EVE, FERDIE].map(free);
		let let_and_wait = || {
			chain.must(CHARLIE, offer(HOME, TERMS));
			assert_eq!(held(CHARLIE, ForLand::LeaseOffer), LeaseOfferDeposit::get());
			chain.must(EVE, accept(HOME, EVES, 2));
			assert_eq!(held(CHARLIE, ForLand::LeaseOffer), 0);
			assert_eq!(held(EVE, ForLand::Lease), LeaseDeposit::get());
			chain.wait(20);
		};

		let_and_wait();
		chain.must(EVE, collect(HOME));
		assert_eq!([CHARLIE, EVE, FERDIE].map(free), before);

		// Another who clears away what is over gets a part of the deposit for it.
		let_and_wait();
		chain.must(FERDIE, collect(HOME));
		let [charlie, eve, ferdie] = before;
		let after = [charlie, eve - SWEEP_REWARD, ferdie + SWEEP_REWARD];
		assert_eq!([CHARLIE, EVE, FERDIE].map(free), after);
		assert_eq!(held(EVE, ForLand::Lease), 0);
	});
}

#[test]
fn nothing_changes_under_the_hands_of_who_signs_a_lease() {
	Chain::run(|chain| {
		Stage::set(chain);
		let site = HOME;
		chain.must(CHARLIE, offer(site, TERMS));
		let accepted = accept(site, EVES, 2);

		// Other terms at the last moment.
		let dearer = LeaseTerms { price: 11 * UNIT, ..TERMS };
		chain.must(CHARLIE, offer(site, dearer));
		chain.refuses(EVE, accepted.clone(), LandError::TermsDiffer);
		// Another owner, who did not offer it.
		chain.must(CHARLIE, offer(site, TERMS));
		chain.must(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to: DAVES });
		chain.refuses(EVE, accepted, LandError::OfferVoid);
		chain.refuses(EVE, accept(site, EVES, 2), LandError::OfferVoid);
		// The offer of nobody is for anyone to remove.
		chain.must(FERDIE, LandCall::withdraw_lease_offer { site });
		assert_eq!(held(CHARLIE, ForLand::LeaseOffer), 0);
	});
}

#[test]
fn an_order_for_vacant_land_does_not_count_once_it_is_let() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = |version| {
			let home = Asset::Parcel { id: parcel(0, 0), version };
			stage.bargain(chain, (&stage.charlie, home), (&stage.dave, coins(1))).sign()
		};
		let for_vacant_land = sale(version(HOME));

		let_home(chain, TERMS, 2);

		stage.refuses(chain, for_vacant_land, Refusal::Moved);
		assert_eq!(stage.settle(chain, [sale(version(HOME))]), []);
		assert_eq!(occupier(), Some(EVES));
	});
}

#[test]
fn an_estate_is_let_as_a_whole() {
	Chain::run(|chain| {
		Stage::set(chain);
		let estate = Site::Estate(ESTATE);
		chain.must(BOB, issue(CHARLIES, &[(4, 0), (5, 0), (6, 0)]));
		chain.must(CHARLIE, found(CHARLIES, &[(4, 0), (5, 0), (6, 0)]));
		chain.refuses(CHARLIE, offer(plot(4, 0), TERMS), LandError::InEstate);

		chain.must(CHARLIE, offer(estate, TERMS));
		chain.must(EVE, accept(estate, EVES, 2));

		for (x, y) in [(4, 0), (5, 0), (6, 0)] {
			assert_eq!((may(EVES, x, y), may(CHARLIES, x, y)), (ALL, VISIT));
		}
		let dissolve = LandCall::dissolve_estate { estate: ESTATE };
		chain.refuses(CHARLIE, dissolve.clone(), LandError::Leased);
		chain.must(CHARLIE, LandCall::transfer_estate { estate: ESTATE, to: DAVES });
		assert_eq!(may(EVES, 4, 0), ALL);
		chain.wait(20);
		// A lease that is over is settled by whatever needs its place.
		chain.must(DAVE, dissolve);
		assert_eq!((gains(), aside()), (fhd([0, -20, 20]), 0));
	});
}

#[test]
fn neither_a_road_nor_what_is_for_sale_is_let() {
	Chain::run(|chain| {
		Stage::set(chain);
		let asset = UniqueId::Parcel(parcel(0, 0));
		chain.refuses(BOB, offer(plot(2, 0), TERMS), LandError::PublicLand);
		chain.must(CHARLIE, offer(HOME, TERMS));
		let accepted = accept(HOME, EVES, 2);
		chain.must(CHARLIE, list(CHARLIES, asset, 1));

		chain.refuses(CHARLIE, offer(HOME, TERMS), LandError::Locked);
		// Whoever buys what is listed has seen it vacant.
		chain.refuses(EVE, accepted, LandError::Locked);
	});
}
