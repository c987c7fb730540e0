// SPDX-License-Identifier: Apache-2.0
//! What benchmarks of one pallet need of others. The runtime makes it with their calls, and a mock
//! as its records have it. Whatever can't be made panics: there is nothing to measure then.

use crate::{
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, ItemId, WorldId},
	land::{Coordinates, ParcelId},
};
use alloc::vec::Vec;
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::PalletInfoAccess,
};
use sp_runtime::traits::BlockNumberProvider;

/// Makes avatars.
pub trait NewAvatar<AccountId> {
	/// A new avatar of `owner`, with `coins` in its purse.
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId;
}

/// Makes worlds.
pub trait NewWorld<AccountId> {
	/// A new world of `owner`, with the widest grid, and a fee that goes to an avatar of its own.
	fn new_world(owner: &AccountId, fee: Option<Fee>) -> WorldId;

	/// Lets `who` act for the world, with a cap, which each batch counts against.
	fn new_settler(world: WorldId, who: &AccountId);
}

/// Makes land.
pub trait NewLand {
	/// A new parcel of the world, owned by the avatar.
	fn new_land(world: WorldId, at: Coordinates, owner: AvatarId) -> ParcelId;
}

/// Makes items.
pub trait NewItems {
	/// New items of a new kind, all owned by the avatar.
	fn new_items(owner: AvatarId, count: u32) -> Vec<ItemId>;
}

/// Sets the number of the block.
///
/// What the macros of benchmarks expand to calls this of `frame_system::Pallet`, which has it in
/// wasm only with a feature that all of the SDK's pallets would be compiled again for. In scope,
/// this one takes its place there.
pub trait SetBlockNumber: BlockNumberProvider + PalletInfoAccess {
	/// Sets it.
	fn set_block_number(number: Self::BlockNumber) {
		unhashed::put(&storage_prefix(Self::name().as_bytes(), b"Number"), &number);
	}
}

impl<System: BlockNumberProvider + PalletInfoAccess> SetBlockNumber for System {}
