// SPDX-License-Identifier: Apache-2.0
//! Lists for people, one bounded page at a time.

use crate::{Config, Counters, Grounds, Pallet, ParcelDetails, Parcels, SaleDetails, Sales};
use alloc::vec::Vec;
use freehold_primitives::{
	ids::{EstateId, WorldId},
	key::{EstateKey, ParcelKey, WorldKey},
	land::{Area, Coordinates, ParcelId},
};
use sp_runtime::SaturatedConversion;

/// Most entries of a page.
const MAX_PAGE: u32 = 1_024;

/// Most records that a walk over an area looks at. Few lie outside: each takes the walk to the
/// next place inside.
const MAX_VISITS: u32 = 4_096;

impl<T: Config> Pallet<T> {
	/// See the view function `window`.
	pub(crate) fn walk(
		world: WorldId,
		area: Area,
		after: Option<Coordinates>,
		limit: u32,
	) -> (Vec<(Coordinates, ParcelDetails)>, Option<Coordinates>) {
		let limit = page(limit);
		let (mut found, mut last) = (Vec::new(), after);
		for _ in 0..MAX_VISITS {
			let code = last.map_or(Some(0), |at| at.morton().checked_add(1));
			let Some(code) = code.and_then(|code| area.next_in_z_order(code)) else {
				return (found, None);
			};
			if found.len() >= limit {
				break;
			}
			let Some((at, details)) = Self::first_parcel_from(world, code) else {
				return (found, None);
			};
			if area.contains(at) {
				found.push((at, details));
			}
			last = Some(at);
		}
		(found, last)
	}

	/// The first parcel of the world in z-order that is at this number or behind it.
	fn first_parcel_from(world: WorldId, code: u32) -> Option<(Coordinates, ParcelDetails)> {
		let at = Coordinates::from_morton(code);
		let key = ParcelKey::from(ParcelId { world, at });
		if let Some(details) = Parcels::<T>::get(key) {
			return Some((at, details));
		}
		let (key, details) = Parcels::<T>::iter_from_key(key).next()?;
		let parcel = ParcelId::from(key);
		(parcel.world == world).then_some((parcel.at, details))
	}

	/// See the view function `estate_parcels`.
	pub(crate) fn page_of_ground(estate: EstateId, start: u32, limit: u32) -> Vec<Coordinates> {
		let ground = Grounds::<T>::get(EstateKey::from(estate));
		let places = ground.into_iter().flatten();
		places.skip(start.saturated_into()).take(page(limit)).collect()
	}

	/// See the view function `sales`.
	pub(crate) fn page_of_sales(
		world: WorldId,
		start: u32,
		limit: u32,
	) -> (Vec<(u32, SaleDetails)>, Option<u32>) {
		let key = WorldKey::from(world);
		let next = Counters::<T>::get(key).next;
		let end = start.saturating_add(page(limit).saturated_into()).min(next);
		let open = |number| Sales::<T>::get(key, number).map(|sale| (number, sale));
		((start..end).filter_map(open).collect(), (end < next).then_some(end))
	}
}

/// How many entries a page of this limit has: at least one, or nobody would ever get further.
fn page(limit: u32) -> usize {
	limit.clamp(1, MAX_PAGE).saturated_into()
}
