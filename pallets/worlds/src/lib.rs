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

#[cfg(any(test, feature = "runtime-benchmarks"))]
mod benchmarking;
mod checks;
mod fees;
mod glue;
#[cfg(test)]
mod mock;
mod ownership;
mod registry;
mod settlers;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{Metadata, Name, SettlerDetails, WorldDetails};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{Metadata, SettlerDetails, WeightInfo, WorldDetails};
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewLand};
	use freehold_primitives::{
		chain::{Balance, BlockNumber},
		fee::{Fee, FeeSchedule},
		ids::WorldId,
		key::WorldKey,
		land::Area,
		traits::{Avatars, WorldDeposits},
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

		/// Knows who owns an avatar, and keeps those that fees go to.
		type Avatars: Avatars<Self::AccountId>;

		/// Keeps deposits of a world's owner beside those here; they move with the world.
		type Deposits: WorldDeposits<Self::AccountId>;

		/// Held of an operator for each world.
		#[pallet::constant]
		type WorldBond: Get<Balance>;

		/// Held of a world's owner for each settler.
		#[pallet::constant]
		type SettlerDeposit: Get<Balance>;

		/// Most settlers that a world has.
		#[pallet::constant]
		type MaxSettlers: Get<u32>;

		/// Blocks between the announcement of a higher fee and its effect: no fewer than a signed
		/// order lives, so that none is charged more than its maker could see.
		#[pallet::constant]
		type FeeNotice: Get<BlockNumber>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewLand;
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

	/// The accounts that may act for a world, and for how long and how much.
	// `Blake2_128Concat`: the accounts are chosen by users.
	#[pallet::storage]
	pub type Settlers<T: Config> =
		StorageDoubleMap<_, Identity, WorldKey, Blake2_128Concat, T::AccountId, SettlerDetails>;

	/// What a world says of itself. Apart from its record, which trades read.
	// `Identity`: keys are dense ids.
	#[pallet::storage]
	pub type WorldMetadata<T> = StorageMap<_, Identity, WorldKey, Metadata>;

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
		/// An account may act for a world, or may do so under other terms than before.
		SettlerAdded {
			/// The world.
			world: WorldId,
			/// The account.
			settler: T::AccountId,
			/// The last block in which it may.
			valid_until: BlockNumber,
			/// Most coins that it may settle in one block.
			cap: Option<Balance>,
		},
		/// An account may no longer act for a world.
		SettlerRemoved {
			/// The world.
			world: WorldId,
			/// The account.
			settler: T::AccountId,
		},
		/// A world's fee is another, or will be.
		FeeChanged {
			/// The world.
			world: WorldId,
			/// What it keeps, and what was announced.
			fee: FeeSchedule,
		},
		/// A world says something else of itself.
		MetadataChanged {
			/// The world.
			world: WorldId,
			/// What it says; nothing any more if none.
			metadata: Option<Metadata>,
		},
		/// A world's grid has grown.
		WorldExtended {
			/// The world.
			world: WorldId,
			/// Its grid.
			bounds: Area,
		},
		/// An account may become a world's owner.
		OwnershipOffered {
			/// The world.
			world: WorldId,
			/// The account.
			to: T::AccountId,
		},
		/// Nobody may become a world's owner any more.
		OwnershipOfferWithdrawn {
			/// The world.
			world: WorldId,
		},
		/// A world has a new owner.
		OwnershipAccepted {
			/// The world.
			world: WorldId,
			/// The account that operated it.
			from: T::AccountId,
			/// The account that operates it.
			to: T::AccountId,
		},
		/// A world was stopped.
		WorldSuspended {
			/// The world.
			world: WorldId,
		},
		/// A world goes on.
		WorldResumed {
			/// The world.
			world: WorldId,
		},
		/// There is no such world any more.
		WorldClosed {
			/// The world.
			world: WorldId,
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
		/// The bounds have no place between them, or leave out a place that the world has.
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
		/// The world is suspended.
		Suspended,
		/// The world is not suspended.
		NotSuspended,
		/// The settler has settled as much in this block as it may.
		CapExceeded,
		/// The world is not offered to the account, or to anyone.
		NotOffered,
		/// The account operates the world already.
		AlreadyOwner,
		/// The world has settlers, or records of other pallets need it.
		InUse,
		/// The name is empty, is no UTF-8, or has a control character.
		InvalidName,
		/// More would be held of the new owner than it agreed to.
		DepositsTooHigh,
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
		/// Registers a world that the caller operates, and holds a bond. The fee goes to an avatar
		/// of the caller.
		///
		/// Origin: anyone. Emits `WorldRegistered`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register())]
		pub fn register(origin: OriginFor<T>, bounds: Area, fee: Option<Fee>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (world, next) = Self::ensure_can_register(&who, bounds, fee)?;
			Self::do_register(who, world, next, bounds, fee)
		}

		/// Lets an account act for a world up to a block, and settle at most `cap` coins in one
		/// block, or any number if none; holds a deposit. For an account that is a settler
		/// already, changes these terms.
		///
		/// Origin: the world's owner. Emits `SettlerAdded`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::add_settler())]
		pub fn add_settler(
			origin: OriginFor<T>,
			world: WorldId,
			settler: T::AccountId,
			valid_until: BlockNumber,
			cap: Option<Balance>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_add_settler(&who, world, &settler, valid_until)?;
			Self::do_add_settler(world, details, settler, valid_until, cap)
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

		/// Asks for another fee: at once if its rate is no higher than the one in force, else
		/// after `FeeNotice` blocks. Whatever was announced before and is not in force yet, is
		/// forgotten. It goes to an avatar of the caller, or where the one in force goes.
		///
		/// Origin: the world's owner. Emits `FeeChanged`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::set_fee())]
		pub fn set_fee(origin: OriginFor<T>, world: WorldId, fee: Option<Fee>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_set_fee(&who, world, fee)?;
			Self::do_set_fee(world, details, fee)
		}

		/// Says what the world is called and where more about it is found; nothing any more if
		/// none. The bond covers the record.
		///
		/// Origin: the world's owner. Emits `MetadataChanged`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_metadata())]
		pub fn set_metadata(
			origin: OriginFor<T>,
			world: WorldId,
			metadata: Option<Metadata>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_set_metadata(&who, world, metadata.as_ref())?;
			Self::do_set_metadata(world, metadata);
			Ok(())
		}

		/// Lets the world's grid grow to bounds that have every place of the old ones.
		///
		/// Origin: the world's owner. Emits `WorldExtended`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::extend())]
		pub fn extend(origin: OriginFor<T>, world: WorldId, bounds: Area) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_extend(&who, world, bounds)?;
			Self::do_extend(world, details, bounds);
			Ok(())
		}

		/// Offers the world to an account, and to no other that it was offered to; withdraws
		/// the offer if `to` is none.
		///
		/// Origin: the world's owner. Emits `OwnershipOffered` or `OwnershipOfferWithdrawn`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::offer_ownership())]
		pub fn offer_ownership(
			origin: OriginFor<T>,
			world: WorldId,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_offer_ownership(&who, world, to.as_ref())?;
			Self::do_offer_ownership(world, details, to);
			Ok(())
		}

		/// Takes over the world as it is, but without settlers: the servers of the former owner
		/// are to be removed before. The bond and the deposits kept elsewhere for the world are
		/// held of the caller, and given back to the former owner; fails if these are more than
		/// `max_deposits` in all, as the former owner could add to them until the last moment.
		///
		/// Origin: the account that the world is offered to. Emits `OwnershipAccepted`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept_ownership())]
		pub fn accept_ownership(
			origin: OriginFor<T>,
			world: WorldId,
			max_deposits: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_accept_ownership(&who, world)?;
			Self::do_accept_ownership(world, details, who, max_deposits)
		}

		/// Stops the world: nobody acts for it, and nothing is issued in it, until it is resumed.
		/// Whoever owns something there keeps and moves it as before.
		///
		/// Origin: the world's owner. Emits `WorldSuspended`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(origin: OriginFor<T>, world: WorldId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_suspend(&who, world)?;
			Self::do_suspend(world, details);
			Ok(())
		}

		/// Lets a suspended world go on.
		///
		/// Origin: the world's owner. Emits `WorldResumed`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, world: WorldId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_resume(&who, world)?;
			Self::do_resume(world, details);
			Ok(())
		}

		/// Ends a world that has no settlers and that no record of another pallet needs, and
		/// gives the bond back. Its id is never given out again.
		///
		/// Origin: the world's owner. Emits `WorldClosed`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::close())]
		pub fn close(origin: OriginFor<T>, world: WorldId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_close(&who, world)?;
			Self::do_close(world, details)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a world, if there is such a world.
		pub fn world(id: WorldId) -> Option<WorldDetails<T::AccountId>> {
			Worlds::<T>::get(WorldKey::from(id))
		}

		/// Whether the account may act for the world now.
		pub fn may_settle(world: WorldId, who: T::AccountId) -> bool {
			Self::ensure_may_settle(&who, world).is_ok()
		}

		/// What the world keeps of a payment made in it now.
		pub fn fee_now(world: WorldId) -> Option<Fee> {
			Worlds::<T>::get(WorldKey::from(world))?.fee.at(Self::now())
		}

		/// What the world says of itself.
		pub fn metadata(world: WorldId) -> Option<Metadata> {
			WorldMetadata::<T>::get(WorldKey::from(world))
		}

		/// The record of a settler of the world, expired or not.
		pub fn settler(world: WorldId, who: T::AccountId) -> Option<SettlerDetails> {
			Settlers::<T>::get(WorldKey::from(world), who)
		}
	}
}
