// SPDX-License-Identifier: Apache-2.0
//! More land than the stage has: open parcels, estates of them, and terms to let them on.

use crate::{
	names::LandCall,
	stage::{parcel, WORLD},
};
use frame_support::BoundedVec;
use freehold_primitives::{
	asset::Version,
	chain::Balance,
	ids::{AvatarId, EstateId},
	land::{Coordinates, Site, Zone},
	pointer::Pointer,
};
use freehold_runtime::{constants::UNIT, Land, Runtime};
use pallet_land::{LeaseTerms, Right};

/// The places of one call.
pub type Places = BoundedVec<Coordinates, <Runtime as pallet_land::Config>::MaxParcels>;

/// The first estate.
pub const ESTATE: EstateId = EstateId(0);

/// 10 FHD for each 10 blocks, from two times to six, with five blocks' notice and 7 FHD deposit; it
/// may be passed on.
pub const TERMS: LeaseTerms = LeaseTerms {
	price: 10 * UNIT,
	period: 10,
	least: 2,
	most: 6,
	notice: 5,
	deposit: 7 * UNIT,
	sublet: true,
	tenant: None,
};

/// Some places.
///
/// # Panics
/// If they are more than a call names.
pub fn places(places: &[(i16, i16)]) -> Places {
	let places: Vec<_> = places.iter().map(|&(x, y)| Coordinates::new(x, y)).collect();
	places.try_into().expect("a test names few places")
}

/// The world gives an avatar parcels of no particular use.
///
/// # Panics
/// If they are more than a call names.
pub fn issue(to: AvatarId, at: &[(i16, i16)]) -> LandCall {
	let parcels: Vec<_> = places(at).into_iter().map(|at| (at, Zone::Open)).collect();
	let parcels = parcels.try_into().expect("a test issues few parcels");
	LandCall::issue { world: WORLD, to, parcels }
}

/// An avatar makes an estate of its parcels.
pub fn found(owner: AvatarId, at: &[(i16, i16)]) -> LandCall {
	LandCall::found_estate { world: WORLD, owner, parcels: places(at) }
}

/// A parcel as what is let and shared.
pub const fn plot(x: i16, y: i16) -> Site {
	Site::Parcel(parcel(x, y))
}

/// The version of what is there now, as a tenant reads it before it signs.
///
/// # Panics
/// If there is no such site.
pub fn version(site: Site) -> Version {
	let holding = match site {
		Site::Parcel(parcel) => Land::holding(parcel),
		Site::Estate(estate) => Land::estate_holding(estate),
	};
	holding.expect("the test asks for a site that exists").version
}

/// A tenant accepts what is offered as it reads it now.
///
/// # Panics
/// If nothing is offered.
pub fn accept(site: Site, tenant: AvatarId, periods: u32) -> LandCall {
	let terms = Land::lease_offer(site).expect("the site is offered").terms;
	LandCall::accept_lease { site, tenant, periods, terms, version: version(site) }
}

/// What a world server asks of an avatar at a place: whether it may enter, build, edit and manage.
pub fn may(avatar: AvatarId, x: i16, y: i16) -> [bool; 4] {
	Right::ALL.map(|right| Land::may(avatar, right, parcel(x, y)))
}

/// The coins that all leases have set aside, in 10^-12 FHD.
pub fn aside() -> Balance {
	Land::escrowed()
}

/// A pointer to content.
pub fn pointer(text: &str) -> Pointer {
	Pointer::truncate_from(text.into())
}
