// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{
	kernel::NO_LIMIT,
	types::{coins, Draft, NewOrder, Take},
	Config, Error, NextOrderId, Pallet, Price, RestingOrder, Want, Wanted,
};
use alloc::vec;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	asset::{is_exchange, is_well_formed, Asset, Assets, UniqueId, Version},
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AvatarId, KindId, OrderId, WorldId},
	settlement::Store,
	traits::{Avatars, Land, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

pub(crate) type OrderOf<T> = RestingOrder<<T as frame_system::Config>::AccountId>;
pub(crate) type NewOrderOf<T> = NewOrder<<T as frame_system::Config>::AccountId>;

/// An order, and how it is taken.
pub(crate) type Taking<T> = (OrderOf<T>, Take);

impl<T: Config> Pallet<T> {
	/// The record that the draft becomes, and its id.
	pub(crate) fn ensure_can_rest(
		who: T::AccountId,
		draft: Draft,
	) -> Result<NewOrderOf<T>, DispatchError> {
		T::Worlds::ensure_open(draft.world)?;
		T::Avatars::ensure_owner(&who, draft.maker)?;
		Self::ensure_sensible(&draft.give, &draft.want, draft.lots)?;
		Self::ensure_takable(&draft)?;
		Self::ensure_lasts(draft.until, T::MaxLifetime::get())?;
		Self::ensure_obtainable(&draft)?;
		if matches!(draft.want, Want::Price(_)) {
			Self::ensure_agreeable(draft.world, &draft.give, draft.max_deduction)?;
		}
		let id = NextOrderId::<T>::get();
		let next = id.next().ok_or(Error::<T>::NoIdsLeft)?;
		let tenure = T::Avatars::tenure(draft.maker)?;
		let Draft { world, maker, taker, give, want, lots, max_deduction, until } = draft;
		let payer = who;
		let order = RestingOrder {
			world,
			maker,
			tenure,
			payer,
			taker,
			give,
			want,
			lots,
			max_deduction,
			until,
		};
		Ok(NewOrder { id, next, order })
	}

	/// Succeeds if both sides of an order say something that could be done, and its coins can be
	/// counted.
	pub(crate) fn ensure_sensible(give: &Assets, want: &Want, lots: u32) -> DispatchResult {
		match want {
			Want::Price(price) => {
				Self::ensure_lot(give, lots)?;
				Self::ensure_price(price, lots)?;
			},
			Want::Any(wanted) => {
				let [Asset::Coins(price)] = give.as_slice() else {
					return Err(Error::<T>::Malformed.into());
				};
				ensure!(*price > 0, Error::<T>::ZeroPrice);
				ensure!(Self::could_fit(wanted, lots), Error::<T>::Malformed);
			},
			Want::Assets(want) => {
				ensure!(is_exchange(give, want, lots), Error::<T>::Malformed);
			},
		}
		ensure!(coins(give, lots).is_some(), Error::<T>::Overflow);
		Ok(())
	}

	/// Succeeds if this can be sold: it is something, and has no coins in it.
	pub(crate) fn ensure_lot(lot: &Assets, lots: u32) -> DispatchResult {
		ensure!(is_well_formed(lot, lots), Error::<T>::Malformed);
		let has_coins = lot.iter().any(|asset| matches!(asset, Asset::Coins(_)));
		ensure!(!has_coins, Error::<T>::CoinsInLot);
		Ok(())
	}

	/// Succeeds if a seller with this limit would sell now: what can't be bought is not for sale.
	pub(crate) fn ensure_agreeable(
		world: WorldId,
		lot: &Assets,
		max_deduction: BasisPoints,
	) -> DispatchResult {
		let deduction = Self::fee_rate(world).saturating_add(Self::royalty_of(lot));
		ensure!(deduction <= max_deduction, Error::<T>::DeductionTooHigh);
		Ok(())
	}

	fn ensure_price(price: &Price, lots: u32) -> DispatchResult {
		ensure!(price.end > 0, Error::<T>::ZeroPrice);
		ensure!(price.falls(), Error::<T>::PriceRises);
		ensure!(price.start.checked_mul(lots.into()).is_some(), Error::<T>::Overflow);
		Ok(())
	}

	/// Whether there could be something that fits, so many times.
	fn could_fit(wanted: &Wanted, lots: u32) -> bool {
		match wanted {
			Wanted::Asset(Asset::Coins(_)) => false,
			Wanted::Asset(asset) => is_well_formed(&[*asset], lots),
			Wanted::OfKind(_) | Wanted::InCollection(_) => lots > 0,
			Wanted::ParcelIn { area, .. } => lots > 0 && area.is_valid(),
		}
	}

	/// Succeeds if what is wanted exists and may change hands, as far as the market can know: of
	/// collections and parcels it asks nobody.
	fn ensure_obtainable(draft: &Draft) -> DispatchResult {
		for (asset, version) in draft.wanted_uniques() {
			Self::ensure_unmoved(asset, version)?;
		}
		if let Want::Any(Wanted::OfKind(kind)) = draft.want {
			Self::ensure_tradable(kind, draft.world)?;
		}
		Ok(())
	}

	/// Succeeds if there is such a kind, of items, and they change hands in this world now. Units
	/// are wanted by their amount.
	fn ensure_tradable(kind: KindId, world: WorldId) -> DispatchResult {
		let terms = T::Store::default().terms(kind).ok_or(Error::<T>::UnknownAsset)?;
		ensure!(terms.unique, Error::<T>::Malformed);
		terms.ensure_tradable_in(world).map_err(Error::<T>::from)?;
		Ok(())
	}

	/// Succeeds if whoever alone may take the order is there to do so.
	fn ensure_takable(draft: &Draft) -> DispatchResult {
		let Some(taker) = draft.taker else { return Ok(()) };
		ensure!(taker != draft.maker, Error::<T>::SelfTrade);
		T::Avatars::ensure_exists(taker)
	}

	/// Succeeds if what ends with the block `until` has not ended, and does so in time.
	pub(crate) fn ensure_lasts(until: BlockNumber, most: BlockNumber) -> DispatchResult {
		let left = until.checked_sub(Self::now()).ok_or(Error::<T>::Expired)?;
		ensure!(left <= most, Error::<T>::LivesTooLong);
		Ok(())
	}

	fn ensure_unmoved(asset: UniqueId, version: Version) -> DispatchResult {
		let owned = T::Store::default().asset(asset).ok_or(Error::<T>::UnknownAsset)?;
		ensure!(owned.holding.version == version, Error::<T>::Moved);
		Ok(())
	}

	fn ensure_order(order: OrderId) -> Result<OrderOf<T>, DispatchError> {
		Self::order(order).ok_or(Error::<T>::UnknownOrder.into())
	}

	/// Succeeds if `who` owns the avatar, also while it is offered for sale.
	pub(crate) fn ensure_owns(who: &T::AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(T::Avatars::owner(avatar)? == *who, Error::<T>::NotOwner);
		Ok(())
	}

	pub(crate) fn ensure_can_cancel(
		who: &T::AccountId,
		order: OrderId,
	) -> Result<OrderOf<T>, DispatchError> {
		let details = Self::ensure_order(order)?;
		Self::ensure_owns(who, details.maker)?;
		Ok(details)
	}

	/// The order, and whether it is paid for to clear it away. That is so once it is over; not
	/// where only an asset has changed, as whoever may change it could do so for the reward.
	pub(crate) fn ensure_can_sweep(order: OrderId) -> Result<(OrderOf<T>, bool), DispatchError> {
		let details = Self::ensure_order(order)?;
		let is_over = Self::now() > details.until || Self::is_void(&details)?;
		ensure!(is_over || Self::is_stale(&details), Error::<T>::OrderCounts);
		Ok((details, is_over))
	}

	fn is_void(order: &OrderOf<T>) -> Result<bool, DispatchError> {
		let owner = T::Avatars::owner(order.maker)?;
		Ok(order.is_void(&owner, T::Avatars::tenure(order.maker)?))
	}

	/// Whether something that the order gives is no longer what it was. What it wants does not
	/// matter: whoever has that could else change it, to clear the order away.
	fn is_stale(order: &OrderOf<T>) -> bool {
		let mut given = order.give.iter().filter_map(Asset::unique);
		given.any(|(asset, version)| Self::ensure_unmoved(asset, version).is_err())
	}

	/// Succeeds if this avatar may take so many lots of the order now.
	fn ensure_can_take(order: &OrderOf<T>, taker: AvatarId, lots: u32) -> DispatchResult {
		ensure!(Self::now() <= order.until, Error::<T>::Expired);
		ensure!(!Self::is_void(order)?, Error::<T>::OrderVoid);
		ensure!(taker != order.maker, Error::<T>::SelfTrade);
		ensure!(order.taker.is_none_or(|it| it == taker), Error::<T>::WrongTaker);
		ensure!((1..=order.lots).contains(&lots), Error::<T>::LotsOutOfRange);
		Ok(())
	}

	pub(crate) fn ensure_can_buy(
		who: &T::AccountId,
		order: OrderId,
		buyer: AvatarId,
		lots: u32,
		max_price: Balance,
	) -> Result<Taking<T>, DispatchError> {
		T::Avatars::ensure_owner(who, buyer)?;
		let (details, take) = Self::ensure_for_sale(order, buyer, lots)?;
		let affordable = take.price().is_some_and(|price| price <= max_price);
		ensure!(affordable, Error::<T>::PriceTooHigh);
		Ok((details, take))
	}

	/// The listing, and how the buyer takes so many lots of it.
	pub(crate) fn ensure_for_sale(
		order: OrderId,
		buyer: AvatarId,
		lots: u32,
	) -> Result<Taking<T>, DispatchError> {
		let details = Self::ensure_order(order)?;
		let Want::Price(price) = &details.want else { return Err(Error::<T>::NotListing.into()) };
		Self::ensure_can_take(&details, buyer, lots)?;
		let gives = Assets::truncate_from(vec![Asset::Coins(price.at(Self::now()))]);
		Ok((details, Take { taker: buyer, lots, gives, max_deduction: NO_LIMIT }))
	}

	pub(crate) fn ensure_can_accept_offer(
		who: &T::AccountId,
		order: OrderId,
		seller: AvatarId,
		asset: Asset,
		max_deduction: BasisPoints,
	) -> Result<Taking<T>, DispatchError> {
		T::Avatars::ensure_owner(who, seller)?;
		Self::ensure_wanted(order, seller, asset, max_deduction)
	}

	/// The offer, and how the seller takes one lot of it.
	pub(crate) fn ensure_wanted(
		order: OrderId,
		seller: AvatarId,
		asset: Asset,
		max_deduction: BasisPoints,
	) -> Result<Taking<T>, DispatchError> {
		let details = Self::ensure_order(order)?;
		let Want::Any(wanted) = &details.want else { return Err(Error::<T>::NotOffer.into()) };
		Self::ensure_can_take(&details, seller, 1)?;
		ensure!(Self::fits(wanted, &asset), Error::<T>::NotWanted);
		let gives = Assets::truncate_from(vec![asset]);
		Ok((details, Take { taker: seller, lots: 1, gives, max_deduction }))
	}

	/// Whether the asset is what is wanted. That its version is the present one, the kernel looks
	/// after.
	fn fits(wanted: &Wanted, asset: &Asset) -> bool {
		match (wanted, asset) {
			(Wanted::Asset(wanted), asset) => wanted == asset,
			(Wanted::OfKind(kind), Asset::Item { id, .. }) => T::Store::default()
				.asset(UniqueId::Item(*id))
				.and_then(|owned| owned.class)
				.is_some_and(|class| class.kind == *kind),
			(Wanted::InCollection(collection), Asset::Item { id, .. }) => {
				id.collection == *collection
			},
			// Who offers coins for a parcel that it has not seen means to use it: one that is let
			// would be its tenant's, perhaps the seller's own, for years.
			(Wanted::ParcelIn { world, area }, Asset::Parcel { id, .. }) => {
				id.world == *world && area.contains(id.at) && !T::Land::is_let(*id)
			},
			_ => false,
		}
	}

	pub(crate) fn ensure_can_accept_barter(
		who: &T::AccountId,
		order: OrderId,
		max_deduction: BasisPoints,
	) -> Result<Taking<T>, DispatchError> {
		let (details, take) = Self::ensure_proposed(order, max_deduction)?;
		T::Avatars::ensure_owner(who, take.taker)?;
		Ok((details, take))
	}

	/// The barter, and how it is taken.
	pub(crate) fn ensure_proposed(
		order: OrderId,
		max_deduction: BasisPoints,
	) -> Result<Taking<T>, DispatchError> {
		let details = Self::ensure_order(order)?;
		let (Want::Assets(gives), Some(taker)) = (details.want.clone(), details.taker) else {
			return Err(Error::<T>::NotBarter.into());
		};
		Self::ensure_can_take(&details, taker, 1)?;
		Ok((details, Take { taker, lots: 1, gives, max_deduction }))
	}

	/// The number of this block.
	pub(crate) fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into::<BlockNumber>()
	}
}
