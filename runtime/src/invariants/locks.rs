// SPDX-License-Identifier: Apache-2.0

//! What keeps assets where they are is what it says.

use crate::{ledger::Records, Runtime};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use freehold_primitives::{
	asset::{Asset, Holding, Lock, UniqueId},
	ids::{AvatarId, EstateId, ItemId, KindId},
	land::ParcelId,
	settlement::Store,
};
use pallet_land::{ParcelDetails, Title};
use sp_runtime::TryRuntimeError;

pub(super) fn check() -> Result<(), TryRuntimeError> {
	only_parcels_are_public()?;
	no_record_has_a_derived_lock()?;
	every_market_lock_has_its_record()?;
	only_items_are_worn_or_in_custody()?;
	locked_units_are_those_of_orders_and_auctions()?;
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

/// An asset locked by the market is in that order or auction; the market checks the other way.
fn every_market_lock_has_its_record() -> Result<(), TryRuntimeError> {
	let orders = pallet_market::Book::<Runtime>::iter()
		.flat_map(|(key, it)| locked_by(Lock::Order(key.into()), &it.give));
	let auctions = pallet_market::Auctions::<Runtime>::iter()
		.flat_map(|(key, it)| locked_by(Lock::Auction(key.into()), &it.lot));
	let locked: BTreeMap<UniqueId, Lock> = orders.chain(auctions).collect();
	for (asset, holding) in items().chain(parcels()).chain(estates()) {
		if let Some(lock @ (Lock::Order(_) | Lock::Auction(_))) = holding.lock {
			ensure!(
				locked.get(&asset) == Some(&lock),
				"an asset is locked by an order or auction that does not have it"
			);
		}
	}
	Ok(())
}

/// Units are locked for what the market has of them, and for nothing else.
fn locked_units_are_those_of_orders_and_auctions() -> Result<(), TryRuntimeError> {
	let mut locked = BTreeMap::<(KindId, AvatarId), u64>::new();
	let mut count = |owner: AvatarId, assets: &[Asset], lots: u32| {
		for asset in assets {
			if let Asset::Units { kind, amount } = *asset {
				let sum = locked.entry((kind, owner)).or_default();
				*sum = sum.saturating_add(amount.saturating_mul(lots.into()));
			}
		}
	};
	for order in pallet_market::Book::<Runtime>::iter_values() {
		count(order.maker, &order.give, order.lots);
	}
	for auction in pallet_market::Auctions::<Runtime>::iter_values() {
		count(auction.seller, &auction.lot, 1);
	}
	for (kind, avatar, stack) in pallet_items::Units::<Runtime>::iter() {
		let expected = locked.remove(&(kind.into(), avatar.into())).unwrap_or_default();
		ensure!(stack.locked == expected, "units are locked for another reason than the market's");
	}
	ensure!(locked.is_empty(), "the market has units that nobody has locked");
	Ok(())
}

fn locked_by(lock: Lock, assets: &[Asset]) -> Vec<(UniqueId, Lock)> {
	assets.iter().filter_map(Asset::unique).map(|(id, _)| (id, lock)).collect()
}

/// The items pallet checks these locks on items.
fn only_items_are_worn_or_in_custody() -> Result<(), TryRuntimeError> {
	for (_, holding) in parcels().chain(estates()) {
		let of_an_item = matches!(holding.lock, Some(Lock::Worn { .. } | Lock::Custody(_)));
		ensure!(!of_an_item, "land is worn or in custody");
	}
	Ok(())
}

/// Trades see a parcel in an estate as its owner's, and as locked: it moves with the estate only.
fn parcels_of_estates_are_held_with_them() -> Result<(), TryRuntimeError> {
	let records = Records;
	for (parcel, details) in all_parcels() {
		let Title::PartOf { estate, .. } = details.title else { continue };
		let whole = records
			.asset(UniqueId::Estate(estate))
			.ok_or("a parcel is part of an estate that does not exist")?
			.holding;
		let part = records.asset(UniqueId::Parcel(parcel));
		ensure!(
			part.is_some_and(|it| {
				it.holding.owner == whole.owner && it.holding.lock == Some(Lock::Estate(estate))
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
