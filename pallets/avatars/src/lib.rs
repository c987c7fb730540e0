// SPDX-License-Identifier: Apache-2.0
#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod actions;
mod checks;
mod glue;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::AvatarDetails;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{AvatarDetails, WeightInfo};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::fungible::{Mutate, MutateHold},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use freehold_primitives::{
		chain::{Balance, BlockNumber},
		device::{DeviceKey, PublicKey},
		ids::{AvatarId, WorldId},
		key::AvatarKey,
		purse::{LaneIndex, Purse},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Holds the deposits and the coins of the purses.
		type Currency: Mutate<Self::AccountId>
			+ MutateHold<Self::AccountId, Balance = Balance, Reason = Self::RuntimeHoldReason>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Names the pot: the account that holds the coins of all purses.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Held of an avatar's owner for the avatar.
		#[pallet::constant]
		type AvatarDeposit: Get<Balance>;

		/// Held of an avatar's owner for each device key.
		#[pallet::constant]
		type DeviceDeposit: Get<Balance>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each avatar that the account owns.
		Avatar,
		/// For each device key of the account's avatars.
		Device,
		/// As the coins of the purses: at the pot only.
		Purse,
	}

	/// The id that the next avatar gets.
	#[pallet::storage]
	pub type NextAvatarId<T> = StorageValue<_, AvatarId, ValueQuery>;

	/// Every avatar.
	// `Identity`: keys are dense ids, here and below.
	#[pallet::storage]
	pub type Avatars<T: Config> = StorageMap<_, Identity, AvatarKey, AvatarDetails<T::AccountId>>;

	/// The purse of each avatar.
	#[pallet::storage]
	pub type Purses<T> = StorageMap<_, Identity, AvatarKey, Purse>;

	/// The device keys of each avatar, by slot.
	#[pallet::storage]
	pub type Devices<T> = StorageDoubleMap<_, Identity, AvatarKey, Identity, LaneIndex, DeviceKey>;

	/// Nothing to configure: genesis gives the pot its existential deposit.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Binds the runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::create_pot().expect("no genesis issues all the coins there can be");
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new avatar.
		AvatarCreated {
			/// The avatar.
			avatar: AvatarId,
			/// The account that owns it.
			owner: T::AccountId,
		},
		/// A device may sign for an avatar.
		DeviceAdded {
			/// The avatar.
			avatar: AvatarId,
			/// The slot of the key, which is its lane of order numbers.
			slot: LaneIndex,
			/// What it verifies with.
			key: PublicKey,
			/// Last block in which it counts.
			valid_until: BlockNumber,
			/// The only world it may trade in; any if none.
			world: Option<WorldId>,
		},
		/// A device may no longer sign for an avatar.
		DeviceRevoked {
			/// The avatar.
			avatar: AvatarId,
			/// The slot of the key.
			slot: LaneIndex,
		},
		/// No device may sign for an avatar any longer.
		DevicesRevoked {
			/// The avatar.
			avatar: AvatarId,
			/// How many keys it had.
			devices: u8,
		},
		/// Coins went into a purse.
		Deposited {
			/// The avatar whose purse it is.
			avatar: AvatarId,
			/// The account that paid.
			from: T::AccountId,
			/// How many.
			amount: Balance,
		},
		/// Coins went out of a purse.
		Withdrawn {
			/// The avatar whose purse it is.
			avatar: AvatarId,
			/// The account that got them.
			to: T::AccountId,
			/// How many.
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such avatar.
		UnknownAvatar,
		/// Another account owns the avatar.
		NotOwner,
		/// Device keys have the slots from 1 to 7 only.
		InvalidSlot,
		/// The slot has a device key already.
		SlotTaken,
		/// There is no device key in the slot.
		UnknownDevice,
		/// The last block in which the key counts is past.
		InvalidExpiry,
		/// The purse has fewer coins.
		TooFewCoins,
		/// The purse can't hold as much.
		Overflow,
		/// No coins would move.
		ZeroAmount,
		/// Every id was given out.
		NoIdsLeft,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Creates an avatar with an empty purse, and holds a deposit for it.
		///
		/// Origin: anyone, who owns it from then on. Emits `AvatarCreated`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create())]
		pub fn create(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (avatar, next) = Self::ensure_can_create()?;
			Self::do_create(&who, avatar, next)
		}

		/// Lets a device sign for an avatar, up to and including the block `valid_until`, in one
		/// world or in all, and holds a deposit for its key.
		///
		/// Origin: the avatar's owner. Emits `DeviceAdded`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::add_device())]
		pub fn add_device(
			origin: OriginFor<T>,
			avatar: AvatarId,
			slot: LaneIndex,
			key: PublicKey,
			valid_until: BlockNumber,
			world: Option<WorldId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_add_device(&who, avatar, slot, valid_until)?;
			Self::do_add_device(avatar, details, slot, DeviceKey { key, valid_until, world })
		}

		/// Removes a device key, and gives its deposit back. The numbers that it spent stay spent.
		///
		/// Origin: the avatar's owner. Emits `DeviceRevoked`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::revoke_device())]
		pub fn revoke_device(
			origin: OriginFor<T>,
			avatar: AvatarId,
			slot: LaneIndex,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_revoke_device(&who, avatar, slot)?;
			Self::do_revoke_device(avatar, details, slot)
		}

		/// Removes every device key of an avatar, and gives their deposits back. Succeeds if there
		/// is none.
		///
		/// Origin: the avatar's owner. Emits `DevicesRevoked`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::revoke_all_devices())]
		pub fn revoke_all_devices(origin: OriginFor<T>, avatar: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_owned(&who, avatar)?;
			Self::do_revoke_all_devices(avatar, details)
		}

		/// Moves coins from the caller's account to the purse of any avatar. The account keeps its
		/// existential deposit.
		///
		/// Origin: anyone. Emits `Deposited`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::deposit())]
		pub fn deposit(origin: OriginFor<T>, avatar: AvatarId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let purse = Self::ensure_can_deposit(avatar, amount)?;
			Self::do_deposit(&who, avatar, amount, purse)
		}

		/// Moves coins from an avatar's purse to its owner's account.
		///
		/// Origin: the avatar's owner. Emits `Withdrawn`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, avatar: AvatarId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let purse = Self::ensure_can_withdraw(&who, avatar, amount)?;
			Self::do_withdraw(&who, avatar, amount, purse)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of an avatar, if there is such an avatar.
		pub fn avatar(avatar: AvatarId) -> Option<AvatarDetails<T::AccountId>> {
			Avatars::<T>::get(AvatarKey::from(avatar))
		}

		/// The purse of an avatar, if there is such an avatar.
		pub fn purse(avatar: AvatarId) -> Option<Purse> {
			Purses::<T>::get(AvatarKey::from(avatar))
		}

		/// The device keys of an avatar with their slots, in order: at most seven.
		pub fn devices(avatar: AvatarId) -> Vec<(LaneIndex, DeviceKey)> {
			Devices::<T>::iter_prefix(AvatarKey::from(avatar)).collect()
		}
	}
}
