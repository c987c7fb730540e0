// SPDX-License-Identifier: Apache-2.0

//! What is always true of the whole state: each pallet's invariants, and those between pallets.
//! Tests check it after every step and on the state of running chains.

use crate::{
	configs::virtual_world::{
		AvatarDeposit, CollectionDeposit, DeviceDeposit, ItemDeposit, KindDeposit, ListingDeposit,
		ParcelDeposit, SettlerDeposit, WorldBond,
	},
	Avatars, Balances, Items, Land, Market, Runtime, RuntimeHoldReason, Worlds,
};
use alloc::collections::BTreeSet;
use frame_support::{
	ensure,
	traits::fungible::{Inspect, InspectHold},
};
use freehold_primitives::{
	asset::{Holding, Lock, UniqueId},
	chain::Balance,
	ids::ItemId,
	land::ParcelId,
};
use sp_runtime::TryRuntimeError;

/// Checks every invariant.
///
/// # Errors
/// Names the first that does not hold.
pub fn check() -> Result<(), TryRuntimeError> {
	Worlds::do_try_state()?;
	Avatars::do_try_state()?;
	Land::do_try_state()?;
	Items::do_try_state()?;
	Market::do_try_state()?;
	issuance_is_what_accounts_have()?;
	only_land_is_public()?;
	every_listing_lock_has_a_listing()?;
	holds_belong_to_records()
}

/// Coins come and go only where the issuance says so.
fn issuance_is_what_accounts_have() -> Result<(), TryRuntimeError> {
	let mut sum: Balance = 0;
	for (who, _) in frame_system::Account::<Runtime>::iter() {
		sum = sum.saturating_add(Balances::total_balance(&who));
	}
	ensure!(sum == Balances::total_issuance(), "issuance is not what accounts have");
	Ok(())
}

/// No item is locked as public land is; the land pallet checks that lock on parcels.
fn only_land_is_public() -> Result<(), TryRuntimeError> {
	let mut items = pallet_items::Items::<Runtime>::iter_values();
	ensure!(
		items.all(|it| it.holding.lock != Some(Lock::PublicLand)),
		"an item is locked as public land"
	);
	Ok(())
}

/// An asset locked by the market is listed there; the market checks the other way.
fn every_listing_lock_has_a_listing() -> Result<(), TryRuntimeError> {
	let listed: BTreeSet<UniqueId> = pallet_market::Listings::<Runtime>::iter_keys().collect();
	let locked = |holding: &Holding| holding.lock == Some(Lock::Listing);
	let items = pallet_items::Items::<Runtime>::iter()
		.filter(|(_, it)| locked(&it.holding))
		.map(|(key, _)| UniqueId::Item(ItemId::from(key)));
	let parcels = pallet_land::Parcels::<Runtime>::iter()
		.filter(|(_, it)| locked(&it.holding))
		.map(|(key, _)| UniqueId::Parcel(ParcelId::from(key)));
	for asset in items.chain(parcels) {
		ensure!(listed.contains(&asset), "an asset is locked by a listing that does not exist");
	}
	Ok(())
}

/// Nobody has money held for records that are gone: what is held in all for each reason is one
/// deposit for each record. The pallets check that each account's part is right.
fn holds_belong_to_records() -> Result<(), TryRuntimeError> {
	use pallet_avatars::{AvatarDetails, HoldReason as AvatarsReason};
	use pallet_items::HoldReason as ItemsReason;
	use pallet_worlds::HoldReason as WorldsReason;

	let devices = pallet_avatars::Avatars::<Runtime>::iter_values()
		.map(|AvatarDetails { devices, .. }| Balance::from(devices))
		.sum();
	for (reason, records, deposit) in [
		(
			RuntimeHoldReason::Worlds(WorldsReason::WorldBond),
			count(pallet_worlds::Worlds::<Runtime>::iter_keys()),
			WorldBond::get(),
		),
		(
			RuntimeHoldReason::Worlds(WorldsReason::Settler),
			count(pallet_worlds::Settlers::<Runtime>::iter_keys()),
			SettlerDeposit::get(),
		),
		(
			RuntimeHoldReason::Avatars(AvatarsReason::Avatar),
			count(pallet_avatars::Avatars::<Runtime>::iter_keys()),
			AvatarDeposit::get(),
		),
		(RuntimeHoldReason::Avatars(AvatarsReason::Device), devices, DeviceDeposit::get()),
		(
			RuntimeHoldReason::Land(pallet_land::HoldReason::Parcel),
			count(pallet_land::Parcels::<Runtime>::iter_keys()),
			ParcelDeposit::get(),
		),
		(
			RuntimeHoldReason::Items(ItemsReason::Collection),
			count(pallet_items::Collections::<Runtime>::iter_keys()),
			CollectionDeposit::get(),
		),
		(
			RuntimeHoldReason::Items(ItemsReason::Kind),
			count(pallet_items::Kinds::<Runtime>::iter_keys()),
			KindDeposit::get(),
		),
		(
			RuntimeHoldReason::Items(ItemsReason::Item),
			count(pallet_items::Items::<Runtime>::iter_keys()),
			ItemDeposit::get(),
		),
		(
			RuntimeHoldReason::Market(pallet_market::HoldReason::Listing),
			count(pallet_market::Listings::<Runtime>::iter_keys()),
			ListingDeposit::get(),
		),
	] {
		ensure!(
			held_in_all(&reason) == records.saturating_mul(deposit),
			"deposits are not those of the records"
		);
	}
	let purses = RuntimeHoldReason::Avatars(AvatarsReason::Purse);
	ensure!(
		held_in_all(&purses) == Balances::balance_on_hold(&purses, &Avatars::pot()),
		"coins of purses are held elsewhere than in the pot"
	);
	Ok(())
}

fn count(keys: impl Iterator) -> Balance {
	keys.fold(0, |sum: Balance, _| sum.saturating_add(1))
}

fn held_in_all(reason: &RuntimeHoldReason) -> Balance {
	pallet_balances::Holds::<Runtime>::iter_values()
		.flatten()
		.filter(|hold| hold.id == *reason)
		.fold(0, |sum, hold| sum.saturating_add(hold.amount))
}
