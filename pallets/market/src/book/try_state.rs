// SPDX-License-Identifier: Apache-2.0
//! The invariants of resting orders.

use super::OrderOf;
use crate::{Book, Config, NextOrderId, Pallet, Want};
use core::cmp::Ordering;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{ids::OrderId, traits::Avatars};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_book() -> Result<(), TryRuntimeError> {
		let next = NextOrderId::<T>::get();
		for (key, order) in Book::<T>::iter() {
			ensure!(OrderId::from(key) < next, "M1: an order's id was not given out");
			Self::check_order(&order)?;
		}
		Ok(())
	}

	fn check_order(order: &OrderOf<T>) -> Result<(), TryRuntimeError> {
		Self::ensure_sensible(&order.give, &order.want, order.lots)
			.map_err(|_| "M4: an order makes no sense")?;
		ensure!(order.taker != Some(order.maker), "M4: an order is for its own maker");
		let barter = matches!(order.want, Want::Assets(_));
		ensure!(!barter || order.taker.is_some(), "M4: a barter is for nobody");
		let latest = Self::now().saturating_add(T::MaxLifetime::get());
		ensure!(order.until <= latest, "M4: an order rests for too long");
		let known = match order.tenure.cmp(&T::Avatars::tenure(order.maker)?) {
			Ordering::Less => true,
			Ordering::Equal => T::Avatars::owner(order.maker)? == order.payer,
			Ordering::Greater => false,
		};
		ensure!(known, "M4: an order was made under an owner that its maker never had");
		Ok(())
	}
}
