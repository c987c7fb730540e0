// SPDX-License-Identifier: Apache-2.0
//! Trades: drafted, spoiled where a test wants it, signed and settled.

use crate::{
	chain::Chain,
	keyring::{Hand, Key, Player},
	market::{side, ANY},
	names::{MarketCall, MarketEvent},
};
use frame_support::BoundedVec;
use freehold_primitives::{
	asset::Asset,
	chain::{BlockNumber, Hash},
	ids::WorldId,
	order::{Acceptance, Order, Trade},
	settlement::Refusal,
};
use freehold_runtime::{Market, Runtime, RuntimeEvent};

/// For how many blocks a draft is valid.
pub const LIFETIME: BlockNumber = 100;

/// The trades of one call.
pub type Batch = BoundedVec<Trade, <Runtime as pallet_market::Config>::MaxTrades>;

/// What two players agreed on, before they sign it.
#[derive(Clone)]
pub struct Bargain {
	/// What the maker will sign.
	pub order: Order,
	/// What the taker will sign.
	pub acceptance: Acceptance,
	/// What the maker signs with.
	pub maker: Key,
	/// What the taker signs with.
	pub taker: Key,
	/// The chain that both sign for.
	pub genesis: Hash,
}

impl Bargain {
	/// One asset for another, in one lot, for as long as [`LIFETIME`], at any fee and
	/// royalty.
	pub fn new(
		chain: &Chain,
		world: WorldId,
		(maker, give): (&Hand, Asset),
		(taker, want): (&Hand, Asset),
	) -> Self {
		let valid_until = chain.now() + LIFETIME;
		let order = Order {
			world,
			maker: maker.avatar,
			lane: maker.lane,
			taker: None,
			give: side(&[give]),
			want: side(&[want]),
			lots: 1,
			min_lots: 1,
			max_deduction: ANY,
			number: maker.number(),
			valid_until,
		};
		let acceptance = Acceptance {
			taker: taker.avatar,
			lane: taker.lane,
			lots: 1,
			max_deduction: ANY,
			number: taker.number(),
			valid_until,
		};
		Self {
			order,
			acceptance,
			maker: maker.key.clone(),
			taker: taker.key.clone(),
			genesis: chain.genesis(),
		}
	}

	/// The same, but for this.
	#[must_use]
	pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
		change(&mut self);
		self
	}

	/// Signed by both.
	pub fn sign(self) -> Trade {
		let Self { order, acceptance, maker, taker, genesis } = self;
		let order_signature = maker.sign(&order.signing_bytes(&genesis));
		let acceptance_bytes = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
		let acceptance_signature = taker.sign(&acceptance_bytes);
		Trade { order, order_signature, acceptance, acceptance_signature }
	}
}

/// Trades as the call takes them.
///
/// # Panics
/// If there are more than one call can settle.
pub fn batch(trades: impl IntoIterator<Item = Trade>) -> Batch {
	let trades: Vec<_> = trades.into_iter().collect();
	trades.try_into().expect("a test settles no more than a call can")
}

/// The number of the world's next batch.
pub fn next_seq(world: WorldId) -> u64 {
	Market::last_batch(world).map_or(1, |last| last.seq + 1)
}

/// Settles trades as the world's next batch, and returns those that were refused, by their place.
///
/// # Panics
/// If `who` may not settle for the world.
#[track_caller]
pub fn settle(
	chain: &Chain,
	who: Player,
	world: WorldId,
	trades: impl IntoIterator<Item = Trade>,
) -> Vec<(u32, Refusal)> {
	let seq = next_seq(world);
	chain.must(who, MarketCall::settle { world, seq, trades: batch(trades) });
	match chain.last_event() {
		RuntimeEvent::Market(MarketEvent::BatchSettled { seq: settled, refused, .. })
			if settled == seq =>
		{
			refused
		},
		other => panic!("batch {seq} was not settled: {other:?}"),
	}
}
