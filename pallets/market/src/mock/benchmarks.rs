// SPDX-License-Identifier: Apache-2.0
//! What benchmarks ask of other pallets.

use super::*;
use freehold_primitives::{
	asset::UniqueId,
	benchmarking::{NewAvatar, NewItems, NewWorld},
	chain::{AccountId, Balance},
	fee::{Fee, MAX_ROYALTY},
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	purse::Purse,
};

/// For benchmarks: there is one world, whose owner does not matter.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let mut avatars = (4..).map(AvatarId);
		let avatar = avatars.find(|it| !Purses::contains_key(it)).expect("a few");
		Purses::insert(avatar, Purse { balance: coins, ..Purse::default() });
		Made::insert(avatar, owner);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(_owner: &AccountId, fee: Option<Fee>) -> WorldId {
		Kept::set(fee);
		WORLD
	}

	fn new_settler(_world: WorldId, who: &AccountId) {
		Hired::put(who);
	}
}

impl NewItems for Helper {
	fn new_items(owner: AvatarId, count: u32) -> Vec<ItemId> {
		let mut collections = (100..).map(CollectionId);
		let is_free =
			|it: &CollectionId| !Kinds::contains_key(KindId { collection: *it, index: 0 });
		let collection = collections.find(is_free).expect("a few");
		Kinds::insert(KindId { collection, index: 0 }, (true, None::<WorldId>, MAX_ROYALTY));
		let items = (0..count).map(|serial| ItemId { collection, serial });
		items.inspect(|item| mint(UniqueId::Item(*item), owner)).collect()
	}
}
