// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Counters, Event, HoldReason, Pallet, SaleDetails, Sales};
use core::iter::once;
use frame_support::traits::Get;
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	key::WorldKey,
	land::ParcelId,
	traits::{Avatars, Purses, Worlds},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_sale(
		who: &T::AccountId,
		world: WorldId,
		number: u32,
		sale: SaleDetails,
	) -> DispatchResult {
		Self::hold(HoldReason::Sale, who, T::SaleDeposit::get())?;
		T::Avatars::retain(sale.to, 1)?;
		T::Worlds::retain(world)?;
		let key = WorldKey::from(world);
		Sales::<T>::insert(key, number, sale);
		Counters::<T>::mutate(key, |it| {
			it.open = it.open.saturating_add(1);
			it.next = number.saturating_add(1);
		});
		let SaleDetails { area, zone, price, to } = sale;
		Self::deposit_event(Event::SaleOpened { world, sale: number, area, zone, price, to });
		Ok(())
	}

	pub(crate) fn do_close_sale(
		who: &T::AccountId,
		world: WorldId,
		sale: u32,
		details: SaleDetails,
	) -> DispatchResult {
		Self::pay_back(HoldReason::Sale, who, T::SaleDeposit::get())?;
		T::Avatars::release(details.to, 1);
		T::Worlds::release(world);
		let key = WorldKey::from(world);
		Sales::<T>::remove(key, sale);
		Counters::<T>::mutate(key, |it| it.open = it.open.saturating_sub(1));
		Self::deposit_event(Event::SaleClosed { world, sale });
		Ok(())
	}

	pub(crate) fn do_claim(
		parcel: ParcelId,
		sale: u32,
		details: SaleDetails,
		avatar: AvatarId,
	) -> DispatchResult {
		let SaleDetails { zone, price, to, .. } = details;
		let ParcelId { world, at } = parcel;
		T::Purses::pay(avatar, to, price)?;
		let operator = T::Worlds::owner(world)?;
		Self::create_parcels(&operator, world, avatar, once((at, zone)))?;
		Self::deposit_event(Event::ParcelClaimed { parcel, sale, to: avatar, price });
		Ok(())
	}
}
