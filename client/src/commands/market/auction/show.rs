// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{assets, market::entry::auction_json, names::Names, unknown, Context},
	failure::Failure,
	output::{facts, table},
	parse,
};
use freehold_client::records::Auction;
use freehold_primitives::{
	asset::Coins,
	chain::BlockNumber,
	ids::{AuctionId, WorldId},
};
use serde_json::{json, Value};

pub async fn one(context: &Context, id: AuctionId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let auction = state.auction(id).await?.ok_or_else(|| unknown(format!("auction {id}")))?;
	let bidder = auction.best.map(|best| best.bidder);
	let names = Names::read(&state, [auction.seller].into_iter().chain(bidder)).await?;
	let now = state.number();
	let table = facts([
		("auction", id.to_string()),
		("sells", assets::words(&auction.lot)),
		("seller", names.of(auction.seller)),
		("world", auction.world.to_string()),
		("highest bid", best(&auction, &names)),
		("least bid", format!("{} FHD", Coins(auction.least_bid()))),
		("bids until block", ends(&auction, now)),
		("put off by late bids", put_off(&auction)),
		("taken off at most", format!("{} basis points", auction.max_deduction)),
		("of that by the world", format!("{} basis points", auction.fee)),
	]);
	let mut json = auction_json(id, &auction);
	json["seller_handle"] = json!(names.handle(auction.seller));
	json["over"] = json!(auction.ends < now);
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

pub async fn all(context: &Context, world: Option<WorldId>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut auctions = state.auctions().await?;
	auctions.retain(|(_, auction)| world.is_none_or(|world| world == auction.world));
	auctions.sort_by_key(|(id, auction)| (auction.ends, *id));
	let avatars = auctions
		.iter()
		.flat_map(|(_, it)| [it.seller].into_iter().chain(it.best.map(|best| best.bidder)));
	let names = Names::read(&state, avatars).await?;
	let rows = auctions.iter().map(|(id, auction)| {
		vec![
			id.to_string(),
			assets::words(&auction.lot),
			names.of(auction.seller),
			best(auction, &names),
			Coins(auction.least_bid()).to_string(),
			ends(auction, state.number()),
			auction.world.to_string(),
		]
	});
	let header = ["auction", "sells", "seller", "highest bid", "least bid", "until block", "world"];
	let table = table(&header, rows);
	let json: Vec<Value> =
		auctions.iter().map(|(id, auction)| auction_json(*id, auction)).collect();
	context
		.output
		.finish(table, &json!({ "auctions": json, "block": state.block() }));
	Ok(())
}

fn best(auction: &Auction, names: &Names) -> String {
	auction.best.map_or("none".into(), |best| {
		format!("{} FHD of {}", Coins(best.amount), names.of(best.bidder))
	})
}

fn ends(auction: &Auction, now: BlockNumber) -> String {
	match auction.ends < now {
		true => format!("{} (over: it can be closed)", auction.ends),
		false => parse::until(auction.ends, now),
	}
}

fn put_off(auction: &Auction) -> String {
	if auction.extension == 0 || auction.latest <= auction.ends {
		return "no longer".into();
	}
	format!("to {} after each, up to block {}", parse::rough(auction.extension), auction.latest)
}
