// SPDX-License-Identifier: Apache-2.0
//! How coins are divided by rates: a pure function, and exact for every amount.

use crate::Share;
use alloc::vec::Vec;
use freehold_primitives::{chain::Balance, ids::AvatarId};

/// What each who shares gets of the amount, rounded down; who gets nothing is left out. All of
/// them together never get more than there is.
pub(crate) fn parts(shares: &[Share], amount: Balance) -> Vec<(AvatarId, Balance)> {
	let total = shares.iter().map(|share| Balance::from(share.rate)).sum();
	let due = |share: &Share| Some((share.to, part(amount, share.rate.into(), total)?));
	shares.iter().filter_map(due).filter(|(_, due)| *due > 0).collect()
}

/// `rate` of `total` parts of the amount, rounded down. The product is taken apart so that it can't
/// overflow. None of no parts.
fn part(amount: Balance, rate: Balance, total: Balance) -> Option<Balance> {
	let (quotient, remainder) = (amount.checked_div(total)?, amount.checked_rem(total)?);
	let rest = remainder.checked_mul(rate)?.checked_div(total)?;
	quotient.checked_mul(rate)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::fee::{BasisPoints, MAX_ROYALTY};
	use proptest::prelude::*;

	fn shares(rates: &[BasisPoints]) -> Vec<Share> {
		let share = |(to, &rate)| Share { to: AvatarId(to), rate };
		(0..).zip(rates).map(share).collect()
	}

	fn amounts(rates: &[BasisPoints], amount: Balance) -> Vec<(u32, Balance)> {
		parts(&shares(rates), amount).into_iter().map(|(to, due)| (to.0, due)).collect()
	}

	#[test]
	fn each_gets_its_part() {
		assert_eq!(amounts(&[300, 100], 1_000), [(0, 750), (1, 250)]);
	}

	#[test]
	fn what_is_left_of_a_division_stays() {
		assert_eq!(amounts(&[1, 1, 1], 10), [(0, 3), (1, 3), (2, 3)]);
		assert_eq!(amounts(&[999, 1], 999), [(0, 998)]);
		assert_eq!(amounts(&[1, 1], 1), []);
	}

	#[test]
	fn nobody_gets_anything_where_nobody_shares() {
		assert_eq!(amounts(&[], 1_000), []);
		assert_eq!(amounts(&[0], 1_000), []);
	}

	proptest! {
		/// Less than one coin for each who shares stays.
		#[test]
		fn almost_all_is_divided(
			rates in prop::collection::vec(1..=MAX_ROYALTY, 1..=8),
			amount: Balance,
		) {
			let divided: Balance = parts(&shares(&rates), amount).iter().map(|(_, due)| due).sum();

			prop_assert!(divided <= amount);
			prop_assert!(amount - divided < 8);
		}
	}
}
