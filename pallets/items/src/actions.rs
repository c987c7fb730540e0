// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed. No sum here can overflow: the checks saw to ids
//! and supply, and no avatar has more units than were minted.

use crate::{
	CollectionDetails, Collections, Config, Event, Form, HoldReason, Issuer, ItemDetails, Items,
	KindDetails, Kinds, NextCollectionId, Pallet,
};
use core::mem;
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, CollectionId, ItemId, KindId},
	key::{CollectionKey, ItemKey, KindKey},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_collection(
		who: T::AccountId,
		issuer: Issuer,
		next: CollectionId,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::Collection.into(), &who, T::CollectionDeposit::get())?;
		match issuer {
			Issuer::World(world) => T::Worlds::retain(world)?,
			Issuer::Avatar(avatar) => T::Avatars::retain(avatar, 1)?,
		}
		let collection = NextCollectionId::<T>::mutate(|id| mem::replace(id, next));
		let details = CollectionDetails::new(issuer, who.clone());
		Collections::<T>::insert(CollectionKey::from(collection), details);
		Self::deposit_event(Event::CollectionCreated { collection, issuer, payer: who });
		Ok(())
	}

	pub(crate) fn do_adopt_collection(
		who: T::AccountId,
		collection: CollectionId,
		details: CollectionDetails<T::AccountId>,
	) -> DispatchResult {
		// No kind and no item is ever removed, so those counted are those that have deposits.
		for (reason, deposit, records) in [
			(HoldReason::Collection, T::CollectionDeposit::get(), 1),
			(HoldReason::Kind, T::KindDeposit::get(), details.kinds),
			(HoldReason::Item, T::ItemDeposit::get(), details.items),
		] {
			let (reason, total) = (reason.into(), deposit.saturating_mul(records.into()));
			if total > 0 {
				T::Currency::hold(&reason, &who, total)?;
				T::Currency::release(&reason, &details.payer, total, Precision::Exact)?;
			}
		}
		let from = details.payer;
		let details = CollectionDetails { payer: who.clone(), ..details };
		Collections::<T>::insert(CollectionKey::from(collection), details);
		Self::deposit_event(Event::CollectionAdopted { collection, from, to: who });
		Ok(())
	}

	pub(crate) fn do_create_kind(
		collection: CollectionId,
		details: CollectionDetails<T::AccountId>,
		form: Form,
		max_supply: Option<u64>,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::Kind.into(), &details.payer, T::KindDeposit::get())?;
		let kind = KindId { collection, index: details.kinds };
		Kinds::<T>::insert(KindKey::from(kind), KindDetails::new(form, max_supply));
		let kinds = details.kinds.saturating_add(1);
		let details = CollectionDetails { kinds, ..details };
		Collections::<T>::insert(CollectionKey::from(collection), details);
		Self::deposit_event(Event::KindCreated { kind, form, max_supply });
		Ok(())
	}

	pub(crate) fn do_mint_items(
		kind: KindId,
		collection: CollectionDetails<T::AccountId>,
		details: KindDetails,
		to: &[AvatarId],
	) -> DispatchResult {
		let count: u32 = to.len().saturated_into();
		let deposit = T::ItemDeposit::get().saturating_mul(Balance::from(count));
		T::Currency::hold(&HoldReason::Item.into(), &collection.payer, deposit)?;
		let first = ItemId { collection: kind.collection, serial: collection.items };
		for (&owner, serial) in to.iter().zip(first.serial..) {
			T::Avatars::retain(owner, 1)?;
			let key = ItemKey::from(ItemId { serial, ..first });
			Items::<T>::insert(key, ItemDetails::new(owner, kind.index));
		}
		let items = collection.items.saturating_add(count);
		let collection = CollectionDetails { items, ..collection };
		Collections::<T>::insert(CollectionKey::from(kind.collection), collection);
		Self::add_supply(kind, details, count.into());
		Self::deposit_event(Event::ItemsMinted { kind, first, count });
		Ok(())
	}

	pub(crate) fn do_mint_units(
		kind: KindId,
		details: KindDetails,
		to: AvatarId,
		amount: u64,
	) -> DispatchResult {
		Self::add_units(kind, to, amount)?;
		Self::add_supply(kind, details, amount);
		Self::deposit_event(Event::UnitsMinted { kind, to, amount });
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
		Items::<T>::insert(ItemKey::from(item), ItemDetails { holding, ..details });
		Self::deposit_event(Event::ItemTransferred { item, from, to });
		Ok(())
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

	fn add_supply(kind: KindId, details: KindDetails, amount: u64) {
		let supply = details.supply.saturating_add(amount);
		Kinds::<T>::insert(KindKey::from(kind), KindDetails { supply, ..details });
	}

	/// The record of an avatar that had no units is one more that names it.
	fn add_units(kind: KindId, avatar: AvatarId, amount: u64) -> DispatchResult {
		let before = Self::units_of(kind, avatar);
		if before == 0 {
			T::Avatars::retain(avatar, 1)?;
		}
		Self::set_units(kind, avatar, before.saturating_add(amount));
		Ok(())
	}

	/// Takes no more units than the avatar has.
	fn take_units(kind: KindId, avatar: AvatarId, amount: u64) {
		let left = Self::units_of(kind, avatar).saturating_sub(amount);
		Self::set_units(kind, avatar, left);
		if left == 0 {
			T::Avatars::release(avatar, 1);
		}
	}
}
