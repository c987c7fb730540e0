// SPDX-License-Identifier: Apache-2.0
//! What is shown of an avatar's badges.

use crate::{badge_key, badge_of, Badge, BadgeDetails, BadgeKey, Badges, Config, Pallet};
use alloc::vec::Vec;
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, WorldId},
	key::AvatarKey,
};
use sp_runtime::SaturatedConversion;

/// Most badges that are listed at once.
const MAX_LISTED: u32 = 64;

impl<T: Config> Pallet<T> {
	/// At most `limit` of the badges that come after the one named, whether it still exists or not.
	pub(crate) fn listed_badges(
		avatar: AvatarId,
		after: Option<(WorldId, u32)>,
		limit: u32,
	) -> Vec<Badge> {
		let Some(avatar_now) = Self::avatar(avatar) else {
			return Vec::new();
		};
		let key = AvatarKey::from(avatar);
		let badges = match after {
			Some((world, badge)) => {
				let last = Badges::<T>::hashed_key_for(key, badge_key(world, badge));
				Badges::<T>::iter_prefix_from(key, last)
			},
			None => Badges::<T>::iter_prefix(key),
		};
		let now = Self::now();
		badges
			.take(limit.min(MAX_LISTED).saturated_into())
			.map(|(key, details)| shown(key, details, avatar_now.tenure, now))
			.collect()
	}
}

/// A badge as it is listed, of an avatar that has changed owners so many times.
fn shown<AccountId>(
	key: BadgeKey,
	details: BadgeDetails<AccountId>,
	tenure: u32,
	now: BlockNumber,
) -> Badge {
	let (world, number) = badge_of(key);
	let validity = details.validity(tenure, now);
	let BadgeDetails { fact, issued_at, valid_until, .. } = details;
	Badge { world, number, fact, issued_at, valid_until, validity }
}
