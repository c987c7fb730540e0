// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, Metadata, NextWorldId, Pallet, WorldDetails};
use frame_support::ensure;
use freehold_primitives::{fee::Fee, ids::WorldId, land::Area};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The new world's id, and the one after it.
	pub(crate) fn ensure_can_register(
		who: &T::AccountId,
		bounds: Area,
		fee: Option<Fee>,
	) -> Result<(WorldId, WorldId), DispatchError> {
		ensure!(bounds.is_valid(), Error::<T>::InvalidBounds);
		Self::ensure_can_keep(who, fee, None)?;
		let world = NextWorldId::<T>::get();
		let next = world.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((world, next))
	}

	pub(crate) fn ensure_can_set_metadata(
		who: &T::AccountId,
		world: WorldId,
		metadata: Option<&Metadata>,
	) -> DispatchResult {
		Self::ensure_operates(who, world)?;
		ensure!(metadata.is_none_or(Metadata::has_valid_name), Error::<T>::InvalidName);
		Ok(())
	}

	pub(crate) fn ensure_can_extend(
		who: &T::AccountId,
		world: WorldId,
		bounds: Area,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		let Area { min, max } = details.bounds;
		let grows = bounds.contains(min) && bounds.contains(max);
		ensure!(grows, Error::<T>::InvalidBounds);
		Ok(details)
	}

	pub(crate) fn ensure_can_suspend(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		ensure!(!details.suspended, Error::<T>::Suspended);
		Ok(details)
	}

	pub(crate) fn ensure_can_resume(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		ensure!(details.suspended, Error::<T>::NotSuspended);
		Ok(details)
	}

	pub(crate) fn ensure_can_close(
		who: &T::AccountId,
		world: WorldId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		ensure!(details.settlers == 0 && details.consumers == 0, Error::<T>::InUse);
		Ok(details)
	}
}
