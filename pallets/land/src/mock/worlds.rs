// SPDX-License-Identifier: Apache-2.0
//! The worlds in which land is.

use super::*;
use frame_support::{parameter_types, storage_alias, Identity};
use freehold_primitives::{
	chain::Balance,
	fee::Fee,
	ids::WorldId,
	key::WorldKey,
	land::{Area, Coordinates},
	traits,
};
use sp_runtime::{DispatchError, DispatchResult};

parameter_types! {
	pub const Bounds: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };
}

/// Who operates a world, if not [`OPERATOR`].
#[storage_alias]
pub(super) type Operators = StorageMap<Mock, Identity, WorldKey, AccountId>;

/// The worlds that are suspended.
#[storage_alias]
type Suspended = StorageMap<Mock, Identity, WorldKey, ()>;

/// How many records need a world.
#[storage_alias]
type WorldConsumers = StorageMap<Mock, Identity, WorldKey, u32>;

/// Two worlds, each of 5 by 5 parcels, operated by [`OPERATOR`] at first. Those that benchmarks
/// make have no end.
pub struct TwoWorlds;

impl traits::Worlds<AccountId> for TwoWorlds {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		let first = [WORLD, OTHER_WORLD].contains(&world).then_some(OPERATOR);
		let operator = Operators::get(WorldKey::from(world)).or(first);
		operator.ok_or(DispatchError::Other("unknown world"))
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		if *who == Self::owner(world)? {
			Ok(())
		} else {
			Err(DispatchError::Other("not owner"))
		}
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_owner(who, world)?;
		Self::ensure_open(world)
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		if Suspended::contains_key(WorldKey::from(world)) {
			Err(DispatchError::Other("suspended"))
		} else {
			Ok(())
		}
	}
	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult {
		Self::owner(world)?;
		if ![WORLD, OTHER_WORLD].contains(&world) || Bounds::get().contains(at) {
			Ok(())
		} else {
			Err(DispatchError::Other("outside"))
		}
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
	fn charge(who: &AccountId, world: WorldId, _: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)
	}
	fn retain(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		WorldConsumers::set(WorldKey::from(world), Some(world_consumers(world) + 1));
		Ok(())
	}
	fn release(world: WorldId) {
		WorldConsumers::set(WorldKey::from(world), Some(world_consumers(world) - 1));
	}
}

/// How many records need the world.
pub(crate) fn world_consumers(world: WorldId) -> u32 {
	WorldConsumers::get(WorldKey::from(world)).unwrap_or_default()
}

/// Suspends a world.
pub(crate) fn suspend(world: WorldId) {
	Suspended::insert(WorldKey::from(world), ());
}

/// Gives a world to another operator, as the registry of worlds does.
pub(crate) fn hand_over(world: WorldId, to: AccountId) -> DispatchResult {
	use traits::{WorldDeposits, Worlds};

	Land::hand_over(world, &TwoWorlds::owner(world)?, &to)?;
	Operators::insert(WorldKey::from(world), to);
	Ok(())
}
