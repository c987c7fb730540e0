// SPDX-License-Identifier: Apache-2.0
//! Reads plans from CSV files - what is to be issued, given away or joined - and finds everything
//! that is wrong with them.

use crate::parse;
use csv::{Reader, ReaderBuilder, StringRecord, Trim};
use freehold_primitives::{
	ids::AvatarId,
	land::{Area, Coordinates, Zone},
};
use std::{
	collections::{btree_map::Entry, BTreeMap},
	fmt::Display,
	io::Read,
};

/// A line of a file that can't be used, or a file as a whole (line 0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
	pub line: u64,
	pub why: String,
}

impl Flaw {
	fn new(line: u64, why: impl Display) -> Self {
		Self { line, why: why.to_string() }
	}
}

/// Zones of districts by the districts' ids.
pub type Districts = BTreeMap<String, Zone>;

/// Which zone a district has by its name, where no rule is given for the name.
fn zone_of_district(name: &str) -> Zone {
	match name {
		"Road" => Zone::Road,
		_ if name.ends_with("Plaza") => Zone::Plaza,
		_ => Zone::Commercial,
	}
}

/// Reads a file of districts, with columns `district` and `name`. `rules` are names with zones of
/// their own.
pub fn read_districts(file: impl Read, rules: &[(String, Zone)]) -> Result<Districts, Vec<Flaw>> {
	let mut reader = reader(file);
	let header = header(&mut reader)?;
	let (id, name) = (column(&header, "district")?, column(&header, "name")?);
	let (mut districts, mut flaws) = (Districts::new(), Vec::new());
	for record in reader.records() {
		let (line, record) = match read(record) {
			Ok(record) => record,
			Err(flaw) => {
				flaws.push(flaw);
				continue;
			},
		};
		let (id, name) = (field(&record, id), field(&record, name));
		let rule = rules.iter().find(|(ruled, _)| ruled == name).map(|(_, zone)| *zone);
		if id.is_empty() {
			flaws.push(Flaw::new(line, "the id is missing"));
		} else if districts
			.insert(id.into(), rule.unwrap_or_else(|| zone_of_district(name)))
			.is_some()
		{
			flaws.push(Flaw::new(line, format!("district `{id}` was there before")));
		}
	}
	if flaws.is_empty() {
		Ok(districts)
	} else {
		Err(flaws)
	}
}

/// Reads a file of parcels, with columns `x` and `y` and either `zone` or `district`. All flaws
/// are found, not just the first. The parcels are in z-order, as the chain stores them.
pub fn read_parcels(
	file: impl Read,
	bounds: Area,
	districts: Option<&Districts>,
) -> Result<Vec<(Coordinates, Zone)>, Vec<Flaw>> {
	let mut reader = reader(file);
	let header = header(&mut reader)?;
	let use_of = Use::find(&header, districts)?;
	read_places(reader, &header, |at, record| {
		if !bounds.contains(at) {
			return Err(format!("{at} is outside the world, which is {bounds}"));
		}
		use_of.zone(record)
	})
}

/// Reads a file of who gets which parcel, with columns `x`, `y` and `to`, in the same way.
pub fn read_transfers(file: impl Read) -> Result<Vec<(Coordinates, AvatarId)>, Vec<Flaw>> {
	let mut reader = reader(file);
	let header = header(&mut reader)?;
	let to = column(&header, "to")?;
	read_places(reader, &header, |_, record| {
		let text = field(record, to);
		text.parse()
			.map(AvatarId)
			.map_err(|_| format!("`{text}` is not an avatar's number"))
	})
}

/// Reads a file of places, with columns `x` and `y`, in the same way.
pub fn read_ground(file: impl Read) -> Result<Vec<Coordinates>, Vec<Flaw>> {
	let mut reader = reader(file);
	let header = header(&mut reader)?;
	let places = read_places(reader, &header, |_, _| Ok(()))?;
	Ok(places.into_iter().map(|(at, ())| at).collect())
}

/// Reads the places of a file and what `rest` makes of each line. No place may come twice.
fn read_places<T>(
	mut reader: Reader<impl Read>,
	header: &StringRecord,
	rest: impl Fn(Coordinates, &StringRecord) -> Result<T, String>,
) -> Result<Vec<(Coordinates, T)>, Vec<Flaw>> {
	let (x, y) = (column(header, "x")?, column(header, "y")?);
	let mut places: BTreeMap<u32, (u64, Coordinates, T)> = BTreeMap::new();
	let mut flaws = Vec::new();
	for record in reader.records() {
		let place = read(record).and_then(|(line, record)| {
			let flaw = |why: String| Flaw { line, why };
			let number = |column| {
				let text = field(&record, column);
				text.parse::<i16>().map_err(|_| flaw(format!("`{text}` is not a coordinate")))
			};
			let at = Coordinates { x: number(x)?, y: number(y)? };
			Ok((line, at, rest(at, &record).map_err(flaw)?))
		});
		match place {
			Err(flaw) => flaws.push(flaw),
			Ok((line, at, rest)) => match places.entry(at.morton()) {
				Entry::Vacant(place) => {
					place.insert((line, at, rest));
				},
				Entry::Occupied(first) => {
					let first = first.get().0;
					flaws.push(Flaw::new(line, format!("{at} is on line {first} already")));
				},
			},
		}
	}
	if !flaws.is_empty() {
		return Err(flaws);
	}
	Ok(places.into_values().map(|(_, at, rest)| (at, rest)).collect())
}

/// How a parcel's line says what it is for.
enum Use<'a> {
	Zone(usize),
	District(usize, &'a Districts),
}

impl<'a> Use<'a> {
	fn find(header: &StringRecord, districts: Option<&'a Districts>) -> Result<Self, Vec<Flaw>> {
		match (column(header, "zone"), column(header, "district"), districts) {
			(Ok(zone), _, None) => Ok(Self::Zone(zone)),
			(_, Ok(district), Some(districts)) => Ok(Self::District(district, districts)),
			(_, Ok(_), None) => {
				Err(vec![Flaw::new(1, "districts need a file of them: give --districts")])
			},
			(_, Err(_), Some(_)) => Err(vec![Flaw::new(1, "there is no column `district`")]),
			(Err(_), Err(_), None) => {
				Err(vec![Flaw::new(1, "there is neither a column `zone` nor one `district`")])
			},
		}
	}

	fn zone(&self, record: &StringRecord) -> Result<Zone, String> {
		match *self {
			Self::Zone(column) => parse::zone(field(record, column)),
			Self::District(column, districts) => match field(record, column) {
				"" => Ok(Zone::Residential),
				id => {
					districts.get(id).copied().ok_or_else(|| format!("there is no district `{id}`"))
				},
			},
		}
	}
}

fn reader<R: Read>(file: R) -> Reader<R> {
	ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(file)
}

fn header<R: Read>(reader: &mut Reader<R>) -> Result<StringRecord, Vec<Flaw>> {
	reader.headers().cloned().map_err(|reason| vec![Flaw::new(1, reason)])
}

fn column(header: &StringRecord, name: &str) -> Result<usize, Vec<Flaw>> {
	header
		.iter()
		.position(|it| it.eq_ignore_ascii_case(name))
		.ok_or_else(|| vec![Flaw::new(1, format!("there is no column `{name}`"))])
}

fn read(record: csv::Result<StringRecord>) -> Result<(u64, StringRecord), Flaw> {
	match record {
		Ok(record) => Ok((record.position().map_or(0, csv::Position::line), record)),
		Err(reason) => Err(Flaw::new(reason.position().map_or(0, csv::Position::line), &reason)),
	}
}

/// A line may be short: what it lacks is empty.
fn field(record: &StringRecord, column: usize) -> &str {
	record.get(column).unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;

	const BOUNDS: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };

	fn districts() -> Districts {
		let file = "district,name\n1,Road\n2,Genesis Plaza\n3,Fashion Street\n4,Museum\n";
		let rules = [("Museum".to_owned(), Zone::Open)];
		read_districts(file.as_bytes(), &rules).expect("the file is good")
	}

	fn flaws(file: &str, districts: Option<&Districts>) -> Vec<(u64, String)> {
		let flaws = read_parcels(file.as_bytes(), BOUNDS, districts).expect_err("it is bad");
		flaws.into_iter().map(|flaw| (flaw.line, flaw.why)).collect()
	}

	#[test]
	fn districts_are_zones_by_their_names() {
		let zones: Vec<(String, Zone)> = districts().into_iter().collect();

		assert_eq!(
			zones,
			[
				("1".to_owned(), Zone::Road),
				("2".to_owned(), Zone::Plaza),
				("3".to_owned(), Zone::Commercial),
				("4".to_owned(), Zone::Open),
			]
		);
	}

	#[test]
	fn parcels_come_in_z_order() {
		let file = "x,y,zone\n1,1,road\n0,0,open\n-1,-1,plaza\n";

		assert_eq!(
			read_parcels(file.as_bytes(), BOUNDS, None),
			Ok(vec![
				(Coordinates::new(-1, -1), Zone::Plaza),
				(Coordinates::new(0, 0), Zone::Open),
				(Coordinates::new(1, 1), Zone::Road),
			])
		);
	}

	#[test]
	fn a_parcel_without_a_district_is_a_home() {
		let file = "x,y,district\n0,0,\n1,0,2\n0,1\n";

		assert_eq!(
			read_parcels(file.as_bytes(), BOUNDS, Some(&districts())),
			Ok(vec![
				(Coordinates::new(0, 0), Zone::Residential),
				(Coordinates::new(1, 0), Zone::Plaza),
				(Coordinates::new(0, 1), Zone::Residential),
			])
		);
	}

	#[test]
	fn every_bad_line_is_told_with_its_number() {
		let file = "x,y,zone\n0,0,open\nx,0,open\n3,0,open\n0,0,road\n1,1,sea\n2,2,open\n";

		assert_eq!(
			flaws(file, None),
			[
				(3, "`x` is not a coordinate".into()),
				(4, "3,0 is outside the world, which is -2,-2 to 2,2".into()),
				(5, "0,0 is on line 2 already".into()),
				(
					6,
					"`sea` is not a zone: they are open, residential, commercial, plaza, road"
						.to_owned()
				),
			]
		);
	}

	#[test]
	fn an_unknown_district_is_a_flaw() {
		assert_eq!(
			flaws("x,y,district\n0,0,9\n", Some(&districts())),
			[(2, "there is no district `9`".to_owned())]
		);
	}

	#[test]
	fn missing_columns_are_told() {
		for (file, why) in [
			("x,zone\n0,open\n", "there is no column `y`"),
			("x,y\n0,0\n", "there is neither a column `zone` nor one `district`"),
			("x,y,district\n0,0,1\n", "districts need a file of them: give --districts"),
		] {
			assert_eq!(flaws(file, None), [(1, why.to_owned())]);
		}
	}
	#[test]
	fn a_parcel_goes_to_one_avatar() {
		let file = "x,y,to\n1,0,7\n0,0,3\n";
		let (first, second) = (Coordinates::new(0, 0), Coordinates::new(1, 0));

		assert_eq!(
			read_transfers(file.as_bytes()),
			Ok(vec![(first, AvatarId(3)), (second, AvatarId(7))])
		);
		assert_eq!(
			read_transfers("x,y,to\n0,0,3\n0,0,4\n1,0,Bob\n".as_bytes()),
			Err(vec![
				Flaw::new(3, "0,0 is on line 2 already"),
				Flaw::new(4, "`Bob` is not an avatar's number"),
			])
		);
		assert_eq!(
			read_transfers("x,y\n".as_bytes()),
			Err(vec![Flaw::new(1, "there is no column `to`")])
		);
	}

	#[test]
	fn ground_is_places_and_nothing_else() {
		let places = vec![Coordinates::new(0, 0), Coordinates::new(1, 0)];

		assert_eq!(read_ground("name,y,x\na,0,1\nb,0,0\n".as_bytes()), Ok(places));
	}
}
