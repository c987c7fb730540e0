// SPDX-License-Identifier: Apache-2.0

//! How it is measured.

use crate::{
	artifacts::Artifacts,
	cores,
	part::Scale,
	results::{Settings, Size},
	transaction::CHAIN_ID,
};

impl Settings {
	/// The settings of a run.
	pub fn new(size: Size, artifacts: &Artifacts) -> Self {
		Self {
			size,
			cores: cores::count(),
			chain_id: CHAIN_ID,
			contracts: artifacts.package.clone(),
			compiler: artifacts.compiler.clone(),
		}
	}
}

impl Size {
	/// That of a scale.
	pub fn of(scale: Scale) -> Self {
		let usual = Self {
			players: 1_000_000,
			trades_per_block: 2_000,
			orders_per_batch: 30,
			blocks_per_round: 4,
			rounds: 5,
			anvil_players: 4_000,
			anvil_blocks: 5,
		};
		match scale {
			Scale::Quick => {
				Self { players: 20_000, blocks_per_round: 1, rounds: 3, anvil_blocks: 2, ..usual }
			},
			Scale::Usual => usual,
			Scale::Full => Self { players: 5_000_000, ..usual },
		}
	}
}
