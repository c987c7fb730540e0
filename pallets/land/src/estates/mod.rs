// SPDX-License-Identifier: Apache-2.0
//! Estates: parcels that hang together and are held as one. That they do is proven at each step,
//! from the whole set of places as it is going to be.

mod actions;
mod checks;

use crate::{Config, EstateOf, GroundOf};
use alloc::collections::BTreeSet;
use freehold_primitives::{ids::EstateId, land::Coordinates};
use sp_runtime::SaturatedConversion;

/// Fewest parcels of an estate.
pub(crate) const MIN_PARCELS: usize = 2;

/// An estate that can be made.
pub(crate) struct Founding<T: Config> {
	estate: EstateId,
	/// The id after its own.
	next: EstateId,
	details: EstateOf<T>,
	ground: GroundOf<T>,
}

/// A change of an estate's set of parcels that can be made.
pub(crate) struct Change<T: Config> {
	estate: EstateId,
	/// Its record afterwards.
	details: EstateOf<T>,
	/// Its places afterwards.
	ground: GroundOf<T>,
	/// The places that join it, or leave it.
	moving: BTreeSet<Coordinates>,
	/// How many parcels it had.
	before: u32,
}

impl<T: Config> Change<T> {
	fn new(
		estate: EstateId,
		details: EstateOf<T>,
		ground: GroundOf<T>,
		moving: BTreeSet<Coordinates>,
	) -> Self {
		let before = details.parcels;
		let details = details.reshaped(ground.len().saturated_into());
		Self { estate, details, ground, moving, before }
	}

	/// How many parcels the estate has when it has more of them: what the change weighs.
	pub(crate) fn size(&self) -> u32 {
		self.before.max(self.details.parcels)
	}
}
