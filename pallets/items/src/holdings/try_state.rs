// SPDX-License-Identifier: Apache-2.0
//! The invariants of items and units.

use crate::{Config, Form, Items, Pallet, Units};
use frame_support::ensure;
use freehold_primitives::{
	ids::{AvatarId, ItemId, KindId},
	traits::Avatars,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_holdings() -> Result<(), TryRuntimeError> {
		Self::check_items()?;
		Self::check_units()
	}

	fn check_items() -> Result<(), TryRuntimeError> {
		for (key, details) in Items::<T>::iter() {
			let item = ItemId::from(key);
			let collection = Self::collection(item.collection);
			ensure!(
				collection.is_some_and(|it| item.serial < it.items),
				"I1: an item's serial was never given out"
			);
			let kind = Self::kind(details.kind_in(item.collection));
			ensure!(
				kind.is_some_and(|it| it.form == Form::Unique),
				"I3: an item is not of a unique kind"
			);
			T::Avatars::ensure_exists(details.holding.owner)
				.map_err(|_| "I4: an item belongs to an avatar that does not exist")?;
		}
		Ok(())
	}

	fn check_units() -> Result<(), TryRuntimeError> {
		for (kind, avatar, stack) in Units::<T>::iter() {
			let kind = Self::kind(KindId::from(kind));
			ensure!(
				kind.is_some_and(|it| it.form == Form::Stackable),
				"I3: units are not of a stackable kind"
			);
			T::Avatars::ensure_exists(AvatarId::from(avatar))
				.map_err(|_| "I4: units belong to an avatar that does not exist")?;
			ensure!(!stack.is_empty(), "I5: there is a record of no units");
		}
		Ok(())
	}
}
