// SPDX-License-Identifier: Apache-2.0

//! Which version of the columns a database has: a file beside it, as the SDK's client writes it.

use std::{
	fs,
	io::{self, ErrorKind},
	path::Path,
};

/// Its name, and what it says. Both are those of `sc-client-db` 0.55.
const FILE: &str = "db_version";
const VERSION: &str = "4";

/// What the file says, if there is a database.
pub fn stored(database: &Path) -> io::Result<Option<String>> {
	match fs::read_to_string(database.join(FILE)) {
		Ok(version) => Ok(Some(version)),
		Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
		Err(error) => Err(error),
	}
}

/// Makes sure that what is there can be read. Says whether there is nothing yet.
pub fn ensure_known(database: &Path) -> io::Result<bool> {
	match stored(database)? {
		None => Ok(true),
		Some(version) if version.trim() == VERSION => Ok(false),
		Some(version) => Err(io::Error::other(format!(
			"its version is {}, and this node reads version {VERSION}",
			version.trim()
		))),
	}
}

/// Notes the version of a database that was created.
pub fn write(database: &Path) -> io::Result<()> {
	fs::write(database.join(FILE), VERSION)
}
