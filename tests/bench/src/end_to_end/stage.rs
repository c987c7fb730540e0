// SPDX-License-Identifier: Apache-2.0

//! One load on a network: submits, watches, and says what came out.

use super::{
	again::{insist, Kept},
	logs::{self, Authoring},
	nodes::Network,
	pace::Pace,
	record::{Final, Record, Waits},
	results::{Blocks, Stage, Taken},
	room::Room,
	send::{send, Sent},
	server::Batches,
	usage::{self, Machine},
	watch::{follow, open, Shared},
};
use crate::{figures::Spread, Result};
use std::{
	collections::BTreeMap,
	ops::RangeInclusive,
	process,
	sync::{Mutex, PoisonError},
	time::{Duration, Instant},
};
use tokio::time::{sleep, sleep_until};

/// Time for what was submitted to get final once no more is.
const DRAIN: Duration = Duration::from_secs(60);
/// Between two looks at something awaited.
const PAUSE: Duration = Duration::from_millis(100);

/// What is wrong if there is nothing to make figures of.
const NOTHING: &str =
	"no trade got final in the time that counts: see that nothing else loads the machine";

/// A load.
pub struct Load {
	/// What is submitted, all of it if there is time.
	pub batches: Batches,
	/// How fast.
	pub pace: Pace,
	/// For how long before the time that counts.
	pub warm_up: Duration,
	/// The time that counts, unless the batches are used up before.
	pub length: Duration,
}

/// What the nodes and this program have taken of the machine so far.
struct Sample {
	at: Instant,
	nodes: Vec<f64>,
	own: f64,
	machine: Machine,
	size: u64,
	/// How many lines each node has logged.
	lines: Vec<usize>,
}

impl Sample {
	fn take(network: &Network) -> Result<Self> {
		Ok(Self {
			at: Instant::now(),
			nodes: network.processes().into_iter().map(usage::cpu).collect::<Result<_>>()?,
			own: usage::cpu(process::id())?,
			machine: Machine::now()?,
			size: network.size()?,
			lines: network.logs().iter().map(|log| logs::lines(log)).collect(),
		})
	}

	async fn take_at(time: Instant, network: &Network) -> Result<Self> {
		sleep_until(time.into()).await;
		Self::take(network)
	}
}

/// All that is known of a load once it is over.
pub struct Outcome {
	record: Record,
	/// The time that counts.
	window: RangeInclusive<Instant>,
	sent: Sent,
	again: u32,
	authoring: Authoring,
	taken: Taken,
	most_waiting: usize,
}

/// Puts the network under a load.
///
/// # Errors
/// If a node fails.
pub async fn run(network: &Network, load: Load) -> Result<Outcome> {
	let Load { batches, pace, warm_up, length } = load;
	let (watching, sending) = (network.connect().await?, network.connect().await?);
	let kept = Kept::default();
	let record = Mutex::new(Record::new(watching.last_final().await?.hash()));
	let room = Room::new();
	let counts = Instant::now() + warm_up;
	let end = counts + length;

	let work = async {
		let (sent, before) = tokio::try_join!(
			send(&sending, batches, pace, &record, &room, &kept, end),
			Sample::take_at(counts, network),
		)?;
		let after = Sample::take(network)?;
		drain(&record).await;
		Ok::<_, String>((sent, before, after))
	};
	let (sent, before, after) = tokio::select! {
		done = work => done?,
		Err(lost) = follow(&watching, &record, &room) => return Err(lost),
		Err(lost) = insist(&sending, &record, &kept) => return Err(lost),
	};
	Ok(Outcome {
		record: record.into_inner().unwrap_or_else(PoisonError::into_inner),
		window: before.at..=after.at,
		sent,
		again: kept.again(),
		authoring: authoring(network, &before),
		taken: taken(network, &before, &after)?,
		most_waiting: room.size(),
	})
}

impl Outcome {
	/// Makes sure that all batches were submitted: later ones would wait for them.
	pub fn ensure_complete(&self) -> Result<()> {
		match self.sent.left {
			0 => Ok(()),
			left => Err(format!("the node took too long to take batches: {left} are left")),
		}
	}

	/// How many trades happened in each final block that has any, in their order.
	pub fn trades_of_blocks(&self) -> Vec<u64> {
		let happened = self.record.chain().iter().map(|it| it.block.happened());
		happened.filter(|trades| *trades > 0).collect()
	}

	/// Makes figures of it.
	///
	/// # Errors
	/// If no trade got final in the time that counts.
	pub fn evaluate(self) -> Result<Stage> {
		let Self { record, window, sent, again, authoring, taken, most_waiting } = self;
		let finals = record.final_in(&window);
		let (settled, settled_per_s) = rate(finals).ok_or(NOTHING)?;
		let Waits { inclusion, finality } = record.waits(&window);
		Ok(Stage {
			seconds: window.end().saturating_duration_since(*window.start()).as_secs_f64(),
			submitted: record.trades_sent_in(&window),
			settled,
			settled_per_s,
			refused: refused(finals),
			open: record.trades_open(),
			failed: record.chain().iter().map(|it| it.block.failed).sum(),
			turned_away: sent.turned_away,
			left: sent.left,
			again,
			inclusion_ms: spread(&inclusion).ok_or(NOTHING)?,
			finality_ms: spread(&finality).ok_or(NOTHING)?,
			blocks: blocks(finals, authoring, most_waiting),
			taken,
		})
	}
}

/// Waits until all that was submitted is final, but not for ever.
async fn drain(record: &Shared) {
	let began = Instant::now();
	while open(record).trades_open() > 0 && began.elapsed() < DRAIN {
		sleep(PAUSE).await;
	}
}

fn taken(network: &Network, before: &Sample, after: &Sample) -> Result<Taken> {
	let processes = network.processes().into_iter();
	let nodes = before.nodes.iter().zip(&after.nodes);
	Ok(Taken {
		node_cpu_s: nodes.map(|(before, after)| after - before).collect(),
		load_cpu_s: after.own - before.own,
		machine_cpu_s: after.machine.busy - before.machine.busy,
		stolen_cpu_s: after.machine.stolen - before.machine.stolen,
		node_peak_memory: processes.map(usage::peak_memory).collect::<Result<_>>()?,
		load_peak_memory: usage::peak_memory(process::id())?,
		disk_growth: after.size as i64 - before.size as i64,
	})
}

/// What the nodes have logged of their blocks since then, also while the last ones got final.
fn authoring(network: &Network, since: &Sample) -> Authoring {
	let logs = network.logs();
	let read = logs.iter().zip(&since.lines).map(|(log, lines)| Authoring::read(log, *lines));
	read.fold(Authoring::default(), Authoring::and)
}

fn blocks(finals: &[Final], authoring: Authoring, most_waiting: usize) -> Blocks {
	let trades = finals.iter().map(|it| it.block.happened());
	Blocks {
		count: finals.len(),
		without_trades: trades.clone().filter(|trades| *trades == 0).count(),
		most_trades: trades.max().unwrap_or(0),
		longest_interval_ms: longest_interval(finals),
		longest_made_ms: authoring.longest_ms,
		discarded: authoring.discarded,
		most_waiting,
	}
}

/// How many trades happened in these blocks, and how many a second: from when the first got final,
/// without those that got final with it.
fn rate(finals: &[Final]) -> Option<(u64, f64)> {
	let (first, last) = (finals.first()?, finals.last()?);
	let happened = |blocks: &[Final]| blocks.iter().map(|it| it.block.happened()).sum::<u64>();
	let later = finals.partition_point(|it| it.at <= first.at);
	let seconds = last.at.saturating_duration_since(first.at).as_secs_f64();
	(seconds > 0.0).then(|| (happened(finals), happened(&finals[later..]) as f64 / seconds))
}

fn longest_interval(finals: &[Final]) -> u64 {
	let made = finals.iter().map(|it| it.block.made);
	let intervals = made.clone().zip(made.skip(1)).map(|(one, next)| next.saturating_sub(one));
	intervals.max().unwrap_or(0)
}

fn refused(finals: &[Final]) -> BTreeMap<String, u64> {
	let mut counts = BTreeMap::new();
	for batch in finals.iter().flat_map(|it| &it.block.settled) {
		for reason in &batch.refused {
			*counts.entry(format!("{reason:?}")).or_default() += 1;
		}
	}
	counts
}

fn spread(waits: &[Duration]) -> Option<Spread> {
	Spread::of(waits.iter().map(|wait| wait.as_secs_f64() * 1e3).collect())
}

#[cfg(test)]
mod tests {
	use super::{
		super::record::{Block, Settled},
		*,
	};
	use freehold_primitives::{chain::Hash, ids::WorldId, settlement::Refusal};

	/// A block that is made and gets final in these seconds, with so many trades of which one is
	/// refused.
	fn block(start: Instant, made: u64, at: u64, trades: u32) -> Final {
		let batch = |seq| Settled { id: (WorldId(0), seq), trades, refused: vec![Refusal::Moved] };
		let block = Block {
			hash: Hash::zero(),
			parent: Hash::zero(),
			number: 0,
			made: made * 1_000,
			settled: vec![batch(made)],
			failed: 0,
		};
		let at = start + Duration::from_secs(at);
		Final { block, seen: at, at }
	}

	#[test]
	fn the_first_blocks_only_start_the_clock() {
		let start = Instant::now();
		let finals = [
			block(start, 1, 2, 1_001),
			block(start, 2, 2, 1_001),
			block(start, 3, 4, 301),
			block(start, 5, 6, 501),
		];

		assert_eq!(rate(&finals), Some((2_800, 200.0)));
		assert_eq!(rate(&finals[..1]), None);
		assert_eq!(rate(&[]), None);
		assert_eq!(longest_interval(&finals), 2_000);
		assert_eq!(refused(&finals), BTreeMap::from([("Moved".into(), 4)]));
	}
}
