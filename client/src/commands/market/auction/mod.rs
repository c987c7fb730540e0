// SPDX-License-Identifier: Apache-2.0
mod show;

use crate::{
	commands::{assets, names::Names, unknown, Context},
	failure::Failure,
	parse::{self, When},
};
use clap::{Args, Subcommand};
use freehold_client::{
	calls::{self, Opening},
	events::{AuctionClosed, AuctionFailed, AuctionOpened, BidPlaced},
};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, WorldId},
};
use serde_json::json;

/// So often can the end be put off by an extension, unless told.
const EXTENSIONS: BlockNumber = 12;

/// Least by which bids are raised, unless told: a hundredth of the reserve, but not less than this.
const LEAST_RAISE: Balance = Coins::UNIT / 100;

#[derive(Subcommand)]
pub enum Auction {
	/// Auction assets of the signer's avatar as one lot.
	///
	/// They stay where they are, locked, until the auction is closed. It can be cancelled as long
	/// as nobody has bid.
	Open(Box<Open>),
	/// Bid for what is auctioned; the coins are set aside until someone bids more.
	Bid {
		/// The auction's number.
		auction: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
		/// The avatar that pays and gets it.
		#[arg(long, value_name = "AVATAR")]
		bidder: u32,
	},
	/// Take back what nobody has bid for.
	Cancel {
		/// The auction's number.
		auction: u32,
	},
	/// Close an auction that is over: the highest bidder gets the lot; anyone can.
	Close {
		/// The auction's number.
		auction: u32,
	},
	/// Show an auction.
	Show {
		/// The auction's number.
		auction: u32,
	},
	/// List the auctions that are not closed.
	List {
		/// Of this world only.
		#[arg(long)]
		world: Option<u32>,
	},
}

#[derive(Args)]
pub struct Open {
	/// The world whose fee applies, and whose parcels are named.
	#[arg(long)]
	world: u32,
	/// What is sold as one: item:3#17, units:3/1*50, parcel:-3,4 or estate:7; up to 8 together.
	#[arg(required = true, value_name = "ASSET")]
	assets: Vec<String>,
	/// Least FHD of the first bid.
	#[arg(long, value_name = "FHD", value_parser = parse::amount)]
	reserve: Balance,
	/// Least FHD by which each later bid is higher; a hundredth of the reserve, but at least 0.01,
	/// if not told.
	#[arg(long, value_name = "FHD", value_parser = parse::amount)]
	raise: Option<Balance>,
	/// Last block for bids, or a time from now on, such as 3d.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	ends: When,
	/// A bid in the last so many blocks puts the end off to so many blocks after it.
	#[arg(long, value_name = "TIME", default_value = "5m", value_parser = parse::span)]
	extension: BlockNumber,
	/// Last block for bids, however late they come; twelve extensions after the end if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	latest: Option<When>,
	/// The avatar that sells; the owner of what is unique if not told.
	#[arg(long, value_name = "AVATAR")]
	seller: Option<u32>,
	/// Most that may be taken off the highest bid, for the world and the creators; what is taken
	/// now if not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: Option<BasisPoints>,
}

pub async fn run(context: &Context, verb: &Auction) -> Result<(), Failure> {
	match verb {
		Auction::Open(arguments) => open(context, arguments).await,
		Auction::Bid { auction, amount, bidder } => {
			bid(context, AuctionId(*auction), *amount, AvatarId(*bidder)).await
		},
		Auction::Cancel { auction } => {
			let done = format!("auction {auction} is taken back");
			context.execute(&calls::cancel_auction(AuctionId(*auction)), &done).await
		},
		Auction::Close { auction } => close(context, AuctionId(*auction)).await,
		Auction::Show { auction } => show::one(context, AuctionId(*auction)).await,
		Auction::List { world } => show::all(context, world.map(WorldId)).await,
	}
}

/// The last block in which an auction may be open that ends in this one, unless told.
fn latest(ends: BlockNumber, extension: BlockNumber, most: BlockNumber) -> BlockNumber {
	ends.saturating_add(extension.saturating_mul(EXTENSIONS)).min(most.max(ends))
}

async fn open(context: &Context, arguments: &Open) -> Result<(), Failure> {
	let world = WorldId(arguments.world);
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let now = state.number();
	let lot = assets::side(&state, &arguments.assets, world).await?;
	let seller = assets::giver(&state, &lot, arguments.seller, "seller").await?;
	let (reserve, extension) = (arguments.reserve, arguments.extension);
	let ends = arguments.ends.from(now);
	let opening = Opening {
		world,
		seller,
		reserve,
		least_raise: arguments.raise.unwrap_or((reserve / 100).max(LEAST_RAISE)),
		ends,
		extension,
		latest: match arguments.latest {
			Some(latest) => latest.from(now),
			None => latest(ends, extension, now.saturating_add(state.longest_auction()?)),
		},
		max_deduction: match arguments.max_deduction {
			Some(most) => most,
			None => assets::deduction(&state, world, &lot).await?,
		},
		lot,
	};
	let receipt = sender.execute(&calls::open_auction(&opening)).await?;
	let auction = receipt.expect::<AuctionOpened>()?.auction;
	let done = format!(
		"auction {auction}: avatar {seller} sells {} for at least {} FHD, each bid {} FHD higher, \
		 until block {}, less at most {} basis points",
		assets::words(&opening.lot),
		Coins(reserve),
		Coins(opening.least_raise),
		parse::until(ends, receipt.number),
		opening.max_deduction
	);
	let json = json!({
		"auction": auction,
		"seller": seller,
		"least_raise": Coins(opening.least_raise).to_string(),
		"ends": ends,
		"latest": opening.latest,
		"max_deduction": opening.max_deduction,
	});
	context.report(&done, json, &receipt);
	Ok(())
}

async fn bid(
	context: &Context,
	id: AuctionId,
	amount: Balance,
	bidder: AvatarId,
) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let auction = state.auction(id).await?.ok_or_else(|| unknown(format!("auction {id}")))?;
	let least = auction.least_bid();
	if amount < least {
		return Err(Failure::Check(format!(
			"the least bid for auction {id} is {} FHD",
			Coins(least)
		)));
	}
	let receipt = sender.execute(&calls::bid(id, bidder, amount)).await?;
	let ends = receipt.expect::<BidPlaced>()?.ends;
	let done = format!(
		"avatar {bidder} bids {} FHD for {}; bids are taken until block {}",
		Coins(amount),
		assets::words(&auction.lot),
		parse::until(ends, receipt.number)
	);
	context.report(&done, json!({ "ends": ends }), &receipt);
	Ok(())
}

async fn close(context: &Context, id: AuctionId) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let auction = state.auction(id).await?.ok_or_else(|| unknown(format!("auction {id}")))?;
	let receipt = sender.execute(&calls::close_auction(id)).await?;
	let lot = assets::words(&auction.lot);
	if let Some(failed) = receipt.all::<AuctionFailed>()?.pop() {
		let reason = failed.reason;
		let done = format!("auction {id} is over, but {lot} went back: {reason}");
		let json = json!({ "winner": null, "price": null, "failed": reason.to_string() });
		context.report(&done, json, &receipt);
		return Ok(());
	}
	let AuctionClosed { winner, price, fee, royalty, .. } = receipt.expect()?;
	let names = Names::read(&state, winner).await?;
	let done = match winner {
		Some(winner) => format!("{} has {lot} for {} FHD", names.of(winner), Coins(price)),
		None => format!("nobody has bid for {lot}: it went back"),
	};
	let json = json!({
		"winner": winner,
		"price": Coins(price).to_string(),
		"fee": Coins(fee).to_string(),
		"royalty": Coins(royalty).to_string(),
		"failed": null,
	});
	context.report(&done, json, &receipt);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	const EXTENSION: BlockNumber = 300;

	#[test]
	fn the_end_is_put_off_a_few_times_within_what_is_allowed() {
		assert_eq!(parse::span("5m"), Ok(EXTENSION));
		assert_eq!(latest(1_000, EXTENSION, 100_000), 1_000 + 12 * EXTENSION);
		assert_eq!(latest(1_000, EXTENSION, 2_000), 2_000);
		assert_eq!(latest(3_000, EXTENSION, 2_000), 3_000);
	}
}
