// SPDX-License-Identifier: Apache-2.0
//! The settlement kernel: the one way in which assets change hands for something in return.
//!
//! [`settle`] takes a batch of trades that players signed and a [`Store`] of records. It loads
//! each record once, applies the trades in memory one after the other, and writes back each record
//! that changed once. A trade happens whole or not at all, and a refused one changes nothing.
//!
//! It is plain Rust over a trait, without FRAME, so that it runs natively under test.

mod authorise;
mod ledger;
mod refusal;
mod store;

#[cfg(test)]
mod tests;

pub use ledger::{Deal, Ledger};
pub use refusal::Refusal;
pub use store::Store;

use crate::{
	asset::{Asset, Assets},
	chain::{BlockNumber, Hash},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, WorldId},
	order::{Trade, MAX_LIFETIME},
	purse::LaneIndex,
};
use alloc::vec::Vec;
use authorise::Authority;

/// One of the keys that sign for an avatar.
type Key = (AvatarId, LaneIndex);

/// What all trades of a batch have in common.
#[derive(Clone, Debug)]
pub struct Context {
	/// Hash of the chain's first block, which every order names.
	pub genesis: Hash,
	/// The block in which they are settled.
	pub now: BlockNumber,
	/// The world that settles them.
	pub world: WorldId,
	/// What the world keeps of payments.
	pub fee: Option<Fee>,
}

impl Context {
	fn fee_rate(&self) -> BasisPoints {
		self.fee.map_or(0, |fee| fee.rate)
	}
}

/// Settles the trades in their order and returns those that were refused, each by its place in
/// the batch and with the reason. All others happened.
pub fn settle<S: Store>(context: &Context, trades: &[Trade], store: &mut S) -> Vec<(u32, Refusal)> {
	let Authority { verdicts, limited } = authorise::verify(context, trades, store);
	let mut ledger = Ledger::new(store).with_limits(limited);
	let mut refused = Vec::new();
	for ((place, trade), verdict) in (0u32..).zip(trades).zip(verdicts) {
		let outcome = verdict.and_then(|()| ledger.atomically(|it| apply(it, context, trade)));
		if let Err(refusal) = outcome {
			refused.push((place, refusal));
		}
	}
	ledger.commit();
	refused
}

/// What can be said of a trade without any record.
fn ensure_timely(context: &Context, trade: &Trade) -> Result<(), Refusal> {
	let Trade { order, acceptance, .. } = trade;
	if !order.is_well_formed() {
		return Err(Refusal::Malformed);
	}
	if order.world != context.world {
		return Err(Refusal::WrongWorld);
	}
	if order.maker == acceptance.taker {
		return Err(Refusal::SelfTrade);
	}
	if order.taker.is_some_and(|taker| taker != acceptance.taker) {
		return Err(Refusal::WrongTaker);
	}
	if !(order.min_lots..=order.lots).contains(&acceptance.lots) {
		return Err(Refusal::LotsOutOfRange);
	}
	for valid_until in [order.valid_until, acceptance.valid_until] {
		let left = valid_until.checked_sub(context.now).ok_or(Refusal::Expired)?;
		if left > MAX_LIFETIME {
			return Err(Refusal::LivesTooLong);
		}
	}
	// Each side's limit counts where it is paid.
	for (paid, limit) in
		[(&order.want, order.max_deduction), (&order.give, acceptance.max_deduction)]
	{
		if has_coins(paid) && context.fee_rate() > limit {
			return Err(Refusal::DeductionTooHigh);
		}
	}
	Ok(())
}

fn has_coins(side: &Assets) -> bool {
	side.iter().any(|asset| matches!(asset, Asset::Coins(_)))
}

fn apply<S: Store>(
	ledger: &mut Ledger<'_, S>,
	context: &Context,
	trade: &Trade,
) -> Result<(), Refusal> {
	let Trade { order, acceptance, .. } = trade;
	ledger.spend(order.maker, order.lane, order.number)?;
	ledger.spend(acceptance.taker, acceptance.lane, acceptance.number)?;
	// What a device gives away counts because it signed: an exchange of itself has no limits.
	ledger.count((order.maker, order.lane), &order.give, acceptance.lots)?;
	ledger.count((acceptance.taker, acceptance.lane), &order.want, acceptance.lots)?;
	ledger.exchange(&Deal {
		maker: order.maker,
		taker: acceptance.taker,
		give: &order.give,
		want: &order.want,
		lots: acceptance.lots,
		fee: context.fee,
	})
}
