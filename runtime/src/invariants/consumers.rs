// SPDX-License-Identifier: Apache-2.0

//! Avatars and worlds count the records that need them: one too many, and they could never end;
//! one too few, and they could end before what needs them.

use crate::Runtime;
use alloc::collections::BTreeMap;
use frame_support::ensure;
use freehold_primitives::{
	fee::{Fee, FeeSchedule},
	ids::{AvatarId, WorldId},
};
use pallet_items::Issuer;
use pallet_land::Title;
use sp_runtime::TryRuntimeError;

pub(super) fn check() -> Result<(), TryRuntimeError> {
	avatars_count_what_names_them()?;
	worlds_count_what_needs_them()
}

fn avatars_count_what_names_them() -> Result<(), TryRuntimeError> {
	let named = owners_of_land()
		.chain(owners_of_items())
		.chain(creators())
		.chain(traders())
		.chain(others());
	let mut counted = count(named);
	for (key, purse) in pallet_avatars::Purses::<Runtime>::iter() {
		let records = counted.remove(&AvatarId::from(key)).unwrap_or_default();
		ensure!(purse.consumers == records, "an avatar miscounts the records that name it");
	}
	ensure!(counted.is_empty(), "a record names an avatar that does not exist");
	Ok(())
}

fn worlds_count_what_needs_them() -> Result<(), TryRuntimeError> {
	let mut counted = count(needed_worlds());
	for (key, world) in pallet_worlds::Worlds::<Runtime>::iter() {
		let records = counted.remove(&WorldId::from(key)).unwrap_or_default();
		ensure!(world.consumers == records, "a world miscounts the records that need it");
	}
	ensure!(counted.is_empty(), "a record needs a world that does not exist");
	Ok(())
}

/// Of parcels on their own and of estates; tenants, and who gets what a sale brings in.
fn owners_of_land() -> impl Iterator<Item = AvatarId> {
	let parcels = pallet_land::Parcels::<Runtime>::iter_values().filter_map(|it| match it.title {
		Title::Own(holding) => Some(holding.owner),
		Title::PartOf { .. } => None,
	});
	let estates = pallet_land::Estates::<Runtime>::iter_values().map(|it| it.holding.owner);
	let tenants = pallet_land::Leases::<Runtime>::iter_values().map(|it| it.tenant);
	let payees = pallet_land::Sales::<Runtime>::iter_values().map(|it| it.to);
	parcels.chain(estates).chain(tenants).chain(payees)
}

/// Of items and of units, and issuers of collections.
fn owners_of_items() -> impl Iterator<Item = AvatarId> {
	let items = pallet_items::Items::<Runtime>::iter_values().map(|it| it.holding.owner);
	let units =
		pallet_items::Units::<Runtime>::iter_keys().map(|(_, avatar)| AvatarId::from(avatar));
	let issuers =
		pallet_items::Collections::<Runtime>::iter_values().filter_map(|it| match it.issuer {
			Issuer::Avatar(avatar) => Some(avatar),
			Issuer::World(_) => None,
		});
	items.chain(units).chain(issuers)
}

/// Who gets royalties and the prices of recipes, and for whom draws are open.
fn creators() -> impl Iterator<Item = AvatarId> {
	let shares = pallet_items::Royalties::<Runtime>::iter_values().flatten().map(|it| it.to);
	let recipes = pallet_items::Recipes::<Runtime>::iter_values().map(|it| it.to);
	let draws = pallet_items::Draws::<Runtime>::iter_values().map(|it| it.avatar);
	shares.chain(recipes).chain(draws)
}

/// Who has an order in the book, and who bids the most in an auction.
fn traders() -> impl Iterator<Item = AvatarId> {
	let makers = pallet_market::Book::<Runtime>::iter_values().map(|it| it.maker);
	let bidders = pallet_market::Auctions::<Runtime>::iter_values()
		.filter_map(|it| it.best)
		.map(|bid| bid.bidder);
	makers.chain(bidders)
}

/// Avatars that have badges, and those that worlds' fees go to, now or once they are announced.
fn others() -> impl Iterator<Item = AvatarId> {
	let badges =
		pallet_avatars::Badges::<Runtime>::iter_keys().map(|(avatar, _)| AvatarId::from(avatar));
	let fees = pallet_worlds::Worlds::<Runtime>::iter_values()
		.flat_map(|it| fees_of(it.fee))
		.map(|fee| fee.to);
	badges.chain(fees)
}

fn fees_of(schedule: FeeSchedule) -> impl Iterator<Item = Fee> {
	let announced = schedule.announced.and_then(|it| it.fee);
	schedule.current.into_iter().chain(announced)
}

/// Worlds that have parcels, once; and those of sales, of badges, of collections, and of kinds that
/// are traded there only, once each.
fn needed_worlds() -> impl Iterator<Item = WorldId> {
	let land = pallet_land::ParcelCount::<Runtime>::iter()
		.filter(|(_, parcels)| *parcels > 0)
		.map(|(world, _)| WorldId::from(world));
	let sales = pallet_land::Sales::<Runtime>::iter_keys().map(|(world, _)| WorldId::from(world));
	let badges = pallet_avatars::Badges::<Runtime>::iter_keys()
		.map(|(_, badge)| pallet_avatars::badge_of(badge).0);
	let issuers =
		pallet_items::Collections::<Runtime>::iter_values().filter_map(|it| match it.issuer {
			Issuer::World(world) => Some(world),
			Issuer::Avatar(_) => None,
		});
	let homes = pallet_items::Kinds::<Runtime>::iter_values().filter_map(|it| it.rules.home);
	land.chain(sales).chain(badges).chain(issuers).chain(homes)
}

fn count<K: Ord>(records: impl Iterator<Item = K>) -> BTreeMap<K, u32> {
	let mut counts = BTreeMap::<K, u32>::new();
	for key in records {
		let count = counts.entry(key).or_default();
		*count = count.saturating_add(1);
	}
	counts
}
