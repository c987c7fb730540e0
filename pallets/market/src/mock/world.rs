// SPDX-License-Identifier: Apache-2.0
//! The world in which tests trade.

use super::*;
use frame_support::{ensure, pallet_prelude::ValueQuery, storage_alias};
use freehold_primitives::{
	chain::{AccountId, Balance},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, WorldId},
	land::Coordinates,
	traits,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Whether the world is closed.
#[storage_alias]
type Closed = StorageValue<Mock, bool, ValueQuery>;

/// Whether the world is suspended.
#[storage_alias]
type Suspended = StorageValue<Mock, bool, ValueQuery>;

/// How many coins the settler was charged with.
#[storage_alias]
type Charged = StorageValue<Mock, Balance, ValueQuery>;

/// Who settles for the world, if not [`settler`].
#[storage_alias]
pub(super) type Hired = StorageValue<Mock, AccountId>;

/// What the world keeps, if not a tenth for [`TREASURY`].
#[storage_alias]
pub(super) type Kept = StorageValue<Mock, Fee>;

/// One world; its fee is a tenth, the highest there is.
pub struct TheWorld;

impl TheWorld {
	/// As if the operator had closed it.
	pub(crate) fn close() {
		Closed::put(true);
	}

	/// As if the operator had suspended it.
	pub(crate) fn suspend() {
		Suspended::put(true);
	}

	/// As if the operator had opened it again.
	pub(crate) fn resume() {
		Suspended::put(false);
	}

	/// As if the operator had set another fee, for the same avatar.
	pub(crate) fn keep(rate: BasisPoints) {
		Self::keep_for(TREASURY, rate);
	}

	/// As if the operator had set another fee, and for whom.
	pub(crate) fn keep_for(to: AvatarId, rate: BasisPoints) {
		Kept::put(Fee { to, rate });
	}

	/// How many coins the settler was charged with.
	pub(crate) fn charged() -> Balance {
		Charged::get()
	}
}

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		let exists = world == WORLD && !Closed::get();
		ensure!(exists, DispatchError::Other("unknown world"));
		Ok(operator())
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		ensure!(*who == Self::owner(world)?, DispatchError::Other("not owner"));
		Ok(())
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_open(world)?;
		let settles = [operator(), Hired::get().unwrap_or_else(settler)].contains(who);
		ensure!(settles, DispatchError::Other("not settler"));
		Ok(())
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		ensure!(!Suspended::get(), DispatchError::Other("suspended"));
		Ok(())
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world)?;
		Ok(Some(Kept::get().unwrap_or(Fee { to: TREASURY, rate: 1_000 })))
	}
	fn charge(who: &AccountId, world: WorldId, value: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)?;
		if *who == settler() {
			let charged = Charged::get().saturating_add(value);
			ensure!(charged <= CAP, DispatchError::Other("over the cap"));
			Charged::put(charged);
		}
		Ok(())
	}
	fn retain(_: WorldId) -> DispatchResult {
		unreachable!("what is on the market needs no world")
	}
	fn release(_: WorldId) {
		unreachable!("what is on the market needs no world")
	}
}
