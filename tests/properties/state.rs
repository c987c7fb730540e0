// SPDX-License-Identifier: Apache-2.0
//! What there is: steps that are to succeed choose from it.

use crate::dice::Dice;
use freehold_primitives::{
	asset::{Asset, Holding, Stack, UniqueId},
	chain::{AccountId, Balance, BlockNumber},
	ids::{AuctionId, AvatarId, CollectionId, EstateId, ItemId, KindId, OrderId, WorldId},
	land::{Area, Coordinates, ParcelId, Site},
	settlement::Store,
};
use freehold_runtime::{ledger::Records, Avatars, Items, Land, Runtime, System, Worlds};
use freehold_tests::{
	keyring::{Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	stage::{LATER, NOBODY, WORLD},
};
use pallet_items::{Issuer, ItemDetails, KindDetails};
use pallet_land::{EstateOf, Title};
use pallet_market::{Auction, RestingOrder};

/// Everybody who does anything.
pub(crate) const PLAYERS: [Player; 5] = [BOB, CHARLIE, DAVE, EVE, FERDIE];

/// No world.
pub(crate) const NOWHERE: WorldId = WorldId(99);

/// The number of the open block.
pub(crate) fn now() -> BlockNumber {
	System::block_number()
}

/// Who owns the avatar.
pub(crate) fn owner(avatar: AvatarId) -> Option<AccountId> {
	Avatars::avatar(avatar).map(|details| details.owner)
}

/// Who operates the world.
pub(crate) fn operator(world: WorldId) -> Option<AccountId> {
	Worlds::world(world).map(|details| details.owner)
}

/// Whose avatar owns the asset.
pub(crate) fn holder(asset: UniqueId) -> Option<AccountId> {
	Records.asset(asset).and_then(|owned| owner(owned.holding.owner))
}

/// Whose world or avatar issues the collection.
pub(crate) fn issuer(collection: CollectionId) -> Option<AccountId> {
	Items::collection(collection).and_then(|details| creator(details.issuer))
}

/// Whose world or avatar it is.
pub(crate) fn creator(issuer: Issuer) -> Option<AccountId> {
	match issuer {
		Issuer::World(world) => operator(world),
		Issuer::Avatar(avatar) => owner(avatar),
	}
}

/// Every collection.
pub(crate) fn collections() -> Vec<CollectionId> {
	pallet_items::Collections::<Runtime>::iter_keys()
		.map(CollectionId::from)
		.collect()
}

/// Every kind.
pub(crate) fn kinds() -> Vec<(KindId, KindDetails)> {
	pallet_items::Kinds::<Runtime>::iter()
		.map(|(key, details)| (key.into(), details))
		.collect()
}

/// Every item, as it is now.
pub(crate) fn items() -> Vec<(ItemId, ItemDetails)> {
	pallet_items::Items::<Runtime>::iter_keys()
		.map(ItemId::from)
		.filter_map(|item| Some((item, Items::item(item)?)))
		.collect()
}

/// The units that avatars have.
pub(crate) fn stacks() -> Vec<(KindId, AvatarId, Stack)> {
	pallet_items::Units::<Runtime>::iter()
		.map(|(kind, avatar, stack)| (kind.into(), avatar.into(), stack))
		.collect()
}

/// Every resting order.
pub(crate) fn orders() -> Vec<(OrderId, RestingOrder<AccountId>)> {
	pallet_market::Book::<Runtime>::iter()
		.map(|(key, order)| (key.into(), order))
		.collect()
}

/// Every auction.
pub(crate) fn auctions() -> Vec<(AuctionId, Auction<AccountId>)> {
	pallet_market::Auctions::<Runtime>::iter()
		.map(|(key, auction)| (key.into(), auction))
		.collect()
}

/// Everything that could be sold now, with the avatar that has it: of units, a part.
pub(crate) fn goods(dice: &Dice) -> Vec<(AvatarId, Asset)> {
	let land = unlocked().into_iter().map(|(site, holding)| {
		let id = match site {
			Site::Parcel(parcel) => UniqueId::Parcel(parcel),
			Site::Estate(estate) => UniqueId::Estate(estate),
		};
		(holding, id)
	});
	let items = items().into_iter().map(|(item, it)| (it.holding, UniqueId::Item(item)));
	let free = items.chain(land).filter(|(holding, _)| holding.lock.is_none());
	let unique = free.map(|(holding, id)| (holding.owner, id.at_version(holding.version)));
	let units = stacks().into_iter().filter(|(_, _, stack)| stack.free > 0);
	let units = units.map(|(kind, avatar, stack)| {
		let amount = 1 + u64::from(dice.below(20)) % stack.free;
		(avatar, Asset::Units { kind, amount })
	});
	unique.chain(units).collect()
}

/// Every avatar.
pub(crate) fn avatars() -> Vec<AvatarId> {
	pallet_avatars::Avatars::<Runtime>::iter_keys().map(AvatarId::from).collect()
}

/// The avatars that can pay so much.
pub(crate) fn payers(amount: Balance) -> Vec<AvatarId> {
	let pays = |avatar: &AvatarId| {
		Avatars::purse(*avatar).is_some_and(|purse| purse.balance >= amount && !purse.frozen)
	};
	avatars().into_iter().filter(pays).collect()
}

/// Every world.
pub(crate) fn worlds() -> Vec<WorldId> {
	pallet_worlds::Worlds::<Runtime>::iter_keys().map(WorldId::from).collect()
}

/// The parcels that are held on their own.
pub(crate) fn parcels() -> Vec<(ParcelId, Holding)> {
	pallet_land::Parcels::<Runtime>::iter()
		.filter_map(|(key, details)| match details.title {
			Title::Own(holding) => Some((key.into(), holding)),
			Title::PartOf { .. } => None,
		})
		.collect()
}

/// Every estate.
pub(crate) fn estates() -> Vec<(EstateId, EstateOf<Runtime>)> {
	pallet_land::Estates::<Runtime>::iter()
		.map(|(key, details)| (key.into(), details))
		.collect()
}

/// Everything that is held as a whole.
pub(crate) fn sites() -> Vec<(Site, Holding)> {
	let parcels = parcels().into_iter().map(|(parcel, holding)| (Site::Parcel(parcel), holding));
	let estates = estates()
		.into_iter()
		.map(|(estate, details)| (Site::Estate(estate), details.holding));
	parcels.chain(estates).collect()
}

/// Everything of it that nobody keeps where it is.
pub(crate) fn unlocked() -> Vec<(Site, Holding)> {
	sites().into_iter().filter(|(_, holding)| holding.lock.is_none()).collect()
}

/// Whether a tenant has the site.
pub(crate) fn is_let(site: Site) -> bool {
	Land::lease(site).is_some_and(|lease| now() < lease.end)
}

/// Whether nobody has the place.
pub(crate) fn is_free(world: WorldId, at: Coordinates) -> bool {
	Land::parcel(ParcelId { world, at }).is_none()
}

/// Mostly an avatar.
pub(crate) fn some_avatar(dice: &Dice) -> AvatarId {
	dice.of_or(avatars(), || NOBODY).unwrap_or(NOBODY)
}

/// Mostly a world, and mostly that of the stage.
pub(crate) fn some_world(dice: &Dice) -> WorldId {
	if dice.below(3) > 0 {
		WORLD
	} else {
		dice.of_or(worlds(), || NOWHERE).unwrap_or(NOWHERE)
	}
}

/// Mostly a block that is not past.
pub(crate) fn some_expiry(dice: &Dice) -> BlockNumber {
	match dice.below(12) {
		0 => now() - 1,
		1..=5 => now() + dice.below(40),
		_ => now() + LATER,
	}
}

/// A place in an area.
pub(crate) fn some_place(dice: &Dice, area: Area) -> Coordinates {
	let side = |min: i16, max: i16| {
		let offset = dice.below(u32::from(max.abs_diff(min)) + 1);
		min.saturating_add(i16::try_from(offset).unwrap_or(i16::MAX))
	};
	Coordinates { x: side(area.min.x, area.max.x), y: side(area.min.y, area.max.y) }
}

/// A small area in an area.
pub(crate) fn some_area(dice: &Dice, within: Area, side: u32) -> Area {
	let min = some_place(dice, within);
	let most = |from: i16, to: i16| {
		from.saturating_add(i16::try_from(dice.below(side)).unwrap_or(i16::MAX)).min(to)
	};
	let max = Coordinates { x: most(min.x, within.max.x), y: most(min.y, within.max.y) };
	Area { min, max }
}
