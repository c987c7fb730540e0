// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Access, Config, Error, Pallet, Parcels, Title};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, WorldId},
	key::ParcelKey,
	land::{Area, Coordinates, ParcelId, Site, Zone},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_issue(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		parcels: &[(Coordinates, Zone)],
	) -> DispatchResult {
		let has_public = parcels.iter().any(|(_, zone)| zone.is_public());
		Self::ensure_issues(who, world, to, has_public)?;
		for at in Self::ensure_named(parcels.iter().map(|(at, _)| *at))? {
			T::Worlds::ensure_contains(world, at)?;
			Self::ensure_not_issued(ParcelId { world, at })?;
		}
		Ok(())
	}

	pub(crate) fn ensure_can_issue_area(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		area: Area,
		zone: Zone,
	) -> DispatchResult {
		Self::ensure_issues(who, world, to, zone.is_public())?;
		Self::ensure_area(world, area)?;
		let most = u64::from(T::MaxParcels::get());
		ensure!(area.size() <= most, Error::<T>::TooManyParcels);
		area.places().try_for_each(|at| Self::ensure_not_issued(ParcelId { world, at }))
	}

	pub(crate) fn ensure_can_transfer(
		who: &T::AccountId,
		parcel: ParcelId,
		to: AvatarId,
	) -> Result<Holding, DispatchError> {
		let holding = Self::ensure_own(parcel)?;
		T::Avatars::ensure_owner(who, holding.owner)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(holding.lock.is_none(), Error::<T>::Locked);
		Ok(holding)
	}

	/// How the parcels are held, in the order in which they were named.
	pub(crate) fn ensure_can_transfer_batch(
		who: &T::AccountId,
		world: WorldId,
		transfers: &[(Coordinates, AvatarId)],
	) -> Result<Vec<Holding>, DispatchError> {
		Self::ensure_named(transfers.iter().map(|(at, _)| *at))?;
		transfers
			.iter()
			.map(|&(at, to)| Self::ensure_can_transfer(who, ParcelId { world, at }, to))
			.collect()
	}

	/// Public land may be given back too: that is no change of hands.
	pub(crate) fn ensure_can_relinquish(
		who: &T::AccountId,
		parcel: ParcelId,
	) -> Result<Holding, DispatchError> {
		let holding = Self::ensure_own(parcel)?;
		T::Avatars::ensure_owner(who, holding.owner)?;
		ensure!(matches!(holding.lock, None | Some(Lock::PublicLand)), Error::<T>::Locked);
		Self::ensure_not_leased(Site::Parcel(parcel))?;
		Ok(holding)
	}

	/// How a parcel is held, if it is on its own.
	pub(crate) fn ensure_own(parcel: ParcelId) -> Result<Holding, DispatchError> {
		Self::ensure_alone(parcel).map(|(holding, _)| holding)
	}

	/// How a parcel is held, if it is on its own, and who may enter it.
	pub(crate) fn ensure_alone(parcel: ParcelId) -> Result<(Holding, Access), DispatchError> {
		let details =
			Parcels::<T>::get(ParcelKey::from(parcel)).ok_or(Error::<T>::UnknownParcel)?;
		match details.title {
			Title::Own(holding) => Ok((holding, details.access)),
			Title::PartOf { .. } => Err(Error::<T>::InEstate.into()),
		}
	}

	/// The places that a call names: at least one, and none twice.
	pub(crate) fn ensure_named(
		places: impl Iterator<Item = Coordinates>,
	) -> Result<BTreeSet<Coordinates>, DispatchError> {
		let mut named = BTreeSet::new();
		for at in places {
			ensure!(named.insert(at), Error::<T>::NamedTwice);
		}
		ensure!(!named.is_empty(), Error::<T>::NothingNamed);
		Ok(named)
	}

	/// Succeeds if all places of the area lie in the world: its grid is an area too, so that two
	/// corners tell.
	pub(crate) fn ensure_area(world: WorldId, area: Area) -> DispatchResult {
		ensure!(area.is_valid(), Error::<T>::InvalidArea);
		T::Worlds::ensure_contains(world, area.min)?;
		T::Worlds::ensure_contains(world, area.max)
	}

	pub(crate) fn ensure_not_issued(parcel: ParcelId) -> DispatchResult {
		let issued = Parcels::<T>::contains_key(ParcelKey::from(parcel));
		ensure!(!issued, Error::<T>::AlreadyIssued);
		Ok(())
	}

	/// Nobody is burdened with public land: who has it can't give it away, nor retire before it is
	/// relinquished.
	fn ensure_issues(
		who: &T::AccountId,
		world: WorldId,
		to: AvatarId,
		has_public: bool,
	) -> DispatchResult {
		T::Worlds::ensure_owner(who, world)?;
		T::Worlds::ensure_open(world)?;
		if has_public {
			T::Avatars::ensure_owner(who, to)
		} else {
			T::Avatars::ensure_exists(to)
		}
	}
}
