// SPDX-License-Identifier: Apache-2.0
//! What the market does.

use super::{
	actions::{barter_side, cancellation, Action, Step, THINGS},
	model::Model,
};
use crate::mock::*;
use freehold_primitives::order::Acceptance;
use sp_runtime::DispatchResult;

/// Does it on the chain. A trade that is refused is not done.
pub(super) fn perform(step: &Step, model: &Model) -> DispatchResult {
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
