// SPDX-License-Identifier: Apache-2.0
//! What other pallets use of this one, joined in the runtime.

use crate::{Config, Pallet, Parcels};
use freehold_primitives::{asset::Holding, key::ParcelKey, land::ParcelId};

impl<T: Config> Pallet<T> {
	/// Who owns the parcel, for the settlement kernel.
	pub fn holding(parcel: ParcelId) -> Option<Holding> {
		Parcels::<T>::get(ParcelKey::from(parcel)).map(|details| details.holding)
	}

	/// Writes who owns a parcel that exists, for the settlement kernel.
	pub fn set_holding(parcel: ParcelId, holding: Holding) {
		Parcels::<T>::mutate(ParcelKey::from(parcel), |details| {
			if let Some(details) = details {
				details.holding = holding;
			}
		});
	}
}
