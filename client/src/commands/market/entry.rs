// SPDX-License-Identifier: Apache-2.0
//! How orders and auctions are told.

use crate::{
	commands::{assets, unknown},
	failure::Failure,
	parse,
};
use clap::ValueEnum;
use freehold_client::{
	records::{Auction, RestingOrder, Want, Wanted},
	Snapshot,
};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	ids::{AuctionId, OrderId},
};
use serde_json::{json, Value};

/// What the maker of an order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Side {
	/// Gives assets for coins.
	Sell,
	/// Gives coins for an asset.
	Buy,
	/// Gives assets for others.
	Barter,
}

impl Side {
	pub fn of(order: &RestingOrder) -> Self {
		match order.want {
			Want::Price(_) => Self::Sell,
			Want::Any(_) => Self::Buy,
			Want::Assets(_) => Self::Barter,
		}
	}

	pub fn name(self) -> &'static str {
		match self {
			Self::Sell => "sell",
			Self::Buy => "buy",
			Self::Barter => "barter",
		}
	}
}

/// An order that is known to be there.
pub async fn order(state: &Snapshot, id: OrderId) -> Result<RestingOrder, Failure> {
	state.order(id).await?.ok_or_else(|| unknown(format!("order {id}")))
}

/// What a lot costs now, or what is paid for one; none of a barter.
pub async fn price_of(
	state: &Snapshot,
	id: OrderId,
	order: &RestingOrder,
) -> Result<Option<Balance>, Failure> {
	Ok(match &order.want {
		Want::Price(price) => match price.settled(state.number()) {
			Some(price) => Some(price),
			None => state.price(id).await?,
		},
		Want::Any(_) => Some(RestingOrder { lots: 1, ..order.clone() }.escrow()),
		Want::Assets(_) => None,
	})
}

/// What an offer is for.
pub fn wanted(wanted: &Wanted) -> String {
	match wanted {
		Wanted::Asset(asset) => assets::word(asset),
		Wanted::OfKind(kind) => format!("any item of kind {kind}"),
		Wanted::InCollection(collection) => format!("any item of collection {collection}"),
		Wanted::ParcelIn { world, area } => {
			format!("any parcel of {area} in world {world} that is not let")
		},
	}
}

/// What an order does.
pub fn what(order: &RestingOrder) -> String {
	let give = assets::words(&order.give);
	match &order.want {
		Want::Price(_) => format!("sells {give}"),
		Want::Any(it) => format!("wants {}", wanted(it)),
		Want::Assets(want) => format!("gives {give} for {}", assets::words(want)),
	}
}

/// An order in a line.
pub fn order_line(
	id: OrderId,
	order: &RestingOrder,
	price: Option<Balance>,
	now: BlockNumber,
) -> String {
	let price = price.map(|price| format!(", {} FHD", Coins(price))).unwrap_or_default();
	let until = parse::until(order.until, now);
	format!("order {id} {}{price}, until block {until}", what(order))
}

/// An auction in a line.
pub fn auction_line(id: AuctionId, auction: &Auction, now: BlockNumber) -> String {
	let bids = match auction.best {
		Some(best) => format!("{} FHD are bid", Coins(best.amount)),
		None => format!("nobody has bid; from {} FHD on", Coins(auction.reserve)),
	};
	format!("auction {id}: {bids}, until block {}", parse::until(auction.ends, now))
}

/// An order for programs.
pub fn order_json(id: OrderId, order: &RestingOrder, price: Option<Balance>) -> Value {
	let (falls_to, falls_until) = match &order.want {
		Want::Price(price) if price.start != price.end => {
			(Some(Coins(price.end).to_string()), Some(price.to))
		},
		_ => (None, None),
	};
	let wants = match &order.want {
		Want::Price(_) => Value::Null,
		Want::Any(wanted) => wanted_json(wanted),
		Want::Assets(want) => assets::described(want),
	};
	json!({
		"order": id,
		"side": Side::of(order).name(),
		"world": order.world,
		"maker": order.maker,
		"taker": order.taker,
		"gives": assets::described(&order.give),
		"wants": wants,
		"price": price.map(|price| Coins(price).to_string()),
		"falls_to": falls_to,
		"falls_until": falls_until,
		"lots": order.lots,
		"max_deduction": order.max_deduction,
		"until": order.until,
	})
}

fn wanted_json(wanted: &Wanted) -> Value {
	match wanted {
		Wanted::Asset(asset) => assets::one_described(asset),
		Wanted::OfKind(kind) => json!({ "kind": kind.to_string() }),
		Wanted::InCollection(collection) => json!({ "collection": collection }),
		Wanted::ParcelIn { world, area } => json!({ "world": world, "area": area }),
	}
}

/// An auction for programs.
pub fn auction_json(id: AuctionId, auction: &Auction) -> Value {
	let best = auction
		.best
		.map(|best| json!({ "bidder": best.bidder, "amount": Coins(best.amount).to_string() }));
	json!({
		"auction": id,
		"world": auction.world,
		"seller": auction.seller,
		"lot": assets::described(&auction.lot),
		"reserve": Coins(auction.reserve).to_string(),
		"least_raise": Coins(auction.least_raise).to_string(),
		"least_bid": Coins(auction.least_bid()).to_string(),
		"best": best,
		"ends": auction.ends,
		"extension": auction.extension,
		"latest": auction.latest,
		"max_deduction": auction.max_deduction,
		"fee": auction.fee,
	})
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use freehold_client::records::Price;
	use freehold_primitives::{
		asset::{Asset, Assets},
		ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	};

	pub const KIND: KindId = KindId { collection: CollectionId(3), index: 1 };

	pub fn item(serial: u32) -> Asset {
		Asset::Item { id: ItemId { collection: CollectionId(3), serial }, version: 0 }
	}

	pub fn units(amount: u64) -> Asset {
		Asset::Units { kind: KIND, amount }
	}

	pub fn side(assets: &[Asset]) -> Assets {
		assets.to_vec().try_into().expect("they fit")
	}

	pub fn resting(give: &[Asset], want: Want) -> RestingOrder {
		RestingOrder {
			world: WorldId(0),
			maker: AvatarId(1),
			tenure: 0,
			payer: [7; 32].into(),
			taker: None,
			give: side(give),
			want,
			lots: 1,
			max_deduction: 0,
			until: 160,
		}
	}

	#[test]
	fn an_order_is_told_by_what_it_does() {
		let price = Want::Price(Price::fixed(Coins::UNIT));
		let offer = Want::Any(Wanted::OfKind(KIND));
		let barter = Want::Assets(side(&[units(5)]));

		assert_eq!(what(&resting(&[item(7)], price.clone())), "sells item 3#7");
		assert_eq!(what(&resting(&[Asset::Coins(1)], offer)), "wants any item of kind 3/1");
		assert_eq!(what(&resting(&[item(7)], barter)), "gives item 3#7 for 5 of kind 3/1");
		assert_eq!(
			order_line(OrderId(2), &resting(&[item(7)], price), Some(Coins::UNIT), 100),
			"order 2 sells item 3#7, 1 FHD, until block 160 (1m)"
		);
	}
}
