// SPDX-License-Identifier: Apache-2.0
//! The invariants of avatars and their offers.

use crate::{Avatars, Config, HoldReason, NextAvatarId, Offers, Pallet, Purses};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{ids::AvatarId, key::AvatarKey};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_avatars() -> Result<(), TryRuntimeError> {
		let next = NextAvatarId::<T>::get();
		for key in Avatars::<T>::iter_keys() {
			ensure!(AvatarId::from(key) < next, "A1: an avatar's id was not given out");
			ensure!(Purses::<T>::contains_key(key), "A2: an avatar has no purse");
		}
		Self::check_deposits(
			HoldReason::Avatar,
			T::AvatarDeposit::get(),
			Avatars::<T>::iter_values().map(|details| details.owner),
			"A6: an owner's deposits do not match its avatars",
		)
	}

	pub(crate) fn check_offers() -> Result<(), TryRuntimeError> {
		for (key, offer) in Offers::<T>::iter() {
			let details = Avatars::<T>::get(key)
				.ok_or("A10: an offer is of an avatar that does not exist")?;
			let price_or_buyer = offer.price > 0 || offer.to.is_some();
			ensure!(price_or_buyer, "A10: an avatar is offered to anyone for nothing");
			ensure!(offer.to != Some(details.owner), "A10: an avatar is offered to its owner");
		}
		for (key, purse) in Purses::<T>::iter() {
			ensure!(
				purse.frozen == Offers::<T>::contains_key(key),
				"A10: a purse is not frozen just while its avatar is offered"
			);
		}
		let seller = |key: AvatarKey| Avatars::<T>::get(key).map(|details| details.owner);
		Self::check_deposits(
			HoldReason::Offer,
			T::OfferDeposit::get(),
			Offers::<T>::iter_keys().filter_map(seller),
			"A6: an owner's deposits do not match its offers",
		)
	}
}
