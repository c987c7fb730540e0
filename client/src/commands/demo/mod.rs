// SPDX-License-Identifier: Apache-2.0
//! The whole of the chain's main work, on a real node: a world, its players and their trades,
//! with every outcome known beforehand and every record checked afterwards.

mod model;
mod script;
mod setup;
mod verify;

use super::Context;
use crate::{
	failure::Failure,
	output::{facts, progress, step},
};
use clap::Args;
use freehold_client::{Client, Outcome, Settlement, Settler};
use freehold_primitives::{chain::Hash, ids::WorldId, order::Trade};
use script::{Scripted, Stage};
use serde_json::json;
use std::{collections::BTreeMap, time::Duration};

/// At most so many differences are told.
const SHOWN: usize = 10;

#[derive(Args)]
pub struct Demo {
	/// How many trades to settle.
	#[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..))]
	trades: u32,
	/// How many players trade.
	#[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(4..=700))]
	players: u32,
	/// How many trades share a transaction.
	#[arg(long, default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..=256))]
	batch: u32,
}

pub async fn run(context: &Context, args: &Demo) -> Result<(), Failure> {
	let (trades, players) = (args.trades as usize, args.players as usize);
	let mut owner = context.sender().await?;
	let client = owner.client().clone();
	let setup = setup::make(&mut owner, players, trades).await?;
	let mut model = setup.model;
	let deposited = model.coins();

	step(format!("signing {trades} trades"));
	let now = client.finalised().await?.number();
	let script = script::write(&mut model, trades, Stage { genesis: client.genesis(), now })?;
	let signed: Vec<Trade> = script.iter().map(|it| it.trade.clone()).collect();

	step("settling them");
	let bar = progress("trades final", trades);
	let batch = args.batch as usize;
	let mut settler = Settler::new(client, setup.settler, model.world, batch).await?;
	let settled = settler.settle(&signed, |more| bar.inc(more as u64)).await?;
	bar.finish_and_clear();

	step("reading the final state back");
	let state = Client::connect(context.url()).await?.finalised().await?;
	let differences = verify::differences(&model, &state, deposited).await?;
	let report = Report::new(&script, &settled, differences, model.world, state.block());
	report.print(context);
	report.verdict()
}

/// What came of it all.
struct Report {
	world: WorldId,
	block: Hash,
	sent: usize,
	settled: usize,
	reasons: BTreeMap<String, usize>,
	inclusion: [Duration; 2],
	finality: [Duration; 2],
	/// Outcomes other than those known beforehand.
	surprises: Vec<String>,
	/// Where the state is not the model's.
	differences: Vec<String>,
}

impl Report {
	fn new(
		script: &[Scripted],
		settlements: &[Settlement],
		differences: Vec<String>,
		world: WorldId,
		block: Hash,
	) -> Self {
		let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
		let mut surprises = Vec::new();
		for (place, (scripted, settlement)) in script.iter().zip(settlements).enumerate() {
			if let Outcome::Refused(refusal) = settlement.outcome {
				*reasons.entry(format!("{refusal:?}")).or_default() += 1;
			}
			if scripted.expected != settlement.outcome {
				let (expected, outcome) = (scripted.expected, settlement.outcome);
				surprises.push(format!("trade {place}: {outcome:?}, expected {expected:?}"));
			}
		}
		if script.len() != settlements.len() {
			let (sent, told) = (script.len(), settlements.len());
			surprises.push(format!("{sent} trades were sent, but {told} outcomes told"));
		}
		let refused: usize = reasons.values().sum();
		let times = |time: fn(&Settlement) -> Duration| {
			let mut times: Vec<Duration> = settlements.iter().map(time).collect();
			times.sort_unstable();
			[50, 99].map(|percent| percentile(&times, percent))
		};
		Self {
			world,
			block,
			sent: script.len(),
			settled: settlements.len() - refused,
			reasons,
			inclusion: times(|it| it.included),
			finality: times(|it| it.finalised),
			surprises,
			differences,
		}
	}

	fn print(&self, context: &Context) {
		let refused: usize = self.reasons.values().sum();
		let reasons: Vec<String> =
			self.reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
		let pair = |[p50, p99]: [Duration; 2]| {
			format!("{} ms p50, {} ms p99", p50.as_millis(), p99.as_millis())
		};
		let conserved = self.differences.is_empty();
		let table = facts([
			("world", self.world.to_string()),
			("trades sent", self.sent.to_string()),
			("settled", self.settled.to_string()),
			("refused", refused.to_string()),
			("reasons", if reasons.is_empty() { "none".into() } else { reasons.join("\n") }),
			("outcomes as foretold", yes(self.surprises.is_empty())),
			("time to inclusion", pair(self.inclusion)),
			("time to finality", pair(self.finality)),
			("coins, units and owners as foretold", yes(conserved)),
			("checked at final block", format!("{:?}", self.block)),
		]);
		let json = json!({
			"world": self.world,
			"block": self.block,
			"sent": self.sent,
			"settled": self.settled,
			"refused": refused,
			"reasons": self.reasons,
			"as_expected": self.surprises.is_empty(),
			"inclusion_p50_ms": millis(self.inclusion[0]),
			"inclusion_p99_ms": millis(self.inclusion[1]),
			"finality_p50_ms": millis(self.finality[0]),
			"finality_p99_ms": millis(self.finality[1]),
			"conserved": conserved,
		});
		context.output.finish(table, &json);
	}

	fn verdict(&self) -> Result<(), Failure> {
		let wrong: Vec<&String> = self.surprises.iter().chain(&self.differences).collect();
		if wrong.is_empty() {
			return Ok(());
		}
		let mut told = format!("{} things are not as foretold:", wrong.len());
		for line in wrong.into_iter().take(SHOWN) {
			told.push_str("\n  ");
			told.push_str(line);
		}
		Err(Failure::Check(told))
	}
}

fn yes(truth: bool) -> String {
	String::from(if truth { "yes" } else { "NO" })
}

fn millis(time: Duration) -> u64 {
	u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// The time within which so many percent were done (nearest rank); `sorted` from short to long.
fn percentile(sorted: &[Duration], percent: usize) -> Duration {
	let rank = (sorted.len() * percent).div_ceil(100).max(1);
	sorted.get(rank - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn percentiles_are_by_nearest_rank() {
		let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();

		assert_eq!(percentile(&times, 50), Duration::from_millis(100));
		assert_eq!(percentile(&times, 99), Duration::from_millis(198));
		assert_eq!(percentile(&times[..1], 99), Duration::from_millis(1));
		assert_eq!(percentile(&[], 50), Duration::ZERO);
	}
}
