// SPDX-License-Identifier: Apache-2.0

//! RocksDB as a Freehold node has it.
//!
//! The SDK's client lays its columns out and says what is written; how big the tables in memory are,
//! when they go to disk and what is kept of the disk in memory is decided here, by what a column is
//! for. The SDK itself takes all of that from the size of the cache, alike for every chain:
//! [ADR 0035] says what that costs one whose blocks change thousands of records.
//!
//! Files are those of the SDK, of the same version: each opens what the other wrote.
//!
//! [ADR 0035]: ../../../docs/decisions/0035-rocksdb-by-what-a-column-is-for.md

mod nodes;
mod options;
mod store;
mod version;

use sc_client_db::DatabaseSource;
use std::io;

/// What the client is to open in place of `source`: the same, if it is not RocksDB; RocksDB as it is
/// here, if it is. Creates a database where there is none.
///
/// # Errors
/// If the database can't be opened: another process has it, the disk is full or read-only, it is
/// damaged, or its version is another.
pub fn tuned(source: DatabaseSource) -> io::Result<DatabaseSource> {
	let (path, cache_size) = match source {
		DatabaseSource::RocksDb { path, cache_size } => (path, cache_size),
		DatabaseSource::Auto { rocksdb_path, cache_size, .. }
			if version::stored(&rocksdb_path)?.is_some() =>
		{
			(rocksdb_path, cache_size)
		},
		other => return Ok(other),
	};
	let is_new = version::ensure_known(&path)?;
	let store = store::Store::open(&path, cache_size)?;
	if is_new {
		// Only now: a database that could not be opened is none.
		version::write(&path)?;
	}
	Ok(DatabaseSource::Custom { db: sp_database::as_database(store), require_create_flag: is_new })
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_database::Transaction;
	use std::{fs, path::Path};

	const CACHE: usize = 16;

	fn rocksdb(path: &Path) -> DatabaseSource {
		DatabaseSource::RocksDb { path: path.to_owned(), cache_size: CACHE }
	}

	/// Opens it, and says whether the client has to put a chain into it first.
	fn is_new(source: DatabaseSource) -> bool {
		match tuned(source).expect("it opens") {
			DatabaseSource::Custom { require_create_flag, .. } => require_create_flag,
			other => panic!("{other} is the SDK's"),
		}
	}

	#[test]
	fn a_database_is_new_once() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let path = folder.path().join("db");

		assert!(is_new(rocksdb(&path)));
		assert!(!is_new(rocksdb(&path)));
	}

	#[test]
	fn what_is_committed_is_there_when_it_is_opened_again() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let open = || match tuned(rocksdb(folder.path())).expect("it opens") {
			DatabaseSource::Custom { db, .. } => db,
			other => panic!("{other} is the SDK's"),
		};
		let mut transaction = Transaction::new();
		transaction.set(options::STATE, b"kept", b"value");
		transaction.set(options::STATE, b"removed", b"value");
		transaction.set(options::JOURNAL, b"kept", b"of another column");
		open().commit(transaction).expect("it is written");
		let mut transaction = Transaction::new();
		transaction.remove(options::STATE, b"removed");
		open().commit(transaction).expect("it is written");

		let stored = open();
		assert_eq!(stored.get(options::STATE, b"kept"), Some(b"value".to_vec()));
		assert_eq!(stored.get(options::JOURNAL, b"kept"), Some(b"of another column".to_vec()));
		assert_eq!(stored.get(options::STATE, b"removed"), None);
		assert!(stored.contains(options::STATE, b"kept"));
		assert!(!stored.contains(options::STATE, b"removed"));
	}

	#[test]
	fn one_process_has_it_at_a_time() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let _first = tuned(rocksdb(folder.path())).expect("it opens");

		let error = tuned(rocksdb(folder.path())).expect_err("it is taken").to_string();
		assert!(error.contains("lock"), "{error}");
	}

	#[test]
	fn a_database_of_another_version_is_refused_as_it_is() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		fs::write(folder.path().join("db_version"), "5").expect("it is written");

		let error = tuned(rocksdb(folder.path())).expect_err("it is newer").to_string();
		assert_eq!(error, "its version is 5, and this node reads version 4");
		assert_eq!(fs::read_dir(folder.path()).expect("it is a folder").count(), 1);
	}

	#[test]
	fn other_databases_are_left_to_the_sdk() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let (rocksdb_path, paritydb_path) = (folder.path().join("r"), folder.path().join("p"));

		let parity = DatabaseSource::ParityDb { path: paritydb_path.clone() };
		assert!(matches!(tuned(parity), Ok(DatabaseSource::ParityDb { .. })));
		let auto = || DatabaseSource::Auto {
			paritydb_path: paritydb_path.clone(),
			rocksdb_path: rocksdb_path.clone(),
			cache_size: CACHE,
		};
		assert!(matches!(tuned(auto()), Ok(DatabaseSource::Auto { .. })));
		assert!(is_new(rocksdb(&rocksdb_path)));
		assert!(!is_new(auto()), "there is one of RocksDB now, and so it is taken");
	}
}
