// SPDX-License-Identifier: Apache-2.0
//! Compares the chain's state with the model: nothing was lost, doubled or misplaced.

use super::model::{Model, Unique};
use crate::failure::Failure;
use freehold_client::Snapshot;
use freehold_primitives::{
	asset::{Coins, Holding, UniqueId},
	chain::{AccountId, Balance},
	land::ParcelId,
};
use std::collections::BTreeMap;

/// The account in which the avatars pallet keeps the coins of all purses: FRAME derives it from
/// the pallet's id.
fn pot() -> AccountId {
	let mut bytes = [0; 32];
	bytes[..12].copy_from_slice(b"modlfh/purse");
	bytes.into()
}

/// Every difference, in words.
pub async fn differences(
	model: &Model,
	state: &Snapshot,
	deposited: Balance,
) -> Result<Vec<String>, Failure> {
	let mut found = Vec::new();
	purses(model, state, deposited, &mut found).await?;
	units(model, state, &mut found).await?;
	items(model, state, &mut found).await?;
	parcels(model, state, &mut found).await?;
	Ok(found)
}

async fn purses(
	model: &Model,
	state: &Snapshot,
	deposited: Balance,
	found: &mut Vec<String>,
) -> Result<(), Failure> {
	let purses: BTreeMap<_, _> = state.purses().await?.into_iter().collect();
	let mut ours = 0;
	for player in &model.players {
		let balance = purses.get(&player.avatar).map_or(0, |purse| purse.balance);
		ours += balance;
		if balance != player.coins {
			let (avatar, expected) = (player.avatar, Coins(player.coins));
			found.push(format!("avatar {avatar} has {} FHD, not {expected}", Coins(balance)));
		}
	}
	if ours != deposited {
		let (now, before) = (Coins(ours), Coins(deposited));
		found.push(format!("the players have {now} FHD together, and put in {before}"));
	}
	let held = state.account(&pot()).await?.data.reserved;
	let in_purses: Balance = purses.values().map(|purse| purse.balance).sum();
	let aside = set_aside(state).await?;
	if in_purses + aside != held {
		let (all, aside, held) = (Coins(in_purses), Coins(aside), Coins(held));
		found.push(format!(
			"all purses have {all} FHD and {aside} are set aside, but the pot holds {held}"
		));
	}
	Ok(())
}

/// Coins that are in no purse and yet in the pot: of leases, of the market, and of creators.
async fn set_aside(state: &Snapshot) -> Result<Balance, Failure> {
	let leases: Balance = state.leases().await?.iter().map(|(_, lease)| lease.escrowed()).sum();
	let orders: Balance = state.orders().await?.iter().map(|(_, order)| order.escrow()).sum();
	let bids: Balance = state.auctions().await?.iter().map(|(_, it)| it.escrow()).sum();
	let royalties: Balance = state.all_accrued().await?.iter().map(|(_, amount)| amount).sum();
	Ok(leases + orders + bids + royalties)
}

async fn units(model: &Model, state: &Snapshot, found: &mut Vec<String>) -> Result<(), Failure> {
	let holders: BTreeMap<_, _> = state.holders(model.kind).await?.into_iter().collect();
	for player in &model.players {
		let units = holders.get(&player.avatar).copied().unwrap_or_default().total();
		if units != player.units {
			let (avatar, expected) = (player.avatar, player.units);
			found.push(format!("avatar {avatar} has {units} units, not {expected}"));
		}
	}
	let supply = state.kind(model.kind).await?.map_or(0, |kind| kind.supply());
	let all: u64 = holders.values().map(|stack| stack.total()).sum();
	if all != supply {
		found.push(format!("there are {all} units, but the supply is {supply}"));
	}
	Ok(())
}

async fn items(model: &Model, state: &Snapshot, found: &mut Vec<String>) -> Result<(), Failure> {
	let items = state.items(model.collection).await?;
	let stored = items.into_iter().map(|(id, item)| (UniqueId::Item(id), item.holding));
	owners(model, &model.items, stored.collect(), found);
	Ok(())
}

async fn parcels(model: &Model, state: &Snapshot, found: &mut Vec<String>) -> Result<(), Failure> {
	let world = model.world;
	let stored = state.parcels(world).await?.into_iter().filter_map(|(at, parcel)| {
		Some((UniqueId::Parcel(ParcelId { world, at }), parcel.holding()?))
	});
	let expected = [&model.plots[..], &model.roads[..]].concat();
	owners(model, &expected, stored.collect(), found);
	Ok(())
}

/// Compares owners and versions; what the chain has beyond the model is a difference, too.
fn owners(
	model: &Model,
	expected: &[Unique],
	mut stored: BTreeMap<UniqueId, Holding>,
	found: &mut Vec<String>,
) {
	for &Unique { id, owner, version } in expected {
		let owner = model.players[owner].avatar;
		match stored.remove(&id) {
			Some(holding) if (holding.owner, holding.version) == (owner, version) => {},
			Some(holding) => found.push(format!(
				"{id} is avatar {}'s in version {}, not avatar {owner}'s in version {version}",
				holding.owner, holding.version
			)),
			None => found.push(format!("{id} is gone; avatar {owner} owned it")),
		}
	}
	found.extend(stored.into_keys().map(|id| format!("{id} has come from nowhere")));
}

#[cfg(test)]
mod tests {
	use super::{super::model::tests::model, *};

	fn stored(model: &Model) -> BTreeMap<UniqueId, Holding> {
		let holding = |item: &Unique| Holding {
			version: item.version,
			..Holding::new(model.players[item.owner].avatar)
		};
		model.items.iter().map(|item| (item.id, holding(item))).collect()
	}

	#[test]
	fn every_misplaced_item_is_named() {
		let model = model();
		let mut stored = stored(&model);
		stored.remove(&model.items[0].id);
		stored.entry(model.items[1].id).and_modify(|holding| holding.version += 1);
		stored.insert(model.plots[0].id, Holding::new(model.players[1].avatar));
		let mut found = Vec::new();

		owners(&model, &model.items, stored, &mut found);

		assert_eq!(
			found,
			[
				"item 2#1 is gone; avatar 1 owned it",
				"item 2#2 is avatar 2's in version 1, not avatar 2's in version 0",
				"parcel 1,1 in world 1 has come from nowhere",
			]
		);
	}

	#[test]
	fn what_agrees_is_no_difference() {
		let model = model();
		let mut found = Vec::new();

		owners(&model, &model.items, stored(&model), &mut found);

		assert_eq!(found, Vec::<String>::new());
	}

	#[test]
	fn the_pot_is_the_account_of_the_pallet_id() {
		let bytes: [u8; 32] = pot().into();

		assert_eq!(&bytes[..12], b"modlfh/purse");
		assert_eq!(bytes[12..], [0; 20]);
	}
}
