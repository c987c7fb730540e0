// SPDX-License-Identifier: Apache-2.0
//! What the settlement kernel and the runtime's invariants read and write.

use crate::{Accrued, Config, Error, Form, ItemDetails, Items, Pallet, Units};
use frame_support::ensure;
use freehold_primitives::{
	asset::{Holding, Lock, Owned, Stack},
	chain::{Balance, BlockNumber},
	ids::{AvatarId, ItemId, KindId},
	key::{AvatarKey, ItemKey, KindKey},
	settlement::Terms,
};
use sp_runtime::{DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Who owns the item, and what it is. A custody that is over locks nothing.
	pub fn asset(item: ItemId) -> Option<Owned> {
		Self::item_now(item).map(|details| details.owned_in(item.collection))
	}

	/// Writes who owns an item that exists. Who calls it counts the records of both avatars.
	pub fn set_holding(item: ItemId, holding: Holding) {
		Items::<T>::mutate_extant(ItemKey::from(item), |details| details.holding = holding);
	}

	/// What trades may do with what is of a kind; none if there is no such kind.
	pub fn terms(kind: KindId) -> Option<Terms> {
		Self::kind(kind).map(|details| Terms {
			unique: details.form == Form::Unique,
			transferable: details.rules.transferable,
			home: details.rules.home,
			royalty: details.royalty,
			raise: details.raise,
		})
	}

	/// How many units of the kind the avatar has; none of a kind that does not exist.
	pub fn stack(kind: KindId, avatar: AvatarId) -> Stack {
		Units::<T>::get(KindKey::from(kind), AvatarKey::from(avatar))
	}

	/// Writes how many units an avatar has, and keeps no record of none. Who calls it sees to it
	/// that the sum over all avatars stays the kind's supply, and counts the records of avatars.
	pub fn set_stack(kind: KindId, avatar: AvatarId, stack: Stack) {
		let (kind, avatar) = (KindKey::from(kind), AvatarKey::from(avatar));
		if stack.is_empty() {
			Units::<T>::remove(kind, avatar);
		} else {
			Units::<T>::insert(kind, avatar, stack);
		}
	}

	/// Adds coins to those that are there for who shares a kind's royalty. Who calls it sets them
	/// aside.
	///
	/// # Errors
	/// If nobody shares a royalty of the kind, or there would be more than can be counted.
	pub fn accrue(kind: KindId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let details = Self::ensure_kind(kind)?;
		ensure!(details.royalty > 0, Error::<T>::InvalidShares);
		let total = Self::accrued(kind).checked_add(amount).ok_or(Error::<T>::Overflow)?;
		Accrued::<T>::insert(KindKey::from(kind), total);
		Ok(())
	}

	/// How many coins of royalties are set aside in all.
	pub fn accrued_total() -> Balance {
		Accrued::<T>::iter_values().fold(0, Balance::saturating_add)
	}

	/// The record of an item, without a custody that is over: it ends when it is read.
	pub(crate) fn item_now(item: ItemId) -> Option<ItemDetails> {
		let mut details = Items::<T>::get(ItemKey::from(item))?;
		if let Some(Lock::Custody(custody)) = details.holding.lock {
			if custody.until < Self::now() {
				details.holding.lock = None;
			}
		}
		Some(details)
	}

	/// The number of this block.
	pub(crate) fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into::<BlockNumber>()
	}
}
