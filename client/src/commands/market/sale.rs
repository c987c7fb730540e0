// SPDX-License-Identifier: Apache-2.0
use super::entry;
use crate::{
	arguments::WEEK,
	commands::{
		assets,
		names::Names,
		receipt::{self, accepted},
		unknown, Context,
	},
	failure::Failure,
	output::step,
	parse::{self, When},
};
use clap::Args;
use freehold_client::{
	calls::{self, Listing},
	events::{Listed, Sold},
	records::Price,
};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AvatarId, OrderId, WorldId},
};
use serde_json::json;

#[derive(Args)]
pub struct List {
	/// The world whose fee applies, and whose parcels are named.
	#[arg(long)]
	world: u32,
	/// What a lot is: item:3#17, units:3/1*50, parcel:-3,4 or estate:7; up to 8 together.
	#[arg(required = true, value_name = "ASSET")]
	assets: Vec<String>,
	/// FHD for a lot, such as 1.5.
	#[arg(long, value_parser = parse::amount)]
	price: Balance,
	/// FHD to which the price falls, evenly from now on.
	#[arg(long, value_name = "PRICE", value_parser = parse::amount, requires = "over")]
	falls_to: Option<Balance>,
	/// How long it falls, such as 2d.
	#[arg(long, value_name = "TIME", value_parser = parse::span, requires = "falls_to")]
	over: Option<BlockNumber>,
	/// How many lots; what exists once comes in one.
	#[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
	lots: u32,
	/// The avatar that sells; the owner of what is unique if not told.
	#[arg(long, value_name = "AVATAR")]
	seller: Option<u32>,
	/// The only avatar that may buy.
	#[arg(long, value_name = "AVATAR")]
	to: Option<u32>,
	/// Most that may be taken off the price, for the world and the creators; what is taken now if
	/// not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: Option<BasisPoints>,
	/// Last block in which it can be bought, or a time from now on; a week if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
}

#[derive(Args)]
pub struct Buy {
	/// The order's number.
	order: u32,
	/// The avatar that pays and gets it.
	#[arg(long, value_name = "AVATAR")]
	buyer: u32,
	/// How many lots.
	#[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
	lots: u32,
	/// Most FHD to pay for all of them; what they cost now if not told.
	#[arg(long, value_name = "PRICE", value_parser = parse::amount)]
	max_price: Option<Balance>,
}

impl List {
	fn price(&self, now: BlockNumber) -> Result<Price, Failure> {
		match self.falls_to.zip(self.over) {
			None => Ok(Price::fixed(self.price)),
			Some((end, _)) if end > self.price => Err(Failure::Input(format!(
				"a price falls: {} FHD is above {}",
				Coins(end),
				Coins(self.price)
			))),
			Some((end, over)) => {
				Ok(Price { start: self.price, end, from: now, to: now.saturating_add(over) })
			},
		}
	}

	/// A price that falls for longer is to fall to its end.
	fn until(&self, now: BlockNumber) -> BlockNumber {
		match self.until {
			Some(until) => until.from(now),
			None => now.saturating_add(self.over.unwrap_or_default().max(WEEK)),
		}
	}
}

pub async fn list(context: &Context, arguments: &List) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let (now, world) = (state.number(), WorldId(arguments.world));
	let price = arguments.price(now)?;
	let lot = assets::side(&state, &arguments.assets, world).await?;
	let seller = assets::giver(&state, &lot, arguments.seller, "seller").await?;
	let max_deduction = match arguments.max_deduction {
		Some(most) => most,
		None => assets::deduction(&state, world, &lot).await?,
	};
	let (lots, until) = (arguments.lots, arguments.until(now));
	let buyer = arguments.to.map(AvatarId);
	let listing = Listing { world, seller, lot, price, lots, buyer, max_deduction, until };
	let receipt = sender.execute(&calls::list(&listing)).await?;
	let order = receipt.expect::<Listed>()?.order;
	let falls = match price.start == price.end {
		true => String::new(),
		false => format!(", falling to {} FHD until block {}", Coins(price.end), price.to),
	};
	let done = format!(
		"order {order}: avatar {seller} sells {} for {} FHD{falls}, until block {}, less at most \
		 {max_deduction} basis points",
		assets::words(&listing.lot),
		Coins(price.start),
		parse::until(until, receipt.number),
	);
	let json = json!({
		"order": order,
		"seller": seller,
		"max_deduction": max_deduction,
		"until": until,
	});
	context.report(&done, json, &receipt);
	Ok(())
}

pub async fn buy(context: &Context, arguments: &Buy) -> Result<(), Failure> {
	let (id, buyer, lots) = (OrderId(arguments.order), AvatarId(arguments.buyer), arguments.lots);
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let order = entry::order(&state, id).await?;
	let names = Names::read(&state, [order.maker, buyer]).await?;
	let parts = accepted(state.preview_buy(id, buyer, lots).await?)?;
	let most = match arguments.max_price {
		Some(most) => most,
		None => {
			let price = entry::price_of(&state, id, &order).await?;
			let price = price.ok_or_else(|| unknown(format!("price of order {id}")))?;
			price.saturating_mul(lots.into())
		},
	};
	step(format!(
		"{} pays {} FHD for {}\n{}",
		names.of(buyer),
		Coins(parts.maker.gross),
		counted(lots, &assets::words(&order.give)),
		receipt::both(&names.of(order.maker), &names.of(buyer), &parts)
	));
	let receipt = sender.execute(&calls::buy(id, buyer, lots, most)).await?;
	let sold: Sold = receipt.expect()?;
	let what = counted(lots, &assets::words(&order.give));
	let price = Coins(sold.price).to_string();
	let done = format!("{} bought {what} for {price} FHD", names.of(buyer));
	let json = json!({
		"seller": sold.seller,
		"lots": sold.lots,
		"price": price,
		"fee": Coins(sold.fee).to_string(),
		"royalty": Coins(sold.royalty).to_string(),
	});
	context.report(&done, json, &receipt);
	Ok(())
}

fn counted(lots: u32, lot: &str) -> String {
	match lots {
		1 => lot.into(),
		_ => format!("{lots} lots of {lot}"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		cli::{Cli, Verb},
		commands::market::Market,
	};
	use clap::Parser;

	fn listing(rest: &[&str]) -> Option<List> {
		let words = ["freehold", "market", "list", "--world", "0", "item:3#17", "--price", "5"];
		let cli = Cli::try_parse_from(words.iter().chain(rest)).ok()?;
		match cli.verb {
			Verb::Market(Market::List(list)) => Some(*list),
			_ => None,
		}
	}

	#[test]
	fn a_price_stays_or_falls() {
		let fixed = listing(&[]).expect("it is well formed");
		assert_eq!(fixed.price(100).ok(), Some(Price::fixed(5 * Coins::UNIT)));
		assert_eq!(fixed.until(100), 100 + WEEK);

		let falling = listing(&["--falls-to", "1", "--over", "2w"]).expect("it is well formed");
		let (start, end) = (5 * Coins::UNIT, Coins::UNIT);
		let expected = Price { start, end, from: 100, to: 100 + 2 * WEEK };
		assert_eq!(falling.price(100).ok(), Some(expected));
		assert_eq!(falling.until(100), 100 + 2 * WEEK);

		let rising = listing(&["--falls-to", "6", "--over", "1d"]).expect("it is well formed");
		assert!(rising.price(100).is_err());
		assert!(listing(&["--falls-to", "1"]).is_none());
	}
}
