// SPDX-License-Identifier: Apache-2.0
use super::{
	by, by_anyone,
	market::{some_deduction, some_lot},
	Deed, Verb,
};
use crate::{
	dice::Dice,
	state::{auctions, now, owner, payers, some_avatar, some_world},
};
use freehold_primitives::{
	chain::AccountId,
	ids::{AuctionId, AvatarId},
};
use freehold_runtime::constants::UNIT;
use freehold_tests::names::*;
use pallet_market::Auction;

pub(super) const VERBS: &[Verb] = &[
	Verb::new("open_auction", 6, open_auction),
	Verb::new("bid", 8, bid),
	Verb::new("cancel_auction", 3, cancel_auction),
	Verb::new("close_auction", 6, close_auction),
];

/// No auction.
const NONE: AuctionId = AuctionId(9_999);

type Open = Auction<AccountId>;

/// Mostly an auction of which this is true.
fn some_auction(dice: &Dice, is: impl Fn(&Open) -> bool) -> (AuctionId, Option<Open>) {
	let any = dice.rarely();
	let fit = auctions().into_iter().filter(|(_, details)| any || is(details));
	dice.of(fit).map_or((NONE, None), |(auction, details)| (auction, Some(details)))
}

fn open_auction(dice: &Dice) -> Option<Deed> {
	let (seller, lot) = some_lot(dice)?;
	let ends = now() + dice.below(12);
	let call = MarketCall::open_auction {
		world: some_world(dice),
		seller,
		lot,
		reserve: if dice.rarely() { 0 } else { 1 + dice.amount(20 * UNIT) },
		least_raise: 1 + dice.amount(3 * UNIT),
		ends,
		extension: dice.below(6),
		latest: ends + dice.below(12) - u32::from(dice.rarely() && ends > 0),
		max_deduction: some_deduction(dice),
	};
	by(owner(seller), call)
}

/// Mostly what is least, or a little more.
fn bid(dice: &Dice) -> Option<Deed> {
	let (auction, details) = some_auction(dice, |it| now() <= it.ends);
	let least = details.as_ref().and_then(Auction::least_bid).unwrap_or(UNIT);
	let amount = least.saturating_sub(u128::from(dice.rarely())) + dice.amount(2 * UNIT);
	let seller = details.map(|it| it.seller);
	let others = payers(amount).into_iter().filter(|it| Some(*it) != seller);
	let bidder: AvatarId = dice.of_or(others, || some_avatar(dice))?;
	by(owner(bidder), MarketCall::bid { auction, bidder, amount })
}

fn cancel_auction(dice: &Dice) -> Option<Deed> {
	let (auction, details) = some_auction(dice, |it| it.best.is_none());
	let who = details.and_then(|it| owner(it.seller));
	by(who, MarketCall::cancel_auction { auction })
}

fn close_auction(dice: &Dice) -> Option<Deed> {
	let (auction, _) = some_auction(dice, |it| it.ends < now());
	by_anyone(dice, MarketCall::close_auction { auction })
}
