// SPDX-License-Identifier: Apache-2.0
//! The avatars that trade, and their purses.

use super::*;
use frame_support::{ensure, pallet_prelude::ValueQuery, storage_alias, Identity};
use freehold_primitives::{
	chain::{AccountId, Balance},
	ids::AvatarId,
	purse::{jump_after, Purse},
	settlement::Store,
	traits,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Who owns each avatar that was sold, or that a benchmark has made.
#[storage_alias]
pub(super) type Made = StorageMap<Mock, Identity, AvatarId, AccountId>;

/// How often an avatar was sold.
#[storage_alias]
type Tenures = StorageMap<Mock, Identity, AvatarId, u32, ValueQuery>;

#[storage_alias]
pub(super) type Purses = StorageMap<Mock, Identity, AvatarId, Purse>;

/// The coins that are set aside from all purses.
#[storage_alias]
pub(super) type Aside = StorageValue<Mock, Balance, ValueQuery>;

/// Four avatars, of an account and one device each. Those that benchmarks make come after them.
pub struct Players;

impl Players {
	/// As if the avatar's owner had offered it for sale.
	pub(crate) fn offer(avatar: AvatarId) {
		Records.set_purse(avatar, Purse { frozen: true, ..purse(avatar) });
	}

	/// As if the avatar's owner had withdrawn the offer.
	pub(crate) fn withdraw_offer(avatar: AvatarId) {
		Records.set_purse(avatar, Purse { frozen: false, ..purse(avatar) });
	}

	/// As if the account had bought the avatar: with all that is in it, but no order signed before
	/// counts.
	pub(crate) fn sell(avatar: AvatarId, to: AccountId) {
		let mut purse = Purse { frozen: false, ..purse(avatar) };
		purse.void_orders(jump_after(&System::parent_hash()));
		Records.set_purse(avatar, purse);
		let _ = PartlyFilled::clear_prefix(avatar, u32::MAX, None);
		Made::insert(avatar, to);
		Tenures::mutate(avatar, |tenure| *tenure += 1);
	}
}

impl traits::Avatars<AccountId> for Players {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Made::get(avatar).unwrap_or_else(|| owner(avatar)))
	}
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Tenures::get(avatar))
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(Purses::contains_key(avatar), DispatchError::Other("unknown avatar"));
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, DispatchError::Other("not yours"));
		ensure!(!purse(avatar).frozen, DispatchError::Other("offered"));
		Ok(())
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		let purse = purse(avatar);
		let consumers = purse.consumers.checked_add(records);
		let consumers = consumers.ok_or(DispatchError::Other("too many records"))?;
		Records.set_purse(avatar, Purse { consumers, ..purse });
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		let purse = purse(avatar);
		let consumers =
			purse.consumers.checked_sub(records).expect("what is released was retained");
		Records.set_purse(avatar, Purse { consumers, ..purse });
	}
}

impl traits::Purses for Players {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(from)?;
		let purse = purse(from);
		ensure!(!purse.frozen, DispatchError::Other("offered"));
		let balance = purse.balance.checked_sub(amount);
		let balance = balance.ok_or(DispatchError::Other("too few coins"))?;
		Records.set_purse(from, Purse { balance, ..purse });
		Aside::mutate(|aside| *aside += amount);
		Ok(())
	}
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(to)?;
		let aside = Aside::get().checked_sub(amount);
		Aside::put(aside.ok_or(DispatchError::Other("not set aside"))?);
		let purse = purse(to);
		Records.set_purse(to, Purse { balance: purse.balance + amount, ..purse });
		Ok(())
	}
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(to)?;
		Self::set_aside(from, amount)?;
		Self::pay_out(to, amount)
	}
}

pub(crate) fn purse(avatar: AvatarId) -> Purse {
	Records.purse(avatar).expect("tests ask for avatars that exist")
}

pub(crate) fn balance(avatar: AvatarId) -> Balance {
	purse(avatar).balance
}

/// How many records name the avatar.
pub(crate) fn consumers(avatar: AvatarId) -> u32 {
	purse(avatar).consumers
}

/// The coins that are set aside.
pub(crate) fn aside() -> Balance {
	Aside::get()
}
