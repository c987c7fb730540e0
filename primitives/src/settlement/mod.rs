// SPDX-License-Identifier: Apache-2.0
//! The settlement kernel: the one way in which assets change hands for something in return.
//!
//! [`settle`] takes a batch of trades that players signed and a [`Store`] of records. It loads
//! each record once, applies the trades in memory one after the other, and writes back each record
//! that changed once. A trade happens whole or not at all, and a refused one changes nothing.
//! Whatever else moves assets for something, such as a listing, does so by the same [`Ledger`].
//!
//! It is plain Rust over a trait, without FRAME, so that it runs natively under test.

mod authorise;
mod ledger;
mod proceeds;
mod refusal;
mod store;

#[cfg(test)]
mod tests;

pub use ledger::{Deal, Ledger, Pledge, Touched};
pub use proceeds::{royalty_rate, Proceeds, Receipt};
pub use refusal::Refusal;
pub use store::{Store, Terms};

use crate::{
	chain::{BlockNumber, Hash},
	fee::Fee,
	ids::{AvatarId, WorldId},
	order::{Acceptance, Order, Trade, MAX_LIFETIME},
	purse::LaneIndex,
};
use alloc::vec::Vec;
use authorise::{Authority, Keys};
use sp_runtime::DispatchError;

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

/// What became of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
	/// The trades that were refused, each by its place in the batch and with the reason. All others
	/// happened.
	pub refused: Vec<(u32, Refusal)>,
	/// The records that it had to do with.
	pub touched: Touched,
}

/// Settles the trades in their order.
///
/// # Errors
/// If the store can't write what was settled: nothing of the batch counts then, and whatever was
/// written has to be undone.
pub fn settle<S: Store>(
	context: &Context,
	trades: &[Trade],
	store: &mut S,
) -> Result<Settlement, DispatchError> {
	let Authority { verdicts, signers, limited } = authorise::verify(context, trades, store);
	let mut ledger = Ledger::new(store).with_limits(limited);
	let mut refused = Vec::new();
	for ((place, trade), verdict) in (0u32..).zip(trades).zip(verdicts) {
		let Trade { order, acceptance, .. } = trade;
		let outcome = verdict
			.and_then(|hash| ledger.atomically(|it| apply(it, context, order, hash, acceptance)));
		if let Err(refusal) = outcome {
			refused.push((place, refusal));
		}
	}
	let mut touched = ledger.commit()?;
	touched.add(Touched { read: signers, written: 0 });
	Ok(Settlement { refused, touched })
}

/// Has the host verify, and remember, the signatures of trades that are to be settled soon, and
/// returns how many of them are valid. Writes nothing, and decides nothing: what is not remembered
/// by then is verified when they are settled.
pub fn verify_ahead<S: Store>(context: &Context, trades: &[Trade], store: &S) -> usize {
	authorise::verify_ahead(context, trades, store)
}

/// What both sides would get if the order were accepted now, in all but the signatures, which
/// nobody needs to have made. Writes nothing.
///
/// # Errors
/// The reason for which the trade would be refused.
pub fn preview<S: Store>(
	context: &Context,
	order: &Order,
	acceptance: &Acceptance,
	store: &mut S,
) -> Result<Receipt, Refusal> {
	ensure_timely(context, order, acceptance)?;
	let mut keys = Keys::new(context, store);
	keys.signer(order.maker, order.lane)?;
	keys.signer(acceptance.taker, acceptance.lane)?;
	let limited = keys.limited();
	let hash = order.hash(&context.genesis);
	let mut ledger = Ledger::new(store).with_limits(limited);
	apply(&mut ledger, context, order, hash, acceptance)
}

/// What can be said of a trade without any record.
fn ensure_timely(context: &Context, order: &Order, acceptance: &Acceptance) -> Result<(), Refusal> {
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
	if !(1..=order.lots).contains(&acceptance.lots) {
		return Err(Refusal::LotsOutOfRange);
	}
	for valid_until in [order.valid_until, acceptance.valid_until] {
		let left = valid_until.checked_sub(context.now).ok_or(Refusal::Expired)?;
		if left > MAX_LIFETIME {
			return Err(Refusal::LivesTooLong);
		}
	}
	Ok(())
}

fn apply<S: Store>(
	ledger: &mut Ledger<'_, S>,
	context: &Context,
	order: &Order,
	hash: Hash,
	acceptance: &Acceptance,
) -> Result<Receipt, Refusal> {
	ledger.fill(order, hash, acceptance.lots, context.now)?;
	ledger.spend(acceptance.taker, acceptance.lane, acceptance.number)?;
	// What a device gives away counts because it signed: an exchange of itself has no limits.
	ledger.count((order.maker, order.lane), &order.give, acceptance.lots)?;
	ledger.count((acceptance.taker, acceptance.lane), &order.want, acceptance.lots)?;
	ledger.exchange(&Deal {
		world: context.world,
		maker: order.maker,
		taker: acceptance.taker,
		give: &order.give,
		want: &order.want,
		lots: acceptance.lots,
		fee: context.fee,
		maker_limit: order.max_deduction,
		taker_limit: acceptance.max_deduction,
		binding: false,
	})
}
