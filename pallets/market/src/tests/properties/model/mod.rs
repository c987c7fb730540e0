// SPDX-License-Identifier: Apache-2.0
//! The market in plain records: what its calls should come to.

mod auctions;
mod exchange;
mod numbers;
mod orders;

use crate::{
	mock::*,
	tests::properties::actions::{barter_side, cancellation, Action, Goods, Step, Wish, THINGS},
	Auction, Price, RestingOrder, Want, Wanted,
};
use exchange::sensible;
use freehold_primitives::{
	asset::{Asset, Holding},
	chain::{AccountId, Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, CollectionId, KindId, OrderId},
	land::{Area, Coordinates},
	order::{Cancellation, Order},
	purse::OrderNumber,
};
use numbers::{signed_order, Numbers};
use orders::fits;
use std::collections::BTreeMap;

/// What the world keeps of a payment.
const FEE: BasisPoints = 1_000;

/// What every account has when it begins: nobody runs out of deposits.
pub(super) const MONEY: Balance = 1_000_000;

#[derive(Clone)]
struct Player {
	/// The account that owns it.
	owner: AccountId,
	tenure: u32,
	offered: bool,
	coins: Balance,
	/// Those that it may give away, and those that it may not.
	arrows: (u64, u64),
	numbers: Numbers,
}

/// What the chain should be like.
#[derive(Clone)]
pub(super) struct Model {
	pub(super) now: BlockNumber,
	suspended: bool,
	money: BTreeMap<AccountId, Balance>,
	players: BTreeMap<AvatarId, Player>,
	things: [Holding; 4],
	royalties: BTreeMap<KindId, BasisPoints>,
	accrued: BTreeMap<KindId, Balance>,
	aside: Balance,
	orders: Vec<Option<RestingOrder<AccountId>>>,
	auctions: Vec<Option<Auction<AccountId>>>,
}

impl Model {
	pub(super) fn new() -> Self {
		let player = |avatar| {
			let arrows = if [ALICE, BOB].contains(&avatar) { (100, 0) } else { (0, 0) };
			let player = Player {
				owner: owner(avatar),
				tenure: 0,
				offered: false,
				coins: WEALTH,
				arrows,
				numbers: Numbers::default(),
			};
			(avatar, player)
		};
		Self {
			now: NOW,
			suspended: false,
			money: EVERYONE.map(|who| (owner(who), MONEY)).into(),
			players: EVERYONE.map(player).into(),
			things: [ALICE, ALICE, BOB, CAROL].map(Holding::new),
			royalties: [BLADES, SHIELDS, ARROWS].map(|kind| (kind, 0)).into(),
			accrued: [BLADES, SHIELDS, ARROWS].map(|kind| (kind, 0)).into(),
			aside: 0,
			orders: Vec::new(),
			auctions: Vec::new(),
		}
	}

	/// The goods in the state in which they are.
	pub(super) fn assets(&self, goods: Goods) -> Vec<Asset> {
		let thing = |thing: usize| THINGS[thing].at_version(self.things[thing].version);
		match goods {
			Goods::Thing(it) => vec![thing(it)],
			Goods::Arrows(amount) => vec![arrows(amount)],
			Goods::Bundle(it, amount) => vec![thing(it), arrows(amount)],
		}
	}

	pub(super) fn wanted(&self, wish: Wish) -> Wanted {
		match wish {
			Wish::Goods(goods) => Wanted::Asset(self.assets(goods)[0]),
			Wish::Blade => Wanted::OfKind(BLADES),
			Wish::InCollection(it) => Wanted::InCollection(CollectionId(it)),
			Wish::Parcel => {
				let (min, max) = (Coordinates::new(0, -9), Coordinates::new(9, 9));
				Wanted::ParcelIn { world: WORLD, area: Area { min, max } }
			},
		}
	}

	pub(super) fn price(&self, price: Balance, falls: bool) -> Price {
		if falls {
			Price { start: price + 40, end: price, from: self.now, to: self.now + 9 }
		} else {
			Price::fixed(price)
		}
	}

	fn price_now(&self, price: &Price) -> Balance {
		let Price { start, end, from, to } = *price;
		if self.now >= to {
			end
		} else if self.now <= from {
			start
		} else {
			let elapsed = Balance::from(self.now - from);
			start - (start - end) * elapsed / Balance::from(to - from)
		}
	}

	pub(super) fn order_id(&self, back: u32) -> OrderId {
		OrderId((self.orders.len() as u32).wrapping_sub(back))
	}

	pub(super) fn auction_id(&self, back: u32) -> AuctionId {
		AuctionId((self.auctions.len() as u32).wrapping_sub(back))
	}

	fn order(&self, back: u32) -> Option<RestingOrder<AccountId>> {
		self.orders.get(self.order_id(back).0 as usize)?.clone()
	}

	fn auction(&self, back: u32) -> Option<Auction<AccountId>> {
		self.auctions.get(self.auction_id(back).0 as usize)?.clone()
	}

	fn owner(&self, avatar: AvatarId) -> AccountId {
		self.players.get(&avatar).map_or_else(|| owner(avatar), |it| it.owner.clone())
	}

	/// The account that acts.
	pub(super) fn actor(&self, step: &Step) -> AccountId {
		let avatar = match step.action {
			Action::List { seller, .. }
			| Action::AcceptOffer { seller, .. }
			| Action::Open { seller, .. } => Some(seller),
			Action::Offer { bidder, .. } | Action::Bid { bidder, .. } => Some(bidder),
			Action::Barter { maker, .. } => Some(maker),
			Action::Buy { buyer, .. } => Some(buyer),
			Action::AcceptBarter { order } => self.order(order).and_then(|it| it.taker),
			Action::Cancel { order } => self.order(order).map(|it| it.maker),
			Action::CancelAuction { auction } => self.auction(auction).map(|it| it.seller),
			Action::CancelSigned { avatar, .. } => Some(avatar),
			_ => Some(CAROL),
		};
		match step.by {
			Some(avatar) => owner(avatar),
			None => self.owner(avatar.unwrap_or(ALICE)),
		}
	}

	fn player(&mut self, avatar: AvatarId) -> Option<&mut Player> {
		self.players.get_mut(&avatar)
	}

	fn money(&mut self, who: &AccountId) -> &mut Balance {
		self.money.get_mut(who).expect("only accounts with money act")
	}

	/// Whether the account may act for the avatar.
	fn may_act(&self, who: &AccountId, avatar: AvatarId) -> Option<()> {
		let player = self.players.get(&avatar)?;
		(player.owner == *who && !player.offered).then_some(())
	}

	/// Does it here; if it is refused, nothing has changed.
	pub(super) fn apply(&mut self, step: &Step) -> bool {
		let mut next = self.clone();
		let done = next.try_apply(step).is_some();
		if done {
			*self = next;
		}
		done
	}

	fn try_apply(&mut self, step: &Step) -> Option<()> {
		let who = self.actor(step);
		match step.action {
			Action::List { seller, goods, price, falls, lots, buyer, limit, blocks } => {
				let price = self.price(price, falls);
				(price.end > 0).then_some(())?;
				let (lot, want) = (self.assets(goods), Want::Price(price));
				self.agrees(&lot, limit)?;
				self.rest(who, seller, buyer, lot, want, lots, limit, blocks)
			},
			Action::Offer { bidder, price, wish, lots, blocks } => {
				let wanted = self.wanted(wish);
				if let Wanted::Asset(asset) = wanted {
					sensible(&[asset], lots).then_some(())?;
				}
				let give = vec![Asset::Coins(price)];
				self.rest(who, bidder, None, give, Want::Any(wanted), lots, 0, blocks)
			},
			Action::Barter { maker, taker, give, coins, want, limit, blocks } => {
				let give = barter_side(self.assets(give), coins);
				let want = side(&self.assets(want));
				let is_back = |asset: &Asset| asset.unique().is_some() && want.contains(asset);
				(sensible(&want, 1) && !give.iter().any(is_back)).then_some(())?;
				let want = Want::Assets(want);
				self.rest(who, maker, Some(taker), give, want, 1, limit, blocks)
			},
			Action::Buy { order, buyer, lots, max_price } => {
				self.may_act(&who, buyer)?;
				let details = self.order(order)?;
				let Want::Price(price) = &details.want else { return None };
				let price = self.price_now(price);
				(price * Balance::from(lots) <= max_price).then_some(())?;
				self.fill(order, buyer, &[Asset::Coins(price)], lots)
			},
			Action::AcceptOffer { order, seller, goods } => {
				self.may_act(&who, seller)?;
				let (details, asset) = (self.order(order)?, self.assets(goods)[0]);
				let Want::Any(wanted) = &details.want else { return None };
				fits(wanted, &asset).then_some(())?;
				self.fill(order, seller, &[asset], 1)
			},
			Action::AcceptBarter { order } => {
				let details = self.order(order)?;
				let Want::Assets(want) = &details.want else { return None };
				let taker = details.taker?;
				self.may_act(&who, taker)?;
				self.fill(order, taker, want, 1)
			},
			Action::Cancel { order } => {
				let details = self.order(order)?;
				(self.owner(details.maker) == who).then_some(())?;
				self.take_back(order, &details)?;
				*self.money(&details.payer) += ORDER_DEPOSIT;
				Some(())
			},
			Action::Sweep { order } => {
				let details = self.order(order)?;
				let is_over = self.now > details.until || self.is_void(&details);
				(is_over || self.is_stale(&details)).then_some(())?;
				self.take_back(order, &details)?;
				let reward = if is_over { SWEEP_REWARD } else { 0 };
				*self.money(&details.payer) += ORDER_DEPOSIT - reward;
				*self.money(&who) += reward;
				Some(())
			},
			Action::Open { seller, goods, reserve, raise, blocks, extension, limit } => {
				let auction =
					self.opened(&who, seller, goods, reserve, raise, blocks, extension, limit);
				self.open(auction)
			},
			Action::Bid { auction, bidder, amount } => self.bid(&who, auction, bidder, amount),
			Action::CancelAuction { auction } => {
				let details = self.auction(auction)?;
				let owned = self.owner(details.seller) == who;
				(owned && details.best.is_none()).then_some(())?;
				self.unlock(details.seller, &details.lot, 1);
				self.remove_auction(auction);
				*self.money(&details.payer) += AUCTION_DEPOSIT;
				Some(())
			},
			Action::CloseAuction { auction } => self.close(&who, auction),
			Action::Settle { maker, taker, order, acceptance, lots } => {
				(!self.suspended && maker != taker).then_some(())?;
				let order = self.order_of(maker, order);
				(1..=order.lots).contains(&lots).then_some(())?;
				let number = self.number(taker, acceptance);
				self.player(maker)?.numbers.fill(&order, lots)?;
				self.player(taker)?.numbers.spend(number).ok()?;
				let (give, want) = (&order.give, &order.want);
				self.exchange((maker, taker), (give, want), lots, (ALL, ALL), false)
			},
			Action::CancelSigned { avatar, how, number } => {
				(self.owner(avatar) == who).then_some(())?;
				let number = self.number(avatar, number);
				let numbers = &mut self.player(avatar)?.numbers;
				match cancellation(how, number) {
					Cancellation::One { number, .. } => numbers.cancel(number)?,
					Cancellation::Below { number, .. } => numbers.void_below(number),
					Cancellation::All => numbers.void_all(),
				}
				Some(())
			},
			Action::GiveAway { thing, to } => {
				let holding = self.things[thing];
				holding.lock.is_none().then_some(())?;
				self.things[thing] =
					Holding { owner: to, version: holding.version + 1, lock: None };
				Some(())
			},
			Action::Change { thing } => {
				self.things[thing].version += 1;
				Some(())
			},
			Action::SetRoyalty { kind, rate } => {
				self.royalties.insert(kind, rate);
				Some(())
			},
			Action::SetOffered { avatar, offered } => {
				self.player(avatar)?.offered = offered;
				Some(())
			},
			Action::Sell { avatar, to } => {
				let player = self.player(avatar)?;
				player.owner = owner(to);
				player.tenure += 1;
				player.offered = false;
				player.numbers.void_all();
				Some(())
			},
			Action::SetSuspended { suspended } => {
				self.suspended = suspended;
				Some(())
			},
			Action::Wait { blocks } => {
				self.now += blocks;
				Some(())
			},
		}
	}

	/// The number that an action means: counted from the lowest that still counts.
	pub(super) fn number(&self, avatar: AvatarId, number: OrderNumber) -> OrderNumber {
		self.players.get(&avatar).map_or(0, |it| it.numbers.floor) + number
	}

	pub(super) fn order_of(&self, maker: AvatarId, number: OrderNumber) -> Order {
		signed_order(maker, self.number(maker, number))
	}

	pub(super) fn assert_is_the_chain(&self) {
		for (who, free) in &self.money {
			assert_eq!(Balances::free_balance(who), *free, "money of {who}");
		}
		for (avatar, player) in &self.players {
			assert_eq!(balance(*avatar), player.coins, "coins of avatar {avatar}");
			assert_eq!(stack(ARROWS, *avatar), player.arrows, "arrows of avatar {avatar}");
		}
		for (id, expected) in THINGS.into_iter().zip(self.things) {
			assert_eq!(holding(id), expected, "{id}");
		}
		for (kind, expected) in &self.accrued {
			assert_eq!(accrued(*kind), *expected, "royalties of {kind}");
		}
		assert_eq!(aside(), self.aside);
		let orders = (0..).map(OrderId).zip(self.orders.clone());
		let orders: Vec<_> = orders.filter_map(|(id, order)| Some((id, order?))).collect();
		assert_eq!(Market::book(OrderId(0), 128), orders);
		let auctions = (0..).map(AuctionId).zip(self.auctions.clone());
		let auctions: Vec<_> = auctions.filter_map(|(id, it)| Some((id, it?))).collect();
		assert_eq!(Market::auctions(AuctionId(0), 128), auctions);
	}
}
