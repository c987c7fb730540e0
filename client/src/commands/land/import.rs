// SPDX-License-Identifier: Apache-2.0
use super::{
	files::{flawed, listed, open},
	plan::{read_districts, read_parcels},
};
use crate::{
	commands::{unknown, Context},
	failure::Failure,
	output::{progress, step},
	parse,
};
use clap::Args;
use freehold_client::{calls, Call, Error, Sender};
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	land::{Coordinates, Zone},
};
use serde_json::json;
use std::{collections::BTreeMap, path::PathBuf, time::Duration};

/// How long transactions of an import that was interrupted are waited for.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Args)]
pub struct Import {
	/// The world, which the signer operates.
	#[arg(long)]
	world: u32,
	/// The avatar that gets the parcels.
	#[arg(long, value_name = "AVATAR")]
	to: u32,
	/// CSV with columns x and y, and zone or district.
	#[arg(long, value_name = "FILE")]
	parcels: PathBuf,
	/// CSV with columns district and name.
	#[arg(long, value_name = "FILE")]
	districts: Option<PathBuf>,
	/// The zone of districts with this name; may be repeated.
	#[arg(long, value_name = "NAME=ZONE", value_parser = rule, requires = "districts")]
	zone: Vec<(String, Zone)>,
	/// How many parcels share a transaction.
	#[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=1024))]
	batch: u32,
}

type Plan = Vec<(Coordinates, Zone)>;

pub async fn run(context: &Context, arguments: &Import) -> Result<(), Failure> {
	let (world, to) = (WorldId(arguments.world), AvatarId(arguments.to));
	let mut owner = context.sender().await?;
	let details = owner.client().best().await?.world(world).await?;
	let details = details.ok_or_else(|| unknown(format!("world {world}")))?;

	let districts = match &arguments.districts {
		Some(path) => {
			let read = read_districts(open(path)?, &arguments.zone);
			Some(read.map_err(|flaws| flawed(path, &flaws))?)
		},
		None => None,
	};
	let path = &arguments.parcels;
	let plan = read_parcels(open(path)?, details.bounds, districts.as_ref())
		.map_err(|flaws| flawed(path, &flaws))?;

	// An earlier import that was cut short may have left transactions in the pool.
	owner.wait_until_idle(PATIENCE).await?;
	let issued: BTreeMap<Coordinates, Zone> = owner
		.client()
		.best()
		.await?
		.parcels(world)
		.await?
		.into_iter()
		.map(|(at, parcel)| (at, parcel.zone))
		.collect();
	let planned = plan.len();
	let (there, missing): (Plan, Plan) =
		plan.into_iter().partition(|(at, _)| issued.contains_key(at));
	let clashes = clashes(&there, &issued);

	step(format!("{} of {planned} parcels are there; issuing {}", there.len(), missing.len()));
	issue(&mut owner, world, to, &missing, arguments.batch as usize).await?;
	let state = owner.client().finalised().await?;
	let human = format!(
		"world {world} has the {planned} parcels of {}: {} were there, {} are new \
		 (checked up to final block {})",
		path.display(),
		there.len(),
		missing.len(),
		state.number()
	);
	let json = json!({
		"world": world,
		"parcels": planned,
		"were_there": there.len(),
		"issued": missing.len(),
		"clashes": clashes.len(),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	if clashes.is_empty() {
		return Ok(());
	}
	let head = format!("{} parcels are there with another zone", clashes.len());
	Err(Failure::Check(listed(&head, &clashes)))
}

async fn issue(
	owner: &mut Sender,
	world: WorldId,
	to: AvatarId,
	missing: &[(Coordinates, Zone)],
	batch: usize,
) -> Result<(), Failure> {
	let calls: Vec<Call> = missing
		.chunks(batch)
		.map(|parcels| calls::issue_land(world, to, parcels))
		.collect();
	let bar = progress("parcels final", missing.len());
	let mut sizes = missing.chunks(batch).map(<[_]>::len);
	let issued = owner
		.execute_all(&calls, |_| bar.inc(sizes.next().unwrap_or_default() as u64))
		.await;
	bar.finish_and_clear();
	let again = "run the import again: it goes on where it stopped";
	issued.map(|_| ()).map_err(|reason| {
		let elsewhere =
			matches!(&reason, Error::Dispatch(failure) if failure.name == "AlreadyIssued");
		let rest = if elsewhere {
			format!("someone else issues land here, too: {again}")
		} else if reason.leaves_fate_unknown() {
			again.to_owned()
		} else {
			return Failure::Chain(reason);
		};
		Failure::Interrupted { reason, rest }
	})
}

/// What is planned for places that have another zone already.
fn clashes(there: &[(Coordinates, Zone)], issued: &BTreeMap<Coordinates, Zone>) -> Vec<String> {
	there
		.iter()
		.filter_map(|(at, planned)| {
			let zone = issued.get(at).filter(|zone| *zone != planned)?;
			Some(format!("{at} is {zone}, and {planned} in the plan"))
		})
		.collect()
}

/// `NAME=ZONE`.
fn rule(text: &str) -> Result<(String, Zone), String> {
	let (name, zone) = text
		.split_once('=')
		.ok_or_else(|| format!("`{text}` is not a rule: write it as NAME=ZONE"))?;
	Ok((name.into(), parse::zone(zone)?))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_other_zones_clash() {
		let (here, there) = (Coordinates::new(0, 0), Coordinates::new(1, 0));
		let issued = BTreeMap::from([(here, Zone::Road), (there, Zone::Open)]);

		assert_eq!(
			clashes(&[(here, Zone::Plaza), (there, Zone::Open)], &issued),
			["0,0 is road, and plaza in the plan"]
		);
	}

	#[test]
	fn a_rule_is_a_name_and_a_zone() {
		assert_eq!(rule("Road=open"), Ok(("Road".into(), Zone::Open)));
		assert_eq!(rule("Road"), Err("`Road` is not a rule: write it as NAME=ZONE".into()));
	}
}
