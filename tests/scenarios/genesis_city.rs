// SPDX-License-Identifier: Apache-2.0
//! A real city: its 90,601 parcels are issued as their operator would, its districts become
//! estates, and it is handed out to 1,695 owners. What is expected of the map was computed apart
//! from this code.

use frame_support::{assert_ok, traits::Get};
use freehold_primitives::{
	ids::{AvatarId, EstateId},
	key::WorldKey,
	land::{Coordinates, ParcelId, Site, Zone},
};
use freehold_runtime::{
	configs::virtual_world::{EstateDeposit, ParcelDeposit},
	Land, Runtime,
};
use freehold_tests::{
	chain::{held, Chain},
	city::{self, Allotment, City, District},
	keyring::BOB,
	names::*,
	stage::{parcel, TREASURY, WORLD},
};
use std::collections::BTreeMap;

type MaxParcels = <Runtime as pallet_land::Config>::MaxParcels;

/// The districts that do not hang together, and in how many pieces they are. The first and the last
/// are public land besides.
const IN_PIECES: [(&str, usize); 3] = [("Genesis Plaza", 11), ("Fashion Street", 2), ("Road", 18)];

/// The districts to which more was given than they have, and how much more: homes take its place.
const OVERFULL: [(&str, usize); 4] =
	[("Aetheria", 1_997), ("Mother Russia Land", 1), ("Vegas City", 143), ("Voltaire", 5)];

/// How many estates there are: one for each of the 39 districts that are neither public nor in
/// pieces, and one for each side of Fashion Street.
const ESTATES: usize = 41;

/// Its two sides.
const SIDES: [usize; 2] = [1_053, 1_045];

/// How many parcels the estates have together.
const IN_ESTATES: usize = 33_095;

/// The first estate that takes more than one call: four.
const DRAGON_CITY: EstateId = EstateId(2);

/// Who gave land, and how much in all.
const CONTRIBUTORS: usize = 1_695;
const CONTRIBUTED: usize = 35_241;

/// How many parcels a transaction hands out: the most that are sure to fit in a block.
const HANDFUL: usize = 512;

fn limit() -> usize {
	<MaxParcels as Get<u32>>::get() as usize
}

fn issue(parcels: &[(Coordinates, Zone)]) -> LandCall {
	let parcels = parcels.to_vec().try_into().expect("a chunk fits in a call");
	LandCall::issue { world: WORLD, to: TREASURY, parcels }
}

/// A city of which the treasury has everything.
fn build(chain: &Chain, city: &City) {
	chain.must(BOB, AvatarsCall::create {});
	chain.must(BOB, WorldsCall::register { bounds: city::BOUNDS, fee: None });
	for chunk in city.parcels.chunks(limit()) {
		chain.must(BOB, issue(chunk));
	}
	chain.next_block();
}

#[test]
fn every_parcel_of_a_real_city_is_issued_once_in_its_zone() {
	let Some(City { parcels, counts, .. }) = City::load() else { return };
	assert_eq!(parcels.len(), 90_601);
	let chunks: Vec<_> = parcels.chunks(limit()).collect();
	assert_eq!(chunks.len(), 89);

	Chain::run(|chain| {
		chain.must(BOB, AvatarsCall::create {});
		chain.must(BOB, WorldsCall::register { bounds: city::BOUNDS, fee: None });
		chain.next_block();

		// A full call is a transaction that fits in a block; the others save the test the blocks.
		assert_ok!(chain.submit(BOB, issue(chunks[0])));
		for chunk in &chunks[1..] {
			chain.must(BOB, issue(chunk));
		}

		let issued: BTreeMap<Coordinates, Zone> = pallet_land::Parcels::<Runtime>::iter()
			.map(|(key, details)| {
				let parcel = ParcelId::from(key);
				assert_eq!(parcel.world, WORLD);
				assert_eq!(Land::holding(parcel).map(|it| it.owner), Some(TREASURY));
				(parcel.at, details.zone)
			})
			.collect();
		let named: BTreeMap<_, _> = parcels.iter().copied().collect();
		assert!(issued == named, "what was issued is what the map names");
		assert_eq!(pallet_land::ParcelCount::<Runtime>::get(WorldKey::from(WORLD)), 90_601);
		let mut counted = BTreeMap::<Zone, usize>::new();
		for zone in issued.into_values() {
			*counted.entry(zone).or_default() += 1;
		}
		assert_eq!(counted, counts);
		assert_eq!(held(BOB, pallet_land::HoldReason::Parcel), 90_601 * ParcelDeposit::get());

		for (at, zone) in [parcels[0], parcels[45_300], parcels[90_600]] {
			chain.refuses(BOB, issue(&[(at, zone)]), LandError::AlreadyIssued);
		}
	});
}

#[test]
fn districts_become_estates_where_they_hang_together_and_are_handed_out_to_their_owners() {
	let Some(city) = City::load() else { return };
	assert_the_districts_are_as_known(&city);

	Chain::run(|chain| {
		build(chain, &city);

		refuse_public_land(chain, &city);
		let estates = found_estates(chain, &city);
		assert_the_estates_are_the_districts(&estates);
		chain.next_block();

		dissolve(chain, &estates);
		hand_out(chain, &city);
		chain.next_block();
		assert_everyone_has_their_share(&city);
		assert_eq!(held(BOB, pallet_land::HoldReason::Parcel), 90_601 * ParcelDeposit::get());
	});
}

/// The estates, each with its parcels in an order of which every beginning hangs together.
type Estates = Vec<(EstateId, Vec<Coordinates>)>;

fn assert_the_districts_are_as_known(city: &City) {
	assert_eq!(city.districts.len(), 42);
	let pieces = city.districts.iter().map(|it| (it.name.as_str(), it.pieces().len()));
	let in_pieces: Vec<_> = pieces.filter(|(_, pieces)| *pieces > 1).collect();
	assert_eq!(in_pieces, IN_PIECES);
	let public = city.districts.iter().filter(|it| it.zone.is_public());
	let public: Vec<_> = public.map(|it| it.name.as_str()).collect();
	assert_eq!(public, ["Genesis Plaza", "Road"]);

	let given = city.districts.iter().zip(city.given());
	let mut overfull: Vec<_> = given
		.filter_map(|(it, given)| {
			let more = given.checked_sub(it.places.len()).filter(|more| *more > 0)?;
			Some((it.name.as_str(), more))
		})
		.collect();
	overfull.sort();
	assert_eq!(overfull, OVERFULL);
}

fn named<'a>(city: &'a City, name: &str) -> &'a District {
	let found = city.districts.iter().find(|it| it.name == name);
	found.expect("the city has this district")
}

fn estate_call(first: bool, estate: EstateId, places: &[Coordinates]) -> LandCall {
	let parcels = places.to_vec().try_into().expect("a step fits in a call");
	if first {
		LandCall::found_estate { world: WORLD, owner: TREASURY, parcels }
	} else {
		LandCall::extend_estate { estate, parcels }
	}
}

/// Neither a plaza nor a road becomes an estate, not even the largest piece that hangs together.
fn refuse_public_land(chain: &Chain, city: &City) {
	for district in city.districts.iter().filter(|it| it.zone.is_public()) {
		let largest = district.pieces().into_iter().max_by_key(Vec::len).unwrap_or_default();
		let piece = &largest[..largest.len().min(limit())];
		chain.refuses(BOB, estate_call(true, EstateId(0), piece), LandError::Locked);
	}
}

fn found_estates(chain: &Chain, city: &City) -> Estates {
	let street = named(city, "Fashion Street");
	let both_sides: Vec<_> = street.places.iter().copied().take(limit()).collect();
	chain.refuses(BOB, estate_call(true, EstateId(0), &both_sides), LandError::NotConnected);

	let ground = city.districts.iter().filter(|it| !it.zone.is_public());
	let pieces = ground.flat_map(District::pieces);
	let estates: Estates = (0..).map(EstateId).zip(pieces).collect();
	for (estate, order) in &estates {
		for (step, places) in order.chunks(limit()).enumerate() {
			let call = estate_call(step == 0, *estate, places);
			if *estate == DRAGON_CITY {
				// Full calls are transactions that fit in a block; the others save the blocks.
				assert_ok!(chain.submit(BOB, call));
				chain.next_block();
			} else {
				chain.must(BOB, call);
			}
		}
	}

	let sides: Vec<_> = estates
		.iter()
		.filter(|(_, order)| street.places.contains(&order[0]))
		.map(|(estate, order)| (*estate, order.len()))
		.collect();
	let mut lengths: Vec<_> = sides.iter().map(|(_, length)| *length).collect();
	lengths.sort_by(|a, b| b.cmp(a));
	assert_eq!(lengths, SIDES);
	estates
}

fn assert_the_estates_are_the_districts(estates: &Estates) {
	assert_eq!(estates.len(), ESTATES);
	assert_eq!(estates.iter().map(|(_, order)| order.len()).sum::<usize>(), IN_ESTATES);
	for (estate, order) in estates {
		let details = Land::estate(*estate).expect("it was founded");
		assert_eq!(details.parcels as usize, order.len());
		assert_eq!(details.holding.owner, TREASURY);
		// Founded in one step, and each later one moves the version.
		assert_eq!(details.holding.version as usize, (order.len() - 1) / limit());
		for at in order {
			let title = Land::parcel(parcel(at.x, at.y)).map(|it| it.title);
			let part = pallet_land::Title::PartOf { estate: *estate, version: 0 };
			assert_eq!(title, Some(part), "{at}");
		}
	}
	let deposits = EstateDeposit::get() * ESTATES as u128;
	assert_eq!(held(BOB, pallet_land::HoldReason::Estate), deposits);
}

/// Large estates are cut down first: from the end, so that what is left hangs together.
fn dissolve(chain: &Chain, estates: &Estates) {
	for (estate, order) in estates {
		for places in order.chunks(limit()).skip(1).rev() {
			let parcels = places.to_vec().try_into().expect("a step fits in a call");
			chain.must(BOB, LandCall::reduce_estate { estate: *estate, parcels });
		}
		chain.must(BOB, LandCall::dissolve_estate { estate: *estate });
		assert_eq!(Land::owner_of(Site::Estate(*estate)), None);
	}
	assert_eq!(held(BOB, pallet_land::HoldReason::Estate), 0);
}

/// The avatar of a contributor: the treasury was there first.
fn avatar(contributor: usize) -> AvatarId {
	AvatarId(u32::try_from(contributor).expect("they are few") + 1)
}

fn hand_out(chain: &Chain, city: &City) {
	assert_eq!(city.contributors.len(), CONTRIBUTORS);
	for _ in &city.contributors {
		chain.must(BOB, AvatarsCall::create {});
	}
	let allotment: Allotment = city.allotment();
	assert_eq!(allotment.len(), CONTRIBUTED);
	for (step, chunk) in allotment.chunks(HANDFUL).enumerate() {
		let transfers: Vec<_> = chunk.iter().map(|(at, owner)| (*at, avatar(*owner))).collect();
		let transfers = transfers.try_into().expect("a handful fits in a call");
		let call = LandCall::transfer_batch { world: WORLD, transfers };
		if step == 0 {
			assert_ok!(chain.submit(BOB, call));
		} else {
			chain.must(BOB, call);
		}
	}
}

fn assert_everyone_has_their_share(city: &City) {
	let mut counted = BTreeMap::<AvatarId, usize>::new();
	for key in pallet_land::Parcels::<Runtime>::iter_keys() {
		let holding = Land::holding(ParcelId::from(key)).expect("the key was just found");
		*counted.entry(holding.owner).or_default() += 1;
	}
	assert_eq!(counted.remove(&TREASURY), Some(90_601 - CONTRIBUTED));
	assert_eq!(counted.len(), CONTRIBUTORS);
	for (place, contributor) in city.contributors.iter().enumerate() {
		assert_eq!(counted[&avatar(place)], contributor.parcels(), "{}", contributor.address);
	}
	// Real ownership is this skewed.
	let mut shares: Vec<_> = counted.into_values().collect();
	shares.sort_unstable_by(|a, b| b.cmp(a));
	assert_eq!(shares[..3], [1_501, 1_189, 880]);
	assert_eq!(shares.iter().filter(|share| **share == 1).count(), 374);
}
