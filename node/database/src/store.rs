// SPDX-License-Identifier: Apache-2.0

//! Columns of a RocksDB database, as what the SDK's adapter takes.

use crate::{nodes::Nodes, options};
use kvdb::{end_prefix, DBKey, DBKeyValue, DBOp, DBTransaction, DBValue, KeyValueDB};
use rocksdb::{ColumnFamily, Direction, IteratorMode, ReadOptions, WriteBatch, DB};
use std::{
	io, iter,
	path::Path,
	sync::{Mutex, PoisonError},
};

/// An open database.
pub struct Store {
	database: DB,
	/// By their numbers.
	names: Vec<String>,
	reading: ReadOptions,
	nodes: Nodes,
	/// Held by who writes to the state: so nodes are kept in the order in which they were written.
	writing: Mutex<()>,
}

/// Records one after the other.
type Records<'a> = Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a>;

impl Store {
	/// Opens the database in this folder, or creates one, with so many MiB of cache.
	pub fn open(path: &Path, cache_size: usize) -> io::Result<Self> {
		let (nodes, files) = options::shares(cache_size);
		let database = options::database()
			.and_then(|database| DB::open_cf_descriptors(&database, path, options::columns(files)))
			.map_err(io::Error::other)?;
		Ok(Self {
			database,
			names: options::names().collect(),
			reading: options::reading(),
			nodes: Nodes::new(nodes),
			writing: Mutex::default(),
		})
	}

	fn column(&self, number: u32) -> io::Result<&ColumnFamily> {
		let found = self.names.get(number as usize).and_then(|name| self.database.cf_handle(name));
		found.ok_or_else(|| io::Error::other(format!("there is no column {number}")))
	}

	/// What RocksDB has at this key.
	fn read(&self, column: u32, key: &[u8]) -> io::Result<Option<DBValue>> {
		let column = self.column(column)?;
		let found = self.database.get_pinned_cf_opt(column, key, &self.reading);
		Ok(found.map_err(io::Error::other)?.map(|value| value.to_vec()))
	}

	/// Those whose keys begin so, in the order of keys.
	fn records<'a>(&'a self, column: u32, prefix: &'a [u8]) -> io::Result<Records<'a>> {
		let mut reading = options::reading();
		if let Some(end) = end_prefix(prefix) {
			reading.set_iterate_upper_bound(end);
		}
		let from = IteratorMode::From(prefix, Direction::Forward);
		let records = self.database.iterator_cf_opt(self.column(column)?, reading, from);
		Ok(Box::new(records.map(|record| {
			let (key, value) = record.map_err(io::Error::other)?;
			Ok((DBKey::from_slice(&key), value.into_vec()))
		})))
	}
}

/// Puts what is to be done in the order of keys, as RocksDB's tables in memory take neighbours quicker
/// one after the other. What is done to one key stays in its order, and so does what is done to all of
/// a prefix.
fn sort(ops: &mut [DBOp]) {
	for some in ops.split_mut(|op| matches!(op, DBOp::DeletePrefix { .. })) {
		some.sort_by(|one, other| (one.col(), one.key()).cmp(&(other.col(), other.key())));
	}
}

impl KeyValueDB for Store {
	fn get(&self, column: u32, key: &[u8]) -> io::Result<Option<DBValue>> {
		if column == options::STATE {
			self.nodes.get(key, || self.read(column, key))
		} else {
			self.read(column, key)
		}
	}

	fn get_by_prefix(&self, column: u32, prefix: &[u8]) -> io::Result<Option<DBValue>> {
		let first = self.records(column, prefix)?.next().transpose()?;
		Ok(first.map(|(_, value)| value))
	}

	fn write(&self, mut transaction: DBTransaction) -> io::Result<()> {
		sort(&mut transaction.ops);
		let changes_state = transaction.ops.iter().any(|op| op.col() == options::STATE);
		let _alone =
			changes_state.then(|| self.writing.lock().unwrap_or_else(PoisonError::into_inner));
		let mut batch = WriteBatch::default();
		for op in &transaction.ops {
			let column = self.column(op.col())?;
			match op {
				DBOp::Insert { key, value, .. } => batch.put_cf(column, key, value),
				DBOp::Delete { key, .. } => batch.delete_cf(column, key),
				DBOp::DeletePrefix { col, prefix } => {
					for record in self.records(*col, prefix)? {
						batch.delete_cf(column, record?.0);
					}
				},
			}
		}
		self.database.write(batch).map_err(io::Error::other)?;
		// Not before: who reads meanwhile would put back what is written over.
		for op in transaction.ops.iter().filter(|op| op.col() == options::STATE) {
			match op {
				DBOp::Insert { key, value, .. } => self.nodes.keep(key, value),
				DBOp::Delete { key, .. } => self.nodes.forget(key),
				DBOp::DeletePrefix { .. } => self.nodes.clear(),
			}
		}
		Ok(())
	}

	fn iter<'a>(&'a self, column: u32) -> Records<'a> {
		self.iter_with_prefix(column, &[])
	}

	fn iter_with_prefix<'a>(&'a self, column: u32, prefix: &'a [u8]) -> Records<'a> {
		self.records(column, prefix)
			.unwrap_or_else(|error| Box::new(iter::once(Err(error))))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::options::STATE;
	use std::{
		sync::atomic::{AtomicU64, Ordering},
		thread,
	};

	fn store(folder: &Path, keys: &[&[u8]]) -> Store {
		let store = Store::open(folder, 16).expect("it opens");
		let mut transaction = store.transaction();
		for key in keys {
			transaction.put(STATE, key, &[key, &b" value"[..]].concat());
		}
		store.write(transaction).expect("it is written");
		store
	}

	fn keys(records: Records<'_>) -> Vec<Vec<u8>> {
		records.map(|record| record.expect("it can be read").0.to_vec()).collect()
	}

	#[test]
	fn records_come_in_the_order_of_their_keys_and_end_with_their_prefix() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[b"b", b"ab", b"a\xff", b"aa", b"\xff\xff", b"\xff"]);

		assert_eq!(keys(store.iter_with_prefix(STATE, b"a")), [&b"aa"[..], b"ab", b"a\xff"]);
		assert_eq!(keys(store.iter_with_prefix(STATE, b"\xff")), [&b"\xff"[..], b"\xff\xff"]);
		assert_eq!(keys(store.iter(STATE)).len(), 6);
		assert_eq!(
			store.get_by_prefix(STATE, b"a").expect("it is read"),
			Some(b"aa value".to_vec())
		);
		assert_eq!(store.get_by_prefix(STATE, b"c").expect("it is read"), None);
	}

	#[test]
	fn what_begins_so_is_deleted_and_nothing_else() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[b"\xfe", b"\xff", b"\xff\x00", b"\xff\xff"]);
		let mut transaction = store.transaction();
		transaction.delete_prefix(STATE, b"\xff");
		store.write(transaction).expect("it is written");

		assert_eq!(keys(store.iter(STATE)), [b"\xfe"]);
	}

	#[test]
	fn what_is_written_to_one_key_is_written_in_its_order() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[b"b", b"prefixed"]);
		let mut transaction = store.transaction();
		transaction.put(STATE, b"b", b"first");
		transaction.put(STATE, b"a", b"first");
		transaction.delete(STATE, b"c");
		transaction.delete_prefix(STATE, b"pre");
		transaction.put(STATE, b"prefixed", b"last");
		transaction.delete(STATE, b"b");
		transaction.put(STATE, b"c", b"last");
		transaction.put(STATE, b"a", b"last");
		store.write(transaction).expect("it is written");

		let written: Vec<_> =
			store.iter(STATE).map(|record| record.expect("it can be read").1).collect();
		assert_eq!(written, [b"last"; 3]);
		for (key, value) in [(&b"a"[..], Some(b"last".to_vec())), (b"b", None)] {
			assert_eq!(store.get(STATE, key).expect("it is read"), value);
		}
	}

	#[test]
	fn what_was_read_of_the_state_is_what_was_written_last() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[b"changed", b"deleted", b"prefixed", b"untouched"]);
		let get = |key: &[u8]| store.get(STATE, key).expect("it is read");
		for key in [&b"changed"[..], b"deleted", b"prefixed", b"untouched"] {
			assert_eq!(get(key), Some([key, b" value"].concat()));
		}

		let mut transaction = store.transaction();
		transaction.put(STATE, b"changed", b"new value");
		transaction.delete(STATE, b"deleted");
		store.write(transaction).expect("it is written");
		assert_eq!(get(b"changed"), Some(b"new value".to_vec()));
		assert_eq!(get(b"deleted"), None);

		let mut transaction = store.transaction();
		transaction.delete_prefix(STATE, b"pre");
		store.write(transaction).expect("it is written");
		assert_eq!(get(b"prefixed"), None);
		assert_eq!(get(b"untouched"), Some(b"untouched value".to_vec()));
	}

	#[test]
	fn who_reads_the_state_after_a_write_sees_it_whoever_reads_meanwhile() {
		const WRITES: u64 = 2_000;
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[]);
		let written = AtomicU64::new(0);
		let read = || {
			let at_least = written.load(Ordering::SeqCst);
			let value = store.get(STATE, b"key").expect("it is read");
			let value =
				value.map_or(0, |value| u64::from_le_bytes(value.try_into().expect("8 bytes")));
			assert!(value >= at_least, "{value} was read, and {at_least} written before");
		};
		thread::scope(|scope| {
			for _ in 0..3 {
				scope.spawn(|| {
					while written.load(Ordering::SeqCst) < WRITES {
						read();
					}
				});
			}
			for number in 1..=WRITES {
				let mut transaction = store.transaction();
				transaction.put(STATE, b"key", &number.to_le_bytes());
				store.write(transaction).expect("it is written");
				written.store(number, Ordering::SeqCst);
				read();
			}
		});
	}

	#[test]
	fn a_column_that_is_not_there_is_an_error_and_nothing_is_written() {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = store(folder.path(), &[]);
		let mut transaction = store.transaction();
		transaction.put(STATE, b"key", b"value");
		transaction.put(99, b"key", b"value");

		let error = store.write(transaction).expect_err("there are 13").to_string();
		assert_eq!(error, "there is no column 99");
		assert_eq!(store.get(STATE, b"key").expect("it is read"), None);
		assert!(store.get(99, b"key").is_err());
		assert!(store.iter(99).next().is_some_and(|record| record.is_err()));
	}
}
