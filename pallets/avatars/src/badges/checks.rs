// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{badge_key, BadgeCounts, BadgeDetails, Badges, Config, Error, Fact, Pallet};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, WorldId},
	key::{AvatarKey, WorldKey},
	traits::Worlds,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The badge as it will be, and whether the avatar has none of this number yet.
	pub(crate) fn ensure_can_attest(
		who: T::AccountId,
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
		fact: Fact,
		valid_until: Option<BlockNumber>,
	) -> Result<(BadgeDetails<T::AccountId>, bool), DispatchError> {
		T::Worlds::ensure_settler(&who, world)?;
		let tenure = Self::ensure_avatar(avatar)?.tenure;
		let now = Self::now();
		ensure!(valid_until.is_none_or(|last| last >= now), Error::<T>::InvalidExpiry);
		let key = AvatarKey::from(avatar);
		let before = Badges::<T>::get(key, badge_key(world, badge));
		let is_new = before.is_none();
		let count = BadgeCounts::<T>::get(key, WorldKey::from(world));
		ensure!(!is_new || count < T::MaxBadges::get(), Error::<T>::TooManyBadges);
		let payer = before.map_or(who, |details| details.payer);
		Ok((BadgeDetails { fact, issued_at: now, valid_until, tenure, payer }, is_new))
	}

	pub(crate) fn ensure_can_remove_badge(
		who: &T::AccountId,
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
	) -> Result<BadgeDetails<T::AccountId>, DispatchError> {
		let details = Badges::<T>::get(AvatarKey::from(avatar), badge_key(world, badge))
			.ok_or(Error::<T>::UnknownBadge)?;
		let may_go = details.is_expired(Self::now()) || details.payer == *who;
		if !may_go && !Self::acts_for(who, world) {
			Self::ensure_disposes(who, avatar)?;
		}
		Ok(details)
	}

	/// Whether `who` operates the world, suspended or not, or settles for it.
	fn acts_for(who: &T::AccountId, world: WorldId) -> bool {
		T::Worlds::ensure_owner(who, world).is_ok() || T::Worlds::ensure_settler(who, world).is_ok()
	}
}
