// SPDX-License-Identifier: Apache-2.0

//! The weight behind measurements: a constant, and a share for each component.

use crate::{rig::Runs, Result};
use frame_benchmarking::{Analysis, BenchmarkSelector};
use std::fmt;

/// A number that grows with each component.
pub struct Line {
	/// What it is where every component is zero.
	pub base: u128,
	/// What each component adds, in their order.
	pub slopes: Vec<u128>,
}

impl From<Analysis> for Line {
	fn from(fit: Analysis) -> Self {
		Self { base: fit.base, slopes: fit.slopes }
	}
}

/// What a call takes.
pub struct Formula {
	/// Computation, in picoseconds.
	pub time: Line,
	/// Records read from the database.
	pub reads: Line,
	/// Records written to it.
	pub writes: Line,
	/// The shortest run of all, in nanoseconds.
	pub shortest: u128,
}

impl Formula {
	/// Least squares, without the fastest and the slowest quarter of the runs of each point; the
	/// median where there are no components.
	pub fn fit(counted: &Runs, timed: &Runs) -> Result<Self> {
		let fit = |runs: &Runs, what| {
			Analysis::min_squares_iqr(runs, what).map_err(|error| error.to_string())
		};
		let time = fit(timed, BenchmarkSelector::ExtrinsicTime)?;
		Ok(Self {
			shortest: time.minimum,
			time: time.into(),
			reads: fit(counted, BenchmarkSelector::Reads)?.into(),
			writes: fit(counted, BenchmarkSelector::Writes)?.into(),
		})
	}
}

impl fmt::Display for Formula {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { time, reads, writes, .. } = self;
		let microseconds = |picoseconds: u128| picoseconds as f64 / 1e6;
		let each = time.slopes.iter().copied().map(microseconds).collect::<Vec<_>>();
		write!(f, "{:.1} µs + {each:.1?} µs; ", microseconds(time.base))?;
		write!(f, "reads {} + {:?}; ", reads.base, reads.slopes)?;
		write!(f, "writes {} + {:?}", writes.base, writes.slopes)
	}
}
