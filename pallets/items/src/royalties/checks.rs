// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use super::division::parts;
use crate::{Config, Error, Form, KindDetails, Pallet, Share};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use freehold_primitives::{
	chain::Balance,
	fee::{BasisPoints, MAX_ROYALTY},
	ids::{AvatarId, KindId},
	traits::Avatars,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The record of the kind, and the rate that the shares come to.
	pub(crate) fn ensure_can_set_royalty(
		who: &T::AccountId,
		kind: KindId,
		royalty: &[Share],
	) -> Result<(KindDetails, BasisPoints), DispatchError> {
		let collection = Self::ensure_issuer(who, kind.collection)?;
		let details = Self::ensure_kind(kind)?;
		let rate = Self::ensure_shares(royalty)?;
		if rate > details.royalty {
			Self::ensure_not_frozen(&collection)?;
			// An item remembers the rate that it was minted at. Units are all the same, so who has
			// some would have to pay the raise, and so would who may yet draw something.
			let has_units = details.form == Form::Stackable && details.supply() > 0;
			ensure!(!has_units && details.reserved == 0, Error::<T>::RoyaltyRaised);
		}
		Ok((details, rate))
	}

	/// What each who shares the royalty gets.
	pub(crate) fn ensure_can_collect_royalty(
		kind: KindId,
	) -> Result<Vec<(AvatarId, Balance)>, DispatchError> {
		Self::ensure_kind(kind)?;
		let parts = Self::parts_due(kind);
		ensure!(!parts.is_empty(), Error::<T>::NothingAccrued);
		Ok(parts)
	}

	/// The rate that the shares come to.
	pub(crate) fn ensure_shares(shares: &[Share]) -> Result<BasisPoints, DispatchError> {
		let mut named = BTreeSet::new();
		let mut total: BasisPoints = 0;
		for &Share { to, rate } in shares {
			ensure!(rate > 0 && named.insert(to), Error::<T>::InvalidShares);
			T::Avatars::ensure_exists(to)?;
			total = total.saturating_add(rate);
		}
		ensure!(total <= MAX_ROYALTY, Error::<T>::RoyaltyTooHigh);
		Ok(total)
	}

	/// What each who shares a kind's royalty gets of the coins that are there now.
	pub(crate) fn parts_due(kind: KindId) -> Vec<(AvatarId, Balance)> {
		match Self::accrued(kind) {
			0 => Vec::new(),
			accrued => parts(&Self::royalty(kind), accrued),
		}
	}
}
