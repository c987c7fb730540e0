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
	parse::{self, When},
};
use clap::Args;
use freehold_client::{
	calls,
	events::{BarterProposed, Bartered},
	records::{RestingOrder, Want},
	Snapshot,
};
use freehold_primitives::{
	asset::{Asset, Assets, Coins},
	fee::BasisPoints,
	ids::{AvatarId, OrderId, WorldId},
};
use serde_json::json;

#[derive(Args)]
pub struct Barter {
	/// The world whose fee applies, and whose parcels are named.
	#[arg(long)]
	world: u32,
	/// The avatar of the signer that proposes it.
	#[arg(long, value_name = "AVATAR")]
	maker: u32,
	/// The avatar that may accept it.
	#[arg(long, value_name = "AVATAR")]
	taker: u32,
	/// coins:1.5, units:3/1*50, item:3#17, parcel:-3,4 or estate:7; may be repeated.
	#[arg(long, required = true, value_name = "ASSET")]
	give: Vec<String>,
	/// The same, for what is wanted.
	#[arg(long, required = true, value_name = "ASSET")]
	want: Vec<String>,
	/// Most that may be taken off coins that the maker gets; what is taken now if not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: Option<BasisPoints>,
	/// Last block in which it can be accepted, or a time from now on; a week if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
}

#[derive(Args)]
pub struct Accept {
	/// The order's number.
	order: u32,
	/// Most that may be taken off coins that the taker gets; what is taken now if not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: Option<BasisPoints>,
}

pub async fn propose(context: &Context, arguments: &Barter) -> Result<(), Failure> {
	let (maker, taker) = (AvatarId(arguments.maker), AvatarId(arguments.taker));
	let world = WorldId(arguments.world);
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let give = assets::side(&state, &arguments.give, world).await?;
	let want = assets::side(&state, &arguments.want, world).await?;
	let max_deduction = match arguments.max_deduction {
		Some(most) => most,
		None => taken_off(&state, world, &want, &give).await?,
	};
	let until = arguments.until.unwrap_or(When::After(WEEK)).from(state.number());
	let barter = calls::Barter { world, maker, taker, give, want, max_deduction, until };
	let receipt = sender.execute(&calls::barter(&barter)).await?;
	let order = receipt.expect::<BarterProposed>()?.order;
	let done = format!(
		"order {order}: avatar {maker} gives {} to avatar {taker} for {}, until block {}",
		assets::words(&barter.give),
		assets::words(&barter.want),
		parse::until(until, receipt.number)
	);
	let json = json!({ "order": order, "max_deduction": max_deduction, "until": until });
	context.report(&done, json, &receipt);
	Ok(())
}

/// What is taken now off the coins on a side that pays for the other; nothing if it has none.
async fn taken_off(
	state: &Snapshot,
	world: WorldId,
	paid: &[Asset],
	given: &[Asset],
) -> Result<BasisPoints, Failure> {
	if !paid.iter().any(|asset| matches!(asset, Asset::Coins(_))) {
		return Ok(0);
	}
	assets::deduction(state, world, given).await
}

/// What the taker of a barter gives, and which avatar that is.
pub fn taking(order: &RestingOrder) -> Result<(&Assets, AvatarId), Failure> {
	match (&order.want, order.taker) {
		(Want::Assets(want), Some(taker)) => Ok((want, taker)),
		(Want::Price(_), _) => Err(Failure::Input(
			"that order is no barter: listings are bought with `market buy`".into(),
		)),
		_ => Err(Failure::Input(
			"that order is no barter: offers are accepted with `market accept`".into(),
		)),
	}
}

pub async fn accept(context: &Context, arguments: &Accept) -> Result<(), Failure> {
	let id = OrderId(arguments.order);
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let order = entry::order(&state, id).await?;
	let (gives, taker) = taking(&order)?;
	let most = match arguments.max_deduction {
		Some(most) => most,
		None => taken_off(&state, order.world, &order.give, gives).await?,
	};
	let names = Names::read(&state, [order.maker, taker]).await?;
	let parts = accepted(state.preview_accept_barter(id).await?)?;
	step(format!(
		"{} gives {} to {} for {}\n{}",
		names.of(taker),
		assets::words(gives),
		names.of(order.maker),
		assets::words(&order.give),
		receipt::both(&names.of(order.maker), &names.of(taker), &parts)
	));
	let receipt = sender.execute(&calls::accept_barter(id, most)).await?;
	let bartered: Bartered = receipt.expect()?;
	let done = format!("{} and {} have exchanged", names.of(order.maker), names.of(taker));
	let json = json!({
		"maker": bartered.maker,
		"taker": bartered.taker,
		"fee": Coins(bartered.fee).to_string(),
		"royalty": Coins(bartered.royalty).to_string(),
	});
	context.report(&done, json, &receipt);
	Ok(())
}
