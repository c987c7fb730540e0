// SPDX-License-Identifier: Apache-2.0
//! What it weighs to settle a batch: before, the worst that can come; afterwards, what came.

use crate::{Config, Pallet, WeightInfo};
use frame_support::{traits::Get, weights::Weight};
use freehold_primitives::{
	asset::Asset,
	order::{Order, OrderSignature, Trade},
	settlement::{Refusal, Settlement, Touched},
};
use sp_runtime::SaturatedConversion;

/// The purse that the world's fee goes to.
const FEE: Touched = Touched { read: 1, written: 1 };

/// The purses of both sides, and the devices that sign for them.
const TRADE: Touched = Touched { read: 4, written: 4 };

/// What there is of an item that coins pay for: it, its kind, and what its creators can collect. The
/// benchmark of assets has such.
const ITEM: Touched = Touched { read: 3, written: 2 };

/// What there can be to do at most.
#[derive(Clone, Copy, Debug, Default)]
struct Work {
	/// Trades.
	trades: u32,
	/// What changes hands in them beside coins.
	assets: u32,
	/// The records of these assets, and of orders that are filled in parts, if each is another.
	records: Touched,
}

impl Work {
	/// That of settling these trades.
	fn of(trades: &[Trade]) -> Self {
		let mut work = Self::default();
		for Trade { order, .. } in trades {
			work.add(order);
		}
		work
	}

	fn add(&mut self, order: &Order) {
		self.trades = self.trades.saturating_add(1);
		for (side, other) in [(&order.give, &order.want), (&order.want, &order.give)] {
			let is_paid = has_coins(other);
			for asset in side.iter().filter(|asset| !is_coins(asset)) {
				self.assets = self.assets.saturating_add(1);
				self.records.add(records(asset, is_paid));
			}
		}
		if order.lots > 1 {
			// How much of it is left.
			self.records.add(Touched { read: 1, written: 1 });
		}
	}

	/// What it weighs if every signature is good, and verified with all others. The records are on
	/// those of as many items, but for what they have more.
	fn weight<T: Config>(self) -> Weight {
		let Touched { read, written } = self.records.without(self.items());
		let assets = T::WeightInfo::settle_items(self.assets)
			.saturating_sub(T::WeightInfo::settle(self.assets));
		T::WeightInfo::settle(self.trades)
			.saturating_add(assets)
			.saturating_add(T::DbWeight::get().reads_writes(read.into(), written.into()))
	}

	/// The records that this weight is of.
	fn charged(self) -> Touched {
		let mut charged = FEE;
		charged.add(TRADE.times(self.trades));
		charged.add(self.items());
		charged.add(self.records.without(self.items()));
		charged
	}

	/// The records of as many items as there are assets.
	fn items(self) -> Touched {
		ITEM.times(self.assets)
	}
}

fn is_coins(asset: &Asset) -> bool {
	matches!(asset, Asset::Coins(_))
}

fn has_coins(side: &[Asset]) -> bool {
	side.iter().any(is_coins)
}

/// The records of an asset beside purses. Of whatever is an item, or units, the kind is one of them:
/// it says whether they change hands at all. If coins pay for them, one more is what their kind's
/// creators can collect. Of a parcel, the estate is one that it may be part of: it says whose it is
/// then.
fn records(asset: &Asset, is_paid: bool) -> Touched {
	let royalty = u32::from(is_paid);
	let (only_read, written) = match asset {
		Asset::Coins(_) => (0, 0),
		Asset::Estate { .. } => (0, 1),
		Asset::Parcel { .. } => (1, 1),
		Asset::Item { .. } => (1, 1u32.saturating_add(royalty)),
		Asset::Units { .. } => (1, 2u32.saturating_add(royalty)),
	};
	Touched { read: written.saturating_add(only_read), written }
}

/// Whether a signature was bad, of which finding out is dear.
fn is_forged((_, refusal): &(u32, Refusal)) -> bool {
	matches!(refusal, Refusal::BadOrderSignature | Refusal::BadAcceptanceSignature)
}

/// Whether both signatures are verified with those of all other trades. Others than Ed25519 are
/// verified by themselves, good or bad, which takes as much as finding a bad one.
fn is_signed_for_batches(trade: &Trade) -> bool {
	let signatures = [&trade.order_signature, &trade.acceptance_signature];
	signatures.into_iter().all(|it| matches!(it, OrderSignature::Ed25519(_)))
}

impl<T: Config> Pallet<T> {
	/// What it weighs to settle these trades, if every record is another and every signature bad or
	/// to be verified by itself.
	pub(crate) fn weight_of(trades: &[Trade]) -> Weight {
		let forged = T::WeightInfo::settle_forged(trades.len().saturated_into());
		Work::of(trades).weight::<T>().saturating_add(forged)
	}

	/// What it weighed to settle these trades in this way: less by each record that many of them
	/// have in common, and much less if all signed with Ed25519 and nobody forged a signature.
	pub(super) fn weight_after(trades: &[Trade], settlement: &Settlement) -> Weight {
		let work = Work::of(trades);
		let at_once = trades.iter().all(is_signed_for_batches);
		let weight = if at_once && !settlement.refused.iter().any(is_forged) {
			work.weight::<T>()
		} else {
			Self::weight_of(trades)
		};
		let Touched { read, written } = work.charged().without(settlement.touched);
		weight.saturating_sub(T::DbWeight::get().reads_writes(read.into(), written.into()))
	}

	/// What it weighed to look at these trades and settle none of them.
	pub(crate) fn weight_of_nothing(trades: &[Trade]) -> Weight {
		T::WeightInfo::settle_again(trades.len().saturated_into())
	}
}
