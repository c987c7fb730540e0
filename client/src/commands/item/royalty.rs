// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{names::Names, percent, unknown, Context},
	failure::Failure,
	output::{facts, table},
	parse,
};
use clap::Subcommand;
use comfy_table::Table;
use freehold_client::{calls, events::RoyaltyPaid, records::Share};
use freehold_primitives::{asset::Coins, ids::KindId};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Royalty {
	/// Show who shares the royalty of a kind, and what there is to collect.
	Show {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
	},
	/// Pay what there is of a kind's royalty to those who share it.
	Collect {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
	},
}

pub async fn run(context: &Context, verb: &Royalty) -> Result<(), Failure> {
	match verb {
		Royalty::Show { kind } => show(context, *kind).await,
		Royalty::Collect { kind } => {
			let receipt = context.sender().await?.execute(&calls::collect_royalty(*kind)).await?;
			let amount = Coins(receipt.expect::<RoyaltyPaid>()?.amount).to_string();
			let done = format!("the creators of kind {kind} got {amount} FHD");
			context.report(&done, json!({ "amount": amount }), &receipt);
			Ok(())
		},
	}
}

async fn show(context: &Context, kind: KindId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.kind(kind).await?.ok_or_else(|| unknown(format!("kind {kind}")))?;
	let shares = state.royalty(kind).await?;
	let accrued = Coins(state.accrued(kind).await?).to_string();
	let names = Names::read(&state, shares.iter().map(|share| share.to)).await?;
	let summary = facts([
		("kind", kind.to_string()),
		("royalty", percent(details.royalty)),
		("to be collected", format!("{accrued} FHD")),
	]);
	let human = format!("{summary}\n{}", shares_table(&shares, &names));
	let json = json!({
		"kind": kind.to_string(),
		"rate": details.royalty,
		"accrued": accrued,
		"shares": shares_json(&shares),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

/// Who shares a royalty.
pub fn shares_table(shares: &[Share], names: &Names) -> Table {
	let rows = shares.iter().map(|share| vec![names.of(share.to), percent(share.rate)]);
	table(&["royalty to", "of each payment"], rows)
}

/// The same for programs.
pub fn shares_json(shares: &[Share]) -> Value {
	shares
		.iter()
		.map(|share| json!({ "to": share.to, "basis_points": share.rate }))
		.collect()
}
