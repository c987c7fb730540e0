// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::{Change, Founding};
use crate::{
	Config, EstateDetails, EstateOf, Estates, Event, GroundOf, Grounds, HoldReason, NextEstateId,
	Pallet, Parcels, Title,
};
use alloc::collections::BTreeSet;
use frame_support::traits::Get;
use freehold_primitives::{
	ids::{AvatarId, EstateId, WorldId},
	key::{EstateKey, ParcelKey},
	land::{Coordinates, ParcelId, Site},
	traits::Avatars,
};
use sp_runtime::{DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_found_estate(founding: Founding<T>) -> DispatchResult {
		let estate = founding.estate;
		let EstateDetails { world, holding, parcels, .. } = founding.details;
		Self::create_estate(founding)?;
		T::Avatars::release(holding.owner, parcels);
		Self::deposit_event(Event::EstateFounded { estate, world, owner: holding.owner, parcels });
		Ok(())
	}

	pub(crate) fn do_extend_estate(change: Change<T>) {
		let Change { estate, details, ground, moving, .. } = change;
		let parcels = details.parcels;
		Self::retitle(details.world, &moving, |title| title.joined_to(estate));
		T::Avatars::release(details.holding.owner, moving.len().saturated_into());
		Self::put_estate(estate, details, ground);
		Self::deposit_event(Event::EstateExtended { estate, parcels });
	}

	pub(crate) fn do_reduce_estate(change: Change<T>) -> DispatchResult {
		let Change { estate, details, ground, moving, .. } = change;
		let (owner, parcels) = (details.holding.owner, details.parcels);
		Self::retitle(details.world, &moving, |title| title.left_to(owner));
		T::Avatars::retain(owner, moving.len().saturated_into())?;
		Self::put_estate(estate, details, ground);
		Self::deposit_event(Event::EstateReduced { estate, parcels });
		Ok(())
	}

	pub(crate) fn do_merge_estates(
		change: Change<T>,
		from: EstateId,
		gone: EstateOf<T>,
	) -> DispatchResult {
		let Change { estate: into, details, ground, moving, .. } = change;
		let parcels = details.parcels;
		Self::remove_estate(from, &gone)?;
		Self::retitle(details.world, &moving, |title| title.joined_to(into));
		Self::put_estate(into, details, ground);
		Self::deposit_event(Event::EstatesMerged { into, from, parcels });
		Ok(())
	}

	pub(crate) fn do_split_estate(change: Change<T>, split: Founding<T>) -> DispatchResult {
		let Change { estate, details, ground, .. } = change;
		let (part, parcels) = (split.estate, split.details.parcels);
		Self::create_estate(split)?;
		Self::put_estate(estate, details, ground);
		Self::deposit_event(Event::EstateSplit { estate, part, parcels });
		Ok(())
	}

	pub(crate) fn do_dissolve_estate(
		estate: EstateId,
		details: EstateOf<T>,
		ground: GroundOf<T>,
	) -> DispatchResult {
		let owner = details.holding.owner;
		Self::remove_estate(estate, &details)?;
		Self::retitle(details.world, &ground, |title| title.left_to(owner));
		T::Avatars::retain(owner, details.parcels)?;
		Self::deposit_event(Event::EstateDissolved { estate });
		Ok(())
	}

	pub(crate) fn do_transfer_estate(
		estate: EstateId,
		details: EstateOf<T>,
		to: AvatarId,
	) -> DispatchResult {
		let from = details.holding.owner;
		T::Avatars::retain(to, 1)?;
		T::Avatars::release(from, 1);
		Self::set_estate_holding(estate, details.holding.moved_to(to));
		Self::deposit_event(Event::EstateTransferred { estate, from, to });
		Ok(())
	}

	/// Makes an estate of parcels that its owner has, on their own or in another estate.
	fn create_estate(founding: Founding<T>) -> DispatchResult {
		let Founding { estate, next, details, ground } = founding;
		Self::hold(HoldReason::Estate, &details.payer, T::EstateDeposit::get())?;
		T::Avatars::retain(details.holding.owner, 1)?;
		Self::retitle(details.world, &ground, |title| title.joined_to(estate));
		NextEstateId::<T>::put(next);
		Self::put_estate(estate, details, ground);
		Ok(())
	}

	/// Removes an estate and what hangs on it. Its parcels are left for the caller.
	fn remove_estate(estate: EstateId, details: &EstateOf<T>) -> DispatchResult {
		Self::vacate(Site::Estate(estate))?;
		Self::pay_back(HoldReason::Estate, &details.payer, T::EstateDeposit::get())?;
		T::Avatars::release(details.holding.owner, 1);
		let key = EstateKey::from(estate);
		Estates::<T>::remove(key);
		Grounds::<T>::remove(key);
		Ok(())
	}

	fn put_estate(estate: EstateId, details: EstateOf<T>, ground: GroundOf<T>) {
		let key = EstateKey::from(estate);
		Estates::<T>::insert(key, details);
		Grounds::<T>::insert(key, ground);
	}

	/// Changes how parcels that exist are held.
	fn retitle(world: WorldId, places: &BTreeSet<Coordinates>, title: impl Fn(Title) -> Title) {
		for &at in places {
			Parcels::<T>::mutate_extant(ParcelKey::from(ParcelId { world, at }), |parcel| {
				parcel.title = title(parcel.title);
			});
		}
	}
}
