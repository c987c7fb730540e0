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
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{LastBatch, ListingDetails};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{LastBatch, ListingDetails, WeightInfo};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::fungible::MutateHold};
	use frame_system::pallet_prelude::*;
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	use freehold_primitives::benchmarking::{NewAvatar, NewItems, NewWorld};
	use freehold_primitives::{
		asset::UniqueId,
		chain::{Balance, Hash},
		ids::{AvatarId, WorldId},
		key::WorldKey,
		order::Trade,
		settlement::{Refusal, Store},
		traits::{Avatars, Worlds},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = Hash> {
		/// Holds the deposits.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The reasons for which the runtime holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Knows who may settle for a world, and what the world keeps of payments.
		type Worlds: Worlds<Self::AccountId>;

		/// Knows who owns an avatar.
		type Avatars: Avatars<Self::AccountId>;

		/// The records that change hands.
		type Store: Store + Default;

		/// Held of a seller's account for each listing.
		#[pallet::constant]
		type ListingDeposit: Get<Balance>;

		/// Most trades in a batch.
		#[pallet::constant]
		type MaxTrades: Get<u32>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Makes what benchmarks need of other pallets.
		#[cfg(any(test, feature = "runtime-benchmarks"))]
		type BenchmarkHelper: NewAvatar<Self::AccountId> + NewWorld<Self::AccountId> + NewItems;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of a listing.
		Listing,
	}

	/// Every asset that is listed for sale.
	// `Blake2_128Concat`: the places of parcels are chosen by users.
	#[pallet::storage]
	pub type Listings<T: Config> =
		StorageMap<_, Blake2_128Concat, UniqueId, ListingDetails<T::AccountId>>;

	/// The last batch that each world settled.
	// `Identity`: keys are dense ids.
	#[pallet::storage]
	pub type Settled<T> = StorageMap<_, Identity, WorldKey, LastBatch>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An asset is for sale.
		Listed {
			/// The asset.
			asset: UniqueId,
			/// The world whose fee applies.
			world: WorldId,
			/// The avatar that sells it.
			seller: AvatarId,
			/// What it costs, in 10^-12 FHD.
			price: Balance,
		},
		/// An asset is no longer for sale.
		ListingCancelled {
			/// The asset.
			asset: UniqueId,
		},
		/// A listed asset was bought.
		Sold {
			/// The asset.
			asset: UniqueId,
			/// The avatar that sold it.
			seller: AvatarId,
			/// The avatar that bought it.
			buyer: AvatarId,
			/// What the buyer paid, in 10^-12 FHD.
			price: Balance,
		},
		/// A batch of trades was settled: all but those refused.
		BatchSettled {
			/// The world.
			world: WorldId,
			/// The batch's number.
			seq: u64,
			/// How many trades it had.
			trades: u32,
			/// The refused ones, by their place in the batch from zero, each with its reason.
			refused: Vec<(u32, Refusal)>,
		},
		/// A batch of this number had been settled before; nothing happened.
		AlreadySettled {
			/// The world.
			world: WorldId,
			/// The batch's number.
			seq: u64,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset.
		UnknownAsset,
		/// The asset is not listed.
		UnknownListing,
		/// There is no such avatar.
		UnknownAvatar,
		/// The asset is listed already, public land, or part of an estate.
		Locked,
		/// Nothing is sold for nothing: transfer the asset instead.
		ZeroPrice,
		/// It costs more than the buyer would pay.
		PriceTooHigh,
		/// The buyer is the seller.
		SelfPurchase,
		/// The buyer's purse has too few coins.
		TooFewCoins,
		/// The amounts are too large to count.
		Overflow,
		/// A batch with a lower number is still missing.
		OutOfSequence,
		/// Other trades were settled under this number.
		OtherBatch,
		/// The seller's avatar is offered for sale: nothing leaves it.
		Offered,
		/// The kernel refused for a reason that no purchase can have.
		Unsettled,
		/// The seller's avatar has another owner now: the listing does not count.
		ListingVoid,
	}

	impl<T> From<Refusal> for Error<T> {
		fn from(reason: Refusal) -> Self {
			match reason {
				Refusal::UnknownAvatar => Self::UnknownAvatar,
				Refusal::UnknownAsset => Self::UnknownAsset,
				Refusal::Locked => Self::Locked,
				Refusal::TooFewCoins => Self::TooFewCoins,
				Refusal::Overflow => Self::Overflow,
				Refusal::Frozen => Self::Offered,
				_ => Self::Unsettled,
			}
		}
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
		/// Offers an asset at a price to whoever pays it first. The asset stays where it is,
		/// locked. The fee that `world`, which must be open, has when it is sold is taken off the
		/// price; if the world was closed by then, none is.
		///
		/// Origin: the account whose avatar owns the asset. Emits `Listed`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::list())]
		pub fn list(
			origin: OriginFor<T>,
			world: WorldId,
			asset: UniqueId,
			price: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let holding = Self::ensure_can_list(&who, world, asset, price)?;
			Self::do_list(who, world, asset, holding, price)
		}

		/// Takes an asset off the market.
		///
		/// Origin: the account that owns the seller; anyone once the seller has another owner than
		/// listed it. Emits `ListingCancelled`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cancel())]
		pub fn cancel(origin: OriginFor<T>, asset: UniqueId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let listing = Self::ensure_can_cancel(&who, asset)?;
			Self::do_cancel(asset, listing)
		}

		/// Buys a listed asset for an avatar, from its purse, if it costs at most `max_price`. Not
		/// once the seller has another owner than listed it.
		///
		/// Origin: the account that owns the buyer. Emits `Sold`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::buy())]
		pub fn buy(
			origin: OriginFor<T>,
			asset: UniqueId,
			buyer: AvatarId,
			max_price: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let listing = Self::ensure_can_buy(&who, asset, buyer, max_price)?;
			Self::do_buy(asset, listing, buyer)
		}

		/// Settles trades that players signed: each whole or not at all, in their order. Batches
		/// of a world are numbered from 1; the same number again changes nothing. The coins of the
		/// trades that are settled, on both sides, count against what the settler may move in a
		/// block.
		///
		/// Origin: the world's owner or a settler. Emits `BatchSettled` or `AlreadySettled`.
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_of(trades))]
		pub fn settle(
			origin: OriginFor<T>,
			world: WorldId,
			seq: u64,
			trades: BoundedVec<Trade, T::MaxTrades>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			match Self::ensure_can_settle(&who, world, seq, &trades)? {
				Some(batch) => Self::do_settle(&who, world, batch, &trades),
				None => {
					Self::deposit_event(Event::AlreadySettled { world, seq });
					Ok(())
				},
			}
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The listing of an asset, if it is for sale.
		pub fn listing(asset: UniqueId) -> Option<ListingDetails<T::AccountId>> {
			Listings::<T>::get(asset)
		}

		/// The last batch that a world settled, if it settled any.
		pub fn last_batch(world: WorldId) -> Option<LastBatch> {
			Settled::<T>::get(WorldKey::from(world))
		}
	}
}
