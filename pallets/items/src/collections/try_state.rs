// SPDX-License-Identifier: Apache-2.0
//! The invariants of collections, and of the deposits that their payers have held for all that is
//! in them.

use crate::{
	AttributeKeys, CollectionDetails, Collections, Config, HoldReason, Items, Kinds, Metadata,
	NextCollectionId, Pallet, Recipes,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use freehold_primitives::ids::{CollectionId, ItemId, KindId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_collections() -> Result<(), TryRuntimeError> {
		let next = NextCollectionId::<T>::get();
		let (kinds, items) = (counted(kinds::<T>()), counted(items::<T>()));
		let (keys, recipes) = (counted(attribute_keys::<T>()), counted(recipes::<T>()));
		for (key, details) in Collections::<T>::iter() {
			let id = CollectionId::from(key);
			ensure!(id < next, "I1: a collection's id was never given out");
			Self::owner_of(details.issuer)
				.map_err(|_| "I2: a collection's issuer does not exist")?;
			let CollectionDetails { live_kinds, live_items, attribute_keys, recipes: made, .. } =
				details;
			for (counts, count) in [
				(&kinds, live_kinds),
				(&items, live_items),
				(&keys, attribute_keys),
				(&recipes, made),
			] {
				let right = counts.get(&id).copied().unwrap_or_default() == count;
				ensure!(right, "I10: a collection miscounts what is in it");
			}
		}
		for (key, metadata) in Metadata::<T>::iter() {
			ensure!(
				Collections::<T>::contains_key(key),
				"I13: metadata is of a collection that does not exist"
			);
			let named = !metadata.name.is_empty() && core::str::from_utf8(&metadata.name).is_ok();
			ensure!(named, "I13: a collection's name is not one");
		}
		Ok(())
	}

	/// The payers of collections hold exactly the deposits of what is in them.
	pub(crate) fn check_payers() -> Result<(), TryRuntimeError> {
		let message = "I8: a payer's deposits do not match its collections";
		let payers: BTreeMap<CollectionId, T::AccountId> = Collections::<T>::iter()
			.map(|(key, details)| (CollectionId::from(key), details.payer))
			.collect();
		let payer = |collection: CollectionId| payers.get(&collection).cloned();
		Self::check_deposits(
			HoldReason::Collection,
			T::CollectionDeposit::get(),
			payers.values().cloned(),
			message,
		)?;
		Self::check_deposits(
			HoldReason::Metadata,
			T::MetadataDeposit::get(),
			Metadata::<T>::iter_keys().map(CollectionId::from).filter_map(payer),
			message,
		)?;
		Self::check_deposits(
			HoldReason::Kind,
			T::KindDeposit::get(),
			kinds::<T>().filter_map(payer),
			message,
		)?;
		Self::check_deposits(
			HoldReason::AttributeKey,
			T::AttributeKeyDeposit::get(),
			attribute_keys::<T>().filter_map(payer),
			message,
		)?;
		Self::check_deposits(
			HoldReason::Item,
			T::ItemDeposit::get(),
			items::<T>().filter_map(payer),
			message,
		)?;
		Self::check_deposits(
			HoldReason::Recipe,
			T::RecipeDeposit::get(),
			recipes::<T>().filter_map(payer),
			message,
		)
	}
}

/// The collection of each kind.
fn kinds<T: Config>() -> impl Iterator<Item = CollectionId> {
	Kinds::<T>::iter_keys().map(|key| KindId::from(key).collection)
}

/// The collection of each item.
fn items<T: Config>() -> impl Iterator<Item = CollectionId> {
	Items::<T>::iter_keys().map(|key| ItemId::from(key).collection)
}

/// The collection of each attribute that a kind defines.
fn attribute_keys<T: Config>() -> impl Iterator<Item = CollectionId> {
	AttributeKeys::<T>::iter_keys().map(|(key, _)| KindId::from(key).collection)
}

/// The collection of each recipe.
fn recipes<T: Config>() -> impl Iterator<Item = CollectionId> {
	Recipes::<T>::iter_values().map(|details| details.collection)
}

/// How often each collection comes.
fn counted(collections: impl Iterator<Item = CollectionId>) -> BTreeMap<CollectionId, u32> {
	let mut counts = BTreeMap::<CollectionId, u32>::new();
	for collection in collections {
		let count = counts.entry(collection).or_default();
		*count = count.saturating_add(1);
	}
	counts
}
