// SPDX-License-Identifier: Apache-2.0
//! The geometry of a world: coordinates, areas and parcels.

use crate::ids::WorldId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A place on a world's grid, in parcels.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Coordinates {
	/// East.
	pub x: i16,
	/// North.
	pub y: i16,
}

impl Coordinates {
	/// The place at `x`, `y`.
	pub const fn new(x: i16, y: i16) -> Self {
		Self { x, y }
	}

	/// The place in z-order (Morton, 1966): the bits of `y` and `x` take turns, highest first, so
	/// that a square region is a handful of key prefixes. Both are shifted by 2^15 to be unsigned.
	pub const fn morton(self) -> u32 {
		spread(unsigned(self.y)) << 1 | spread(unsigned(self.x))
	}

	/// The place with this number in z-order.
	pub const fn from_morton(code: u32) -> Self {
		Self { x: signed(gather(code)), y: signed(gather(code >> 1)) }
	}
}

impl fmt::Display for Coordinates {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{},{}", self.x, self.y)
	}
}

/// The number `n` of 2^15 more than it was, so that order is kept and nothing is negative.
const fn unsigned(n: i16) -> u16 {
	(n as u16) ^ 0x8000
}

const fn signed(n: u16) -> i16 {
	(n ^ 0x8000) as i16
}

/// Puts a zero before each bit.
const fn spread(n: u16) -> u32 {
	let n = n as u32;
	let n = (n | n << 8) & 0x00ff_00ff;
	let n = (n | n << 4) & 0x0f0f_0f0f;
	let n = (n | n << 2) & 0x3333_3333;
	(n | n << 1) & 0x5555_5555
}

/// Takes every second bit: what [`spread`] spread.
const fn gather(n: u32) -> u16 {
	let n = n & 0x5555_5555;
	let n = (n | n >> 1) & 0x3333_3333;
	let n = (n | n >> 2) & 0x0f0f_0f0f;
	let n = (n | n >> 4) & 0x00ff_00ff;
	(n | n >> 8) as u16
}

/// A rectangle of places, both corners inside it.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Area {
	/// Its south-western corner.
	pub min: Coordinates,
	/// Its north-eastern corner.
	pub max: Coordinates,
}

impl Area {
	/// The area between two corners; none if `max` lies south or west of `min`.
	pub fn new(min: Coordinates, max: Coordinates) -> Option<Self> {
		let area = Self { min, max };
		area.is_valid().then_some(area)
	}

	/// Whether it has at least one place. A decoded area may not.
	pub fn is_valid(&self) -> bool {
		self.min.x <= self.max.x && self.min.y <= self.max.y
	}

	/// Whether the place lies inside.
	pub fn contains(&self, at: Coordinates) -> bool {
		(self.min.x..=self.max.x).contains(&at.x) && (self.min.y..=self.max.y).contains(&at.y)
	}

	/// How many places it has: at most 2^32, of which the last does not fit a `u32`.
	pub fn size(&self) -> u64 {
		let side = |min: i16, max: i16| u64::from(max.abs_diff(min)).saturating_add(1);
		if !self.is_valid() {
			return 0;
		}
		side(self.min.x, self.max.x).saturating_mul(side(self.min.y, self.max.y))
	}
}

impl fmt::Display for Area {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} to {}", self.min, self.max)
	}
}

/// A parcel: one place of one world's grid.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct ParcelId {
	/// The world that it is part of.
	pub world: WorldId,
	/// Where in the world.
	pub at: Coordinates,
}

impl fmt::Display for ParcelId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} in world {}", self.at, self.world)
	}
}

/// What a parcel is for; set when it is issued.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
	/// No particular use.
	Open,
	/// Homes.
	Residential,
	/// Trade.
	Commercial,
	/// A place for everyone; never changes hands.
	Plaza,
	/// A way for everyone; never changes hands.
	Road,
}

impl Zone {
	/// Whether everyone may use it, so that it can't change hands.
	pub fn is_public(self) -> bool {
		matches!(self, Self::Plaza | Self::Road)
	}

	/// Every zone, in the order of its encoding.
	pub const ALL: [Self; 5] =
		[Self::Open, Self::Residential, Self::Commercial, Self::Plaza, Self::Road];

	/// The zone's name, in lower case.
	pub fn name(self) -> &'static str {
		match self {
			Self::Open => "open",
			Self::Residential => "residential",
			Self::Commercial => "commercial",
			Self::Plaza => "plaza",
			Self::Road => "road",
		}
	}
}

impl fmt::Display for Zone {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.pad(self.name())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn z_order_begins_in_the_far_south_west() {
		assert_eq!(Coordinates::new(i16::MIN, i16::MIN).morton(), 0);
		assert_eq!(Coordinates::new(i16::MIN + 1, i16::MIN).morton(), 1);
		assert_eq!(Coordinates::new(i16::MIN, i16::MIN + 1).morton(), 2);
		assert_eq!(Coordinates::new(i16::MAX, i16::MAX).morton(), u32::MAX);
	}

	#[test]
	fn an_aligned_square_is_one_key_prefix() {
		let corner = Coordinates::new(16, -32).morton() >> 8;

		for x in 16..32 {
			for y in -32..-16 {
				assert_eq!(Coordinates::new(x, y).morton() >> 8, corner);
			}
		}
	}

	#[test]
	fn the_whole_grid_has_every_place() {
		let all =
			Area::new(Coordinates::new(i16::MIN, i16::MIN), Coordinates::new(i16::MAX, i16::MAX));

		assert_eq!(all.map(|area| area.size()), Some(1 << 32));
	}

	#[test]
	fn an_area_turned_inside_out_is_none() {
		assert_eq!(Area::new(Coordinates::new(1, 0), Coordinates::new(0, 0)), None);
		assert_eq!(Area::new(Coordinates::new(0, 1), Coordinates::new(0, 0)), None);
	}

	proptest! {
		#[test]
		fn z_order_is_one_to_one(x: i16, y: i16) {
			let at = Coordinates { x, y };
			prop_assert_eq!(Coordinates::from_morton(at.morton()), at);
		}
	}
}
