// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{lock, Context},
	failure::Failure,
	output::table,
};
use freehold_client::{records::ParcelDetails, Snapshot};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, EstateId, WorldId},
	land::{Area, Coordinates},
};
use serde_json::{json, Value};
use std::collections::BTreeMap;

pub async fn run(context: &Context, world: WorldId, area: Option<Area>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let parcels = held(&state, world, area).await?;
	let rows = parcels.iter().map(|(at, details, holding)| {
		let owner = format!("avatar {}", holding.owner);
		vec![at.to_string(), details.zone.to_string(), owner, lock(holding)]
	});
	let table = table(&["place", "zone", "owner", "lock"], rows);
	let json: Vec<Value> = parcels
		.iter()
		.map(|(at, details, holding)| {
			let (zone, owner, estate) = (details.zone, holding.owner, details.estate());
			json!({ "at": at, "zone": zone, "owner": owner, "estate": estate })
		})
		.collect();
	context
		.output
		.finish(table, &json!({ "parcels": json, "block": state.block() }));
	Ok(())
}

/// The parcels of a world or an area with their holdings, in z-order; those of parcels in estates
/// follow from the estates'.
pub async fn held(
	state: &Snapshot,
	world: WorldId,
	area: Option<Area>,
) -> Result<Vec<(Coordinates, ParcelDetails, Holding)>, Failure> {
	let parcels = match area {
		Some(area) => state.parcels_in(world, area).await?,
		None => state.parcels(world).await?,
	};
	let owners: BTreeMap<EstateId, AvatarId> =
		if parcels.iter().any(|(_, it)| it.estate().is_some()) {
			let estates = state.estates().await?.into_iter();
			estates.map(|(estate, details)| (estate, details.holding.owner)).collect()
		} else {
			BTreeMap::new()
		};
	let holding = |details: &ParcelDetails| {
		details.holding().or_else(|| {
			let estate = details.estate()?;
			let owner = *owners.get(&estate)?;
			Some(Holding { lock: Some(Lock::Estate(estate)), ..Holding::new(owner) })
		})
	};
	let with_holding =
		|(at, details): (Coordinates, ParcelDetails)| Some((at, details, holding(&details)?));
	Ok(parcels.into_iter().filter_map(with_holding).collect())
}
