// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read, and return purses as they will
//! be.

use crate::{Config, Error, Pallet};
use frame_support::ensure;
use freehold_primitives::{chain::Balance, ids::AvatarId, purse::Purse};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The purse of an avatar that exists, as it is.
	pub(crate) fn ensure_purse(avatar: AvatarId) -> Result<Purse, DispatchError> {
		Self::purse(avatar).ok_or(Error::<T>::UnknownAvatar.into())
	}

	pub(crate) fn ensure_can_deposit(
		avatar: AvatarId,
		amount: Balance,
	) -> Result<Purse, DispatchError> {
		let purse = Self::ensure_purse(avatar)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		Self::ensure_can_add(purse, amount)
	}

	pub(crate) fn ensure_can_withdraw(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
	) -> Result<Purse, DispatchError> {
		Self::ensure_owned(who, avatar)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		Self::ensure_can_spend(avatar, amount)
	}

	/// The payer's purse, and the payee's.
	pub(crate) fn ensure_can_pay(
		who: &T::AccountId,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
	) -> Result<(Purse, Purse), DispatchError> {
		Self::ensure_owned(who, from)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		Self::ensure_can_move(from, to, amount)
	}

	/// The payer's purse, and the payee's, which is to be written second: one avatar may be both,
	/// and has as much in the end as before.
	pub(crate) fn ensure_can_move(
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
	) -> Result<(Purse, Purse), DispatchError> {
		let payer = Self::ensure_can_spend(from, amount)?;
		let payee = if from == to { payer } else { Self::ensure_purse(to)? };
		Ok((payer, Self::ensure_can_add(payee, amount)?))
	}

	/// The purse of an avatar that is not offered, without some coins.
	pub(crate) fn ensure_can_spend(
		avatar: AvatarId,
		amount: Balance,
	) -> Result<Purse, DispatchError> {
		let purse = Self::ensure_purse(avatar)?;
		ensure!(!purse.frozen, Error::<T>::Offered);
		let balance = purse.balance.checked_sub(amount).ok_or(Error::<T>::TooFewCoins)?;
		Ok(Purse { balance, ..purse })
	}

	/// The purse with more coins.
	pub(crate) fn ensure_can_add(purse: Purse, amount: Balance) -> Result<Purse, DispatchError> {
		let balance = purse.balance.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		Ok(Purse { balance, ..purse })
	}
}
