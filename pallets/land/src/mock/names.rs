// SPDX-License-Identifier: Apache-2.0
//! How tests name what calls are about.

use super::*;
use crate::LeaseTerms;
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::{Area, Coordinates, ParcelId, Site, Zone},
	pointer::Pointer,
};

/// The avatar that the account owns.
pub(crate) fn avatar(who: AccountId) -> AvatarId {
	AvatarId(u32::try_from(who).expect("accounts of tests are small"))
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn parcel(x: i16, y: i16) -> ParcelId {
	ParcelId { world: WORLD, at: Coordinates::new(x, y) }
}

/// The parcel as a site.
pub(crate) fn site(x: i16, y: i16) -> Site {
	Site::Parcel(parcel(x, y))
}

/// The `n`th estate that a test founded, as a site.
pub(crate) fn estate(n: u32) -> Site {
	Site::Estate(EstateId(n))
}

/// The area between two corners.
pub(crate) fn area(min: (i16, i16), max: (i16, i16)) -> Area {
	Area { min: Coordinates::new(min.0, min.1), max: Coordinates::new(max.0, max.1) }
}

/// Places, all in one zone.
pub(crate) fn places(
	zone: Zone,
	places: &[(i16, i16)],
) -> BoundedVec<(Coordinates, Zone), ConstU32<MAX_PARCELS>> {
	bounded(places.iter().map(|&(x, y)| (Coordinates::new(x, y), zone)))
}

/// Places, as a call names them.
pub(crate) fn ground(places: &[(i16, i16)]) -> BoundedVec<Coordinates, ConstU32<MAX_PARCELS>> {
	bounded(places.iter().map(|&(x, y)| Coordinates::new(x, y)))
}

/// The places of the `n`th estate that a test founded.
pub(crate) fn ground_of(n: u32) -> Vec<(i16, i16)> {
	let places = Land::estate_parcels(EstateId(n), 0, MAX_ESTATE_PARCELS);
	places.into_iter().map(|at| (at.x, at.y)).collect()
}

/// Whatever a call names.
pub(crate) fn bounded<Thing>(
	things: impl Iterator<Item = Thing>,
) -> BoundedVec<Thing, ConstU32<MAX_PARCELS>> {
	things
		.collect::<Vec<_>>()
		.try_into()
		.unwrap_or_else(|_| panic!("calls of tests name at most {MAX_PARCELS}"))
}

pub(crate) fn pointer(text: &str) -> Pointer {
	text.as_bytes().to_vec().try_into().expect("pointers of tests are short")
}

/// 10 a period of 3 blocks, for 2 to 5 periods, with 4 blocks of notice and a deposit of 8.
pub(crate) fn terms() -> LeaseTerms {
	LeaseTerms {
		price: 10,
		period: 3,
		least: 2,
		most: 5,
		notice: 4,
		deposit: 8,
		sublet: false,
		tenant: None,
	}
}
