// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{AvatarDetails, Config, Error, NextAvatarId, Offers, Pallet};
use frame_support::ensure;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::AvatarId,
	key::AvatarKey,
	purse::jump_after,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// The record of an avatar that exists.
	pub(crate) fn ensure_avatar(
		avatar: AvatarId,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		Self::avatar(avatar).ok_or(Error::<T>::UnknownAvatar.into())
	}

	/// The record of an avatar that `who` owns.
	pub(crate) fn ensure_owned(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_avatar(avatar)?;
		ensure!(details.owner == *who, Error::<T>::NotOwner);
		Ok(details)
	}

	/// The record of an avatar that `who` owns and does not offer, and so may take things from.
	pub(crate) fn ensure_disposes(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_owned(who, avatar)?;
		ensure!(!Self::ensure_purse(avatar)?.frozen, Error::<T>::Offered);
		Ok(details)
	}

	/// The id of the new avatar, and the one after it.
	pub(crate) fn ensure_can_create() -> Result<(AvatarId, AvatarId), DispatchError> {
		let avatar = NextAvatarId::<T>::get();
		let next = avatar.next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((avatar, next))
	}

	pub(crate) fn ensure_can_offer(
		who: &T::AccountId,
		avatar: AvatarId,
		price: Balance,
		to: Option<&T::AccountId>,
	) -> DispatchResult {
		Self::ensure_disposes(who, avatar)?;
		ensure!(price > 0 || to.is_some(), Error::<T>::ZeroPrice);
		ensure!(to != Some(who), Error::<T>::OwnAvatar);
		Ok(())
	}

	pub(crate) fn ensure_can_withdraw_offer(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> DispatchResult {
		Self::ensure_owned(who, avatar)?;
		let offered = Offers::<T>::contains_key(AvatarKey::from(avatar));
		ensure!(offered, Error::<T>::NotOffered);
		Ok(())
	}

	/// The record of the avatar, and what it costs.
	pub(crate) fn ensure_can_accept_offer(
		who: &T::AccountId,
		avatar: AvatarId,
		offered_at: BlockNumber,
		max_price: Balance,
	) -> Result<(AvatarDetails<T::AccountId>, Balance), DispatchError> {
		let details = Self::ensure_avatar(avatar)?;
		let offer = Self::offer_of(avatar).ok_or(Error::<T>::NotOffered)?;
		ensure!(details.owner != *who, Error::<T>::OwnAvatar);
		ensure!(offer.to.is_none_or(|to| to == *who), Error::<T>::OfferedToAnother);
		ensure!(offer.offered_at == offered_at, Error::<T>::OfferChanged);
		ensure!(offer.price <= max_price, Error::<T>::PriceTooHigh);
		Ok((details, offer.price))
	}

	pub(crate) fn ensure_can_retire(
		who: &T::AccountId,
		avatar: AvatarId,
	) -> Result<AvatarDetails<T::AccountId>, DispatchError> {
		let details = Self::ensure_disposes(who, avatar)?;
		let purse = Self::ensure_purse(avatar)?;
		ensure!(purse.balance == 0, Error::<T>::NotEmpty);
		ensure!(purse.consumers == 0, Error::<T>::InUse);
		Ok(details)
	}

	/// How much further lanes go on that are voided in this block.
	pub(crate) fn jump() -> u32 {
		jump_after(&frame_system::Pallet::<T>::parent_hash())
	}

	/// The number of this block.
	pub(crate) fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into::<BlockNumber>()
	}
}
