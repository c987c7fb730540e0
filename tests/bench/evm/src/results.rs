// SPDX-License-Identifier: Apache-2.0

//! The form of the figures, which the report knows too.

use serde::{Deserialize, Serialize};

/// The part's result.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EvmResult {
	/// How it was measured.
	pub settings: Settings,
	/// On revm, in this process.
	pub in_process: InProcess,
	/// On anvil, over RPC; none if there is no such program for this machine.
	pub anvil: Option<Anvil>,
	/// What the figures leave out, and whom that favours.
	pub notes: Vec<String>,
}

/// How it was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
	/// Numbers of players, trades and rounds.
	pub size: Size,
	/// Threads that run at the same time.
	pub cores: usize,
	/// The chain's number, part of every signature.
	pub chain_id: u64,
	/// The package that the contracts came from, with its version.
	pub contracts: String,
	/// How that package had compiled them.
	pub compiler: String,
}

/// How much is measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Size {
	/// Players on revm; each starts with one token.
	pub players: u32,
	/// Trades in a block, if each is a transaction of its own.
	pub trades_per_block: usize,
	/// Orders that one transaction fills, where orders are filled together.
	pub orders_per_batch: usize,
	/// Blocks in a round.
	pub blocks_per_round: usize,
	/// Rounds that count; one more before them warms up.
	pub rounds: usize,
	/// Players on anvil; each starts with one token.
	pub anvil_players: u32,
	/// Blocks on anvil that count; one more before them warms up.
	pub anvil_blocks: usize,
}

/// Figures of revm, in this process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InProcess {
	/// Trades per second, one transaction each, in the faster of the two ways below: the figure to
	/// compare with.
	pub trades_per_s: f64,
	/// Gas of a trade with a transaction of its own.
	pub gas_per_trade: f64,
	/// Bytes of such a transaction.
	pub bytes_per_trade: f64,
	/// Decoding, recovering the sender and executing, all on one thread.
	pub one_thread: Rate,
	/// The share of `one_thread` that decoding and recovering senders takes.
	pub recovery: Rate,
	/// The share of `one_thread` that execution takes, with the check of the seller's signature.
	pub execution: Rate,
	/// Decoding and recovering on the other cores, just ahead of the one that executes.
	pub recovery_ahead: Rate,
	/// Many orders filled by one transaction of one buyer, on one thread.
	pub batches: Batches,
}

/// Figures of transactions that fill many orders.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Batches {
	/// Orders in a transaction.
	pub orders: usize,
	/// Gas for an order.
	pub gas_per_trade: f64,
	/// Time for an order.
	pub rate: Rate,
}

/// Figures of anvil, over RPC.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Anvil {
	/// The package with the node, and its version.
	pub package: String,
	/// Trades in a block.
	pub trades_per_block: usize,
	/// Gas of a trade.
	pub gas_per_trade: f64,
	/// Only building the block, senders already recovered.
	pub block: Rate,
	/// From the first signed transaction sent until the block with all of them is there.
	pub end_to_end: Rate,
}

/// A speed, the median of some rounds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rate {
	/// Trades per second.
	pub trades_per_s: f64,
	/// Microseconds per trade.
	pub us_per_trade: f64,
	/// Microseconds per trade of each round, in order.
	pub rounds_us: Vec<f64>,
}
