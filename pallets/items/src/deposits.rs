// SPDX-License-Identifier: Apache-2.0
//! Money that stands behind records. Each deposit is held of one account, and a record or the
//! collection that it is in says of which.

use crate::{CollectionOf, Collections, Config, HoldReason, Metadata, Pallet};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use freehold_primitives::{chain::Balance, ids::CollectionId, key::CollectionKey};
use sp_runtime::{DispatchResult, TryRuntimeError};

impl<T: Config> Pallet<T> {
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, amount)
	}

	pub(crate) fn give_back(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		T::Currency::release(&reason.into(), who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Holds a deposit of the new payer, and gives the old one's back. Nothing happens if both are
	/// the same account, which may have no more than it has on hold.
	pub(crate) fn hand_over(
		reason: HoldReason,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount == 0 || from == to {
			return Ok(());
		}
		Self::hold(reason, to, amount)?;
		Self::give_back(reason, from, amount)
	}

	/// Pays for a deposit that is held of another account: of an item that the public crafts, and
	/// the collection's payer has.
	pub(crate) fn pass_on(
		reason: HoldReason,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if from == to {
			return Self::hold(reason, to, amount);
		}
		T::Currency::transfer_and_hold(
			&reason.into(),
			from,
			to,
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		Ok(())
	}

	/// What is held of a collection's payer for it and for all that is in it, which its record
	/// counts.
	pub(crate) fn held_for(
		collection: CollectionId,
		details: &CollectionOf<T>,
	) -> [(HoldReason, Balance); 6] {
		let metadata = u32::from(Metadata::<T>::contains_key(CollectionKey::from(collection)));
		[
			(HoldReason::Collection, T::CollectionDeposit::get(), 1),
			(HoldReason::Metadata, T::MetadataDeposit::get(), metadata),
			(HoldReason::Kind, T::KindDeposit::get(), details.live_kinds),
			(HoldReason::AttributeKey, T::AttributeKeyDeposit::get(), details.attribute_keys),
			(HoldReason::Item, T::ItemDeposit::get(), details.live_items),
			(HoldReason::Recipe, T::RecipeDeposit::get(), details.recipes),
		]
		.map(|(reason, deposit, records)| (reason, deposit.saturating_mul(records.into())))
	}

	/// The same, all together.
	pub(crate) fn deposits_of(collection: CollectionId, details: &CollectionOf<T>) -> Balance {
		let held = Self::held_for(collection, details).into_iter();
		held.fold(0, |sum: Balance, (_, amount)| sum.saturating_add(amount))
	}

	/// Checks that each payer, and each that pays for a collection, holds just so many deposits:
	/// one for each time that `payers` names it.
	pub(crate) fn check_deposits(
		reason: HoldReason,
		deposit: Balance,
		payers: impl Iterator<Item = T::AccountId>,
		message: &'static str,
	) -> Result<(), TryRuntimeError> {
		let issuers = Collections::<T>::iter_values().map(|details| (details.payer, 0));
		let mut owed: BTreeMap<T::AccountId, Balance> = issuers.collect();
		for payer in payers {
			let total = owed.entry(payer).or_default();
			*total = total.saturating_add(deposit);
		}
		for (who, amount) in owed {
			let held = T::Currency::balance_on_hold(&reason.into(), &who);
			ensure!(held == amount, message);
		}
		Ok(())
	}
}
