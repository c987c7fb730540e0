// SPDX-License-Identifier: Apache-2.0
//! What one pallet needs of another; the runtime joins them.

use crate::{
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::{Coordinates, ParcelId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// What others ask of the registry of worlds. An unknown world is an error of the registry's own.
pub trait Worlds<AccountId> {
	/// The account that operates the world.
	///
	/// # Errors
	/// If there is no such world.
	fn owner(world: WorldId) -> Result<AccountId, DispatchError>;

	/// Succeeds if `who` operates the world, suspended or not.
	///
	/// # Errors
	/// If there is no such world, or someone else operates it.
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult;

	/// Succeeds if `who` may act for the world now: its owner, or a settler that has not expired.
	///
	/// # Errors
	/// If there is no such world, it is suspended, or `who` is neither.
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult;

	/// Succeeds if the world is in operation.
	///
	/// # Errors
	/// If there is no such world, or it is suspended.
	fn ensure_open(world: WorldId) -> DispatchResult;

	/// Succeeds if the place lies on the world's grid.
	///
	/// # Errors
	/// If there is no such world, or the place lies outside.
	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult;

	/// What the world keeps of each payment made in it now.
	///
	/// # Errors
	/// If there is no such world.
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError>;

	/// Counts `value` coins that `who` is about to move for the world against the settler's cap
	/// of this block. The owner has no cap.
	///
	/// # Errors
	/// As [`Worlds::ensure_settler`]; if the settler would exceed its cap. Nothing is written then.
	fn charge(who: &AccountId, world: WorldId, value: Balance) -> DispatchResult;

	/// Says that one more record needs the world, which can't be closed before it is released.
	///
	/// # Errors
	/// If there is no such world, or no more records can be counted.
	fn retain(world: WorldId) -> DispatchResult;

	/// Says that one record fewer needs the world.
	fn release(world: WorldId);
}

/// Whoever keeps deposits of a world's owner beside the registry.
pub trait WorldDeposits<AccountId> {
	/// Holds the deposits of the world anew from `to`, and pays them back to `from`.
	///
	/// # Errors
	/// If `to` has too little, or the world has business of `from`'s that has to end first.
	fn hand_over(world: WorldId, from: &AccountId, to: &AccountId) -> DispatchResult;
}

/// Nobody keeps any.
impl<AccountId> WorldDeposits<AccountId> for () {
	fn hand_over(_world: WorldId, _from: &AccountId, _to: &AccountId) -> DispatchResult {
		Ok(())
	}
}

/// What others ask of avatars.
pub trait Avatars<AccountId> {
	/// The account that owns the avatar.
	///
	/// # Errors
	/// If there is no such avatar.
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError>;

	/// How often the avatar has changed owners.
	///
	/// # Errors
	/// If there is no such avatar.
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError>;

	/// Succeeds if there is such an avatar.
	///
	/// # Errors
	/// If there is not.
	fn ensure_exists(avatar: AvatarId) -> DispatchResult;

	/// Succeeds if `who` may act for the avatar: owns it, and does not offer it for sale.
	///
	/// # Errors
	/// If there is no such avatar, someone else owns it, or it is offered for sale.
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult;

	/// Says that `records` more records name the avatar, which can't be retired before they are
	/// released.
	///
	/// # Errors
	/// If there is no such avatar, or no more records can be counted.
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult;

	/// Says that `records` fewer records name the avatar.
	fn release(avatar: AvatarId, records: u32);
}

/// What others ask of land.
pub trait Land {
	/// Whether somebody rents the parcel now, on its own or with its estate.
	fn is_let(parcel: ParcelId) -> bool;
}

/// Coins of purses, for pallets that keep some aside for a while.
pub trait Purses {
	/// Takes `amount` coins out of a purse and keeps them aside.
	///
	/// # Errors
	/// If there is no such avatar, it is offered for sale, or its purse has fewer coins.
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult;

	/// Puts `amount` of the coins that were set aside into any purse.
	///
	/// # Errors
	/// If there is no such avatar, or fewer coins are aside.
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult;

	/// Moves `amount` coins from one purse to another.
	///
	/// # Errors
	/// If there is no such avatar, the payer is offered for sale, or its purse has fewer coins.
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult;
}
