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

type BadgeOf<T> = BadgeDetails<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// The badge as it will be, and who paid for the one of this number that it replaces.
	pub(crate) fn ensure_can_attest(
		who: T::AccountId,
		world: WorldId,
		avatar: AvatarId,
		tenure: u32,
		badge: u32,
		fact: Fact,
		valid_until: Option<BlockNumber>,
	) -> Result<(BadgeOf<T>, Option<T::AccountId>), DispatchError> {
		T::Worlds::ensure_settler(&who, world)?;
		ensure!(Self::ensure_avatar(avatar)?.tenure == tenure, Error::<T>::OwnerChanged);
		let now = Self::now();
		ensure!(valid_until.is_none_or(|last| last >= now), Error::<T>::InvalidExpiry);
		let key = AvatarKey::from(avatar);
		let before = Badges::<T>::get(key, badge_key(world, badge));
		let count = BadgeCounts::<T>::get(key, WorldKey::from(world));
		ensure!(before.is_some() || count < T::MaxBadges::get(), Error::<T>::TooManyBadges);
		let details = BadgeDetails { fact, issued_at: now, valid_until, tenure, payer: who };
		Ok((details, before.map(|it| it.payer)))
	}

	pub(crate) fn ensure_can_remove_badge(
		who: &T::AccountId,
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
	) -> Result<BadgeOf<T>, DispatchError> {
		let details = Badges::<T>::get(AvatarKey::from(avatar), badge_key(world, badge))
			.ok_or(Error::<T>::UnknownBadge)?;
		if !details.is_expired(Self::now()) && !Self::acts_for(who, world) {
			Self::ensure_disposes(who, avatar)?;
		}
		Ok(details)
	}

	/// Whether `who` operates the world, suspended or not, or settles for it.
	fn acts_for(who: &T::AccountId, world: WorldId) -> bool {
		T::Worlds::ensure_owner(who, world).is_ok() || T::Worlds::ensure_settler(who, world).is_ok()
	}
}
