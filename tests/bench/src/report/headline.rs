// SPDX-License-Identifier: Apache-2.0

//! The figures that everything else explains. One that was not measured is none.

use super::Results;
use crate::{end_to_end::Network, part::Part};
use serde::Serialize;

/// Of all parts.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Headline {
	/// Trades imported in a second: a large state, two signatures a trade, all players as active.
	pub import_trades_per_s: Option<f64>,
	/// How many times that is what stock pallets do, in the same run.
	pub ratio_to_stock: Option<f64>,
	/// How many times it is what Seaport does on revm in process, in the same run.
	pub ratio_to_evm: Option<f64>,
	/// Trades in a second that got final, with one validator at saturation.
	pub final_trades_per_s: Option<f64>,
	/// From submission to finality with one validator at light load, in milliseconds, of half of the
	/// trades.
	pub finality_p50_ms: Option<f64>,
	/// The same of 99 percent.
	pub finality_p99_ms: Option<f64>,
	/// The same as `finality_p50_ms`, with four validators.
	pub finality_p50_ms_of_four: Option<f64>,
	/// The same as `finality_p99_ms`, with four validators.
	pub finality_p99_ms_of_four: Option<f64>,
	/// How many times what it costs on the smallest state a trade costs on the largest.
	pub growth_ratio: Option<f64>,
}

impl Headline {
	/// Of what was measured.
	pub(super) fn of(results: &Results) -> Self {
		let import = results.import.as_ref();
		let speed = import
			.and_then(|part| part.figures.headline())
			.map(|run| run.trades_per_second());
		let ratio = |other: Option<f64>| Some(speed? / other?);
		let stock = beside(import, results.stock.as_ref())
			.map(|figures| figures.headline().trades_per_second());
		let evm = beside(import, results.evm.as_ref()).map(|it| it.in_process.trades_per_s);
		let networks = results.end_to_end.as_ref().map(|part| &part.figures.networks[..]);
		let of = |validators| network(networks.unwrap_or_default(), validators);
		// If something was there that must not be, figures are those of something else.
		let light = |validators| {
			let stage = of(validators).map(|network| &network.light);
			stage.filter(|stage| stage.failures().is_empty())
		};
		let (one, four) = (light(1), light(4));
		let saturated = of(1).filter(|network| network.failures().is_empty());
		Self {
			import_trades_per_s: speed,
			ratio_to_stock: ratio(stock),
			ratio_to_evm: ratio(evm),
			final_trades_per_s: saturated.map(|it| it.saturation.settled_per_s),
			finality_p50_ms: one.map(|it| it.finality_ms.p50),
			finality_p99_ms: one.map(|it| it.finality_ms.p99),
			finality_p50_ms_of_four: four.map(|it| it.finality_ms.p50),
			finality_p99_ms_of_four: four.map(|it| it.finality_ms.p99),
			growth_ratio: results.growth.as_ref().and_then(|part| part.figures.ratio()),
		}
	}
}

/// The network of so many validators.
fn network(networks: &[Network], validators: usize) -> Option<&Network> {
	networks.iter().find(|network| network.validators == validators)
}

/// The figures of a part that was measured in the same run as another, and so can be compared.
fn beside<'a, One, Other>(
	one: Option<&Part<One>>,
	other: Option<&'a Part<Other>>,
) -> Option<&'a Other> {
	let (one, other) = (one?, other?);
	let same = one.date == other.date && one.machine == other.machine && one.scale == other.scale;
	same.then_some(&other.figures)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Scale;

	fn part<Figures>(date: &str, figures: Figures) -> Part<Figures> {
		Part { date: date.into(), machine: "a machine".into(), scale: Scale::Usual, figures }
	}

	#[test]
	fn only_one_run_is_compared() {
		let (here, there) = (part("today", 1), part("yesterday", 2));

		assert_eq!(beside(Some(&here), Some(&part("today", 3))), Some(&3));
		assert_eq!(beside(Some(&here), Some(&there)), None);
		assert_eq!(beside(Some(&here), None::<&Part<u32>>), None);
		assert_eq!(beside(None::<&Part<u32>>, Some(&there)), None);
	}
}
