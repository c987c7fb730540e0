// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	AttributeDetails, AttributeKey, AttributeKeys, AttributeName, AttributeOf, Attributes, Changes,
	CollectionDetails, CollectionOf, Config, Event, HoldReason, ItemDetails, KindDetails, Kinds,
	Pallet, WeightInfo, Write, Writer,
};
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight, BoundedVec};
use freehold_primitives::{
	asset::Holding,
	ids::{ItemId, KindId, WorldId},
	key::{ItemKey, KindKey},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_define_attribute(
		kind: KindId,
		name: AttributeName,
		writer: Writer,
		(collection, details): (CollectionOf<T>, KindDetails),
	) -> DispatchResult {
		let deposit = T::AttributeKeyDeposit::get();
		Self::hold(HoldReason::AttributeKey, &collection.payer, deposit)?;
		let key = details.attributes;
		let from = if writer == Writer::Holder { 0 } else { collection.items };
		AttributeKeys::<T>::insert(KindKey::from(kind), key, AttributeKey { name, writer, from });
		let attributes = key.saturating_add(1);
		Kinds::<T>::insert(KindKey::from(kind), KindDetails { attributes, ..details });
		let attribute_keys = collection.attribute_keys.saturating_add(1);
		let collection = CollectionDetails { attribute_keys, ..collection };
		Self::set_collection(kind.collection, collection);
		Self::deposit_event(Event::AttributeDefined { kind, key, writer });
		Ok(())
	}

	pub(crate) fn do_set_attributes(
		who: T::AccountId,
		item: ItemId,
		changes: Changes,
		details: ItemDetails,
	) -> DispatchResult {
		let (mut attributes, mut news) = (details.attributes, false);
		for (key, value) in changes {
			match value {
				Some(value) => {
					let attribute = AttributeDetails { value, counter: 0, payer: who.clone() };
					let put = Self::put_attribute(item, key, attribute)?;
					attributes = attributes.saturating_add((put == Put::First).into());
					news |= put != Put::Same;
				},
				None => {
					Self::remove_attribute(item, key)?;
					attributes = attributes.saturating_sub(1);
					news = true;
				},
			}
		}
		if news {
			Self::set_item(item, changed(details, attributes));
		}
		Self::deposit_event(Event::AttributesSet { item });
		Ok(())
	}

	/// Each write is checked when it is its turn: one before it may have been of the same
	/// attribute.
	pub(crate) fn do_write_attributes(
		who: &T::AccountId,
		world: WorldId,
		writes: BoundedVec<Write, T::MaxWrites>,
	) -> Result<Weight, DispatchError> {
		let (mut done, mut refused) = (0u32, Vec::new());
		for (place, write) in (0..).zip(writes) {
			match Self::accept_write(world, &write) {
				Ok(details) => {
					Self::do_write_attribute(who, write, details)?;
					done = done.saturating_add(1);
				},
				Err(reason) => refused.push((place, reason)),
			}
		}
		let passed_over = u32::try_from(refused.len()).unwrap_or(u32::MAX);
		Self::deposit_event(Event::AttributesWritten { world, writes: done, refused });
		Ok(T::WeightInfo::write_attributes(done).saturating_add(looked_at::<T>(passed_over)))
	}

	fn do_write_attribute(
		who: &T::AccountId,
		write: Write,
		details: ItemDetails,
	) -> DispatchResult {
		let Write { item, key, counter, value } = write;
		let attribute = AttributeDetails { value, counter, payer: who.clone() };
		let put = Self::put_attribute(item, key, attribute)?;
		let attributes = details.attributes.saturating_add((put == Put::First).into());
		if put != Put::Same {
			Self::set_item(item, changed(details, attributes));
		}
		Ok(())
	}

	/// Sets an attribute, for a deposit of whoever writes it: who wrote it before has its own back.
	fn put_attribute(
		item: ItemId,
		key: u8,
		attribute: AttributeOf<T>,
	) -> Result<Put, DispatchError> {
		let (item, deposit) = (ItemKey::from(item), T::AttributeDeposit::get());
		let put = match Attributes::<T>::get(item, key) {
			Some(AttributeDetails { value, payer, .. }) => {
				Self::hand_over(HoldReason::Attribute, &payer, &attribute.payer, deposit)?;
				if value == attribute.value {
					Put::Same
				} else {
					Put::Other
				}
			},
			None => {
				Self::hold(HoldReason::Attribute, &attribute.payer, deposit)?;
				Put::First
			},
		};
		Attributes::<T>::insert(item, key, attribute);
		Ok(put)
	}

	fn remove_attribute(item: ItemId, key: u8) -> DispatchResult {
		match Attributes::<T>::take(ItemKey::from(item), key) {
			Some(attribute) => Self::give_back_for(&attribute),
			None => Ok(()),
		}
	}

	fn give_back_for(attribute: &AttributeOf<T>) -> DispatchResult {
		let deposit = T::AttributeDeposit::get();
		Self::give_back(HoldReason::Attribute, &attribute.payer, deposit)
	}

	/// Removes what is said of an item that is burned; its record is for the caller to remove.
	pub(crate) fn remove_attributes(item: ItemId, details: &ItemDetails) -> DispatchResult {
		if details.attributes > 0 {
			for (_, attribute) in Attributes::<T>::drain_prefix(ItemKey::from(item)) {
				Self::give_back_for(&attribute)?;
			}
		}
		Ok(())
	}

	/// Removes what a kind defines that is removed; its record and the collection's are for the
	/// caller to write. No item of the kind is left, so none has attributes.
	pub(crate) fn remove_attribute_keys(
		kind: KindId,
		details: &KindDetails,
		payer: &T::AccountId,
	) -> DispatchResult {
		if details.attributes > 0 {
			for _ in AttributeKeys::<T>::drain_prefix(KindKey::from(kind)) {
				Self::give_back(HoldReason::AttributeKey, payer, T::AttributeKeyDeposit::get())?;
			}
		}
		Ok(())
	}
}

/// What an attribute that is set says, beside the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
	/// There was none before.
	First,
	/// Something else.
	Other,
	/// The same: who has signed for the item has seen it.
	Same,
}

/// What it weighs to look at so many writes and pass them over: the records of the item, the key and
/// the attribute.
fn looked_at<T: Config>(writes: u32) -> Weight {
	T::DbWeight::get().reads(3).saturating_mul(writes.into())
}

/// The item when it has other attributes: no longer what was agreed on before, so its version moves
/// on. Whoever keeps it where it is goes on keeping it.
fn changed(details: ItemDetails, attributes: u8) -> ItemDetails {
	let version = details.holding.version.wrapping_add(1);
	let holding = Holding { version, ..details.holding };
	ItemDetails { holding, attributes, ..details }
}
