// SPDX-License-Identifier: Apache-2.0
//! Rounds: whoever opens a draw does so before anyone can know what it comes out at.
//!
//! Each block adds to chance what only its author could know before it was made. After so many
//! blocks another round begins. A draw that is opened in round `r` takes the mixture that is there
//! when round `r + 2` begins: all of the blocks of round `r + 1` have a part in it, and none of
//! them was made when the draw was opened. It is kept from that block on, so it does not matter when
//! the draw is settled, and forgotten with the last draw of its round. To know what is drawn, or to
//! choose it, all who make blocks in a round would have to conspire; the last of them may leave a
//! block out, and so choose between two mixtures.
//!
//! Blocks are counted and not time, so no round is short because the chain stood still, and one that
//! adds nothing is not counted.

use crate::{Chance, Config, Mixture, Pallet, Round, Rounds, WeightInfo};
use frame_support::{
	traits::{Get, Randomness},
	weights::Weight,
};
use freehold_primitives::chain::Hash;
use sp_runtime::traits::{BlakeTwo256, Hash as _};

/// How many rounds after a draw was opened its seed is known.
pub(super) const ROUNDS_AHEAD: u32 = 2;

/// What the randomness is asked for: no other use of it gets the same.
const SUBJECT: &[u8] = b"Freehold draws";

impl<T: Config> Pallet<T> {
	/// Mixes in what the block before adds to chance, and begins a round if the one before has all
	/// its blocks.
	pub(crate) fn advance_round() -> Weight {
		if let (Some(added), _) = T::Randomness::random(SUBJECT) {
			Self::mix_in(added);
		}
		T::WeightInfo::advance_round()
	}

	/// Mixes in what a block adds to chance.
	pub(crate) fn mix_in(added: Hash) {
		let Mixture { hash, blocks } = Chance::<T>::get();
		let hash = BlakeTwo256::hash_of(&(hash, added));
		let mut blocks = blocks.saturating_add(1);
		if blocks >= T::RoundLength::get() {
			blocks = 0;
			Self::begin_round(hash);
		}
		Chance::<T>::put(Mixture { hash, blocks });
	}

	/// Begins a round, and keeps the seed for the draws that wait for it.
	fn begin_round(seed: Hash) {
		let round = Round::<T>::get().saturating_add(1);
		Round::<T>::put(round);
		if let Some(drawn) = round.checked_sub(ROUNDS_AHEAD) {
			Self::keep_seed(drawn, seed);
		}
	}

	/// Keeps the seed of a round, if it has draws.
	fn keep_seed(round: u32, seed: Hash) {
		Rounds::<T>::mutate_extant(round.to_be_bytes(), |details| details.seed = Some(seed));
	}

	/// What the draws of a round are drawn by, once it is known.
	pub(crate) fn seed_of(round: u32) -> Option<Hash> {
		Rounds::<T>::get(round.to_be_bytes())?.seed
	}

	/// Counts one more draw in the round that is now, and returns its number.
	pub(crate) fn enter_round() -> u32 {
		let round = Round::<T>::get();
		Rounds::<T>::mutate(round.to_be_bytes(), |details| {
			let details = details.get_or_insert_default();
			details.draws = details.draws.saturating_add(1);
		});
		round
	}

	/// Counts one draw fewer in a round: the last takes the seed with it.
	pub(crate) fn leave_round(round: u32) {
		Rounds::<T>::mutate_exists(round.to_be_bytes(), |details| {
			if let Some(left) = details {
				left.draws = left.draws.saturating_sub(1);
				if left.draws == 0 {
					*details = None;
				}
			}
		});
	}
}
