// SPDX-License-Identifier: Apache-2.0
//! Money that stands behind records: held of who asks for one, and paid back to the same account.

use crate::{Config, HoldReason, Pallet};
use frame_support::traits::{fungible::MutateHold, tokens::Precision};
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
}
