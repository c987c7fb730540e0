// SPDX-License-Identifier: Apache-2.0

//! Seaport on Ethereum's machine.

use super::text::{count, list, short, whole, Table};
use crate::evm::{EvmResult, Rate};

/// In words and tables.
pub fn section(figures: &EvmResult) -> String {
	let EvmResult { settings, in_process, anvil, notes } = figures;
	let state = format!(
		"Orders of Seaport 1.6, signed by the seller, filled by the buyer's transaction: a token \
		 against the chain's coin. {} players on revm in this process. Contracts of {}, compiled by {}.",
		count(settings.size.players),
		settings.contracts,
		settings.compiler,
	);
	let row = |table: Table, what: &str, rate: &Rate, gas: f64| {
		let cells = [whole(rate.trades_per_s), short(rate.us_per_trade), whole(gas)];
		table.row([what.into()].into_iter().chain(cells))
	};
	let table = Table::new(&["", "trades/s", "µs a trade", "gas a trade"]);
	let gas = in_process.gas_per_trade;
	let table = row(table, "a transaction each, on one thread", &in_process.one_thread, gas);
	let table = row(table, "of that, decoding and senders", &in_process.recovery, gas);
	let table = row(table, "of that, execution", &in_process.execution, gas);
	let ahead = &in_process.recovery_ahead;
	let table = row(table, "a transaction each, senders recovered on other cores", ahead, gas);
	let batches = &in_process.batches;
	let together = format!("{} orders a transaction, on one thread", batches.orders);
	let mut table = row(table, &together, &batches.rate, batches.gas_per_trade);
	let node = match anvil {
		Some(anvil) => {
			let [block, all] = ["a block alone", "over RPC"]
				.map(|what| format!("anvil, {what}, {} trades a block", anvil.trades_per_block));
			table = row(table, &block, &anvil.block, anvil.gas_per_trade);
			table = row(table, &all, &anvil.end_to_end, anvil.gas_per_trade);
			format!("The node is {}.", anvil.package)
		},
		None => "Missing: a whole node, for which there is no program on this machine.".into(),
	};
	format!("{state}\n\n{}{node}\n\n{}", table.finish(), list(notes))
}
