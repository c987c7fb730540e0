// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{CollectionOf, Config, Error, Issuer, MetadataDetails, NextCollectionId, Pallet};
use frame_support::ensure;
use freehold_primitives::{
	chain::Balance,
	ids::CollectionId,
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

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
		max_deposits: Balance,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issuer(who, collection)?;
		ensure!(details.payer != *who, Error::<T>::AlreadyAdopted);
		Self::ensure_deposits(collection, &details, max_deposits)?;
		Ok(details)
	}

	pub(crate) fn ensure_can_set_metadata(
		who: &T::AccountId,
		collection: CollectionId,
		metadata: Option<&MetadataDetails>,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issues(who, collection)?;
		if let Some(MetadataDetails { name, pointer }) = metadata {
			let is_name = !name.is_empty() && core::str::from_utf8(name).is_ok();
			ensure!(is_name, Error::<T>::InvalidName);
			let leads_somewhere = pointer.as_ref().is_none_or(|pointer| !pointer.is_empty());
			ensure!(leads_somewhere, Error::<T>::EmptyPointer);
		}
		Ok(details)
	}

	pub(crate) fn ensure_can_freeze_collection(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issuer(who, collection)?;
		Self::ensure_not_frozen(&details)?;
		Ok(details)
	}

	/// An offer is its payer's, so who makes one has adopted the collection.
	pub(crate) fn ensure_can_offer_collection(
		who: &T::AccountId,
		collection: CollectionId,
		to: Option<Issuer>,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issuer(who, collection)?;
		match to {
			Some(to) => {
				Self::ensure_adopted(&details)?;
				ensure!(to != details.issuer, Error::<T>::SameIssuer);
				Self::owner_of(to)?;
			},
			None => ensure!(details.offered_to.is_some(), Error::<T>::NotOffered),
		}
		Ok(details)
	}

	/// The record of the collection, and whom it is offered to.
	pub(crate) fn ensure_can_accept_collection(
		who: &T::AccountId,
		collection: CollectionId,
		max_deposits: Balance,
	) -> Result<(CollectionOf<T>, Issuer), DispatchError> {
		let details = Self::ensure_collection(collection)?;
		let to = details.offered_to.ok_or(Error::<T>::NotOffered)?;
		Self::ensure_may_create(who, to)?;
		// Who has bought the issuer since, or is about to buy it, gets what it looked at.
		Self::ensure_may_create(&details.payer, details.issuer)
			.map_err(|_| Error::<T>::NotOffered)?;
		Self::ensure_deposits(collection, &details, max_deposits)?;
		Ok((details, to))
	}

	/// Succeeds if no more is held for the collection than whoever takes it has agreed to.
	fn ensure_deposits(
		collection: CollectionId,
		details: &CollectionOf<T>,
		most: Balance,
	) -> DispatchResult {
		let deposits = Self::deposits_of(collection, details);
		ensure!(deposits <= most, Error::<T>::DepositsTooHigh);
		Ok(())
	}

	pub(crate) fn ensure_can_remove_collection(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issuer(who, collection)?;
		let is_empty = details.live_kinds == 0 && details.recipes == 0;
		ensure!(is_empty, Error::<T>::NotEmpty);
		Ok(details)
	}

	/// The record of a collection that exists.
	pub(crate) fn ensure_collection(
		collection: CollectionId,
	) -> Result<CollectionOf<T>, DispatchError> {
		Self::collection(collection).ok_or(Error::<T>::UnknownCollection.into())
	}

	/// The record of a collection of which `who` owns the issuer.
	pub(crate) fn ensure_issuer(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_collection(collection)?;
		Self::ensure_may_create(who, details.issuer)?;
		Ok(details)
	}

	/// The record of a collection in which `who` may make something new, and pays for it.
	pub(crate) fn ensure_issues(
		who: &T::AccountId,
		collection: CollectionId,
	) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_issuer(who, collection)?;
		Self::ensure_not_frozen(&details)?;
		Self::ensure_adopted(&details)?;
		Ok(details)
	}

	pub(crate) fn ensure_may_create(who: &T::AccountId, issuer: Issuer) -> DispatchResult {
		match issuer {
			Issuer::World(world) => T::Worlds::ensure_owner(who, world),
			Issuer::Avatar(avatar) => T::Avatars::ensure_owner(who, avatar),
		}
	}

	pub(crate) fn ensure_may_mint(who: &T::AccountId, issuer: Issuer) -> DispatchResult {
		match issuer {
			Issuer::World(world) => T::Worlds::ensure_settler(who, world),
			Issuer::Avatar(avatar) => T::Avatars::ensure_owner(who, avatar),
		}
	}

	pub(crate) fn ensure_not_frozen(collection: &CollectionOf<T>) -> DispatchResult {
		ensure!(!collection.frozen, Error::<T>::Frozen);
		Ok(())
	}

	/// A world or an avatar may have changed hands since: nobody pays for what its new owner does,
	/// nor does the new owner mint before it has looked at what there is.
	pub(crate) fn ensure_adopted(collection: &CollectionOf<T>) -> DispatchResult {
		let owner = Self::owner_of(collection.issuer)?;
		ensure!(collection.payer == owner, Error::<T>::NotAdopted);
		Ok(())
	}

	/// The account that owns a world or an avatar, if there is such a one.
	pub(crate) fn owner_of(issuer: Issuer) -> Result<T::AccountId, DispatchError> {
		match issuer {
			Issuer::World(world) => T::Worlds::owner(world),
			Issuer::Avatar(avatar) => T::Avatars::owner(avatar),
		}
	}
}
