// SPDX-License-Identifier: Apache-2.0
//! Deposits: each is held of one account, and goes back to the same.

use crate::{Avatars, Config, HoldReason, Pallet};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
};
use freehold_primitives::chain::Balance;
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

	/// Gives a deposit back to who paid it; of that, another who has swept the record gets the
	/// reward. Even if the payer's money is frozen, as nothing may keep a record that is to go.
	pub(crate) fn give_back_swept(
		reason: HoldReason,
		payer: &T::AccountId,
		by: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if by == payer {
			return Self::give_back(reason, payer, amount);
		}
		let reward = T::SweepReward::get();
		T::Currency::transfer_on_hold(
			&reason.into(),
			payer,
			by,
			reward,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)?;
		Self::give_back(reason, payer, amount.saturating_sub(reward))
	}

	/// Holds a deposit of the new payer, and gives the old one's back.
	pub(crate) fn hand_over(
		reason: HoldReason,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::hold(reason, to, amount)?;
		Self::give_back(reason, from, amount)
	}

	/// Checks that each payer, and each owner of an avatar, holds just so many deposits: one for
	/// each time that `payers` names it.
	pub(crate) fn check_deposits(
		reason: HoldReason,
		deposit: Balance,
		payers: impl Iterator<Item = T::AccountId>,
		message: &'static str,
	) -> Result<(), TryRuntimeError> {
		let owners = Avatars::<T>::iter_values().map(|details| (details.owner, 0));
		let mut owed: BTreeMap<T::AccountId, Balance> = owners.collect();
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
