// SPDX-License-Identifier: Apache-2.0
//! What one pallet needs of another; the runtime joins them.

use crate::{
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::Coordinates,
};
use sp_runtime::{DispatchError, DispatchResult};

/// What others ask of the registry of worlds. An unknown world is an error of the registry's own.
pub trait Worlds<AccountId> {
	/// The account that operates the world.
	///
	/// # Errors
	/// If there is no such world.
	fn owner(world: WorldId) -> Result<AccountId, DispatchError>;

	/// Succeeds if `who` operates the world.
	///
	/// # Errors
	/// If there is no such world, or someone else operates it.
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult;

	/// Succeeds if `who` may act for the world now: its owner, or a settler that has not expired.
	///
	/// # Errors
	/// If there is no such world, or `who` is neither.
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult;

	/// Succeeds if the place lies on the world's grid.
	///
	/// # Errors
	/// If there is no such world, or the place lies outside.
	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult;

	/// What the world keeps of each payment made in it.
	///
	/// # Errors
	/// If there is no such world.
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError>;
}

/// What others ask of avatars.
pub trait Avatars<AccountId> {
	/// Succeeds if there is such an avatar.
	///
	/// # Errors
	/// If there is not.
	fn ensure_exists(avatar: AvatarId) -> DispatchResult;

	/// Succeeds if `who` owns the avatar.
	///
	/// # Errors
	/// If there is no such avatar, or someone else owns it.
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult;
}
