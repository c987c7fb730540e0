// SPDX-License-Identifier: Apache-2.0
//! Which signatures of a batch are valid, if it is not all of them.
//!
//! Where the sum of errors is not zero, it is halved: the sum of one half is computed, that of the
//! other half is the difference, and each half that is not zero is halved again, the larger ones
//! first. So `k` bad signatures among `n` cost sums of about `k log n` terms.
//!
//! Whoever sends bad signatures on purpose can make that dear. So once [`PASSES`] times all terms
//! were in such sums, what is still in doubt is verified one by one. A batch of `n` signatures thus
//! never costs more than its first sum, sums of `PASSES * n` more terms, and `n` verifications of
//! one, in which keys and commitments are decompressed and messages hashed once. The weight of the
//! call that asks must be that of the worst case, which the benchmarks measure.

use super::batch::{error, is_zero, Term};
use std::collections::VecDeque;

/// How often all terms of a batch may be in sums again, after the first.
pub(super) const PASSES: usize = 2;

/// Signatures that are too few for a sum to be worth it.
pub(super) const FEW: usize = 4;

/// What verdicts took beside the first sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Effort {
	/// Terms of further sums.
	pub(super) again: usize,
	/// Signatures that were verified one by one.
	pub(super) alone: usize,
}

/// Accepts the terms that are valid.
pub(super) fn decide(terms: &mut [Term<'_>]) -> Effort {
	let mut effort = Effort::default();
	if terms.len() <= FEW {
		effort.alone = one_by_one(terms);
		return effort;
	}
	let most = terms.len().saturating_mul(PASSES);
	// First in, first out: all parts of a size are halved before a smaller one is.
	let mut doubtful = VecDeque::from([(error(terms), terms)]);
	while let Some((sum, terms)) = doubtful.pop_front() {
		if is_zero(&sum) {
			terms.iter_mut().for_each(Term::accept);
			continue;
		}
		let half = terms.len() / 2;
		let again = effort.again.saturating_add(half);
		if terms.len() <= FEW || again > most {
			effort.alone = effort.alone.saturating_add(one_by_one(terms));
			continue;
		}
		effort.again = again;
		let (left, right) = terms.split_at_mut(half);
		let left_sum = error(left);
		doubtful.push_back((left_sum, left));
		doubtful.push_back((sum - left_sum, right));
	}
	effort
}

/// Returns how many there are.
fn one_by_one(terms: &mut [Term<'_>]) -> usize {
	for term in &mut *terms {
		if term.is_valid() {
			term.accept();
		}
	}
	terms.len()
}
