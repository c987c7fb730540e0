// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use super::{Change, Founding, MIN_PARCELS};
use crate::{
	Access, Config, Error, EstateDetails, EstateOf, Estates, GroundOf, Grounds, NextEstateId,
	Pallet,
};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	ground::is_connected,
	ids::{AvatarId, EstateId, WorldId},
	key::EstateKey,
	land::{Coordinates, ParcelId, Site},
	traits::Avatars,
};
use sp_runtime::{DispatchError, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_found_estate(
		who: &T::AccountId,
		world: WorldId,
		owner: AvatarId,
		parcels: &[Coordinates],
	) -> Result<Founding<T>, DispatchError> {
		T::Avatars::ensure_owner(who, owner)?;
		let joining = Self::ensure_named(parcels.iter().copied())?;
		let access = Self::ensure_can_join(world, owner, &joining)?;
		let ground = Self::ensure_ground(joining)?;
		Self::ensure_can_found(who, world, owner, access, ground)
	}

	pub(crate) fn ensure_can_extend_estate(
		who: &T::AccountId,
		estate: EstateId,
		parcels: &[Coordinates],
	) -> Result<Change<T>, DispatchError> {
		let (details, ground) = Self::ensure_can_reshape(who, estate)?;
		let joining = Self::ensure_named(parcels.iter().copied())?;
		let access = Self::ensure_can_join(details.world, details.holding.owner, &joining)?;
		let details = details.joined_by(access);
		let union = ground.into_iter().chain(joining.iter().copied()).collect();
		Ok(Change::new(estate, details, Self::ensure_ground(union)?, joining))
	}

	pub(crate) fn ensure_can_reduce_estate(
		who: &T::AccountId,
		estate: EstateId,
		parcels: &[Coordinates],
	) -> Result<Change<T>, DispatchError> {
		let (details, ground) = Self::ensure_can_reshape(who, estate)?;
		let leaving = Self::ensure_named(parcels.iter().copied())?;
		ensure!(leaving.is_subset(&ground), Error::<T>::NotInEstate);
		let rest = ground.difference(&leaving).copied().collect();
		Ok(Change::new(estate, details, Self::ensure_ground(rest)?, leaving))
	}

	/// The change of the one estate, and the record of the one that is going to be no more.
	pub(crate) fn ensure_can_merge_estates(
		who: &T::AccountId,
		into: EstateId,
		from: EstateId,
	) -> Result<(Change<T>, EstateOf<T>), DispatchError> {
		ensure!(into != from, Error::<T>::SelfMerge);
		let details = Self::ensure_reshapable(who, into)?;
		let gone = Self::ensure_reshapable(who, from)?;
		ensure!(details.world == gone.world, Error::<T>::WorldsDiffer);
		ensure!(details.holding.owner == gone.holding.owner, Error::<T>::OwnersDiffer);
		ensure!(gone.parcels <= T::MaxParcels::get(), Error::<T>::TooManyParcels);
		let (ground, joining) = (Self::ensure_ground_of(into)?, Self::ensure_ground_of(from)?);
		let details = details.joined_by(gone.access);
		let union = ground.into_iter().chain(joining.iter().copied()).collect();
		let change = Change::new(into, details, Self::ensure_ground(union)?, joining.into_inner());
		Ok((change, gone))
	}

	/// The change of the estate, and the one that splits off. Who may enter stays as it was.
	pub(crate) fn ensure_can_split_estate(
		who: &T::AccountId,
		estate: EstateId,
		parcels: &[Coordinates],
	) -> Result<(Change<T>, Founding<T>), DispatchError> {
		let change = Self::ensure_can_reduce_estate(who, estate, parcels)?;
		let EstateDetails { world, holding, access, .. } = change.details;
		let ground = Self::ensure_ground(change.moving.clone())?;
		let part = Self::ensure_can_found(who, world, holding.owner, access, ground)?;
		Ok((change, part))
	}

	pub(crate) fn ensure_can_dissolve_estate(
		who: &T::AccountId,
		estate: EstateId,
	) -> Result<(EstateOf<T>, GroundOf<T>), DispatchError> {
		let details = Self::ensure_reshapable(who, estate)?;
		ensure!(details.parcels <= T::MaxParcels::get(), Error::<T>::TooManyParcels);
		Ok((details, Self::ensure_ground_of(estate)?))
	}

	pub(crate) fn ensure_can_transfer_estate(
		who: &T::AccountId,
		estate: EstateId,
		to: AvatarId,
	) -> Result<EstateOf<T>, DispatchError> {
		let details = Self::ensure_owned_estate(who, estate)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(details.holding.lock.is_none(), Error::<T>::Locked);
		Ok(details)
	}

	fn ensure_owned_estate(
		who: &T::AccountId,
		estate: EstateId,
	) -> Result<EstateOf<T>, DispatchError> {
		let details =
			Estates::<T>::get(EstateKey::from(estate)).ok_or(Error::<T>::UnknownEstate)?;
		T::Avatars::ensure_owner(who, details.holding.owner)?;
		Ok(details)
	}

	/// An estate whose set of parcels may change: nobody buys or rents less than was shown.
	fn ensure_reshapable(
		who: &T::AccountId,
		estate: EstateId,
	) -> Result<EstateOf<T>, DispatchError> {
		let details = Self::ensure_owned_estate(who, estate)?;
		ensure!(details.holding.lock.is_none(), Error::<T>::Locked);
		Self::ensure_not_leased(Site::Estate(estate))?;
		Ok(details)
	}

	/// The same with its places.
	fn ensure_can_reshape(
		who: &T::AccountId,
		estate: EstateId,
	) -> Result<(EstateOf<T>, GroundOf<T>), DispatchError> {
		Ok((Self::ensure_reshapable(who, estate)?, Self::ensure_ground_of(estate)?))
	}

	/// The largest record that there is: read last.
	fn ensure_ground_of(estate: EstateId) -> Result<GroundOf<T>, DispatchError> {
		let ground = Grounds::<T>::get(EstateKey::from(estate));
		ground.ok_or_else(|| Error::<T>::UnknownEstate.into())
	}

	/// Who may enter the parcels, if they may become part of an estate that `owner` has in this
	/// world. Rent of theirs that nobody has collected would go to whoever has the estate later.
	fn ensure_can_join(
		world: WorldId,
		owner: AvatarId,
		places: &BTreeSet<Coordinates>,
	) -> Result<Access, DispatchError> {
		let mut access = Access::Open;
		for &at in places {
			let parcel = ParcelId { world, at };
			let (holding, entering) = Self::ensure_alone(parcel)?;
			ensure!(holding.owner == owner, Error::<T>::NotOwner);
			ensure!(holding.lock.is_none(), Error::<T>::Locked);
			Self::ensure_settled(Site::Parcel(parcel))?;
			access = access.joined_with(entering);
		}
		Ok(access)
	}

	/// The places as the ground of an estate: enough of them, not too many, and connected.
	fn ensure_ground(places: BTreeSet<Coordinates>) -> Result<GroundOf<T>, DispatchError> {
		ensure!(places.len() >= MIN_PARCELS, Error::<T>::TooFewParcels);
		let ground = GroundOf::<T>::try_from(places).map_err(|()| Error::<T>::TooManyParcels)?;
		ensure!(is_connected(&ground), Error::<T>::NotConnected);
		Ok(ground)
	}

	fn ensure_can_found(
		payer: &T::AccountId,
		world: WorldId,
		owner: AvatarId,
		access: Access,
		ground: GroundOf<T>,
	) -> Result<Founding<T>, DispatchError> {
		let estate = NextEstateId::<T>::get();
		let next = estate.next().ok_or(Error::<T>::NoIdsLeft)?;
		let parcels = ground.len().saturated_into();
		let details = EstateDetails::new(world, owner, parcels, access, payer.clone());
		Ok(Founding { estate, next, details, ground })
	}
}
