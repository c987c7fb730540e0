// SPDX-License-Identifier: Apache-2.0
use super::entry::{self, Side};
use crate::{
	commands::{assets, names::Names, Context},
	failure::Failure,
	output::facts,
	parse,
};
use freehold_client::{
	address,
	records::{RestingOrder, Want},
	Snapshot,
};
use freehold_primitives::{
	asset::Coins,
	chain::Balance,
	ids::{AvatarId, OrderId},
};
use serde_json::json;

pub async fn run(context: &Context, id: OrderId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let order = entry::order(&state, id).await?;
	let price = entry::price_of(&state, id, &order).await?;
	let names = Names::read(&state, [order.maker].into_iter().chain(order.taker)).await?;
	let standing = standing(&state, &order).await?;
	let table = facts([
		("order", id.to_string()),
		("side", Side::of(&order).name().into()),
		("maker", names.of(order.maker)),
		("gives", assets::words(&order.give)),
		("wants", wants(&order, price)),
		("lots left", order.lots.to_string()),
		("for", order.taker.map_or("anyone".into(), |taker: AvatarId| names.of(taker))),
		("world", order.world.to_string()),
		("until block", parse::until(order.until, state.number())),
		("state", standing.into()),
		("set aside", format!("{} FHD", Coins(order.escrow()))),
		("taken off at most", format!("{} basis points", order.max_deduction)),
		("deposit paid by", address::encode(&order.payer)),
	]);
	let mut json = entry::order_json(id, &order, price);
	json["handle"] = json!(names.handle(order.maker));
	json["state"] = json!(standing);
	json["set_aside"] = json!(Coins(order.escrow()).to_string());
	json["payer"] = json!(address::encode(&order.payer));
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

fn wants(order: &RestingOrder, price: Option<Balance>) -> String {
	let now = price.map(Coins).map(|price| format!("{price} FHD a lot")).unwrap_or_default();
	match &order.want {
		Want::Price(price) if price.start != price.end => {
			format!("{now} now, falling to {} FHD until block {}", Coins(price.end), price.to)
		},
		Want::Price(_) => now,
		Want::Any(wanted) => entry::wanted(wanted),
		Want::Assets(want) => assets::words(want),
	}
}

/// Whether an order can be taken, as far as its records tell.
async fn standing(state: &Snapshot, order: &RestingOrder) -> Result<&'static str, Failure> {
	if order.until < state.number() {
		return Ok("expired");
	}
	let maker = state.avatar(order.maker).await?;
	if maker.is_none_or(|maker| maker.tenure != order.tenure || maker.owner != order.payer) {
		return Ok("void: the maker has another owner");
	}
	for (id, version) in order.give.iter().filter_map(freehold_primitives::asset::Asset::unique) {
		let holding = state.holding(id).await?;
		if holding.is_none_or(|holding| holding.version != version) {
			return Ok("void: what it gives is not what it was");
		}
	}
	Ok("open")
}
