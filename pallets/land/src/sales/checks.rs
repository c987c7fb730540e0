// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Counters, Error, Pallet, SaleDetails, Sales};
use frame_support::ensure;
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	land::{Coordinates, ParcelId},
	traits::{Avatars, Worlds},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The number of the new sale.
	pub(crate) fn ensure_can_open_sale(
		who: &T::AccountId,
		world: WorldId,
		sale: SaleDetails,
	) -> Result<u32, DispatchError> {
		T::Worlds::ensure_owner(who, world)?;
		T::Worlds::ensure_open(world)?;
		// To be named keeps an avatar from being retired: its owner has to agree.
		T::Avatars::ensure_owner(who, sale.to)?;
		Self::ensure_area(world, sale.area)?;
		ensure!(!sale.zone.is_public(), Error::<T>::PublicLand);
		let number = Counters::<T>::get(WorldKey::from(world)).next;
		ensure!(number < u32::MAX, Error::<T>::NoIdsLeft);
		Ok(number)
	}

	pub(crate) fn ensure_can_close_sale(
		who: &T::AccountId,
		world: WorldId,
		sale: u32,
	) -> Result<SaleDetails, DispatchError> {
		T::Worlds::ensure_owner(who, world)?;
		Self::ensure_sale(world, sale)
	}

	pub(crate) fn ensure_can_claim(
		who: &T::AccountId,
		world: WorldId,
		sale: u32,
		at: Coordinates,
		avatar: AvatarId,
		max_price: Balance,
	) -> Result<SaleDetails, DispatchError> {
		T::Avatars::ensure_owner(who, avatar)?;
		T::Worlds::ensure_open(world)?;
		let details = Self::ensure_sale(world, sale)?;
		ensure!(details.area.contains(at), Error::<T>::OutsideSale);
		Self::ensure_not_issued(ParcelId { world, at })?;
		ensure!(details.price <= max_price, Error::<T>::PriceTooHigh);
		Ok(details)
	}

	fn ensure_sale(world: WorldId, sale: u32) -> Result<SaleDetails, DispatchError> {
		let details = Sales::<T>::get(WorldKey::from(world), sale);
		Ok(details.ok_or(Error::<T>::UnknownSale)?)
	}
}
