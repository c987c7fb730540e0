// SPDX-License-Identifier: Apache-2.0
use super::{
	ground::Ground,
	site::{Premises, Records},
	steps::{dissolving, extending, founding, reducing, Step},
};
use crate::{
	commands::{lock, unknown, Context},
	failure::Failure,
	output::{self, facts, progress, table},
};
use clap::Subcommand;
use freehold_client::{
	calls,
	events::{EstateFounded, EstateSplit},
	records::EstateDetails,
	Call, Error, Receipt, Sender, Snapshot,
};
use freehold_primitives::{
	ids::{AvatarId, EstateId, WorldId},
	land::{Area, Coordinates, Site},
};
use serde_json::{json, Value};
use std::{collections::BTreeSet, time::Duration};

/// How long to wait for steps that an earlier run left in the pool.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Subcommand)]
pub enum Estate {
	/// Make one asset of parcels of the signer's avatar that touch each other.
	///
	/// Large ones are founded in steps, with progress told.
	Found {
		/// The world that they are in.
		#[arg(long)]
		world: u32,
		/// The avatar that owns them.
		#[arg(long, value_name = "AVATAR")]
		owner: u32,
		#[command(flatten)]
		ground: Ground,
	},
	/// Add parcels of the same avatar; those that are part of it already are left out.
	Extend {
		/// The estate's number.
		estate: u32,
		#[command(flatten)]
		ground: Ground,
	},
	/// Take parcels out; those that are not part of it any more are left out.
	///
	/// What is left stays in one piece.
	Reduce {
		/// The estate's number.
		estate: u32,
		#[command(flatten)]
		ground: Ground,
	},
	/// Add another estate of the same avatar that touches it.
	Merge {
		/// The estate's number.
		estate: u32,
		/// The estate that ends, of at most 1,024 parcels; the other may be larger.
		#[arg(long, value_name = "ESTATE")]
		from: u32,
	},
	/// Make an estate of its own of at most 1,024 of the parcels; both are in one piece.
	Split {
		/// The estate's number.
		estate: u32,
		#[command(flatten)]
		ground: Ground,
	},
	/// Make single parcels of it; large ones are cut down in steps first.
	Dissolve {
		/// The estate's number.
		estate: u32,
	},
	/// Give it to another avatar.
	Transfer {
		/// The estate's number.
		estate: u32,
		/// The avatar that gets it.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Show an estate.
	Show {
		/// The estate's number.
		estate: u32,
	},
	/// List the estates of a world.
	List {
		/// The world's number.
		#[arg(long)]
		world: u32,
	},
}

pub async fn run(context: &Context, verb: &Estate) -> Result<(), Failure> {
	match verb {
		Estate::Found { world, owner, ground } => {
			found(context, WorldId(*world), AvatarId(*owner), ground).await
		},
		Estate::Extend { estate, ground } => extend(context, EstateId(*estate), ground).await,
		Estate::Reduce { estate, ground } => reduce(context, EstateId(*estate), ground).await,
		Estate::Merge { estate, from } => {
			let call = calls::merge_estates(EstateId(*estate), EstateId(*from));
			let done = format!("estate {from} is part of estate {estate}");
			context.execute(&call, &done).await
		},
		Estate::Split { estate, ground } => split(context, EstateId(*estate), ground).await,
		Estate::Dissolve { estate } => dissolve(context, EstateId(*estate)).await,
		Estate::Transfer { estate, to } => {
			let done = format!("estate {estate} is avatar {to}'s now");
			let call = calls::transfer_estate(EstateId(*estate), AvatarId(*to));
			context.execute(&call, &done).await
		},
		Estate::Show { estate } => show(context, EstateId(*estate)).await,
		Estate::List { world } => list(context, WorldId(*world)).await,
	}
}

async fn found(
	context: &Context,
	world: WorldId,
	owner: AvatarId,
	ground: &Ground,
) -> Result<(), Failure> {
	let places = ground.places()?;
	let steps = founding(&places).map_err(Failure::Input)?;
	let Some((first, rest)) = steps.split_first() else { return Ok(()) };
	let mut sender = context.sender().await?;
	sender.wait_until_idle(PATIENCE).await?;
	let receipt = sender.execute(&calls::found_estate(world, owner, first)).await?;
	let estate = receipt.expect::<EstateFounded>()?.estate;
	if !rest.is_empty() {
		// Whatever happens to the other steps, its number is known.
		output::step(format!("estate {estate} has {} of {} parcels", first.len(), places.len()));
	}
	let last = take(&mut sender, rest, |step| calls::extend_estate(estate, step))
		.await
		.map_err(|reason| {
			let begun = format!("estate {estate} is founded, but has not all of its parcels yet");
			let how = format!("`freehold land estate extend {estate}` and the same places");
			unfinished(&begun, &how, reason)
		})?;
	let done = format!("founded estate {estate} of {} parcels", places.len());
	let json = json!({ "estate": estate, "parcels": places.len() });
	context.report(&done, json, &last.unwrap_or(receipt));
	Ok(())
}

async fn extend(context: &Context, estate: EstateId, ground: &Ground) -> Result<(), Failure> {
	let places = ground.places()?;
	let mut sender = context.sender().await?;
	let (state, there) = stands(&sender, estate).await?;
	let added: BTreeSet<Coordinates> = places.difference(&there).copied().collect();
	let steps = extending(&there, &added).map_err(Failure::Check)?;
	let last = take(&mut sender, &steps, |step| calls::extend_estate(estate, step))
		.await
		.map_err(|reason| {
			let how = format!("`freehold land estate extend {estate}` and the same places");
			unfinished("not all parcels have joined", &how, reason)
		})?;
	let done = format!("{} parcels joined estate {estate}", added.len());
	finish(context, &done, json!({ "estate": estate, "added": added.len() }), last, &state);
	Ok(())
}

async fn reduce(context: &Context, estate: EstateId, ground: &Ground) -> Result<(), Failure> {
	let places = ground.places()?;
	let mut sender = context.sender().await?;
	let (state, there) = stands(&sender, estate).await?;
	let removed: BTreeSet<Coordinates> = places.intersection(&there).copied().collect();
	let steps = reducing(&there, &removed).map_err(Failure::Check)?;
	let last = take(&mut sender, &steps, |step| calls::reduce_estate(estate, step))
		.await
		.map_err(|reason| {
			let how = format!("`freehold land estate reduce {estate}` and the same places");
			unfinished("not all parcels have left", &how, reason)
		})?;
	let left_out = places.len().saturating_sub(removed.len());
	let done = format!(
		"{} parcels left estate {estate}; {left_out} of those named were not part of it",
		removed.len()
	);
	let json = json!({ "estate": estate, "removed": removed.len(), "left_out": left_out });
	finish(context, &done, json, last, &state);
	Ok(())
}

async fn split(context: &Context, estate: EstateId, ground: &Ground) -> Result<(), Failure> {
	let places: Step = ground.places()?.into_iter().collect();
	if places.len() > calls::MAX_PARCELS {
		return Err(Failure::Input(format!(
			"a call names at most {} parcels: name the smaller part, or reduce the estate and found \
			 another",
			calls::MAX_PARCELS
		)));
	}
	let call = calls::split_estate(estate, &places);
	let receipt = context.sender().await?.execute(&call).await?;
	let part = receipt.expect::<EstateSplit>()?.part;
	let done = format!("{} parcels of estate {estate} are estate {part} now", places.len());
	context.report(&done, json!({ "estate": part, "parcels": places.len() }), &receipt);
	Ok(())
}

async fn dissolve(context: &Context, estate: EstateId) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let (_, there) = stands(&sender, estate).await?;
	let again = |reason: Error| {
		let how = format!("`freehold land estate dissolve {estate}`");
		unfinished("not all parcels have left", &how, reason)
	};
	take(&mut sender, &dissolving(&there), |step| calls::reduce_estate(estate, step))
		.await
		.map_err(again)?;
	let receipt = sender.execute(&calls::dissolve_estate(estate)).await?;
	let done = format!("estate {estate} is {} single parcels now", there.len());
	context.report(&done, json!({ "parcels": there.len() }), &receipt);
	Ok(())
}

/// The newest state, and the ground of an estate in it, once no step is under way any more.
async fn stands(
	sender: &Sender,
	estate: EstateId,
) -> Result<(Snapshot, BTreeSet<Coordinates>), Failure> {
	sender.wait_until_idle(PATIENCE).await?;
	let state = sender.client().best().await?;
	let ground = state.ground(estate).await?;
	if ground.is_empty() {
		return Err(unknown(format!("estate {estate}")));
	}
	Ok((state, ground))
}

/// Takes the steps one after the other, with progress if there are several, and returns the last
/// receipt.
async fn take(
	sender: &mut Sender,
	steps: &[Step],
	call: impl Fn(&[Coordinates]) -> Call,
) -> Result<Option<Receipt>, Error> {
	let calls: Vec<Call> = steps.iter().map(|step| call(step)).collect();
	let bar = progress("parcels final", steps.iter().map(Vec::len).sum());
	let mut sizes = steps.iter().map(Vec::len);
	let receipts = sender
		.execute_all(&calls, |_| bar.inc(sizes.next().unwrap_or_default() as u64))
		.await;
	bar.finish_and_clear();
	Ok(receipts?.pop())
}

/// A failure on the way, and how to go on.
fn unfinished(state: &str, how: &str, reason: Error) -> Failure {
	Failure::Interrupted { reason, rest: format!("{state}: go on with {how}") }
}

/// Tells what was done, or that there was nothing to do.
fn finish(context: &Context, done: &str, details: Value, last: Option<Receipt>, state: &Snapshot) {
	match last {
		Some(receipt) => context.report(done, details, &receipt),
		None => {
			let mut json = details;
			json["block"] = json!(state.block());
			context.output.finish(done, &json);
		},
	}
}

async fn show(context: &Context, estate: EstateId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.estate(estate).await?;
	let details = details.ok_or_else(|| unknown(format!("estate {estate}")))?;
	let ground = state.ground(estate).await?;
	let premises = Premises::read(&state, Site::Estate(estate)).await?;
	let records = Records::read(&state, &premises).await?;
	let extent = extent(&ground).map_or_else(String::new, |area| area.to_string());
	let summary = [
		("estate", estate.to_string()),
		("world", details.world.to_string()),
		("owner", format!("avatar {}", details.holding.owner)),
		("parcels", details.parcels.to_string()),
		("within", extent.clone()),
		("version", details.holding.version.to_string()),
		("tenure", details.tenure.to_string()),
		("lock", lock(&details.holding)),
	];
	let table = facts(summary.into_iter().chain(records.facts()));
	let mut json = described(estate, &details);
	json["within"] = json!(extent);
	json["places"] = json!(ground);
	json["block"] = json!(state.block());
	records.describe(&mut json);
	context.output.finish(format!("{table}\n{}", records.rights_table()), &json);
	Ok(())
}

async fn list(context: &Context, world: WorldId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut estates = state.estates().await?;
	estates.retain(|(_, details)| details.world == world);
	let rows = estates.iter().map(|(estate, details)| {
		let (owner, parcels) = (details.holding.owner, details.parcels.to_string());
		vec![estate.to_string(), format!("avatar {owner}"), parcels, lock(&details.holding)]
	});
	let table = table(&["estate", "owner", "parcels", "lock"], rows);
	let json: Vec<Value> =
		estates.iter().map(|(estate, details)| described(*estate, details)).collect();
	context
		.output
		.finish(table, &json!({ "estates": json, "block": state.block() }));
	Ok(())
}

fn described(estate: EstateId, details: &EstateDetails) -> Value {
	json!({
		"estate": estate,
		"world": details.world,
		"owner": details.holding.owner,
		"parcels": details.parcels,
		"version": details.holding.version,
		"tenure": details.tenure,
		"lock": lock(&details.holding),
	})
}

/// The smallest rectangle that has all the places.
pub fn extent<'a>(places: impl IntoIterator<Item = &'a Coordinates>) -> Option<Area> {
	places.into_iter().fold(None, |extent: Option<Area>, at| {
		let Area { min, max } = extent.unwrap_or(Area { min: *at, max: *at });
		let min = Coordinates { x: min.x.min(at.x), y: min.y.min(at.y) };
		let max = Coordinates { x: max.x.max(at.x), y: max.y.max(at.y) };
		Some(Area { min, max })
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_extent_has_every_place() {
		let places = [(3, -1), (-2, 0), (0, 4)].map(|(x, y)| Coordinates { x, y });
		let area = Area { min: Coordinates::new(-2, -1), max: Coordinates::new(3, 4) };

		assert_eq!(extent(&places), Some(area));
		assert_eq!(extent(&[]), None);
	}
}
