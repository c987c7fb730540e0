// SPDX-License-Identifier: Apache-2.0
//! Makes the demo's world and everything in it.

use super::{
	model::{Model, Player, Unique, FEE_RATE, TREASURY},
	script::LANE,
};
use crate::{
	failure::Failure,
	output::{progress, step},
};
use freehold_client::{
	calls,
	events::{AvatarCreated, CollectionCreated, ItemsMinted, KindCreated, WorldRegistered},
	records::{Form, Issuer, Rules},
	AccountKey, Call, Error, Receipt, Sender,
};
use freehold_primitives::{
	asset::{Coins, UniqueId},
	chain::Balance,
	device::Label,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
};
use sp_core::{sr25519, Pair};

/// The world's grid.
const BOUNDS: Area = Area { min: Coordinates::new(-16, -16), max: Coordinates::new(15, 15) };

/// How many items each player starts with.
const ITEMS_EACH: usize = 4;

/// How many units each player starts with.
const UNITS_EACH: u64 = 10_000;

/// How many small calls share a transaction.
const CALLS_AT_ONCE: usize = 20;

/// How many items one call mints.
const ITEMS_AT_ONCE: usize = 200;

/// For how many blocks the settler and the devices may sign: eight hours of them.
const LIFETIME: u32 = 28_800;

/// The world as it stands, and who settles for it.
pub struct Setup {
	pub model: Model,
	pub settler: AccountKey,
}

/// Makes a world for this many players and trades.
pub async fn make(owner: &mut Sender, players: usize, trades: usize) -> Result<Setup, Failure> {
	step("creating avatars");
	let avatars = create_avatars(owner, players + 1).await?;

	step("registering the world, its settler and its collection");
	let fee = Fee { to: avatars[TREASURY], rate: FEE_RATE };
	let receipt = owner.execute(&calls::register_world(BOUNDS, Some(fee))).await?;
	let world = receipt.expect::<WorldRegistered>()?.world;
	let settler = AccountKey::from(sr25519::Pair::generate().0);
	let collection = create_collection(owner, world, &settler, trades).await?;
	let rules = Rules { transferable: true, burnable: false, home: None };
	let kinds = [Form::Unique, Form::Stackable]
		.map(|form| calls::create_kind(collection, form, None, rules, &[]));
	let kinds = created::<KindCreated>(&batched(owner, &kinds).await?)?;
	let [unique, stackable] = &kinds[..] else {
		return Err(Error::MissingEvent("KindCreated").into());
	};

	let mut model = Model {
		world,
		collection,
		kind: stackable.kind,
		players: avatars.into_iter().map(Player::new).collect(),
		items: Vec::new(),
		plots: Vec::new(),
		roads: Vec::new(),
	};
	equip(owner, &mut model, trades).await?;
	issue_land(owner, &mut model).await?;
	mint(owner, &mut model, unique.kind).await?;
	Ok(Setup { model, settler })
}

async fn create_avatars(owner: &mut Sender, count: usize) -> Result<Vec<AvatarId>, Failure> {
	let receipts = batched(owner, &vec![calls::create_avatar(); count]).await?;
	let created = created::<AvatarCreated>(&receipts)?;
	if created.len() != count {
		return Err(Error::MissingEvent("AvatarCreated").into());
	}
	Ok(created.into_iter().map(|event| event.avatar).collect())
}

/// Also gives the settler, a new account, the right to settle and the money for its fees.
async fn create_collection(
	owner: &mut Sender,
	world: WorldId,
	settler: &AccountKey,
	trades: usize,
) -> Result<CollectionId, Failure> {
	let until = owner.client().best().await?.number() + LIFETIME;
	let fees = (20 + trades as Balance / 50) * Coins::UNIT;
	let calls = [
		calls::transfer(&settler.account(), fees),
		calls::add_settler(world, &settler.account(), until, None),
		calls::create_collection(Issuer::World(world)),
	];
	let receipts = batched(owner, &calls).await?;
	let created = created::<CollectionCreated>(&receipts)?.pop();
	Ok(created.ok_or(Error::MissingEvent("CollectionCreated"))?.collection)
}

/// Gives every player a device key, coins and units.
async fn equip(owner: &mut Sender, model: &mut Model, trades: usize) -> Result<(), Failure> {
	step("giving the players device keys, coins and units");
	let until = owner.client().best().await?.number() + LIFETIME;
	let traders = model.players.len() - 1;
	let coins = (100 + trades as Balance / traders as Balance) * Coins::UNIT;
	let mut equipment = Vec::new();
	for (place, player) in model.players.iter_mut().enumerate() {
		let key = player.device.public();
		let world = Some(model.world);
		let label = Label::default();
		equipment.push(calls::add_device(player.avatar, LANE, key, until, world, None, &label));
		if place != TREASURY {
			(player.coins, player.units) = (coins, UNITS_EACH);
			equipment.push(calls::deposit(player.avatar, coins));
			equipment.push(calls::mint_units(model.kind, &[(player.avatar, UNITS_EACH)]));
		}
	}
	batched(owner, &equipment).await?;
	Ok(())
}

/// Issues the whole grid: public land to the treasury, plots to the players in turn.
async fn issue_land(owner: &mut Sender, model: &mut Model) -> Result<(), Failure> {
	step("issuing land");
	let traders = model.players.len() - 1;
	let mut shares = vec![Vec::new(); model.players.len()];
	for at in BOUNDS.places() {
		let zone = zone(at);
		let id = UniqueId::Parcel(ParcelId { world: model.world, at });
		if zone.is_public() {
			shares[TREASURY].push((at, zone));
			model.roads.push(Unique::new(id, TREASURY));
		} else {
			let player = 1 + model.plots.len() % traders;
			shares[player].push((at, zone));
			model.plots.push(Unique::new(id, player));
		}
	}
	let shared = shares.iter().zip(&model.players).filter(|(share, _)| !share.is_empty());
	let calls: Vec<Call> = shared
		.map(|(share, player)| calls::issue_land(model.world, player.avatar, share))
		.collect();
	let bar = progress("parcels", calls.len());
	owner.execute_all(&calls, |_| bar.inc(1)).await?;
	bar.finish_and_clear();
	Ok(())
}

async fn mint(owner: &mut Sender, model: &mut Model, kind: KindId) -> Result<(), Failure> {
	step("minting items");
	let owners: Vec<usize> =
		(1..model.players.len()).flat_map(|player| [player; ITEMS_EACH]).collect();
	let avatars: Vec<AvatarId> =
		owners.iter().map(|&player| model.players[player].avatar).collect();
	let calls: Vec<Call> =
		avatars.chunks(ITEMS_AT_ONCE).map(|to| calls::mint_items(kind, to)).collect();
	let receipts = owner.execute_all(&calls, |_| {}).await?;

	let minted = created::<ItemsMinted>(&receipts)?;
	let ids = minted.into_iter().flat_map(|ItemsMinted { first, count, .. }| {
		(first.serial..first.serial + count).map(move |serial| ItemId { serial, ..first })
	});
	model.items = ids
		.zip(owners)
		.map(|(id, owner)| Unique::new(UniqueId::Item(id), owner))
		.collect();
	if model.items.len() != avatars.len() {
		return Err(Error::MissingEvent("ItemsMinted").into());
	}
	Ok(())
}

/// Executes small calls, several in a transaction.
async fn batched(owner: &mut Sender, calls: &[Call]) -> Result<Vec<Receipt>, Failure> {
	let client = owner.client().clone();
	let batches = calls
		.chunks(CALLS_AT_ONCE)
		.map(|calls| calls::batch_all(&client, calls))
		.collect::<Result<Vec<Call>, Error>>()?;
	let bar = progress("transactions", batches.len());
	let receipts = owner.execute_all(&batches, |_| bar.inc(1)).await?;
	bar.finish_and_clear();
	Ok(receipts)
}

/// All events of a type in the order in which they happened.
fn created<E: freehold_client::events::Event>(receipts: &[Receipt]) -> Result<Vec<E>, Error> {
	let mut events = Vec::new();
	for receipt in receipts {
		events.extend(receipt.all::<E>()?);
	}
	Ok(events)
}

/// A small town: a road every eight parcels, a plaza by the crossing in the middle, shops along
/// the roads, homes behind them.
fn zone(at: Coordinates) -> Zone {
	let (x, y) = (at.x.rem_euclid(8), at.y.rem_euclid(8));
	if x == 0 || y == 0 {
		Zone::Road
	} else if (1..=2).contains(&at.x) && (1..=2).contains(&at.y) {
		Zone::Plaza
	} else if x == 1 || y == 1 {
		Zone::Commercial
	} else {
		Zone::Residential
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_town_has_every_kind_of_place() {
		let count = |wanted| BOUNDS.places().filter(|&at| zone(at) == wanted).count();

		assert_eq!(BOUNDS.size(), 1_024);
		assert_eq!(
			[Zone::Road, Zone::Plaza, Zone::Commercial, Zone::Residential].map(count),
			[240, 4, 205, 575]
		);
	}
}
