// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{
	CollectionDetails, Config, Error, Form, Issuer, ItemDetails, KindDetails, NextCollectionId,
	Pallet,
};
use frame_support::ensure;
use freehold_primitives::{
	ids::{AvatarId, CollectionId, ItemId, KindId},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Returns the id after the one given out now.
	pub(crate) fn ensure_can_create_collection(
		who: &T::AccountId,
		issuer: Issuer,
	) -> Result<CollectionId, DispatchError> {
		Self::ensure_may_create(who, issuer)?;
		let next = NextCollectionId::<T>::get().next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok(next)
	}

	pub(crate) fn ensure_can_adopt_collection(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionDetails<T::AccountId>, DispatchError> {
		let details = Self::collection(collection).ok_or(Error::<T>::UnknownCollection)?;
		Self::ensure_may_create(who, details.issuer)?;
		ensure!(details.payer != *who, Error::<T>::AlreadyAdopted);
		Ok(details)
	}

	pub(crate) fn ensure_can_create_kind(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionDetails<T::AccountId>, DispatchError> {
		let details = Self::collection(collection).ok_or(Error::<T>::UnknownCollection)?;
		Self::ensure_may_create(who, details.issuer)?;
		Self::ensure_adopted(&details)?;
		ensure!(details.kinds < u32::MAX, Error::<T>::NoIdsLeft);
		Ok(details)
	}

	pub(crate) fn ensure_can_mint_items(
		who: &T::AccountId,
		kind: KindId,
		to: &[AvatarId],
	) -> Result<(CollectionDetails<T::AccountId>, KindDetails), DispatchError> {
		let count: u32 = to.len().saturated_into();
		let (collection, details) = Self::ensure_can_mint(who, kind, Form::Unique, count.into())?;
		Self::ensure_adopted(&collection)?;
		ensure!(collection.items.checked_add(count).is_some(), Error::<T>::NoIdsLeft);
		for &avatar in to {
			T::Avatars::ensure_exists(avatar)?;
		}
		Ok((collection, details))
	}

	pub(crate) fn ensure_can_mint_units(
		who: &T::AccountId,
		kind: KindId,
		to: AvatarId,
		amount: u64,
	) -> Result<KindDetails, DispatchError> {
		let (collection, details) = Self::ensure_can_mint(who, kind, Form::Stackable, amount)?;
		Self::ensure_adopted(&collection)?;
		T::Avatars::ensure_exists(to)?;
		Ok(details)
	}

	pub(crate) fn ensure_can_transfer_item(
		who: &T::AccountId,
		item: ItemId,
		to: AvatarId,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::item(item).ok_or(Error::<T>::UnknownItem)?;
		T::Avatars::ensure_owner(who, details.holding.owner)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(details.holding.lock.is_none(), Error::<T>::Locked);
		Ok(details)
	}

	pub(crate) fn ensure_can_transfer_units(
		who: &T::AccountId,
		kind: KindId,
		from: AvatarId,
		to: AvatarId,
		amount: u64,
	) -> DispatchResult {
		T::Avatars::ensure_owner(who, from)?;
		T::Avatars::ensure_exists(to)?;
		Self::kind_of_form(kind, Form::Stackable)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(Self::units_of(kind, from) >= amount, Error::<T>::TooFewUnits);
		Ok(())
	}

	fn ensure_can_mint(
		who: &T::AccountId,
		kind: KindId,
		form: Form,
		amount: u64,
	) -> Result<(CollectionDetails<T::AccountId>, KindDetails), DispatchError> {
		let collection = Self::collection(kind.collection).ok_or(Error::<T>::UnknownCollection)?;
		Self::ensure_may_mint(who, collection.issuer)?;
		let details = Self::kind_of_form(kind, form)?;
		ensure!(amount > 0, Error::<T>::NothingToMint);
		let supply = details.supply.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		ensure!(details.max_supply.is_none_or(|max| supply <= max), Error::<T>::SupplyExceeded);
		Ok((collection, details))
	}

	fn ensure_may_create(who: &T::AccountId, issuer: Issuer) -> DispatchResult {
		match issuer {
			Issuer::World(world) => T::Worlds::ensure_owner(who, world),
			Issuer::Avatar(avatar) => T::Avatars::ensure_owner(who, avatar),
		}
	}

	fn ensure_may_mint(who: &T::AccountId, issuer: Issuer) -> DispatchResult {
		match issuer {
			Issuer::World(world) => T::Worlds::ensure_settler(who, world),
			Issuer::Avatar(avatar) => T::Avatars::ensure_owner(who, avatar),
		}
	}

	/// A world or an avatar may have changed hands since: nobody pays for what its new owner does,
	/// nor does the new owner mint before it has looked at what there is.
	fn ensure_adopted(collection: &CollectionDetails<T::AccountId>) -> DispatchResult {
		let owner = match collection.issuer {
			Issuer::World(world) => T::Worlds::owner(world)?,
			Issuer::Avatar(avatar) => T::Avatars::owner(avatar)?,
		};
		ensure!(collection.payer == owner, Error::<T>::NotAdopted);
		Ok(())
	}

	fn kind_of_form(kind: KindId, form: Form) -> Result<KindDetails, DispatchError> {
		let details = Self::kind(kind).ok_or(Error::<T>::UnknownKind)?;
		ensure!(details.form == form, Error::<T>::WrongForm);
		Ok(details)
	}
}
