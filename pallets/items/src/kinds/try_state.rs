// SPDX-License-Identifier: Apache-2.0
//! The invariants of kinds.

use crate::{Config, Items, Kinds, Pallet, Units};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use freehold_primitives::{
	ids::{ItemId, KindId},
	traits::Worlds,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_kinds() -> Result<(), TryRuntimeError> {
		let supplies = Self::supplies();
		for (key, details) in Kinds::<T>::iter() {
			let id = KindId::from(key);
			let collection = Self::collection(id.collection);
			ensure!(
				collection.is_some_and(|it| id.index < it.kinds),
				"I1: a kind's index was never given out"
			);
			let counted = supplies.get(&id).copied().unwrap_or_default();
			let supply = u128::from(details.minted).checked_sub(u128::from(details.burned));
			ensure!(supply == Some(counted), "I6: a kind's supply is miscounted");
			let committed = details.committed(0);
			ensure!(
				committed.is_some_and(|it| details.max_supply.is_none_or(|max| it <= max)),
				"I7: a kind has more than its maximum supply"
			);
			if let Some(home) = details.rules.home {
				T::Worlds::owner(home)
					.map_err(|_| "I14: a kind's home is a world that does not exist")?;
			}
		}
		Ok(())
	}

	/// How many items or units there are of each kind. Wide, as a broken state may have more
	/// units than a supply can count.
	fn supplies() -> BTreeMap<KindId, u128> {
		let items = Items::<T>::iter()
			.map(|(key, details)| (details.kind_in(ItemId::from(key).collection), 1u128));
		let units = Units::<T>::iter().map(|(kind, _, stack)| {
			let total = u128::from(stack.free).saturating_add(stack.locked.into());
			(KindId::from(kind), total)
		});
		let mut supplies = BTreeMap::<KindId, u128>::new();
		for (kind, amount) in items.chain(units) {
			let total = supplies.entry(kind).or_default();
			*total = total.saturating_add(amount);
		}
		supplies
	}
}
