// SPDX-License-Identifier: Apache-2.0
use super::{
	files::{flawed, listed, open},
	list::held,
	plan::read_transfers,
};
use crate::{
	commands::Context,
	failure::Failure,
	output::{progress, step},
};
use clap::Args;
use freehold_client::{calls, Call, Sender};
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, WorldId},
	land::Coordinates,
};
use serde_json::json;
use std::{collections::BTreeMap, path::PathBuf, time::Duration};

/// How long transactions of a run that was interrupted are waited for.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Args)]
pub struct TransferMany {
	/// The world that the parcels are in.
	#[arg(long)]
	world: u32,
	/// CSV with columns x, y and to: the number of the avatar that gets the parcel.
	file: PathBuf,
	/// How many parcels share a transaction.
	#[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=512))]
	batch: u32,
}

type Plan = Vec<(Coordinates, AvatarId)>;

pub async fn run(context: &Context, arguments: &TransferMany) -> Result<(), Failure> {
	let (world, path) = (WorldId(arguments.world), &arguments.file);
	let plan = read_transfers(open(path)?).map_err(|flaws| flawed(path, &flaws))?;
	let mut owner = context.sender().await?;

	// An earlier run that was cut short may have left transactions in the pool.
	owner.wait_until_idle(PATIENCE).await?;
	let state = owner.client().best().await?;
	let parcels = held(&state, world, None).await?;
	let holdings: BTreeMap<Coordinates, Holding> =
		parcels.into_iter().map(|(at, _, holding)| (at, holding)).collect();
	let planned = plan.len();
	let missing = due(plan, &holdings).map_err(|flaws| {
		let head = format!("{} can't be carried out, and nothing was sent", path.display());
		Failure::Check(listed(&head, &flaws))
	})?;

	let there = planned - missing.len();
	step(format!("{there} of {planned} parcels are where they belong; moving {}", missing.len()));
	transfer(&mut owner, world, &missing, arguments.batch as usize).await?;
	let state = owner.client().finalised().await?;
	let human = format!(
		"the {planned} parcels of {} are where they belong: {there} were, {} moved (checked up to \
		 final block {})",
		path.display(),
		missing.len(),
		state.number()
	);
	let json = json!({
		"world": world,
		"parcels": planned,
		"were_there": there,
		"moved": missing.len(),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

/// The transfers that are still to be made; or all reasons why some can't be.
fn due(plan: Plan, holdings: &BTreeMap<Coordinates, Holding>) -> Result<Plan, Vec<String>> {
	let (mut due, mut flaws) = (Plan::new(), Vec::new());
	for (at, to) in plan {
		match holdings.get(&at) {
			None => flaws.push(format!("{at} was not issued")),
			Some(holding) if holding.owner == to => {},
			Some(Holding { lock: None, .. }) => due.push((at, to)),
			Some(Holding { lock: Some(lock), .. }) => flaws.push(format!("{at} is {lock}")),
		}
	}
	if flaws.is_empty() {
		Ok(due)
	} else {
		Err(flaws)
	}
}

async fn transfer(
	owner: &mut Sender,
	world: WorldId,
	missing: &[(Coordinates, AvatarId)],
	batch: usize,
) -> Result<(), Failure> {
	let calls: Vec<Call> = missing
		.chunks(batch)
		.map(|transfers| calls::transfer_parcels(world, transfers))
		.collect();
	let bar = progress("parcels final", missing.len());
	let mut sizes = missing.chunks(batch).map(<[_]>::len);
	let moved = owner
		.execute_all(&calls, |_| bar.inc(sizes.next().unwrap_or_default() as u64))
		.await;
	bar.finish_and_clear();
	moved.map(|_| ()).map_err(|reason| Failure::Interrupted {
		reason,
		rest: "once that is mended, run it again: it goes on where it stopped".into(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{
		asset::Lock,
		ids::{EstateId, OrderId},
	};

	const ALICE: AvatarId = AvatarId(1);
	const BOB: AvatarId = AvatarId(2);

	fn at(x: i16) -> Coordinates {
		Coordinates { x, y: 0 }
	}

	#[test]
	fn what_is_where_it_belongs_stays() {
		let holdings = BTreeMap::from([(at(0), Holding::new(ALICE)), (at(1), Holding::new(BOB))]);

		assert_eq!(due(vec![(at(0), BOB), (at(1), BOB)], &holdings), Ok(vec![(at(0), BOB)]));
	}

	#[test]
	fn everything_that_stands_in_the_way_is_told() {
		let locked = |lock| Holding { lock: Some(lock), ..Holding::new(ALICE) };
		let holdings = BTreeMap::from([
			(at(0), locked(Lock::Order(OrderId(5)))),
			(at(1), locked(Lock::PublicLand)),
			(at(2), locked(Lock::Estate(EstateId(7)))),
		]);
		let plan = (0..4).map(|x| (at(x), BOB)).collect();

		assert_eq!(
			due(plan, &holdings),
			Err(vec![
				"0,0 is given by order 5".to_owned(),
				"1,0 is public land".to_owned(),
				"2,0 is part of estate 7".to_owned(),
				"3,0 was not issued".to_owned(),
			])
		);
	}
}
