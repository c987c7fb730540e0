// SPDX-License-Identifier: Apache-2.0
//! What a map shows.

use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::{Area, Coordinates, Zone},
};

/// A region, and all that is to be seen in it.
pub struct Scene {
	pub area: Area,
	/// Those in the region, and one more on each side.
	pub plots: Vec<Plot>,
	/// What the world sells; places that are issued already are not for sale.
	pub sales: Vec<Area>,
}

impl Scene {
	/// The plots in the region; those around it only tell where estates go on.
	pub fn shown(&self) -> impl Iterator<Item = &Plot> {
		self.plots.iter().filter(|plot| self.area.contains(plot.at))
	}
}

/// A parcel as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Plot {
	pub at: Coordinates,
	pub zone: Zone,
	pub owner: AvatarId,
	pub estate: Option<EstateId>,
	/// Whether a tenant has it now.
	pub is_let: bool,
	/// Whether it is listed on a market.
	pub is_listed: bool,
}
