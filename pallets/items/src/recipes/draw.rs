// SPDX-License-Identifier: Apache-2.0
//! How a draw comes out: a pure function of the round's seed and of the draw's id. Who settles
//! it, when and in which order has no part in it.

use crate::Yield;
use alloc::collections::BTreeMap;
use freehold_primitives::{
	chain::Hash,
	ids::{DrawId, KindId},
};
use sp_runtime::traits::{BlakeTwo256, Hash as _};

/// What the draw comes out at: each outcome with a chance in proportion to its weight. None if
/// there is no weight at all.
pub(crate) fn drawn(seed: Hash, draw: DrawId, outcomes: &[(Yield, u16)]) -> Option<Yield> {
	let total: u128 = outcomes.iter().map(|(_, weight)| u128::from(*weight)).sum();
	// Of 128 bits, all but one in 2^108 give every outcome its exact share.
	let mut ticket = number(seed, draw).checked_rem(total)?;
	for (outcome, weight) in outcomes {
		match ticket.checked_sub((*weight).into()) {
			Some(rest) => ticket = rest,
			None => return Some(*outcome),
		}
	}
	None
}

/// A number that nobody knows before the seed, and that says nothing of another draw's.
fn number(seed: Hash, draw: DrawId) -> u128 {
	let hash = BlakeTwo256::hash_of(&(seed, draw));
	hash.as_bytes().first_chunk().copied().map_or(0, u128::from_be_bytes)
}

/// The most that may be made of each kind: of several outcomes of one kind only one is made.
pub(crate) fn reserves(outcomes: &[(Yield, u16)]) -> BTreeMap<KindId, u64> {
	let mut reserves = BTreeMap::<KindId, u64>::new();
	for (Yield { kind, amount }, _) in outcomes {
		let most = reserves.entry(*kind).or_default();
		*most = (*most).max(*amount);
	}
	reserves
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::CollectionId;
	use proptest::prelude::*;

	fn outcome(index: u32, amount: u64) -> Yield {
		Yield { kind: KindId { collection: CollectionId(1), index }, amount }
	}

	fn outcomes(weights: &[u16]) -> Vec<(Yield, u16)> {
		(0..).map(|index| outcome(index, 1)).zip(weights.iter().copied()).collect()
	}

	/// How often each of the outcomes comes out in so many draws of one seed.
	fn counts(seed: Hash, weights: &[u16], draws: u32) -> Vec<u32> {
		let outcomes = outcomes(weights);
		let mut counts = vec![0; weights.len()];
		for draw in (0..draws).map(DrawId) {
			let Yield { kind, .. } = drawn(seed, draw, &outcomes).expect("there are weights");
			counts[kind.index as usize] += 1;
		}
		counts
	}

	/// A change here would let whoever upgrades the chain choose among draws that are open.
	#[test]
	fn the_number_of_a_draw_stays() {
		let seed = Hash::repeat_byte(7);
		let bytes = BlakeTwo256::hash(&[&[7u8; 32][..], &5u32.to_le_bytes()[..]].concat());
		let (high, _) = bytes.as_bytes().split_at(16);

		let expected = u128::from_be_bytes(high.try_into().expect("it has 16 bytes"));
		assert_eq!(number(seed, DrawId(5)), expected);
	}

	#[test]
	fn one_outcome_is_certain() {
		for seed in [0, 1, 255].map(Hash::repeat_byte) {
			assert_eq!(counts(seed, &[3], 10), [10]);
		}
	}

	/// Ten thousand draws, of which each outcome gets its share within three in a hundred.
	#[test]
	fn each_outcome_comes_as_often_as_it_weighs() {
		for seed in [0, 1, 255].map(Hash::repeat_byte) {
			let counts = counts(seed, &[1, 3, 6], 10_000);
			for (count, expected) in counts.into_iter().zip([1_000u32, 3_000, 6_000]) {
				assert!(count.abs_diff(expected) < 300, "{count} of {expected}");
			}
		}
	}

	#[test]
	fn nothing_is_drawn_without_a_weight() {
		assert_eq!(drawn(Hash::zero(), DrawId(0), &[]), None);
		assert_eq!(drawn(Hash::zero(), DrawId(0), &outcomes(&[0, 0])), None);
	}

	#[test]
	fn two_outcomes_of_a_kind_reserve_the_larger() {
		let outcomes = [(outcome(0, 10), 1), (outcome(1, 1), 1), (outcome(0, 100), 1)];

		let expected = [(outcome(0, 0).kind, 100), (outcome(1, 0).kind, 1)];
		assert_eq!(reserves(&outcomes), BTreeMap::from(expected));
	}

	fn any_outcomes() -> impl Strategy<Value = Vec<(Yield, u16)>> {
		let one = (0..3u32, 1..1_000u64, 0..=u16::MAX)
			.prop_map(|(index, amount, weight)| (outcome(index, amount), weight));
		prop::collection::vec(one, 0..=8)
	}

	proptest! {
		#[test]
		fn what_is_drawn_has_a_weight(seed: [u8; 32], draw: u32, outcomes in any_outcomes()) {
			match drawn(seed.into(), DrawId(draw), &outcomes) {
				Some(made) => {
					let drawable = |it: Yield| outcomes.iter().any(|(of, w)| *of == it && *w > 0);
					prop_assert!(drawable(made));
				},
				None => prop_assert!(outcomes.iter().all(|(_, weight)| *weight == 0)),
			}
		}

		#[test]
		fn whatever_is_drawn_was_reserved(seed: [u8; 32], draw: u32, outcomes in any_outcomes()) {
			if let Some(made) = drawn(seed.into(), DrawId(draw), &outcomes) {
				let reserved = reserves(&outcomes).get(&made.kind).copied();
				prop_assert!(reserved.is_some_and(|most| made.amount <= most));
			}
		}
	}
}
