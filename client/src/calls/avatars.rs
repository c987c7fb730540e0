// SPDX-License-Identifier: Apache-2.0
use crate::Call;
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber},
	device::{Label, Limits, PublicKey},
	ids::{AvatarId, WorldId},
	pointer::Pointer,
	purse::LaneIndex,
};

/// Creates an avatar that the caller owns.
pub fn create_avatar() -> Call {
	Call::new("Avatars", "create", ())
}

/// Lets a device sign orders for an avatar: all of them, or until what it may give away is spent.
pub fn add_device(
	avatar: AvatarId,
	slot: LaneIndex,
	key: PublicKey,
	valid_until: BlockNumber,
	world: Option<WorldId>,
	limits: Option<Limits>,
	label: &Label,
) -> Call {
	Call::new("Avatars", "add_device", (avatar, slot, key, valid_until, world, limits, label))
}

/// Takes that right from the device in a slot.
pub fn revoke_device(avatar: AvatarId, slot: LaneIndex) -> Call {
	Call::new("Avatars", "revoke_device", (avatar, slot))
}

/// Takes it from all devices of an avatar.
pub fn revoke_all_devices(avatar: AvatarId) -> Call {
	Call::new("Avatars", "revoke_all_devices", (avatar,))
}

/// Moves coins from the caller's account to a purse.
pub fn deposit(avatar: AvatarId, amount: Balance) -> Call {
	Call::new("Avatars", "deposit", (avatar, amount))
}

/// Moves coins from a purse to the owner's account.
pub fn withdraw(avatar: AvatarId, amount: Balance) -> Call {
	Call::new("Avatars", "withdraw", (avatar, amount))
}

/// Moves coins from purse to purse.
pub fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> Call {
	Call::new("Avatars", "pay", (from, to, amount))
}

/// Gives an avatar its handle.
pub fn claim_handle(avatar: AvatarId, handle: &str) -> Call {
	Call::new("Avatars", "claim_handle", (avatar, handle))
}

/// Gives the handle up; for a while only the same avatar may claim it again.
pub fn release_handle(avatar: AvatarId) -> Call {
	Call::new("Avatars", "release_handle", (avatar,))
}

/// Removes what is left of a handle that was released a while ago.
pub fn sweep_handle(handle: &str) -> Call {
	Call::new("Avatars", "sweep_handle", (handle,))
}

/// Says where an avatar's profile is found; or takes that away.
pub fn set_profile(avatar: AvatarId, profile: Option<&Pointer>) -> Call {
	Call::new("Avatars", "set_profile", (avatar, profile))
}

/// Offers an avatar with all that it owns, for a price or for nothing, to anyone or one account.
pub fn offer_avatar(avatar: AvatarId, price: Balance, to: Option<&AccountId>) -> Call {
	Call::new("Avatars", "offer", (avatar, price, to))
}

/// Takes that offer back.
pub fn withdraw_avatar_offer(avatar: AvatarId) -> Call {
	Call::new("Avatars", "withdraw_offer", (avatar,))
}

/// Takes an avatar over under the offer that was made in a block, for at most a price.
pub fn accept_avatar(avatar: AvatarId, offered_at: BlockNumber, max_price: Balance) -> Call {
	Call::new("Avatars", "accept_offer", (avatar, offered_at, max_price))
}

/// Removes an avatar that owns nothing.
pub fn retire_avatar(avatar: AvatarId) -> Call {
	Call::new("Avatars", "retire", (avatar,))
}

/// States a fact about an avatar in the name of a world, as long as it has changed owners so often.
pub fn attest_badge(
	world: WorldId,
	avatar: AvatarId,
	tenure: u32,
	badge: u32,
	fact: &[u8],
	valid_until: Option<BlockNumber>,
) -> Call {
	Call::new("Avatars", "attest", (world, avatar, tenure, badge, fact, valid_until))
}

/// Removes such a statement.
pub fn remove_badge(world: WorldId, avatar: AvatarId, badge: u32) -> Call {
	Call::new("Avatars", "remove_badge", (world, avatar, badge))
}
