// SPDX-License-Identifier: Apache-2.0
//! Draws a scene: pixels from plots, nothing else.

use super::{
	colour::{self, Colour},
	legend::{Legend, MOST_COLUMNS, MOST_ROWS},
	scene::{Plot, Scene},
};
use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::{Area, Coordinates, Zone},
};
use image::RgbImage;
use std::collections::BTreeMap;

/// How many pixels lie between the lines of hatchings.
const HATCH: u32 = 4;
/// Pixels of each side of a swatch.
const SWATCH: u32 = 16;
/// Pixels between swatches.
const GAP: u32 = 8;
/// Tiles below this have no room for lines, marks and hatchings.
const SMALLEST_OUTLINED: u32 = 3;

/// Which sides of a tile have a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edges {
	north: bool,
	east: bool,
	south: bool,
	west: bool,
}

impl Edges {
	pub const ALL: Self = Self { north: true, east: true, south: true, west: true };
}

/// How a place looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
	pub fill: Colour,
	pub edges: Edges,
	pub is_let: bool,
	pub is_listed: bool,
	pub is_for_sale: bool,
}

impl Tile {
	/// A place without a parcel.
	pub const EMPTY: Self = Self {
		fill: colour::EMPTY,
		edges: Edges { north: false, east: false, south: false, west: false },
		is_let: false,
		is_listed: false,
		is_for_sale: false,
	};

	/// A place with a parcel, without any sign.
	pub fn filled(zone: Zone, owner: AvatarId) -> Self {
		Self { fill: colour::of(zone, owner), ..Self::EMPTY }
	}

	fn of(plot: &Plot, edges: Edges) -> Self {
		let Plot { zone, owner, is_let, is_listed, .. } = *plot;
		Self { edges, is_let, is_listed, ..Self::filled(zone, owner) }
	}
}

/// The most pixels that a picture of the area has, with its legend.
pub fn most_pixels(area: Area, scale: u32) -> u64 {
	let side = |min: i16, max: i16| {
		u64::from(max.abs_diff(min)).saturating_add(1).saturating_mul(scale.into())
	};
	let legend = |swatches: u32| u64::from(GAP + swatches * (SWATCH + GAP));
	let width = side(area.min.x, area.max.x).max(legend(MOST_COLUMNS));
	let height = side(area.min.y, area.max.y).saturating_add(legend(MOST_ROWS));
	width.saturating_mul(height)
}

/// Draws the scene with so many pixels for the side of a parcel, and the legend below. North is
/// up.
pub fn draw(scene: &Scene, legend: &Legend, scale: u32) -> RgbImage {
	let Area { min, max } = scene.area;
	let side = |min: i16, max: i16| u32::from(max.abs_diff(min)) + 1;
	let (width, height) = (side(min.x, max.x) * scale, side(min.y, max.y) * scale);
	let swatches = u32::try_from(legend.longest()).unwrap_or_default();
	let rows = u32::try_from(legend.rows().count()).unwrap_or_default();
	let full_width = width.max(GAP + swatches * (SWATCH + GAP));
	let full_height = height + GAP + rows * (SWATCH + GAP);
	let mut picture = RgbImage::from_pixel(full_width, full_height, colour::EMPTY);

	let corner = |at: Coordinates| {
		let east = u32::from(at.x.abs_diff(min.x));
		let south = u32::from(max.y.abs_diff(at.y));
		(east * scale, south * scale)
	};
	// Sales first: a parcel that was issued since covers what is for sale.
	let for_sale = Tile { is_for_sale: true, ..Tile::EMPTY };
	for sale in scene.sales.iter().filter_map(|sale| common(*sale, scene.area)) {
		for at in sale.places() {
			paint(&mut picture, corner(at), scale, for_sale);
		}
	}
	let estates: BTreeMap<Coordinates, EstateId> =
		scene.plots.iter().filter_map(|plot| Some((plot.at, plot.estate?))).collect();
	for plot in scene.shown() {
		let tile = Tile::of(plot, edges(plot, &estates));
		paint(&mut picture, corner(plot.at), scale, tile);
	}
	for (row, tiles) in (0u32..).zip(legend.rows()) {
		for (column, tile) in (0u32..).zip(tiles) {
			let x = GAP + column * (SWATCH + GAP);
			let y = height + GAP + row * (SWATCH + GAP);
			paint(&mut picture, (x, y), SWATCH, tile);
		}
	}
	picture
}

/// What two areas have in common.
fn common(a: Area, b: Area) -> Option<Area> {
	let min = Coordinates { x: a.min.x.max(b.min.x), y: a.min.y.max(b.min.y) };
	let max = Coordinates { x: a.max.x.min(b.max.x), y: a.max.y.min(b.max.y) };
	Area::new(min, max)
}

/// The sides on which the plot's estate ends.
fn edges(plot: &Plot, estates: &BTreeMap<Coordinates, EstateId>) -> Edges {
	if plot.estate.is_none() {
		return Edges::default();
	}
	let Coordinates { x, y } = plot.at;
	let ends = |x: Option<i16>, y: Option<i16>| {
		let neighbour = x.zip(y).map(|(x, y)| Coordinates { x, y });
		neighbour.and_then(|at| estates.get(&at)).copied() != plot.estate
	};
	Edges {
		north: ends(Some(x), y.checked_add(1)),
		east: ends(x.checked_add(1), Some(y)),
		south: ends(Some(x), y.checked_sub(1)),
		west: ends(x.checked_sub(1), Some(y)),
	}
}

/// Paints a tile with its north-western pixel there.
fn paint(picture: &mut RgbImage, (left, top): (u32, u32), size: u32, tile: Tile) {
	for down in 0..size {
		for right in 0..size {
			let (x, y) = (left + right, top + down);
			picture.put_pixel(x, y, pixel(tile, size, right, down, x, y));
		}
	}
}

/// The colour of a pixel of a tile. Hatchings go by the place in the picture, so that they run on
/// from tile to tile.
fn pixel(tile: Tile, size: u32, right: u32, down: u32, x: u32, y: u32) -> Colour {
	if size < SMALLEST_OUTLINED {
		return tile.fill;
	}
	let line = (size / 8).max(1);
	let Edges { north, east, south, west } = tile.edges;
	let last = size - 1;
	let is_outline = (north && down < line)
		|| (south && last - down < line)
		|| (west && right < line)
		|| (east && last - right < line);
	let marked = size / 3..=(size / 3).max(last - size / 3);
	if is_outline {
		colour::OUTLINE
	} else if tile.is_listed && marked.contains(&right) && marked.contains(&down) {
		colour::LISTED
	} else if tile.is_let && (x + y).is_multiple_of(HATCH) {
		colour::LET
	} else if tile.is_for_sale && x % HATCH == y % HATCH {
		colour::FOR_SALE
	} else {
		tile.fill
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const SCALE: u32 = 8;

	fn at(x: i16, y: i16) -> Coordinates {
		Coordinates { x, y }
	}

	fn plot(x: i16, y: i16) -> Plot {
		Plot {
			at: at(x, y),
			zone: Zone::Residential,
			owner: AvatarId(1),
			estate: None,
			is_let: false,
			is_listed: false,
		}
	}

	/// Two columns and two rows around the origin.
	fn scene(plots: Vec<Plot>) -> Scene {
		Scene { area: Area { min: at(-1, -1), max: at(0, 0) }, plots, sales: Vec::new() }
	}

	fn picture(scene: &Scene, scale: u32) -> RgbImage {
		draw(scene, &Legend::of(scene), scale)
	}

	/// The pixels of the tile in this column from the west and row from the north.
	fn tile(picture: &RgbImage, column: u32, row: u32, scale: u32) -> Vec<Colour> {
		let pixels = (0..scale).flat_map(|y| (0..scale).map(move |x| (x, y)));
		pixels
			.map(|(x, y)| *picture.get_pixel(column * scale + x, row * scale + y))
			.collect()
	}

	#[test]
	fn north_is_up_and_east_to_the_right() {
		let picture = picture(&scene(vec![plot(-1, 0)]), SCALE);
		let colour = colour::of(Zone::Residential, AvatarId(1));

		assert!(tile(&picture, 0, 0, SCALE).iter().all(|it| *it == colour));
		for (column, row) in [(1, 0), (0, 1), (1, 1)] {
			assert!(tile(&picture, column, row, SCALE).iter().all(|it| *it == colour::EMPTY));
		}
	}

	#[test]
	fn an_estate_has_a_line_around_it_and_none_through_it() {
		let estate = Some(EstateId(7));
		let plots = [plot(-1, 0), plot(0, 0)].map(|it| Plot { estate, ..it }).to_vec();

		let picture = picture(&scene(plots), SCALE);

		let inside = colour::of(Zone::Residential, AvatarId(1));
		let row = |y: u32| (0..2 * SCALE).map(move |x| (x, y));
		assert!(row(0).all(|(x, y)| *picture.get_pixel(x, y) == colour::OUTLINE));
		assert!(row(SCALE - 1).all(|(x, y)| *picture.get_pixel(x, y) == colour::OUTLINE));
		assert_eq!(*picture.get_pixel(0, 4), colour::OUTLINE);
		assert_eq!(*picture.get_pixel(2 * SCALE - 1, 4), colour::OUTLINE);
		assert!((1..2 * SCALE - 1).all(|x| *picture.get_pixel(x, 4) == inside));
	}

	#[test]
	fn two_estates_of_one_owner_are_told_apart() {
		let plots = [(plot(-1, 0), 1), (plot(0, 0), 2)]
			.map(|(it, estate)| Plot { estate: Some(EstateId(estate)), ..it })
			.to_vec();

		let picture = picture(&scene(plots), SCALE);

		assert_eq!(*picture.get_pixel(SCALE - 1, 4), colour::OUTLINE);
		assert_eq!(*picture.get_pixel(SCALE, 4), colour::OUTLINE);
	}

	#[test]
	fn what_is_let_is_hatched_across_tiles() {
		let plots = [plot(-1, 0), plot(0, 0)].map(|it| Plot { is_let: true, ..it }).to_vec();

		let picture = picture(&scene(plots), SCALE);

		for y in 0..SCALE {
			for x in 0..2 * SCALE {
				let is_line = *picture.get_pixel(x, y) == colour::LET;
				assert_eq!(is_line, (x + y).is_multiple_of(HATCH), "{x},{y}");
			}
		}
	}

	#[test]
	fn what_is_listed_has_a_mark_in_its_middle() {
		let plots = vec![Plot { is_listed: true, ..plot(-1, 0) }];

		let picture = picture(&scene(plots), SCALE);

		assert_eq!(*picture.get_pixel(SCALE / 2, SCALE / 2), colour::LISTED);
		assert_ne!(*picture.get_pixel(0, 0), colour::LISTED);
		let marked = tile(&picture, 0, 0, SCALE);
		assert_eq!(marked.iter().filter(|it| **it == colour::LISTED).count(), 16);
	}

	#[test]
	fn only_what_was_not_issued_is_for_sale() {
		let mut scene = scene(vec![plot(-1, 0)]);
		// It reaches beyond the picture.
		scene.sales.push(Area { min: at(-9, 0), max: at(9, 9) });

		let picture = picture(&scene, SCALE);

		let hatched = |column, row| tile(&picture, column, row, SCALE).contains(&colour::FOR_SALE);
		assert!(!hatched(0, 0));
		assert!(hatched(1, 0));
		assert!(!hatched(0, 1) && !hatched(1, 1));
	}

	#[test]
	fn the_smallest_scale_shows_owners_only() {
		let estate = Some(EstateId(7));
		let plots = [plot(-1, 0), plot(0, 0)]
			.map(|it| Plot { estate, is_let: true, is_listed: true, ..it })
			.to_vec();
		let mut scene = scene(plots);
		scene.sales.push(Area { min: at(-1, -1), max: at(0, -1) });

		for scale in [1, 2] {
			let picture = picture(&scene, scale);

			let inside = colour::of(Zone::Residential, AvatarId(1));
			for column in [0, 1] {
				assert!(tile(&picture, column, 0, scale).iter().all(|it| *it == inside));
				assert!(tile(&picture, column, 1, scale).iter().all(|it| *it == colour::EMPTY));
			}
		}
	}

	#[test]
	fn an_estate_that_goes_on_beyond_the_picture_has_no_line_there() {
		let estate = Some(EstateId(7));
		let plots = [plot(0, 0), plot(1, 0)].map(|it| Plot { estate, ..it }).to_vec();
		let scene = scene(plots);

		let picture = picture(&scene, SCALE);

		let inside = colour::of(Zone::Residential, AvatarId(1));
		assert_eq!(*picture.get_pixel(SCALE, 4), colour::OUTLINE);
		assert_eq!(*picture.get_pixel(2 * SCALE - 1, 4), inside);
		assert_eq!(scene.shown().count(), 1);
	}

	#[test]
	fn no_picture_is_larger_than_was_reckoned() {
		let scene = scene(vec![plot(-1, 0)]);

		for scale in [1, SCALE, 64, 200] {
			let (width, height) = picture(&scene, scale).dimensions();
			let most = most_pixels(scene.area, scale);
			assert_eq!(u64::from(width) * u64::from(height), most);
		}
	}

	#[test]
	fn the_legend_is_below_the_map() {
		let scene = scene(vec![plot(-1, 0)]);

		let picture = picture(&scene, SCALE);

		let map = 2 * SCALE;
		assert_eq!(picture.height(), map + GAP + 2 * (SWATCH + GAP));
		assert_eq!(picture.width(), GAP + 10 * (SWATCH + GAP));
		// The first swatch is that of open land, the first of the second row that of the owner.
		let swatch = |row: u32| *picture.get_pixel(GAP + 1, map + GAP + row * (SWATCH + GAP) + 1);
		assert_eq!(swatch(0), colour::of(Zone::Open, AvatarId(0)));
		assert_eq!(swatch(1), colour::of(Zone::Residential, AvatarId(1)));
	}
}
