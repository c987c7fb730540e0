// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{estates, holder, is_let, owner, parcels, some_avatar},
};
use freehold_primitives::{
	asset::UniqueId,
	ground::{connected_order, is_connected},
	ids::{AvatarId, EstateId, WorldId},
	key::EstateKey,
	land::{Coordinates, Site},
};
use freehold_runtime::{Land, Runtime};
use freehold_tests::{land::Places, names::*};
use pallet_land::EstateOf;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("found_estate", 4, found_estate),
	Verb::new("extend_estate", 3, extend_estate),
	Verb::new("reduce_estate", 3, reduce_estate),
	Verb::new("merge_estates", 4, merge_estates),
	Verb::new("split_estate", 3, split_estate),
	Verb::new("dissolve_estate", 1, dissolve_estate),
	Verb::new("transfer_estate", 2, transfer_estate),
];

/// No estate.
const NONE: EstateId = EstateId(999);

type Ground = BTreeSet<Coordinates>;

/// The places that may become part of an estate, by world and owner.
fn joinable() -> BTreeMap<(WorldId, AvatarId), Ground> {
	let mut joinable = BTreeMap::<_, Ground>::new();
	for (parcel, holding) in parcels() {
		// One that is over and not settled is in the way, too.
		let lease = Land::lease(Site::Parcel(parcel));
		if holding.lock.is_none() && lease.is_none() {
			joinable.entry((parcel.world, holding.owner)).or_default().insert(parcel.at);
		}
	}
	joinable
}

fn ground(estate: EstateId) -> Ground {
	let ground = pallet_land::Grounds::<Runtime>::get(EstateKey::from(estate));
	ground.into_iter().flatten().collect()
}

/// The estates whose set of parcels may change.
fn changeable() -> Vec<(EstateId, EstateOf<Runtime>)> {
	let free = |(estate, details): &(EstateId, EstateOf<Runtime>)| {
		details.holding.lock.is_none() && !is_let(Site::Estate(*estate))
	};
	estates().into_iter().filter(free).collect()
}

fn touches(at: Coordinates, ground: &Ground) -> bool {
	at.neighbours().any(|neighbour| ground.contains(&neighbour))
}

/// So many places at most that hang together with the first.
fn region(first: Coordinates, among: &Ground, most: u32) -> Vec<Coordinates> {
	let mut region = vec![first];
	let mut searched = 0;
	while let Some(at) = region.get(searched).copied() {
		searched += 1;
		for neighbour in at.neighbours().filter(|it| among.contains(it)) {
			if region.len() < most as usize && !region.contains(&neighbour) {
				region.push(neighbour);
			}
		}
	}
	region
}

fn named(parcels: Vec<Coordinates>) -> Places {
	parcels.try_into().expect("a call names as many")
}

fn by_owner_of(estate: EstateId, call: LandCall) -> Option<Deed> {
	by(holder(UniqueId::Estate(estate)), call)
}

fn found_estate(dice: &Dice) -> Option<Deed> {
	let ground = joinable();
	let starts = ground.iter().flat_map(|(whose, places)| {
		let together = places.iter().filter(move |at| touches(**at, places));
		together.map(move |at| (*whose, *at))
	});
	let ((world, owner_avatar), first) = dice.of(starts)?;
	let mut parcels = region(first, &ground[&(world, owner_avatar)], 2 + dice.below(5));
	if dice.rarely() {
		parcels.truncate(1);
	}
	let call = LandCall::found_estate { world, owner: owner_avatar, parcels: named(parcels) };
	by(owner(owner_avatar), call)
}

fn extend_estate(dice: &Dice) -> Option<Deed> {
	let joinable = joinable();
	let mut starts = Vec::new();
	for (estate, details) in changeable() {
		let Some(places) = joinable.get(&(details.world, details.holding.owner)) else { continue };
		let ground = ground(estate);
		let apart = dice.rarely();
		let next = places.iter().filter(|at| apart || touches(**at, &ground));
		starts.extend(next.map(|at| (estate, *at, places)));
	}
	let (estate, first, places) = dice.of(starts)?;
	let parcels = named(region(first, places, 1 + dice.below(3)));
	by_owner_of(estate, LandCall::extend_estate { estate, parcels })
}

/// The ground without some of it.
fn without(ground: &Ground, leaving: &[Coordinates]) -> Ground {
	ground.iter().copied().filter(|at| !leaving.contains(at)).collect()
}

fn reduce_estate(dice: &Dice) -> Option<Deed> {
	let mut leaving = Vec::new();
	for (estate, _) in changeable() {
		let ground = ground(estate);
		let tears = dice.rarely();
		let fits = |at: &&Coordinates| tears || is_connected(&without(&ground, &[**at]));
		if ground.len() > 2 || tears {
			leaving.extend(ground.iter().filter(fits).map(|at| (estate, *at)));
		}
	}
	let (estate, at) = dice.of(leaving)?;
	by_owner_of(estate, LandCall::reduce_estate { estate, parcels: named(vec![at]) })
}

fn merge_estates(dice: &Dice) -> Option<Deed> {
	let changeable = changeable();
	let mut pairs = Vec::new();
	for (into, one) in &changeable {
		let ground_of_one = ground(*into);
		let fits = |(from, other): &&(EstateId, EstateOf<Runtime>)| {
			let same = (one.world, one.holding.owner) == (other.world, other.holding.owner);
			from != into && same && ground(*from).iter().any(|at| touches(*at, &ground_of_one))
		};
		pairs.extend(changeable.iter().filter(fits).map(|(from, _)| (*into, *from)));
	}
	let any = || {
		let any = || dice.of(estates()).map_or(NONE, |(estate, _)| estate);
		(any(), any())
	};
	let (into, from) = dice.of_or(pairs, any)?;
	by_owner_of(into, LandCall::merge_estates { into, from })
}

fn split_estate(dice: &Dice) -> Option<Deed> {
	let mut parts = Vec::new();
	for (estate, _) in changeable() {
		let ground = ground(estate);
		let order = connected_order(&ground);
		let tears = dice.rarely();
		for count in 2..order.len().saturating_sub(1) {
			let part = &order[..count];
			if tears || is_connected(&without(&ground, part)) {
				parts.push((estate, part.to_vec()));
			}
		}
	}
	let (estate, part) = dice.of(parts)?;
	by_owner_of(estate, LandCall::split_estate { estate, parcels: named(part) })
}

fn dissolve_estate(dice: &Dice) -> Option<Deed> {
	let (estate, _) = dice.of(changeable())?;
	let estate = if dice.rarely() { NONE } else { estate };
	by_owner_of(estate, LandCall::dissolve_estate { estate })
}

fn transfer_estate(dice: &Dice) -> Option<Deed> {
	let (estate, _) = dice.of(estates())?;
	// Mostly to who has other land that it may grow by.
	let neighbours = joinable().into_keys().map(|(_, owner)| owner);
	let to = dice
		.of_or(neighbours, || some_avatar(dice))
		.unwrap_or_else(|| some_avatar(dice));
	by_owner_of(estate, LandCall::transfer_estate { estate, to })
}
