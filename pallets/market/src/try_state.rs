// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{Auctions, Book, Config, HoldReason, Pallet};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::InspectHold};
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	ids::{AvatarId, KindId},
	settlement::{Pledge, Store},
};
use sp_runtime::TryRuntimeError;

/// How many units of a kind are locked with an avatar.
type LockedUnits = BTreeMap<(KindId, AvatarId), u64>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_book()?;
		Self::check_auctions()?;
		Self::check_locks()?;
		Self::check_escrow()?;
		Self::check_consumers()?;
		let payers = Book::<T>::iter_values().map(|order| order.payer);
		Self::check_deposits(HoldReason::Order, payers, "M7: deposits do not match the orders")?;
		let payers = Auctions::<T>::iter_values().map(|auction| auction.payer);
		Self::check_deposits(HoldReason::Auction, payers, "M7: deposits do not match the auctions")
	}

	fn check_locks() -> Result<(), TryRuntimeError> {
		let mut units = LockedUnits::new();
		for (key, order) in Book::<T>::iter() {
			Self::check_pledge(&order.pledge(key.into(), order.lots), &mut units)?;
		}
		for (key, auction) in Auctions::<T>::iter() {
			Self::check_pledge(&auction.pledge(key.into()), &mut units)?;
		}
		let store = T::Store::default();
		for ((kind, avatar), amount) in units {
			let locked = store.units(kind, avatar).locked;
			ensure!(locked == amount, "M3: other units are locked than orders and auctions have");
		}
		Ok(())
	}

	/// Checks what is unique in a pledge, and counts the units in it.
	fn check_pledge(pledge: &Pledge<'_>, units: &mut LockedUnits) -> Result<(), TryRuntimeError> {
		let store = T::Store::default();
		for asset in pledge.assets {
			if let Some((id, _)) = asset.unique() {
				let owned = store.asset(id).ok_or("M2: an asset in the market does not exist")?;
				let ready =
					owned.holding.owner == pledge.owner && owned.holding.lock == Some(pledge.lock);
				ensure!(ready, "M2: an asset in the market is not locked with its seller");
			}
			if let Asset::Units { kind, amount } = *asset {
				let sum = units.entry((kind, pledge.owner)).or_default();
				*sum = amount
					.checked_mul(pledge.lots.into())
					.and_then(|more| sum.checked_add(more))
					.ok_or("M3: more units are locked than can be counted")?;
			}
		}
		Ok(())
	}

	fn check_escrow() -> Result<(), TryRuntimeError> {
		let bids = Auctions::<T>::iter_values().filter_map(|it| it.best);
		let orders = Book::<T>::iter_values().map(|order| order.escrow());
		orders
			.chain(bids.map(|best| Some(best.amount)))
			.try_fold(0, |sum: Balance, amount| sum.checked_add(amount?))
			.ok_or("M6: more coins are set aside than can be counted")?;
		Ok(())
	}

	/// That nothing else is counted in the purses, only the runtime can know.
	fn check_consumers() -> Result<(), TryRuntimeError> {
		let makers = Book::<T>::iter_values().map(|order| order.maker);
		let bids = Auctions::<T>::iter_values().filter_map(|it| it.best);
		let mut named = BTreeMap::<AvatarId, u32>::new();
		for avatar in makers.chain(bids.map(|best| best.bidder)) {
			let count = named.entry(avatar).or_default();
			*count = count.saturating_add(1);
		}
		let store = T::Store::default();
		for (avatar, count) in named {
			let purse = store.purse(avatar).ok_or("M8: an order names an avatar that is gone")?;
			ensure!(purse.consumers >= count, "M8: an avatar's orders and bids are not counted");
		}
		Ok(())
	}

	/// Checks that each payer holds just so many deposits: one for each time that it is named.
	fn check_deposits(
		reason: HoldReason,
		payers: impl Iterator<Item = T::AccountId>,
		message: &'static str,
	) -> Result<(), TryRuntimeError> {
		let mut owed = BTreeMap::<T::AccountId, Balance>::new();
		for payer in payers {
			let total = owed.entry(payer).or_default();
			*total = total.saturating_add(Self::deposit_for(reason));
		}
		for (payer, deposit) in owed {
			let held = T::Currency::balance_on_hold(&reason.into(), &payer);
			ensure!(held == deposit, message);
		}
		Ok(())
	}
}
