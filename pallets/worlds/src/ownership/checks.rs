// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Pallet, WorldDetails};
use frame_support::ensure;
use freehold_primitives::ids::WorldId;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_can_offer_ownership(
		who: &T::AccountId,
		world: WorldId,
		to: Option<&T::AccountId>,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		match to {
			Some(to) => ensure!(to != who, Error::<T>::AlreadyOwner),
			None => ensure!(details.offered_to.is_some(), Error::<T>::NotOffered),
		}
		Ok(details)
	}

	pub(crate) fn ensure_can_accept_ownership(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_registered(world)?;
		ensure!(details.offered_to.as_ref() == Some(who), Error::<T>::NotOffered);
		ensure!(details.settlers == 0, Error::<T>::InUse);
		Ok(details)
	}
}
