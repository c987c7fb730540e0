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

mod badges;
#[cfg(any(test, feature = "runtime-benchmarks"))]
mod benchmarking;
mod deposits;
mod devices;
mod glue;
pub mod handle;
mod identity;
#[cfg(test)]
mod mock;
mod ownership;
mod purses;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{
	badge_key, badge_of, AvatarDetails, Badge, BadgeDetails, BadgeKey, Fact, HandleDetails,
	OfferDetails, Validity,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{
		handle::{canonical, is_valid, Canonical, Handle},
		AvatarDetails, Badge, BadgeDetails, BadgeKey, Fact, HandleDetails, OfferDetails,
		WeightInfo,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::fungible::{Mutate, MutateHold},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::NewWorld;
	use freehold_primitives::{
		chain::{Balance, BlockNumber, Hash},
		device::{DeviceKey, Label, Limits, PublicKey},
		ids::{AvatarId, WorldId},
		key::{AvatarKey, WorldKey},
		order,
		pointer::Pointer,
		purse::{LaneIndex, Purse},
		traits::Worlds,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = Hash> {
		/// Holds the deposits and the coins of the purses.
		type Currency: Mutate<Self::AccountId>
			+ MutateHold<Self::AccountId, Balance = Balance, Reason = Self::RuntimeHoldReason>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Knows who may act for a world.
		type Worlds: Worlds<Self::AccountId>;

		/// Names the pot: the account that holds the coins of all purses.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Held of an avatar's owner for the avatar, with its purse and the fills of the owner's
		/// lane.
		#[pallet::constant]
		type AvatarDeposit: Get<Balance>;

		/// Held of an avatar's owner for each device key, with its label and the fills of its
		/// lane.
		#[pallet::constant]
		type DeviceDeposit: Get<Balance>;

		/// Held of an avatar's owner for its handle.
		#[pallet::constant]
		type HandleDeposit: Get<Balance>;

		/// Held of an avatar's owner for its profile.
		#[pallet::constant]
		type ProfileDeposit: Get<Balance>;

		/// Held of an avatar's owner while it is offered for sale.
		#[pallet::constant]
		type OfferDeposit: Get<Balance>;

		/// Held, for each badge, of the account that attested it last.
		#[pallet::constant]
		type BadgeDeposit: Get<Balance>;

		/// What whoever sweeps a handle gets of its deposit, which another paid: at most
		/// `HandleDeposit`.
		#[pallet::constant]
		type SweepReward: Get<Balance>;

		/// For how many blocks after its release a handle is kept for the avatar that had it.
		#[pallet::constant]
		type HandleCooldown: Get<BlockNumber>;

		/// Most badges that one world gives one avatar.
		#[pallet::constant]
		type MaxBadges: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewWorld<Self::AccountId>;
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
		/// For each handle that the account's avatars have, and each that was released while the
		/// account owned the avatar.
		Handle,
		/// For the profile of each of the account's avatars that has one.
		Profile,
		/// For each badge that the account attested last.
		Badge,
		/// For each of the account's avatars that is offered for sale.
		Offer,
		/// As the coins that other pallets have set aside: at the pot only.
		Escrow,
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

	/// The orders of each avatar that were filled in part, by the lane that their numbers are of.
	/// There is no record without any.
	// `Identity`: there are eight lanes.
	#[pallet::storage]
	pub type Fills<T> =
		StorageDoubleMap<_, Identity, AvatarKey, Identity, LaneIndex, order::Fills, ValueQuery>;

	/// The device keys of each avatar, by slot.
	#[pallet::storage]
	pub type Devices<T> = StorageDoubleMap<_, Identity, AvatarKey, Identity, LaneIndex, DeviceKey>;

	/// What the owner calls a device; nothing for one without a label.
	#[pallet::storage]
	pub type DeviceLabels<T> = StorageDoubleMap<_, Identity, AvatarKey, Identity, LaneIndex, Label>;

	/// Every handle that an avatar has, and every one released that nobody has claimed or swept,
	/// in canonical form.
	// `Blake2_128Concat`: handles are chosen by users.
	#[pallet::storage]
	pub type Handles<T: Config> =
		StorageMap<_, Blake2_128Concat, Canonical, HandleDetails<T::AccountId>>;

	/// The handle of each avatar that has one, as its owner writes it.
	#[pallet::storage]
	pub type HandleOf<T> = StorageMap<_, Identity, AvatarKey, Handle>;

	/// Where the profile of each avatar that has one is found.
	#[pallet::storage]
	pub type Profiles<T> = StorageMap<_, Identity, AvatarKey, Pointer>;

	/// The offer of each avatar that is for sale.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Identity, AvatarKey, OfferDetails<T::AccountId>>;

	/// The badges of each avatar.
	// `Identity`: a world chooses the numbers of its badges, four bytes of the key, and may give an
	// avatar `MaxBadges` of them.
	#[pallet::storage]
	pub type Badges<T: Config> =
		StorageDoubleMap<_, Identity, AvatarKey, Identity, BadgeKey, BadgeDetails<T::AccountId>>;

	/// How many badges an avatar has of each world that gave it any.
	#[pallet::storage]
	pub type BadgeCounts<T> =
		StorageDoubleMap<_, Identity, AvatarKey, Identity, WorldKey, u32, ValueQuery>;

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
			/// Most that it may give away; anything if none.
			limits: Option<Limits>,
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
		/// Coins went from purse to purse.
		Paid {
			/// The avatar whose purse they left.
			from: AvatarId,
			/// The avatar whose purse they went into.
			to: AvatarId,
			/// How many.
			amount: Balance,
		},
		/// An avatar has a handle.
		HandleClaimed {
			/// The avatar.
			avatar: AvatarId,
			/// The handle.
			handle: Handle,
		},
		/// An avatar has no handle any longer.
		HandleReleased {
			/// The avatar.
			avatar: AvatarId,
			/// The handle that it had.
			handle: Handle,
		},
		/// The record of a handle that was released is gone.
		HandleSwept {
			/// The avatar that had it.
			avatar: AvatarId,
			/// The handle, in canonical form.
			handle: Canonical,
		},
		/// An avatar's profile is found elsewhere than before, or nowhere.
		ProfileSet {
			/// The avatar.
			avatar: AvatarId,
			/// Where it is found; none if there is none any longer.
			pointer: Option<Pointer>,
		},
		/// An avatar is for sale.
		AvatarOffered {
			/// The avatar.
			avatar: AvatarId,
			/// What it costs.
			price: Balance,
			/// The only account that may accept; any if none.
			to: Option<T::AccountId>,
		},
		/// An avatar is for sale no longer.
		OfferWithdrawn {
			/// The avatar.
			avatar: AvatarId,
		},
		/// An avatar has a new owner, and no device keys.
		AvatarTransferred {
			/// The avatar.
			avatar: AvatarId,
			/// The account that owned it.
			from: T::AccountId,
			/// The account that owns it.
			to: T::AccountId,
			/// What it cost.
			price: Balance,
		},
		/// An avatar is gone, with its profile and its device keys; its handle is released.
		AvatarRetired {
			/// The avatar.
			avatar: AvatarId,
		},
		/// A world attests a fact about an avatar, perhaps in place of another.
		BadgeAttested {
			/// The world.
			world: WorldId,
			/// The avatar.
			avatar: AvatarId,
			/// The number of the badge.
			badge: u32,
			/// The fact.
			fact: Fact,
			/// Last block in which it counts; for good if none.
			valid_until: Option<BlockNumber>,
		},
		/// A badge is gone.
		BadgeRemoved {
			/// The world that attested it.
			world: WorldId,
			/// The avatar that had it.
			avatar: AvatarId,
			/// The number of the badge.
			badge: u32,
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
		/// The last block in which the key or badge counts is past.
		InvalidExpiry,
		/// The purse has fewer coins.
		TooFewCoins,
		/// The purse can't hold as much.
		Overflow,
		/// No coins would move.
		ZeroAmount,
		/// Every id was given out.
		NoIdsLeft,
		/// The handle is not 3 to 20 ASCII letters, digits, `-` and `_`, of which at least three
		/// are letters or digits, the first and the last among them.
		InvalidHandle,
		/// The avatar has a handle already.
		HandleSet,
		/// An avatar has the handle, or one that looks like it.
		HandleTaken,
		/// Another avatar had the handle, or one that looks like it, a short while ago.
		HandleCooling,
		/// The avatar has no handle.
		NoHandle,
		/// There is no record of the handle.
		UnknownHandle,
		/// The avatar is offered for sale.
		Offered,
		/// The avatar is not offered for sale.
		NotOffered,
		/// Nothing was asked of an unknown buyer.
		ZeroPrice,
		/// The account owns the avatar already.
		OwnAvatar,
		/// The avatar is offered to another account.
		OfferedToAnother,
		/// The avatar was offered anew in another block.
		OfferChanged,
		/// The price is higher than the caller would pay.
		PriceTooHigh,
		/// The purse has coins.
		NotEmpty,
		/// Records name the avatar as their owner or payee, or it has badges.
		InUse,
		/// The world gave the avatar as many badges as it may.
		TooManyBadges,
		/// There is no such badge.
		UnknownBadge,
		/// No more records can name the avatar.
		TooManyRecords,
		/// The avatar has another owner than the one the world had in mind.
		OwnerChanged,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::SweepReward::get() <= T::HandleDeposit::get(),
				"a reward is a part of the deposit"
			);
		}

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
		/// world or in all, and give away so much or anything. Holds a deposit for its key and for
		/// what the owner calls it.
		///
		/// Origin: the avatar's owner. Emits `DeviceAdded`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::add_device())]
		#[allow(
			clippy::too_many_arguments,
			reason = "wallets show the fields of a call one by one"
		)]
		pub fn add_device(
			origin: OriginFor<T>,
			avatar: AvatarId,
			slot: LaneIndex,
			key: PublicKey,
			valid_until: BlockNumber,
			world: Option<WorldId>,
			limits: Option<Limits>,
			label: Label,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_add_device(&who, avatar, slot, valid_until)?;
			let device = DeviceKey { key, valid_until, world, limits };
			Self::do_add_device(avatar, details, slot, device, label)
		}

		/// Removes a device key, and gives its deposit back. Every order that it signed is void
		/// while it is gone. If the same key is added again, what could be settled before stays
		/// void, and what it signed under numbers that were too far ahead may be good: after a
		/// compromise, add a new key.
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
		/// is none. Every order that they signed is void, as `revoke_device` says of one; after
		/// a compromise, add new keys.
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
		/// Origin: the avatar's owner, who does not offer it. Emits `Withdrawn`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, avatar: AvatarId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let purse = Self::ensure_can_withdraw(&who, avatar, amount)?;
			Self::do_withdraw(&who, avatar, amount, purse)
		}

		/// Moves coins from an avatar's purse to that of any other.
		///
		/// Origin: the paying avatar's owner, who does not offer it. Emits `Paid`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::pay())]
		pub fn pay(
			origin: OriginFor<T>,
			from: AvatarId,
			to: AvatarId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (payer, payee) = Self::ensure_can_pay(&who, from, to, amount)?;
			Self::do_pay(from, payer, to, payee, amount);
			Ok(())
		}

		/// Gives an avatar without a handle one that no avatar has, nor had until a short while
		/// ago, whichever look-alike letters it was written with; the same avatar may have had it.
		/// Holds a deposit, and gives back that of whoever released the handle.
		///
		/// Origin: the avatar's owner, who does not offer it. Emits `HandleClaimed`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::claim_handle())]
		pub fn claim_handle(
			origin: OriginFor<T>,
			avatar: AvatarId,
			handle: Handle,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let released = Self::ensure_can_claim_handle(&who, avatar, &handle)?;
			Self::do_claim_handle(who, avatar, handle, released)
		}

		/// Takes an avatar's handle off it. The deposit stays held until the handle is claimed or
		/// swept.
		///
		/// Origin: the avatar's owner, who does not offer it. Emits `HandleReleased`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::release_handle())]
		pub fn release_handle(origin: OriginFor<T>, avatar: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let handle = Self::ensure_can_release_handle(&who, avatar)?;
			Self::do_release_handle(avatar, handle);
			Ok(())
		}

		/// Says where an avatar's profile is found, or that it has none. The first pointer holds a
		/// deposit, and none gives it back.
		///
		/// Origin: the avatar's owner, who does not offer it. Emits `ProfileSet`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_profile())]
		pub fn set_profile(
			origin: OriginFor<T>,
			avatar: AvatarId,
			pointer: Option<Pointer>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_disposes(&who, avatar)?;
			Self::do_set_profile(&who, avatar, pointer)
		}

		/// Offers an avatar, with all that it owns, to one account or to any, and holds a deposit.
		/// Until the offer is accepted or withdrawn, nothing leaves the avatar but what it has up
		/// for auction. It may be free for one account only: its ownership then moves in two steps.
		///
		/// Origin: the avatar's owner. Emits `AvatarOffered`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::offer())]
		pub fn offer(
			origin: OriginFor<T>,
			avatar: AvatarId,
			price: Balance,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_offer(&who, avatar, price, to.as_ref())?;
			Self::do_offer(&who, avatar, price, to)
		}

		/// Withdraws the offer of an avatar, and gives its deposit back.
		///
		/// Origin: the avatar's owner. Emits `OfferWithdrawn`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::withdraw_offer())]
		pub fn withdraw_offer(origin: OriginFor<T>, avatar: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_can_withdraw_offer(&who, avatar)?;
			Self::do_withdraw_offer(&who, avatar)
		}

		/// Takes over an avatar with all that it owns, for at most `max_price`, if it was offered
		/// in the block `offered_at` and not again since: a buyer looks at both in a final block,
		/// as another may be replaced by one with another offer. The deposits for the avatar, its
		/// handle and its profile are held of the caller and given back to the former owner, as is
		/// that of the offer; the device keys are revoked, and their deposits given back. No order
		/// that was signed for the avatar before counts, nor what is left of one. The price goes
		/// from account to account; the caller's keeps its existential deposit.
		///
		/// Origin: whom it was offered to. Emits `AvatarTransferred`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::accept_offer())]
		pub fn accept_offer(
			origin: OriginFor<T>,
			avatar: AvatarId,
			offered_at: BlockNumber,
			max_price: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, price) =
				Self::ensure_can_accept_offer(&who, avatar, offered_at, max_price)?;
			Self::do_accept_offer(who, avatar, details, price)
		}

		/// Ends an avatar that has no coins and no badges, and that no record names. Gives back all
		/// deposits but that of its handle, which is released.
		///
		/// Origin: the avatar's owner, who does not offer it. Emits `AvatarRetired`, and
		/// `HandleReleased` if it had a handle.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>, avatar: AvatarId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_retire(&who, avatar)?;
			Self::do_retire(avatar, details)
		}

		/// Attests a fact about an avatar, up to and including the block `valid_until` or for good,
		/// and holds a deposit. In place of a badge that has the number already, the fact is the
		/// new one, and whoever attested before has its deposit back. The avatar has the `tenure`
		/// that it had when the world made up its mind: a badge does not go to another owner.
		///
		/// Origin: the world's owner, or a settler of it. Emits `BadgeAttested`.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::attest())]
		pub fn attest(
			origin: OriginFor<T>,
			world: WorldId,
			avatar: AvatarId,
			tenure: u32,
			badge: u32,
			fact: Fact,
			valid_until: Option<BlockNumber>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (details, former_payer) =
				Self::ensure_can_attest(who, world, avatar, tenure, badge, fact, valid_until)?;
			Self::do_attest(world, avatar, badge, details, former_payer)
		}

		/// Removes a badge, and gives its deposit back to whoever attested it last.
		///
		/// Origin: the owner or a settler of the world that attested it, the owner of the avatar
		/// who does not offer it, or anyone once the badge has expired. Emits `BadgeRemoved`.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::remove_badge())]
		pub fn remove_badge(
			origin: OriginFor<T>,
			world: WorldId,
			avatar: AvatarId,
			badge: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let details = Self::ensure_can_remove_badge(&who, world, avatar, badge)?;
			Self::do_remove_badge(world, avatar, badge, details)
		}

		/// Removes the record of a handle that was released long enough ago, and gives its deposit
		/// back to whoever released it; of that, another who sweeps gets the reward.
		///
		/// Origin: anyone. Emits `HandleSwept`.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::sweep_handle())]
		pub fn sweep_handle(origin: OriginFor<T>, handle: Handle) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (canonical, details) = Self::ensure_can_sweep_handle(&handle)?;
			Self::do_sweep_handle(&who, canonical, details)
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

		/// The orders of an avatar that were filled in part, with what is left of each, of those
		/// whose numbers are of this lane: at most eight. What is left counts as long as the order
		/// does.
		pub fn fills(avatar: AvatarId, lane: LaneIndex) -> order::Fills {
			Fills::<T>::get(AvatarKey::from(avatar), lane)
		}

		/// The device keys of an avatar with their slots, in order: at most seven.
		pub fn devices(avatar: AvatarId) -> Vec<(LaneIndex, DeviceKey)> {
			Devices::<T>::iter_prefix(AvatarKey::from(avatar)).collect()
		}

		/// What the owner of an avatar calls the device in a slot, if anything.
		pub fn device_label(avatar: AvatarId, slot: LaneIndex) -> Option<Label> {
			DeviceLabels::<T>::get(AvatarKey::from(avatar), slot)
		}

		/// The handle of an avatar, as its owner writes it, if it has one.
		pub fn handle(avatar: AvatarId) -> Option<Handle> {
			HandleOf::<T>::get(AvatarKey::from(avatar))
		}

		/// The avatar that has the handle, or one that looks like it; none of what is no handle.
		pub fn avatar_by_handle(handle: Handle) -> Option<AvatarId> {
			let form = is_valid(&handle).then(|| canonical(&handle))?;
			let details = Handles::<T>::get(form)?;
			details.released_at.is_none().then_some(details.avatar)
		}

		/// Where the profile of an avatar is found, if it has one.
		pub fn profile(avatar: AvatarId) -> Option<Pointer> {
			Profiles::<T>::get(AvatarKey::from(avatar))
		}

		/// What an avatar is offered for, and to whom, if it is.
		pub fn offer_of(avatar: AvatarId) -> Option<OfferDetails<T::AccountId>> {
			Offers::<T>::get(AvatarKey::from(avatar))
		}

		/// The badges of an avatar after the one of this world and number, by world and number: at
		/// most `limit`, and 64.
		pub fn badges(avatar: AvatarId, after: Option<(WorldId, u32)>, limit: u32) -> Vec<Badge> {
			Self::listed_badges(avatar, after, limit)
		}
	}
}
