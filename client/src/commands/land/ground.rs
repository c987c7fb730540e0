// SPDX-License-Identifier: Apache-2.0
use super::{
	files::{flawed, open},
	plan::read_ground,
};
use crate::{arguments::Window, failure::Failure, parse};
use clap::Args;
use freehold_primitives::land::Coordinates;
use std::{collections::BTreeSet, path::PathBuf};

/// Most places: those of the largest estate.
const MOST: u64 = 16_384;

/// Places, named one by one, in a file, as a rectangle, or all of these together.
#[derive(Args)]
pub struct Ground {
	/// A place, such as -3,4; may be repeated.
	#[arg(
		long = "at",
		value_name = "X,Y",
		value_parser = parse::coordinates,
		allow_hyphen_values = true
	)]
	places: Vec<Coordinates>,
	/// CSV with columns x and y.
	#[arg(long, value_name = "FILE")]
	file: Option<PathBuf>,
	#[command(flatten)]
	window: Window,
}

impl Ground {
	pub fn places(&self) -> Result<BTreeSet<Coordinates>, Failure> {
		let mut places: BTreeSet<Coordinates> = self.places.iter().copied().collect();
		if let Some(path) = &self.file {
			places.extend(read_ground(open(path)?).map_err(|flaws| flawed(path, &flaws))?);
		}
		if let Some(area) = self.window.area()? {
			ensure_few(area.size())?;
			places.extend(area.places());
		}
		if places.is_empty() {
			return Err(Failure::Input(
				"name the places: with --at, with --file, or with --from and --to".into(),
			));
		}
		ensure_few(places.len() as u64)?;
		Ok(places)
	}
}

fn ensure_few(places: u64) -> Result<(), Failure> {
	if places > MOST {
		return Err(Failure::Input(format!(
			"these are {places} places, and no estate has more than {MOST}"
		)));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn more_places_than_an_estate_has_are_bad_input() {
		assert!(ensure_few(MOST).is_ok());
		assert!(matches!(ensure_few(MOST + 1), Err(Failure::Input(_))));
	}
}
