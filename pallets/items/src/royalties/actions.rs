// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Accrued, Config, Event, KindDetails, Pallet, Royalties, Share, Shares};
use alloc::vec::Vec;
use freehold_primitives::{
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, KindId},
	key::KindKey,
	traits::{Avatars, Purses},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_royalty(
		kind: KindId,
		details: KindDetails,
		royalty: Shares,
		rate: BasisPoints,
	) -> DispatchResult {
		Self::pay_all(kind)?;
		Self::release_shares(&Self::royalty(kind));
		Self::put_shares(kind, royalty)?;
		let next = Self::ensure_collection(kind.collection)?.items;
		Self::set_kind(kind, details.with_royalty(rate, next));
		Self::deposit_event(Event::RoyaltySet { kind, rate });
		Ok(())
	}

	pub(crate) fn do_collect_royalty(
		kind: KindId,
		parts: Vec<(AvatarId, Balance)>,
	) -> DispatchResult {
		let mut paid: Balance = 0;
		for (avatar, due) in parts {
			T::Purses::pay_out(avatar, due)?;
			paid = paid.saturating_add(due);
		}
		let left = Self::accrued(kind).saturating_sub(paid);
		let key = KindKey::from(kind);
		if left == 0 {
			Accrued::<T>::remove(key);
		} else {
			Accrued::<T>::insert(key, left);
		}
		Self::deposit_event(Event::RoyaltyPaid { kind, amount: paid });
		Ok(())
	}

	/// Pays a kind's royalties out to the last coin, as those who share them may be others from now
	/// on: what can't be divided goes to the first of them.
	pub(crate) fn pay_all(kind: KindId) -> DispatchResult {
		let accrued = Self::accrued(kind);
		let Some(first) = Self::royalty(kind).first().copied().filter(|_| accrued > 0) else {
			return Ok(());
		};
		let mut parts = Self::parts_due(kind);
		let divided = parts.iter().fold(0, |sum: Balance, (_, due)| sum.saturating_add(*due));
		let rest = accrued.saturating_sub(divided);
		if rest > 0 {
			parts.push((first.to, rest));
		}
		Self::do_collect_royalty(kind, parts)
	}

	/// Writes who shares a kind's royalty, and keeps no record of nobody.
	pub(crate) fn put_shares(kind: KindId, shares: Shares) -> DispatchResult {
		for share in &shares {
			T::Avatars::retain(share.to, 1)?;
		}
		let key = KindKey::from(kind);
		if shares.is_empty() {
			Royalties::<T>::remove(key);
		} else {
			Royalties::<T>::insert(key, shares);
		}
		Ok(())
	}

	/// Those who share a royalty no longer need to stay for it.
	pub(crate) fn release_shares(shares: &[Share]) {
		for share in shares {
			T::Avatars::release(share.to, 1);
		}
	}
}
