// SPDX-License-Identifier: Apache-2.0
//! Genesis City, a real land map of 301 by 301 parcels, from the CSV files in the folder
//! `genesis-city` of `FREEHOLD_DATA`; by default, of `shared/data` beside the workspace. The files
//! are no part of this repository: without them there is no city.

use freehold_primitives::land::{Area, Coordinates, Zone};
use std::{
	collections::{BTreeMap, HashMap},
	env, fs,
	path::PathBuf,
};

/// The map's grid.
pub const BOUNDS: Area =
	Area { min: Coordinates::new(-150, -150), max: Coordinates::new(150, 150) };

/// The map: what each place is for.
pub struct City {
	/// Every place, in the order of the file.
	pub parcels: Vec<(Coordinates, Zone)>,
	/// How many places of each zone there are by the list of districts, which counts them itself.
	pub counts: BTreeMap<Zone, usize>,
}

impl City {
	/// Reads the map; none, and a note of it, if there are no files.
	///
	/// # Panics
	/// If the files are there but are not the map.
	pub fn load() -> Option<Self> {
		let folder = folder();
		let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
		let (Some(districts), Some(parcels)) = (read("districts.csv"), read("parcels.csv")) else {
			println!("Genesis City is not in {}: skipped", folder.display());
			return None;
		};
		let districts: Vec<_> = districts.lines().skip(1).map(district).collect();
		let zones: HashMap<_, _> = districts.iter().map(|it| (it.id, it.zone())).collect();
		let parcels: Vec<_> = parcels.lines().skip(1).map(|row| parcel(row, &zones)).collect();

		let mut counts = BTreeMap::<Zone, usize>::new();
		for district in &districts {
			*counts.entry(district.zone()).or_default() += district.parcels;
		}
		let in_districts: usize = counts.values().sum();
		let places = usize::try_from(BOUNDS.size()).expect("a city is smaller than memory");
		counts.insert(Zone::Residential, places - in_districts);
		Some(Self { parcels, counts })
	}
}

/// The folder that the files are in, or would be.
pub fn folder() -> PathBuf {
	let data = env::var_os("FREEHOLD_DATA").map(PathBuf::from).unwrap_or_else(|| {
		PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data"))
	});
	data.join("genesis-city")
}

struct District<'a> {
	id: &'a str,
	name: &'a str,
	parcels: usize,
}

impl District<'_> {
	fn zone(&self) -> Zone {
		match self.name {
			"Road" => Zone::Road,
			name if name.ends_with("Plaza") => Zone::Plaza,
			_ => Zone::Commercial,
		}
	}
}

/// A row of districts.csv: id, name, number of parcels. No name has a comma.
fn district(row: &str) -> District<'_> {
	let fields: Vec<_> = row.split(',').collect();
	let &[id, name, parcels] = &fields[..] else { panic!("not a district: {row}") };
	District { id, name, parcels: number(parcels) }
}

/// A row of parcels.csv: x, y, the district's id or nothing, and distances.
fn parcel(row: &str, zones: &HashMap<&str, Zone>) -> (Coordinates, Zone) {
	let fields: Vec<_> = row.split(',').collect();
	let &[x, y, district, ..] = &fields[..] else { panic!("not a parcel: {row}") };
	let zone = match district {
		"" => Zone::Residential,
		id => *zones.get(id).unwrap_or_else(|| panic!("no such district: {row}")),
	};
	(Coordinates::new(number(x), number(y)), zone)
}

fn number<N: std::str::FromStr>(field: &str) -> N {
	field.parse().unwrap_or_else(|_| panic!("not a number: {field}"))
}
