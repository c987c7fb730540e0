// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed. No sum here can overflow: the checks saw to ids.

use crate::{
	CollectionDetails, CollectionOf, Collections, Config, Event, HoldReason, Issuer, Metadata,
	MetadataDetails, NextCollectionId, Pallet,
};
use core::mem;
use frame_support::traits::Get;
use freehold_primitives::{
	ids::CollectionId,
	key::CollectionKey,
	traits::{Avatars, Worlds},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_collection(
		who: T::AccountId,
		issuer: Issuer,
		next: CollectionId,
	) -> DispatchResult {
		Self::hold(HoldReason::Collection, &who, T::CollectionDeposit::get())?;
		Self::retain_issuer(issuer)?;
		let collection = NextCollectionId::<T>::mutate(|id| mem::replace(id, next));
		Self::set_collection(collection, CollectionDetails::new(issuer, who.clone()));
		Self::deposit_event(Event::CollectionCreated { collection, issuer, payer: who });
		Ok(())
	}

	pub(crate) fn do_adopt_collection(
		who: T::AccountId,
		collection: CollectionId,
		details: CollectionOf<T>,
	) -> DispatchResult {
		Self::move_deposits(collection, &details, &who)?;
		let from = details.payer;
		let adopted = CollectionDetails { payer: who.clone(), offered_to: None, ..details };
		Self::set_collection(collection, adopted);
		Self::deposit_event(Event::CollectionAdopted { collection, from, to: who });
		Ok(())
	}

	pub(crate) fn do_set_metadata(
		collection: CollectionId,
		details: CollectionOf<T>,
		metadata: Option<MetadataDetails>,
	) -> DispatchResult {
		let (key, deposit) = (CollectionKey::from(collection), T::MetadataDeposit::get());
		let had = Metadata::<T>::contains_key(key);
		match &metadata {
			Some(_) if !had => Self::hold(HoldReason::Metadata, &details.payer, deposit)?,
			None if had => Self::give_back(HoldReason::Metadata, &details.payer, deposit)?,
			_ => {},
		}
		Metadata::<T>::set(key, metadata.clone());
		Self::deposit_event(Event::MetadataSet { collection, metadata });
		Ok(())
	}

	pub(crate) fn do_freeze_collection(
		collection: CollectionId,
		details: CollectionOf<T>,
	) -> DispatchResult {
		Self::set_collection(collection, CollectionDetails { frozen: true, ..details });
		Self::deposit_event(Event::CollectionFrozen { collection });
		Ok(())
	}

	pub(crate) fn do_offer_collection(
		collection: CollectionId,
		details: CollectionOf<T>,
		to: Option<Issuer>,
	) -> DispatchResult {
		Self::set_collection(collection, CollectionDetails { offered_to: to, ..details });
		Self::deposit_event(Event::CollectionOffered { collection, to });
		Ok(())
	}

	pub(crate) fn do_accept_collection(
		who: T::AccountId,
		collection: CollectionId,
		details: CollectionOf<T>,
		to: Issuer,
	) -> DispatchResult {
		Self::move_deposits(collection, &details, &who)?;
		Self::retain_issuer(to)?;
		let from = details.issuer;
		Self::release_issuer(from);
		let payer = who.clone();
		let handed = CollectionDetails { issuer: to, payer: who, offered_to: None, ..details };
		Self::set_collection(collection, handed);
		Self::deposit_event(Event::CollectionHandedOver { collection, from, to, payer });
		Ok(())
	}

	pub(crate) fn do_remove_collection(
		collection: CollectionId,
		details: CollectionOf<T>,
	) -> DispatchResult {
		let key = CollectionKey::from(collection);
		if Metadata::<T>::take(key).is_some() {
			Self::give_back(HoldReason::Metadata, &details.payer, T::MetadataDeposit::get())?;
		}
		Self::give_back(HoldReason::Collection, &details.payer, T::CollectionDeposit::get())?;
		Collections::<T>::remove(key);
		Self::release_issuer(details.issuer);
		Self::deposit_event(Event::CollectionRemoved { collection });
		Ok(())
	}

	/// Writes the record of a collection.
	pub(crate) fn set_collection(collection: CollectionId, details: CollectionOf<T>) {
		Collections::<T>::insert(CollectionKey::from(collection), details);
	}

	/// Holds all that the collection's payer pays of another account, and gives it back to the
	/// payer. The record counts what is in the collection, so nothing of that is read.
	fn move_deposits(
		collection: CollectionId,
		details: &CollectionOf<T>,
		to: &T::AccountId,
	) -> DispatchResult {
		for (reason, total) in Self::held_for(collection, details) {
			Self::hand_over(reason, &details.payer, to, total)?;
		}
		Ok(())
	}

	fn retain_issuer(issuer: Issuer) -> DispatchResult {
		match issuer {
			Issuer::World(world) => T::Worlds::retain(world),
			Issuer::Avatar(avatar) => T::Avatars::retain(avatar, 1),
		}
	}

	fn release_issuer(issuer: Issuer) {
		match issuer {
			Issuer::World(world) => T::Worlds::release(world),
			Issuer::Avatar(avatar) => T::Avatars::release(avatar, 1),
		}
	}
}
