// SPDX-License-Identifier: Apache-2.0
//! What a world keeps of a payment.

use crate::{chain::Balance, ids::AvatarId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Hundredths of a percent. At most [`BasisPoints::MAX`] in a fee.
pub type BasisPoints = u16;

/// The whole, in basis points.
const WHOLE: u128 = 10_000;

/// Most that a world may keep of a payment: a tenth.
pub const MAX_WORLD_FEE: BasisPoints = 1_000;

/// A world's cut of each payment made in it.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Fee {
	/// The avatar whose purse it goes to.
	pub to: AvatarId,
	/// How much of a payment.
	pub rate: BasisPoints,
}

/// The part `rate` of `amount`, rounded down, so that the payee is never charged more than the
/// rate. Exact for every amount: the product is taken apart so that it can't overflow.
pub fn share(amount: Balance, rate: BasisPoints) -> Balance {
	let rate = Balance::from(rate);
	let (quotient, remainder) = (amount / WHOLE, amount % WHOLE);
	quotient
		.saturating_mul(rate)
		.saturating_add(remainder.saturating_mul(rate) / WHOLE)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn a_share_is_rounded_down() {
		assert_eq!(share(9_999, 1), 0);
		assert_eq!(share(10_000, 1), 1);
		assert_eq!(share(19_999, 250), 499);
	}

	proptest! {
		#[test]
		fn a_share_is_the_exact_quotient(amount in 0..u128::MAX / 10_000, rate in 0u16..=10_000) {
			prop_assert_eq!(share(amount, rate), amount * u128::from(rate) / 10_000);
		}

		#[test]
		fn a_share_never_exceeds_the_whole(amount: u128, rate in 0u16..=10_000) {
			prop_assert!(share(amount, rate) <= amount);
		}
	}
}
