// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, HoldReason, Pallet};
use frame_support::traits::{
	fungible::{Inspect, Mutate, MutateHold},
	tokens::{Fortitude, Precision, Preservation, Restriction},
};
use freehold_primitives::{chain::Balance, ids::AvatarId, purse::Purse};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Mints the pot its existential deposit: an account that does not exist can't hold.
	pub(crate) fn create_pot() -> DispatchResult {
		T::Currency::mint_into(&Self::pot(), T::Currency::minimum_balance())?;
		Ok(())
	}

	pub(crate) fn do_deposit(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
		purse: Purse,
	) -> DispatchResult {
		T::Currency::transfer_and_hold(
			&HoldReason::Purse.into(),
			who,
			&Self::pot(),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		Self::set_purse(avatar, purse);
		Self::deposit_event(Event::Deposited { avatar, from: who.clone(), amount });
		Ok(())
	}

	pub(crate) fn do_withdraw(
		who: &T::AccountId,
		avatar: AvatarId,
		amount: Balance,
		purse: Purse,
	) -> DispatchResult {
		T::Currency::transfer_on_hold(
			&HoldReason::Purse.into(),
			&Self::pot(),
			who,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Polite,
		)?;
		Self::set_purse(avatar, purse);
		Self::deposit_event(Event::Withdrawn { avatar, to: who.clone(), amount });
		Ok(())
	}

	pub(crate) fn do_pay(
		from: AvatarId,
		payer: Purse,
		to: AvatarId,
		payee: Purse,
		amount: Balance,
	) {
		Self::do_move(from, payer, to, payee);
		Self::deposit_event(Event::Paid { from, to, amount });
	}

	/// The payee's purse is written second: see [`Pallet::ensure_can_move`].
	pub(crate) fn do_move(from: AvatarId, payer: Purse, to: AvatarId, payee: Purse) {
		Self::set_purse(from, payer);
		Self::set_purse(to, payee);
	}

	/// Writes a purse that has lost coins, which the pot now holds as set aside.
	pub(crate) fn do_set_aside(avatar: AvatarId, purse: Purse, amount: Balance) -> DispatchResult {
		Self::hold_anew(HoldReason::Purse, HoldReason::Escrow, amount)?;
		Self::set_purse(avatar, purse);
		Ok(())
	}

	/// Writes a purse that has got coins, which the pot held as set aside.
	pub(crate) fn do_pay_out(avatar: AvatarId, purse: Purse, amount: Balance) -> DispatchResult {
		Self::hold_anew(HoldReason::Escrow, HoldReason::Purse, amount)?;
		Self::set_purse(avatar, purse);
		Ok(())
	}

	/// Makes the pot hold coins for another reason. Its existential deposit stays free, so that it
	/// can.
	pub(crate) fn hold_anew(from: HoldReason, to: HoldReason, amount: Balance) -> DispatchResult {
		if amount > 0 {
			let pot = Self::pot();
			Self::give_back(from, &pot, amount)?;
			Self::hold(to, &pot, amount)?;
		}
		Ok(())
	}
}
