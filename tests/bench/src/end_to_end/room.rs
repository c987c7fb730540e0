// SPDX-License-Identifier: Apache-2.0

//! How many batches wait for a block at saturation.

use std::sync::{Mutex, PoisonError};
use tokio::sync::Semaphore;

/// How many may wait before it is known what a block takes.
const AT_FIRST: usize = 8;

/// How many blocks' worth of batches may wait: one that the next author takes, and one that is on
/// its way while that block is made and heard of. More would only wait longer.
const BLOCKS: usize = 2;

/// Room for batches that are submitted and in no block yet. It grows with the fullest block.
pub struct Room {
	free: Semaphore,
	size: Mutex<usize>,
}

impl Room {
	/// Room for a few.
	pub fn new() -> Self {
		Self { free: Semaphore::new(AT_FIRST), size: Mutex::new(AT_FIRST) }
	}

	/// Waits until there is room for one more batch, and takes it.
	pub async fn take(&self) {
		if let Ok(taken) = self.free.acquire().await {
			taken.forget();
		}
	}

	/// A block had so many batches, of which `fresh` were in none before.
	pub fn block(&self, batches: usize, fresh: usize) {
		let mut size = self.size.lock().unwrap_or_else(PoisonError::into_inner);
		let wanted = (batches * BLOCKS).max(*size);
		self.free.add_permits(fresh + wanted - *size);
		*size = wanted;
	}

	/// How many batches may wait.
	pub fn size(&self) -> usize {
		*self.size.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn it_grows_with_what_a_block_takes() {
		let room = Room::new();
		for _ in 0..AT_FIRST {
			room.take().await;
		}
		assert_eq!(room.free.available_permits(), 0);

		room.block(AT_FIRST, AT_FIRST);
		assert_eq!(room.size(), AT_FIRST * BLOCKS);
		assert_eq!(room.free.available_permits(), AT_FIRST * BLOCKS);

		room.block(1, 0);
		assert_eq!(room.size(), AT_FIRST * BLOCKS);
	}
}
