// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{
		holder, is_free, operator, owner, parcels, payers, sites, some_area, some_avatar,
		some_place, some_world, unlocked, NOWHERE,
	},
};
use freehold_primitives::{
	asset::{Holding, UniqueId},
	ids::WorldId,
	land::{Area, Coordinates, ParcelId, Site, Zone},
	pointer::Pointer,
};
use freehold_runtime::{constants::UNIT, Land, Runtime, Worlds};
use freehold_tests::{
	names::*,
	stage::{parcel, BOUNDS},
};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("issue", 2, issue),
	Verb::new("issue_area", 4, issue_area),
	Verb::new("transfer", 2, transfer),
	Verb::new("transfer_batch", 2, transfer_batch),
	Verb::new("open_sale", 2, open_sale),
	Verb::new("close_sale", 1, close_sale),
	Verb::new("claim", 4, claim),
	Verb::new("relinquish", 2, relinquish),
	Verb::new("set_content", 3, set_content),
];

/// How often a free place is looked for.
const TRIES: usize = 6;

/// The grid of a world; that of the stage, where it is none.
fn grid(world: WorldId) -> Area {
	Worlds::world(world).map_or(BOUNDS, |details| details.bounds)
}

/// Mostly one that is not public.
fn some_zone(dice: &Dice) -> Zone {
	if dice.rarely() {
		dice.of(Zone::ALL).unwrap_or(Zone::Road)
	} else {
		dice.of([Zone::Open, Zone::Residential, Zone::Commercial]).unwrap_or(Zone::Open)
	}
}

/// A place of an area that nobody has, if one is found.
fn some_free_place(dice: &Dice, world: WorldId, area: Area) -> Option<Coordinates> {
	(0..TRIES).map(|_| some_place(dice, area)).find(|at| is_free(world, *at))
}

fn issue(dice: &Dice) -> Option<Deed> {
	let (world, to) = (some_world(dice), some_avatar(dice));
	let count = if dice.rarely() { 0 } else { 1 + dice.below(3) };
	// Public land is for the operator's own avatars.
	let is_own = owner(to) == operator(world);
	let place = |_| {
		let at = some_free_place(dice, world, grid(world))?;
		let zone = if is_own { dice.of(Zone::ALL)? } else { some_zone(dice) };
		Some((at, zone))
	};
	let parcels: Vec<_> = (0..count).filter_map(place).collect();
	let parcels = parcels.try_into().expect("a call issues as many");
	by(operator(world), LandCall::issue { world, to, parcels })
}

fn issue_area(dice: &Dice) -> Option<Deed> {
	let (world, to, zone) = (some_world(dice), some_avatar(dice), some_zone(dice));
	let mut areas = (0..TRIES).map(|_| some_area(dice, grid(world), 4));
	let area = areas.find(|area| area.places().all(|at| is_free(world, at)) || dice.rarely())?;
	by(operator(world), LandCall::issue_area { world, to, area, zone })
}

fn transfer(dice: &Dice) -> Option<Deed> {
	let road = parcel(2, 0);
	let movable = parcels().into_iter().filter(|(_, holding)| holding.lock.is_none());
	let parcel = dice.of_or(movable.map(|(parcel, _)| parcel), || road)?;
	let to = some_avatar(dice);
	by(holder(UniqueId::Parcel(parcel)), LandCall::transfer { parcel, to })
}

/// Parcels of all avatars that one account owns.
fn transfer_batch(dice: &Dice) -> Option<Deed> {
	let movable: Vec<_> =
		parcels().into_iter().filter(|(_, holding)| holding.lock.is_none()).collect();
	let (first, holding) = dice.of(movable.clone())?;
	let (world, who) = (first.world, owner(holding.owner));
	let fits = |(parcel, holding): &(ParcelId, Holding)| {
		parcel.world == world && owner(holding.owner) == who
	};
	let count = 1 + dice.below(3) as usize;
	let own = movable.iter().filter(|it| fits(it)).take(count);
	let transfers: Vec<_> = own.map(|(parcel, _)| (parcel.at, some_avatar(dice))).collect();
	let transfers = transfers.try_into().expect("a call transfers as many");
	by(who, LandCall::transfer_batch { world, transfers })
}

fn open_sale(dice: &Dice) -> Option<Deed> {
	let (world, to, zone) = (some_world(dice), some_avatar(dice), some_zone(dice));
	let (area, price) = (some_area(dice, grid(world), 8), dice.amount(30 * UNIT));
	by(operator(world), LandCall::open_sale { world, area, zone, price, to })
}

fn close_sale(dice: &Dice) -> Option<Deed> {
	let open = pallet_land::Sales::<Runtime>::iter_keys();
	let open = open.map(|(world, sale)| (WorldId::from(world), sale));
	let (world, sale) = dice.of_or(open, || (some_world(dice), 99))?;
	by(operator(world), LandCall::close_sale { world, sale })
}

fn claim(dice: &Dice) -> Option<Deed> {
	let (world, sale, details) = dice.of(pallet_land::Sales::<Runtime>::iter())?;
	let world = WorldId::from(world);
	let area = if dice.rarely() { grid(world) } else { details.area };
	let at = some_free_place(dice, world, area)?;
	let avatar = dice.of_or(payers(details.price), || some_avatar(dice))?;
	let max_price = details.price.saturating_sub(u128::from(dice.rarely()));
	by(owner(avatar), LandCall::claim { world, sale, at, avatar, max_price })
}

fn relinquish(dice: &Dice) -> Option<Deed> {
	let own = unlocked().into_iter().filter_map(|(site, _)| match site {
		Site::Parcel(parcel) => Some(parcel),
		Site::Estate(_) => None,
	});
	let nowhere = || ParcelId { world: NOWHERE, at: Coordinates::new(0, 0) };
	let parcel = dice.of_or(own, nowhere)?;
	by(holder(UniqueId::Parcel(parcel)), LandCall::relinquish { parcel })
}

fn set_content(dice: &Dice) -> Option<Deed> {
	let (site, _) = dice.of(sites())?;
	let by_whom = dice.of_or(Land::occupier(site), || some_avatar(dice))?;
	let clear = Land::content(site).is_some() && dice.coin();
	let pointer = (!clear).then(|| {
		Pointer::truncate_from(if dice.rarely() { Vec::new() } else { b"ipfs:home".to_vec() })
	});
	by(owner(by_whom), LandCall::set_content { site, by: by_whom, pointer })
}
