// SPDX-License-Identifier: Apache-2.0
use crate::{
	arguments::DAY,
	commands::Context,
	failure::Failure,
	parse::{self, When},
};
use clap::Subcommand;
use freehold_client::{address, calls};
use freehold_primitives::{asset::Coins, chain::Balance, ids::WorldId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Settler {
	/// Let an account settle trades for a world.
	Add {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// An address, a public key in hex, or a key.
		settler: String,
		/// Last block in which it may, or a time from now on, such as 7d; a day if not told.
		#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
		until: Option<When>,
		/// Most FHD that its trades may move in one block; any amount if not told.
		#[arg(long, value_name = "FHD", value_parser = parse::amount)]
		cap: Option<Balance>,
	},
	/// Take that right back.
	Remove {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// An address, a public key in hex, or a key.
		settler: String,
	},
}

pub async fn run(context: &Context, verb: &Settler) -> Result<(), Failure> {
	match verb {
		Settler::Add { world, settler, until, cap } => {
			let settler = context.keyring.account(settler)?;
			let mut owner = context.sender().await?;
			let now = owner.client().best().await?.number();
			let until = until.unwrap_or(When::After(DAY)).from(now);
			let call = calls::add_settler(WorldId(*world), &settler, until, *cap);
			let receipt = owner.execute(&call).await?;
			let address = address::encode(&settler);
			let cap = cap.map(|cap| Coins(cap).to_string());
			let most = cap.as_ref().map(|cap| format!(", {cap} FHD in a block at most"));
			let done = format!(
				"{address} may settle for world {world} until block {until}{}",
				most.unwrap_or_default()
			);
			let json = json!({ "settler": address, "until": until, "cap": cap });
			context.report(&done, json, &receipt);
			Ok(())
		},
		Settler::Remove { world, settler } => {
			let settler = context.keyring.account(settler)?;
			let call = calls::remove_settler(WorldId(*world), &settler);
			let address = address::encode(&settler);
			let done = format!("{address} no longer settles for world {world}");
			context.execute(&call, &done).await
		},
	}
}
