// SPDX-License-Identifier: Apache-2.0
//! What benchmarks ask of other pallets.

use super::*;
use freehold_primitives::{
	benchmarking::{NewAvatar, NewWorld},
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, WorldId},
	key::{AvatarKey, WorldKey},
};

/// For benchmarks.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let is_free = |id: &u32| !Made::contains_key(AvatarKey::from(AvatarId(*id)));
		let avatar = AvatarId((100..).find(is_free).expect("a few are made"));
		Made::insert(AvatarKey::from(avatar), owner);
		PurseCoins::insert(AvatarKey::from(avatar), coins);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, _fee: Option<Fee>) -> WorldId {
		let is_free = |id: &u32| !Operators::contains_key(WorldKey::from(WorldId(*id)));
		let world = WorldId((100..).find(is_free).expect("a few are made"));
		Operators::insert(WorldKey::from(world), owner);
		world
	}

	fn new_settler(_world: WorldId, _who: &AccountId) {
		unreachable!("land has nothing to do with settlers");
	}
}
