// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	glue::OWNER_LANE, AvatarDetails, Avatars, Config, Event, Fills, HoldReason, NextAvatarId,
	OfferDetails, Offers, Pallet, Profiles, Purses,
};
use frame_support::traits::{fungible::Mutate, tokens::Preservation, Get};
use freehold_primitives::{chain::Balance, ids::AvatarId, key::AvatarKey, purse::Purse};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create(
		who: &T::AccountId,
		avatar: AvatarId,
		next: AvatarId,
	) -> DispatchResult {
		Self::hold(HoldReason::Avatar, who, T::AvatarDeposit::get())?;
		let key = AvatarKey::from(avatar);
		NextAvatarId::<T>::put(next);
		Avatars::<T>::insert(key, AvatarDetails::new(who.clone()));
		Purses::<T>::insert(key, Purse::default());
		Self::deposit_event(Event::AvatarCreated { avatar, owner: who.clone() });
		Ok(())
	}

	pub(crate) fn do_offer(
		who: &T::AccountId,
		avatar: AvatarId,
		price: Balance,
		to: Option<T::AccountId>,
	) -> DispatchResult {
		Self::hold(HoldReason::Offer, who, T::OfferDeposit::get())?;
		let offer = OfferDetails { price, to: to.clone(), offered_at: Self::now() };
		Offers::<T>::insert(AvatarKey::from(avatar), offer);
		Self::set_frozen(avatar, true);
		Self::deposit_event(Event::AvatarOffered { avatar, price, to });
		Ok(())
	}

	pub(crate) fn do_withdraw_offer(who: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		Self::close_offer(who, avatar)?;
		Self::deposit_event(Event::OfferWithdrawn { avatar });
		Ok(())
	}

	/// Everything that the owner pays deposits for is the buyer's to pay for, and everything given
	/// back is the seller's. The price comes last: an account that was given deposits back exists,
	/// so that any price can be paid to it.
	pub(crate) fn do_accept_offer(
		buyer: T::AccountId,
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
		price: Balance,
	) -> DispatchResult {
		let seller = details.owner.clone();
		let key = AvatarKey::from(avatar);
		Self::hand_over(HoldReason::Avatar, &seller, &buyer, T::AvatarDeposit::get())?;
		Self::hand_over_handle(avatar, &seller, &buyer)?;
		if Profiles::<T>::contains_key(key) {
			Self::hand_over(HoldReason::Profile, &seller, &buyer, T::ProfileDeposit::get())?;
		}
		Self::remove_devices(avatar, &details)?;
		Self::close_offer(&seller, avatar)?;
		// Else they would be good again if the seller ever bought the avatar back.
		let jump = Self::jump();
		Purses::<T>::mutate_extant(key, |purse| purse.void_orders(jump));
		Fills::<T>::remove(key, OWNER_LANE);
		if price > 0 {
			T::Currency::transfer(&buyer, &seller, price, Preservation::Preserve)?;
		}
		Avatars::<T>::insert(key, details.moved_to(buyer.clone()));
		Self::deposit_event(Event::AvatarTransferred { avatar, from: seller, to: buyer, price });
		Ok(())
	}

	pub(crate) fn do_retire(
		avatar: AvatarId,
		details: AvatarDetails<T::AccountId>,
	) -> DispatchResult {
		let key = AvatarKey::from(avatar);
		if let Some(handle) = Self::handle(avatar) {
			Self::do_release_handle(avatar, handle);
		}
		if Profiles::<T>::take(key).is_some() {
			Self::give_back(HoldReason::Profile, &details.owner, T::ProfileDeposit::get())?;
		}
		Self::remove_devices(avatar, &details)?;
		Self::give_back(HoldReason::Avatar, &details.owner, T::AvatarDeposit::get())?;
		Avatars::<T>::remove(key);
		Purses::<T>::remove(key);
		Fills::<T>::remove(key, OWNER_LANE);
		Self::deposit_event(Event::AvatarRetired { avatar });
		Ok(())
	}

	/// Removes an offer, gives its deposit back, and lets things leave the avatar again.
	fn close_offer(owner: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		Self::give_back(HoldReason::Offer, owner, T::OfferDeposit::get())?;
		Offers::<T>::remove(AvatarKey::from(avatar));
		Self::set_frozen(avatar, false);
		Ok(())
	}

	fn set_frozen(avatar: AvatarId, frozen: bool) {
		Purses::<T>::mutate_extant(AvatarKey::from(avatar), |purse| purse.frozen = frozen);
	}
}
