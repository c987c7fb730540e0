// SPDX-License-Identifier: Apache-2.0

//! No coin comes or goes but where the issuance says so, and none is held for nothing.

use crate::{
	configs::{
		governance::{AttemptDeposit, FriendGroupsDeposit, InheritorDeposit, RecordPrice},
		virtual_world::{
			AttributeDeposit, AttributeKeyDeposit, AuctionDeposit, AvatarDeposit, BadgeDeposit,
			CollectionDeposit, ContentDeposit, DeviceDeposit, DrawDeposit, EstateDeposit,
			HandleDeposit, ItemDeposit, KindDeposit, LeaseDeposit, LeaseOfferDeposit,
			MetadataDeposit, OfferDeposit, OrderDeposit, ParcelDeposit, ProfileDeposit,
			RecipeDeposit, SaleDeposit, SettlerDeposit, StandingDeposit, WorldBond,
		},
	},
	Avatars, Balance, Balances, Items, Land, Market, Recovery, Runtime, RuntimeHoldReason,
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Footprint, Get,
	},
};
use pallet_avatars::HoldReason as ForAvatars;
use pallet_items::HoldReason as ForItems;
use pallet_land::HoldReason as ForLand;
use pallet_market::HoldReason as ForMarket;
use pallet_recovery::HoldReason as ForRecovery;
use pallet_worlds::HoldReason as ForWorlds;
use sp_runtime::{traits::Convert, TryRuntimeError};

pub(super) fn check() -> Result<(), TryRuntimeError> {
	issuance_is_what_accounts_have()?;
	let held = Held::count();
	holds_belong_to_records(&held)?;
	the_pot_holds_what_is_not_in_accounts(&held)
}

fn issuance_is_what_accounts_have() -> Result<(), TryRuntimeError> {
	let mut sum: Balance = 0;
	for (who, _) in frame_system::Account::<Runtime>::iter() {
		sum = sum.saturating_add(Balances::total_balance(&who));
	}
	ensure!(sum == Balances::total_issuance(), "issuance is not what accounts have");
	Ok(())
}

/// Nobody has money held for records that are gone: what is held in all for each reason is what
/// its records cost. The pallets check that each account's part is right.
fn holds_belong_to_records(held: &Held) -> Result<(), TryRuntimeError> {
	let costs = worlds()
		.into_iter()
		.chain(avatars())
		.chain(land())
		.chain(items())
		.chain(market())
		.chain(recovery());
	for (reason, cost) in costs {
		ensure!(held.for_reason(reason) == cost, "deposits are not those of the records");
	}
	Ok(())
}

/// The coins of purses, and those that are set aside.
fn the_pot_holds_what_is_not_in_accounts(held: &Held) -> Result<(), TryRuntimeError> {
	for reason in [ForAvatars::Purse, ForAvatars::Escrow].map(RuntimeHoldReason::Avatars) {
		ensure!(
			held.for_reason(reason) == Balances::balance_on_hold(&reason, &Avatars::pot()),
			"coins of avatars are held elsewhere than in the pot"
		);
	}
	let waiting = Land::escrowed()
		.saturating_add(Market::escrowed())
		.saturating_add(Items::accrued_total());
	ensure!(
		Avatars::aside() == waiting,
		"what is set aside is not what leases, orders, bids and creators wait for"
	);
	Ok(())
}

type Cost = (RuntimeHoldReason, Balance);

fn worlds() -> [Cost; 2] {
	use pallet_worlds::{Settlers, Worlds};
	let worlds = of(Worlds::<Runtime>::iter_keys(), WorldBond::get());
	let settlers = of(Settlers::<Runtime>::iter_keys(), SettlerDeposit::get());
	[(ForWorlds::WorldBond, worlds), (ForWorlds::Settler, settlers)]
		.map(|(reason, cost)| (RuntimeHoldReason::Worlds(reason), cost))
}

fn avatars() -> [Cost; 6] {
	use pallet_avatars::{Avatars, Badges, Devices, Handles, Offers, Profiles};
	[
		(ForAvatars::Avatar, of(Avatars::<Runtime>::iter_keys(), AvatarDeposit::get())),
		(ForAvatars::Device, of(Devices::<Runtime>::iter_keys(), DeviceDeposit::get())),
		(ForAvatars::Handle, of(Handles::<Runtime>::iter_keys(), HandleDeposit::get())),
		(ForAvatars::Profile, of(Profiles::<Runtime>::iter_keys(), ProfileDeposit::get())),
		(ForAvatars::Badge, of(Badges::<Runtime>::iter_keys(), BadgeDeposit::get())),
		(ForAvatars::Offer, of(Offers::<Runtime>::iter_keys(), OfferDeposit::get())),
	]
	.map(|(reason, cost)| (RuntimeHoldReason::Avatars(reason), cost))
}

fn land() -> [Cost; 7] {
	use pallet_land::{Contents, Estates, LeaseOffers, Leases, Parcels, Sales, Standings};
	[
		(ForLand::Parcel, of(Parcels::<Runtime>::iter_keys(), ParcelDeposit::get())),
		(ForLand::Sale, of(Sales::<Runtime>::iter_keys(), SaleDeposit::get())),
		(ForLand::Estate, of(Estates::<Runtime>::iter_keys(), EstateDeposit::get())),
		(ForLand::Content, of(Contents::<Runtime>::iter_keys(), ContentDeposit::get())),
		(ForLand::Standing, of(Standings::<Runtime>::iter_keys(), StandingDeposit::get())),
		(ForLand::LeaseOffer, of(LeaseOffers::<Runtime>::iter_keys(), LeaseOfferDeposit::get())),
		(ForLand::Lease, of(Leases::<Runtime>::iter_keys(), LeaseDeposit::get())),
	]
	.map(|(reason, cost)| (RuntimeHoldReason::Land(reason), cost))
}

fn items() -> [Cost; 8] {
	use pallet_items::{
		AttributeKeys, Attributes, Collections, Draws, Items, Kinds, Metadata, Recipes,
	};
	[
		(ForItems::Collection, of(Collections::<Runtime>::iter_keys(), CollectionDeposit::get())),
		(ForItems::Metadata, of(Metadata::<Runtime>::iter_keys(), MetadataDeposit::get())),
		(ForItems::Kind, of(Kinds::<Runtime>::iter_keys(), KindDeposit::get())),
		(ForItems::Item, of(Items::<Runtime>::iter_keys(), ItemDeposit::get())),
		(
			ForItems::AttributeKey,
			of(AttributeKeys::<Runtime>::iter_keys(), AttributeKeyDeposit::get()),
		),
		(ForItems::Attribute, of(Attributes::<Runtime>::iter_keys(), AttributeDeposit::get())),
		(ForItems::Recipe, of(Recipes::<Runtime>::iter_keys(), RecipeDeposit::get())),
		(ForItems::Draw, of(Draws::<Runtime>::iter_keys(), DrawDeposit::get())),
	]
	.map(|(reason, cost)| (RuntimeHoldReason::Items(reason), cost))
}

fn market() -> [Cost; 2] {
	use pallet_market::{Auctions, Book};
	[
		(ForMarket::Order, of(Book::<Runtime>::iter_keys(), OrderDeposit::get())),
		(ForMarket::Auction, of(Auctions::<Runtime>::iter_keys(), AuctionDeposit::get())),
	]
	.map(|(reason, cost)| (RuntimeHoldReason::Market(reason), cost))
}

fn recovery() -> [Cost; 4] {
	use pallet_recovery::pallet::{Attempt, FriendGroups, Inheritor};
	let groups = FriendGroups::<Runtime>::iter_values()
		.map(|(groups, _)| price::<FriendGroupsDeposit>(Recovery::friend_group_footprint(&groups)))
		.fold(0, Balance::saturating_add);
	let attempt = price::<AttemptDeposit>(Recovery::attempt_footprint());
	let attempts = of(Attempt::<Runtime>::iter_keys(), attempt);
	let inheritor = price::<InheritorDeposit>(Recovery::inheritor_footprint());
	let inheritors = of(Inheritor::<Runtime>::iter_keys(), inheritor);
	let stakes = Attempt::<Runtime>::iter_values()
		.map(|(_, _, stake)| stake)
		.fold(0, Balance::saturating_add);
	[
		(ForRecovery::FriendGroupsStorage, groups),
		(ForRecovery::AttemptStorage, attempts),
		(ForRecovery::InheritorStorage, inheritors),
		(ForRecovery::SecurityDeposit, stakes),
	]
	.map(|(reason, cost)| (RuntimeHoldReason::Recovery(reason), cost))
}

/// What so many records cost.
fn of(keys: impl Iterator, deposit: Balance) -> Balance {
	keys.fold(0, |sum: Balance, _| sum.saturating_add(deposit))
}

fn price<Base: Get<Balance>>(footprint: Footprint) -> Balance {
	RecordPrice::<Base>::convert(footprint)
}

/// What is held in all, by the encoded reason.
struct Held(BTreeMap<Vec<u8>, Balance>);

impl Held {
	fn count() -> Self {
		let mut sums = BTreeMap::<_, Balance>::new();
		for hold in pallet_balances::Holds::<Runtime>::iter_values().flatten() {
			let sum = sums.entry(hold.id.encode()).or_default();
			*sum = sum.saturating_add(hold.amount);
		}
		Self(sums)
	}

	fn for_reason(&self, reason: RuntimeHoldReason) -> Balance {
		self.0.get(&reason.encode()).copied().unwrap_or_default()
	}
}
