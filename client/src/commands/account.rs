// SPDX-License-Identifier: Apache-2.0
use super::{recovery, Context};
use crate::{failure::Failure, output::facts, parse};
use clap::Subcommand;
use freehold_client::{address, calls};
use freehold_primitives::{asset::Coins, chain::Balance};
use serde_json::json;

#[derive(Subcommand)]
pub enum Account {
	/// Show what an account has.
	Balance {
		/// An address, a public key in hex, or a key; whoever signs if none.
		who: Option<String>,
	},
	/// Send coins from account to account.
	Transfer {
		/// An address, a public key in hex, or a key.
		#[arg(long)]
		to: String,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Recover an account whose key is lost, by friends that it named before.
	#[command(subcommand)]
	Recovery(recovery::Recovery),
}

pub async fn run(context: &Context, verb: &Account) -> Result<(), Failure> {
	match verb {
		Account::Balance { who } => balance(context, who.as_deref()).await,
		Account::Transfer { to, amount } => {
			let to = context.keyring.account(to)?;
			let done = format!("sent {} FHD to {}", Coins(*amount), address::encode(&to));
			context.execute(&calls::transfer(&to, *amount), &done).await
		},
		Account::Recovery(verb) => recovery::run(context, verb).await,
	}
}

async fn balance(context: &Context, who: Option<&str>) -> Result<(), Failure> {
	let client = context.client().await?;
	let account = match who {
		Some(who) => context.keyring.account(who)?,
		None => context.account_key(&client).await?.account(),
	};
	let state = client.finalised().await?;
	let info = state.account(&account).await?;
	let table = facts([
		("account", address::encode(&account)),
		("free", format!("{} FHD", Coins(info.data.free))),
		("held as deposits", format!("{} FHD", Coins(info.data.reserved))),
		("frozen", format!("{} FHD", Coins(info.data.frozen))),
		("transactions sent", info.nonce.to_string()),
	]);
	let json = json!({
		"account": address::encode(&account),
		"free": Coins(info.data.free).to_string(),
		"held": Coins(info.data.reserved).to_string(),
		"frozen": Coins(info.data.frozen).to_string(),
		"nonce": info.nonce,
		"block": state.block(),
	});
	context.output.finish(table, &json);
	Ok(())
}
