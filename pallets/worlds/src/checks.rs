// SPDX-License-Identifier: Apache-2.0
//! What more than one topic checks. These only read.

use crate::{Config, Error, Pallet, WorldDetails, Worlds};
use frame_support::ensure;
use freehold_primitives::{chain::BlockNumber, ids::WorldId, key::WorldKey};
use sp_runtime::{DispatchError, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_registered(
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		Worlds::<T>::get(WorldKey::from(world)).ok_or(Error::<T>::UnknownWorld.into())
	}

	pub(crate) fn ensure_operates(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_registered(world)?;
		ensure!(details.owner == *who, Error::<T>::NotOwner);
		Ok(details)
	}

	/// The number of this block.
	pub(crate) fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into::<BlockNumber>()
	}
}
