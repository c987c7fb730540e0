// SPDX-License-Identifier: Apache-2.0

//! Nodes of the state's trie that were read or written lately, as bytes. ADR 0036 says what they are
//! for beside RocksDB's own cache.

use kvdb::DBValue;
use quick_cache::{
	sync::{Cache, DefaultLifecycle, GuardResult},
	OptionsBuilder, Weighter,
};
use std::{io, sync::Arc};

/// Bytes that a node takes here beside its key and itself: its place in the cache, and what the
/// allocator has for two pieces of memory.
const OVERHEAD: u64 = 128;
/// Bytes of one with all that, about: so many places are made.
const ENTRY: usize = 512;

/// What is kept. It always says what the database says.
pub struct Nodes(Cache<Vec<u8>, Arc<[u8]>, Bytes>);

#[derive(Clone)]
struct Bytes;

impl Weighter<Vec<u8>, Arc<[u8]>> for Bytes {
	fn weight(&self, key: &Vec<u8>, value: &Arc<[u8]>) -> u64 {
		(key.len() + value.len()) as u64 + OVERHEAD
	}
}

impl Nodes {
	/// With room for so many bytes.
	pub fn new(capacity: usize) -> Self {
		let options = OptionsBuilder::new()
			.estimated_items_capacity(capacity / ENTRY)
			.weight_capacity(capacity as u64)
			.build()
			.expect("both that are needed are there; qed");
		Self(Cache::with_options(options, Bytes, Default::default(), DefaultLifecycle::default()))
	}

	/// What is at this key: what is kept, or else what `read` finds, which is kept then.
	pub fn get(
		&self,
		key: &[u8],
		read: impl FnOnce() -> io::Result<Option<DBValue>>,
	) -> io::Result<Option<DBValue>> {
		match self.0.get_value_or_guard(key, None) {
			GuardResult::Value(value) => Ok(Some(value.to_vec())),
			GuardResult::Guard(guard) => {
				let found = read()?;
				if let Some(value) = &found {
					// Refused, if the key was written meanwhile: what was read may be of before.
					let _ = guard.insert(value.as_slice().into());
				}
				Ok(found)
			},
			GuardResult::Timeout => read(),
		}
	}

	/// Lets go of what is kept of this key, now that the database has nothing there.
	pub fn forget(&self, key: &[u8]) {
		self.0.remove(key);
	}

	/// Keeps what was written at this key, in place of what was there.
	pub fn keep(&self, key: &[u8], value: &[u8]) {
		self.0.insert(key.to_vec(), value.into());
	}

	/// Lets go of everything.
	pub fn clear(&self) {
		self.0.clear();
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn nodes() -> Nodes {
		Nodes::new(1 << 20)
	}

	fn found(value: &[u8]) -> io::Result<Option<DBValue>> {
		Ok(Some(value.to_vec()))
	}

	fn unread() -> io::Result<Option<DBValue>> {
		panic!("it is kept")
	}

	#[test]
	fn what_was_read_is_not_read_again_until_it_is_forgotten() {
		let nodes = nodes();
		assert_eq!(nodes.get(b"key", || found(b"old")).expect("it is read"), Some(b"old".to_vec()));
		assert_eq!(nodes.get(b"key", unread).expect("it is kept"), Some(b"old".to_vec()));

		nodes.forget(b"key");
		assert_eq!(nodes.get(b"key", || found(b"new")).expect("it is read"), Some(b"new".to_vec()));
		nodes.clear();
		assert_eq!(nodes.get(b"key", || Ok(None)).expect("it is read"), None);
	}

	#[test]
	fn what_is_not_there_or_could_not_be_read_is_looked_for_again() {
		let nodes = nodes();
		assert_eq!(nodes.get(b"key", || Ok(None)).expect("it is read"), None);
		let error =
			nodes.get(b"key", || Err(io::Error::other("broken"))).expect_err("it is broken");
		assert_eq!(error.to_string(), "broken");
		assert_eq!(
			nodes.get(b"key", || found(b"here")).expect("it is read"),
			Some(b"here".to_vec())
		);
	}

	#[test]
	fn what_was_written_while_it_was_read_is_not_kept() {
		let write: [fn(&Nodes); 3] = [
			|nodes| nodes.keep(b"key", b"new"),
			|nodes| nodes.forget(b"key"),
			|nodes| nodes.clear(),
		];
		for write in write {
			let nodes = nodes();
			let overtaken = nodes.get(b"key", || {
				let old = found(b"old");
				write(&nodes);
				old
			});
			assert_eq!(overtaken.expect("it is read"), Some(b"old".to_vec()));
			assert_eq!(nodes.get(b"key", || found(b"new")).expect("it is"), Some(b"new".to_vec()));
		}
	}

	#[test]
	fn no_more_is_kept_than_there_is_room_for() {
		let nodes = nodes();
		for number in 0_u32..10_000 {
			nodes.get(&number.to_le_bytes(), || found(&[0; 1_000])).expect("it is read");
		}
		assert!(nodes.0.len() > 500, "{} are kept", nodes.0.len());
		assert!(nodes.0.weight() <= 1 << 20, "{} bytes are kept", nodes.0.weight());
	}
}
