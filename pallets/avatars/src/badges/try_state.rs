// SPDX-License-Identifier: Apache-2.0
//! The invariants of badges.

use crate::{BadgeCounts, Badges, Config, HoldReason, Pallet, Purses};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	key::{AvatarKey, WorldKey},
	traits::Worlds,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_badges() -> Result<(), TryRuntimeError> {
		let mut of_worlds = BTreeMap::<(AvatarKey, WorldKey), u32>::new();
		let mut of_avatars = BTreeMap::<AvatarKey, u32>::new();
		for (key, (world, _)) in Badges::<T>::iter_keys() {
			T::Worlds::owner(world.into())
				.map_err(|_| "A11: a badge is of a world that does not exist")?;
			let count = of_worlds.entry((key, world)).or_default();
			*count = count.saturating_add(1);
			let count = of_avatars.entry(key).or_default();
			*count = count.saturating_add(1);
		}
		let stored: BTreeMap<_, _> = BadgeCounts::<T>::iter()
			.map(|(avatar, world, count)| ((avatar, world), count))
			.collect();
		ensure!(stored == of_worlds, "A11: the badges of an avatar are miscounted");
		for (key, badges) in of_avatars {
			let purse =
				Purses::<T>::get(key).ok_or("A11: a badge is of an avatar that does not exist")?;
			ensure!(purse.consumers >= badges, "A12: an avatar does not count its badges");
		}
		Self::check_deposits(
			HoldReason::Badge,
			T::BadgeDeposit::get(),
			Badges::<T>::iter_values().map(|badge| badge.payer),
			"A6: an account's deposits do not match its badges",
		)
	}
}
