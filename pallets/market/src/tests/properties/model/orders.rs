// SPDX-License-Identifier: Apache-2.0
//! Orders that rest on chain.

use super::{
	exchange::{coins, sensible},
	Model,
};
use crate::{mock::*, RestingOrder, Want, Wanted};
use freehold_primitives::{
	asset::{Asset, Lock, UniqueId},
	chain::{AccountId, BlockNumber},
	fee::BasisPoints,
	ids::{AvatarId, CollectionId},
};

impl Model {
	#[allow(clippy::too_many_arguments, reason = "an order has as many fields")]
	pub(super) fn rest(
		&mut self,
		payer: AccountId,
		maker: AvatarId,
		taker: Option<AvatarId>,
		give: Vec<Asset>,
		want: Want,
		lots: u32,
		max_deduction: BasisPoints,
		blocks: BlockNumber,
	) -> Option<()> {
		(!self.suspended).then_some(())?;
		self.may_act(&payer, maker)?;
		let takable = taker.is_none_or(|it| it != maker && self.players.contains_key(&it));
		(sensible(&give, lots) && takable && blocks <= MAX_REST).then_some(())?;
		let give = side(&give);
		let tenure = self.players.get(&maker)?.tenure;
		let (world, until) = (WORLD, self.now + blocks);
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
		let id = self.order_id(0);
		self.set_aside(maker, coins(&order.give, lots))?;
		self.lock(maker, &order.give, lots, Lock::Order(id))?;
		*self.money(&order.payer) -= ORDER_DEPOSIT;
		self.orders.push(Some(order));
		Some(())
	}

	pub(super) fn take_back(&mut self, back: u32, order: &RestingOrder<AccountId>) -> Option<()> {
		self.pay_out(order.maker, coins(&order.give, order.lots));
		self.unlock(order.maker, &order.give, order.lots);
		let id = self.order_id(back).0 as usize;
		*self.orders.get_mut(id)? = None;
		Some(())
	}

	pub(super) fn fill(
		&mut self,
		back: u32,
		taker: AvatarId,
		gives: &[Asset],
		lots: u32,
	) -> Option<()> {
		let order = self.order(back)?;
		let takable = self.now <= order.until
			&& !self.is_void(&order)
			&& taker != order.maker
			&& order.taker.is_none_or(|it| it == taker)
			&& (1..=order.lots).contains(&lots);
		takable.then_some(())?;
		self.pay_out(order.maker, coins(&order.give, lots));
		self.unlock(order.maker, &order.give, lots);
		let limits = (order.max_deduction, ALL);
		self.exchange((order.maker, taker), (&order.give, gives), lots, limits, false)?;
		let id = self.order_id(back).0 as usize;
		if order.lots > lots {
			self.orders[id] = Some(RestingOrder { lots: order.lots - lots, ..order });
		} else {
			self.orders[id] = None;
			*self.money(&order.payer) += ORDER_DEPOSIT;
		}
		Some(())
	}

	pub(super) fn is_void(&self, order: &RestingOrder<AccountId>) -> bool {
		let maker = &self.players[&order.maker];
		order.tenure != maker.tenure || order.payer != maker.owner
	}

	pub(super) fn is_stale(&self, order: &RestingOrder<AccountId>) -> bool {
		let mut versions = order
			.give
			.iter()
			.filter_map(|asset| Some((self.things[self.place(asset)?].version, asset.unique()?.1)));
		versions.any(|(now, then)| now != then)
	}
}

pub(super) fn fits(wanted: &Wanted, asset: &Asset) -> bool {
	let is = |id: UniqueId| asset.unique().is_some_and(|(it, _)| it == id);
	match wanted {
		Wanted::Asset(wanted) => wanted == asset,
		Wanted::OfKind(_) | Wanted::InCollection(CollectionId(0)) => is(SWORD),
		Wanted::InCollection(_) => is(BUCKLER),
		Wanted::ParcelIn { .. } => is(PARCEL),
	}
}
