// SPDX-License-Identifier: Apache-2.0

//! What keeps assets where they are is what it says.

use crate::{ledger::Records, Runtime};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use freehold_primitives::{
	asset::{Holding, Lock, UniqueId},
	ids::{EstateId, ItemId},
	land::ParcelId,
	settlement::Store,
};
use pallet_land::{ParcelDetails, Title};
use sp_runtime::TryRuntimeError;

pub(super) fn check() -> Result<(), TryRuntimeError> {
	only_parcels_are_public()?;
	no_record_has_a_derived_lock()?;
	every_listing_lock_has_a_listing()?;
	parcels_of_estates_are_held_with_them()
}

/// The land pallet checks this lock on parcels.
fn only_parcels_are_public() -> Result<(), TryRuntimeError> {
	let public = items().chain(estates()).any(|(_, it)| it.lock == Some(Lock::PublicLand));
	ensure!(!public, "something else than a parcel is locked as public land");
	Ok(())
}

/// The lock of a parcel in an estate follows from its title.
fn no_record_has_a_derived_lock() -> Result<(), TryRuntimeError> {
	for (_, holding) in items().chain(parcels()).chain(estates()) {
		let derived = matches!(holding.lock, Some(Lock::Estate(_)));
		ensure!(!derived, "a record is locked by an estate");
	}
	Ok(())
}

/// An asset locked by the market is listed there; the market checks the other way.
fn every_listing_lock_has_a_listing() -> Result<(), TryRuntimeError> {
	let listed: BTreeSet<UniqueId> = pallet_market::Listings::<Runtime>::iter_keys().collect();
	for (asset, holding) in items().chain(parcels()).chain(estates()) {
		ensure!(
			holding.lock != Some(Lock::Listing) || listed.contains(&asset),
			"an asset is locked by a listing that does not exist"
		);
	}
	Ok(())
}

/// Trades see a parcel in an estate as its owner's, and as locked: it moves with the estate only.
fn parcels_of_estates_are_held_with_them() -> Result<(), TryRuntimeError> {
	let records = Records;
	for (parcel, details) in all_parcels() {
		let Title::PartOf { estate, .. } = details.title else { continue };
		let whole = records
			.holding(UniqueId::Estate(estate))
			.ok_or("a parcel is part of an estate that does not exist")?;
		let part = records.holding(UniqueId::Parcel(parcel));
		ensure!(
			part.is_some_and(|it| {
				it.owner == whole.owner && it.lock == Some(Lock::Estate(estate))
			}),
			"a parcel of an estate is not held with it"
		);
	}
	Ok(())
}

fn items() -> impl Iterator<Item = (UniqueId, Holding)> {
	pallet_items::Items::<Runtime>::iter()
		.map(|(key, it)| (UniqueId::Item(ItemId::from(key)), it.holding))
}

/// The parcels that are held on their own.
fn parcels() -> impl Iterator<Item = (UniqueId, Holding)> {
	all_parcels().filter_map(|(parcel, it)| match it.title {
		Title::Own(holding) => Some((UniqueId::Parcel(parcel), holding)),
		Title::PartOf { .. } => None,
	})
}

fn all_parcels() -> impl Iterator<Item = (ParcelId, ParcelDetails)> {
	pallet_land::Parcels::<Runtime>::iter().map(|(key, it)| (ParcelId::from(key), it))
}

fn estates() -> impl Iterator<Item = (UniqueId, Holding)> {
	pallet_land::Estates::<Runtime>::iter()
		.map(|(key, it)| (UniqueId::Estate(EstateId::from(key)), it.holding))
}
