// SPDX-License-Identifier: Apache-2.0
//! Assets as they are named on the command line and shown, in the versions that they have now.

use super::unknown;
use crate::{
	failure::Failure,
	parse::{self, Named},
};
use freehold_client::Snapshot;
use freehold_primitives::{
	asset::{Asset, Assets, Coins, UniqueId, MAX_ASSETS},
	fee::{item_royalty, BasisPoints},
	ids::{AvatarId, WorldId},
	settlement::royalty_rate,
};
use serde_json::{json, Value};

/// The asset that is written so; parcels are of the world.
pub async fn read(state: &Snapshot, text: &str, world: Option<WorldId>) -> Result<Asset, Failure> {
	versioned(state, parse::asset(text, world).map_err(Failure::Input)?).await
}

/// The asset in its present version, if it was not named in another.
pub async fn versioned(state: &Snapshot, named: Named) -> Result<Asset, Failure> {
	match named {
		Named::Whole(asset) => Ok(asset),
		Named::Unversioned(id) => {
			let holding = state.holding(id).await?.ok_or_else(|| unknown(id))?;
			Ok(id.at_version(holding.version))
		},
	}
}

/// Assets that change hands together.
pub async fn side(state: &Snapshot, texts: &[String], world: WorldId) -> Result<Assets, Failure> {
	let mut assets = Vec::with_capacity(texts.len());
	for text in texts {
		assets.push(read(state, text, Some(world)).await?);
	}
	Assets::try_from(assets)
		.map_err(|_| Failure::Input(format!("at most {MAX_ASSETS} assets go together")))
}

/// Which avatar gives these: the one that was told, else the owner of what is unique.
pub async fn giver(
	state: &Snapshot,
	assets: &[Asset],
	told: Option<u32>,
	flag: &str,
) -> Result<AvatarId, Failure> {
	if let Some(avatar) = told {
		return Ok(AvatarId(avatar));
	}
	let Some((id, _)) = assets.iter().find_map(Asset::unique) else {
		return Err(Failure::Input(format!("say with --{flag} which avatar gives the units")));
	};
	Ok(state.holding(id).await?.ok_or_else(|| unknown(id))?.owner)
}

/// What is taken now, in basis points, off coins that are paid in a world for these assets: its
/// fee, and the royalty of the assets.
pub async fn deduction(
	state: &Snapshot,
	world: WorldId,
	assets: &[Asset],
) -> Result<BasisPoints, Failure> {
	let fee = state.world(world).await?.and_then(|details| details.fee.at(state.number()));
	let royalty = royalty(state, assets).await?;
	Ok(fee.map_or(0, |fee| fee.rate).saturating_add(royalty))
}

/// The royalty of coins that are paid for the assets, in basis points.
pub async fn royalty(state: &Snapshot, assets: &[Asset]) -> Result<BasisPoints, Failure> {
	let mut rates = Vec::new();
	for asset in assets {
		match *asset {
			Asset::Units { kind, .. } => {
				rates.extend(state.kind(kind).await?.map(|it| (kind, it.royalty)));
			},
			Asset::Item { id, .. } => {
				let Some(item) = state.item(id).await? else { continue };
				let kind = item.kind_in(id.collection);
				let rate = state
					.kind(kind)
					.await?
					.map(|it| item_royalty(item.royalty, id.serial, it.royalty, it.raise));
				rates.extend(rate.map(|rate| (kind, rate)));
			},
			Asset::Coins(_) | Asset::Parcel { .. } | Asset::Estate { .. } => {},
		}
	}
	Ok(royalty_rate(&rates))
}

/// What they are, for people.
pub fn words(assets: &[Asset]) -> String {
	let shown: Vec<String> = assets.iter().map(word).collect();
	shown.join(", ")
}

/// What it is, for people.
pub fn word(asset: &Asset) -> String {
	match asset.unique() {
		Some((id, _)) => id.to_string(),
		None => asset.to_string(),
	}
}

/// As it is written on the command line.
pub fn notation(asset: &Asset) -> String {
	match asset {
		Asset::Coins(amount) => format!("coins:{}", Coins(*amount)),
		Asset::Units { kind, amount } => format!("units:{kind}*{amount}"),
		Asset::Item { id, .. } => format!("item:{id}"),
		Asset::Parcel { id, .. } => format!("parcel:{}", id.at),
		Asset::Estate { id, .. } => format!("estate:{id}"),
	}
}

/// What they are, for programs.
pub fn described(assets: &[Asset]) -> Value {
	assets.iter().map(one_described).collect()
}

/// What it is, for programs: the world is that of a parcel.
pub fn one_described(asset: &Asset) -> Value {
	let (world, version) = match asset.unique() {
		Some((UniqueId::Parcel(parcel), version)) => (Some(parcel.world), Some(version)),
		Some((_, version)) => (None, Some(version)),
		None => (None, None),
	};
	let mut json = json!({ "asset": notation(asset) });
	if let Some(world) = world {
		json["world"] = json!(world);
	}
	if let Some(version) = version {
		json["version"] = json!(version);
	}
	json
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{
		ids::{CollectionId, ItemId, KindId},
		land::{Coordinates, ParcelId},
	};

	#[test]
	fn what_is_shown_can_be_written() {
		let world = Some(WorldId(2));
		for text in ["coins:1.5", "units:3/1*50", "item:3#17@4", "parcel:-3,4@5", "estate:7@6"] {
			let Ok(Named::Whole(asset)) = parse::asset(text, world) else {
				panic!("{text} is whole");
			};
			let written = text.split('@').next().unwrap_or_default();
			assert_eq!(notation(&asset), written);
		}
	}

	#[test]
	fn an_asset_is_described_with_what_it_needs() {
		let id = ItemId { collection: CollectionId(3), serial: 17 };
		let parcel = ParcelId { world: WorldId(2), at: Coordinates::new(-3, 4) };
		let kind = KindId { collection: CollectionId(3), index: 1 };

		assert_eq!(
			described(&[
				Asset::Item { id, version: 4 },
				Asset::Parcel { id: parcel, version: 5 },
				Asset::Units { kind, amount: 50 },
			]),
			json!([
				{ "asset": "item:3#17", "version": 4 },
				{ "asset": "parcel:-3,4", "world": 2, "version": 5 },
				{ "asset": "units:3/1*50" },
			])
		);
		assert_eq!(words(&[Asset::Item { id, version: 4 }]), "item 3#17");
	}
}
