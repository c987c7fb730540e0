// SPDX-License-Identifier: Apache-2.0
//! A real city's land map, issued as its operator would: 90,601 parcels in full calls.

use frame_support::{assert_ok, traits::Get};
use freehold_primitives::{
	key::WorldKey,
	land::{Coordinates, ParcelId, Zone},
};
use freehold_runtime::{configs::virtual_world::ParcelDeposit, Runtime};
use freehold_tests::{
	chain::{held, Chain},
	city::{self, City},
	keyring::BOB,
	names::*,
	stage::{TREASURY, WORLD},
};
use std::collections::BTreeMap;

type MaxIssue = <Runtime as pallet_land::Config>::MaxIssue;

fn issue(parcels: &[(Coordinates, Zone)]) -> LandCall {
	let parcels = parcels.to_vec().try_into().expect("a chunk fits in a call");
	LandCall::issue { world: WORLD, to: TREASURY, parcels }
}

#[test]
fn every_parcel_of_a_real_city_is_issued_once_in_its_zone() {
	let Some(City { parcels, counts }) = City::load() else { return };
	assert_eq!(parcels.len(), 90_601);
	let chunks: Vec<_> = parcels.chunks(<MaxIssue as Get<u32>>::get() as usize).collect();
	assert_eq!(chunks.len(), 45);

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
				let ParcelId { world, at } = key.into();
				assert_eq!((world, details.holding.owner), (WORLD, TREASURY));
				(at, details.zone)
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
