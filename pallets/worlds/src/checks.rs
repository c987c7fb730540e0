// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Error, NextWorldId, Pallet, Settlers, WorldDetails, Worlds};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	chain::BlockNumber,
	fee::{Fee, MAX_WORLD_FEE},
	ids::WorldId,
	key::WorldKey,
	land::Area,
	traits::Avatars,
};
use sp_runtime::{DispatchError, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// The new world's id, and the one after it.
	pub(crate) fn ensure_can_register(
		bounds: Area,
		fee: Option<Fee>,
	) -> Result<(WorldId, WorldId), DispatchError> {
		ensure!(bounds.is_valid(), Error::<T>::InvalidBounds);
		if let Some(fee) = fee {
			ensure!(fee.rate <= MAX_WORLD_FEE, Error::<T>::FeeTooHigh);
			T::Avatars::ensure_exists(fee.to)?;
		}
		let world = NextWorldId::<T>::get();
		let next = world.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((world, next))
	}

	pub(crate) fn ensure_can_add_settler(
		who: &T::AccountId,
		world: WorldId,
		settler: &T::AccountId,
		valid_until: BlockNumber,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		ensure!(valid_until >= Self::now(), Error::<T>::InvalidExpiry);
		let known = Settlers::<T>::contains_key(WorldKey::from(world), settler);
		ensure!(known || details.settlers < T::MaxSettlers::get(), Error::<T>::TooManySettlers);
		Ok(details)
	}

	pub(crate) fn ensure_can_remove_settler(
		who: &T::AccountId,
		world: WorldId,
		settler: &T::AccountId,
	) -> Result<WorldDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_operates(who, world)?;
		let known = Settlers::<T>::contains_key(WorldKey::from(world), settler);
		ensure!(known, Error::<T>::UnknownSettler);
		Ok(details)
	}

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
