// SPDX-License-Identifier: Apache-2.0

//! Which player trades next.

use serde::{Deserialize, Serialize};

/// Number of a player, from zero.
pub type Player = u32;

/// How trades are spread over the players.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activity {
	/// All are as active as each other.
	Uniform,
	/// By Zipf's law with exponent 1: the second is half as active as the first, the third a third.
	Zipf,
	/// Ten thousand of them, who came one after the other, are as active as each other, and nobody
	/// else is: a world's players at its busiest.
	Crowd,
}

/// Players of a crowd.
const CROWD: u32 = 10_000;

/// Whose turn it is, by chance, the same in each run.
pub struct Turns {
	players: u32,
	/// For each rank, how likely it or a higher one is, times the last of them; none if all are as
	/// likely.
	ranks: Option<Vec<f64>>,
	dice: Dice,
}

impl Turns {
	/// Those of so many players.
	pub fn new(players: u32, activity: Activity) -> Self {
		let ranks = (activity == Activity::Zipf).then(|| {
			let shares = (1..=players).map(|rank| 1.0 / f64::from(rank));
			let sums = shares.scan(0.0, |sum, share| {
				*sum += share;
				Some(*sum)
			});
			sums.collect()
		});
		let players = if activity == Activity::Crowd { players.min(CROWD) } else { players };
		Self { players, ranks, dice: Dice(1) }
	}

	/// The next player.
	pub fn turn(&mut self) -> Player {
		match &self.ranks {
			None => self.dice.below(self.players),
			Some(ranks) => {
				let roll = self.dice.part() * ranks.last().copied().unwrap_or_default();
				let rank = ranks.partition_point(|sum| *sum <= roll).min(ranks.len() - 1);
				scatter(rank as u32, self.players)
			},
		}
	}

	/// Any number below this one, which is not zero.
	pub fn below(&mut self, limit: u32) -> u32 {
		self.dice.below(limit)
	}
}

/// Which player has a rank. The most active are no neighbours, as avatars come in the order in which
/// they were made.
fn scatter(rank: u32, players: u32) -> Player {
	// A prime above every number of players, so that no two ranks are of one player.
	const STEP: u64 = 4_294_967_291;
	(u64::from(rank) * STEP % u64::from(players)) as u32
}

/// Numbers that look like chance (SplitMix64).
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// Below the limit, all as likely but for less than one in a billion.
	fn below(&mut self, limit: u32) -> u32 {
		((u128::from(self.roll()) * u128::from(limit)) >> 64) as u32
	}

	/// From zero to below one.
	fn part(&mut self) -> f64 {
		(self.roll() >> 11) as f64 / (1u64 << 53) as f64
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn each_rank_is_another_player() {
		for players in [1, 2, 999, 1_000, 20_000] {
			let scattered: BTreeSet<_> = (0..players).map(|rank| scatter(rank, players)).collect();

			assert_eq!(scattered.len(), players as usize);
			assert!(scattered.iter().all(|player| *player < players));
		}
	}

	#[test]
	fn the_most_active_player_of_a_thousand_has_a_seventh_of_the_turns() {
		let mut turns = Turns::new(1_000, Activity::Zipf);
		let mut counts = [0u32; 1_000];
		for _ in 0..100_000 {
			counts[turns.turn() as usize] += 1;
		}

		// A thousand shares of 1/n come to 7.485.
		let [first, second] = [0, 1].map(|rank| counts[scatter(rank, 1_000) as usize]);
		assert!((12_800..13_900).contains(&first), "{first}");
		assert!((6_300..7_100).contains(&second), "{second}");
	}

	#[test]
	fn uniform_turns_reach_everyone() {
		let mut turns = Turns::new(100, Activity::Uniform);
		let seen: BTreeSet<_> = (0..2_000).map(|_| turns.turn()).collect();

		assert_eq!(seen, (0..100).collect());
	}

	#[test]
	fn only_the_crowd_has_turns() {
		let mut turns = Turns::new(1_000_000, Activity::Crowd);

		assert!((0..100_000).all(|_| turns.turn() < CROWD));
	}
}
