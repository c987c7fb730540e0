// SPDX-License-Identifier: Apache-2.0
//! The land that is let.

use super::*;
use frame_support::{storage_alias, Identity};
use freehold_primitives::{asset::UniqueId, land::ParcelId, traits};

/// The parcels that somebody rents.
#[storage_alias]
type Rented = StorageMap<Mock, Identity, ParcelId, ()>;

/// Knows what is let.
pub struct Ground;

impl Ground {
	/// As if the parcel had been let, which moves its version.
	pub(crate) fn let_out(parcel: UniqueId) {
		Rented::insert(parcel_id(parcel), ());
		change(parcel);
	}

	/// As if the tenant had left, which moves its version too.
	pub(crate) fn end_lease(parcel: UniqueId) {
		Rented::remove(parcel_id(parcel));
		change(parcel);
	}
}

fn parcel_id(parcel: UniqueId) -> ParcelId {
	match parcel {
		UniqueId::Parcel(id) => id,
		other => panic!("tests let parcels, not {other}"),
	}
}

impl traits::Land for Ground {
	fn is_let(parcel: ParcelId) -> bool {
		Rented::contains_key(parcel)
	}
}
