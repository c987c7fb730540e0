// SPDX-License-Identifier: Apache-2.0
use super::{unknown, Context};
use crate::{
	failure::Failure,
	output::{facts, table},
	parse,
};
use clap::Subcommand;
use freehold_client::{address, calls, events::WorldRegistered, records::WorldDetails};
use freehold_primitives::{
	chain::BlockNumber,
	fee::{BasisPoints, Fee},
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum World {
	/// Register a world that the signer operates.
	Register {
		/// South-western corner of its grid.
		#[arg(
			long,
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		from: Coordinates,
		/// North-eastern corner.
		#[arg(
			long,
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		to: Coordinates,
		/// What it keeps of payments, in hundredths of a percent.
		#[arg(long, value_name = "BASIS_POINTS", requires = "fee_to")]
		fee: Option<BasisPoints>,
		/// The avatar that gets the fee.
		#[arg(long, value_name = "AVATAR", requires = "fee")]
		fee_to: Option<u32>,
	},
	/// Show a world and its settlers.
	Show {
		/// The world's number.
		world: u32,
	},
	/// List all worlds.
	List,
	/// Let an account settle trades for a world.
	AddSettler {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// An address, a public key in hex, or a key.
		settler: String,
		/// Last block in which it may; a day from now if not told.
		#[arg(long, value_name = "BLOCK")]
		until: Option<BlockNumber>,
	},
	/// Take that right back.
	RemoveSettler {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// An address, a public key in hex, or a key.
		settler: String,
	},
}

/// Blocks in a day.
const DAY: BlockNumber = 24 * 60 * 60;

pub async fn run(context: &Context, verb: &World) -> Result<(), Failure> {
	match verb {
		World::Register { from, to, fee, fee_to } => {
			let bounds = Area::new(*from, *to).ok_or_else(|| {
				Failure::Input(format!("{to} is not to the north-east of {from}"))
			})?;
			let fee = fee.zip(*fee_to).map(|(rate, to)| Fee { to: AvatarId(to), rate });
			let mut owner = context.sender().await?;
			let receipt = owner.execute(&calls::register_world(bounds, fee)).await?;
			let world = receipt.expect::<WorldRegistered>()?.world;
			let done = format!("registered world {world}");
			context.report(&done, json!({ "world": world }), &receipt);
			Ok(())
		},
		World::Show { world } => show(context, WorldId(*world)).await,
		World::List => list(context).await,
		World::AddSettler { world, settler, until } => {
			let settler = context.keyring.account(settler)?;
			let mut owner = context.sender().await?;
			let until = match until {
				Some(until) => *until,
				None => owner.client().best().await?.number() + DAY,
			};
			let call = calls::add_settler(WorldId(*world), &settler, until);
			let receipt = owner.execute(&call).await?;
			let address = address::encode(&settler);
			let done = format!("{address} may settle for world {world} until block {until}");
			context.report(&done, json!({ "settler": address, "until": until }), &receipt);
			Ok(())
		},
		World::RemoveSettler { world, settler } => {
			let settler = context.keyring.account(settler)?;
			let call = calls::remove_settler(WorldId(*world), &settler);
			let address = address::encode(&settler);
			let done = format!("{address} no longer settles for world {world}");
			context.execute(&call, &done).await
		},
	}
}

async fn show(context: &Context, world: WorldId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.world(world).await?.ok_or_else(|| unknown(format!("world {world}")))?;
	let settlers = state.settlers(world).await?;
	let parcels = state.parcel_count(world).await?;
	let last = state.last_batch(world).await?.map(|batch| batch.seq);
	let listed: Vec<String> = settlers
		.iter()
		.map(|(settler, until)| format!("{} until block {until}", address::encode(settler)))
		.collect();
	let table = facts([
		("world", world.to_string()),
		("owner", address::encode(&details.owner)),
		("grid", details.bounds.to_string()),
		("fee", fee(&details)),
		("parcels issued", format!("{parcels} of {}", details.bounds.size())),
		("last batch", last.map_or("none".into(), |seq| seq.to_string())),
		("settlers", if listed.is_empty() { "none".into() } else { listed.join("\n") }),
	]);
	let settlers: Vec<Value> = settlers
		.iter()
		.map(|(settler, until)| json!({ "account": address::encode(settler), "until": until }))
		.collect();
	let mut json = described(world, &details);
	json["parcels"] = json!(parcels);
	json["last_batch"] = json!(last);
	json["settlers"] = json!(settlers);
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

async fn list(context: &Context) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let worlds = state.worlds().await?;
	let rows = worlds.iter().map(|(world, details)| {
		let owner = address::encode(&details.owner);
		vec![world.to_string(), owner, details.bounds.to_string(), fee(details)]
	});
	let table = table(&["world", "owner", "grid", "fee"], rows);
	let json: Vec<Value> = worlds.iter().map(|(id, details)| described(*id, details)).collect();
	context.output.finish(table, &json!({ "worlds": json, "block": state.block() }));
	Ok(())
}

fn fee(details: &WorldDetails) -> String {
	details.fee.map_or("none".into(), |fee| {
		let (percent, part) = (fee.rate / 100, fee.rate % 100);
		format!("{percent}.{part:02} % to avatar {}", fee.to)
	})
}

fn described(world: WorldId, details: &WorldDetails) -> Value {
	json!({
		"world": world,
		"owner": address::encode(&details.owner),
		"bounds": details.bounds,
		"fee": details.fee.map(|fee| json!({ "to": fee.to, "basis_points": fee.rate })),
	})
}
