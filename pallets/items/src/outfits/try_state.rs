// SPDX-License-Identifier: Apache-2.0
//! The invariants of what is worn.

use crate::{Config, Items, Outfits, Pallet, SLOTS};
use frame_support::ensure;
use freehold_primitives::{asset::Lock, ids::AvatarId, key::ItemKey};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Each slot names an item of the avatar's that is locked there, and each item that is locked
	/// there is counted: as none is counted twice, the slots are those of the locks.
	pub(crate) fn check_outfits() -> Result<(), TryRuntimeError> {
		let mut worn = 0usize;
		for (key, outfit) in Outfits::<T>::iter() {
			ensure!(!outfit.is_empty(), "I17: there is a record of nothing worn");
			for (slot, item) in &outfit {
				ensure!(u32::from(*slot) < SLOTS, "I17: something is worn in no slot");
				let details =
					Items::<T>::get(ItemKey::from(*item)).ok_or("I17: what is worn is no item")?;
				let owner = AvatarId::from(key);
				ensure!(details.holding.owner == owner, "I17: an avatar wears another's item");
				let lock = Some(Lock::Worn { slot: *slot });
				ensure!(details.holding.lock == lock, "I17: what is worn is not locked there");
				worn = worn.saturating_add(1);
			}
		}
		let locked = Items::<T>::iter_values()
			.filter(|details| matches!(details.holding.lock, Some(Lock::Worn { .. })))
			.count();
		ensure!(locked == worn, "I17: an item is locked as worn and nobody wears it");
		Ok(())
	}
}
