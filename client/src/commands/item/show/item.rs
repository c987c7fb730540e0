// SPDX-License-Identifier: Apache-2.0
use super::rules;
use crate::{
	commands::{
		assets,
		item::attribute::Written,
		lock,
		market::{auction_line, order_line, price_of},
		names::Names,
		percent, unknown, Context,
	},
	failure::Failure,
	output::facts,
};
use freehold_client::Snapshot;
use freehold_primitives::{
	asset::{Coins, Lock},
	fee::item_royalty,
	ids::ItemId,
};
use serde_json::{json, Value};

pub async fn show(context: &Context, item: ItemId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.item(item).await?.ok_or_else(|| unknown(format!("item {item}")))?;
	let holding = details.holding;
	let kind_id = details.kind_in(item.collection);
	let missing = || unknown(format!("kind {kind_id}"));
	let kind = state.kind(kind_id).await?.ok_or_else(missing)?;
	let metadata = state.collection_metadata(item.collection).await?;
	let names = Names::read(&state, [holding.owner]).await?;
	let written = Written::read(&state, item).await?;
	let offered = Offered::read(&state, holding.lock).await?;
	let name = metadata.map(|metadata| metadata.name);
	let royalty = item_royalty(details.royalty, item.serial, kind.royalty, kind.raise);

	let summary = facts([
		("item", item.to_string()),
		("collection", name.clone().unwrap_or_else(|| item.collection.to_string())),
		("kind", kind_id.to_string()),
		("owner", names.of(holding.owner)),
		("version", holding.version.to_string()),
		("lock", lock(&holding)),
		("for sale", offered.words.unwrap_or_else(|| "no".into())),
		("royalty", royalty_words(royalty, details.royalty)),
		("rules", rules(&kind.rules)),
	]);
	let mut human = summary.to_string();
	if details.attributes > 0 {
		human.push_str(&format!("\n{}", written.table()));
	}
	let json = json!({
		"item": item.to_string(),
		"collection_name": name,
		"kind": kind_id.to_string(),
		"owner": holding.owner,
		"handle": names.handle(holding.owner),
		"version": holding.version,
		"lock": lock(&holding),
		"locked": holding.lock.is_some(),
		"royalty": royalty,
		"royalty_at_mint": details.royalty,
		"rules": super::rules_json(&kind.rules),
		"attributes": written.json(),
		"order": offered.order,
		"auction": offered.auction,
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

fn royalty_words(now: u16, at_mint: u16) -> String {
	if now == at_mint {
		return percent(now);
	}
	format!("{}; never above {}", percent(now), percent(at_mint))
}

/// Where an item is to be had, if it is.
#[derive(Default)]
struct Offered {
	words: Option<String>,
	order: Option<Value>,
	auction: Option<Value>,
}

impl Offered {
	async fn read(state: &Snapshot, lock: Option<Lock>) -> Result<Self, Failure> {
		match lock {
			Some(Lock::Order(id)) => {
				let Some(order) = state.order(id).await? else { return Ok(Self::default()) };
				let price = price_of(state, id, &order).await?;
				let json = json!({
					"order": id,
					"price": price.map(|price| Coins(price).to_string()),
					"gives": assets::described(&order.give),
					"until": order.until,
				});
				let words = order_line(id, &order, price, state.number());
				Ok(Self { words: Some(words), order: Some(json), auction: None })
			},
			Some(Lock::Auction(id)) => {
				let Some(auction) = state.auction(id).await? else { return Ok(Self::default()) };
				let json = json!({
					"auction": id,
					"least_bid": Coins(auction.least_bid()).to_string(),
					"bids": auction.best.is_some(),
					"ends": auction.ends,
				});
				let words = auction_line(id, &auction, state.number());
				Ok(Self { words: Some(words), order: None, auction: Some(json) })
			},
			_ => Ok(Self::default()),
		}
	}
}
