// SPDX-License-Identifier: Apache-2.0

//! The same with stock pallets.

use super::{
	import::{sizes, speed},
	text::{count, list, mebibytes, short, whole, Table},
};
use crate::stock::{Authoring, Figures};

/// How far blocks of the SDK's template are apart.
const SLOT_SECONDS: f64 = 6.0;

/// In words and tables.
pub fn section(figures: &Figures) -> String {
	let state = format!(
		"What a team has with Substrate out of the box: `Nfts::buy_item` and \
		 `Balances::transfer_keep_alive`, each an extrinsic that is signed with sr25519, on a state of \
		 {} accounts and {} items that are for sale, {} on disk. The client, the executor and the \
		 database are those of `import`.",
		count(figures.size.players),
		count(figures.size.items),
		mebibytes(figures.database),
	);
	let kinds = [("purchases", &figures.purchases), ("transfers", &figures.transfers)];
	let runs: Vec<_> = kinds
		.iter()
		.flat_map(|(name, series)| {
			[(format!("{name}, off"), &series.uncached), (format!("{name}, warm"), &series.warm)]
		})
		.collect();
	let times = Table::new(&[
		"imported, cache",
		"extrinsics/s",
		"µs each",
		"signatures",
		"execution",
		"root",
		"commit",
		"finality",
	]);
	let times = runs
		.iter()
		.fold(times, |table, (name, run)| table.row([name.clone()].into_iter().chain(speed(run))));
	let made = Table::new(&["made, cache warm", "extrinsics/s", "µs each", "extrinsics a block"]);
	let made = kinds.iter().fold(made, |table, (name, series)| {
		let Authoring { blocks, extrinsics, split } = series.authoring;
		table.row([
			name.to_string(),
			whole(series.authoring.per_second()),
			short(split.total() as f64 / 1e3 / extrinsics as f64),
			whole(extrinsics as f64 / f64::from(blocks)),
		])
	});
	let most = figures.purchases.authoring.extrinsics as f64
		/ f64::from(figures.purchases.authoring.blocks)
		/ SLOT_SECONDS;
	let limits = format!(
		"Their limits are those of the SDK's template: two seconds of weight in six. So however fast \
		 such a node imports, its chain includes at most {} purchases a second.",
		whole(most),
	);
	let notes = list([
		"The seller signs nothing that counts: items were put up for sale before. So a purchase has \
		 one signature, and a trade of Freehold two. All players are as active.",
		"There is no consensus in these blocks. One thread verifies their signatures.",
		"Freehold's figure is compared with that of the warm cache, which has 4 GiB here. The SDK's own \
		 default is 1 GiB; that of Freehold's node is none. Both are above Freehold's database, which \
		 keeps nodes of the trie by itself.",
		limits.as_str(),
	]);
	let (times, made) = (times.finish(), made.finish());
	format!("{state}\n\n{times}{}{made}{notes}", sizes("imported, cache", &runs))
}
