// SPDX-License-Identifier: Apache-2.0
//! What the signs of a map mean: swatches are drawn below it, and told in the same order.

use super::{
	draw::{Edges, Tile},
	scene::Scene,
};
use freehold_primitives::{ids::AvatarId, land::Zone};
use std::{cmp::Reverse, collections::BTreeMap, fmt};

/// How many owners the legend names: those with most parcels.
const OWNERS: usize = 10;

/// Most swatches of a row.
pub const MOST_COLUMNS: u32 = 10;

/// Most rows of swatches.
pub const MOST_ROWS: u32 = 2;

/// Swatches with their meanings, row by row.
pub struct Legend(Vec<Vec<(Tile, String)>>);

impl Legend {
	pub fn of(scene: &Scene) -> Self {
		let mut rows = vec![signs()];
		let owners = owners(scene);
		if !owners.is_empty() {
			rows.push(owners);
		}
		Self(rows)
	}

	/// The swatches, row by row.
	pub fn rows(&self) -> impl Iterator<Item = impl Iterator<Item = Tile> + '_> + '_ {
		self.0.iter().map(|row| row.iter().map(|(tile, _)| *tile))
	}

	/// How many swatches the longest row has.
	pub fn longest(&self) -> usize {
		self.0.iter().map(Vec::len).max().unwrap_or_default()
	}

	/// What the swatches mean, row by row.
	pub fn meanings(&self) -> Vec<Vec<&str>> {
		self.0
			.iter()
			.map(|row| row.iter().map(|(_, meaning)| meaning.as_str()).collect())
			.collect()
	}
}

impl fmt::Display for Legend {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let rows: Vec<String> =
			self.meanings().iter().map(|row| format!("  {}", row.join("; "))).collect();
		f.write_str(&rows.join("\n"))
	}
}

/// An example of each sign.
fn signs() -> Vec<(Tile, String)> {
	let home = Tile::filled(Zone::Residential, AvatarId(0));
	let zones = Zone::ALL.map(|zone| (Tile::filled(zone, AvatarId(0)), zone.to_string()));
	let others = [
		(Tile { edges: Edges::ALL, ..home }, "part of an estate, by its outline"),
		(Tile { is_let: true, ..home }, "let"),
		(Tile { is_listed: true, ..home }, "listed on a market"),
		(Tile { is_for_sale: true, ..Tile::EMPTY }, "for sale by the world"),
		(Tile::EMPTY, "not issued"),
	];
	zones
		.into_iter()
		.chain(others.map(|(tile, meaning)| (tile, meaning.to_owned())))
		.collect()
}

/// The owners with most private parcels, in their colours.
fn owners(scene: &Scene) -> Vec<(Tile, String)> {
	let mut counts: BTreeMap<AvatarId, usize> = BTreeMap::new();
	for plot in scene.shown().filter(|plot| !plot.zone.is_public()) {
		*counts.entry(plot.owner).or_default() += 1;
	}
	let mut counts: Vec<(AvatarId, usize)> = counts.into_iter().collect();
	counts.sort_by_key(|(owner, count)| (Reverse(*count), *owner));
	counts
		.into_iter()
		.take(OWNERS)
		.map(|(owner, count)| {
			let tile = Tile::filled(Zone::Residential, owner);
			(tile, format!("avatar {owner} ({count} parcels)"))
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::{super::scene::Plot, *};
	use freehold_primitives::land::{Area, Coordinates};

	fn plot(x: i16, zone: Zone, owner: u32) -> Plot {
		Plot {
			at: Coordinates::new(x, 0),
			zone,
			owner: AvatarId(owner),
			estate: None,
			is_let: false,
			is_listed: false,
		}
	}

	#[test]
	fn the_largest_owners_come_first_and_roads_do_not_count() {
		let plots = vec![
			plot(0, Zone::Road, 3),
			plot(1, Zone::Road, 3),
			plot(2, Zone::Open, 1),
			plot(3, Zone::Open, 2),
			plot(4, Zone::Residential, 2),
		];
		let area = Area { min: Coordinates::new(0, 0), max: Coordinates::new(4, 0) };

		let legend = Legend::of(&Scene { area, plots, sales: Vec::new() });

		assert_eq!(legend.longest(), MOST_COLUMNS as usize);
		assert_eq!(legend.meanings().len(), MOST_ROWS as usize);
		assert_eq!(legend.meanings()[1], ["avatar 2 (2 parcels)", "avatar 1 (1 parcels)"]);
		assert!(legend.to_string().starts_with("  open; residential; commercial; plaza; road; "));
	}
}
