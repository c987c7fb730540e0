// SPDX-License-Identifier: Apache-2.0
//! What goes wrong elsewhere with land, leases, estates, offers and names, by reading the code of
//! other chains with virtual worlds: each test shows that it can't happen here.

use frame_support::dispatch::GetDispatchInfo;
use freehold_primitives::{
	asset::{Asset, Lock, UniqueId},
	chain::Balance,
	ids::{AvatarId, EstateId, WorldId},
	land::{Area, Coordinates, Site, Zone},
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{
		ContentDeposit, EstateDeposit, HandleDeposit, ParcelDeposit, WorldBond,
	},
	constants::{HANDLE_COOLDOWN, UNIT},
	Avatars, Land, Market, RuntimeCall, System,
};
use freehold_tests::{
	chain::{free, held, root, Chain},
	keyring::{Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{accept, aside, found, issue, may, places, plot, pointer, ESTATE, TERMS},
	market::{buy, cancel, last_order, list, ORDER},
	names::*,
	stage::*,
};
use pallet_avatars::{handle::Handle, HoldReason as ForAvatars};
use pallet_land::{HoldReason as ForLand, LeaseTerms, Rights};

/// Charlie's.
const HOME: Site = plot(0, 0);
const HOME_ASSET: UniqueId = UniqueId::Parcel(parcel(0, 0));
const ESTATE_ASSET: UniqueId = UniqueId::Estate(ESTATE);

/// Three of Charlie's that hang together, and one that hangs on none of them.
const PLOTS: [(i16, i16); 3] = [(4, 0), (5, 0), (6, 0)];
const APART: (i16, i16) = (8, 0);

fn with_land(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, issue(CHARLIES, &PLOTS));
		chain.must(BOB, issue(CHARLIES, &[APART]));
		story(chain, &stage);
	});
}

fn offer_lease(site: Site, terms: LeaseTerms) -> LandCall {
	LandCall::offer_lease { site, terms }
}

fn dissolve() -> LandCall {
	LandCall::dissolve_estate { estate: ESTATE }
}

fn transfer(to: AvatarId) -> LandCall {
	LandCall::transfer { parcel: parcel(0, 0), to }
}

fn claim(avatar: AvatarId, handle: &str) -> AvatarsCall {
	AvatarsCall::claim_handle { avatar, handle: name(handle) }
}

fn name(handle: &str) -> Handle {
	Handle::truncate_from(handle.into())
}

fn all_held(who: Player) -> Balance {
	System::account(who.account()).data.reserved
}

/// Elsewhere an offer of rent is stored although its money could not be reserved; withdrawing it
/// then frees money that was reserved for something else, and accepting it gives land for nothing.
#[test]
fn a_lease_that_nobody_can_pay_is_refused_and_frees_no_other_money() {
	with_land(|chain, _| {
		let (avatar, amount) = (EVES, COINS - 36 * UNIT);
		chain.must(EVE, AvatarsCall::withdraw { avatar, amount });
		chain.must(CHARLIE, offer_lease(HOME, TERMS));
		let before = [CHARLIE, EVE].map(all_held);

		chain.refuses(EVE, accept(HOME, EVES, 3), AvatarsError::TooFewCoins);

		assert_eq!(Land::occupier(HOME), Some(CHARLIES));
		chain.refuses(EVE, LandCall::end_lease { site: HOME }, LandError::UnknownLease);
		chain.refuses(EVE, LandCall::collect_rent { site: HOME }, LandError::UnknownLease);
		assert_eq!([CHARLIE, EVE].map(all_held), before);
		chain.must(EVE, AvatarsCall::deposit { avatar, amount: UNIT });
		chain.must(EVE, accept(HOME, EVES, 3));
		assert_eq!((purse(EVES), aside()), (0, 37 * UNIT));
	});
}

/// Elsewhere the money of everyone whose offer was not taken stays reserved for ever.
#[test]
fn who_comes_second_has_paid_nothing() {
	with_land(|chain, _| {
		chain.must(CHARLIE, offer_lease(HOME, TERMS));
		let (eves, daves) = (accept(HOME, EVES, 2), accept(HOME, DAVES, 2));
		let dave = (free(DAVE), all_held(DAVE), purse(DAVES));
		chain.must(EVE, eves);

		chain.refuses(DAVE, daves, LandError::UnknownLeaseOffer);

		assert_eq!((free(DAVE), all_held(DAVE), purse(DAVES)), dave);
	});
}

/// Elsewhere an offer is accepted long after it has expired.
#[test]
fn an_offer_dies_with_what_it_was_made_for() {
	with_land(|chain, _| {
		chain.must(CHARLIE, offer_lease(HOME, TERMS));
		chain.must(CHARLIE, transfer(DAVES));
		chain.refuses(EVE, accept(HOME, EVES, 2), LandError::OfferVoid);
		// Nor does it come back to life with its maker.
		chain.must(DAVE, transfer(CHARLIES));
		chain.refuses(EVE, accept(HOME, EVES, 2), LandError::OfferVoid);
	});
}

/// Elsewhere a seller cancels after somebody has bid, and the bid's money stays reserved.
#[test]
fn an_offer_cannot_be_taken_back_once_it_was_accepted() {
	with_land(|chain, _| {
		chain.must(CHARLIE, offer_lease(HOME, TERMS));
		chain.must(EVE, accept(HOME, EVES, 2));
		let withdraw = LandCall::withdraw_lease_offer { site: HOME };
		chain.refuses(CHARLIE, withdraw, LandError::UnknownLeaseOffer);
		assert_eq!(Land::occupier(HOME), Some(EVES));

		let avatar = DAVES;
		chain.must(DAVE, AvatarsCall::offer { avatar, price: UNIT, to: None });
		let (offered_at, max_price) = (chain.now(), UNIT);
		chain.must(EVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		chain.refuses(DAVE, AvatarsCall::withdraw_offer { avatar }, AvatarsError::NotOwner);
	});
}

/// Elsewhere the row of a sale is gone before its payment fails, and the asset is locked for ever;
/// or the payment was made, and the asset stays with the seller.
#[test]
fn a_sale_whose_payment_fails_leaves_everything_as_it_was() {
	with_land(|chain, _| {
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.must(CHARLIE, list(CHARLIES, ESTATE_ASSET, COINS + 1));
		let before = root();

		chain.refuses(DAVE, buy(ORDER, DAVES, Balance::MAX), MarketError::TooFewCoins);

		assert_eq!(root(), before);
		chain.must(EVE, AvatarsCall::deposit { avatar: EVES, amount: 1 });
		chain.must(EVE, buy(ORDER, EVES, Balance::MAX));
		assert_eq!(holding(ESTATE_ASSET).owner, EVES);
		assert_eq!(Market::order(ORDER), None);
		chain.must(EVE, LandCall::transfer_estate { estate: ESTATE, to: DAVES });
	});
}

/// Elsewhere land is burned although somebody has bid for it or rents it.
#[test]
fn land_that_is_for_sale_or_let_is_not_given_up() {
	with_land(|chain, _| {
		let relinquish = LandCall::relinquish { parcel: parcel(0, 0) };
		chain.must(CHARLIE, list(CHARLIES, HOME_ASSET, UNIT));
		chain.refuses(CHARLIE, relinquish.clone(), LandError::Locked);
		chain.must(CHARLIE, cancel(ORDER));
		chain.must(CHARLIE, offer_lease(HOME, TERMS));
		chain.must(EVE, accept(HOME, EVES, 2));

		chain.refuses(CHARLIE, relinquish.clone(), LandError::Leased);

		chain.wait(20);
		chain.must(CHARLIE, relinquish);
		assert_eq!((purse(CHARLIES), purse(EVES)), (COINS + 20 * UNIT, COINS - 20 * UNIT));
	});
}

/// Elsewhere founding an estate of land that is locked unlocks it, and a transfer that failed is
/// announced as one that succeeded.
#[test]
fn what_is_locked_stays_locked_whatever_is_made_of_it() {
	with_land(|chain, _| {
		let asset = UniqueId::Parcel(parcel(4, 0));
		chain.must(CHARLIE, list(CHARLIES, asset, UNIT));

		chain.refuses(CHARLIE, found(CHARLIES, &PLOTS), LandError::Locked);

		assert_eq!(holding(asset).lock, Some(Lock::Order(ORDER)));
		let give = LandCall::transfer { parcel: parcel(4, 0), to: EVES };
		chain.refuses(CHARLIE, give, LandError::Locked);
		// A batch is done as a whole or not at all.
		let transfers = [(4, 0), (5, 0)].map(|(x, y)| (Coordinates::new(x, y), EVES));
		let transfers = transfers.to_vec().try_into().expect("two fit");
		let batch = LandCall::transfer_batch { world: WORLD, transfers };
		chain.refuses(CHARLIE, batch, LandError::Locked);
		assert_eq!(Land::owner_of(plot(5, 0)), Some(CHARLIES));
		let road = LandCall::transfer { parcel: parcel(2, 0), to: EVES };
		chain.refuses(BOB, road, LandError::Locked);
		assert_eq!(holding(UniqueId::Parcel(parcel(2, 0))).lock, Some(Lock::PublicLand));
	});
}

/// Elsewhere an estate is dissolved under its tenant, whose lease is then of nothing.
#[test]
fn no_estate_is_changed_under_its_tenant() {
	with_land(|chain, _| {
		let site = Site::Estate(ESTATE);
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.must(CHARLIE, offer_lease(site, TERMS));
		chain.must(EVE, accept(site, EVES, 2));
		let (estate, parcels) = (ESTATE, places(&[(6, 0)]));
		let reduce = LandCall::reduce_estate { estate, parcels: parcels.clone() };
		let split = LandCall::split_estate { estate, parcels };

		for change in [dissolve(), reduce, split] {
			chain.refuses(CHARLIE, change, LandError::Leased);
		}

		assert_eq!(may(EVES, 6, 0), [true; 4]);
		chain.wait(20);
		chain.must(CHARLIE, dissolve());
		assert_eq!((purse(EVES), aside()), (COINS - 20 * UNIT, 0));
	});
}

/// Elsewhere the check that land is contiguous compares a list with itself, and later additions
/// are not checked at all.
#[test]
fn an_estate_is_never_in_two_parts() {
	with_land(|chain, _| {
		let apart = || LandError::NotConnected;
		let (estate, parcels) = (ESTATE, places(&[APART]));
		chain.must(BOB, issue(CHARLIES, &[(9, 1)]));

		chain.refuses(CHARLIE, found(CHARLIES, &[PLOTS[0], PLOTS[1], APART]), apart());
		// In line in each direction, but not side by side.
		chain.refuses(CHARLIE, found(CHARLIES, &[APART, (9, 1)]), apart());
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.refuses(CHARLIE, LandCall::extend_estate { estate, parcels }, apart());
		let middle = LandCall::reduce_estate { estate, parcels: places(&[PLOTS[1]]) };
		chain.refuses(CHARLIE, middle, apart());
		chain.must(BOB, issue(CHARLIES, &[(9, 0)]));
		chain.must(CHARLIE, found(CHARLIES, &[APART, (9, 0)]));
		let from = EstateId(1);
		chain.refuses(CHARLIE, LandCall::merge_estates { into: ESTATE, from }, apart());
	});
}

/// Elsewhere the fee for storage is a percentage that saturates: the first parcel pays for all.
#[test]
fn every_parcel_has_its_deposit_not_only_the_first() {
	with_land(|chain, _| {
		for (row, parcels) in [(-10, 1), (-9, 7), (-8, 21)] {
			let before = held(BOB, ForLand::Parcel);
			let (min, max) = (Coordinates::new(-10, row), Coordinates::new(parcels - 11, row));
			let (area, zone) = (Area { min, max }, Zone::Open);
			chain.must(BOB, LandCall::issue_area { world: WORLD, to: EVES, area, zone });

			let deposits = held(BOB, ForLand::Parcel) - before;
			assert_eq!(deposits, parcels.unsigned_abs() as Balance * ParcelDeposit::get());
		}
	});
}

/// Elsewhere what was signed off chain has no number, and counts again and again until it expires.
#[test]
fn a_signature_for_an_estate_is_spent_once() {
	with_land(|chain, stage| {
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		let estate = Asset::Estate { id: ESTATE, version: 0 };
		let trade = stage.bargain(chain, (&stage.charlie, estate), (&stage.dave, coins(9))).sign();
		assert_eq!(stage.settle(chain, [trade.clone()]), []);
		chain.must(DAVE, LandCall::transfer_estate { estate: ESTATE, to: CHARLIES });

		stage.refuses(chain, trade, Refusal::AlreadySpent);
	});
}

/// Elsewhere one of two ways to sell pays no fee, and so is the one that is used.
#[test]
fn land_pays_the_worlds_fee_whichever_way_it_is_sold() {
	with_land(|chain, stage| {
		let price = 100 * UNIT;
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.must(CHARLIE, list(CHARLIES, ESTATE_ASSET, price));
		chain.must(EVE, buy(ORDER, EVES, price));
		let by_listing = purse(TREASURY);
		let estate = Asset::Estate { id: ESTATE, version: 1 };
		let trade = stage.bargain(chain, (&stage.eve, estate), (&stage.dave, coins(100)));

		assert_eq!(stage.settle(chain, [trade.sign()]), []);

		assert_eq!(by_listing, price / 40);
		assert_eq!(purse(TREASURY), 2 * by_listing);
	});
}

/// Elsewhere a call that makes a thousand parcels weighs as much as one that makes one.
#[test]
fn a_call_weighs_by_what_it_names() {
	let row: Vec<(i16, i16)> = (-10..10).map(|x| (x, 5)).collect();
	let calls = |at: &[(i16, i16)]| -> [RuntimeCall; 6] {
		let (world, estate, parcels) = (WORLD, ESTATE, places(at));
		let transfers: Vec<_> = parcels.iter().map(|at| (*at, EVES)).collect();
		let transfers = transfers.try_into().expect("a row fits");
		[
			issue(EVES, at).into(),
			found(EVES, at).into(),
			LandCall::extend_estate { estate, parcels: parcels.clone() }.into(),
			LandCall::reduce_estate { estate, parcels: parcels.clone() }.into(),
			LandCall::split_estate { estate, parcels }.into(),
			LandCall::transfer_batch { world, transfers }.into(),
		]
	};
	let weight = |call: &RuntimeCall| call.get_dispatch_info().call_weight.ref_time();

	for (many, few) in calls(&row).iter().zip(&calls(&row[..2])) {
		assert!(weight(many) > weight(few), "{many:?}");
	}
}

/// Elsewhere what somebody owns in a world is found by a scan of the whole world.
#[test]
fn a_map_is_read_in_bounded_pages() {
	with_land(|chain, _| {
		let area = Area { min: BOUNDS.min, max: Coordinates::new(10, -8) };
		let zone = Zone::Open;
		chain.must(BOB, LandCall::issue_area { world: WORLD, to: EVES, area, zone });
		let (mut seen, mut after) = (Vec::new(), None);
		loop {
			let (page, next) = Land::window(WORLD, BOUNDS, after, 10);
			assert!(page.len() <= 10);
			seen.extend(page.into_iter().map(|(at, _)| at));
			after = next;
			if after.is_none() {
				break;
			}
		}

		assert_eq!(seen.len(), 63 + 4 + 3);
		assert!(seen.windows(2).all(|pair| pair[0].morton() < pair[1].morton()));
	});
}

/// Elsewhere the new owner's land is for sale at the price of the one before, as a transfer leaves
/// the price where it was; and buyers say no price, and pay whatever it is by then.
#[test]
fn a_price_is_the_owners_own_and_a_buyer_names_the_highest() {
	with_land(|chain, _| {
		chain.must(CHARLIE, list(CHARLIES, HOME_ASSET, UNIT));
		chain.refuses(CHARLIE, transfer(EVES), LandError::Locked);
		chain.must(DAVE, buy(ORDER, DAVES, UNIT));

		chain.refuses(EVE, buy(ORDER, EVES, UNIT), MarketError::UnknownOrder);
		chain.must(DAVE, list(DAVES, HOME_ASSET, 2 * UNIT));
		chain.refuses(EVE, buy(last_order(), EVES, UNIT), MarketError::PriceTooHigh);
		assert_eq!(holding(HOME_ASSET).owner, DAVES);
	});
}

/// Elsewhere who overwrites a record leaves the deposit of the one before held for ever.
#[test]
fn a_deposit_comes_back_to_who_paid_when_the_record_is_replaced() {
	with_land(|chain, _| {
		let (site, until) = (HOME, LATER);
		let content =
			|by, text: &str| LandCall::set_content { site, by, pointer: Some(pointer(text)) };
		let rights = Rights::MANAGE;
		chain.must(CHARLIE, LandCall::grant { site, by: CHARLIES, to: DAVES, rights, until });
		let before = (free(DAVE), free(CHARLIE));
		chain.must(DAVE, content(DAVES, "ipfs:one"));
		assert_eq!(free(DAVE), before.0 - ContentDeposit::get());

		chain.must(CHARLIE, content(CHARLIES, "ipfs:two"));

		assert_eq!((free(DAVE), held(DAVE, ForLand::Content)), (before.0, 0));
		assert_eq!(free(CHARLIE), before.1 - ContentDeposit::get());
	});
}

/// Elsewhere what was recorded of an asset outlives it, deposits and all.
#[test]
fn land_that_is_given_up_leaves_no_deposit_behind() {
	with_land(|chain, _| {
		let (site, by) = (HOME, CHARLIES);
		let before = [BOB, CHARLIE].map(|who| (free(who), all_held(who)));
		let pointer = Some(pointer("ipfs:home"));
		chain.must(CHARLIE, LandCall::set_content { site, by, pointer });
		chain.must(CHARLIE, offer_lease(site, TERMS));
		let (rights, until) = (Rights::BUILD, LATER);
		chain.must(CHARLIE, LandCall::grant { site, by, to: EVES, rights, until });

		chain.must(CHARLIE, LandCall::relinquish { parcel: parcel(0, 0) });
		let (avatar, by) = (EVES, None);
		chain.must(FERDIE, LandCall::remove_standing { site, avatar, by });

		let [bob, charlie] = before;
		let back = ParcelDeposit::get();
		assert_eq!((free(BOB), all_held(BOB)), (bob.0 + back, bob.1 - back));
		assert_eq!((free(CHARLIE), all_held(CHARLIE)), charlie);
		// What was granted or signed for it does not count for its successor.
		chain.must(BOB, issue(CHARLIES, &[(0, 0)]));
		assert_eq!(may(EVES, 0, 0), [true, false, false, false]);
		assert_eq!(holding(HOME_ASSET).version, 1);
	});
}

/// Elsewhere the founder of an estate or a world has no way to the deposit back.
#[test]
fn a_bond_comes_back_when_what_it_stands_for_ends() {
	with_land(|chain, _| {
		let before = free(CHARLIE);
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.must(CHARLIE, WorldsCall::register { bounds: BOUNDS, fee: None });
		assert_eq!(free(CHARLIE), before - EstateDeposit::get() - WorldBond::get());

		chain.must(CHARLIE, dissolve());
		let world = WorldId(1);
		chain.must(CHARLIE, WorldsCall::close { world });

		assert_eq!(free(CHARLIE), before);
	});
}

/// Elsewhere a name that was given up is another's at once, and who signed for it once may have it
/// signed again for somebody else.
#[test]
fn nobody_takes_over_a_name_before_people_have_noticed() {
	with_land(|chain, _| {
		chain.must(CHARLIE, claim(CHARLIES, "merchant"));
		chain.must(CHARLIE, AvatarsCall::release_handle { avatar: CHARLIES });
		chain.refuses(DAVE, claim(DAVES, "merchant"), AvatarsError::HandleCooling);
		assert_eq!(Avatars::avatar_by_handle(name("merchant")), None);

		chain.leap(HANDLE_COOLDOWN - 1);
		chain.refuses(DAVE, claim(DAVES, "merchant"), AvatarsError::HandleCooling);
		let sweep = AvatarsCall::sweep_handle { handle: name("merchant") };
		chain.refuses(FERDIE, sweep.clone(), AvatarsError::HandleCooling);
		assert_eq!(held(CHARLIE, ForAvatars::Handle), HandleDeposit::get());

		chain.next_block();
		chain.must(FERDIE, sweep);
		assert_eq!(held(CHARLIE, ForAvatars::Handle), 0);
		chain.must(DAVE, claim(DAVES, "merchant"));
		assert_eq!(Avatars::avatar_by_handle(name("merchant")), Some(DAVES));
	});
}

/// Elsewhere a claim that was signed once counts again after the name was given up.
#[test]
fn a_retired_avatars_name_cools_off_too() {
	with_land(|chain, _| {
		chain.must(EVE, AvatarsCall::create {});
		let avatar = AvatarId(4);
		chain.must(EVE, claim(avatar, "ghost"));
		chain.must(EVE, AvatarsCall::retire { avatar });

		chain.refuses(EVE, claim(avatar, "ghost"), AvatarsError::UnknownAvatar);
		chain.refuses(DAVE, claim(DAVES, "ghost"), AvatarsError::HandleCooling);
		chain.refuses(EVE, claim(EVES, "ghost"), AvatarsError::HandleCooling);
		chain.leap(HANDLE_COOLDOWN);
		chain.must(DAVE, claim(DAVES, "ghost"));
		assert_eq!(held(EVE, ForAvatars::Handle), 0);
	});
}

/// Elsewhere a name that only looks like another is another's.
#[test]
fn a_name_that_looks_like_another_is_taken() {
	with_land(|chain, _| {
		chain.must(CHARLIE, claim(CHARLIES, "Land-Office"));

		for alike in ["land_office", "1andOffice", "LAND0FFICE", "Iand-0ff1ce", "landofflce"] {
			chain.refuses(DAVE, claim(DAVES, alike), AvatarsError::HandleTaken);
			assert_eq!(Avatars::avatar_by_handle(name(alike)), Some(CHARLIES), "{alike}");
		}
		for wrong in ["la", "-land", "land office", "l\u{430}nd"] {
			chain.refuses(DAVE, claim(DAVES, wrong), AvatarsError::InvalidHandle);
		}
		chain.must(DAVE, claim(DAVES, "land-officer"));
	});
}

/// Elsewhere the signature for a name says neither for whom nor until when.
#[test]
fn a_name_is_claimed_for_ones_own_avatar_only() {
	with_land(|chain, _| {
		chain.refuses(DAVE, claim(CHARLIES, "charlie"), AvatarsError::NotOwner);
		chain.must(CHARLIE, claim(CHARLIES, "charlie"));
		chain.refuses(CHARLIE, claim(CHARLIES, "charles"), AvatarsError::HandleSet);
		let release = AvatarsCall::release_handle { avatar: CHARLIES };
		chain.refuses(DAVE, release, AvatarsError::NotOwner);
	});
}
