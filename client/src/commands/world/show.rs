// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{percent, pointer, unknown_world, Context},
	failure::Failure,
	output::{facts, table},
};
use freehold_client::{
	address,
	records::{SettlerDetails, WorldDetails},
};
use freehold_primitives::{
	asset::Coins,
	chain::{AccountId, BlockNumber},
	fee::Fee,
	ids::WorldId,
};
use serde_json::{json, Value};

pub async fn one(context: &Context, world: WorldId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.world(world).await?.ok_or_else(|| unknown_world(world))?;
	let metadata = state.world_metadata(world).await?;
	let settlers = state.settlers(world).await?;
	let parcels = state.parcel_count(world).await?;
	let last = state.last_batch(world).await?.map(|batch| batch.seq);
	let name = metadata.as_ref().map(|metadata| metadata.name.clone());
	let more = metadata.filter(|it| !it.pointer.is_empty()).map(|it| pointer(&it.pointer));
	let offered_to = details.offered_to.as_ref().map(address::encode);
	let listed: Vec<String> = settlers
		.iter()
		.map(|(settler, details)| settler_words(settler, details))
		.collect();
	let none = || String::from("none");
	let table = facts([
		("world", world.to_string()),
		("name", name.clone().unwrap_or_else(none)),
		("more about it", more.clone().unwrap_or_else(none)),
		("owner", address::encode(&details.owner)),
		("offered to", offered_to.clone().unwrap_or_else(|| "nobody".into())),
		("grid", details.bounds.to_string()),
		("fee", schedule(&details, state.number())),
		("state", String::from(if details.suspended { "suspended" } else { "open" })),
		("parcels issued", format!("{parcels} of {}", details.bounds.size())),
		("records that need it", details.consumers.to_string()),
		("last batch", last.map_or_else(none, |seq| seq.to_string())),
		("settlers", if listed.is_empty() { none() } else { listed.join("\n") }),
	]);
	let settlers: Vec<Value> = settlers
		.iter()
		.map(|(settler, details)| {
			json!({
				"account": address::encode(settler),
				"until": details.valid_until,
				"cap": details.cap.map(|cap| Coins(cap).to_string()),
			})
		})
		.collect();
	let mut json = described(world, &details, state.number());
	json["name"] = json!(name);
	json["pointer"] = json!(more);
	json["offered_to"] = json!(offered_to);
	json["consumers"] = json!(details.consumers);
	json["parcels"] = json!(parcels);
	json["last_batch"] = json!(last);
	json["settlers"] = json!(settlers);
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

pub async fn all(context: &Context) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let (worlds, now) = (state.worlds().await?, state.number());
	let rows = worlds.iter().map(|(world, details)| {
		let owner = address::encode(&details.owner);
		vec![world.to_string(), owner, details.bounds.to_string(), fee(details.fee.at(now))]
	});
	let table = table(&["world", "owner", "grid", "fee"], rows);
	let json: Vec<Value> =
		worlds.iter().map(|(id, details)| described(*id, details, now)).collect();
	context.output.finish(table, &json!({ "worlds": json, "block": state.block() }));
	Ok(())
}

fn settler_words(settler: &AccountId, details: &SettlerDetails) -> String {
	let cap = details.cap.map(|cap| format!(", {} FHD in a block at most", Coins(cap)));
	let until = details.valid_until;
	format!("{} until block {until}{}", address::encode(settler), cap.unwrap_or_default())
}

/// A fee, in words.
pub fn fee(fee: Option<Fee>) -> String {
	fee.map_or("nothing".into(), |fee| format!("{} to avatar {}", percent(fee.rate), fee.to))
}

/// The fee in force, and the next one.
fn schedule(details: &WorldDetails, now: BlockNumber) -> String {
	let present = fee(details.fee.at(now));
	match details.fee.announced.as_ref().filter(|announced| announced.from > now) {
		Some(next) => format!("{present}; from block {} on {}", next.from, fee(next.fee)),
		None => present,
	}
}

fn described(world: WorldId, details: &WorldDetails, now: BlockNumber) -> Value {
	let fee = |fee: Fee| json!({ "to": fee.to, "basis_points": fee.rate });
	let next = details.fee.announced.as_ref().filter(|announced| announced.from > now);
	json!({
		"world": world,
		"owner": address::encode(&details.owner),
		"bounds": details.bounds,
		"suspended": details.suspended,
		"fee": details.fee.at(now).map(fee),
		"next_fee": next.map(|next| json!({ "from": next.from, "fee": next.fee.map(fee) })),
	})
}
