// SPDX-License-Identifier: Apache-2.0

//! How a speed is made of the times of rounds.

use crate::{figures::median, results::Rate};

impl Rate {
	/// The median of `rounds_us`, microseconds per trade of at least one round.
	pub fn of(rounds_us: Vec<f64>) -> Self {
		let us_per_trade = median(rounds_us.clone());
		Self { trades_per_s: 1e6 / us_per_trade, us_per_trade, rounds_us }
	}
}
