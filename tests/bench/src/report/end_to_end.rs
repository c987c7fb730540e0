// SPDX-License-Identifier: Apache-2.0

//! Nodes under load.

use super::text::{count, list, mebibytes, short, whole, Table};
use crate::end_to_end::{EndToEnd, Stage};

/// In words and tables.
pub fn section(figures: &EndToEnd) -> String {
	let state = format!(
		"Networks on this machine, of a world with {} players. Light load is {} trades a second in \
		 batches of one to {}; at saturation, batches of {} are sent as fast as blocks take them. Only \
		 trades that happened in final blocks count.",
		count(figures.players),
		figures.light_trades_per_s,
		figures.light_batch,
		figures.saturation_batch,
	);
	let stages: Vec<_> = figures
		.networks
		.iter()
		.flat_map(|network| {
			let stages = [("light", &network.light), ("saturation", &network.saturation)];
			let of = |name| format!("{}, {name}", network.validators);
			stages.map(|(name, stage)| (of(name), stage))
		})
		.collect();
	let settings = figures.defaults.iter().map(|(flag, value)| format!("`--{flag} {value}`"));
	let settings: Vec<_> = settings.collect();
	let failures = match &figures.failures[..] {
		[] => "Nothing failed: no block was late, no trade was lost or refused.\n\n".into(),
		failures => format!("What must not be and was:\n\n{}", list(failures)),
	};
	format!(
		"{state}\n\n{}{}{failures}Settings: {}, and `{}`.\n\n{}",
		times(&stages),
		blocks(&stages),
		settings.join(", "),
		figures.arguments.join(" "),
		list(&figures.notes),
	)
}

fn times(stages: &[(String, &Stage)]) -> String {
	let table = Table::new(&[
		"validators, load",
		"seconds",
		"final trades/s",
		"ms to inclusion, p50",
		"p95",
		"p99",
		"ms to finality, p50",
		"p95",
		"p99",
	]);
	let row = |table: Table, (name, stage): &(String, &Stage)| {
		let (inclusion, finality) = (stage.inclusion_ms, stage.finality_ms);
		let waits = [inclusion, finality].map(|it| [it.p50, it.p95, it.p99].map(whole));
		let figures = [whole(stage.seconds), whole(stage.settled_per_s)];
		table.row([name.clone()].into_iter().chain(figures).chain(waits.into_iter().flatten()))
	};
	stages.iter().fold(table, row).finish()
}

fn blocks(stages: &[(String, &Stage)]) -> String {
	let table = Table::new(&[
		"validators, load",
		"blocks",
		"most trades in one",
		"longest interval, ms",
		"longest made, ms",
		"discarded",
		"batches submitted again",
		"processor time of a node, s",
		"peak memory of a node",
	]);
	let row = |table: Table, (name, stage): &(String, &Stage)| {
		let (blocks, taken) = (&stage.blocks, &stage.taken);
		let busiest = taken.node_cpu_s.iter().copied().fold(0.0, f64::max);
		let largest = taken.node_peak_memory.iter().copied().max().unwrap_or_default();
		table.row([
			name.clone(),
			whole(blocks.count as f64),
			count(blocks.most_trades),
			count(blocks.longest_interval_ms),
			count(blocks.longest_made_ms),
			count(blocks.discarded),
			count(stage.again),
			short(busiest),
			mebibytes(largest),
		])
	};
	stages.iter().fold(table, row).finish()
}
