// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{
	AttributeKeys, AttributeName, Attributes, Changes, CollectionOf, Config, Error, Form,
	ItemDetails, KindDetails, Pallet, Write, WriteRefusal, Writer, MAX_ATTRIBUTES,
	MAX_COUNTER_STEP,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use freehold_primitives::{
	asset::Lock,
	ids::{ItemId, KindId, WorldId},
	key::{ItemKey, KindKey},
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The collection, and the kind as it is.
	pub(crate) fn ensure_can_define_attribute(
		who: &T::AccountId,
		kind: KindId,
		name: &AttributeName,
		writer: Writer,
	) -> Result<(CollectionOf<T>, KindDetails), DispatchError> {
		let collection = Self::ensure_issues(who, kind.collection)?;
		let details = Self::ensure_form(kind, Form::Unique)?;
		if let Writer::Server(world) = writer {
			// No call removes what servers wrote: its deposit comes back with the item's end.
			ensure!(details.rules.burnable, Error::<T>::NotBurnable);
			// Whose servers write nothing unless they want to, so nobody has to agree. If the world is
			// closed they write nothing any more.
			T::Worlds::owner(world)?;
		}
		// Who may yet draw an item has paid for it.
		let settled = writer == Writer::Holder || details.reserved == 0;
		ensure!(settled, Error::<T>::InUse);
		let readable = !name.is_empty() && core::str::from_utf8(name).is_ok();
		ensure!(readable, Error::<T>::InvalidName);
		let full = u32::from(details.attributes) >= MAX_ATTRIBUTES;
		ensure!(!full, Error::<T>::TooManyAttributes);
		let mut others = AttributeKeys::<T>::iter_prefix_values(KindKey::from(kind));
		ensure!(others.all(|other| other.name != *name), Error::<T>::NameTaken);
		Ok((collection, details))
	}

	/// The item as it is.
	pub(crate) fn ensure_can_set_attributes(
		who: &T::AccountId,
		item: ItemId,
		changes: &Changes,
	) -> Result<ItemDetails, DispatchError> {
		let details = Self::ensure_item(item)?;
		ensure!(!is_up_for_auction(&details), Error::<T>::Locked);
		ensure!(!changes.is_empty(), Error::<T>::NothingToWrite);
		let kind = KindKey::from(details.kind_in(item.collection));
		let mut named = BTreeSet::new();
		for (key, value) in changes {
			ensure!(named.insert(*key), Error::<T>::DuplicateKey);
			let defined = AttributeKeys::<T>::get(kind, key).ok_or(Error::<T>::UnknownKey)?;
			ensure!(item.serial >= defined.from, Error::<T>::NotWriter);
			Self::ensure_writes(who, item, &details, defined.writer)?;
			let exists = || Attributes::<T>::contains_key(ItemKey::from(item), key);
			ensure!(value.is_some() || exists(), Error::<T>::UnknownAttribute);
		}
		Ok(details)
	}

	/// Succeeds if `who` may set what this writer writes of the item. Servers have a call of their
	/// own, which nobody else's counters get into.
	fn ensure_writes(
		who: &T::AccountId,
		item: ItemId,
		details: &ItemDetails,
		writer: Writer,
	) -> DispatchResult {
		match writer {
			Writer::Issuer => Self::ensure_not_frozen(&Self::ensure_issuer(who, item.collection)?),
			Writer::Holder => {
				T::Avatars::ensure_owner(who, details.holding.owner)?;
				Self::ensure_unlocked(&details.holding)
			},
			Writer::Server(_) => Err(Error::<T>::NotWriter.into()),
		}
	}

	pub(crate) fn ensure_can_write_attributes(
		who: &T::AccountId,
		world: WorldId,
	) -> DispatchResult {
		T::Worlds::ensure_settler(who, world)
	}

	/// The item as it is, if the servers of the world write the attribute, and this is news of it.
	pub(super) fn accept_write(world: WorldId, write: &Write) -> Result<ItemDetails, WriteRefusal> {
		let details = Self::ensure_item(write.item).map_err(|_| WriteRefusal::UnknownItem)?;
		let kind = KindKey::from(details.kind_in(write.item.collection));
		let defined = AttributeKeys::<T>::get(kind, write.key).ok_or(WriteRefusal::UnknownKey)?;
		let writes = defined.writer == Writer::Server(world) && write.item.serial >= defined.from;
		ensure!(writes, WriteRefusal::NotWriter);
		ensure!(!is_up_for_auction(&details), WriteRefusal::UpForAuction);
		// No call removes what servers wrote while there is the item: no counter starts anew.
		let before = Attributes::<T>::get(ItemKey::from(write.item), write.key);
		let counter = before.as_ref().map_or(0, |it| it.counter);
		ensure!(before.is_none() || write.counter > counter, WriteRefusal::Stale);
		let near = write.counter.saturating_sub(counter) <= MAX_COUNTER_STEP;
		ensure!(near, WriteRefusal::TooFarAhead);
		Ok(details)
	}
}

/// Whether others bid for the item as it is. To write it would void the auction, and who writes may
/// be the seller, who dislikes the bids.
fn is_up_for_auction(details: &ItemDetails) -> bool {
	matches!(details.holding.lock, Some(Lock::Auction(_)))
}
