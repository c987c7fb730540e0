// SPDX-License-Identifier: Apache-2.0
use super::{by, by_anyone, Deed, Verb};
use crate::{
	dice::Dice,
	state::{
		avatars, goods, kinds, now, orders, owner, payers, some_avatar, some_expiry, some_world,
	},
};
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::AccountId,
	fee::{MAX_ROYALTY, MAX_WORLD_FEE},
	ids::{AvatarId, CollectionId, OrderId},
	land::Area,
	order::Cancellation,
};
use freehold_runtime::{constants::UNIT, Avatars, Market};
use freehold_tests::{
	market::{side, ANY},
	names::*,
	stage::{new_sword, BOUNDS},
};
use pallet_market::{Price, RestingOrder, Want, Wanted};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("list", 8, list),
	Verb::new("buy", 8, buy),
	Verb::new("offer", 6, offer),
	Verb::new("accept_offer", 6, accept_offer),
	Verb::new("barter", 5, barter),
	Verb::new("accept_barter", 6, accept_barter),
	Verb::new("cancel", 2, cancel),
	Verb::new("sweep", 6, sweep),
	Verb::new("cancel_signed", 2, cancel_signed),
];

/// No order.
const NONE: OrderId = OrderId(9_999);

type Resting = RestingOrder<AccountId>;

/// The orders of which this is true.
fn such(is: impl Fn(OrderId, &Resting) -> bool) -> Vec<(OrderId, Resting)> {
	orders().into_iter().filter(|(order, details)| is(*order, details)).collect()
}

/// Something that somebody has, and another thing of theirs every now and then.
pub(super) fn some_lot(dice: &Dice) -> Option<(AvatarId, Assets)> {
	let goods = goods(dice);
	let (seller, first) = dice.of_or(goods.clone(), || (some_avatar(dice), new_sword(99)))?;
	let others = goods.into_iter().filter(|(avatar, it)| *avatar == seller && *it != first);
	let second = (dice.below(4) == 0).then(|| dice.of(others)).flatten();
	let lot: Vec<_> = [Some(first), second.map(|(_, asset)| asset)].into_iter().flatten().collect();
	Some((seller, side(&lot)))
}

/// Mostly enough for any fee and royalty.
pub(super) fn some_deduction(dice: &Dice) -> u16 {
	match dice.below(8) {
		0 => 0,
		1 => MAX_WORLD_FEE,
		2 => MAX_ROYALTY,
		_ => ANY,
	}
}

fn some_price(dice: &Dice) -> Price {
	let start = if dice.rarely() { 0 } else { 1 + dice.amount(60 * UNIT) };
	if dice.coin() {
		return Price::fixed(start);
	}
	let end = 1 + dice.amount(start);
	let from = now() + dice.below(6);
	Price { start, end, from, to: from + dice.below(20) }
}

fn list(dice: &Dice) -> Option<Deed> {
	let (seller, lot) = some_lot(dice)?;
	let is_divisible = lot.iter().all(|asset| asset.unique().is_none());
	let lots = if is_divisible || dice.rarely() { 1 + dice.below(3) } else { 1 };
	let buyer = (dice.below(6) == 0).then(|| some_avatar(dice));
	let call = MarketCall::list {
		world: some_world(dice),
		seller,
		lot,
		price: some_price(dice),
		lots,
		buyer,
		max_deduction: some_deduction(dice),
		until: some_expiry(dice),
	};
	by(owner(seller), call)
}

/// A listing, and who would buy how many lots of it.
fn some_purchase(dice: &Dice) -> Option<(OrderId, AvatarId, u32)> {
	let mut possible = Vec::new();
	for (order, details) in such(|_, it| matches!(it.want, Want::Price(_))) {
		let lots = 1 + dice.below(details.lots);
		let buyers = details.taker.map_or_else(avatars, |only| vec![only]);
		let buyers = buyers.into_iter().filter(|it| Market::preview_buy(order, *it, lots).is_ok());
		possible.extend(buyers.map(|buyer| (order, buyer, lots)));
	}
	let any = || {
		let order = dice.of(orders()).map_or(NONE, |(order, _)| order);
		(order, some_avatar(dice), dice.below(4))
	};
	dice.of_or(possible, any)
}

fn buy(dice: &Dice) -> Option<Deed> {
	let (order, buyer, lots) = some_purchase(dice)?;
	let price = Market::price(order).unwrap_or(UNIT) * u128::from(lots);
	let max_price = price.saturating_sub(u128::from(dice.rarely()));
	by(owner(buyer), MarketCall::buy { order, buyer, lots, max_price })
}

fn some_wanted(dice: &Dice) -> Wanted {
	match dice.below(6) {
		0 | 1 => Wanted::Asset(dice.of(goods(dice)).map_or(new_sword(99), |(_, asset)| asset)),
		2 => Wanted::InCollection(CollectionId(dice.below(3))),
		3 => Wanted::ParcelIn { world: some_world(dice), area: some_land(dice) },
		_ => {
			let kind = dice.of(kinds()).map(|(kind, _)| kind);
			kind.map_or(Wanted::InCollection(CollectionId(0)), Wanted::OfKind)
		},
	}
}

/// Rarely with no place in it.
fn some_land(dice: &Dice) -> Area {
	if dice.rarely() {
		Area { min: BOUNDS.max, max: BOUNDS.min }
	} else {
		BOUNDS
	}
}

fn offer(dice: &Dice) -> Option<Deed> {
	let wanted = some_wanted(dice);
	let price = if dice.rarely() { 0 } else { 1 + dice.amount(60 * UNIT) };
	let is_unique = matches!(wanted, Wanted::Asset(asset) if asset.unique().is_some());
	let lots = if is_unique && !dice.rarely() { 1 } else { 1 + dice.below(3) };
	let bidder = dice.of_or(payers(price * u128::from(lots)), || some_avatar(dice))?;
	let (world, until) = (some_world(dice), some_expiry(dice));
	by(owner(bidder), MarketCall::offer { world, bidder, price, wanted, lots, until })
}

/// An offer, and who would give what for it.
fn some_acceptance(dice: &Dice) -> Option<(OrderId, AvatarId, Asset)> {
	let goods = goods(dice);
	let mut possible = Vec::new();
	for (order, details) in such(|_, it| matches!(it.want, Want::Any(_))) {
		// An amount of units has to be just what is wanted.
		let wanted = match details.want {
			Want::Any(Wanted::Asset(asset)) => Some(asset),
			_ => None,
		};
		let given = goods.iter().map(|(avatar, asset)| (order, *avatar, wanted.unwrap_or(*asset)));
		possible.extend(given.filter(|(order, seller, asset)| {
			Market::preview_accept_offer(*order, *seller, *asset).is_ok()
		}));
	}
	let any = || {
		let order = dice.of(orders()).map_or(NONE, |(order, _)| order);
		let (seller, asset) = dice.of(goods.clone()).unwrap_or((some_avatar(dice), new_sword(0)));
		(order, seller, asset)
	};
	dice.of_or(possible, any)
}

fn accept_offer(dice: &Dice) -> Option<Deed> {
	let (order, seller, asset) = some_acceptance(dice)?;
	let max_deduction = some_deduction(dice);
	by(owner(seller), MarketCall::accept_offer { order, seller, asset, max_deduction })
}

/// Mostly one thing for another, and some coins on either side.
fn barter(dice: &Dice) -> Option<Deed> {
	let goods = goods(dice);
	let (maker, given) = dice.of(goods.clone())?;
	let others = goods.into_iter().filter(|(avatar, _)| *avatar != maker);
	let (taker, wanted) = dice.of_or(others, || (maker, given))?;
	let with_coins = |asset: Asset| {
		let coins = (dice.below(3) == 0).then(|| Asset::Coins(dice.amount(30 * UNIT)));
		let both: Vec<_> = [Some(asset), coins].into_iter().flatten().collect();
		side(&both)
	};
	let call = MarketCall::barter {
		world: some_world(dice),
		maker,
		taker,
		give: with_coins(given),
		want: with_coins(wanted),
		max_deduction: some_deduction(dice),
		until: some_expiry(dice),
	};
	by(owner(maker), call)
}

fn accept_barter(dice: &Dice) -> Option<Deed> {
	let possible = such(|order, it| {
		let is_barter = matches!(it.want, Want::Assets(_));
		is_barter && (dice.rarely() || Market::preview_accept_barter(order).is_ok())
	});
	let (order, details) = dice.of(possible)?;
	let max_deduction = some_deduction(dice);
	let who = details.taker.and_then(owner);
	by(who, MarketCall::accept_barter { order, max_deduction })
}

fn cancel(dice: &Dice) -> Option<Deed> {
	let (order, maker) = match dice.of(orders()) {
		Some((order, details)) if !dice.rarely() => (order, details.maker),
		_ => (NONE, some_avatar(dice)),
	};
	by(owner(maker), MarketCall::cancel { order })
}

/// Whether the order does not count any more, or only rarely.
fn is_over(details: &Resting) -> bool {
	let avatar = Avatars::avatar(details.maker);
	let same = avatar.is_some_and(|it| it.owner == details.payer && it.tenure == details.tenure);
	details.until < now() || !same
}

fn sweep(dice: &Dice) -> Option<Deed> {
	let over = such(|_, details| is_over(details)).into_iter().map(|(order, _)| order);
	let any = || dice.of(orders()).map_or(NONE, |(order, _)| order);
	let order = dice.of_or(over, any)?;
	by_anyone(dice, MarketCall::sweep { order })
}

/// Seldom all: much of what is signed counts no more then.
fn cancel_signed(dice: &Dice) -> Option<Deed> {
	let avatar = some_avatar(dice);
	let lane = u8::try_from(dice.below(3)).unwrap_or_default();
	let number = dice.below(64);
	let what = match dice.below(12) {
		0 => Cancellation::All,
		1 => Cancellation::Below { lane, number },
		_ => Cancellation::One { lane, number },
	};
	by(owner(avatar), MarketCall::cancel_signed { avatar, what })
}
