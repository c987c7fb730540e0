// SPDX-License-Identifier: Apache-2.0
//! A map of bounded size, which keeps what is in use.

use std::{collections::HashMap, hash::Hash, mem};

/// A map that never holds more than its capacity: it forgets what was neither put in nor asked for
/// lately.
///
/// It has two generations. Everything is put into the young one, and what is found in the old one
/// returns there. Once the young one is half of the capacity it becomes the old one, and what that
/// had held is forgotten. The standard hasher is keyed at random, so nobody can choose what collides.
pub(super) struct Recent<K, V> {
	/// Most that a generation holds.
	half: usize,
	young: HashMap<K, V>,
	old: HashMap<K, V>,
}

impl<K: Eq + Hash, V: Copy> Recent<K, V> {
	/// An empty map for so many entries, of which there are two halves; none are kept if that is
	/// less than two.
	pub(super) fn new(capacity: usize) -> Self {
		let half = capacity / 2;
		// Now, so that no insertion ever has to move all that is there.
		Self { half, young: HashMap::with_capacity(half), old: HashMap::with_capacity(half) }
	}

	/// The value of this key, if it is remembered.
	pub(super) fn get(&mut self, key: &K) -> Option<V> {
		if let Some(value) = self.young.get(key) {
			return Some(*value);
		}
		let (key, value) = self.old.remove_entry(key)?;
		self.insert(key, value);
		Some(value)
	}

	/// Puts a value in.
	pub(super) fn insert(&mut self, key: K, value: V) {
		if self.half == 0 {
			return;
		}
		if self.young.len() >= self.half {
			mem::swap(&mut self.young, &mut self.old);
			self.young.clear();
		}
		self.young.insert(key, value);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn filled(capacity: usize, keys: impl IntoIterator<Item = u32>) -> Recent<u32, u32> {
		let mut map = Recent::new(capacity);
		for key in keys {
			map.insert(key, key * 10);
		}
		map
	}

	#[test]
	fn what_is_put_in_is_found() {
		let mut map = filled(8, 0..4);

		assert_eq!(map.get(&3), Some(30));
		assert_eq!(map.get(&4), None);
	}

	#[test]
	fn it_never_holds_more_than_its_capacity() {
		let mut map = filled(8, []);
		for key in 0..1_000 {
			map.insert(key, 0);
			map.get(&(key / 2));
			assert!(map.young.len() + map.old.len() <= 8);
		}
	}

	#[test]
	fn what_is_asked_for_stays() {
		let mut map = filled(8, []);
		for key in 0..1_000 {
			map.insert(key, key);
			assert_eq!(map.get(&0), Some(0));
		}

		assert_eq!(map.get(&1), None);
	}

	#[test]
	fn a_map_for_nothing_keeps_nothing() {
		for capacity in [0, 1] {
			assert_eq!(filled(capacity, 0..9).get(&8), None);
		}
	}
}
