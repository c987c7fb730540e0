// SPDX-License-Identifier: Apache-2.0

//! The cores of this machine, and work on all of them, for what is prepared before anything is
//! measured.

use std::thread;

/// Threads that this machine runs at the same time.
pub fn count() -> usize {
	thread::available_parallelism().map_or(1, usize::from)
}

/// Maps each of these, in the same order.
pub fn map<In: Sync, Out: Send>(inputs: &[In], work: impl Fn(&In) -> Out + Sync) -> Vec<Out> {
	let part = inputs.len().div_ceil(count()).max(1);
	let work = &work;
	thread::scope(|scope| {
		let parts: Vec<_> = inputs
			.chunks(part)
			.map(|inputs| scope.spawn(move || inputs.iter().map(work).collect::<Vec<_>>()))
			.collect();
		parts
			.into_iter()
			.flat_map(|part| part.join().expect("whatever panics here ends the program"))
			.collect()
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn order_is_kept() {
		let inputs: Vec<u32> = (0..1_001).collect();

		assert_eq!(map(&inputs, |it| it + 1), (1..1_002).collect::<Vec<_>>());
		assert_eq!(map(&[], |it: &u32| *it), Vec::<u32>::new());
	}
}
