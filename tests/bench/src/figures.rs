// SPDX-License-Identifier: Apache-2.0

//! Figures: what is made of many measurements.

use serde::{Deserialize, Serialize};

/// How measurements are spread, all in the unit that they were taken in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
	/// Half are below.
	pub p50: f64,
	/// 95 percent are below.
	pub p95: f64,
	/// 99 percent are below.
	pub p99: f64,
	/// The least.
	pub least: f64,
	/// The greatest.
	pub greatest: f64,
	/// How many there are.
	pub count: u64,
}

impl Spread {
	/// That of these; none if there are none.
	pub fn of(mut measured: Vec<f64>) -> Option<Self> {
		measured.sort_by(f64::total_cmp);
		let (least, greatest) = (*measured.first()?, *measured.last()?);
		let below = |percent| percentile(&measured, percent);
		Some(Self {
			p50: below(50),
			p95: below(95),
			p99: below(99),
			least,
			greatest,
			count: measured.len() as u64,
		})
	}
}

/// The least of the sorted measurements that so many percent of them do not exceed.
///
/// # Panics
/// If there are none.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
	let rank = (sorted.len() * percent).div_ceil(100).max(1);
	sorted[rank - 1]
}

/// The median, or zero of nothing.
pub fn median(measured: Vec<f64>) -> f64 {
	Spread::of(measured).map_or(0.0, |spread| spread.p50)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn percentiles_are_measurements() {
		let spread = Spread::of((1..=200).rev().map(f64::from).collect()).expect("there are some");

		assert_eq!((spread.p50, spread.p95, spread.p99), (100.0, 190.0, 198.0));
		assert_eq!((spread.least, spread.greatest, spread.count), (1.0, 200.0, 200));
	}

	#[test]
	fn one_measurement_is_every_percentile() {
		let spread = Spread::of(vec![7.0]).expect("there is one");

		assert_eq!((spread.p50, spread.p99), (7.0, 7.0));
		assert_eq!(Spread::of(Vec::new()), None);
	}

	#[test]
	fn the_median_of_nothing_is_zero() {
		assert_eq!(median(Vec::new()), 0.0);
		assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
	}
}
