// SPDX-License-Identifier: Apache-2.0
//! Sequences of all calls, by whoever, against a plain model of what they should come to.

use crate::{mock::*, Auction, Bid, Price, RestingOrder, Want, Wanted};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, Lock, UniqueId},
	chain::{AccountId, Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, CollectionId, KindId, OrderId},
	land::{Area, Coordinates},
	order::{Acceptance, Cancellation, Order, MAX_FILLS},
	purse::{jump_after, OrderNumber, MAX_STEP, WINDOW},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

/// What there is one of. Alice has the first two, then comes one of Bob's and one of Carol's.
const THINGS: [UniqueId; 4] = [SWORD, ESTATE, BUCKLER, PARCEL];

/// What the world keeps of a payment.
const FEE: BasisPoints = 1_000;

/// What every account has when it begins: nobody runs out of deposits.
const MONEY: Balance = 1_000_000;

/// What is given.
#[derive(Clone, Copy, Debug)]
enum Goods {
	Thing(usize),
	Arrows(u64),
	Bundle(usize, u64),
}

/// What is wanted in an offer.
#[derive(Clone, Copy, Debug)]
enum Wish {
	Goods(Goods),
	Blade,
	InCollection(u32),
	Parcel,
}

/// What is done. `order` and `auction` count back from those to come: 0 is one that there is not.
/// The last seven are done by other pallets, or by time.
#[derive(Clone, Copy, Debug)]
enum Action {
	List {
		seller: AvatarId,
		goods: Goods,
		price: Balance,
		falls: bool,
		lots: u32,
		buyer: Option<AvatarId>,
		limit: BasisPoints,
		blocks: BlockNumber,
	},
	Offer {
		bidder: AvatarId,
		price: Balance,
		wish: Wish,
		lots: u32,
		blocks: BlockNumber,
	},
	Barter {
		maker: AvatarId,
		taker: AvatarId,
		give: Goods,
		coins: Balance,
		want: Goods,
		limit: BasisPoints,
		blocks: BlockNumber,
	},
	Buy {
		order: u32,
		buyer: AvatarId,
		lots: u32,
		max_price: Balance,
	},
	AcceptOffer {
		order: u32,
		seller: AvatarId,
		goods: Goods,
	},
	AcceptBarter {
		order: u32,
	},
	Cancel {
		order: u32,
	},
	Sweep {
		order: u32,
	},
	Open {
		seller: AvatarId,
		goods: Goods,
		reserve: Balance,
		raise: Balance,
		blocks: BlockNumber,
		extension: BlockNumber,
		limit: BasisPoints,
	},
	Bid {
		auction: u32,
		bidder: AvatarId,
		amount: Balance,
	},
	CancelAuction {
		auction: u32,
	},
	CloseAuction {
		auction: u32,
	},
	Settle {
		maker: AvatarId,
		taker: AvatarId,
		order: OrderNumber,
		acceptance: OrderNumber,
		lots: u32,
	},
	CancelSigned {
		avatar: AvatarId,
		how: u8,
		number: OrderNumber,
	},
	GiveAway {
		thing: usize,
		to: AvatarId,
	},
	Change {
		thing: usize,
	},
	SetRoyalty {
		kind: KindId,
		rate: BasisPoints,
	},
	SetOffered {
		avatar: AvatarId,
		offered: bool,
	},
	Sell {
		avatar: AvatarId,
		to: AvatarId,
	},
	SetSuspended {
		suspended: bool,
	},
	Wait {
		blocks: BlockNumber,
	},
}

/// An action of the account that owned this avatar at first; if none, of the one that it takes.
#[derive(Clone, Copy, Debug)]
struct Step {
	by: Option<AvatarId>,
	action: Action,
}

fn player() -> impl Strategy<Value = AvatarId> {
	prop_oneof![Just(ALICE), Just(BOB), Just(CAROL)]
}

fn thing() -> impl Strategy<Value = usize> {
	0..THINGS.len()
}

fn goods() -> impl Strategy<Value = Goods> {
	prop_oneof![
		4 => thing().prop_map(Goods::Thing),
		3 => (0..=40u64).prop_map(Goods::Arrows),
		1 => (thing(), 1..=40u64).prop_map(|(thing, amount)| Goods::Bundle(thing, amount)),
	]
}

fn wish() -> impl Strategy<Value = Wish> {
	prop_oneof![
		4 => goods().prop_map(Wish::Goods),
		1 => Just(Wish::Blade),
		1 => (0..=1u32).prop_map(Wish::InCollection),
		1 => Just(Wish::Parcel),
	]
}

fn limit() -> impl Strategy<Value = BasisPoints> {
	prop_oneof![6 => Just(ALL), 1 => Just(1_300), 1 => Just(900)]
}

fn blocks() -> impl Strategy<Value = BlockNumber> {
	prop_oneof![8 => 0..=30u32, 1 => Just(MAX_REST), 1 => Just(MAX_REST + 1)]
}

/// Which of the last ones.
fn recent() -> impl Strategy<Value = u32> {
	prop_oneof![20 => 1..=4u32, 1 => 0..=9u32]
}

fn resting() -> impl Strategy<Value = Action> {
	let lots = || prop_oneof![4 => Just(1u32), 2 => 2..=4u32, 1 => Just(0)];
	let buyer =
		|| prop_oneof![6 => Just(None), 2 => player().prop_map(Some), 1 => Just(Some(NOBODY))];
	prop_oneof![
		3 => (player(), goods(), 0..=120u128, any::<bool>(), lots(), buyer(), limit(), blocks())
			.prop_map(|(seller, goods, price, falls, lots, buyer, limit, blocks)| Action::List {
				seller, goods, price, falls, lots, buyer, limit, blocks,
			}),
		3 => (player(), 0..=120u128, wish(), lots(), blocks()).prop_map(
			|(bidder, price, wish, lots, blocks)| Action::Offer { bidder, price, wish, lots, blocks }
		),
		2 => (player(), player(), goods(), 0..=60u128, goods(), limit(), blocks()).prop_map(
			|(maker, taker, give, coins, want, limit, blocks)| Action::Barter {
				maker, taker, give, coins, want, limit, blocks,
			}
		),
	]
}

fn taking() -> impl Strategy<Value = Action> {
	let max_price = || prop_oneof![4 => Just(WEALTH), 1 => 0..=120u128];
	prop_oneof![
		5 => (recent(), player(), 0..=4u32, max_price()).prop_map(
			|(order, buyer, lots, max_price)| Action::Buy { order, buyer, lots, max_price }
		),
		4 => (recent(), player(), goods())
			.prop_map(|(order, seller, goods)| Action::AcceptOffer { order, seller, goods }),
		4 => recent().prop_map(|order| Action::AcceptBarter { order }),
		2 => recent().prop_map(|order| Action::Cancel { order }),
		3 => recent().prop_map(|order| Action::Sweep { order }),
	]
}

fn auctioning() -> impl Strategy<Value = Action> {
	prop_oneof![
		3 => (player(), goods(), 0..=60u128, 0..=20u128, 0..=12u32, 0..=6u32, limit()).prop_map(
			|(seller, goods, reserve, raise, blocks, extension, limit)| Action::Open {
				seller, goods, reserve, raise, blocks, extension, limit,
			}
		),
		6 => (recent(), player(), 0..=400u128)
			.prop_map(|(auction, bidder, amount)| Action::Bid { auction, bidder, amount }),
		1 => recent().prop_map(|auction| Action::CancelAuction { auction }),
		4 => recent().prop_map(|auction| Action::CloseAuction { auction }),
	]
}

fn signing() -> impl Strategy<Value = Action> {
	prop_oneof![
		8 => (player(), player(), 0..=9u32, 0..=20u32, 0..=4u32).prop_map(
			|(maker, taker, order, acceptance, lots)| Action::Settle {
				maker, taker, order, acceptance, lots,
			}
		),
		2 => (player(), 0..=8u8, 0..=9u32)
			.prop_map(|(avatar, how, number)| Action::CancelSigned { avatar, how, number }),
	]
}

fn surroundings() -> impl Strategy<Value = Action> {
	let kind = || prop_oneof![Just(BLADES), Just(SHIELDS), Just(ARROWS)];
	let rate = || prop_oneof![Just(0u16), Just(300), Just(1_000)];
	prop_oneof![
		3 => (thing(), player()).prop_map(|(thing, to)| Action::GiveAway { thing, to }),
		1 => thing().prop_map(|thing| Action::Change { thing }),
		2 => (kind(), rate()).prop_map(|(kind, rate)| Action::SetRoyalty { kind, rate }),
		1 => player().prop_map(|avatar| Action::SetOffered { avatar, offered: true }),
		3 => player().prop_map(|avatar| Action::SetOffered { avatar, offered: false }),
		1 => (player(), player()).prop_map(|(avatar, to)| Action::Sell { avatar, to }),
		1 => Just(Action::SetSuspended { suspended: true }),
		3 => Just(Action::SetSuspended { suspended: false }),
		6 => (1..=6u32).prop_map(|blocks| Action::Wait { blocks }),
	]
}

fn step() -> impl Strategy<Value = Step> {
	let action = prop_oneof![
		4 => resting(),
		5 => taking(),
		3 => auctioning(),
		2 => signing(),
		2 => surroundings(),
	];
	let by = prop_oneof![12 => Just(None), 1 => player().prop_map(Some)];
	(by, action).prop_map(|(by, action)| Step { by, action })
}

/// The order that the avatar's device signs under a number: each has other terms.
fn signed_order(maker: AvatarId, number: OrderNumber) -> Order {
	Order {
		give: side(&[arrows(1 + u64::from(number % 3))]),
		want: side(&[Asset::Coins(4 + Balance::from(number % 2) * 9)]),
		lots: 1 + number % 4,
		min_lots: 1 + number % 4 / 2,
		number,
		valid_until: 50_000,
		..order_of(maker)
	}
}

/// Why a number can't be spent.
enum Gone {
	Spent,
	Void,
}

/// The numbers that an avatar's device has signed.
#[derive(Clone, Default)]
struct Numbers {
	/// One more than the highest that was spent or is void.
	next: OrderNumber,
	/// All below are void.
	floor: OrderNumber,
	spent: BTreeSet<OrderNumber>,
	/// What is left of those partly filled.
	left: BTreeMap<OrderNumber, u32>,
}

impl Numbers {
	fn remembers(&self, number: OrderNumber) -> bool {
		number < self.next && self.next - number <= WINDOW
	}

	fn spend(&mut self, number: OrderNumber) -> Result<(), Gone> {
		if number >= self.next {
			if number - self.next >= MAX_STEP {
				return Err(Gone::Void);
			}
			self.next = number + 1;
		} else if !self.remembers(number) {
			return Err(Gone::Void);
		} else if number < self.floor || self.spent.contains(&number) {
			return Err(Gone::Spent);
		}
		self.spent.insert(number);
		Ok(())
	}

	fn fill(&mut self, order: &Order, lots: u32) -> Option<()> {
		let Order { number, min_lots, .. } = *order;
		let first = self.spend(number);
		let left = match first {
			Ok(()) => order.lots,
			Err(Gone::Spent) => *self.left.get(&number)?,
			Err(Gone::Void) => return None,
		};
		(min_lots.min(left)..=left).contains(&lots).then_some(())?;
		if first.is_err() || left > lots {
			let kept = self.left.iter().filter(|(it, _)| **it != number && self.remembers(**it));
			self.left = kept.map(|(it, left)| (*it, *left)).collect();
		}
		if left > lots {
			(self.left.len() < MAX_FILLS as usize).then_some(())?;
			self.left.insert(number, left - lots);
		}
		Some(())
	}

	fn cancel(&mut self, number: OrderNumber) -> Option<()> {
		match self.spend(number) {
			Ok(()) => Some(()),
			Err(Gone::Spent) => self.left.remove(&number).map(drop),
			Err(Gone::Void) => None,
		}
	}

	fn void_below(&mut self, number: OrderNumber) {
		self.floor = self.floor.max(number);
		self.next = self.next.max(number);
		self.left.retain(|it, _| *it >= number);
	}

	fn void_all(&mut self) {
		self.next += MAX_STEP + jump_after(&System::parent_hash());
		self.floor = self.next;
		self.left.clear();
	}
}

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
struct Model {
	now: BlockNumber,
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

/// A lot of each item's kind and its royalty.
type Rates = Vec<(KindId, Balance)>;

impl Model {
	fn new() -> Self {
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
	fn assets(&self, goods: Goods) -> Vec<Asset> {
		let thing = |thing: usize| THINGS[thing].at_version(self.things[thing].version);
		match goods {
			Goods::Thing(it) => vec![thing(it)],
			Goods::Arrows(amount) => vec![arrows(amount)],
			Goods::Bundle(it, amount) => vec![thing(it), arrows(amount)],
		}
	}

	fn wanted(&self, wish: Wish) -> Wanted {
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

	fn price(&self, price: Balance, falls: bool) -> Price {
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

	fn order_id(&self, back: u32) -> OrderId {
		OrderId((self.orders.len() as u32).wrapping_sub(back))
	}

	fn auction_id(&self, back: u32) -> AuctionId {
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
	fn actor(&self, step: &Step) -> AccountId {
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
	fn apply(&mut self, step: &Step) -> bool {
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
				sensible(&want, 1).then_some(())?;
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
	fn number(&self, avatar: AvatarId, number: OrderNumber) -> OrderNumber {
		self.players.get(&avatar).map_or(0, |it| it.numbers.floor) + number
	}

	fn order_of(&self, maker: AvatarId, number: OrderNumber) -> Order {
		signed_order(maker, self.number(maker, number))
	}

	#[allow(clippy::too_many_arguments, reason = "an order has as many fields")]
	fn rest(
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

	fn set_aside(&mut self, from: AvatarId, amount: Balance) -> Option<()> {
		let player = self.player(from)?;
		player.coins = player.coins.checked_sub(amount)?;
		self.aside += amount;
		Some(())
	}

	fn pay_out(&mut self, to: AvatarId, amount: Balance) {
		self.player(to).expect("who set it aside is there").coins += amount;
		self.aside -= amount;
	}

	/// The place of what is unique.
	fn place(&self, asset: &Asset) -> Option<usize> {
		let (id, _) = asset.unique()?;
		THINGS.iter().position(|it| *it == id)
	}

	/// The place of what is unique, if the avatar may give it away.
	fn movable(&self, owner: AvatarId, asset: &Asset) -> Option<usize> {
		let (place, (_, version)) = (self.place(asset)?, asset.unique()?);
		(self.things[place] == Holding { owner, version, lock: None }).then_some(place)
	}

	fn lock(&mut self, owner: AvatarId, assets: &Assets, lots: u32, lock: Lock) -> Option<()> {
		for asset in assets {
			match *asset {
				Asset::Coins(_) => {},
				Asset::Units { amount, .. } => {
					let amount = amount * u64::from(lots);
					let (free, locked) = &mut self.player(owner)?.arrows;
					*free = free.checked_sub(amount)?;
					*locked += amount;
				},
				_ => {
					let place = self.movable(owner, asset)?;
					self.things[place].lock = Some(lock);
				},
			}
		}
		Some(())
	}

	fn unlock(&mut self, owner: AvatarId, assets: &Assets, lots: u32) {
		for asset in assets {
			if let Asset::Units { amount, .. } = *asset {
				let amount = amount * u64::from(lots);
				let (free, locked) = &mut self.player(owner).expect("it is there").arrows;
				*free += amount;
				*locked -= amount;
			}
			if let Some(place) = self.place(asset) {
				self.things[place].lock = None;
			}
		}
	}

	fn is_void(&self, order: &RestingOrder<AccountId>) -> bool {
		let maker = &self.players[&order.maker];
		order.tenure != maker.tenure || order.payer != maker.owner
	}

	fn is_stale(&self, order: &RestingOrder<AccountId>) -> bool {
		let mut versions = order
			.give
			.iter()
			.filter_map(|asset| Some((self.things[self.place(asset)?].version, asset.unique()?.1)));
		versions.any(|(now, then)| now != then)
	}

	fn fill(&mut self, back: u32, taker: AvatarId, gives: &[Asset], lots: u32) -> Option<()> {
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

	fn take_back(&mut self, back: u32, order: &RestingOrder<AccountId>) -> Option<()> {
		self.pay_out(order.maker, coins(&order.give, order.lots));
		self.unlock(order.maker, &order.give, order.lots);
		let id = self.order_id(back).0 as usize;
		*self.orders.get_mut(id)? = None;
		Some(())
	}

	#[allow(clippy::too_many_arguments, reason = "an auction has as many fields")]
	fn opened(
		&self,
		payer: &AccountId,
		seller: AvatarId,
		goods: Goods,
		reserve: Balance,
		least_raise: Balance,
		blocks: BlockNumber,
		extension: BlockNumber,
		max_deduction: BasisPoints,
	) -> Auction<AccountId> {
		let ends = self.now + blocks;
		Auction {
			world: WORLD,
			seller,
			payer: payer.clone(),
			lot: side(&self.assets(goods)),
			reserve,
			least_raise,
			ends,
			extension,
			latest: ends + 4,
			max_deduction,
			fee: FEE,
			best: None,
		}
	}

	fn open(&mut self, auction: Auction<AccountId>) -> Option<()> {
		(!self.suspended).then_some(())?;
		self.may_act(&auction.payer, auction.seller)?;
		let rises = auction.reserve > 0 && auction.least_raise > 0;
		(sensible(&auction.lot, 1) && rises).then_some(())?;
		self.agrees(&auction.lot, auction.max_deduction)?;
		let lock = Lock::Auction(self.auction_id(0));
		self.lock(auction.seller, &auction.lot, 1, lock)?;
		*self.money(&auction.payer) -= AUCTION_DEPOSIT;
		self.auctions.push(Some(auction));
		Some(())
	}

	/// Sells the lot for the coins.
	fn sell(
		&mut self,
		auction: &Auction<AccountId>,
		bidder: AvatarId,
		amount: Balance,
	) -> Option<()> {
		let paid = [Asset::Coins(amount)];
		let limits = (auction.max_deduction, ALL);
		self.exchange((auction.seller, bidder), (&auction.lot, &paid), 1, limits, true)
	}

	fn return_bid(&mut self, auction: &Auction<AccountId>) {
		if let Some(Bid { bidder, amount }) = auction.best {
			self.pay_out(bidder, amount);
		}
	}

	fn bid(&mut self, who: &AccountId, back: u32, bidder: AvatarId, amount: Balance) -> Option<()> {
		let auction = self.auction(back)?;
		self.may_act(who, bidder)?;
		let least = auction.best.map_or(auction.reserve, |it| it.amount + auction.least_raise);
		let allowed = self.now <= auction.ends && bidder != auction.seller && amount >= least;
		allowed.then_some(())?;
		self.return_bid(&auction);
		let mut sold = self.clone();
		sold.unlock(auction.seller, &auction.lot, 1);
		sold.sell(&auction, bidder, amount)?;
		self.set_aside(bidder, amount)?;
		let put_off = (self.now + auction.extension).min(auction.latest);
		let ends = auction.ends.max(put_off);
		let id = self.auction_id(back).0 as usize;
		self.auctions[id] = Some(Auction { ends, best: Some(Bid { bidder, amount }), ..auction });
		Some(())
	}

	fn close(&mut self, who: &AccountId, back: u32) -> Option<()> {
		let auction = self.auction(back)?;
		(self.now > auction.ends).then_some(())?;
		self.return_bid(&auction);
		self.unlock(auction.seller, &auction.lot, 1);
		if let Some(Bid { bidder, amount }) = auction.best {
			let mut sold = self.clone();
			if sold.sell(&auction, bidder, amount).is_some() {
				*self = sold;
			}
		}
		self.remove_auction(back);
		*self.money(&auction.payer) += AUCTION_DEPOSIT - SWEEP_REWARD;
		*self.money(who) += SWEEP_REWARD;
		Some(())
	}

	fn remove_auction(&mut self, back: u32) {
		let id = self.auction_id(back).0 as usize;
		self.auctions[id] = None;
	}

	/// All of both sides changes hands.
	fn exchange(
		&mut self,
		(maker, taker): (AvatarId, AvatarId),
		(give, want): (&[Asset], &[Asset]),
		lots: u32,
		(maker_limit, taker_limit): (BasisPoints, BasisPoints),
		binding: bool,
	) -> Option<()> {
		for giver in [maker, taker] {
			(binding || !self.players.get(&giver)?.offered).then_some(())?;
		}
		let (given, wanted) = (self.rates(give), self.rates(want));
		self.hand_over(maker, taker, give, lots, &wanted, taker_limit)?;
		self.hand_over(taker, maker, want, lots, &given, maker_limit)
	}

	fn rates(&self, assets: &[Asset]) -> Rates {
		let kind = |asset: &Asset| match asset.unique() {
			Some((SWORD, _)) => Some(BLADES),
			Some((BUCKLER, _)) => Some(SHIELDS),
			Some(_) => None,
			None => matches!(asset, Asset::Units { .. }).then_some(ARROWS),
		};
		let kinds = assets.iter().filter_map(kind);
		kinds.map(|kind| (kind, Balance::from(self.royalties[&kind]))).collect()
	}

	/// Whether a seller with this limit would sell it now.
	fn agrees(&self, lot: &[Asset], limit: BasisPoints) -> Option<()> {
		let taken: Balance = highest(&self.rates(lot)).values().sum();
		(Balance::from(FEE) + taken <= Balance::from(limit)).then_some(())
	}

	fn hand_over(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		assets: &[Asset],
		lots: u32,
		rates: &Rates,
		limit: BasisPoints,
	) -> Option<()> {
		for asset in assets {
			match *asset {
				Asset::Coins(amount) => {
					self.pay(from, to, amount * Balance::from(lots), rates, limit)?;
				},
				Asset::Units { amount, .. } => {
					let amount = amount * u64::from(lots);
					let given = &mut self.player(from)?.arrows.0;
					*given = given.checked_sub(amount)?;
					self.player(to)?.arrows.0 += amount;
				},
				_ => {
					let place = self.movable(from, asset)?;
					let version = self.things[place].version + 1;
					self.things[place] = Holding { owner: to, version, lock: None };
				},
			}
		}
		Some(())
	}

	fn pay(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
		rates: &Rates,
		limit: BasisPoints,
	) -> Option<()> {
		let highest = highest(rates);
		let taken: Balance = highest.values().sum();
		(Balance::from(FEE) + taken <= Balance::from(limit)).then_some(())?;
		let payer = self.player(from)?;
		payer.coins = payer.coins.checked_sub(amount)?;
		let fee = amount * Balance::from(FEE) / 10_000;
		let mut rest = amount - fee;
		for (kind, rate) in rates.iter().filter(|(_, rate)| *rate > 0) {
			let of_it = rates.iter().filter(|(it, _)| it.collection == kind.collection);
			let sum: Balance = of_it.map(|(_, rate)| *rate).sum();
			let royalty = amount * highest[&kind.collection] / 10_000;
			let part = royalty * rate / sum;
			*self.accrued.get_mut(kind)? += part;
			rest -= part;
		}
		self.player(to)?.coins += rest;
		self.player(TREASURY)?.coins += fee;
		Some(())
	}

	fn assert_is_the_chain(&self) {
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

/// The highest rate of each collection.
fn highest(rates: &Rates) -> BTreeMap<CollectionId, Balance> {
	let mut highest = BTreeMap::<CollectionId, Balance>::new();
	for (kind, rate) in rates {
		let most = highest.entry(kind.collection).or_default();
		*most = (*rate).max(*most);
	}
	highest
}

/// Whether one side says something that could be done so many times.
fn sensible(assets: &[Asset], lots: u32) -> bool {
	let possible = |asset: &Asset| match *asset {
		Asset::Coins(amount) => amount > 0,
		Asset::Units { amount, .. } => amount > 0,
		_ => lots == 1,
	};
	lots > 0 && assets.iter().all(possible)
}

/// The coins among so many lots.
fn coins(assets: &[Asset], lots: u32) -> Balance {
	let coins = assets.iter().filter_map(|asset| match asset {
		Asset::Coins(amount) => Some(*amount),
		_ => None,
	});
	coins.sum::<Balance>() * Balance::from(lots)
}

/// Goods, and coins if there are any.
fn barter_side(mut goods: Vec<Asset>, coins: Balance) -> Vec<Asset> {
	if coins > 0 {
		goods.push(Asset::Coins(coins));
	}
	goods
}

fn fits(wanted: &Wanted, asset: &Asset) -> bool {
	let is = |id: UniqueId| asset.unique().is_some_and(|(it, _)| it == id);
	match wanted {
		Wanted::Asset(wanted) => wanted == asset,
		Wanted::OfKind(_) | Wanted::InCollection(CollectionId(0)) => is(SWORD),
		Wanted::InCollection(_) => is(BUCKLER),
		Wanted::ParcelIn { .. } => is(PARCEL),
	}
}

fn cancellation(how: u8, number: OrderNumber) -> Cancellation {
	match how {
		0..=5 => Cancellation::One { lane: 1, number },
		6..=7 => Cancellation::Below { lane: 1, number },
		_ => Cancellation::All,
	}
}

/// Does it on the chain. A trade that is refused is not done.
fn perform(step: &Step, model: &Model) -> DispatchResult {
	let origin = RuntimeOrigin::signed(model.actor(step));
	match step.action {
		Action::List { seller, goods, price, falls, lots, buyer, limit, blocks } => {
			let (lot, price) = (side(&model.assets(goods)), model.price(price, falls));
			let until = model.now + blocks;
			Market::list(origin, WORLD, seller, lot, price, lots, buyer, limit, until)
		},
		Action::Offer { bidder, price, wish, lots, blocks } => {
			let (wanted, until) = (model.wanted(wish), model.now + blocks);
			Market::offer(origin, WORLD, bidder, price, wanted, lots, until)
		},
		Action::Barter { maker, taker, give, coins, want, limit, blocks } => {
			let give = side(&barter_side(model.assets(give), coins));
			let (want, until) = (side(&model.assets(want)), model.now + blocks);
			Market::barter(origin, WORLD, maker, taker, give, want, limit, until)
		},
		Action::Buy { order, buyer, lots, max_price } => {
			Market::buy(origin, model.order_id(order), buyer, lots, max_price)
		},
		Action::AcceptOffer { order, seller, goods } => {
			let asset = model.assets(goods)[0];
			Market::accept_offer(origin, model.order_id(order), seller, asset, ALL)
		},
		Action::AcceptBarter { order } => Market::accept_barter(origin, model.order_id(order), ALL),
		Action::Cancel { order } => Market::cancel(origin, model.order_id(order)),
		Action::Sweep { order } => Market::sweep(origin, model.order_id(order)),
		Action::Open { seller, goods, reserve, raise, blocks, extension, limit } => {
			let lot = side(&model.assets(goods));
			let ends = model.now + blocks;
			let latest = ends + 4;
			Market::open_auction(
				origin, WORLD, seller, lot, reserve, raise, ends, extension, latest, limit,
			)
		},
		Action::Bid { auction, bidder, amount } => {
			Market::bid(origin, model.auction_id(auction), bidder, amount)
		},
		Action::CancelAuction { auction } => {
			Market::cancel_auction(origin, model.auction_id(auction))
		},
		Action::CloseAuction { auction } => {
			Market::close_auction(origin, model.auction_id(auction))
		},
		Action::Settle { maker, taker, order, acceptance, lots } => {
			let number = model.number(taker, acceptance);
			let acceptance =
				Acceptance { lots, number, valid_until: 50_000, ..acceptance_of(taker) };
			let trade = sign(model.order_of(maker, order), acceptance);
			let seq = Market::last_batch(WORLD).map_or(1, |last| last.seq + 1);
			settle(seq, [trade]).map_err(|it| it.error)?;
			match last_event() {
				crate::Event::BatchSettled { refused, .. } if refused.is_empty() => Ok(()),
				_ => Err("refused".into()),
			}
		},
		Action::CancelSigned { avatar, how, number } => {
			let what = cancellation(how, model.number(avatar, number));
			Market::cancel_signed(origin, avatar, what)
		},
		Action::GiveAway { thing, to } => {
			if holding(THINGS[thing]).lock.is_some() {
				return Err("locked".into());
			}
			give_away(THINGS[thing], to);
			Ok(())
		},
		Action::Change { thing } => {
			change(THINGS[thing]);
			Ok(())
		},
		Action::SetRoyalty { kind, rate } => {
			set_royalty(kind, rate);
			Ok(())
		},
		Action::SetOffered { avatar, offered } => {
			if offered {
				Players::offer(avatar);
			} else {
				Players::withdraw_offer(avatar);
			}
			Ok(())
		},
		Action::Sell { avatar, to } => {
			Players::sell(avatar, owner(to));
			Ok(())
		},
		Action::SetSuspended { suspended } => {
			if suspended {
				TheWorld::suspend();
			} else {
				TheWorld::resume();
			}
			Ok(())
		},
		Action::Wait { blocks } => {
			go_to(model.now + blocks);
			Ok(())
		},
	}
}

/// The name of an action.
fn name(action: &Action) -> String {
	let shown = format!("{action:?}");
	shown.split(' ').next().unwrap_or_default().to_owned()
}

/// As many sequences as the environment asks for, in a deep run; few otherwise.
fn config() -> ProptestConfig {
	if std::env::var_os("PROPTEST_CASES").is_some() {
		ProptestConfig::default()
	} else {
		ProptestConfig::with_cases(64)
	}
}

/// A world with goods, in which nobody runs out of money for deposits.
fn with_money(test: impl FnOnce()) {
	with_goods(|| {
		for avatar in EVERYONE {
			let root = RuntimeOrigin::root();
			Balances::force_set_balance(root, owner(avatar), MONEY).expect("it is root");
		}
		test();
	});
}

proptest! {
	#![proptest_config(config())]

	/// Every call against plain records; the invariants hold after each, and no coin comes or goes.
	#[test]
	fn the_market_is_as_plain_records_would_have_it(
		steps in prop::collection::vec(step(), 1..120),
	) {
		with_money(|| {
			let mut model = Model::new();
			for step in steps {
				let performed = perform(&step, &model);
				let expected = model.apply(&step);
				assert_eq!(performed.is_ok(), expected, "{step:?}: {performed:?}");
				model.assert_is_the_chain();
				check();
			}
		});
	}
}

/// Sequences that are refused from end to end would show nothing.
#[test]
fn every_call_succeeds_in_some_sequence() {
	const CALLS: [&str; 14] = [
		"List",
		"Offer",
		"Barter",
		"Buy",
		"AcceptOffer",
		"AcceptBarter",
		"Cancel",
		"Sweep",
		"Open",
		"Bid",
		"CancelAuction",
		"CloseAuction",
		"Settle",
		"CancelSigned",
	];
	let mut runner = TestRunner::deterministic();
	let sequences = prop::collection::vec(step(), 120);
	let mut missing = BTreeSet::from(CALLS.map(String::from));
	for _ in 0..256 {
		let steps = sequences.new_tree(&mut runner).expect("nothing is filtered").current();
		with_money(|| {
			let mut model = Model::new();
			for step in steps {
				if perform(&step, &model).is_ok() {
					missing.remove(&name(&step.action));
				}
				model.apply(&step);
			}
		});
		if missing.is_empty() {
			return;
		}
	}
	panic!("{missing:?}");
}
