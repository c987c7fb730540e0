// SPDX-License-Identifier: Apache-2.0
//! Money that stands behind records: deposits, held of who asks for one and given back to the same
//! account, and the coins that orders and bids have set aside.

use crate::{Auctions, Book, Config, HoldReason, Pallet};
use frame_support::traits::{
	fungible::MutateHold,
	tokens::{Fortitude, Precision, Restriction},
	Get,
};
use freehold_primitives::{chain::Balance, ids::AvatarId, traits::Purses};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// The coins that all resting orders and bids have set aside. Reads them all: for checks only.
	pub fn escrowed() -> Balance {
		let orders = Book::<T>::iter_values().filter_map(|order| order.escrow());
		let bids = Auctions::<T>::iter_values().filter_map(|it| it.best).map(|best| best.amount);
		orders.chain(bids).fold(0, |sum: Balance, amount| sum.saturating_add(amount))
	}

	/// How much is held for one record.
	pub(crate) fn deposit_for(reason: HoldReason) -> Balance {
		match reason {
			HoldReason::Order => T::OrderDeposit::get(),
			HoldReason::Auction => T::AuctionDeposit::get(),
		}
	}

	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, Self::deposit_for(reason))
	}

	pub(crate) fn give_back(reason: HoldReason, payer: &T::AccountId) -> DispatchResult {
		Self::release(reason, payer, Self::deposit_for(reason))
	}

	/// Gives a deposit back, but for what the account gets that cleared its record away. Nothing
	/// that freezes the payer's money keeps the record where it is.
	pub(crate) fn give_back_less_reward(
		reason: HoldReason,
		payer: &T::AccountId,
		sweeper: &T::AccountId,
	) -> DispatchResult {
		let reward = if payer == sweeper { 0 } else { T::SweepReward::get() };
		if reward > 0 {
			T::Currency::transfer_on_hold(
				&reason.into(),
				payer,
				sweeper,
				reward,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)?;
		}
		Self::release(reason, payer, Self::deposit_for(reason).saturating_sub(reward))
	}

	fn release(reason: HoldReason, payer: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::release(&reason.into(), payer, amount, Precision::Exact)?;
		Ok(())
	}

	/// Takes coins out of a purse, if there are any to take.
	pub(crate) fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			T::Purses::set_aside(from, amount)?;
		}
		Ok(())
	}

	/// Puts coins that were set aside into a purse, if there are any.
	pub(crate) fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			T::Purses::pay_out(to, amount)?;
		}
		Ok(())
	}
}
