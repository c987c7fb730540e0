// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::Context,
	failure::Failure,
	parse::{self, When},
};
use clap::{Args, Subcommand};
use freehold_client::calls;
use freehold_primitives::ids::{ItemId, WorldId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Custody {
	/// Keep an item of the signer's avatar where it is for a world, until a block at most.
	Place(Place),
	/// Let an item go, as a server of the world that has it in custody.
	Release {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
	},
}

#[derive(Args)]
pub struct Place {
	/// Such as 3#17.
	#[arg(value_parser = parse::item)]
	item: ItemId,
	/// The world whose servers may let it go before.
	#[arg(long)]
	world: u32,
	/// Last block in which it counts, or a time from now on, such as 6h.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: When,
	/// Why, by a number that the world gives a meaning.
	#[arg(long, default_value_t = 0, value_name = "NUMBER")]
	reason: u16,
}

pub async fn run(context: &Context, verb: &Custody) -> Result<(), Failure> {
	match verb {
		Custody::Place(Place { item, world, until, reason }) => {
			let mut sender = context.sender().await?;
			let now = sender.client().best().await?.number();
			let until = until.from(now);
			let call = calls::place_in_custody(*item, WorldId(*world), *reason, until);
			let receipt = sender.execute(&call).await?;
			let done = format!(
				"item {item} is in the custody of world {world} until block {}",
				parse::until(until, receipt.number)
			);
			context.report(&done, json!({ "until": until }), &receipt);
			Ok(())
		},
		Custody::Release { item } => {
			let done = format!("item {item} is in no custody any more");
			context.execute(&calls::release_from_custody(*item), &done).await
		},
	}
}
