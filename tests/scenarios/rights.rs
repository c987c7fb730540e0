// SPDX-License-Identifier: Apache-2.0
//! Who may do what where, as a world server asks: thousands of times a minute, and by one read.

use freehold_primitives::{
	asset::UniqueId,
	chain::BlockNumber,
	ids::AvatarId,
	land::{Site, Zone},
};
use freehold_runtime::{configs::virtual_world::StandingDeposit, Land};
use freehold_tests::{
	chain::{free, held, records, Chain},
	keyring::{BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{found, issue, may, places, plot, ESTATE},
	market::{buy, list, ORDER},
	names::*,
	stage::*,
};
use pallet_land::{Access, HoldReason as ForLand, Right, Rights};

/// Charlie's.
const HOME: Site = plot(0, 0);

const ALL: [bool; 4] = [true; 4];
const NOTHING: [bool; 4] = [false; 4];
const ENTER: [bool; 4] = [true, false, false, false];
const BUILD: [bool; 4] = [true, true, false, false];

fn grant(by: AvatarId, to: AvatarId, rights: Rights, until: BlockNumber) -> LandCall {
	LandCall::grant { site: HOME, by, to, rights, until }
}

fn ban(by: AvatarId, avatar: AvatarId, until: BlockNumber) -> LandCall {
	LandCall::ban { site: HOME, by, avatar, until }
}

fn remove(avatar: AvatarId, by: Option<AvatarId>) -> LandCall {
	LandCall::remove_standing { site: HOME, avatar, by }
}

fn set_access(site: Site, by: AvatarId, access: Access) -> LandCall {
	LandCall::set_access { site, by, access }
}

fn close(chain: &Chain) {
	chain.must(CHARLIE, set_access(HOME, CHARLIES, Access::Invited));
}

#[test]
fn everyone_may_enter_what_is_open_and_only_its_owner_does_more() {
	Chain::run(|chain| {
		Stage::set(chain);

		assert_eq!([CHARLIES, EVES, NOBODY].map(|who| may(who, 0, 0)), [ALL, ENTER, ENTER]);
		assert_eq!(may(CHARLIES, 9, 9), NOTHING, "there is no such parcel");
		close(chain);
		assert_eq!([CHARLIES, EVES, NOBODY].map(|who| may(who, 0, 0)), [ALL, NOTHING, NOTHING]);
	});
}

#[test]
fn a_right_lapses_without_a_transaction() {
	Chain::run(|chain| {
		Stage::set(chain);
		close(chain);
		let until = chain.now() + 10;
		chain.must(CHARLIE, grant(CHARLIES, EVES, Rights::BUILD, until));
		chain.saw(LandEvent::RightsGranted { site: HOME, to: EVES, rights: Rights::BUILD, until });
		assert_eq!(may(EVES, 0, 0), BUILD);

		chain.wait(10);
		assert_eq!(may(EVES, 0, 0), BUILD);
		let before = Land::standing(HOME, EVES);
		chain.next_block();

		assert_eq!(may(EVES, 0, 0), NOTHING);
		assert_eq!(Land::standing(HOME, EVES), before, "nobody has touched it");
	});
}

#[test]
fn a_ban_keeps_its_avatar_out_until_it_lapses() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, grant(CHARLIES, EVES, Rights::EDIT, LATER));

		chain.must(CHARLIE, ban(CHARLIES, EVES, chain.now() + 2));

		assert_eq!(may(EVES, 0, 0), NOTHING);
		assert_eq!(held(CHARLIE, ForLand::Standing), StandingDeposit::get(), "one took the other");
		// A ban is not for the banned to remove.
		chain.refuses(EVE, remove(EVES, Some(EVES)), LandError::NotOccupier);
		chain.wait(3);
		assert_eq!(may(EVES, 0, 0), ENTER);
	});
}

#[test]
fn rights_fall_when_the_site_is_sold() {
	Chain::run(|chain| {
		Stage::set(chain);
		close(chain);
		chain.must(CHARLIE, grant(CHARLIES, EVES, Rights::ALL, LATER));
		assert_eq!(may(EVES, 0, 0), ALL);

		let asset = UniqueId::Parcel(parcel(0, 0));
		chain.must(CHARLIE, list(CHARLIES, asset, 1));
		chain.must(DAVE, buy(ORDER, DAVES, 1));

		assert_eq!([CHARLIES, EVES, DAVES].map(|who| may(who, 0, 0)), [NOTHING, NOTHING, ALL]);
		// They do not come back with the former owner.
		chain.must(DAVE, LandCall::transfer { parcel: parcel(0, 0), to: CHARLIES });
		assert_eq!(may(EVES, 0, 0), NOTHING);
	});
}

#[test]
fn what_is_void_anyone_removes_and_who_paid_has_it_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let before = free(CHARLIE);
		chain.must(CHARLIE, grant(CHARLIES, EVES, Rights::BUILD, LATER));
		chain.refuses(FERDIE, remove(EVES, None), LandError::NotOccupier);
		assert_eq!(free(CHARLIE), before - StandingDeposit::get());

		chain.must(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to: DAVES });
		chain.must(FERDIE, remove(EVES, None));

		chain.saw(LandEvent::StandingRemoved { site: HOME, avatar: EVES });
		assert_eq!((free(CHARLIE), held(CHARLIE, ForLand::Standing)), (before, 0));
	});
}

#[test]
fn a_manager_acts_for_the_occupier_but_makes_no_managers() {
	Chain::run(|chain| {
		Stage::set(chain);
		let manage = Rights::MANAGE.union(Rights::EDIT);
		chain.must(CHARLIE, grant(CHARLIES, DAVES, manage, LATER));
		assert_eq!(may(DAVES, 0, 0), [true, false, true, true]);

		chain.must(DAVE, grant(DAVES, EVES, Rights::BUILD, LATER));
		assert_eq!(may(EVES, 0, 0), BUILD);
		assert_eq!(held(DAVE, ForLand::Standing), StandingDeposit::get());
		chain.must(DAVE, set_access(HOME, DAVES, Access::Invited));
		assert_eq!(may(TREASURY, 0, 0), NOTHING);
		chain.must(DAVE, ban(DAVES, EVES, LATER));
		assert_eq!(may(EVES, 0, 0), NOTHING);

		let only_occupier = || LandError::OnlyOccupier;
		chain.refuses(DAVE, grant(DAVES, EVES, Rights::ALL, LATER), only_occupier());
		chain.must(CHARLIE, grant(CHARLIES, EVES, Rights::MANAGE, LATER));
		chain.refuses(DAVE, ban(DAVES, EVES, LATER), only_occupier());
		chain.refuses(EVE, remove(DAVES, Some(EVES)), only_occupier());
		chain.refuses(FERDIE, grant(DAVES, EVES, Rights::BUILD, LATER), AvatarsError::NotOwner);
		chain.must(CHARLIE, remove(DAVES, Some(CHARLIES)));
		chain.refuses(DAVE, ban(DAVES, TREASURY, LATER), LandError::NotOccupier);
	});
}

#[test]
fn an_estate_shares_its_parcels_as_one() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (estate, by, until) = (Site::Estate(ESTATE), CHARLIES, LATER);
		chain.must(BOB, issue(CHARLIES, &[(4, 0), (5, 0)]));
		let on_parcel =
			LandCall::grant { site: plot(4, 0), by, to: DAVES, rights: Rights::ALL, until };
		chain.must(CHARLIE, on_parcel.clone());
		chain.must(CHARLIE, found(CHARLIES, &[(4, 0), (5, 0)]));

		chain.must(CHARLIE, set_access(estate, CHARLIES, Access::Invited));
		let on_estate =
			LandCall::grant { site: estate, by, to: EVES, rights: Rights::BUILD, until };
		chain.must(CHARLIE, on_estate);

		for (x, y) in [(4, 0), (5, 0)] {
			assert_eq!([CHARLIES, EVES, DAVES].map(|who| may(who, x, y)), [ALL, BUILD, NOTHING]);
		}
		chain.refuses(CHARLIE, on_parcel, LandError::InEstate);
		// A change of its parcels is no change of hands: what was granted still counts.
		chain.must(BOB, issue(CHARLIES, &[(6, 0)]));
		let parcels = places(&[(6, 0)]);
		chain.must(CHARLIE, LandCall::extend_estate { estate: ESTATE, parcels });
		assert_eq!(may(EVES, 6, 0), BUILD);
		chain.must(CHARLIE, LandCall::transfer_estate { estate: ESTATE, to: DAVES });
		assert_eq!([CHARLIES, EVES, DAVES].map(|who| may(who, 6, 0)), [NOTHING, NOTHING, ALL]);
	});
}

#[test]
fn a_road_is_open_to_everyone() {
	Chain::run(|chain| {
		Stage::set(chain);
		let road = plot(2, 0);
		assert_eq!(Land::parcel(parcel(2, 0)).map(|it| it.zone), Some(Zone::Road));

		let close = set_access(road, TREASURY, Access::Invited);
		chain.refuses(BOB, close, LandError::PublicLand);
		let ban = LandCall::ban { site: road, by: TREASURY, avatar: EVES, until: LATER };
		chain.refuses(BOB, ban, LandError::PublicLand);

		assert!(Land::may(EVES, Right::Enter, parcel(2, 0)));
	});
}

#[test]
fn to_ask_changes_nothing() {
	Chain::run(|chain| {
		Stage::set(chain);
		let before = records();

		for avatar in [TREASURY, CHARLIES, DAVES, EVES, NOBODY] {
			may(avatar, 0, 0);
		}

		assert!(records() == before);
	});
}
