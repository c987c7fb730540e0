// SPDX-License-Identifier: Apache-2.0

//! Trades on revm in this process: from a block's bytes to the state after it.
//!
//! Timed are the decoding of each transaction, the recovery of its sender, its execution, with the
//! check of the seller's signature by the contract, and the commit of the block's changes to the
//! state in memory. Not timed is whether each sale succeeded, which is checked all the same.

use crate::{
	artifacts::Artifacts,
	cores,
	market::Market,
	planner::{Planner, Purchase},
	results::{Batches, InProcess, Rate, Size},
	transaction,
	wallet::Wallet,
	world::{Evm, World, NONCE},
	Result,
};
use revm::{
	context::{result::ExecutionResult, TxEnv},
	ExecuteCommitEvm, ExecuteEvm,
};
use std::{
	sync::mpsc,
	thread,
	time::{Duration, Instant},
};

/// Tokens whose owner is asked for at the end.
const TOKENS_ASKED_FOR: usize = 1_000;

/// What happened to a block.
struct Run {
	results: Vec<ExecutionResult>,
	/// Until all senders were known; nothing if they were recovered meanwhile.
	recovery: Duration,
	total: Duration,
}

/// The times of blocks of one kind, added up.
#[derive(Default)]
struct Sum {
	trades: usize,
	gas: u64,
	bytes: usize,
	recovery: Duration,
	total: Duration,
}

/// Makes a world and trades in it.
pub fn measure(artifacts: &Artifacts, size: &Size) -> Result<InProcess> {
	eprintln!("evm: making a world of {} players", size.players);
	let mut world = World::create(artifacts, size.players)?;
	let mut planner = Planner::new(size.players, NONCE);
	check_refusals(&mut world, &mut planner)?;

	let (mut alone, mut ahead, mut batched) = (Vec::new(), Vec::new(), Vec::new());
	let batches = size.trades_per_block.div_ceil(size.orders_per_batch);
	for round in 0..=size.rounds {
		let mut run = |purchases, sales, way: fn(&mut Evm, &[Vec<u8>]) -> Result<Run>| {
			round_of(&mut world, &mut planner, size.blocks_per_round, purchases, sales, way)
		};
		let sums = (
			run(size.trades_per_block, 1, one_thread)?,
			run(size.trades_per_block, 1, recovery_ahead)?,
			run(batches, size.orders_per_batch, one_thread)?,
		);
		if round == 0 {
			eprintln!("evm: warmed up, {}", sums.0.speed());
			continue;
		}
		eprintln!(
			"evm: round {round} of {}: {}; senders ahead: {}; many orders together: {}",
			size.rounds,
			sums.0.speed(),
			sums.1.speed(),
			sums.2.speed()
		);
		alone.push(sums.0);
		ahead.push(sums.1);
		batched.push(sums.2);
	}
	world.check_owners(&mut planner, TOKENS_ASKED_FOR)?;
	Ok(summary(size, &alone, &ahead, &batched))
}

fn summary(size: &Size, alone: &[Sum], ahead: &[Sum], batched: &[Sum]) -> InProcess {
	let rate = |sums: &[Sum], time: fn(&Sum) -> Duration| {
		Rate::of(sums.iter().map(|sum| sum.us_per_trade(time(sum))).collect())
	};
	let per_trade = |sums: &[Sum], amount: fn(&Sum) -> f64| {
		let trades: usize = sums.iter().map(|sum| sum.trades).sum();
		sums.iter().map(amount).sum::<f64>() / trades as f64
	};
	let one_thread = rate(alone, |sum| sum.total);
	let recovery_ahead = rate(ahead, |sum| sum.total);
	InProcess {
		trades_per_s: one_thread.trades_per_s.max(recovery_ahead.trades_per_s),
		gas_per_trade: per_trade(alone, |sum| sum.gas as f64),
		bytes_per_trade: per_trade(alone, |sum| sum.bytes as f64),
		one_thread,
		recovery: rate(alone, |sum| sum.recovery),
		execution: rate(alone, |sum| sum.total - sum.recovery),
		recovery_ahead,
		batches: Batches {
			orders: size.orders_per_batch,
			gas_per_trade: per_trade(batched, |sum| sum.gas as f64),
			rate: rate(batched, |sum| sum.total),
		},
	}
}

/// Runs some blocks of purchases that buy `sales` tokens each, and checks each of them.
fn round_of(
	world: &mut World,
	planner: &mut Planner,
	blocks: usize,
	purchases: usize,
	sales: usize,
	way: fn(&mut Evm, &[Vec<u8>]) -> Result<Run>,
) -> Result<Sum> {
	let mut sum = Sum::default();
	for _ in 0..blocks {
		let plan = planner.block(purchases, sales);
		let market = &world.market;
		let block = cores::map(&plan, |purchase| market.sign(purchase));
		let run = way(&mut world.evm, &block)?;
		for (purchase, result) in plan.iter().zip(&run.results) {
			check(&world.market, purchase, result)?;
			sum.gas += result.tx_gas_used();
		}
		sum.trades += purchases * sales;
		sum.bytes += block.iter().map(Vec::len).sum::<usize>();
		sum.recovery += run.recovery;
		sum.total += run.total;
	}
	Ok(sum)
}

/// First all senders, then all executions.
fn one_thread(evm: &mut Evm, block: &[Vec<u8>]) -> Result<Run> {
	let began = Instant::now();
	let transactions = block.iter().map(|bytes| recover(bytes)).collect::<Result<Vec<_>>>()?;
	let recovery = began.elapsed();
	let mut results = Vec::with_capacity(block.len());
	for transaction in transactions {
		results.push(execute(evm, transaction)?);
	}
	evm.commit_inner();
	Ok(Run { results, recovery, total: began.elapsed() })
}

/// Threads on the other cores recover senders, in turns, while this one executes.
fn recovery_ahead(evm: &mut Evm, block: &[Vec<u8>]) -> Result<Run> {
	let helpers = cores::count().saturating_sub(1).max(1);
	let began = Instant::now();
	let results = thread::scope(|scope| {
		let queues: Vec<_> = (0..helpers)
			.map(|helper| {
				let (sender, receiver) = mpsc::channel();
				scope.spawn(move || {
					for bytes in block.iter().skip(helper).step_by(helpers) {
						if sender.send(recover(bytes)).is_err() {
							break;
						}
					}
				});
				receiver
			})
			.collect();
		let mut results = Vec::with_capacity(block.len());
		for queue in queues.iter().cycle().take(block.len()) {
			let transaction = queue.recv().map_err(|_| "a thread that recovers senders died")??;
			results.push(execute(evm, transaction)?);
		}
		Ok::<_, String>(results)
	})?;
	evm.commit_inner();
	Ok(Run { results, recovery: Duration::ZERO, total: began.elapsed() })
}

fn recover(bytes: &[u8]) -> Result<TxEnv> {
	transaction::recover(bytes).map_err(|error| format!("a transaction is not valid: {error}"))
}

fn execute(evm: &mut Evm, transaction: TxEnv) -> Result<ExecutionResult> {
	evm.transact_one(transaction)
		.map_err(|error| format!("a transaction is refused: {error}"))
}

/// Whether a purchase did what it was for, and nothing else.
fn check(market: &Market, purchase: &Purchase, result: &ExecutionResult) -> Result<()> {
	if !result.is_success() {
		return Err(format!("a purchase failed: {result}"));
	}
	market.check_transfers(purchase, result.logs())
}

/// Makes sure that trades are authorised one by one: an order that another key signed, and one that
/// was filled before, must both fail.
fn check_refusals(world: &mut World, planner: &mut Planner) -> Result<()> {
	let plan = planner.block(1, 1);
	let (purchase, sale) = (&plan[0], &plan[0].sales[0]);
	let World { evm, market } = world;
	let (buyer, seller) = (market.wallet(purchase.buyer), market.wallet(sale.seller));
	let fill_signed_by = |signer: &Wallet, nonce: u64| {
		let order = market.contracts.order(sale, seller.address, signer);
		recover(&market.contracts.fill(nonce, &[order]).sign(buyer))
	};

	let forged = fill_signed_by(buyer, purchase.nonce)?;
	refused(evm, forged, "an order that its seller did not sign")?;
	let genuine = fill_signed_by(seller, purchase.nonce)?;
	check(market, purchase, &execute(evm, genuine)?)?;
	evm.commit_inner();
	let again = fill_signed_by(seller, purchase.nonce + 1)?;
	refused(evm, again, "an order that was filled before")
}

/// Executes a transaction that must fail, and leaves no trace of it.
fn refused(evm: &mut Evm, transaction: TxEnv, what: &str) -> Result<()> {
	let outcome = evm.transact(transaction).map_err(|error| error.to_string())?;
	if outcome.result.is_success() {
		return Err(format!("{what} was accepted: nothing measured here would mean anything"));
	}
	Ok(())
}

impl Sum {
	fn us_per_trade(&self, time: Duration) -> f64 {
		time.as_secs_f64() * 1e6 / self.trades as f64
	}

	fn speed(&self) -> String {
		let us = self.us_per_trade(self.total);
		format!("{us:.1} us a trade, {:.0} trades/s", 1e6 / us)
	}
}
