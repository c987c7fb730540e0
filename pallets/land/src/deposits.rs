// SPDX-License-Identifier: Apache-2.0
//! Money that stands behind records: held of who asks for one, and paid back to the same account.

use crate::{Config, HoldReason, Pallet};
use frame_support::traits::{
	fungible::MutateHold,
	tokens::{Fortitude, Precision, Restriction},
	Get,
};
use freehold_primitives::chain::Balance;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, amount)
	}

	pub(crate) fn pay_back(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		T::Currency::release(&reason.into(), who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Pays a deposit back to who paid it; of that, another who has had the record removed gets
	/// the reward. Even if the payer's money is frozen, as nothing may keep a record that is to go.
	pub(crate) fn pay_back_swept(
		reason: HoldReason,
		payer: &T::AccountId,
		by: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if by == payer {
			return Self::pay_back(reason, payer, amount);
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
		Self::pay_back(reason, payer, amount.saturating_sub(reward))
	}
}
