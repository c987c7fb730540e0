// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{CollectionOf, Config, Error, Form, KindDetails, Pallet, Rules, Share};
use frame_support::ensure;
use freehold_primitives::{
	fee::BasisPoints,
	ids::{CollectionId, KindId},
	traits::Worlds,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The record of the collection, and the rate that the shares come to.
	pub(crate) fn ensure_can_create_kind(
		who: &T::AccountId,
		collection: CollectionId,
		rules: Rules,
		royalty: &[Share],
	) -> Result<(CollectionOf<T>, BasisPoints), DispatchError> {
		let details = Self::ensure_issues(who, collection)?;
		ensure!(details.kinds < u32::MAX, Error::<T>::NoIdsLeft);
		if let Some(home) = rules.home {
			// A world with a kind at home can't be closed: neither strangers decide that, nor those who
			// settle for it for a while.
			T::Worlds::ensure_owner(who, home)?;
		}
		let rate = Self::ensure_shares(royalty)?;
		Ok((details, rate))
	}

	pub(crate) fn ensure_can_loosen_kind(
		who: &T::AccountId,
		kind: KindId,
		rules: Rules,
	) -> Result<KindDetails, DispatchError> {
		let details = match Self::kind(kind) {
			Some(details) if Self::is_homes(who, &details.rules, rules) => details,
			_ => Self::ensure_kind_of(who, kind)?,
		};
		ensure!(rules.is_no_tighter_than(&details.rules), Error::<T>::Tightened);
		Ok(details)
	}

	/// Whether a home's owner wants it to be none any longer, and nothing else. Whoever the kind
	/// belongs to by now could else keep the world from being closed.
	fn is_homes(who: &T::AccountId, before: &Rules, rules: Rules) -> bool {
		let leaves = rules == Rules { home: None, ..*before };
		leaves && before.home.is_some_and(|home| T::Worlds::ensure_owner(who, home).is_ok())
	}

	pub(crate) fn ensure_can_lower_cap(
		who: &T::AccountId,
		kind: KindId,
		max_supply: u64,
	) -> Result<KindDetails, DispatchError> {
		let details = Self::ensure_kind_of(who, kind)?;
		let raised = details.max_supply.is_some_and(|max| max_supply > max);
		ensure!(!raised, Error::<T>::CapRaised);
		let within = details.committed(0).is_some_and(|least| least <= max_supply);
		ensure!(within, Error::<T>::CapTooLow);
		Ok(details)
	}

	/// The records of the collection and of the kind.
	pub(crate) fn ensure_can_remove_kind(
		who: &T::AccountId,
		kind: KindId,
	) -> Result<(CollectionOf<T>, KindDetails), DispatchError> {
		let collection = Self::ensure_issuer(who, kind.collection)?;
		let details = Self::ensure_kind(kind)?;
		ensure!(details.supply() == 0 && details.reserved == 0, Error::<T>::InUse);
		// Fewer coins than can be divided are no reason to keep a kind for good.
		ensure!(Self::parts_due(kind).is_empty(), Error::<T>::Accrued);
		Ok((collection, details))
	}

	/// The record of a kind that exists.
	pub(crate) fn ensure_kind(kind: KindId) -> Result<KindDetails, DispatchError> {
		Self::kind(kind).ok_or(Error::<T>::UnknownKind.into())
	}

	/// The record of a kind of this form.
	pub(crate) fn ensure_form(kind: KindId, form: Form) -> Result<KindDetails, DispatchError> {
		let details = Self::ensure_kind(kind)?;
		ensure!(details.form == form, Error::<T>::WrongForm);
		Ok(details)
	}

	/// The record of a kind in a collection of which `who` owns the issuer.
	pub(crate) fn ensure_kind_of(
		who: &T::AccountId,
		kind: KindId,
	) -> Result<KindDetails, DispatchError> {
		Self::ensure_issuer(who, kind.collection)?;
		Self::ensure_kind(kind)
	}

	/// Succeeds if so many more may be minted, or kept for a draw. Those that were burned are not
	/// replaced.
	pub(crate) fn ensure_mintable(details: &KindDetails, amount: u64) -> DispatchResult {
		let committed = details.committed(amount).ok_or(Error::<T>::Overflow)?;
		let within = details.max_supply.is_none_or(|max| committed <= max);
		ensure!(within, Error::<T>::SupplyExceeded);
		Ok(())
	}
}
