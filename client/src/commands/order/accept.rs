// SPDX-License-Identifier: Apache-2.0
use super::{
	check::{standing, Standing},
	checks::{misfits, Numbered, Side},
	counted, decode, goods,
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
use freehold_client::order::SignedOrder;
use freehold_primitives::fee::BasisPoints;
use serde_json::json;

#[derive(Args)]
pub struct Accept {
	/// The signed order in hex.
	order: String,
	#[command(flatten)]
	party: Who,
	/// How many lots of those that are left; the fewest if not told.
	#[arg(long)]
	lots: Option<u32>,
	/// Most that may be taken off the coins that the taker gets: at least the world's fee and the
	/// royalty of what the taker gives.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		default_value_t = 0,
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: BasisPoints,
}

pub async fn run(context: &Context, arguments: &Accept) -> Result<(), Failure> {
	let Accept { order, party, lots, max_deduction } = arguments;
	let signed: SignedOrder = decode(order, "a signed order")?;
	let client = context.client().await?;
	let signer = party.signer(context, &client).await?;
	let state = client.best().await?;
	let genesis = client.genesis();
	let taker = party.resolve(&state).await?;
	let Standing { left, fewest, mut findings } = standing(&state, &signed, &genesis).await?;
	let lots = lots.unwrap_or(fewest);
	let words = &signed.order;
	let side = Side {
		party: taker,
		key: Some(signer.public()),
		numbered: Numbered::New { in_parts: false },
		given: &words.want,
		wanted: &words.give,
		lots,
		max_deduction: *max_deduction,
		royalty: assets::royalty(&state, &words.want).await?,
		world: words.world,
		records: records(&state, words.world, &taker).await?,
	};
	findings.add(side.examine());
	findings.add(goods::examine(&state, taker.avatar, words.world, &words.want, lots).await?);
	findings.wrong.extend(misfits(words, taker.avatar, lots, left));
	let preview = Preview::read(&state, words, taker.avatar, lots).await?;
	findings.doubtful.extend(preview.refusal());
	party.weigh(&findings)?;

	step(format!(
		"{words}\n\nAvatar {} accepts {} of {left}, less at most {max_deduction} basis points of \
		 the coins,\nuntil block {} (key {}, number {})",
		taker.avatar,
		counted(lots),
		taker.valid_until,
		taker.lane,
		taker.number
	));
	preview.show(&state, words).await?;
	party.confirm()?;
	let hash = words.hash(&genesis);
	let acceptance = taker.acceptance(lots, *max_deduction);
	let trade = signed.accept(acceptance, &signer, &genesis);
	let bytes = format!("0x{}", hex::encode(trade.encode()));
	tell_number(&taker);
	let json = json!({
		"trade": bytes,
		"order_hash": hash,
		"lots": lots,
		"lane": taker.lane,
		"number": taker.number,
		"until": taker.valid_until,
		"preview": preview.json(),
	});
	context.output.finish(&bytes, &json);
	Ok(())
}
