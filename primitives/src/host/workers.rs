// SPDX-License-Identifier: Apache-2.0
//! Threads that share the pieces of a batch.

use super::lock;
use sp_panic_handler::AbortGuard;
use std::{panic::resume_unwind, sync::Mutex, thread};

/// Lends threads to whoever has work, so that all batches together never use more than there are.
pub(super) struct Workers {
	/// Threads beside those that call.
	spare: Mutex<usize>,
}

impl Workers {
	/// Up to so many threads for a batch, the calling one included.
	pub(super) fn new(threads: usize) -> Self {
		Self { spare: Mutex::new(threads.saturating_sub(1)) }
	}

	/// Does the work for each piece, on this thread and on others. A single piece stays here.
	///
	/// # Panics
	/// If the work does: a panic on another thread goes on here, where the executor turns it into
	/// the same trap that it would be with one thread. There, the node's panic handler would end the
	/// process.
	pub(super) fn each<T: Send>(
		&self,
		pieces: impl ExactSizeIterator<Item = T> + Send,
		work: impl Fn(T) + Sync,
	) {
		let hired = self.hire(pieces.len().saturating_sub(1));
		let queue = Mutex::new(pieces);
		let run = || {
			while let Some(piece) = next(&queue) {
				work(piece);
			}
		};
		thread::scope(|scope| {
			let helper = || {
				let _guard = AbortGuard::force_unwind();
				run();
			};
			let name = || thread::Builder::new().name("signatures".into());
			// Where no thread is to be had, this one does it all.
			let helpers: Vec<_> = (0..hired.count)
				.map_while(|_| name().spawn_scoped(scope, helper).ok())
				.collect();
			run();
			for helper in helpers {
				if let Err(panic) = helper.join() {
					resume_unwind(panic);
				}
			}
		});
	}

	/// Takes up to so many spare threads, until they are dropped.
	fn hire(&self, wanted: usize) -> Hired<'_> {
		let mut spare = lock(&self.spare);
		let count = wanted.min(*spare);
		*spare = spare.saturating_sub(count);
		Hired { workers: self, count }
	}
}

/// Threads that are in use.
struct Hired<'a> {
	workers: &'a Workers,
	count: usize,
}

impl Drop for Hired<'_> {
	fn drop(&mut self) {
		let mut spare = lock(&self.workers.spare);
		*spare = spare.saturating_add(self.count);
	}
}

/// Apart from the loop that it is for, which would hold the lock while it works.
fn next<I: Iterator>(queue: &Mutex<I>) -> Option<I::Item> {
	lock(queue).next()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::panic::{catch_unwind, AssertUnwindSafe};

	#[test]
	fn each_piece_is_done_once() {
		for threads in [0, 1, 2, 7] {
			let workers = Workers::new(threads);
			let mut done = vec![0; 100];

			workers.each(done.iter_mut(), |piece| *piece += 1);

			assert_eq!(done, [1; 100]);
			assert_eq!(*lock(&workers.spare), threads.saturating_sub(1));
		}
	}

	#[test]
	fn no_more_threads_are_lent_than_there_are() {
		let workers = Workers::new(4);

		let first = workers.hire(2);
		let second = workers.hire(2);
		assert_eq!((first.count, second.count), (2, 1));
		drop(first);

		assert_eq!(workers.hire(9).count, 2);
	}

	#[test]
	fn a_panic_is_the_callers_and_threads_come_back() {
		let workers = Workers::new(2);

		let outcome = catch_unwind(AssertUnwindSafe(|| {
			workers.each(0..50, |piece| assert!(piece < 40, "a bad piece"));
		}));

		assert!(outcome.is_err());
		assert_eq!(*lock(&workers.spare), 1);
	}
}
