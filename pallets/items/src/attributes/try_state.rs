// SPDX-License-Identifier: Apache-2.0
//! The invariants of attributes.

use crate::{AttributeKeys, Attributes, Config, Form, HoldReason, Items, Kinds, Pallet, Writer};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	ids::{ItemId, KindId},
	key::{ItemKey, KindKey},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_attributes() -> Result<(), TryRuntimeError> {
		Self::check_attribute_keys()?;
		let mut counts = BTreeMap::<ItemKey, u8>::new();
		for (item, key, attribute) in Attributes::<T>::iter() {
			let details = Items::<T>::get(item).ok_or("I16: an attribute is of no item")?;
			let kind = KindKey::from(details.kind_in(ItemId::from(item).collection));
			let defined = AttributeKeys::<T>::get(kind, key)
				.ok_or("I16: an attribute's kind does not define it")?;
			ensure!(
				ItemId::from(item).serial >= defined.from,
				"I16: an attribute is of an item that is older than it"
			);
			let counted = attribute.counter == 0 || matches!(defined.writer, Writer::Server(_));
			ensure!(counted, "I16: an attribute has a counter that no server gave it");
			let count = counts.entry(item).or_default();
			*count = count.saturating_add(1);
		}
		for (item, details) in Items::<T>::iter() {
			let count = counts.get(&item).copied().unwrap_or_default();
			ensure!(details.attributes == count, "I16: an item's attributes are miscounted");
		}
		Self::check_deposits(
			HoldReason::Attribute,
			T::AttributeDeposit::get(),
			Attributes::<T>::iter_values().map(|attribute| attribute.payer),
			"I8: an account's deposits do not match its attributes",
		)
	}

	fn check_attribute_keys() -> Result<(), TryRuntimeError> {
		let mut names = BTreeSet::new();
		let mut counts = BTreeMap::<KindKey, u8>::new();
		for (kind, key, defined) in AttributeKeys::<T>::iter() {
			let details =
				Kinds::<T>::get(kind).ok_or("I15: an attribute is defined for no kind")?;
			ensure!(details.form == Form::Unique, "I15: units have an attribute");
			let by_servers = matches!(defined.writer, Writer::Server(_));
			ensure!(
				details.rules.burnable || !by_servers,
				"I15: servers write of what can't be burned"
			);
			ensure!(key < details.attributes, "I15: the number of an attribute was not given out");
			let next = Self::collection(KindId::from(kind).collection).map_or(0, |it| it.items);
			ensure!(defined.from <= next, "I15: an attribute begins with an item that is to come");
			ensure!(!defined.name.is_empty(), "I15: an attribute has no name");
			ensure!(names.insert((kind, defined.name)), "I15: two attributes have one name");
			let count = counts.entry(kind).or_default();
			*count = count.saturating_add(1);
		}
		for (kind, details) in Kinds::<T>::iter() {
			let count = counts.get(&kind).copied().unwrap_or_default();
			ensure!(details.attributes == count, "I15: a kind's attributes are miscounted");
		}
		Ok(())
	}
}
