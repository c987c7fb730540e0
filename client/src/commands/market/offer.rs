// SPDX-License-Identifier: Apache-2.0
use super::entry;
use crate::{
	arguments::WEEK,
	commands::{
		assets,
		names::Names,
		receipt::{self, accepted},
		Context,
	},
	failure::Failure,
	output::step,
	parse::{self, Sought, When},
};
use clap::Args;
use freehold_client::{
	calls,
	events::{OfferAccepted, Offered},
	records::{RestingOrder, Want, Wanted},
	Snapshot,
};
use freehold_primitives::{
	asset::{Asset, Coins},
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, OrderId, WorldId},
};
use serde_json::json;

#[derive(Args)]
pub struct Offer {
	/// The world whose fee applies, and whose parcels are named.
	#[arg(long)]
	world: u32,
	/// item:3#17, units:3/1*50, parcel:-3,4, estate:7; or any of kind:3/0, collection:3,
	/// area:-3,-3..4,4.
	wanted: String,
	/// The avatar that pays.
	#[arg(long, value_name = "AVATAR")]
	bidder: u32,
	/// FHD for each lot, such as 1.5.
	#[arg(long, value_parser = parse::amount)]
	price: Balance,
	/// How many lots it takes.
	#[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
	lots: u32,
	/// Last block in which it can be accepted, or a time from now on; a week if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
}

#[derive(Args)]
pub struct Accept {
	/// The order's number.
	order: u32,
	/// What is given: item:3#17 or parcel:-3,4; needed where the offer is for one of several.
	asset: Option<String>,
	/// The avatar that gives it; the owner of what is unique if not told.
	#[arg(long, value_name = "AVATAR")]
	seller: Option<u32>,
	/// Most that may be taken off the price, for the world and the creators; what is taken now if
	/// not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: Option<BasisPoints>,
}

pub async fn offer(context: &Context, arguments: &Offer) -> Result<(), Failure> {
	let (world, bidder) = (WorldId(arguments.world), AvatarId(arguments.bidder));
	let (price, lots) = (arguments.price, arguments.lots);
	let sought = parse::sought(&arguments.wanted, world).map_err(Failure::Input)?;
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let wanted = match sought {
		Sought::Asset(named) => Wanted::Asset(assets::versioned(&state, named).await?),
		Sought::OfKind(kind) => Wanted::OfKind(kind),
		Sought::InCollection(collection) => Wanted::InCollection(collection),
		Sought::ParcelIn(area) => Wanted::ParcelIn { world, area },
	};
	let until = arguments.until.unwrap_or(When::After(WEEK)).from(state.number());
	let receipt = sender.execute(&calls::offer(world, bidder, price, wanted, lots, until)).await?;
	let order = receipt.expect::<Offered>()?.order;
	let aside = Coins(price.saturating_mul(lots.into()));
	let done = format!(
		"order {order}: avatar {bidder} pays {} FHD for {}, until block {}; {aside} FHD of its \
		 purse are set aside",
		Coins(price),
		entry::wanted(&wanted),
		parse::until(until, receipt.number)
	);
	let json = json!({ "order": order, "set_aside": aside.to_string(), "until": until });
	context.report(&done, json, &receipt);
	Ok(())
}

/// What is given for an offer, and by which avatar.
pub async fn gift(
	state: &Snapshot,
	order: &RestingOrder,
	named: Option<&str>,
	seller: Option<u32>,
) -> Result<(Asset, AvatarId), Failure> {
	let Want::Any(wanted) = &order.want else {
		let how = match order.want {
			Want::Price(_) => "listings are bought with `market buy`",
			_ => "barters are accepted with `market accept-barter`",
		};
		return Err(Failure::Input(format!("that order is no offer: {how}")));
	};
	let asset = match (named, wanted) {
		(Some(text), Wanted::ParcelIn { world, .. }) => {
			assets::read(state, text, Some(*world)).await?
		},
		(Some(text), _) => assets::read(state, text, Some(order.world)).await?,
		(None, Wanted::Asset(asset)) => *asset,
		(None, _) => {
			return Err(Failure::Input(format!(
				"the offer is for {}: say which one",
				entry::wanted(wanted)
			)))
		},
	};
	let seller = assets::giver(state, &[asset], seller, "seller").await?;
	Ok((asset, seller))
}

pub async fn accept(context: &Context, arguments: &Accept) -> Result<(), Failure> {
	let id = OrderId(arguments.order);
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let order = entry::order(&state, id).await?;
	let (asset, seller) =
		gift(&state, &order, arguments.asset.as_deref(), arguments.seller).await?;
	let most = match arguments.max_deduction {
		Some(most) => most,
		None => assets::deduction(&state, order.world, &[asset]).await?,
	};
	let names = Names::read(&state, [order.maker, seller]).await?;
	let parts = accepted(state.preview_accept_offer(id, seller, asset).await?)?;
	step(format!(
		"{} gives {} to {}\n{}",
		names.of(seller),
		assets::word(&asset),
		names.of(order.maker),
		receipt::both(&names.of(order.maker), &names.of(seller), &parts)
	));
	let receipt = sender.execute(&calls::accept_offer(id, seller, asset, most)).await?;
	let accepted: OfferAccepted = receipt.expect()?;
	let price = Coins(accepted.price).to_string();
	let done = format!("{} sold {} for {price} FHD", names.of(seller), assets::word(&asset));
	let json = json!({
		"bidder": accepted.bidder,
		"seller": seller,
		"asset": assets::notation(&asset),
		"price": price,
		"fee": Coins(accepted.fee).to_string(),
		"royalty": Coins(accepted.royalty).to_string(),
	});
	context.report(&done, json, &receipt);
	Ok(())
}
