// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed. No sum here can overflow: the checks saw to ids
//! and supply, and no avatar has more units than were minted.

use crate::{
	CollectionDetails, CollectionOf, Config, Error, Event, HoldReason, Issuer, ItemDetails, Items,
	KindDetails, Pallet,
};
use alloc::vec::Vec;
use frame_support::traits::Get;
use freehold_primitives::{
	asset::Stack,
	chain::Balance,
	ids::{AvatarId, ItemId, KindId},
	key::ItemKey,
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_mint_items(
		who: &T::AccountId,
		kind: KindId,
		collection: CollectionOf<T>,
		details: KindDetails,
		to: &[AvatarId],
	) -> DispatchResult {
		let count: u32 = to.len().saturated_into();
		let deposit = T::ItemDeposit::get().saturating_mul(Balance::from(count));
		if let Issuer::World(world) = collection.issuer {
			// A settler whose key is stolen spends no more of the owner's money than it may move.
			T::Worlds::charge(who, world, deposit)?;
		}
		Self::hold(HoldReason::Item, &collection.payer, deposit)?;
		let first = ItemId { collection: kind.collection, serial: collection.items };
		for (&owner, serial) in to.iter().zip(first.serial..) {
			T::Avatars::retain(owner, 1)?;
			let item = ItemDetails::new(owner, kind.index, details.royalty);
			Self::set_item(ItemId { serial, ..first }, item);
		}
		let collection = CollectionDetails {
			items: collection.items.saturating_add(count),
			live_items: collection.live_items.saturating_add(count),
			..collection
		};
		Self::set_collection(kind.collection, collection);
		Self::count_minted(kind, details, count.into());
		Self::deposit_event(Event::ItemsMinted { kind, first, count });
		Ok(())
	}

	pub(crate) fn do_mint_units(
		kind: KindId,
		details: KindDetails,
		to: &[(AvatarId, u64)],
		amount: u64,
	) -> DispatchResult {
		for &(avatar, units) in to {
			// Reads anew what was just written if an avatar is named twice.
			Self::add_units(kind, avatar, units)?;
		}
		Self::count_minted(kind, details, amount);
		let avatars = to.len().saturated_into();
		Self::deposit_event(Event::UnitsMinted { kind, avatars, amount });
		Ok(())
	}

	pub(crate) fn do_transfer_item(
		item: ItemId,
		details: ItemDetails,
		to: AvatarId,
	) -> DispatchResult {
		let from = details.holding.owner;
		T::Avatars::retain(to, 1)?;
		T::Avatars::release(from, 1);
		let holding = details.holding.moved_to(to);
		Self::set_item(item, ItemDetails { holding, ..details });
		Self::deposit_event(Event::ItemTransferred { item, from, to });
		Ok(())
	}

	pub(crate) fn do_transfer_batch(
		transfers: &[(ItemId, AvatarId)],
		items: Vec<ItemDetails>,
	) -> DispatchResult {
		let mut moves = transfers.iter().zip(items);
		moves.try_for_each(|(&(item, to), details)| Self::do_transfer_item(item, details, to))
	}

	pub(crate) fn do_transfer_units(
		kind: KindId,
		from: AvatarId,
		to: AvatarId,
		amount: u64,
	) -> DispatchResult {
		Self::take_units(kind, from, amount);
		// Reads anew what was just written if both are the same avatar.
		Self::add_units(kind, to, amount)?;
		Self::deposit_event(Event::UnitsTransferred { kind, from, to, amount });
		Ok(())
	}

	pub(crate) fn do_burn_item(item: ItemId, details: ItemDetails) -> DispatchResult {
		Self::remove_attributes(item, &details)?;
		Items::<T>::remove(ItemKey::from(item));
		let owner = details.holding.owner;
		T::Avatars::release(owner, 1);
		let collection = Self::ensure_collection(item.collection)?;
		Self::give_back(HoldReason::Item, &collection.payer, T::ItemDeposit::get())?;
		let live_items = collection.live_items.saturating_sub(1);
		Self::set_collection(item.collection, CollectionDetails { live_items, ..collection });
		let kind = details.kind_in(item.collection);
		Self::count_burned(kind, 1)?;
		Self::deposit_event(Event::ItemBurned { item, kind, owner });
		Ok(())
	}

	pub(crate) fn do_burn_units(kind: KindId, avatar: AvatarId, amount: u64) -> DispatchResult {
		Self::take_units(kind, avatar, amount);
		Self::count_burned(kind, amount)?;
		Self::deposit_event(Event::UnitsBurned { kind, avatar, amount });
		Ok(())
	}

	/// Mints an item of a kind that has room for it, and holds nothing for it: whoever calls it
	/// has seen to the deposit.
	pub(crate) fn put_item(kind: KindId, owner: AvatarId) -> Result<ItemId, DispatchError> {
		let collection = Self::ensure_collection(kind.collection)?;
		let details = Self::ensure_kind(kind)?;
		let serial = collection.items;
		let items = serial.checked_add(1).ok_or(Error::<T>::NoIdsLeft)?;
		T::Avatars::retain(owner, 1)?;
		let item = ItemId { collection: kind.collection, serial };
		Self::set_item(item, ItemDetails::new(owner, kind.index, details.royalty));
		let live_items = collection.live_items.saturating_add(1);
		let collection = CollectionDetails { items, live_items, ..collection };
		Self::set_collection(kind.collection, collection);
		Self::count_minted(kind, details, 1);
		Ok(item)
	}

	/// Mints units of a kind that has room for them.
	pub(crate) fn put_units(kind: KindId, avatar: AvatarId, amount: u64) -> DispatchResult {
		let details = Self::ensure_kind(kind)?;
		Self::add_units(kind, avatar, amount)?;
		Self::count_minted(kind, details, amount);
		Ok(())
	}

	/// Writes the record of an item.
	pub(crate) fn set_item(item: ItemId, details: ItemDetails) {
		Items::<T>::insert(ItemKey::from(item), details);
	}

	fn count_minted(kind: KindId, details: KindDetails, amount: u64) {
		let minted = details.minted.saturating_add(amount);
		Self::set_kind(kind, KindDetails { minted, ..details });
	}

	fn count_burned(kind: KindId, amount: u64) -> DispatchResult {
		let details = Self::ensure_kind(kind)?;
		let burned = details.burned.saturating_add(amount);
		Self::set_kind(kind, KindDetails { burned, ..details });
		Ok(())
	}

	/// The record of an avatar that had no units is one more that names it.
	fn add_units(kind: KindId, avatar: AvatarId, amount: u64) -> DispatchResult {
		let before = Self::stack(kind, avatar);
		if before.is_empty() {
			T::Avatars::retain(avatar, 1)?;
		}
		let free = before.free.saturating_add(amount);
		Self::set_stack(kind, avatar, Stack { free, ..before });
		Ok(())
	}

	/// Takes no more units than the avatar may give away.
	fn take_units(kind: KindId, avatar: AvatarId, amount: u64) {
		let before = Self::stack(kind, avatar);
		let left = Stack { free: before.free.saturating_sub(amount), ..before };
		Self::set_stack(kind, avatar, left);
		if left.is_empty() {
			T::Avatars::release(avatar, 1);
		}
	}
}
