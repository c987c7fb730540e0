// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{badge_key, BadgeCounts, BadgeDetails, Badges, Config, Event, HoldReason, Pallet};
use frame_support::traits::{DefensiveSaturating, Get};
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	key::{AvatarKey, WorldKey},
	traits::{Avatars, Worlds},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
		details: BadgeDetails<T::AccountId>,
		former_payer: Option<T::AccountId>,
	) -> DispatchResult {
		let key = AvatarKey::from(avatar);
		if let Some(payer) = former_payer {
			Self::give_back(HoldReason::Badge, &payer, T::BadgeDeposit::get())?;
		} else {
			<Self as Avatars<T::AccountId>>::retain(avatar, 1)?;
			T::Worlds::retain(world)?;
			BadgeCounts::<T>::mutate(key, WorldKey::from(world), |count| {
				*count = count.saturating_add(1);
			});
		}
		Self::hold(HoldReason::Badge, &details.payer, T::BadgeDeposit::get())?;
		let (fact, valid_until) = (details.fact.clone(), details.valid_until);
		Badges::<T>::insert(key, badge_key(world, badge), details);
		Self::deposit_event(Event::BadgeAttested { world, avatar, badge, fact, valid_until });
		Ok(())
	}

	pub(crate) fn do_remove_badge(
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
		details: BadgeDetails<T::AccountId>,
	) -> DispatchResult {
		Self::give_back(HoldReason::Badge, &details.payer, T::BadgeDeposit::get())?;
		<Self as Avatars<T::AccountId>>::release(avatar, 1);
		T::Worlds::release(world);
		let key = AvatarKey::from(avatar);
		BadgeCounts::<T>::mutate_exists(key, WorldKey::from(world), |count| {
			let left = count.unwrap_or_default().defensive_saturating_sub(1);
			*count = (left > 0).then_some(left);
		});
		Badges::<T>::remove(key, badge_key(world, badge));
		Self::deposit_event(Event::BadgeRemoved { world, avatar, badge });
		Ok(())
	}
}
