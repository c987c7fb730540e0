// SPDX-License-Identifier: Apache-2.0

//! The figures of this part, as they stand in its file.

use crate::figures::Spread;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is good to know beside the figures.
pub const NOTES: [&str; 7] = [
	"All nodes and the program that loads them share this machine.",
	"One world settles, over one node; that node also tells of blocks and of finality.",
	"Trades are signed before the clock starts. Each is an item for coins, of two players any of \
	 whom is as likely as others.",
	"A batch counts as submitted when it was due, also if it was sent late. At saturation it is due \
	 when there is room: no more wait than two of the fullest blocks had.",
	"A batch that is not final after six seconds is submitted again, as a server does. Its time still \
	 runs from when it was due.",
	"A trade counts if the event of its batch in a final block says that it happened.",
	"RocksDB does not wait for the disk to confirm what is written, as by default.",
];

/// The part's figures.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EndToEnd {
	/// Settings of the nodes that are as they are by default.
	pub defaults: BTreeMap<String, String>,
	/// What was said to each node beside its keys, its chain, its folder and its ports.
	pub arguments: Vec<String>,
	/// Players, each with an avatar, a purse, a device and an item.
	pub players: u32,
	/// Trades a second at light load.
	pub light_trades_per_s: u32,
	/// Most trades in a batch at light load; all sizes from one on are as frequent.
	pub light_batch: u32,
	/// Trades in a batch at saturation.
	pub saturation_batch: u32,
	/// Each network that was measured.
	pub networks: Vec<Network>,
	/// What must not be and was; none is good.
	pub failures: Vec<String>,
	/// What is good to know beside the figures.
	pub notes: Vec<String>,
}

/// The figures of one network.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Network {
	/// How many validators it has, each a node.
	pub validators: usize,
	/// Under a light load.
	pub light: Stage,
	/// As loaded as it can be.
	pub saturation: Stage,
}

/// What a network did under a load, in the time that counts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stage {
	/// That time, in seconds.
	pub seconds: f64,
	/// Trades that were submitted.
	pub submitted: u64,
	/// Trades that happened, in blocks that got final.
	pub settled: u64,
	/// The same for each second, from the first of those blocks to the last.
	pub settled_per_s: f64,
	/// Trades of those blocks that were refused, by reason.
	pub refused: BTreeMap<String, u64>,
	/// Trades that were submitted and are in no final block, long after.
	pub open: u64,
	/// Transactions that failed as a whole.
	pub failed: u32,
	/// How often the node's pool was full.
	pub turned_away: u32,
	/// Signed batches that were not submitted, for want of time: none at light load.
	pub left: usize,
	/// How often a batch was submitted again, as it was not final for long.
	pub again: u32,
	/// From submission until the block that became final was heard of, trade by trade, in
	/// milliseconds.
	pub inclusion_ms: Spread,
	/// From submission until that block was heard to be final, trade by trade, in milliseconds.
	pub finality_ms: Spread,
	/// The blocks that got final.
	pub blocks: Blocks,
	/// What it took of the machine.
	pub taken: Taken,
}

/// Blocks that got final in the time that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
	/// How many.
	pub count: usize,
	/// How many of them without a trade that happened.
	pub without_trades: usize,
	/// Most trades that happened in one of them.
	pub most_trades: u64,
	/// Longest from one to the next, by their own timestamps, in milliseconds.
	pub longest_interval_ms: u64,
	/// Longest that one took to make, with its state root, in milliseconds.
	pub longest_made_ms: u64,
	/// Blocks that were thrown away because they were not ready in time.
	pub discarded: u32,
	/// Most batches that were let wait for a block, at saturation.
	pub most_waiting: usize,
}

/// What a load took of the machine, in the time that counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
	/// Processor time of each node, in seconds.
	pub node_cpu_s: Vec<f64>,
	/// Processor time of the program that loads them, in seconds.
	pub load_cpu_s: f64,
	/// Processor time of all that the machine did, in seconds.
	pub machine_cpu_s: f64,
	/// Processor time that others took who share the machine's processors, in seconds.
	pub stolen_cpu_s: f64,
	/// Most memory that each node has had since it was started, in bytes.
	pub node_peak_memory: Vec<u64>,
	/// Most memory that the program that loads them has had, in bytes: all signed batches are there.
	pub load_peak_memory: u64,
	/// By how much the files of all nodes have grown, in bytes; less than zero if they shrank.
	pub disk_growth: i64,
}

impl Network {
	/// What must not be and was.
	pub fn failures(&self) -> Vec<String> {
		let stages = [("light load", &self.light), ("saturation", &self.saturation)];
		let of_stage = |(name, stage): (&str, &Stage)| {
			let place = format!("{} validators, {name}", self.validators);
			stage.failures().into_iter().map(move |failure| format!("{place}: {failure}"))
		};
		let mut failures: Vec<_> = stages.into_iter().flat_map(of_stage).collect();
		if self.saturation.left == 0 {
			let (validators, seconds) = (self.validators, self.saturation.seconds);
			failures.push(format!(
				"{validators} validators, saturation: the signed batches lasted {seconds:.0} s only"
			));
		}
		failures
	}
}

impl Stage {
	/// What must not be and was, whatever the load.
	pub fn failures(&self) -> Vec<String> {
		let counted: [(u64, &str); 4] = [
			(self.blocks.discarded.into(), "blocks were not ready in time"),
			(self.refused.values().sum(), "good trades were refused"),
			(self.open, "trades are in no final block"),
			(self.failed.into(), "transactions failed"),
		];
		let found = counted.into_iter().filter(|(count, _)| *count > 0);
		found.map(|(count, what)| format!("{count} {what}")).collect()
	}
}
