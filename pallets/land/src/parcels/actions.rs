// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, FirstVersion, HoldReason, Pallet, ParcelCount, ParcelDetails, Parcels};
use alloc::vec::Vec;
use frame_support::traits::Get;
use freehold_primitives::{
	asset::Holding,
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::{ParcelKey, WorldKey},
	land::{Area, Coordinates, ParcelId, Site, Zone},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_issue(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		parcels: &[(Coordinates, Zone)],
	) -> DispatchResult {
		let count = Self::create_parcels(who, world, to, parcels.iter().copied())?;
		Self::deposit_event(Event::ParcelsIssued { world, to, count });
		Ok(())
	}

	pub(crate) fn do_issue_area(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		area: Area,
		zone: Zone,
	) -> DispatchResult {
		let parcels = area.places().map(|at| (at, zone));
		let count = Self::create_parcels(who, world, to, parcels)?;
		Self::deposit_event(Event::ParcelsIssued { world, to, count });
		Ok(())
	}

	pub(crate) fn do_transfer(parcel: ParcelId, holding: Holding, to: AvatarId) -> DispatchResult {
		let from = holding.owner;
		T::Avatars::retain(to, 1)?;
		T::Avatars::release(from, 1);
		Self::set_holding(parcel, holding.moved_to(to));
		Self::deposit_event(Event::ParcelTransferred { parcel, from, to });
		Ok(())
	}

	pub(crate) fn do_transfer_batch(
		world: WorldId,
		transfers: &[(Coordinates, AvatarId)],
		holdings: Vec<Holding>,
	) -> DispatchResult {
		let mut moves = transfers.iter().zip(holdings);
		moves.try_for_each(|(&(at, to), holding)| {
			Self::do_transfer(ParcelId { world, at }, holding, to)
		})
	}

	pub(crate) fn do_relinquish(parcel: ParcelId, holding: Holding) -> DispatchResult {
		let Holding { owner, version, .. } = holding;
		Self::vacate(Site::Parcel(parcel))?;
		Parcels::<T>::remove(ParcelKey::from(parcel));
		let above = version.saturating_add(1);
		FirstVersion::<T>::mutate(|first| *first = above.max(*first));
		T::Avatars::release(owner, 1);
		let operator = T::Worlds::owner(parcel.world)?;
		Self::pay_back(HoldReason::Parcel, &operator, T::ParcelDeposit::get())?;
		Self::count_parcel_out(parcel.world);
		Self::deposit_event(Event::ParcelRelinquished { parcel, owner });
		Ok(())
	}

	/// Writes the records of new parcels, holds their deposits of who operates the world, and says
	/// how many they are.
	pub(crate) fn create_parcels(
		operator: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		parcels: impl Iterator<Item = (Coordinates, Zone)>,
	) -> Result<u32, DispatchError> {
		let version = FirstVersion::<T>::get();
		let mut count = 0u32;
		for (at, zone) in parcels {
			let key = ParcelKey::from(ParcelId { world, at });
			Parcels::<T>::insert(key, ParcelDetails::new(to, zone, version));
			count = count.saturating_add(1);
		}
		let deposit = T::ParcelDeposit::get().saturating_mul(Balance::from(count));
		Self::hold(HoldReason::Parcel, operator, deposit)?;
		T::Avatars::retain(to, count)?;
		Self::count_parcels_in(world, count)?;
		Ok(count)
	}

	/// A world with parcels can't be closed: the first retains it.
	fn count_parcels_in(world: WorldId, count: u32) -> DispatchResult {
		let key = WorldKey::from(world);
		let before = ParcelCount::<T>::get(key);
		if before == 0 {
			T::Worlds::retain(world)?;
		}
		ParcelCount::<T>::insert(key, before.saturating_add(count));
		Ok(())
	}

	/// The last parcel that is gone releases the world.
	fn count_parcel_out(world: WorldId) {
		let key = WorldKey::from(world);
		let left = ParcelCount::<T>::get(key).saturating_sub(1);
		if left == 0 {
			ParcelCount::<T>::remove(key);
			T::Worlds::release(world);
		} else {
			ParcelCount::<T>::insert(key, left);
		}
	}
}
