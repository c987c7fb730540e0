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
pub use types::ParcelDetails;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{ParcelDetails, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	use freehold_primitives::{
		chain::Balance,
		ids::{AvatarId, WorldId},
		key::{ParcelKey, WorldKey},
		land::{Coordinates, ParcelId, Zone},
		traits::{Avatars, Worlds},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Holds the deposits.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Knows who operates a world and where its grid ends.
		type Worlds: Worlds<Self::AccountId>;

		/// Knows who owns an avatar.
		type Avatars: Avatars<Self::AccountId>;

		/// Held of a world's owner for each parcel.
		#[pallet::constant]
		type ParcelDeposit: Get<Balance>;

		/// Most parcels that one call issues.
		#[pallet::constant]
		type MaxIssue: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each parcel that the account's worlds have issued.
		Parcel,
	}

	/// Every parcel.
	// `Identity`: keys are a dense world id and a place on a bounded grid.
	#[pallet::storage]
	pub type Parcels<T> = StorageMap<_, Identity, ParcelKey, ParcelDetails>;

	/// How many parcels a world has.
	// `Identity`: keys are dense ids.
	#[pallet::storage]
	pub type ParcelCount<T> = StorageMap<_, Identity, WorldKey, u32, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A world has new parcels.
		ParcelsIssued {
			/// The world.
			world: WorldId,
			/// The avatar that owns them.
			to: AvatarId,
			/// How many.
			count: u32,
		},
		/// A parcel has a new owner.
		ParcelTransferred {
			/// The parcel.
			parcel: ParcelId,
			/// The avatar that owned it.
			from: AvatarId,
			/// The avatar that owns it.
			to: AvatarId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No parcel was named.
		NothingToIssue,
		/// A parcel exists already, or was named twice.
		AlreadyIssued,
		/// There is no such parcel.
		UnknownParcel,
		/// The parcel is listed, or public land.
		Locked,
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
		/// Issues parcels of a world, all or none, and holds a deposit for each.
		///
		/// Origin: the world's owner. Emits `ParcelsIssued`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::issue(u32::try_from(parcels.len()).unwrap_or(u32::MAX)))]
		pub fn issue(
			origin: OriginFor<T>,
			world: WorldId,
			to: AvatarId,
			parcels: BoundedVec<(Coordinates, Zone), T::MaxIssue>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_issue(&who, world, to, &parcels)?;
			Self::do_issue(&who, world, to, &parcels)
		}

		/// Gives a parcel to another avatar.
		///
		/// Origin: the account whose avatar owns the parcel. Emits `ParcelTransferred`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::transfer())]
		pub fn transfer(origin: OriginFor<T>, parcel: ParcelId, to: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_transfer(&who, parcel, to)?;
			Self::do_transfer(parcel, details, to);
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The parcel at a place of a world, if it was issued.
		pub fn parcel(parcel: ParcelId) -> Option<ParcelDetails> {
			Parcels::<T>::get(ParcelKey::from(parcel))
		}
	}
}
