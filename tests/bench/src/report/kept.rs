// SPDX-License-Identifier: Apache-2.0

//! Reads the figures that parts left.

use crate::{
	part::{self, Part},
	Result,
};
use serde::de::DeserializeOwned;
use std::{fs, io::ErrorKind, path::Path};

/// What the part left; none if it was not run.
pub fn read<Figures: DeserializeOwned>(folder: &Path, name: &str) -> Result<Option<Part<Figures>>> {
	let path = part::file(folder, name);
	let text = match fs::read_to_string(&path) {
		Ok(text) => text,
		Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(format!("can't read {}: {error}", path.display())),
	};
	serde_json::from_str(&text).map(Some).map_err(|error| {
		format!("{} is of another version, run the part again: {error}", path.display())
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Scale;

	#[test]
	fn a_part_is_read_as_it_was_written() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let part = Part {
			date: "2026-11-30".into(),
			machine: "a machine".into(),
			scale: Scale::Quick,
			figures: vec![1, 2],
		};
		part.write(folder.path(), "some").expect("it can be written");

		let some: Part<Vec<u32>> =
			read(folder.path(), "some").expect("it can be read").expect("it is there");
		assert_eq!((some.figures, some.scale), (vec![1, 2], Scale::Quick));
		assert!(read::<Vec<u32>>(folder.path(), "other").expect("nothing is no error").is_none());
		assert!(read::<String>(folder.path(), "some").is_err());
	}
}
