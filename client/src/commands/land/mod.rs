// SPDX-License-Identifier: Apache-2.0
mod import;
mod plan;

use super::{lock, unknown, Context};
use crate::{
	failure::Failure,
	output::{facts, table},
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::calls;
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Land {
	/// Make parcels of some places of a world that the signer operates.
	Issue {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// The avatar that gets them.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
		/// What they are for.
		#[arg(long, default_value = "open", value_parser = parse::zone)]
		zone: Zone,
		/// A place, such as -3,4; may be repeated.
		#[arg(
			long = "at",
			required = true,
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		places: Vec<Coordinates>,
	},
	/// Give a parcel to another avatar.
	Transfer {
		#[command(flatten)]
		parcel: Place,
		/// The avatar that gets it.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Show a parcel.
	Show(Place),
	/// List the parcels of a world.
	List {
		/// The world's number.
		#[arg(long)]
		world: u32,
		/// South-western corner of what to list.
		#[arg(
			long,
			requires = "to",
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		from: Option<Coordinates>,
		/// North-eastern corner.
		#[arg(
			long,
			requires = "from",
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		to: Option<Coordinates>,
	},
	/// Issue the parcels of a file that a world does not have yet.
	Import(import::Import),
}

#[derive(Args)]
pub struct Place {
	/// The world's number.
	#[arg(long)]
	world: u32,
	/// Such as -3,4.
	#[arg(value_name = "X,Y", value_parser = parse::coordinates, allow_hyphen_values = true)]
	at: Coordinates,
}

impl Place {
	fn parcel(&self) -> ParcelId {
		ParcelId { world: WorldId(self.world), at: self.at }
	}
}

pub async fn run(context: &Context, verb: &Land) -> Result<(), Failure> {
	match verb {
		Land::Issue { world, to, zone, places } => {
			let parcels: Vec<_> = places.iter().map(|at| (*at, *zone)).collect();
			let done = format!("issued {} parcels to avatar {to}", parcels.len());
			let call = calls::issue_land(WorldId(*world), AvatarId(*to), &parcels);
			context.execute(&call, &done).await
		},
		Land::Transfer { parcel, to } => {
			let parcel = parcel.parcel();
			let done = format!("parcel {parcel} is avatar {to}'s now");
			context.execute(&calls::transfer_parcel(parcel, AvatarId(*to)), &done).await
		},
		Land::Show(place) => show(context, place.parcel()).await,
		Land::List { world, from, to } => {
			let area = match from.zip(*to) {
				Some((from, to)) => Some(Area::new(from, to).ok_or_else(|| {
					Failure::Input(format!("{to} is not to the north-east of {from}"))
				})?),
				None => None,
			};
			list(context, WorldId(*world), area).await
		},
		Land::Import(arguments) => import::run(context, arguments).await,
	}
}

async fn show(context: &Context, parcel: ParcelId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.parcel(parcel).await?;
	let details = details.ok_or_else(|| unknown(format!("parcel {parcel}")))?;
	let table = facts([
		("parcel", parcel.to_string()),
		("zone", details.zone.to_string()),
		("owner", format!("avatar {}", details.holding.owner)),
		("version", details.holding.version.to_string()),
		("lock", lock(&details.holding)),
	]);
	let json = json!({
		"world": parcel.world,
		"at": parcel.at,
		"zone": details.zone,
		"owner": details.holding.owner,
		"version": details.holding.version,
		"lock": lock(&details.holding),
		"block": state.block(),
	});
	context.output.finish(table, &json);
	Ok(())
}

async fn list(context: &Context, world: WorldId, area: Option<Area>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut parcels = state.parcels(world).await?;
	parcels.retain(|(at, _)| area.is_none_or(|area| area.contains(*at)));
	let rows = parcels.iter().map(|(at, details)| {
		let owner = format!("avatar {}", details.holding.owner);
		vec![at.to_string(), details.zone.to_string(), owner, lock(&details.holding)]
	});
	let table = table(&["place", "zone", "owner", "lock"], rows);
	let json: Vec<Value> = parcels
		.iter()
		.map(|(at, details)| {
			let owner = details.holding.owner;
			json!({ "at": at, "zone": details.zone, "owner": owner })
		})
		.collect();
	context
		.output
		.finish(table, &json!({ "parcels": json, "block": state.block() }));
	Ok(())
}
