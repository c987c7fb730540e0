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
#[cfg(any(test, feature = "runtime-benchmarks"))]
mod benchmarking;
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
pub use types::{CollectionDetails, Form, Issuer, ItemDetails, KindDetails};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{CollectionDetails, Form, Issuer, ItemDetails, KindDetails, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewWorld};
	use freehold_primitives::{
		chain::Balance,
		ids::{AvatarId, CollectionId, ItemId, KindId},
		key::{AvatarKey, CollectionKey, ItemKey, KindKey},
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

		/// Knows who operates a world and who settles for it.
		type Worlds: Worlds<Self::AccountId>;

		/// Knows who owns an avatar.
		type Avatars: Avatars<Self::AccountId>;

		/// Held for each collection, of its payer: who created or adopted it.
		#[pallet::constant]
		type CollectionDeposit: Get<Balance>;

		/// Held for each kind, of the collection's payer.
		#[pallet::constant]
		type KindDeposit: Get<Balance>;

		/// Held for each unique item, of the collection's payer.
		#[pallet::constant]
		type ItemDeposit: Get<Balance>;

		/// Most items that one call mints.
		#[pallet::constant]
		type MaxMint: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewWorld<Self::AccountId>;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each collection that the account pays for.
		Collection,
		/// For the record of each kind in those collections.
		Kind,
		/// For the record of each unique item in those collections.
		Item,
	}

	/// The id of the collection created next.
	#[pallet::storage]
	pub type NextCollectionId<T> = StorageValue<_, CollectionId, ValueQuery>;

	/// Every collection.
	// `Identity` here and below: keys are dense ids, counted up from zero.
	#[pallet::storage]
	pub type Collections<T: Config> =
		StorageMap<_, Identity, CollectionKey, CollectionDetails<T::AccountId>>;

	/// Every kind.
	#[pallet::storage]
	pub type Kinds<T> = StorageMap<_, Identity, KindKey, KindDetails>;

	/// Every unique item.
	#[pallet::storage]
	pub type Items<T> = StorageMap<_, Identity, ItemKey, ItemDetails>;

	/// How many units of a stackable kind an avatar has; no record if none.
	#[pallet::storage]
	pub type Units<T> =
		StorageDoubleMap<_, Identity, KindKey, Identity, AvatarKey, u64, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new collection.
		CollectionCreated {
			/// The collection.
			collection: CollectionId,
			/// The world or avatar that it belongs to.
			issuer: Issuer,
			/// The account that pays its deposits.
			payer: T::AccountId,
		},
		/// An account took over the deposits of a collection.
		CollectionAdopted {
			/// The collection.
			collection: CollectionId,
			/// The account that paid them, and has them back.
			from: T::AccountId,
			/// The account that pays them.
			to: T::AccountId,
		},
		/// A collection has a new kind.
		KindCreated {
			/// The kind.
			kind: KindId,
			/// Whether it has unique items or units.
			form: Form,
			/// Most that will ever be minted; unlimited if none.
			max_supply: Option<u64>,
		},
		/// A unique kind has new items. Their serials follow each other.
		ItemsMinted {
			/// The kind.
			kind: KindId,
			/// The item with the lowest serial.
			first: ItemId,
			/// How many.
			count: u32,
		},
		/// A stackable kind has new units.
		UnitsMinted {
			/// The kind.
			kind: KindId,
			/// The avatar that has them.
			to: AvatarId,
			/// How many.
			amount: u64,
		},
		/// An item has a new owner.
		ItemTransferred {
			/// The item.
			item: ItemId,
			/// The avatar that owned it.
			from: AvatarId,
			/// The avatar that owns it.
			to: AvatarId,
		},
		/// Units have a new owner.
		UnitsTransferred {
			/// The kind.
			kind: KindId,
			/// The avatar that had them.
			from: AvatarId,
			/// The avatar that has them.
			to: AvatarId,
			/// How many.
			amount: u64,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such collection.
		UnknownCollection,
		/// There is no such kind.
		UnknownKind,
		/// There is no such item.
		UnknownItem,
		/// The item is listed.
		Locked,
		/// The account pays the collection's deposits already.
		AlreadyAdopted,
		/// Someone else pays the collection's deposits: the issuer's owner adopts it first.
		NotAdopted,
		/// Unique kinds have no units, and stackable kinds no items.
		WrongForm,
		/// The kind would have more than its maximum supply.
		SupplyExceeded,
		/// No owner was named, or no units.
		NothingToMint,
		/// The avatar has fewer units than are to be given.
		TooFewUnits,
		/// There would be more units than can be counted.
		Overflow,
		/// Every id was given out.
		NoIdsLeft,
		/// No units are to be given.
		ZeroAmount,
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
		/// Creates a collection of a world or of an avatar, and holds a deposit.
		///
		/// Origin: the issuer's owner. Emits `CollectionCreated`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_collection())]
		pub fn create_collection(origin: OriginFor<T>, issuer: Issuer) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let next = Self::ensure_can_create_collection(&who, issuer)?;
			Self::do_create_collection(who, issuer, next)
		}

		/// Creates a kind in a collection, and holds a deposit.
		///
		/// Origin: the issuer's owner. Emits `KindCreated`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::create_kind())]
		pub fn create_kind(
			origin: OriginFor<T>,
			collection: CollectionId,
			form: Form,
			max_supply: Option<u64>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_create_kind(&who, collection)?;
			Self::do_create_kind(collection, details, form, max_supply)
		}

		/// Mints an item of a unique kind for each avatar named, all or none, and holds a deposit
		/// for each.
		///
		/// Origin: the issuer's owner, or a settler of the world. Emits `ItemsMinted`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::mint_items(u32::try_from(to.len()).unwrap_or(u32::MAX)))]
		pub fn mint_items(
			origin: OriginFor<T>,
			kind: KindId,
			to: BoundedVec<AvatarId, T::MaxMint>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (collection, details) = Self::ensure_can_mint_items(&who, kind, &to)?;
			Self::do_mint_items(kind, collection, details, &to)
		}

		/// Mints units of a stackable kind.
		///
		/// Origin: the issuer's owner, or a settler of the world. Emits `UnitsMinted`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::mint_units())]
		pub fn mint_units(
			origin: OriginFor<T>,
			kind: KindId,
			to: AvatarId,
			amount: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_mint_units(&who, kind, to, amount)?;
			Self::do_mint_units(kind, details, to, amount)
		}

		/// Gives an item to another avatar.
		///
		/// Origin: the account whose avatar owns the item. Emits `ItemTransferred`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::transfer_item())]
		pub fn transfer_item(origin: OriginFor<T>, item: ItemId, to: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_transfer_item(&who, item, to)?;
			Self::do_transfer_item(item, details, to)
		}

		/// Gives units of a stackable kind to another avatar.
		///
		/// Origin: the account whose avatar has the units. Emits `UnitsTransferred`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::transfer_units())]
		pub fn transfer_units(
			origin: OriginFor<T>,
			kind: KindId,
			from: AvatarId,
			to: AvatarId,
			amount: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_transfer_units(&who, kind, from, to, amount)?;
			Self::do_transfer_units(kind, from, to, amount)
		}

		/// Takes over the deposits of a collection whose issuer has changed owners: for itself, its
		/// kinds and its items. What was held of the account before goes back to it.
		///
		/// Origin: the issuer's owner. Emits `CollectionAdopted`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::adopt_collection())]
		pub fn adopt_collection(origin: OriginFor<T>, collection: CollectionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_adopt_collection(&who, collection)?;
			Self::do_adopt_collection(who, collection, details)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a collection, if it was created.
		pub fn collection(collection: CollectionId) -> Option<CollectionDetails<T::AccountId>> {
			Collections::<T>::get(CollectionKey::from(collection))
		}

		/// The record of a kind, if it was created.
		pub fn kind(kind: KindId) -> Option<KindDetails> {
			Kinds::<T>::get(KindKey::from(kind))
		}

		/// The record of an item, if it was minted.
		pub fn item(item: ItemId) -> Option<ItemDetails> {
			Items::<T>::get(ItemKey::from(item))
		}

		/// How many units of a kind an avatar has.
		pub fn units(kind: KindId, avatar: AvatarId) -> u64 {
			Self::units_of(kind, avatar)
		}
	}
}
