// SPDX-License-Identifier: Apache-2.0
use crate::Call;
use freehold_primitives::{
	ids::{AvatarId, EstateId, WorldId},
	land::Coordinates,
};

/// Makes one asset of an avatar's parcels, which touch each other.
pub fn found_estate(world: WorldId, owner: AvatarId, parcels: &[Coordinates]) -> Call {
	Call::new("Land", "found_estate", (world, owner, parcels))
}

/// Adds parcels of the same avatar to an estate.
pub fn extend_estate(estate: EstateId, parcels: &[Coordinates]) -> Call {
	Call::new("Land", "extend_estate", (estate, parcels))
}

/// Takes parcels out of an estate, which stays in one piece.
pub fn reduce_estate(estate: EstateId, parcels: &[Coordinates]) -> Call {
	Call::new("Land", "reduce_estate", (estate, parcels))
}

/// Adds one estate to another of the same avatar, which it touches.
pub fn merge_estates(into: EstateId, from: EstateId) -> Call {
	Call::new("Land", "merge_estates", (into, from))
}

/// Makes an estate of its own of some of an estate's parcels.
pub fn split_estate(estate: EstateId, parcels: &[Coordinates]) -> Call {
	Call::new("Land", "split_estate", (estate, parcels))
}

/// Makes single parcels of an estate of at most [`MAX_PARCELS`](super::MAX_PARCELS).
pub fn dissolve_estate(estate: EstateId) -> Call {
	Call::new("Land", "dissolve_estate", (estate,))
}

/// Gives an estate to another avatar.
pub fn transfer_estate(estate: EstateId, to: AvatarId) -> Call {
	Call::new("Land", "transfer_estate", (estate, to))
}
