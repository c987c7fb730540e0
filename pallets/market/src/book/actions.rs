// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::checks::{NewOrderOf, OrderOf};
use crate::{
	types::{coins, NewOrder, Take},
	Book, Config, Error, Event, HoldReason, NextOrderId, Pallet, RestingOrder, Want,
};
use freehold_primitives::{
	asset::Asset,
	ids::OrderId,
	key::OrderKey,
	settlement::{Deal, Receipt},
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Puts an order in the book, whichever form it has.
	pub(crate) fn do_rest(new: NewOrderOf<T>) -> DispatchResult {
		let NewOrder { id, next, order } = new;
		Self::hold(HoldReason::Order, &order.payer)?;
		T::Avatars::retain(order.maker, 1)?;
		Self::set_aside(order.maker, order.escrow().ok_or(Error::<T>::Overflow)?)?;
		Self::lock(&order.pledge(id, order.lots))?;
		NextOrderId::<T>::put(next);
		Self::deposit_event(Self::announcement(id, &order)?);
		Book::<T>::insert(OrderKey::from(id), order);
		Ok(())
	}

	/// The event that tells of a new order.
	fn announcement(order: OrderId, details: &OrderOf<T>) -> Result<Event<T>, DispatchError> {
		let RestingOrder { world, maker, taker, give, want, lots, until, .. } = details.clone();
		Ok(match want {
			Want::Price(price) => {
				let (seller, lot, buyer) = (maker, give, taker);
				Event::Listed { order, world, seller, lot, price, lots, buyer, until }
			},
			Want::Any(wanted) => {
				let price = coins(&give, 1).ok_or(Error::<T>::Overflow)?;
				Event::Offered { order, world, bidder: maker, price, wanted, lots, until }
			},
			Want::Assets(want) => {
				let taker = taker.ok_or(Error::<T>::WrongTaker)?;
				Event::BarterProposed { order, world, maker, taker, give, want, until }
			},
		})
	}

	pub(crate) fn do_buy(order: OrderId, details: OrderOf<T>, take: Take) -> DispatchResult {
		let (seller, buyer, lots) = (details.maker, take.taker, take.lots);
		let Receipt { maker: paid, .. } = Self::fill(order, details, &take)?;
		let (price, fee, royalty) = (paid.gross, paid.fee, paid.royalty());
		Self::deposit_event(Event::Sold { order, seller, buyer, lots, price, fee, royalty });
		Ok(())
	}

	pub(crate) fn do_accept_offer(
		order: OrderId,
		details: OrderOf<T>,
		take: Take,
		asset: Asset,
	) -> DispatchResult {
		let (bidder, seller) = (details.maker, take.taker);
		let Receipt { taker: paid, .. } = Self::fill(order, details, &take)?;
		let (price, fee, royalty) = (paid.gross, paid.fee, paid.royalty());
		Self::deposit_event(Event::OfferAccepted {
			order,
			bidder,
			seller,
			asset,
			price,
			fee,
			royalty,
		});
		Ok(())
	}

	pub(crate) fn do_accept_barter(
		order: OrderId,
		details: OrderOf<T>,
		take: Take,
	) -> DispatchResult {
		let (maker, taker) = (details.maker, take.taker);
		let receipt = Self::fill(order, details, &take)?;
		let fee = receipt.maker.fee.saturating_add(receipt.taker.fee);
		let royalty = receipt.maker.royalty().saturating_add(receipt.taker.royalty());
		Self::deposit_event(Event::Bartered { order, maker, taker, fee, royalty });
		Ok(())
	}

	/// Fills an order, whole or in part: the one way in which anything in the book changes hands.
	/// Its coins return to the maker's purse, to leave it in the deal like all else.
	pub(crate) fn fill(
		id: OrderId,
		order: OrderOf<T>,
		take: &Take,
	) -> Result<Receipt, DispatchError> {
		let left = order.lots.checked_sub(take.lots).ok_or(Error::<T>::LotsOutOfRange)?;
		Self::pay_out(order.maker, coins(&order.give, take.lots).ok_or(Error::<T>::Overflow)?)?;
		let deal = Deal {
			world: order.world,
			maker: order.maker,
			taker: take.taker,
			give: &order.give,
			want: &take.gives,
			lots: take.lots,
			fee: Self::fee_of(order.world),
			maker_limit: order.max_deduction,
			taker_limit: take.max_deduction,
			binding: false,
		};
		let receipt = Self::exchange(&order.pledge(id, take.lots), &deal)?;
		if left > 0 {
			Book::<T>::insert(OrderKey::from(id), RestingOrder { lots: left, ..order });
		} else {
			Self::remove(id, &order);
			Self::give_back(HoldReason::Order, &order.payer)?;
		}
		Ok(receipt)
	}

	pub(crate) fn do_cancel(order: OrderId, details: OrderOf<T>) -> DispatchResult {
		Self::return_all(order, &details)?;
		Self::give_back(HoldReason::Order, &details.payer)?;
		Self::deposit_event(Event::OrderCancelled { order });
		Ok(())
	}

	pub(crate) fn do_sweep(
		by: T::AccountId,
		order: OrderId,
		details: OrderOf<T>,
		is_paid: bool,
	) -> DispatchResult {
		Self::return_all(order, &details)?;
		if is_paid {
			Self::give_back_less_reward(HoldReason::Order, &details.payer, &by)?;
		} else {
			Self::give_back(HoldReason::Order, &details.payer)?;
		}
		Self::deposit_event(Event::OrderSwept { order, by });
		Ok(())
	}

	/// Removes an order, and gives its maker back what is left of what it gave, whatever has become
	/// of that since.
	fn return_all(id: OrderId, order: &OrderOf<T>) -> DispatchResult {
		Self::pay_out(order.maker, order.escrow().ok_or(Error::<T>::Overflow)?)?;
		Self::unlock(&order.pledge(id, order.lots))?;
		Self::remove(id, order);
		Ok(())
	}

	fn remove(id: OrderId, order: &OrderOf<T>) {
		Book::<T>::remove(OrderKey::from(id));
		T::Avatars::release(order.maker, 1);
	}
}
