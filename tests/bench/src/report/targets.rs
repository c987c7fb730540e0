// SPDX-License-Identifier: Apache-2.0

//! The figures that were to be reached, beside those that were.

use super::{
	headline::Headline,
	text::{short, times, whole, Table},
	Results,
};
use crate::Scale;

/// The state on which imports are judged, and that on which growth is.
const LARGE: u32 = 1_000_000;
const GROWN: u32 = 5_000_000;

/// A figure to reach.
struct Target {
	measure: &'static str,
	/// The least that is good, and what would be very good.
	least: f64,
	aim: f64,
	/// Which way is better.
	better: Better,
	/// The unit in words.
	show: fn(f64) -> String,
	/// None if it was not measured.
	measured: Option<f64>,
	/// Why it would be missing.
	missing: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Better {
	More,
	Less,
}

impl Target {
	fn verdict(&self) -> &'static str {
		let Some(measured) = self.measured else { return "missing" };
		let reaches = |limit: f64| match self.better {
			Better::More => measured >= limit,
			Better::Less => measured <= limit,
		};
		if reaches(self.aim) {
			"aim"
		} else if reaches(self.least) {
			"at least"
		} else {
			"no"
		}
	}

	fn cells(&self) -> [String; 5] {
		let measured =
			self.measured.map_or_else(|| format!("missing: {}", self.missing), self.show);
		[
			self.measure.into(),
			(self.show)(self.least),
			(self.show)(self.aim),
			measured,
			self.verdict().into(),
		]
	}
}

/// All of them.
pub(super) fn table(results: &Results, headline: &Headline) -> String {
	let columns = ["measure", "at least", "aim", "measured", "reached"];
	let table = Table::new(&columns);
	let targets = targets(results, headline);
	targets.iter().fold(table, |table, target| table.row(target.cells())).finish()
}

fn targets(results: &Results, headline: &Headline) -> [Target; 9] {
	let largest = results.growth.as_ref().and_then(|part| part.figures.sizes.last());
	let is_grown = largest.is_some_and(|it| it.size.items >= GROWN);
	let is_large = results.import.as_ref().is_some_and(|part| part.figures.size.items == LARGE);
	let large = |figure: Option<f64>| figure.filter(|_| is_large);
	let is_long = results.end_to_end.as_ref().is_some_and(|part| part.scale != Scale::Quick);
	let long = |figure: Option<f64>| figure.filter(|_| is_long);
	let per_second = |number: f64| format!("{}/s", whole(number));
	let seconds = |milliseconds: f64| format!("{} s", short(milliseconds / 1e3));
	let finality = |measure, least, aim, measured| Target {
		measure,
		least,
		aim,
		better: Better::Less,
		show: seconds,
		measured,
		missing: "`end-to-end` was not run for minutes, or this load not without failures",
	};
	[
		Target {
			measure: "trades imported, 1 M state, 2 signatures a trade",
			least: 10_000.0,
			aim: 25_000.0,
			better: Better::More,
			show: per_second,
			measured: large(headline.import_trades_per_s),
			missing: "`import` was not run on such a state",
		},
		Target {
			measure: "against stock pallets, same run",
			least: 4.0,
			aim: 10.0,
			better: Better::More,
			show: times,
			measured: large(headline.ratio_to_stock),
			missing: "`import` and `stock` were not run together on such a state",
		},
		Target {
			measure: "against Seaport on revm in process, same run",
			least: 1.5,
			aim: 4.0,
			better: Better::More,
			show: times,
			measured: large(headline.ratio_to_evm),
			missing: "`import` and `evm` were not run together on such a state",
		},
		Target {
			measure: "end to end, final, one validator",
			least: 5_000.0,
			aim: 15_000.0,
			better: Better::More,
			show: per_second,
			measured: long(headline.final_trades_per_s),
			missing: "`end-to-end` was not run for minutes, or not without failures: see there",
		},
		finality(
			"submission to finality, light load, one validator, p50",
			1_000.0,
			600.0,
			long(headline.finality_p50_ms),
		),
		finality("the same, p99", 1_600.0, 1_000.0, long(headline.finality_p99_ms)),
		finality(
			"submission to finality, light load, four validators on this machine, p50",
			1_500.0,
			900.0,
			long(headline.finality_p50_ms_of_four),
		),
		finality("the same, p99", 2_500.0, 1_400.0, long(headline.finality_p99_ms_of_four)),
		Target {
			measure: "cost of a trade, 5 M against 10 k items",
			least: 2.0,
			aim: 1.3,
			better: Better::Less,
			show: times,
			measured: headline.growth_ratio.filter(|_| is_grown),
			missing: "`growth` was not run on such states",
		},
	]
}

#[cfg(test)]
mod tests {
	use super::*;

	fn target(better: Better, measured: Option<f64>) -> Target {
		let (least, aim) = match better {
			Better::More => (4.0, 10.0),
			Better::Less => (2.0, 1.3),
		};
		Target { measure: "it", least, aim, better, show: times, measured, missing: "not run" }
	}

	#[test]
	fn a_verdict_says_how_far_it_got() {
		for (better, measured, verdict) in [
			(Better::More, 3.9, "no"),
			(Better::More, 4.0, "at least"),
			(Better::More, 10.0, "aim"),
			(Better::Less, 2.1, "no"),
			(Better::Less, 2.0, "at least"),
			(Better::Less, 1.0, "aim"),
		] {
			assert_eq!(target(better, Some(measured)).verdict(), verdict);
		}
	}

	#[test]
	fn what_was_not_measured_is_missing() {
		let cells = target(Better::More, None).cells();

		assert_eq!(
			cells,
			["it", "4.00 ×", "10.0 ×", "missing: not run", "missing"].map(String::from)
		);
	}

	#[test]
	fn without_any_part_all_is_missing() {
		let results = Results {
			import: None,
			stock: None,
			evm: None,
			end_to_end: None,
			growth: None,
			caches: None,
			crypto: None,
		};
		let headline = Headline::of(&results);

		assert_eq!(headline, Headline::default());
		assert!(targets(&results, &headline).iter().all(|target| target.verdict() == "missing"));
	}
}
