// SPDX-License-Identifier: Apache-2.0
//! The geometry of a world: coordinates, areas, parcels and what is held as one.

use crate::ids::{EstateId, WorldId};
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

	/// The places that share an edge with this one: four, fewer at the rim of the largest grid.
	pub fn neighbours(self) -> impl Iterator<Item = Self> {
		let Self { x, y } = self;
		[
			x.checked_add(1).map(|x| Self { x, y }),
			y.checked_add(1).map(|y| Self { x, y }),
			x.checked_sub(1).map(|x| Self { x, y }),
			y.checked_sub(1).map(|y| Self { x, y }),
		]
		.into_iter()
		.flatten()
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

/// The bits of a place in z-order that come of its `x`.
const X_BITS: u32 = 0x5555_5555;

/// The bits of a place in z-order that come of its `y`.
const Y_BITS: u32 = !X_BITS;

/// Puts a zero before each bit.
const fn spread(n: u16) -> u32 {
	let n = n as u32;
	let n = (n | n << 8) & 0x00ff_00ff;
	let n = (n | n << 4) & 0x0f0f_0f0f;
	let n = (n | n << 2) & 0x3333_3333;
	(n | n << 1) & X_BITS
}

/// Takes every second bit: what [`spread`] spread.
const fn gather(n: u32) -> u16 {
	let n = n & X_BITS;
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

	/// Its places, row by row from the south-west.
	pub fn places(&self) -> impl Iterator<Item = Coordinates> {
		let Self { min, max } = *self;
		(min.y..=max.y).flat_map(move |y| (min.x..=max.x).map(move |x| Coordinates { x, y }))
	}

	/// The smallest number in z-order, from `code` up, of a place inside the area: where a walk
	/// over the keys of the area goes on after it has left it.
	///
	/// This is the BIGMIN of Tropf and Herzog (1981). Bit by bit, the area is halved and the half
	/// that `code` is not in is put away, until `code` lies before or behind what is left of it.
	pub fn next_in_z_order(&self, code: u32) -> Option<u32> {
		if !self.is_valid() {
			return None;
		}
		let (mut low, mut high) = (self.min.morton(), self.max.morton());
		let mut upper_half = None;
		for place in (0..u32::BITS).rev() {
			let bit = 1u32 << place;
			let coordinate = if bit & X_BITS != 0 { X_BITS } else { Y_BITS };
			let below = coordinate & (bit - 1);
			match (code & bit != 0, low & bit != 0, high & bit != 0) {
				(false, false, true) => {
					upper_half = Some((low & !below) | bit);
					high = (high & !bit) | below;
				},
				(true, false, true) => low = (low & !below) | bit,
				(false, true, _) => return Some(low),
				(true, _, false) => return upper_half,
				(false, false, false) | (true, true, true) => {},
			}
		}
		Some(code)
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

/// What can be held, let and shared: a parcel, or an estate as a whole.
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
#[serde(rename_all = "lowercase")]
pub enum Site {
	/// A parcel.
	#[codec(index = 3)]
	Parcel(ParcelId),
	/// An estate.
	#[codec(index = 4)]
	Estate(EstateId),
}

impl fmt::Display for Site {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Parcel(id) => write!(f, "parcel {id}"),
			Self::Estate(id) => write!(f, "estate {id}"),
		}
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
	use alloc::{string::ToString, vec::Vec};
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

	#[test]
	fn an_area_turned_inside_out_has_no_place() {
		let inside_out = Area { min: Coordinates::new(1, 1), max: Coordinates::new(0, 5) };

		assert_eq!(inside_out.size(), 0);
		assert_eq!(inside_out.places().next(), None);
		assert_eq!(inside_out.next_in_z_order(0), None);
	}

	#[test]
	fn places_come_row_by_row_from_the_south_west() {
		let area = Area { min: Coordinates::new(-1, 4), max: Coordinates::new(0, 5) };
		let places: Vec<_> = area.places().map(|at| (at.x, at.y)).collect();

		assert_eq!(places, [(-1, 4), (0, 4), (-1, 5), (0, 5)]);
	}

	#[test]
	fn a_place_in_the_middle_has_four_neighbours() {
		let around: Vec<_> = Coordinates::new(7, -3).neighbours().map(|at| (at.x, at.y)).collect();

		assert_eq!(around, [(8, -3), (7, -2), (6, -3), (7, -4)]);
	}

	#[test]
	fn nothing_lies_beyond_the_largest_grid() {
		let corners = [i16::MIN, i16::MAX].map(|n| Coordinates::new(n, n));

		assert!(corners.into_iter().all(|corner| corner.neighbours().count() == 2));
	}

	#[test]
	fn a_walk_that_left_the_area_comes_back_to_it() {
		// Two columns, on both sides of the middle of the grid: each is far from the other.
		let area = Area { min: Coordinates::new(-1, 0), max: Coordinates::new(0, 1) };
		let [first, second, third, fourth] =
			[(-1, 0), (-1, 1), (0, 0), (0, 1)].map(|(x, y)| Coordinates::new(x, y).morton());

		assert_eq!(area.next_in_z_order(0), Some(first));
		assert_eq!(area.next_in_z_order(first + 1), Some(second));
		assert_eq!(area.next_in_z_order(second + 1), Some(third));
		assert_eq!(area.next_in_z_order(third + 1), Some(fourth));
		assert_eq!(area.next_in_z_order(fourth + 1), None);
	}

	#[test]
	fn a_site_reads_as_words() {
		let parcel = ParcelId { world: WorldId(0), at: Coordinates::new(1, 2) };

		assert_eq!(Site::Parcel(parcel).to_string(), "parcel 1,2 in world 0");
		assert_eq!(Site::Estate(EstateId(7)).to_string(), "estate 7");
	}

	/// Sites are keys of storage.
	#[test]
	fn the_byte_form_of_a_site_is_fixed() {
		let parcel = ParcelId { world: WorldId(9), at: Coordinates::new(1, -1) };

		assert_eq!(Site::Parcel(parcel).encode(), [3, 9, 0, 0, 0, 1, 0, 255, 255]);
		assert_eq!(Site::Estate(EstateId(7)).encode(), [4, 7, 0, 0, 0]);
	}

	fn any_area() -> impl Strategy<Value = Area> {
		// Most areas should lie across the lines where z-order leaps: the middle is the worst.
		let corner = || prop_oneof![any::<i16>(), -12..12i16];
		(corner(), corner(), 0..12i16, 0..12i16).prop_map(|(x, y, width, height)| Area {
			min: Coordinates { x, y },
			max: Coordinates { x: x.saturating_add(width), y: y.saturating_add(height) },
		})
	}

	proptest! {
		#[test]
		fn z_order_is_one_to_one(x: i16, y: i16) {
			let at = Coordinates { x, y };
			prop_assert_eq!(Coordinates::from_morton(at.morton()), at);
		}

		#[test]
		fn an_area_has_as_many_places_as_its_size(area in any_area()) {
			let places: Vec<_> = area.places().collect();

			prop_assert_eq!(u64::try_from(places.len()), Ok(area.size()));
			prop_assert!(places.iter().all(|at| area.contains(*at)));
		}

		#[test]
		fn the_next_in_z_order_is_the_smallest_of_all_that_follow(
			area in any_area(),
			anywhere: u32,
			near in any::<prop::sample::Index>(),
			step in 0..70u32,
		) {
			let codes: Vec<u32> = area.places().map(Coordinates::morton).collect();
			let inside = *near.get(&codes);
			let around = [inside.saturating_sub(step), inside, inside.saturating_add(step)];

			for code in around.into_iter().chain([anywhere]) {
				let smallest = codes.iter().copied().filter(|&it| it >= code).min();
				prop_assert_eq!(area.next_in_z_order(code), smallest);
			}
		}

		#[test]
		fn a_walk_in_z_order_meets_every_place_once(area in any_area()) {
			let next = |code: Option<u32>| area.next_in_z_order(code?);
			let walk = core::iter::successors(next(Some(0)), |code| next(code.checked_add(1)));
			let mut codes: Vec<u32> = area.places().map(Coordinates::morton).collect();
			codes.sort_unstable();

			prop_assert_eq!(walk.collect::<Vec<_>>(), codes);
		}
	}
}
