// SPDX-License-Identifier: Apache-2.0
//! Genesis City, a real land map of 301 by 301 parcels, from the CSV files in the folder
//! `genesis-city` of `FREEHOLD_DATA`; by default, of `shared/data` beside the workspace. The files
//! are no part of this repository: without them there is no city.

use freehold_primitives::{
	ground::connected_order,
	land::{Area, Coordinates, Zone},
};
use std::{
	collections::{BTreeMap, BTreeSet, HashMap},
	env, fs,
	path::PathBuf,
};

/// The map's grid.
pub const BOUNDS: Area =
	Area { min: Coordinates::new(-150, -150), max: Coordinates::new(150, 150) };

/// The map: what each place is for, and who gave how much land to which district.
pub struct City {
	/// Every place, in the order of the file.
	pub parcels: Vec<(Coordinates, Zone)>,
	/// How many places of each zone there are by the list of districts, which counts them itself.
	pub counts: BTreeMap<Zone, usize>,
	/// The districts, in the order of their list.
	pub districts: Vec<District>,
	/// Who contributed land, in the order of that list.
	pub contributors: Vec<Contributor>,
}

/// A named part of the city.
pub struct District {
	/// Its name.
	pub name: String,
	/// What all of it is for.
	pub zone: Zone,
	/// Where it is.
	pub places: BTreeSet<Coordinates>,
}

/// Somebody who gave land to districts.
pub struct Contributor {
	/// An account of another chain, which stands for a person here.
	pub address: String,
	/// How many parcels of which district, by its place in the list; some are named twice.
	pub shares: Vec<(usize, usize)>,
}

/// Which place goes to which contributor, by the place in their list.
pub type Allotment = Vec<(Coordinates, usize)>;

impl City {
	/// Reads the map; none, and a note of it, if there are no files.
	///
	/// # Panics
	/// If the files are there but are not the map.
	pub fn load() -> Option<Self> {
		let folder = folder();
		let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
		let files = (read("districts.csv"), read("parcels.csv"), read("contributions.csv"));
		let (Some(districts), Some(parcels), Some(contributions)) = files else {
			println!("Genesis City is not in {}: skipped", folder.display());
			return None;
		};
		let listed: Vec<Listed<'_>> = districts.lines().skip(1).map(district).collect();
		let by_id: HashMap<_, _> = (0..).zip(&listed).map(|(place, it)| (it.id, place)).collect();
		let mut districts: Vec<_> = listed.iter().map(Listed::empty).collect();
		let parcels = parcels
			.lines()
			.skip(1)
			.map(|row| {
				let (at, id) = parcel(row);
				let Some(id) = id else { return (at, Zone::Residential) };
				let district = &mut districts[place_of(&by_id, id)];
				district.places.insert(at);
				(at, district.zone)
			})
			.collect();
		let contributors = contributors(&contributions, &by_id);
		Some(Self { parcels, counts: counts(&listed), districts, contributors })
	}

	/// Whose each contributed place is. Row by row, contributors get the next places of their
	/// district, in the order of [`District::order`]; where a district has fewer than it was given,
	/// the next homes of the map.
	pub fn allotment(&self) -> Allotment {
		let orders = self.districts.iter().map(|district| district.order().into_iter());
		let mut ground: Vec<_> = orders.collect();
		let homes = self.parcels.iter().filter(|(_, zone)| *zone == Zone::Residential);
		let mut homes = homes.map(|(at, _)| *at);
		let mut allotment = Allotment::new();
		for (owner, contributor) in self.contributors.iter().enumerate() {
			for &(district, parcels) in &contributor.shares {
				for _ in 0..parcels {
					let at = ground[district].next().or_else(|| homes.next());
					allotment.push((at.expect("there are more homes than are missing"), owner));
				}
			}
		}
		allotment
	}

	/// How many parcels each district was given, by its place in the list.
	pub fn given(&self) -> Vec<usize> {
		let mut given = vec![0; self.districts.len()];
		for &(district, parcels) in self.contributors.iter().flat_map(|it| &it.shares) {
			given[district] += parcels;
		}
		given
	}
}

impl District {
	/// The pieces that it is in, each in an order of which every beginning hangs together.
	pub fn pieces(&self) -> Vec<Vec<Coordinates>> {
		let mut rest = self.places.clone();
		let mut pieces = Vec::new();
		while !rest.is_empty() {
			let piece = connected_order(&rest);
			for at in &piece {
				rest.remove(at);
			}
			pieces.push(piece);
		}
		pieces
	}

	/// All its places, piece by piece.
	pub fn order(&self) -> Vec<Coordinates> {
		self.pieces().concat()
	}
}

impl Contributor {
	/// How many parcels in all.
	pub fn parcels(&self) -> usize {
		self.shares.iter().map(|(_, parcels)| parcels).sum()
	}
}

/// The folder that the files are in, or would be.
pub fn folder() -> PathBuf {
	let data = env::var_os("FREEHOLD_DATA").map(PathBuf::from).unwrap_or_else(|| {
		PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data"))
	});
	data.join("genesis-city")
}

/// A row of the list of districts.
struct Listed<'a> {
	id: &'a str,
	name: &'a str,
	parcels: usize,
}

impl Listed<'_> {
	fn zone(&self) -> Zone {
		match self.name {
			"Road" => Zone::Road,
			name if name.ends_with("Plaza") => Zone::Plaza,
			_ => Zone::Commercial,
		}
	}

	fn empty(&self) -> District {
		District { name: self.name.into(), zone: self.zone(), places: BTreeSet::new() }
	}
}

/// A row of districts.csv: id, name, number of parcels. No name has a comma.
fn district(row: &str) -> Listed<'_> {
	let fields: Vec<_> = row.split(',').collect();
	let &[id, name, parcels] = &fields[..] else { panic!("not a district: {row}") };
	Listed { id, name, parcels: number(parcels) }
}

/// A row of parcels.csv: x, y, the district's id or nothing, and distances.
fn parcel(row: &str) -> (Coordinates, Option<&str>) {
	let fields: Vec<_> = row.split(',').collect();
	let &[x, y, district, ..] = &fields[..] else { panic!("not a parcel: {row}") };
	(Coordinates::new(number(x), number(y)), Some(district).filter(|id| !id.is_empty()))
}

/// Rows of contributions.csv: an address, a district's id, number of parcels.
fn contributors(rows: &str, by_id: &HashMap<&str, usize>) -> Vec<Contributor> {
	let mut contributors = Vec::<Contributor>::new();
	let mut known = HashMap::<&str, usize>::new();
	for row in rows.lines().skip(1) {
		let fields: Vec<_> = row.split(',').collect();
		let &[address, id, parcels] = &fields[..] else { panic!("not a contribution: {row}") };
		let place = *known.entry(address).or_insert_with(|| {
			contributors.push(Contributor { address: address.into(), shares: Vec::new() });
			contributors.len() - 1
		});
		contributors[place].shares.push((place_of(by_id, id), number(parcels)));
	}
	contributors
}

fn counts(districts: &[Listed<'_>]) -> BTreeMap<Zone, usize> {
	let mut counts = BTreeMap::<Zone, usize>::new();
	for district in districts {
		*counts.entry(district.zone()).or_default() += district.parcels;
	}
	let in_districts: usize = counts.values().sum();
	let places = usize::try_from(BOUNDS.size()).expect("a city is smaller than memory");
	counts.insert(Zone::Residential, places - in_districts);
	counts
}

fn place_of(by_id: &HashMap<&str, usize>, id: &str) -> usize {
	*by_id.get(id).unwrap_or_else(|| panic!("no such district: {id}"))
}

fn number<N: std::str::FromStr>(field: &str) -> N {
	field.parse().unwrap_or_else(|_| panic!("not a number: {field}"))
}
