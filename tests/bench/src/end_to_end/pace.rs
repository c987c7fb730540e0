// SPDX-License-Identifier: Apache-2.0

//! How fast batches are submitted.

use super::room::Room;
use std::{
	collections::VecDeque,
	time::{Duration, Instant},
};
use tokio::time::sleep_until;

/// How fast batches are submitted.
pub enum Pace {
	/// Each at its time after the beginning, whatever the node does.
	Planned(VecDeque<Duration>),
	/// As fast as blocks take them.
	Saturating,
}

impl Pace {
	/// Waits until the next batch is due, and says when that was: its sender may be late.
	pub async fn next(&mut self, began: Instant, room: &Room) -> Instant {
		match self {
			Self::Planned(times) => {
				let due = began + times.front().copied().unwrap_or_default();
				sleep_until(due.into()).await;
				times.pop_front();
				due
			},
			Self::Saturating => {
				room.take().await;
				Instant::now()
			},
		}
	}
}

/// A light load: batches of 1 to `most` trades, all sizes as often as each other, for so long and
/// with so many trades a second. Returns their sizes, and when each is due.
pub fn light(most: u32, per_second: u32, length: Duration) -> (Vec<u32>, VecDeque<Duration>) {
	let (mut sizes, mut times) = (Vec::new(), VecDeque::new());
	let mut trades = 0;
	loop {
		let due = Duration::from_secs(trades) / per_second;
		if due >= length {
			return (sizes, times);
		}
		let size = size_of(times.len(), most);
		times.push_back(due);
		sizes.push(size);
		trades += u64::from(size);
	}
}

/// The size of a batch by its place: large and small ones take turns, and each size has its own.
fn size_of(place: usize, most: u32) -> u32 {
	let turn = (place % most as usize) as u32;
	if turn.is_multiple_of(2) {
		1 + turn / 2
	} else {
		most - turn / 2
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn each_size_is_as_frequent() {
		for most in [1, 2, 7, 10] {
			let sizes: BTreeSet<_> = (0..most as usize).map(|place| size_of(place, most)).collect();

			assert_eq!(sizes, (1..=most).collect());
		}
	}

	#[test]
	fn a_light_load_is_spread_evenly() {
		let (sizes, times) = light(10, 50, Duration::from_secs(11));

		assert_eq!(sizes.iter().sum::<u32>(), 550);
		assert_eq!(sizes.len(), times.len());
		for (place, due) in times.iter().enumerate() {
			let before: u32 = sizes[..place].iter().sum();
			assert_eq!(*due, Duration::from_secs(before.into()) / 50);
		}
	}

	#[tokio::test]
	async fn a_planned_batch_is_due_when_it_was_planned() {
		let began = Instant::now();
		let times = [Duration::ZERO, Duration::from_millis(1)];
		let mut pace = Pace::Planned(times.into());
		let room = Room::new();

		for due in times {
			assert_eq!(pace.next(began, &room).await, began + due);
		}
	}
}
