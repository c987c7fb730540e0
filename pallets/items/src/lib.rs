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

mod attributes;
#[cfg(any(test, feature = "runtime-benchmarks"))]
mod benchmarking;
mod collections;
mod deposits;
mod glue;
mod holdings;
mod kinds;
#[cfg(test)]
mod mock;
mod outfits;
mod recipes;
mod royalties;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

#[cfg(any(test, feature = "runtime-benchmarks"))]
pub use benchmarking::SuspendWorld;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::types::{
		AttributeDetails, AttributeKey, AttributeName, Changes, CollectionDetails, DrawDetails,
		Form, Inputs, Issuer, ItemDetails, KindDetails, MetadataDetails, Mixture, Outfit, Recipe,
		RecipeDetails, RoundDetails, Rules, Shares, Value, Write, WriteRefusal, Writer,
		MAX_ATTRIBUTES,
	};
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use super::SuspendWorld;
	use super::{recipes::Agreed, WeightInfo};
	use alloc::vec::Vec;
	use frame_support::{
		dispatch::WithPostDispatchInfo,
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			Randomness,
		},
	};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewWorld};
	use freehold_primitives::{
		asset::{Custody, Stack},
		chain::{Balance, BlockNumber, Hash},
		fee::BasisPoints,
		ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId, WorldId},
		key::{AvatarKey, CollectionKey, DrawKey, ItemKey, KindKey, RecipeKey},
		traits::{Avatars, Purses, Worlds},
	};
	use sp_runtime::SaturatedConversion;

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

		/// Moves the coins of royalties and of recipes' prices.
		type Purses: Purses;

		/// What the block before adds to chance, which nobody but its author could know before it was
		/// made; none if it adds nothing.
		type Randomness: Randomness<Option<Hash>, BlockNumberFor<Self>>;

		/// How many blocks that add to chance make a round.
		#[pallet::constant]
		type RoundLength: Get<u32>;

		/// Held for each collection, of its payer: who created, adopted or accepted it.
		#[pallet::constant]
		type CollectionDeposit: Get<Balance>;

		/// Held for the name and the pointer of each collection that has them, of its payer.
		#[pallet::constant]
		type MetadataDeposit: Get<Balance>;

		/// Held for each kind and its royalty, of the collection's payer.
		#[pallet::constant]
		type KindDeposit: Get<Balance>;

		/// Held for each unique item, of the collection's payer.
		#[pallet::constant]
		type ItemDeposit: Get<Balance>;

		/// Held for each attribute that a kind defines, of the collection's payer.
		#[pallet::constant]
		type AttributeKeyDeposit: Get<Balance>;

		/// Held for each attribute of an item, of who wrote it last.
		#[pallet::constant]
		type AttributeDeposit: Get<Balance>;

		/// Held for each recipe, of the collection's payer.
		#[pallet::constant]
		type RecipeDeposit: Get<Balance>;

		/// Held for each open draw, of who crafted. The deposit of an item is paid of it, and the
		/// existential deposit stays.
		#[pallet::constant]
		type DrawDeposit: Get<Balance>;

		/// Most items, or avatars that get units, of one call that mints.
		#[pallet::constant]
		type MaxMint: Get<u32>;

		/// Most items that one call transfers, each to an avatar of its own.
		#[pallet::constant]
		type MaxTransfers: Get<u32>;

		/// Most attributes that one call of a world's server writes.
		#[pallet::constant]
		type MaxWrites: Get<u32>;

		/// For how many blocks at most an item is placed in custody.
		#[pallet::constant]
		type MaxCustody: Get<BlockNumber>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewWorld<Self::AccountId> + SuspendWorld;
	}

	/// The record of a collection.
	pub type CollectionOf<T> = CollectionDetails<<T as frame_system::Config>::AccountId>;
	/// The record of an attribute.
	pub type AttributeOf<T> = AttributeDetails<<T as frame_system::Config>::AccountId>;
	/// The record of an open draw.
	pub type DrawOf<T> = DrawDetails<<T as frame_system::Config>::AccountId>;

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each collection that the account pays for.
		Collection,
		/// For the record of each kind in those collections.
		Kind,
		/// For the record of each unique item in those collections.
		Item,
		/// For the name and the pointer of each of those collections that has them.
		Metadata,
		/// For each attribute that a kind in those collections defines.
		AttributeKey,
		/// For each attribute that the account wrote last.
		Attribute,
		/// For the record of each recipe of those collections.
		Recipe,
		/// For each open draw that the account crafted.
		Draw,
	}

	/// The id of the collection created next.
	#[pallet::storage]
	pub type NextCollectionId<T> = StorageValue<_, CollectionId, ValueQuery>;

	/// Every collection.
	// `Identity` here and below: keys are dense ids, counted up from zero.
	#[pallet::storage]
	pub type Collections<T: Config> = StorageMap<_, Identity, CollectionKey, CollectionOf<T>>;

	/// The name of each collection that has one, and where more about it is found.
	#[pallet::storage]
	pub type Metadata<T> = StorageMap<_, Identity, CollectionKey, MetadataDetails>;

	/// Every kind.
	#[pallet::storage]
	pub type Kinds<T> = StorageMap<_, Identity, KindKey, KindDetails>;

	/// Who shares the royalty of each kind that has one: apart from its record, which trades read.
	#[pallet::storage]
	pub type Royalties<T> = StorageMap<_, Identity, KindKey, Shares, ValueQuery>;

	/// The coins that trades left for those who share a kind's royalty; no record if none.
	#[pallet::storage]
	pub type Accrued<T> = StorageMap<_, Identity, KindKey, Balance, ValueQuery>;

	/// Every unique item.
	#[pallet::storage]
	pub type Items<T> = StorageMap<_, Identity, ItemKey, ItemDetails>;

	/// How many units of a stackable kind an avatar has; no record if none.
	#[pallet::storage]
	pub type Units<T> =
		StorageDoubleMap<_, Identity, KindKey, Identity, AvatarKey, Stack, ValueQuery>;

	/// The attributes that each kind defines, numbered from zero.
	#[pallet::storage]
	pub type AttributeKeys<T> = StorageDoubleMap<_, Identity, KindKey, Identity, u8, AttributeKey>;

	/// The attributes that each item has, by the number of the key.
	#[pallet::storage]
	pub type Attributes<T: Config> =
		StorageDoubleMap<_, Identity, ItemKey, Identity, u8, AttributeOf<T>>;

	/// What each avatar wears, by slot; no record if nothing.
	#[pallet::storage]
	pub type Outfits<T> = StorageMap<_, Identity, AvatarKey, Outfit, ValueQuery>;

	/// The id of the recipe created next.
	#[pallet::storage]
	pub type NextRecipeId<T> = StorageValue<_, RecipeId, ValueQuery>;

	/// Every recipe.
	#[pallet::storage]
	pub type Recipes<T> = StorageMap<_, Identity, RecipeKey, RecipeDetails>;

	/// The id of the draw opened next.
	#[pallet::storage]
	pub type NextDrawId<T> = StorageValue<_, DrawId, ValueQuery>;

	/// Every draw that was not settled yet.
	#[pallet::storage]
	pub type Draws<T: Config> = StorageMap<_, Identity, DrawKey, DrawOf<T>>;

	/// The number of the round in which draws are opened now.
	#[pallet::storage]
	pub type Round<T> = StorageValue<_, u32, ValueQuery>;

	/// What all blocks have added to chance.
	#[pallet::storage]
	pub type Chance<T> = StorageValue<_, Mixture, ValueQuery>;

	/// Every round that has draws which were not settled, by its number, big-endian.
	#[pallet::storage]
	pub type Rounds<T> = StorageMap<_, Identity, [u8; 4], RoundDetails>;

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
		/// A collection has another name or pointer than before, or none.
		MetadataSet {
			/// The collection.
			collection: CollectionId,
			/// What it is called, and where more about it is found; none if there is neither any
			/// longer.
			metadata: Option<MetadataDetails>,
		},
		/// A collection gets no new kinds, items, units or recipes any more, for good.
		CollectionFrozen {
			/// The collection.
			collection: CollectionId,
		},
		/// A collection is offered to another issuer, or no longer.
		CollectionOffered {
			/// The collection.
			collection: CollectionId,
			/// Who may have it; none if the offer was withdrawn.
			to: Option<Issuer>,
		},
		/// A collection belongs to another issuer.
		CollectionHandedOver {
			/// The collection.
			collection: CollectionId,
			/// Who it belonged to.
			from: Issuer,
			/// Who it belongs to.
			to: Issuer,
			/// The account that pays its deposits.
			payer: T::AccountId,
		},
		/// A collection is gone.
		CollectionRemoved {
			/// The collection.
			collection: CollectionId,
		},
		/// A collection has a new kind.
		KindCreated {
			/// The kind.
			kind: KindId,
			/// Whether it has unique items or units.
			form: Form,
			/// Most that will ever be minted; unlimited if none.
			max_supply: Option<u64>,
			/// What may be done with what is of it.
			rules: Rules,
			/// The part of a payment for it that is its royalty.
			royalty: BasisPoints,
		},
		/// More may be done with what is of a kind.
		KindLoosened {
			/// The kind.
			kind: KindId,
			/// What may be done.
			rules: Rules,
		},
		/// Fewer of a kind will ever be minted than could have been.
		CapLowered {
			/// The kind.
			kind: KindId,
			/// Most that will ever be minted.
			max_supply: u64,
		},
		/// The royalty of a kind is another, or goes to others.
		RoyaltySet {
			/// The kind.
			kind: KindId,
			/// The part of a payment for it that is its royalty.
			rate: BasisPoints,
		},
		/// Royalties went into the purses of those who share them.
		RoyaltyPaid {
			/// The kind.
			kind: KindId,
			/// How many coins, all together.
			amount: Balance,
		},
		/// A kind is gone.
		KindRemoved {
			/// The kind.
			kind: KindId,
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
			/// To how many avatars they went, one that was named twice counted twice.
			avatars: u32,
			/// How many, all together.
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
		/// An item is gone, with its attributes.
		ItemBurned {
			/// The item.
			item: ItemId,
			/// The kind that it was of.
			kind: KindId,
			/// The avatar that owned it.
			owner: AvatarId,
		},
		/// Units are gone.
		UnitsBurned {
			/// The kind.
			kind: KindId,
			/// The avatar that had them.
			avatar: AvatarId,
			/// How many.
			amount: u64,
		},
		/// A kind's items may have an attribute that they could not have before.
		AttributeDefined {
			/// The kind.
			kind: KindId,
			/// The number of the attribute.
			key: u8,
			/// Who writes it.
			writer: Writer,
		},
		/// An item has other attributes than before.
		AttributesSet {
			/// The item.
			item: ItemId,
		},
		/// A world's server wrote attributes.
		AttributesWritten {
			/// The world.
			world: WorldId,
			/// How many.
			writes: u32,
			/// Those that were left out, by their place in the call, and why.
			refused: Vec<(u32, WriteRefusal)>,
		},
		/// An avatar wears an item.
		Equipped {
			/// The avatar.
			avatar: AvatarId,
			/// Where.
			slot: u8,
			/// The item.
			item: ItemId,
		},
		/// An avatar wears an item no longer.
		Unequipped {
			/// The avatar.
			avatar: AvatarId,
			/// Where it did.
			slot: u8,
			/// The item.
			item: ItemId,
		},
		/// An item stays with its owner until a world lets it go, or time does.
		PlacedInCustody {
			/// The item.
			item: ItemId,
			/// For which world, why and until when.
			custody: Custody,
		},
		/// A world let an item go.
		ReleasedFromCustody {
			/// The item.
			item: ItemId,
			/// The world.
			world: WorldId,
		},
		/// Something can be crafted.
		RecipeCreated {
			/// The recipe.
			recipe: RecipeId,
			/// The collection that what it makes is of.
			collection: CollectionId,
		},
		/// A recipe is gone.
		RecipeRemoved {
			/// The recipe.
			recipe: RecipeId,
		},
		/// An avatar crafted something.
		Crafted {
			/// The recipe.
			recipe: RecipeId,
			/// The avatar, which owns what was made.
			avatar: AvatarId,
			/// The item that was made; none if it is units.
			item: Option<ItemId>,
		},
		/// An avatar crafted something, and chance will tell what.
		DrawOpened {
			/// The draw.
			draw: DrawId,
			/// The recipe.
			recipe: RecipeId,
			/// The avatar, which will own what is drawn.
			avatar: AvatarId,
		},
		/// Chance has told.
		DrawSettled {
			/// The draw.
			draw: DrawId,
			/// The avatar, which owns what was drawn.
			avatar: AvatarId,
			/// The kind that was drawn.
			kind: KindId,
			/// How many; one of a unique kind.
			amount: u64,
			/// The item; none if it is units.
			item: Option<ItemId>,
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
		/// The item is in an order or an auction, worn, or in custody.
		Locked,
		/// The account pays the collection's deposits already.
		AlreadyAdopted,
		/// Someone else pays the collection's deposits: the issuer's owner adopts it first.
		NotAdopted,
		/// Unique kinds have no units, and stackable kinds no items.
		WrongForm,
		/// The kind would have more than its maximum supply.
		SupplyExceeded,
		/// No owner was named.
		NothingToMint,
		/// The avatar has fewer units than that, apart from those in orders.
		TooFewUnits,
		/// There would be more units or coins than can be counted.
		Overflow,
		/// Every id was given out.
		NoIdsLeft,
		/// Not even one unit was named.
		ZeroAmount,
		/// The collection is frozen.
		Frozen,
		/// The name is empty, or not UTF-8.
		InvalidName,
		/// The pointer points nowhere.
		EmptyPointer,
		/// The collection belongs to that issuer already.
		SameIssuer,
		/// The collection is not offered, its issuer has another owner since, or is an avatar that
		/// is itself offered.
		NotOffered,
		/// The collection has kinds or recipes.
		NotEmpty,
		/// The kind's rules would allow less than they do.
		Tightened,
		/// The maximum supply would be higher than it is.
		CapRaised,
		/// As many were minted already, or may yet be drawn.
		CapTooLow,
		/// A share of the royalty is nothing, or an avatar has two.
		InvalidShares,
		/// The royalty would be higher than any may be.
		RoyaltyTooHigh,
		/// The royalty does not rise while there are units of the kind, or something of it may yet be
		/// drawn.
		RoyaltyRaised,
		/// No royalties are there to be divided.
		NothingAccrued,
		/// Royalties of the kind were not collected yet.
		Accrued,
		/// There are items or units of the kind, or some may yet be drawn.
		InUse,
		/// What is of the kind can't be transferred.
		Soulbound,
		/// What is of the kind can't be burned.
		NotBurnable,
		/// No item was named.
		NothingNamed,
		/// An item was named twice.
		NamedTwice,
		/// Another avatar owns the item.
		NotOwner,
		/// The kind has an attribute of that name already.
		NameTaken,
		/// The kind defines as many attributes as it may.
		TooManyAttributes,
		/// The kind defines no such attribute.
		UnknownKey,
		/// Someone else writes the attribute; or the item is older than it, and nobody does.
		NotWriter,
		/// The item has no such attribute.
		UnknownAttribute,
		/// An attribute was named twice.
		DuplicateKey,
		/// No attribute was named.
		NothingToWrite,
		/// There is no such slot.
		InvalidSlot,
		/// The avatar wears something there.
		SlotTaken,
		/// The avatar wears nothing there.
		SlotEmpty,
		/// The last block in which it counts is past.
		InvalidExpiry,
		/// The last block in which it counts is too far ahead.
		TooLong,
		/// The item is not in custody.
		NotInCustody,
		/// There is no such recipe.
		UnknownRecipe,
		/// The recipe makes no sense: it takes a kind twice, or none of one, or more items than a
		/// call can name; or it makes nothing, or more than one of a unique kind, or something of
		/// another collection or without a weight; or it may never be used.
		InvalidRecipe,
		/// The last block in which the recipe may be used is past.
		RecipeExpired,
		/// The recipe was used as often as it may be.
		RecipeExhausted,
		/// The items are not those that the recipe takes.
		WrongInputs,
		/// There is no such draw.
		UnknownDraw,
		/// Chance has not told yet.
		NotDrawn,
		/// The collection's deposits are more than the caller agreed to.
		DepositsTooHigh,
		/// The royalty of something that the recipe may make is more than the caller agreed to.
		RoyaltyNotAgreed,
		/// Something that the recipe may make has more attributes than the caller agreed to.
		AttributesNotAgreed,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::advance_round()
		}

		fn integrity_test() {
			let least = T::ItemDeposit::get().saturating_add(T::Currency::minimum_balance());
			assert!(
				T::DrawDeposit::get() >= least,
				"the deposit of a draw pays for that of an item, and keeps the account alive"
			);
		}

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

		/// Creates a kind in a collection that is not frozen, and holds a deposit. The royalty is
		/// what its shares come to, a tenth at most. A home is a world of the caller's.
		///
		/// Origin: the issuer's owner. Emits `KindCreated`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::create_kind(count(royalty)))]
		pub fn create_kind(
			origin: OriginFor<T>,
			collection: CollectionId,
			form: Form,
			max_supply: Option<u64>,
			rules: Rules,
			royalty: Shares,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, rate) = Self::ensure_can_create_kind(&who, collection, rules, &royalty)?;
			let kind = KindDetails::new(form, max_supply, rules, rate);
			Self::do_create_kind(collection, details, kind, royalty)
		}

		/// Mints an item of a unique kind for each avatar named, all or none, and holds a deposit
		/// for each, which counts against a settler's cap. The collection is not frozen.
		///
		/// Origin: the issuer's owner, or a settler of the world. Emits `ItemsMinted`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::mint_items(count(to)))]
		pub fn mint_items(
			origin: OriginFor<T>,
			kind: KindId,
			to: BoundedVec<AvatarId, T::MaxMint>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (collection, details) = Self::ensure_can_mint_items(&who, kind, &to)?;
			Self::do_mint_items(&who, kind, collection, details, &to)
		}

		/// Mints units of a stackable kind for each avatar named, all or none. An avatar that is
		/// named twice gets both amounts. The collection is not frozen.
		///
		/// Origin: the issuer's owner, or a settler of the world. Emits `UnitsMinted`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::mint_units(count(to)))]
		pub fn mint_units(
			origin: OriginFor<T>,
			kind: KindId,
			to: BoundedVec<(AvatarId, u64), T::MaxMint>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, amount) = Self::ensure_can_mint_units(&who, kind, &to)?;
			Self::do_mint_units(kind, details, &to, amount)
		}

		/// Gives an item of a transferable kind to another avatar.
		///
		/// Origin: the account whose avatar owns the item. Emits `ItemTransferred`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::transfer_item())]
		pub fn transfer_item(origin: OriginFor<T>, item: ItemId, to: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_transfer_item(&who, item, to)?;
			Self::do_transfer_item(item, details, to)
		}

		/// Gives units of a transferable, stackable kind to another avatar.
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
		/// metadata, its kinds with their attributes, its items and its recipes, if they are
		/// `max_deposits` at most. What was held of the account before goes back to it, and what it
		/// had offered is withdrawn.
		///
		/// Origin: the issuer's owner. Emits `CollectionAdopted`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::adopt_collection())]
		pub fn adopt_collection(
			origin: OriginFor<T>,
			collection: CollectionId,
			max_deposits: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_adopt_collection(&who, collection, max_deposits)?;
			Self::do_adopt_collection(who, collection, details)
		}

		/// Says what a collection that is not frozen is called, and where more about it is found;
		/// or that it is called nothing. The first name holds a deposit, and none gives it back.
		///
		/// Origin: the issuer's owner. Emits `MetadataSet`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_metadata())]
		pub fn set_metadata(
			origin: OriginFor<T>,
			collection: CollectionId,
			metadata: Option<MetadataDetails>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_set_metadata(&who, collection, metadata.as_ref())?;
			Self::do_set_metadata(collection, details, metadata)
		}

		/// Binds whoever issues in a collection, for good: it gets no new kinds, items, units,
		/// recipes, attributes or metadata, nothing more is crafted in it, and no royalty of it
		/// rises. What holders may do stays as it is, and a draw that is open is settled.
		///
		/// Origin: the issuer's owner. Emits `CollectionFrozen`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::freeze_collection())]
		pub fn freeze_collection(origin: OriginFor<T>, collection: CollectionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_freeze_collection(&who, collection)?;
			Self::do_freeze_collection(collection, details)
		}

		/// Offers a collection to another world or avatar, in place of whoever it was offered to
		/// before, or to nobody. The offer is void once the issuer has another owner.
		///
		/// Origin: the issuer's owner, who pays the deposits. Emits `CollectionOffered`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::offer_collection())]
		pub fn offer_collection(
			origin: OriginFor<T>,
			collection: CollectionId,
			to: Option<Issuer>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_offer_collection(&who, collection, to)?;
			Self::do_offer_collection(collection, details, to)
		}

		/// Takes a collection that was offered, with its deposits, if they are `max_deposits` at most:
		/// the giver could add to them until the last moment. What was held of the account before
		/// goes back to it.
		///
		/// Origin: the owner of the world or avatar that it is offered to. Emits
		/// `CollectionHandedOver`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::accept_collection())]
		pub fn accept_collection(
			origin: OriginFor<T>,
			collection: CollectionId,
			max_deposits: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, to) = Self::ensure_can_accept_collection(&who, collection, max_deposits)?;
			Self::do_accept_collection(who, collection, details, to)
		}

		/// Allows more of what is of a kind: to transfer it, to burn it, to trade it in any world.
		/// What is allowed stays so.
		///
		/// Origin: the issuer's owner; the owner of its home, to be its home no longer. Emits
		/// `KindLoosened`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::loosen_kind())]
		pub fn loosen_kind(origin: OriginFor<T>, kind: KindId, rules: Rules) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_loosen_kind(&who, kind, rules)?;
			Self::do_loosen_kind(kind, details, rules)
		}

		/// Lowers the number of items or units that will ever be minted of a kind, or sets it if
		/// there was none, to no less than were minted and may yet be drawn.
		///
		/// Origin: the issuer's owner. Emits `CapLowered`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::lower_cap())]
		pub fn lower_cap(origin: OriginFor<T>, kind: KindId, max_supply: u64) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_lower_cap(&who, kind, max_supply)?;
			Self::do_lower_cap(kind, details, max_supply)
		}

		/// Sets who shares a kind's royalty, after those who shared it before got all that there
		/// is. No raise touches an item that was minted before; the rate of a stackable kind
		/// does not rise while there are units of it, nor any while something of the kind may yet be
		/// drawn, or in a frozen collection.
		///
		/// Origin: the issuer's owner. Emits `RoyaltySet`, and `RoyaltyPaid` if there was any.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::set_royalty(count(royalty)))]
		pub fn set_royalty(origin: OriginFor<T>, kind: KindId, royalty: Shares) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, rate) = Self::ensure_can_set_royalty(&who, kind, &royalty)?;
			Self::do_set_royalty(kind, details, royalty, rate)
		}

		/// Divides a kind's royalties between those who share them, by their rates, into their
		/// purses. What can't be divided stays.
		///
		/// Origin: anyone. Emits `RoyaltyPaid`.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::collect_royalty())]
		pub fn collect_royalty(origin: OriginFor<T>, kind: KindId) -> DispatchResult {
			ensure_signed(origin)?;
			let parts = Self::ensure_can_collect_royalty(kind)?;
			Self::do_collect_royalty(kind, parts)
		}

		/// Burns an item of a burnable kind, with its attributes. The deposits go back to who paid
		/// them: that of the item to the collection's payer.
		///
		/// Origin: the account whose avatar owns the item. Emits `ItemBurned`.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::burn_item(MAX_ATTRIBUTES))]
		pub fn burn_item(origin: OriginFor<T>, item: ItemId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_burn_item(&who, item)?;
			Self::do_burn_item(item, details)?;
			Ok(Some(T::WeightInfo::burn_item(details.attributes.into())).into())
		}

		/// Burns units of a burnable, stackable kind.
		///
		/// Origin: the account whose avatar has the units. Emits `UnitsBurned`.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::burn_units())]
		pub fn burn_units(
			origin: OriginFor<T>,
			kind: KindId,
			avatar: AvatarId,
			amount: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_burn_units(&who, kind, avatar, amount)?;
			Self::do_burn_units(kind, avatar, amount)
		}

		/// Gives items to other avatars, all or none.
		///
		/// Origin: the account whose avatars own the items. Emits `ItemTransferred` for each.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::transfer_batch(count(transfers)))]
		pub fn transfer_batch(
			origin: OriginFor<T>,
			transfers: BoundedVec<(ItemId, AvatarId), T::MaxTransfers>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let items = Self::ensure_can_transfer_batch(&who, &transfers)?;
			Self::do_transfer_batch(&transfers, items)
		}

		/// Defines an attribute that items of a unique kind may have, by a name that no other of
		/// the kind's has, and holds a deposit. One that the holder does not write is of items that
		/// are minted from then on, and not defined while something of the kind may yet be drawn.
		/// Servers write of burnable kinds only: what they wrote goes with the item alone.
		///
		/// Origin: the issuer's owner. Emits `AttributeDefined`.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::define_attribute())]
		pub fn define_attribute(
			origin: OriginFor<T>,
			kind: KindId,
			name: AttributeName,
			writer: Writer,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let definition = Self::ensure_can_define_attribute(&who, kind, &name, writer)?;
			Self::do_define_attribute(kind, name, writer, definition)
		}

		/// Sets or removes attributes of an item, all or none, each of which the caller writes. A
		/// deposit is held for each that is set, and goes back to whoever set it before, or when
		/// it is removed. The item's version moves on if one says something else than before. Nobody
		/// sets any while the item is up for auction.
		///
		/// Origin: the issuer's owner for the attributes that it writes, the account whose avatar
		/// owns the item for those of the holder, while the item is not locked. Emits
		/// `AttributesSet`.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::set_attributes(count(changes)))]
		pub fn set_attributes(
			origin: OriginFor<T>,
			item: ItemId,
			changes: Changes,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_set_attributes(&who, item, &changes)?;
			Self::do_set_attributes(who, item, changes, details)
		}

		/// Writes attributes of items for the server of a world, one after the other: those of
		/// which the counter is not above the one written last or too far above it, that are not the
		/// world's to write, or of items that are up for auction, are left out, and the event says
		/// why. So a server may send what it has anew. The caller's deposit is held for each
		/// attribute, and whoever wrote it before has its own back. The versions of the items of which
		/// something else is said than before move on.
		///
		/// Origin: the world's owner, or a settler of it. Emits `AttributesWritten`.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::write_attributes(count(writes)))]
		pub fn write_attributes(
			origin: OriginFor<T>,
			world: WorldId,
			writes: BoundedVec<Write, T::MaxWrites>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::ensure_can_write_attributes(&who, world)?;
			let weight = Self::do_write_attributes(&who, world, writes)?;
			Ok(Some(weight).into())
		}

		/// Puts an item on an avatar that owns it, in a free slot. It is locked as long as it is
		/// worn.
		///
		/// Origin: the avatar's owner. Emits `Equipped`.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::equip())]
		pub fn equip(
			origin: OriginFor<T>,
			avatar: AvatarId,
			slot: u8,
			item: ItemId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_equip(&who, avatar, slot, item)?;
			Self::do_equip(avatar, slot, item, details)
		}

		/// Takes off what an avatar wears in a slot.
		///
		/// Origin: the avatar's owner. Emits `Unequipped`.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::unequip())]
		pub fn unequip(origin: OriginFor<T>, avatar: AvatarId, slot: u8) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let item = Self::ensure_can_unequip(&who, avatar, slot)?;
			Self::do_unequip(avatar, slot, item)
		}

		/// Keeps an item where it is for a world, until that lets it go, and at most up to and
		/// including the block `until`. The reason is a number of the world's own.
		///
		/// Origin: the account whose avatar owns the item. Emits `PlacedInCustody`.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::place_in_custody())]
		pub fn place_in_custody(
			origin: OriginFor<T>,
			item: ItemId,
			world: WorldId,
			reason: u16,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let custody = Custody { world, reason, until };
			let details = Self::ensure_can_place_in_custody(&who, item, custody)?;
			Self::do_place_in_custody(item, custody, details)
		}

		/// Lets an item go that is in custody of a world.
		///
		/// Origin: the world's owner, or a settler of it; while the world is not open, also the
		/// account whose avatar owns the item. Emits `ReleasedFromCustody`.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::release_from_custody())]
		pub fn release_from_custody(origin: OriginFor<T>, item: ItemId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, world) = Self::ensure_can_release_from_custody(&who, item)?;
			Self::do_release_from_custody(item, details, world)
		}

		/// Says what can be crafted of what, for which price that goes to the avatar `to`, and
		/// holds a deposit. What is made is of the collection, which is not frozen; what it is made
		/// of may be of any.
		///
		/// Origin: the issuer's owner. Emits `RecipeCreated`.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::create_recipe())]
		pub fn create_recipe(
			origin: OriginFor<T>,
			collection: CollectionId,
			recipe: Recipe,
			to: AvatarId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let creation = Self::ensure_can_create_recipe(&who, collection, &recipe, to)?;
			Self::do_create_recipe(collection, recipe, to, creation)
		}

		/// Removes a recipe, and gives its deposit back. Draws that it opened are settled all the
		/// same.
		///
		/// Origin: the issuer's owner; anyone once it has expired. Emits `RecipeRemoved`.
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::remove_recipe())]
		pub fn remove_recipe(origin: OriginFor<T>, recipe: RecipeId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_remove_recipe(&who, recipe)?;
			Self::do_remove_recipe(recipe, details)
		}

		/// Burns what a recipe takes, of which `items` are the unique ones, pays its price, and
		/// makes what it makes, all of the avatar. If chance decides, a draw is opened: what may be
		/// drawn is kept for it, and anyone settles it once chance has told. The deposit for an
		/// item is a price too: the caller pays it to the collection's payer, who has it once the
		/// item is burned. That for a draw comes back, less an item's.
		///
		/// No kind of which something may be made has a royalty of more than `max_royalty`, or
		/// defines more attributes than `max_attributes`: the issuer could raise the one and add to
		/// the others until the last moment.
		///
		/// Origin: the avatar's owner. Emits `Crafted` or `DrawOpened`, and `ItemBurned` and
		/// `UnitsBurned` for what it was made of.
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::craft(
			count(items),
			count(items).saturating_mul(MAX_ATTRIBUTES)
		))]
		pub fn craft(
			origin: OriginFor<T>,
			avatar: AvatarId,
			recipe: RecipeId,
			items: Inputs,
			max_royalty: BasisPoints,
			max_attributes: u8,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let agreed = Agreed { max_royalty, max_attributes };
			// Whoever comes too late burns nothing.
			let crafting = Self::ensure_can_craft(&who, avatar, recipe, &items, agreed)
				.map_err(|error| error.with_weight(T::WeightInfo::craft(count(&items), 0)))?;
			let weight = T::WeightInfo::craft(count(&items), crafting.attributes());
			Self::do_craft(who, avatar, recipe, crafting)?;
			Ok(Some(weight).into())
		}

		/// Mints what a draw comes to, and gives its deposit back, less that of an item.
		///
		/// Origin: anyone, once all of the round after that of the draw has gone by. Emits
		/// `DrawSettled`.
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::settle_draw())]
		pub fn settle_draw(origin: OriginFor<T>, draw: DrawId) -> DispatchResult {
			ensure_signed(origin)?;
			let settlement = Self::ensure_can_settle_draw(draw)?;
			Self::do_settle_draw(draw, settlement)
		}

		/// Removes a kind of which there is nothing, with its royalty and its attributes, and gives
		/// their deposits back. No id is given out again.
		///
		/// Origin: the issuer's owner. Emits `KindRemoved`.
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::remove_kind(MAX_ATTRIBUTES))]
		pub fn remove_kind(origin: OriginFor<T>, kind: KindId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (collection, details) = Self::ensure_can_remove_kind(&who, kind)?;
			Self::do_remove_kind(kind, collection, details)?;
			Ok(Some(T::WeightInfo::remove_kind(details.attributes.into())).into())
		}

		/// Removes a collection that has no kinds and no recipes, with its metadata, and gives their
		/// deposits back.
		///
		/// Origin: the issuer's owner. Emits `CollectionRemoved`.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::remove_collection())]
		pub fn remove_collection(origin: OriginFor<T>, collection: CollectionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_remove_collection(&who, collection)?;
			Self::do_remove_collection(collection, details)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a collection, if there is such a collection.
		pub fn collection(collection: CollectionId) -> Option<CollectionOf<T>> {
			Collections::<T>::get(CollectionKey::from(collection))
		}

		/// What a collection is called, if anything, and where more about it is found.
		pub fn metadata(collection: CollectionId) -> Option<MetadataDetails> {
			Metadata::<T>::get(CollectionKey::from(collection))
		}

		/// The record of a kind, if there is such a kind.
		pub fn kind(kind: KindId) -> Option<KindDetails> {
			Kinds::<T>::get(KindKey::from(kind))
		}

		/// Who shares the royalty of a kind.
		pub fn royalty(kind: KindId) -> Shares {
			Royalties::<T>::get(KindKey::from(kind))
		}

		/// How many coins are there for those who share the royalty of a kind.
		pub fn accrued(kind: KindId) -> Balance {
			Accrued::<T>::get(KindKey::from(kind))
		}

		/// The record of an item, if there is such an item; without a custody that is over.
		pub fn item(item: ItemId) -> Option<ItemDetails> {
			Self::item_now(item)
		}

		/// How many units of a kind an avatar has.
		pub fn units(kind: KindId, avatar: AvatarId) -> Stack {
			Self::stack(kind, avatar)
		}

		/// The attributes that an item has, at most 32: the name, the value, and the counter that it
		/// was written with.
		pub fn attributes(item: ItemId) -> Vec<(AttributeName, Value, u64)> {
			Self::listed_attributes(item)
		}

		/// What an avatar wears: the slot, the item and its kind, at most 32.
		pub fn outfit(avatar: AvatarId) -> Vec<(u8, ItemId, KindId)> {
			Self::listed_outfit(avatar)
		}

		/// The record of a recipe, if there is such a recipe, expired or not.
		pub fn recipe(recipe: RecipeId) -> Option<RecipeDetails> {
			Recipes::<T>::get(RecipeKey::from(recipe))
		}

		/// What is held for a collection and all that is in it: what who adopts or accepts it pays.
		pub fn collection_deposits(collection: CollectionId) -> Option<Balance> {
			let details = Self::collection(collection)?;
			Some(Self::deposits_of(collection, &details))
		}

		/// The record of a draw that was not settled yet, if there is such a draw.
		pub fn draw(draw: DrawId) -> Option<DrawOf<T>> {
			Draws::<T>::get(DrawKey::from(draw))
		}
	}

	/// How many an argument names.
	fn count<Thing>(things: &[Thing]) -> u32 {
		things.len().saturated_into()
	}
}
