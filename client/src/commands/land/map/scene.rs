// SPDX-License-Identifier: Apache-2.0
//! What a map shows.

use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::{Area, Coordinates, Zone},
};

/// A region, and all that is to be seen in it.
pub struct Scene {
	pub area: Area,
	pub plots: Vec<Plot>,
	/// What the world sells; places that are issued already are not for sale.
	pub sales: Vec<Area>,
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
