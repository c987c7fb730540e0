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
mod contents;
mod deposits;
mod estates;
mod glue;
mod leases;
#[cfg(test)]
mod mock;
mod parcels;
mod rights;
mod sales;
mod sites;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::types::{
		Access, ContentDetails, EstateDetails, Lease, LeaseOffer, LeaseTerms, ParcelDetails, Right,
		Rights, SaleCounters, SaleDetails, Standing,
	};
	use super::WeightInfo;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewWorld};
	use freehold_primitives::{
		asset::Version,
		chain::{Balance, BlockNumber},
		ids::{AvatarId, EstateId, LeaseId, WorldId},
		key::{AvatarKey, EstateKey, ParcelKey, WorldKey},
		land::{Area, Coordinates, ParcelId, Site, Zone},
		pointer::Pointer,
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

		/// Knows who operates a world, where its grid ends, and whether it is open.
		type Worlds: Worlds<Self::AccountId>;

		/// Knows who owns an avatar.
		type Avatars: Avatars<Self::AccountId>;

		/// Moves the coins of prices and rents.
		type Purses: Purses;

		/// Held of a world's owner for each parcel.
		#[pallet::constant]
		type ParcelDeposit: Get<Balance>;

		/// Held of a world's owner for each open sale.
		#[pallet::constant]
		type SaleDeposit: Get<Balance>;

		/// Held of who founds an estate or splits one off.
		#[pallet::constant]
		type EstateDeposit: Get<Balance>;

		/// Held of who sets the content of a site.
		#[pallet::constant]
		type ContentDeposit: Get<Balance>;

		/// Held of who grants rights or bans.
		#[pallet::constant]
		type StandingDeposit: Get<Balance>;

		/// Held of who offers a lease.
		#[pallet::constant]
		type LeaseOfferDeposit: Get<Balance>;

		/// Held of who accepts a lease.
		#[pallet::constant]
		type LeaseDeposit: Get<Balance>;

		/// What whoever removes a lease that is over gets of its deposit, which another paid: at
		/// most `LeaseDeposit`.
		#[pallet::constant]
		type SweepReward: Get<Balance>;

		/// Most parcels that one call names, and that one call merges or dissolves.
		#[pallet::constant]
		type MaxParcels: Get<u32>;

		/// Most parcels that one call transfers, each to an avatar of its own.
		#[pallet::constant]
		type MaxTransfers: Get<u32>;

		/// Most parcels of an estate.
		#[pallet::constant]
		type MaxEstateParcels: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewWorld<Self::AccountId>;
	}

	/// The record of an estate.
	pub type EstateOf<T> = EstateDetails<<T as frame_system::Config>::AccountId>;
	/// The places of an estate.
	pub type GroundOf<T> = BoundedBTreeSet<Coordinates, <T as Config>::MaxEstateParcels>;
	/// The record of a site's content.
	pub type ContentOf<T> = ContentDetails<<T as frame_system::Config>::AccountId>;
	/// The record of how an avatar stands at a site.
	pub type StandingOf<T> = Standing<<T as frame_system::Config>::AccountId>;
	/// The record of an offer to let a site.
	pub type LeaseOfferOf<T> = LeaseOffer<<T as frame_system::Config>::AccountId>;
	/// The record of a site that is let.
	pub type LeaseOf<T> = Lease<<T as frame_system::Config>::AccountId>;

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of each parcel that the account's worlds have issued.
		Parcel,
		/// For each open sale of the account's worlds.
		Sale,
		/// For each estate that the account founded.
		Estate,
		/// For each content that the account set.
		Content,
		/// For each right or ban that the account gave.
		Standing,
		/// For each lease that the account offered.
		LeaseOffer,
		/// For each lease that the account accepted.
		Lease,
	}

	/// Every parcel.
	// `Identity`: keys are a dense world id and a place on a bounded grid.
	#[pallet::storage]
	pub type Parcels<T> = StorageMap<_, Identity, ParcelKey, ParcelDetails>;

	/// How many parcels a world has; none is stored for a world without any.
	// `Identity`: keys are dense ids, here and wherever an id is the key.
	#[pallet::storage]
	pub type ParcelCount<T> = StorageMap<_, Identity, WorldKey, u32, ValueQuery>;

	/// The version that the next parcel begins with: above that of every parcel that was ever
	/// relinquished, so that nothing signed or granted for one counts for its successor.
	#[pallet::storage]
	pub type FirstVersion<T> = StorageValue<_, Version, ValueQuery>;

	/// The open sales of each world, by number.
	#[pallet::storage]
	pub type Sales<T> = StorageDoubleMap<_, Identity, WorldKey, Identity, u32, SaleDetails>;

	/// How many sales a world has open, and the number of the next.
	#[pallet::storage]
	pub type Counters<T> = StorageMap<_, Identity, WorldKey, SaleCounters, ValueQuery>;

	/// What stands on each site.
	#[pallet::storage]
	pub type Contents<T: Config> = StorageMap<_, Blake2_128Concat, Site, ContentOf<T>>;

	/// The version that the next content gets.
	#[pallet::storage]
	pub type NextContentVersion<T> = StorageValue<_, u64, ValueQuery>;

	/// The id that the next estate gets.
	#[pallet::storage]
	pub type NextEstateId<T> = StorageValue<_, EstateId, ValueQuery>;

	/// Every estate.
	#[pallet::storage]
	pub type Estates<T: Config> = StorageMap<_, Identity, EstateKey, EstateOf<T>>;

	/// The places of each estate: apart from its record, which trades read and write.
	#[pallet::storage]
	pub type Grounds<T: Config> = StorageMap<_, Identity, EstateKey, GroundOf<T>>;

	/// How avatars stand at each site, where they were granted something or banned.
	#[pallet::storage]
	pub type Standings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, Site, Identity, AvatarKey, StandingOf<T>>;

	/// The sites that are offered to be let.
	#[pallet::storage]
	pub type LeaseOffers<T: Config> = StorageMap<_, Blake2_128Concat, Site, LeaseOfferOf<T>>;

	/// The sites that are let, or whose lease is over and was not settled yet.
	#[pallet::storage]
	pub type Leases<T: Config> = StorageMap<_, Blake2_128Concat, Site, LeaseOf<T>>;

	/// The id that the next lease gets.
	#[pallet::storage]
	pub type NextLeaseId<T> = StorageValue<_, LeaseId, ValueQuery>;

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
		/// A parcel was given back: it can be issued again.
		ParcelRelinquished {
			/// The parcel.
			parcel: ParcelId,
			/// The avatar that owned it.
			owner: AvatarId,
		},
		/// A world sells land.
		SaleOpened {
			/// The world.
			world: WorldId,
			/// Number of the sale.
			sale: u32,
			/// Where.
			area: Area,
			/// The zone of what is sold.
			zone: Zone,
			/// Price of a parcel.
			price: Balance,
			/// The avatar whose purse it goes to.
			to: AvatarId,
		},
		/// A world sells that land no longer.
		SaleClosed {
			/// The world.
			world: WorldId,
			/// Number of the sale.
			sale: u32,
		},
		/// A parcel was issued to whoever paid for it.
		ParcelClaimed {
			/// The parcel.
			parcel: ParcelId,
			/// Number of the sale.
			sale: u32,
			/// The avatar that owns it.
			to: AvatarId,
			/// What it paid.
			price: Balance,
		},
		/// Something else stands on a site.
		ContentSet {
			/// The site.
			site: Site,
			/// Where it is found.
			pointer: Pointer,
			/// Its version.
			version: u64,
		},
		/// Nothing stands on a site any longer.
		ContentCleared {
			/// The site.
			site: Site,
		},
		/// Parcels are held as one from now on.
		EstateFounded {
			/// The estate.
			estate: EstateId,
			/// The world that it lies in.
			world: WorldId,
			/// The avatar that owns it.
			owner: AvatarId,
			/// How many parcels it has.
			parcels: u32,
		},
		/// Parcels joined an estate.
		EstateExtended {
			/// The estate.
			estate: EstateId,
			/// How many parcels it has.
			parcels: u32,
		},
		/// Parcels left an estate, and are held on their own.
		EstateReduced {
			/// The estate.
			estate: EstateId,
			/// How many parcels it has.
			parcels: u32,
		},
		/// All parcels of an estate joined another, and the estate is no more.
		EstatesMerged {
			/// The estate that they joined.
			into: EstateId,
			/// The estate that is no more.
			from: EstateId,
			/// How many parcels the one that they joined has.
			parcels: u32,
		},
		/// Parcels left an estate, and are another one from now on.
		EstateSplit {
			/// The estate that they left.
			estate: EstateId,
			/// The estate that they are.
			part: EstateId,
			/// How many parcels the new one has.
			parcels: u32,
		},
		/// The parcels of an estate are held on their own, and the estate is no more.
		EstateDissolved {
			/// The estate.
			estate: EstateId,
		},
		/// An estate has a new owner.
		EstateTransferred {
			/// The estate.
			estate: EstateId,
			/// The avatar that owned it.
			from: AvatarId,
			/// The avatar that owns it.
			to: AvatarId,
		},
		/// It was set who may enter a site.
		AccessSet {
			/// The site.
			site: Site,
			/// Who may.
			access: Access,
		},
		/// An avatar may do something at a site.
		RightsGranted {
			/// The site.
			site: Site,
			/// The avatar.
			to: AvatarId,
			/// What it may do.
			rights: Rights,
			/// Last block in which it may.
			until: BlockNumber,
		},
		/// An avatar may not enter a site.
		AvatarBanned {
			/// The site.
			site: Site,
			/// The avatar.
			avatar: AvatarId,
			/// Last block in which it may not.
			until: BlockNumber,
		},
		/// An avatar's rights or its ban were taken back.
		StandingRemoved {
			/// The site.
			site: Site,
			/// The avatar.
			avatar: AvatarId,
		},
		/// A site can be leased.
		LeaseOffered {
			/// The site.
			site: Site,
			/// On which terms.
			terms: LeaseTerms,
		},
		/// A site can be leased no longer.
		LeaseOfferWithdrawn {
			/// The site.
			site: Site,
		},
		/// A site has a tenant.
		LeaseAccepted {
			/// The site.
			site: Site,
			/// The lease.
			lease: LeaseId,
			/// The avatar that leases it.
			tenant: AvatarId,
			/// The block after the last.
			end: BlockNumber,
		},
		/// A tenant stays longer.
		LeaseExtended {
			/// The site.
			site: Site,
			/// The lease.
			lease: LeaseId,
			/// The block after the last.
			end: BlockNumber,
		},
		/// A side said that a lease ends before its time.
		LeaseEnded {
			/// The site.
			site: Site,
			/// The lease.
			lease: LeaseId,
			/// The block after the last.
			end: BlockNumber,
		},
		/// A tenant passed its lease on.
		LeaseAssigned {
			/// The site.
			site: Site,
			/// The lease of the new tenant.
			lease: LeaseId,
			/// The avatar that leased the site.
			from: AvatarId,
			/// The avatar that leases it.
			to: AvatarId,
		},
		/// Rent that was due was paid.
		RentCollected {
			/// The site.
			site: Site,
			/// The lease.
			lease: LeaseId,
			/// The avatar that owns the site.
			to: AvatarId,
			/// How much.
			amount: Balance,
		},
		/// A lease that was over is settled: both sides have what is theirs.
		LeaseSettled {
			/// The site.
			site: Site,
			/// The lease.
			lease: LeaseId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No parcel was named.
		NothingNamed,
		/// A parcel was named twice.
		NamedTwice,
		/// The parcel exists already.
		AlreadyIssued,
		/// The area has no place.
		InvalidArea,
		/// There are more parcels than one call handles, or than an estate has.
		TooManyParcels,
		/// There is no such parcel.
		UnknownParcel,
		/// There is no such estate.
		UnknownEstate,
		/// Another avatar owns the parcel.
		NotOwner,
		/// The market keeps the parcel or estate ready, or it is public land.
		Locked,
		/// Public land is neither sold, nor let, nor closed to anyone.
		PublicLand,
		/// The parcel is part of an estate, which is held, let and shared as one.
		InEstate,
		/// The site is let.
		Leased,
		/// There is no such sale.
		UnknownSale,
		/// The place lies outside what is sold.
		OutsideSale,
		/// It costs more than the buyer would pay.
		PriceTooHigh,
		/// The pointer points nowhere.
		EmptyPointer,
		/// Nothing stands on the site.
		UnknownContent,
		/// An estate has at least two parcels.
		TooFewParcels,
		/// The parcels would not hang together.
		NotConnected,
		/// The parcel is not part of the estate.
		NotInEstate,
		/// Both estates are the same one.
		SelfMerge,
		/// The estates have different owners.
		OwnersDiffer,
		/// The estates lie in different worlds.
		WorldsDiffer,
		/// The avatar neither occupies the site nor manages it for who does, nor may it edit it if
		/// that is what it tried.
		NotOccupier,
		/// Only the occupier chooses its managers.
		OnlyOccupier,
		/// The rights are none, or some that do not exist.
		InvalidRights,
		/// The last block in which it counts is past.
		InvalidExpiry,
		/// The avatar was neither granted anything at the site nor banned.
		UnknownStanding,
		/// The terms make no sense, or are too large to count.
		InvalidTerms,
		/// The site is not offered to be let.
		UnknownLeaseOffer,
		/// The site or its owner's avatar has changed hands, or the site was let or its lease
		/// ended, since it was offered.
		OfferVoid,
		/// The offer's terms are others.
		TermsDiffer,
		/// The site has changed since the offer was read.
		Moved,
		/// The offer is to another avatar.
		WrongTenant,
		/// The lease would be shorter or longer than agreed.
		InvalidPeriods,
		/// The site is not let.
		UnknownLease,
		/// The caller is neither the tenant nor the owner.
		NotParty,
		/// The lease ends by then anyway.
		EndsAlready,
		/// A side has ended the lease already.
		Ending,
		/// The lease can't be passed on.
		NoSublet,
		/// No rent has come due since it was collected.
		NothingDue,
		/// Every id was given out.
		NoIdsLeft,
		/// A lease of the parcel is over and not settled: collect its rent first.
		Unsettled,
		/// The world has open sales, and changes hands only without any.
		SalesOpen,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::MaxParcels::get() <= T::MaxEstateParcels::get(),
				"whatever one call names must fit an estate"
			);
			assert!(
				T::SweepReward::get() <= T::LeaseDeposit::get(),
				"a reward is a part of the deposit"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// How many things a call names.
	fn count<Thing>(things: &[Thing]) -> u32 {
		things.len().saturated_into()
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Issues parcels of a world, all or none, and holds a deposit for each. Public land, which
		/// is not given away, goes to an avatar of the caller only.
		///
		/// Origin: the world's owner. Emits `ParcelsIssued`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::issue(count(parcels)))]
		pub fn issue(
			origin: OriginFor<T>,
			world: WorldId,
			to: AvatarId,
			parcels: BoundedVec<(Coordinates, Zone), T::MaxParcels>,
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
			let holding = Self::ensure_can_transfer(&who, parcel, to)?;
			Self::do_transfer(parcel, holding, to)
		}

		/// Gives parcels of one world to other avatars, all or none.
		///
		/// Origin: the account whose avatars own the parcels. Emits `ParcelTransferred` for each.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::transfer_batch(count(transfers)))]
		pub fn transfer_batch(
			origin: OriginFor<T>,
			world: WorldId,
			transfers: BoundedVec<(Coordinates, AvatarId), T::MaxTransfers>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let holdings = Self::ensure_can_transfer_batch(&who, world, &transfers)?;
			Self::do_transfer_batch(world, &transfers, holdings)
		}

		/// Puts the land of an area that was not issued up for sale, at one price a parcel, and
		/// holds a deposit. Whoever pays an avatar of the caller gets a parcel, for which another
		/// deposit is held of the world's owner.
		///
		/// Origin: the world's owner. Emits `SaleOpened`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::open_sale())]
		pub fn open_sale(
			origin: OriginFor<T>,
			world: WorldId,
			area: Area,
			zone: Zone,
			price: Balance,
			to: AvatarId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let sale = SaleDetails { area, zone, price, to };
			let number = Self::ensure_can_open_sale(&who, world, sale)?;
			Self::do_open_sale(&who, world, number, sale)
		}

		/// Ends a sale, and gives its deposit back.
		///
		/// Origin: the world's owner. Emits `SaleClosed`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::close_sale())]
		pub fn close_sale(origin: OriginFor<T>, world: WorldId, sale: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_close_sale(&who, world, sale)?;
			Self::do_close_sale(&who, world, sale, details)
		}

		/// Buys a parcel of a sale with coins of the avatar's purse, if it costs `max_price` at
		/// most.
		///
		/// Origin: the avatar's owner. Emits `ParcelClaimed`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::claim())]
		pub fn claim(
			origin: OriginFor<T>,
			world: WorldId,
			sale: u32,
			at: Coordinates,
			avatar: AvatarId,
			max_price: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_claim(&who, world, sale, at, avatar, max_price)?;
			Self::do_claim(ParcelId { world, at }, sale, details, avatar)
		}

		/// Gives a parcel back: its record is removed, with its content, and the world may issue
		/// it again. The deposits go back to who paid them.
		///
		/// Origin: the account whose avatar owns the parcel. Emits `ParcelRelinquished`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::relinquish())]
		pub fn relinquish(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let holding = Self::ensure_can_relinquish(&who, parcel)?;
			Self::do_relinquish(parcel, holding)
		}

		/// Says where the content of a site is found, and holds a deposit; or, without a pointer,
		/// clears it. The deposit of the content before goes back to who paid it, who may also
		/// clear it at any time.
		///
		/// Origin: the owner of the avatar `by`, which occupies the site, manages it or may edit
		/// it. Emits `ContentSet` or `ContentCleared`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_content())]
		pub fn set_content(
			origin: OriginFor<T>,
			site: Site,
			by: AvatarId,
			pointer: Option<Pointer>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_set_content(&who, site, by, pointer.as_ref())?;
			Self::do_set_content(who, site, pointer)
		}

		/// Makes an estate of two or more parcels that hang together, all of one owner, none
		/// kept ready by the market, let or public, and holds a deposit.
		///
		/// Origin: the account that owns the avatar `owner`. Emits `EstateFounded`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::found_estate(count(parcels)))]
		pub fn found_estate(
			origin: OriginFor<T>,
			world: WorldId,
			owner: AvatarId,
			parcels: BoundedVec<Coordinates, T::MaxParcels>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let founding = Self::ensure_can_found_estate(&who, world, owner, &parcels)?;
			Self::do_found_estate(founding)
		}

		/// Adds parcels to an estate, which has to hang together after it. It is closed then if it
		/// was, or any of the parcels.
		///
		/// Origin: the account whose avatar owns the estate and the parcels. Emits
		/// `EstateExtended`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::extend_estate(count(parcels), T::MaxEstateParcels::get()))]
		pub fn extend_estate(
			origin: OriginFor<T>,
			estate: EstateId,
			parcels: BoundedVec<Coordinates, T::MaxParcels>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let change = Self::ensure_can_extend_estate(&who, estate, &parcels)?;
			let weight = T::WeightInfo::extend_estate(count(&parcels), change.size());
			Self::do_extend_estate(change);
			Ok(Some(weight).into())
		}

		/// Takes parcels out of an estate. What is left has to hang together, and to be two
		/// parcels at least.
		///
		/// Origin: the account whose avatar owns the estate. Emits `EstateReduced`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::reduce_estate(count(parcels), T::MaxEstateParcels::get()))]
		pub fn reduce_estate(
			origin: OriginFor<T>,
			estate: EstateId,
			parcels: BoundedVec<Coordinates, T::MaxParcels>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let change = Self::ensure_can_reduce_estate(&who, estate, &parcels)?;
			let weight = T::WeightInfo::reduce_estate(count(&parcels), change.size());
			Self::do_reduce_estate(change)?;
			Ok(Some(weight).into())
		}

		/// Adds all parcels of the estate `from`, of which one call handles so many, to `into`,
		/// which has to hang together after it. `from` is no more: its deposits go back to who
		/// paid them.
		///
		/// Origin: the account whose avatar owns both. Emits `EstatesMerged`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::merge_estates(
			T::MaxParcels::get(),
			T::MaxEstateParcels::get()
		))]
		pub fn merge_estates(
			origin: OriginFor<T>,
			into: EstateId,
			from: EstateId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (change, gone) = Self::ensure_can_merge_estates(&who, into, from)?;
			let weight = T::WeightInfo::merge_estates(gone.parcels, change.size());
			Self::do_merge_estates(change, from, gone)?;
			Ok(Some(weight).into())
		}

		/// Makes an estate of its own of some parcels of an estate, and holds a deposit. Both
		/// have to hang together, and to be two parcels at least.
		///
		/// Origin: the account whose avatar owns the estate. Emits `EstateSplit`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::split_estate(count(parcels), T::MaxEstateParcels::get()))]
		pub fn split_estate(
			origin: OriginFor<T>,
			estate: EstateId,
			parcels: BoundedVec<Coordinates, T::MaxParcels>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (change, part) = Self::ensure_can_split_estate(&who, estate, &parcels)?;
			let weight = T::WeightInfo::split_estate(count(&parcels), change.size());
			Self::do_split_estate(change, part)?;
			Ok(Some(weight).into())
		}

		/// Ends an estate, of as many parcels as one call handles: each is held on its own again.
		/// A larger one is reduced first. Its deposits go back to who paid them.
		///
		/// Origin: the account whose avatar owns the estate. Emits `EstateDissolved`.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::dissolve_estate(T::MaxParcels::get()))]
		pub fn dissolve_estate(
			origin: OriginFor<T>,
			estate: EstateId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (details, ground) = Self::ensure_can_dissolve_estate(&who, estate)?;
			let weight = T::WeightInfo::dissolve_estate(details.parcels);
			Self::do_dissolve_estate(estate, details, ground)?;
			Ok(Some(weight).into())
		}

		/// Gives an estate to another avatar.
		///
		/// Origin: the account whose avatar owns the estate. Emits `EstateTransferred`.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::transfer_estate())]
		pub fn transfer_estate(
			origin: OriginFor<T>,
			estate: EstateId,
			to: AvatarId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_transfer_estate(&who, estate, to)?;
			Self::do_transfer_estate(estate, details, to)
		}

		/// Says who may enter a site: everyone, or only who was granted a right. Public land is
		/// open to everyone.
		///
		/// Origin: the owner of the avatar `by`, which occupies the site or manages it. Emits
		/// `AccessSet`.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_access())]
		pub fn set_access(
			origin: OriginFor<T>,
			site: Site,
			by: AvatarId,
			access: Access,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_set_access(&who, site, by, access)?;
			Self::do_set_access(site, access);
			Ok(())
		}

		/// Lets an avatar do something at a site, up to and including the block `until`, and holds
		/// a deposit. Replaces what it was granted before, or its ban. Only the occupier grants
		/// the right to manage.
		///
		/// Origin: the owner of the avatar `by`, which occupies the site or manages it. Emits
		/// `RightsGranted`.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::grant())]
		pub fn grant(
			origin: OriginFor<T>,
			site: Site,
			by: AvatarId,
			to: AvatarId,
			rights: Rights,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let standing = Self::ensure_can_grant(&who, site, by, to, rights, until)?;
			Self::do_set_standing(site, to, standing)
		}

		/// Keeps an avatar out of a site, up to and including the block `until`, and holds a
		/// deposit. Replaces what it was granted before. Only the occupier bans a manager. Nobody
		/// is banned from public land.
		///
		/// Origin: the owner of the avatar `by`, which occupies the site or manages it. Emits
		/// `AvatarBanned`.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::ban())]
		pub fn ban(
			origin: OriginFor<T>,
			site: Site,
			by: AvatarId,
			avatar: AvatarId,
			until: BlockNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let standing = Self::ensure_can_ban(&who, site, by, avatar, until)?;
			Self::do_set_standing(site, avatar, standing)
		}

		/// Takes back what an avatar was granted at a site, or its ban. The deposit goes back to
		/// who paid it.
		///
		/// Origin: the owner of the avatar `by`, which occupies the site or manages it, or is the
		/// avatar that was granted something; who paid the deposit; anyone once it is void or
		/// past. Emits `StandingRemoved`.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::remove_standing())]
		pub fn remove_standing(
			origin: OriginFor<T>,
			site: Site,
			avatar: AvatarId,
			by: Option<AvatarId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let standing = Self::ensure_can_remove_standing(&who, site, avatar, by)?;
			Self::do_remove_standing(site, avatar, standing)
		}

		/// Offers to let a site, and holds a deposit. Replaces the offer before.
		///
		/// Origin: the account whose avatar owns the site. Emits `LeaseOffered`.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::offer_lease())]
		pub fn offer_lease(origin: OriginFor<T>, site: Site, terms: LeaseTerms) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let offer = Self::ensure_can_offer_lease(&who, site, terms)?;
			Self::do_offer_lease(site, offer)
		}

		/// Takes an offer to let a site back. The deposit goes back to who paid it.
		///
		/// Origin: the account whose avatar owns the site, or who paid the deposit; anyone once the
		/// offer is void. Emits `LeaseOfferWithdrawn`.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::withdraw_lease_offer())]
		pub fn withdraw_lease_offer(origin: OriginFor<T>, site: Site) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_withdraw_lease_offer(&who, site)?;
			Self::clear_lease_offer(site)
		}

		/// Leases a site for so many periods: sets the rent and the terms' deposit aside from the
		/// tenant's purse, and holds a deposit for the record. The terms are those of the offer,
		/// and `version` is that of the site, when the tenant read them: nothing changes under
		/// its hands. The site's version moves, so that no order signed for it while it was
		/// vacant counts, and its tenure, so that nothing its owner granted there does. Nothing is
		/// let while the owner's avatar is offered for sale.
		///
		/// Origin: the account that owns the avatar `tenant`. Emits `LeaseAccepted`.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::accept_lease())]
		pub fn accept_lease(
			origin: OriginFor<T>,
			site: Site,
			tenant: AvatarId,
			periods: u32,
			terms: LeaseTerms,
			version: Version,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (lease, next) =
				Self::ensure_can_accept_lease(who, site, tenant, periods, &terms, version)?;
			Self::do_accept_lease(site, lease, next)
		}

		/// Adds periods to a lease, and sets their rent aside from the tenant's purse. Not while the
		/// market keeps the site ready, for an order or an auction.
		///
		/// Origin: the account whose avatar is the tenant. Emits `LeaseExtended`.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::extend_lease())]
		pub fn extend_lease(origin: OriginFor<T>, site: Site, periods: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (lease, rent) = Self::ensure_can_extend_lease(&who, site, periods)?;
			Self::do_extend_lease(site, lease, rent)
		}

		/// Ends a lease before its time, after the notice of its terms; an owner has to wait for
		/// the least periods too. Rent for the time after goes back to the tenant at once. A
		/// tenant who leaves before the least periods loses the terms' deposit to the owner. The
		/// site's version moves, so that no order signed for it while more rent was to come counts.
		/// So no lease ends that way while the site is up for auction: nobody gets out of the bids.
		///
		/// Origin: the account whose avatar is the tenant or owns the site. Emits `LeaseEnded`.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::end_lease())]
		pub fn end_lease(origin: OriginFor<T>, site: Site) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (lease, ending) = Self::ensure_can_end_lease(&who, site)?;
			Self::do_end_lease(site, lease, ending)
		}

		/// Passes a lease on to another avatar, with the terms' deposit and the rent that is set
		/// aside. The rights that the tenant before granted are void.
		///
		/// Origin: the account whose avatar is the tenant. Emits `LeaseAssigned`.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::assign_lease())]
		pub fn assign_lease(origin: OriginFor<T>, site: Site, to: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (lease, next) = Self::ensure_can_assign_lease(&who, site, to)?;
			Self::do_assign_lease(site, lease, next, to)
		}

		/// Pays the rent that is due to the purse of the avatar that owns the site. If the lease
		/// is over, gives the tenant the terms' deposit, and removes the record: the deposit for it
		/// goes back to who paid it, and another who makes the call gets the reward of that.
		///
		/// Origin: anyone. Emits `RentCollected`, `LeaseSettled`, or both.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::collect_rent())]
		pub fn collect_rent(origin: OriginFor<T>, site: Site) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let lease = Self::ensure_can_collect_rent(site)?;
			Self::do_collect_rent(&who, site, lease)
		}

		/// Issues all parcels of an area, of which one call handles so many, in one zone, and
		/// holds a deposit for each. None of them may exist. Public land goes to an avatar of the
		/// caller only.
		///
		/// Origin: the world's owner. Emits `ParcelsIssued`.
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::issue_area(
			area.size().saturated_into::<u32>().min(T::MaxParcels::get())
		))]
		pub fn issue_area(
			origin: OriginFor<T>,
			world: WorldId,
			to: AvatarId,
			area: Area,
			zone: Zone,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_issue_area(&who, world, to, area, zone)?;
			Self::do_issue_area(&who, world, to, area, zone)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The parcel at a place of a world, if it was issued.
		pub fn parcel(parcel: ParcelId) -> Option<ParcelDetails> {
			Parcels::<T>::get(ParcelKey::from(parcel))
		}

		/// The parcels of an area, in z-order, after the place `after` if one is given: at most
		/// `limit`, and at most 1,024. If there may be more, the place to go on after comes with
		/// them; it may lie outside the area.
		pub fn window(
			world: WorldId,
			area: Area,
			after: Option<Coordinates>,
			limit: u32,
		) -> (Vec<(Coordinates, ParcelDetails)>, Option<Coordinates>) {
			Self::walk(world, area, after, limit)
		}

		/// The avatar that owns a site, if there is such a site.
		pub fn owner_of(site: Site) -> Option<AvatarId> {
			Self::premises(site).ok().map(|premises| premises.holding.owner)
		}

		/// The avatar that has a site: its tenant while it is let, else its owner.
		pub fn occupier(site: Site) -> Option<AvatarId> {
			Self::occupier_of(site).ok().map(|(occupier, _)| occupier)
		}

		/// The record of an estate, if there is such an estate.
		pub fn estate(estate: EstateId) -> Option<EstateOf<T>> {
			Estates::<T>::get(EstateKey::from(estate))
		}

		/// The places of an estate from the `start`th on, column by column from the south-west: at
		/// most `limit`, and at most 1,024.
		pub fn estate_parcels(estate: EstateId, start: u32, limit: u32) -> Vec<Coordinates> {
			Self::page_of_ground(estate, start, limit)
		}

		/// The record of an open sale.
		pub fn sale(world: WorldId, sale: u32) -> Option<SaleDetails> {
			Sales::<T>::get(WorldKey::from(world), sale)
		}

		/// The open sales of a world with their numbers, of the `limit` numbers from `start` on,
		/// at most 1,024. If there may be more, the number to go on with comes with them.
		pub fn sales(
			world: WorldId,
			start: u32,
			limit: u32,
		) -> (Vec<(u32, SaleDetails)>, Option<u32>) {
			Self::page_of_sales(world, start, limit)
		}

		/// What stands on a site.
		pub fn content(site: Site) -> Option<ContentOf<T>> {
			Contents::<T>::get(site)
		}

		/// Whether an avatar may do something on a parcel now. False if there is no such parcel.
		pub fn may(avatar: AvatarId, right: Right, parcel: ParcelId) -> bool {
			Self::decide(avatar, right, parcel)
		}

		/// What an avatar was granted at a site, or its ban, whether or not it still counts.
		pub fn standing(site: Site, avatar: AvatarId) -> Option<StandingOf<T>> {
			Standings::<T>::get(site, AvatarKey::from(avatar))
		}

		/// The lease of a site, whether or not it is over.
		pub fn lease(site: Site) -> Option<LeaseOf<T>> {
			Leases::<T>::get(site)
		}

		/// The offer to let a site, whether or not it still counts.
		pub fn lease_offer(site: Site) -> Option<LeaseOfferOf<T>> {
			LeaseOffers::<T>::get(site)
		}

		/// The rent that could be collected at a site now.
		pub fn rent_due(site: Site) -> Balance {
			Self::due(site)
		}
	}
}
