// SPDX-License-Identifier: Apache-2.0
//! The avatars that own land, and their purses.

use super::*;
use frame_support::{storage_alias, Identity};
use freehold_primitives::{chain::Balance, ids::AvatarId, key::AvatarKey, traits};
use sp_runtime::{DispatchError, DispatchResult};

/// How many records name an avatar.
#[storage_alias]
pub(super) type AvatarConsumers = StorageMap<Mock, Identity, AvatarKey, u32>;

/// The avatars that are offered for sale.
#[storage_alias]
type Offered = StorageMap<Mock, Identity, AvatarKey, ()>;

/// Who owns each avatar that was sold, or that a benchmark has made.
#[storage_alias]
pub(super) type Made = StorageMap<Mock, Identity, AvatarKey, AccountId>;

/// How often an avatar was sold.
#[storage_alias]
type Sold = StorageMap<Mock, Identity, AvatarKey, u32>;

/// The coins of a purse, if they are no longer [`WEALTH`].
#[storage_alias]
pub(super) type PurseCoins = StorageMap<Mock, Identity, AvatarKey, Balance>;

/// The coins that are set aside.
#[storage_alias]
type SetAside = StorageValue<Mock, Balance>;

/// Each account owns the avatar of its own number at first; there are ten, and [`SECOND`]. Those
/// that benchmarks make come after them.
pub struct Pairs;

impl traits::Avatars<AccountId> for Pairs {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		let first_owner = if avatar == SECOND { ALICE } else { avatar.0.into() };
		let first = avatars().any(|it| it == avatar).then_some(first_owner);
		let owner = Made::get(AvatarKey::from(avatar)).or(first);
		owner.ok_or(DispatchError::Other("unknown avatar"))
	}
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Sold::get(AvatarKey::from(avatar)).unwrap_or_default())
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		Self::owner(avatar).map(drop)
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		if *who != Self::owner(avatar)? {
			Err(DispatchError::Other("not yours"))
		} else if is_offered(avatar) {
			Err(DispatchError::Other("offered"))
		} else {
			Ok(())
		}
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		AvatarConsumers::set(AvatarKey::from(avatar), Some(avatar_consumers(avatar) + records));
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		AvatarConsumers::set(AvatarKey::from(avatar), Some(avatar_consumers(avatar) - records));
	}
}

/// Every avatar has [`WEALTH`] in its purse at first.
pub struct Coins;

impl traits::Purses for Coins {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		if is_offered(from) {
			return Err(DispatchError::Other("offered"));
		}
		let rest = coins(from).checked_sub(amount).ok_or(DispatchError::Other("too few coins"))?;
		PurseCoins::insert(AvatarKey::from(from), rest);
		SetAside::put(set_aside() + amount);
		Ok(())
	}
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		let rest = set_aside().checked_sub(amount).ok_or(DispatchError::Other("not set aside"))?;
		SetAside::put(rest);
		PurseCoins::insert(AvatarKey::from(to), coins(to) + amount);
		Ok(())
	}
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		Self::set_aside(from, amount)?;
		Self::pay_out(to, amount)
	}
}

/// Every avatar that there is.
pub(crate) fn avatars() -> impl Iterator<Item = AvatarId> {
	(0..10).map(AvatarId).chain([SECOND])
}

/// How many records name the avatar.
pub(crate) fn avatar_consumers(avatar: AvatarId) -> u32 {
	AvatarConsumers::get(AvatarKey::from(avatar)).unwrap_or_default()
}

/// The coins in the avatar's purse.
pub(crate) fn coins(avatar: AvatarId) -> Balance {
	PurseCoins::get(AvatarKey::from(avatar)).unwrap_or(WEALTH)
}

/// The coins that are set aside from all purses.
pub(crate) fn set_aside() -> Balance {
	SetAside::get().unwrap_or_default()
}

/// Whether the avatar is offered for sale.
pub(super) fn is_offered(avatar: AvatarId) -> bool {
	Offered::contains_key(AvatarKey::from(avatar))
}

/// Offers an avatar for sale: nothing leaves it.
pub(crate) fn offer(avatar: AvatarId) {
	Offered::insert(AvatarKey::from(avatar), ());
}

/// Sells an avatar with all that it owns.
pub(crate) fn sell_avatar(avatar: AvatarId, to: AccountId) {
	let key = AvatarKey::from(avatar);
	Made::insert(key, to);
	Sold::insert(key, Sold::get(key).unwrap_or_default() + 1);
}
