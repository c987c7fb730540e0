// SPDX-License-Identifier: Apache-2.0
use super::{
	checks::{Numbered, Side},
	goods,
	who::{records, tell_number, Who},
	Preview,
};
use crate::{
	commands::{assets, Context},
	failure::Failure,
	output::step,
};
use clap::Args;
use codec::Encode;
use freehold_client::order::{OrderBuilder, SignedOrder};
use freehold_primitives::{
	fee::BasisPoints,
	ids::{AvatarId, WorldId},
};
use serde_json::json;

#[derive(Args)]
pub struct Sign {
	/// The world that settles it.
	#[arg(long)]
	world: u32,
	#[command(flatten)]
	party: Who,
	/// coins:1.5, units:3/1*50, item:3#17, parcel:-3,4 or estate:7; may be repeated.
	#[arg(long, required = true, value_name = "ASSET")]
	give: Vec<String>,
	/// The same, for what is wanted.
	#[arg(long, required = true, value_name = "ASSET")]
	want: Vec<String>,
	/// The only avatar that may accept.
	#[arg(long, value_name = "AVATAR")]
	taker: Option<u32>,
	/// How many lots in all; takers may take some of them, until none are left.
	#[arg(long, default_value_t = 1)]
	lots: u32,
	/// Fewest lots that are taken at a time, but for the last.
	#[arg(long, default_value_t = 1)]
	min_lots: u32,
	/// Most that may be taken off the coins that the maker gets: at least the world's fee and the
	/// royalty of what is given.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		default_value_t = 0,
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: BasisPoints,
}

pub async fn run(context: &Context, arguments: &Sign) -> Result<(), Failure> {
	let client = context.client().await?;
	let signer = arguments.party.signer(context, &client).await?;
	let state = client.best().await?;
	let world = WorldId(arguments.world);
	let maker = arguments.party.resolve(&state).await?;
	let mut builder = OrderBuilder::new(world, maker)
		.taker(arguments.taker.map(AvatarId))
		.lots(arguments.min_lots, arguments.lots)
		.max_deduction(arguments.max_deduction);
	for text in &arguments.give {
		builder = builder.give(assets::read(&state, text, Some(world)).await?);
	}
	for text in &arguments.want {
		builder = builder.want(assets::read(&state, text, Some(world)).await?);
	}
	let order = builder.build().map_err(Failure::Input)?;
	let side = Side {
		party: maker,
		key: Some(signer.public()),
		numbered: Numbered::New { in_parts: order.min_lots < order.lots },
		given: &order.give,
		wanted: &order.want,
		lots: order.min_lots,
		max_deduction: order.max_deduction,
		royalty: assets::royalty(&state, &order.give).await?,
		world,
		records: records(&state, world, &maker).await?,
	};
	let mut findings = side.examine();
	let lots = order.min_lots;
	findings.add(goods::examine(&state, maker.avatar, world, &order.give, lots).await?);
	let preview = match order.taker {
		Some(taker) => Some(Preview::read(&state, &order, taker, lots).await?),
		None => None,
	};
	findings.doubtful.extend(preview.as_ref().and_then(Preview::refusal));
	arguments.party.weigh(&findings)?;

	step(&order);
	match &preview {
		Some(preview) => preview.show(&state, &order).await?,
		None => step(side.taken_off()),
	}
	arguments.party.confirm()?;
	let genesis = client.genesis();
	let hash = order.hash(&genesis);
	let signed = SignedOrder::new(order, &signer, &genesis);
	let bytes = format!("0x{}", hex::encode(signed.encode()));
	tell_number(&maker);
	let json = json!({
		"order": bytes,
		"hash": hash,
		"genesis": genesis,
		"lane": maker.lane,
		"number": maker.number,
		"until": maker.valid_until,
		"preview": preview.as_ref().map(Preview::json),
	});
	context.output.finish(&bytes, &json);
	Ok(())
}
