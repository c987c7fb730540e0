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
pub use types::WorldDetails;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{WeightInfo, WorldDetails};
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	use freehold_primitives::{
		chain::{Balance, BlockNumber},
		fee::Fee,
		ids::WorldId,
		key::WorldKey,
		land::Area,
		traits::{Avatars, Worlds as _},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Holds the bonds and deposits.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Knows which avatars exist.
		type Avatars: Avatars<Self::AccountId>;

		/// Held of an operator for each world.
		#[pallet::constant]
		type WorldBond: Get<Balance>;

		/// Held of a world's owner for each settler.
		#[pallet::constant]
		type SettlerDeposit: Get<Balance>;

		/// Most settlers that a world has.
		#[pallet::constant]
		type MaxSettlers: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For each world that the account operates.
		WorldBond,
		/// For the record of each settler of the account's worlds.
		Settler,
	}

	/// The id of the next world.
	#[pallet::storage]
	pub type NextWorldId<T> = StorageValue<_, WorldId, ValueQuery>;

	/// Every world.
	// `Identity`: keys are dense ids.
	#[pallet::storage]
	pub type Worlds<T: Config> = StorageMap<_, Identity, WorldKey, WorldDetails<T::AccountId>>;

	/// The last block in which an account may act for a world.
	// `Blake2_128Concat`: the accounts are chosen by users.
	#[pallet::storage]
	pub type Settlers<T: Config> =
		StorageDoubleMap<_, Identity, WorldKey, Blake2_128Concat, T::AccountId, BlockNumber>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new world.
		WorldRegistered {
			/// The world.
			world: WorldId,
			/// The account that operates it.
			owner: T::AccountId,
			/// Its grid.
			bounds: Area,
			/// What it keeps of each payment made in it.
			fee: Option<Fee>,
		},
		/// An account may act for a world, or may do so until another block than before.
		SettlerAdded {
			/// The world.
			world: WorldId,
			/// The account.
			settler: T::AccountId,
			/// The last block in which it may.
			valid_until: BlockNumber,
		},
		/// An account may no longer act for a world.
		SettlerRemoved {
			/// The world.
			world: WorldId,
			/// The account.
			settler: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such world.
		UnknownWorld,
		/// Another account operates the world.
		NotOwner,
		/// The account neither operates the world nor is one of its settlers now.
		NotSettler,
		/// The bounds have no place between them.
		InvalidBounds,
		/// The fee is more than a world may keep.
		FeeTooHigh,
		/// The account is not a settler of the world.
		UnknownSettler,
		/// The world has as many settlers as it may.
		TooManySettlers,
		/// The expiry lies in the past.
		InvalidExpiry,
		/// The place lies outside the world's grid.
		OutOfBounds,
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
		/// Registers a world that the caller operates, and holds a bond.
		///
		/// Origin: anyone. Emits `WorldRegistered`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register())]
		pub fn register(origin: OriginFor<T>, bounds: Area, fee: Option<Fee>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (world, next) = Self::ensure_can_register(bounds, fee)?;
			Self::do_register(who, world, next, bounds, fee)
		}

		/// Lets an account act for a world up to a block, and holds a deposit; for an account
		/// that is a settler already, changes the block.
		///
		/// Origin: the world's owner. Emits `SettlerAdded`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::add_settler())]
		pub fn add_settler(
			origin: OriginFor<T>,
			world: WorldId,
			settler: T::AccountId,
			valid_until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_add_settler(&who, world, &settler, valid_until)?;
			Self::do_add_settler(world, details, settler, valid_until)
		}

		/// Removes a settler, expired or not, and gives the deposit back.
		///
		/// Origin: the world's owner. Emits `SettlerRemoved`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::remove_settler())]
		pub fn remove_settler(
			origin: OriginFor<T>,
			world: WorldId,
			settler: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_remove_settler(&who, world, &settler)?;
			Self::do_remove_settler(world, details, settler)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a world, if it was registered.
		pub fn world(id: WorldId) -> Option<WorldDetails<T::AccountId>> {
			Worlds::<T>::get(WorldKey::from(id))
		}

		/// Whether the account may act for the world now.
		pub fn may_settle(world: WorldId, who: T::AccountId) -> bool {
			Self::ensure_settler(&who, world).is_ok()
		}
	}
}
