// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{CollectionOf, Config, Error, Form, ItemDetails, KindDetails, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, ItemId, KindId},
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// The records of the collection and of the kind.
	pub(crate) fn ensure_can_mint_items(
		who: &T::AccountId,
		kind: KindId,
		to: &[AvatarId],
	) -> Result<(CollectionOf<T>, KindDetails), DispatchError> {
		let collection = Self::ensure_mints(who, kind)?;
		let details = Self::ensure_form(kind, Form::Unique)?;
		ensure!(!to.is_empty(), Error::<T>::NothingToMint);
		let count: u32 = to.len().saturated_into();
		Self::ensure_mintable(&details, count.into())?;
		Self::ensure_adopted(&collection)?;
		ensure!(collection.items.checked_add(count).is_some(), Error::<T>::NoIdsLeft);
		for &avatar in to {
			T::Avatars::ensure_exists(avatar)?;
		}
		Ok((collection, details))
	}

	/// The record of the kind, and how many units it gets all together.
	pub(crate) fn ensure_can_mint_units(
		who: &T::AccountId,
		kind: KindId,
		to: &[(AvatarId, u64)],
	) -> Result<(KindDetails, u64), DispatchError> {
		let collection = Self::ensure_mints(who, kind)?;
		let details = Self::ensure_form(kind, Form::Stackable)?;
		ensure!(!to.is_empty(), Error::<T>::NothingToMint);
		let mut total = 0u64;
		for &(_, amount) in to {
			ensure!(amount > 0, Error::<T>::ZeroAmount);
			total = total.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		}
		Self::ensure_mintable(&details, total)?;
		Self::ensure_adopted(&collection)?;
		for &(avatar, _) in to {
			T::Avatars::ensure_exists(avatar)?;
		}
		Ok((details, total))
	}

	pub(crate) fn ensure_can_transfer_item(
		who: &T::AccountId,
		item: ItemId,
		to: AvatarId,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::ensure_own_item(who, item)?;
		T::Avatars::ensure_exists(to)?;
		Self::ensure_unlocked(&details.holding)?;
		let kind = Self::ensure_kind(details.kind_in(item.collection))?;
		ensure!(kind.rules.transferable, Error::<T>::Soulbound);
		Ok(details)
	}

	/// The records of the items, in the order in which they were named.
	pub(crate) fn ensure_can_transfer_batch(
		who: &T::AccountId,
		transfers: &[(ItemId, AvatarId)],
	) -> Result<Vec<ItemDetails>, DispatchError> {
		ensure!(!transfers.is_empty(), Error::<T>::NothingNamed);
		let mut named = BTreeSet::new();
		let mut items = Vec::new();
		for &(item, to) in transfers {
			ensure!(named.insert(item), Error::<T>::NamedTwice);
			items.push(Self::ensure_can_transfer_item(who, item, to)?);
		}
		Ok(items)
	}

	pub(crate) fn ensure_can_transfer_units(
		who: &T::AccountId,
		kind: KindId,
		from: AvatarId,
		to: AvatarId,
		amount: u64,
	) -> DispatchResult {
		T::Avatars::ensure_owner(who, from)?;
		T::Avatars::ensure_exists(to)?;
		let details = Self::ensure_form(kind, Form::Stackable)?;
		ensure!(details.rules.transferable, Error::<T>::Soulbound);
		Self::ensure_free_units(kind, from, amount)
	}

	pub(crate) fn ensure_can_burn_item(
		who: &T::AccountId,
		item: ItemId,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::ensure_own_item(who, item)?;
		Self::ensure_burnable_item(item, &details)?;
		Ok(details)
	}

	pub(crate) fn ensure_can_burn_units(
		who: &T::AccountId,
		kind: KindId,
		avatar: AvatarId,
		amount: u64,
	) -> DispatchResult {
		T::Avatars::ensure_owner(who, avatar)?;
		Self::ensure_burnable_units(kind, avatar, amount)
	}

	/// The record of an item that exists. A custody that is over locks it no longer.
	pub(crate) fn ensure_item(item: ItemId) -> Result<ItemDetails, DispatchError> {
		Self::item_now(item).ok_or(Error::<T>::UnknownItem.into())
	}

	/// The record of an item whose avatar `who` owns.
	pub(crate) fn ensure_own_item(
		who: &T::AccountId,
		item: ItemId,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::ensure_item(item)?;
		T::Avatars::ensure_owner(who, details.holding.owner)?;
		Ok(details)
	}

	pub(crate) fn ensure_unlocked(holding: &Holding) -> DispatchResult {
		ensure!(holding.lock.is_none(), Error::<T>::Locked);
		Ok(())
	}

	pub(crate) fn ensure_burnable_item(item: ItemId, details: &ItemDetails) -> DispatchResult {
		Self::ensure_unlocked(&details.holding)?;
		let kind = Self::ensure_kind(details.kind_in(item.collection))?;
		ensure!(kind.rules.burnable, Error::<T>::NotBurnable);
		Ok(())
	}

	pub(crate) fn ensure_burnable_units(
		kind: KindId,
		avatar: AvatarId,
		amount: u64,
	) -> DispatchResult {
		let details = Self::ensure_form(kind, Form::Stackable)?;
		ensure!(details.rules.burnable, Error::<T>::NotBurnable);
		Self::ensure_free_units(kind, avatar, amount)
	}

	/// Succeeds if it is an amount, and the avatar has as much to give.
	fn ensure_free_units(kind: KindId, avatar: AvatarId, amount: u64) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(Self::stack(kind, avatar).free >= amount, Error::<T>::TooFewUnits);
		Ok(())
	}

	/// The record of the kind's collection, in which `who` may mint.
	fn ensure_mints(who: &T::AccountId, kind: KindId) -> Result<CollectionOf<T>, DispatchError> {
		let collection = Self::ensure_collection(kind.collection)?;
		Self::ensure_may_mint(who, collection.issuer)?;
		Self::ensure_not_frozen(&collection)?;
		Ok(collection)
	}
}
