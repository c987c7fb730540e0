// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Pallet, WorldDetails};
use frame_support::ensure;
use freehold_primitives::{
	fee::{Fee, MAX_WORLD_FEE},
	ids::WorldId,
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_set_fee(
		who: &T::AccountId,
		world: WorldId,
		fee: Option<Fee>,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		Self::ensure_can_keep(who, fee, details.fee.at(Self::now()))?;
		Ok(details)
	}

	/// Succeeds if `who` may have a world keep the fee, where `before` is in force. An avatar that
	/// it newly goes to has to be the account's own: to be named keeps it from being retired.
	pub(crate) fn ensure_can_keep(
		who: &T::AccountId,
		fee: Option<Fee>,
		before: Option<Fee>,
	) -> DispatchResult {
		let Some(Fee { to, rate }) = fee else { return Ok(()) };
		ensure!(rate <= MAX_WORLD_FEE, Error::<T>::FeeTooHigh);
		if before.is_some_and(|it| it.to == to) {
			return Ok(());
		}
		T::Avatars::ensure_owner(who, to)
	}
}
