// SPDX-License-Identifier: Apache-2.0
//! What is shown of an item's attributes.

use crate::{AttributeKeys, AttributeName, Attributes, Config, Pallet, Value};
use alloc::vec::Vec;
use freehold_primitives::{
	ids::ItemId,
	key::{ItemKey, KindKey},
};

impl<T: Config> Pallet<T> {
	/// Each attribute of an item, in the order of the keys: at most as many as a kind may define.
	pub(crate) fn listed_attributes(item: ItemId) -> Vec<(AttributeName, Value, u64)> {
		let Ok(details) = Self::ensure_item(item) else {
			return Vec::new();
		};
		let kind = KindKey::from(details.kind_in(item.collection));
		Attributes::<T>::iter_prefix(ItemKey::from(item))
			.filter_map(|(key, attribute)| {
				let name = AttributeKeys::<T>::get(kind, key)?.name;
				Some((name, attribute.value, attribute.counter))
			})
			.collect()
	}
}
