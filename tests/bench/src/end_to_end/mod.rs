// SPDX-License-Identifier: Apache-2.0

//! The part `end-to-end`: real nodes under load, over RPC.
//!
//! A network of validators runs on this machine, on a chain whose first state has thousands of
//! players. A world's [`server`] signs batches of trades in advance; [`send`] submits them over
//! WebSocket, first at a light [`pace`], then as fast as blocks take them, and [`again`] what is not
//! final for long. [`watch`] follows the chain meanwhile and keeps the [`record`] of what was settled
//! and when; [`stage`] makes figures of it. Only what final blocks say counts.

mod again;
mod logs;
mod nodes;
mod pace;
mod record;
mod results;
mod room;
mod rpc;
mod send;
mod server;
mod settings;
mod spec;
mod stage;
mod usage;
mod watch;

pub use results::{EndToEnd, Network, Stage};

use crate::{state::Size, Result, Scale};
use nodes::VALIDATORS;
use pace::Pace;
use results::NOTES;
use rpc::Connection;
use server::{Batches, Server};
use stage::Load;
use std::{fs, path::Path, time::Duration};
use tokio::runtime::Builder;

/// How many validators the networks have that are measured.
const NETWORKS: [usize; 2] = [1, 4];
/// Trades a second at light load, and most in a batch.
const LIGHT_RATE: u32 = 50;
const LIGHT_BATCH: u32 = 10;
/// Trades in a batch at saturation: many, so that little is spent on the transaction around them,
/// and few enough for blocks to be filled well.
const SATURATION_BATCH: u32 = 64;
/// For how many blocks players sign: longer than anything here takes.
const LIFETIME: u32 = 100_000;
/// Blocks with trades that have to be seen before it is known how many trades a block takes.
const PROBED_BLOCKS: usize = 6;
/// Batches of the first attempt to see that, and how many times as many the next one has.
const PROBE: u32 = 64;
const MORE: u32 = 4;
/// Longest that such an attempt takes.
const PROBE_TIME: Duration = Duration::from_secs(120);
/// How many more trades are signed than the fullest block of an attempt would take in each second,
/// in percent: later blocks may be fuller.
const MARGIN: u64 = 30;

/// How much is measured.
struct Plan {
	size: Size,
	warm_up: Duration,
	length: Duration,
}

impl Plan {
	fn of(scale: Scale) -> Self {
		let (players, warm_up, length) = match scale {
			Scale::Quick => (10_000, 10, 30),
			Scale::Usual | Scale::Full => (50_000, 20, 300),
		};
		Self {
			size: Size::of(players),
			warm_up: Duration::from_secs(warm_up),
			length: Duration::from_secs(length),
		}
	}

	fn load(&self, batches: Batches, pace: Pace) -> Load {
		Load { batches, pace, warm_up: self.warm_up, length: self.length }
	}
}

/// Measures networks of one validator and of four.
pub fn measure(scale: Scale, chains: &Path) -> Result<EndToEnd> {
	let plan = Plan::of(scale);
	let defaults = settings::defaults()?;
	eprintln!("the nodes' settings: {defaults:?}, and {}", nodes::ARGUMENTS.join(" "));
	let threads = Builder::new_multi_thread()
		.worker_threads(2)
		.enable_all()
		.build()
		.map_err(|error| format!("no threads can be started: {error}"))?;
	let mut networks = Vec::new();
	for validators in NETWORKS {
		networks.push(threads.block_on(measure_network(validators, &plan, chains))?);
	}
	let failures: Vec<_> = networks.iter().flat_map(Network::failures).collect();
	for failure in &failures {
		eprintln!("failure: {failure}");
	}
	Ok(EndToEnd {
		defaults,
		arguments: nodes::ARGUMENTS.map(String::from).to_vec(),
		players: plan.size.players,
		light_trades_per_s: LIGHT_RATE,
		light_batch: LIGHT_BATCH,
		saturation_batch: SATURATION_BATCH,
		networks,
		failures,
		notes: NOTES.map(String::from).to_vec(),
	})
}

/// Starts a network, and loads it lightly, then as much as it takes.
async fn measure_network(validators: usize, plan: &Plan, folder: &Path) -> Result<Network> {
	let explain = |error: std::io::Error| format!("{}: {error}", folder.display());
	fs::create_dir_all(folder).map_err(explain)?;
	let folder = tempfile::tempdir_in(folder).map_err(explain)?;
	eprintln!("{validators} validators: starting with {} players", plan.size.players);
	let validating = VALIDATORS.get(..validators).ok_or("there are no more validators")?;
	let spec = spec::write(folder.path(), validating, plan.size)?;
	let network = nodes::Network::start(folder.path(), &spec, validating).await?;
	let mut server = serve(&network.connect().await?, plan.size).await?;

	let time = plan.warm_up + plan.length;
	eprintln!("{validators} validators: light load for {} s", time.as_secs());
	let (sizes, times) = pace::light(LIGHT_BATCH, LIGHT_RATE, time);
	let batches = server.sign(sizes)?;
	let load = plan.load(batches, Pace::Planned(times));
	let light = stage::run(&network, load).await?.evaluate()?;
	tell(&light);

	let trades = probe(&network, &mut server).await? * time.as_secs() * (100 + MARGIN) / 100;
	eprintln!("{validators} validators: signing {trades} trades");
	let batches = trades.div_ceil(SATURATION_BATCH.into());
	let batches = server.sign((0..batches).map(|_| SATURATION_BATCH))?;
	eprintln!("{validators} validators: saturation for {} s", time.as_secs());
	let load = plan.load(batches, Pace::Saturating);
	let saturation = stage::run(&network, load).await?.evaluate()?;
	tell(&saturation);
	Ok(Network { validators, light, saturation })
}

/// A server of the chain of this node.
async fn serve(node: &Connection, size: Size) -> Result<Server> {
	node.ensure_same_runtime().await?;
	let genesis = node.hash(0).await?;
	let now = node.last_final().await?.number;
	Ok(Server::new(size, genesis, now + LIFETIME))
}

/// How many trades the fullest of some blocks took, so that enough can be signed in advance.
async fn probe(network: &nodes::Network, server: &mut Server) -> Result<u64> {
	let mut count = PROBE;
	loop {
		let batches = server.sign((0..count).map(|_| SATURATION_BATCH))?;
		let pace = Pace::Saturating;
		let load = Load { batches, pace, warm_up: Duration::ZERO, length: PROBE_TIME };
		let outcome = stage::run(network, load).await?;
		outcome.ensure_complete()?;
		let full = outcome.trades_of_blocks();
		let most = full.iter().copied().max().unwrap_or(0);
		eprintln!("a block took up to {most} trades");
		if full.len() >= PROBED_BLOCKS {
			return Ok(most);
		}
		count *= MORE;
	}
}

/// Says what came out, for who waits.
fn tell(stage: &Stage) {
	let Stage { settled_per_s, finality_ms, blocks, .. } = stage;
	eprintln!(
		"{settled_per_s:.0} trades/s final, after {:.0} ms (p50) and {:.0} ms (p99); {} blocks, {} \
		 without trades",
		finality_ms.p50, finality_ms.p99, blocks.count, blocks.without_trades,
	);
}
