// SPDX-License-Identifier: Apache-2.0
//! What the settlement kernel reads and writes.

use super::*;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, Identity};
use freehold_primitives::{
	asset::{Class, Holding, Owned, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Signer},
	fee::{BasisPoints, Raise},
	ids::{AvatarId, KindId, WorldId},
	order::Fills,
	purse::{LaneIndex, Purse},
	settlement::{Store, Terms},
	traits,
};
use sp_runtime::DispatchResult;

#[storage_alias]
pub(super) type Holdings = StorageMap<Mock, Identity, UniqueId, Holding>;

/// What each item is.
#[storage_alias]
pub(super) type Classes = StorageMap<Mock, Identity, UniqueId, Class>;

/// Whether each kind may change hands, the only world in which it may, and its royalty. The first
/// kind of a collection has items, the others have units.
#[storage_alias]
pub(super) type Kinds = StorageMap<Mock, Identity, KindId, (bool, Option<WorldId>, BasisPoints)>;

/// The last raise of each kind's royalty.
#[storage_alias]
pub(super) type Raises = StorageMap<Mock, Identity, KindId, Raise>;

#[storage_alias]
pub(super) type Stacks = StorageMap<Mock, Identity, (KindId, AvatarId), Stack>;

/// What the beneficiaries of each kind can collect.
#[storage_alias]
pub(super) type Accrued = StorageMap<Mock, Identity, KindId, Balance, ValueQuery>;

/// The coins that are kept aside for all of them.
#[storage_alias]
pub(super) type Royalties = StorageValue<Mock, Balance, ValueQuery>;

/// The orders that are partly filled.
#[storage_alias]
pub(super) type PartlyFilled =
	StorageDoubleMap<Mock, Identity, AvatarId, Identity, LaneIndex, Fills>;

/// The devices of avatars, if not as they are at first: one in slot 1, without limits.
#[storage_alias]
pub(super) type Devices =
	StorageDoubleMap<Mock, Identity, AvatarId, Identity, LaneIndex, DeviceKey>;

/// Records of avatars, items and land as the real pallets keep them: in storage.
#[derive(Default)]
pub struct Records;

impl Store for Records {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		<Players as traits::Avatars<_>>::ensure_exists(avatar).ok()?;
		match lane {
			0 => <Players as traits::Avatars<_>>::owner(avatar).ok().map(Signer::Owner),
			1 => Some(Signer::Device(device_key(avatar))),
			_ => Devices::get(avatar, lane).map(Signer::Device),
		}
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		Purses::get(avatar)
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let holding = Holdings::get(asset)?;
		Some(Owned { holding, class: Classes::get(asset) })
	}
	fn terms(&self, kind: KindId) -> Option<Terms> {
		let (transferable, home, royalty) = Kinds::get(kind)?;
		let (unique, raise) = (kind.index == 0, Raises::get(kind));
		Some(Terms { unique, transferable, home, royalty, raise })
	}
	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		Stacks::get((kind, avatar)).unwrap_or_default()
	}
	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		PartlyFilled::get(avatar, lane).unwrap_or_default()
	}
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		Devices::insert(avatar, lane, device);
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		Purses::insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		Holdings::insert(asset, holding);
	}
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, stack: Stack) {
		Stacks::set((kind, avatar), (!stack.is_empty()).then_some(stack));
	}
	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills) {
		PartlyFilled::set(avatar, lane, (!fills.is_empty()).then_some(fills));
	}
	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult {
		Accrued::mutate(kind, |accrued| *accrued += amount);
		Ok(())
	}
	fn set_aside(&mut self, amount: Balance) -> DispatchResult {
		Royalties::mutate(|royalties| *royalties += amount);
		Ok(())
	}
}
