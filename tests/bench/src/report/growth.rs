// SPDX-License-Identifier: Apache-2.0

//! What a trade costs as everything grows.

use super::{
	import::{speed, SPEED},
	text::{count, mebibytes, short, whole, Table},
};
use crate::growth::Figures;

/// In words and tables.
pub fn section(figures: &Figures) -> String {
	format!("{}{}{}{}", sizes(figures), sync(figures), database(figures), batches(figures))
}

fn sizes(figures: &Figures) -> String {
	let columns: Vec<_> = ["items"].into_iter().chain(SPEED).collect();
	let table = figures.sizes.iter().fold(Table::new(&columns), |table, it| {
		table.row([count(it.size.items)].into_iter().chain(speed(&it.run)))
	});
	format!(
		"Full batches, by the size of the state: as many avatars as items.\n\n{}",
		table.finish()
	)
}

fn sync(figures: &Figures) -> String {
	let largest = figures.sizes.last().map(|it| &it.run);
	largest.map_or_else(String::new, |run| {
		format!(
			"That is also how a new node catches up, on the largest state with {} trades/s: {} blocks \
			 one after the other, each parent made final by itself. {} µs a trade to read and decode \
			 them are not counted in that, nor is the network.\n\n",
			whole(run.trades_per_second()),
			count(run.blocks),
			short(run.microseconds(run.decoding)),
		)
	})
}

fn database(figures: &Figures) -> String {
	let table = Table::new(&["items", "database", "bytes an item, with its avatar and account"]);
	let table = figures.sizes.iter().fold(table, |table, it| {
		let each = it.database as f64 / f64::from(it.size.items);
		table.row([count(it.size.items), mebibytes(it.database), whole(each)])
	});
	format!("The database before the first trade.\n\n{}", table.finish())
}

fn batches(figures: &Figures) -> String {
	let columns: Vec<_> = ["trades in a batch"].into_iter().chain(SPEED).collect();
	let table = figures.batches.iter().fold(Table::new(&columns), |table, it| {
		table.row([count(it.batch)].into_iter().chain(speed(&it.run)))
	});
	format!("By the size of the batch.\n\n{}", table.finish())
}
