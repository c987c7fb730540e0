// SPDX-License-Identifier: Apache-2.0
//! Public keys as points of the curve. Players sign again and again, and to decompress a key takes
//! a quarter of what it takes to verify a signature in a batch.

use super::{lock, recent::Recent};
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use std::sync::Mutex;

/// Keys that were used lately, with their points.
pub(super) struct Keys(Mutex<Recent<[u8; 32], EdwardsPoint>>);

impl Keys {
	/// Keeps so many keys; none if that is less than two.
	pub(super) fn new(capacity: usize) -> Self {
		Self(Mutex::new(Recent::new(capacity)))
	}

	/// The point of each key; none if it is the encoding of no point. Those that are not canonical
	/// count, as ZIP-215 has it. Each key should be named once.
	pub(super) fn points(&self, keys: &[[u8; 32]]) -> Vec<Option<EdwardsPoint>> {
		let mut points: Vec<_> = {
			let mut known = lock(&self.0);
			keys.iter().map(|key| known.get(key)).collect()
		};
		let mut learned = Vec::new();
		for (key, point) in keys.iter().zip(&mut points) {
			if point.is_none() {
				*point = CompressedEdwardsY(*key).decompress();
				learned.extend(point.map(|point| (*key, point)));
			}
		}
		let mut known = lock(&self.0);
		for (key, point) in learned {
			known.insert(key, point);
		}
		points
	}
}
