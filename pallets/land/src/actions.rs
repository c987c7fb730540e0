// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, HoldReason, Pallet, ParcelCount, ParcelDetails, Parcels};
use frame_support::traits::{fungible::MutateHold, Get};
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::{ParcelKey, WorldKey},
	land::{Coordinates, ParcelId, Zone},
};
use sp_runtime::{DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_issue(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		parcels: &[(Coordinates, Zone)],
	) -> DispatchResult {
		let count: u32 = parcels.len().saturated_into();
		let deposit = T::ParcelDeposit::get().saturating_mul(Balance::from(count));
		T::Currency::hold(&HoldReason::Parcel.into(), who, deposit)?;
		for &(at, zone) in parcels {
			let key = ParcelKey::from(ParcelId { world, at });
			Parcels::<T>::insert(key, ParcelDetails::new(to, zone));
		}
		ParcelCount::<T>::mutate(WorldKey::from(world), |total| {
			*total = total.saturating_add(count);
		});
		Self::deposit_event(Event::ParcelsIssued { world, to, count });
		Ok(())
	}

	pub(crate) fn do_transfer(parcel: ParcelId, details: ParcelDetails, to: AvatarId) {
		let from = details.holding.owner;
		let holding = details.holding.moved_to(to);
		Parcels::<T>::insert(ParcelKey::from(parcel), ParcelDetails { holding, ..details });
		Self::deposit_event(Event::ParcelTransferred { parcel, from, to });
	}
}
