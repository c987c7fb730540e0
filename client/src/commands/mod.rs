// SPDX-License-Identifier: Apache-2.0
//! One file for each group of verbs.

pub mod account;
pub mod assets;
pub mod avatar;
pub mod bulk;
pub mod demo;
pub mod item;
pub mod keys;
pub mod land;
pub mod market;
pub mod names;
pub mod order;
pub mod receipt;
pub mod recovery;
pub mod settle;
pub mod world;

use crate::{
	cli::{Cli, Global, Verb},
	failure::Failure,
	keyring::Keyring,
	output::Output,
};
use freehold_client::{AccountKey, Call, Client, Receipt, Sender};
use freehold_primitives::{asset::Holding, fee::BasisPoints, ids::WorldId};
use serde_json::{json, Map, Value};

/// What every command works with.
pub struct Context {
	global: Global,
	pub output: Output,
	pub keyring: Keyring,
}

pub async fn run(cli: Cli) -> Result<(), Failure> {
	let output = Output::new(cli.global.json);
	let context = &Context { global: cli.global, output, keyring: Keyring::open()? };
	match &cli.verb {
		Verb::Keys(verb) => keys::run(context, verb),
		Verb::Account(verb) => account::run(context, verb).await,
		Verb::World(verb) => world::run(context, verb).await,
		Verb::Avatar(verb) => avatar::run(context, verb).await,
		Verb::Land(verb) => land::run(context, verb).await,
		Verb::Item(verb) => item::run(context, verb).await,
		Verb::Market(verb) => market::run(context, verb).await,
		Verb::Settle(verb) => settle::run(context, verb).await,
		Verb::Order(verb) => order::run(context, verb).await,
		Verb::Demo(verb) => demo::run(context, verb).await,
	}?;
	context.output.ensure_written()
}

impl Context {
	pub fn url(&self) -> &str {
		&self.global.url
	}

	/// What was given as `--key`.
	pub fn key(&self) -> Option<&str> {
		self.global.key.as_deref()
	}

	pub async fn client(&self) -> Result<Client, Failure> {
		Ok(Client::connect(self.url()).await?)
	}

	/// Whoever signs transactions.
	pub async fn sender(&self) -> Result<Sender, Failure> {
		let client = self.client().await?;
		let key = self.account_key(&client).await?;
		Ok(Sender::new(client, key).await?)
	}

	/// The key given, or Alice's where that is harmless.
	pub async fn account_key(&self, client: &Client) -> Result<AccountKey, Failure> {
		match self.key() {
			Some(key) => self.keyring.account_key(key),
			None if client.is_development().await? => self.keyring.account_key("//Alice"),
			None => Err(Failure::Input(
				"say who signs with --key: this is not a chain for development".into(),
			)),
		}
	}

	/// Executes a call and tells that it is final.
	pub async fn execute(&self, call: &Call, done: &str) -> Result<(), Failure> {
		let receipt = self.sender().await?.execute(call).await?;
		self.report(done, json!({}), &receipt);
		Ok(())
	}

	/// Tells what was done, and in which block.
	pub fn report(&self, done: &str, details: Value, receipt: &Receipt) {
		let mut json = match details {
			Value::Object(details) => details,
			_ => Map::new(),
		};
		json.insert("block".into(), json!(receipt.block));
		json.insert("number".into(), json!(receipt.number));
		let human = format!("{done} (final in block {}, {:?})", receipt.number, receipt.block);
		self.output.finish(human, &json.into());
	}
}

/// The error for something that does not exist.
pub fn unknown(what: impl std::fmt::Display) -> Failure {
	Failure::Check(format!("there is no {what}"))
}

/// The error for a world that does not exist.
pub fn unknown_world(world: WorldId) -> Failure {
	unknown(format!("world {world}"))
}

/// Who keeps an asset where it is, in a few words.
pub fn lock(holding: &Holding) -> String {
	holding.lock.map_or("none".into(), |lock| lock.to_string())
}

/// A rate in percent, such as `2.50 %`.
pub fn percent(rate: BasisPoints) -> String {
	let (whole, part) = (rate / 100, rate % 100);
	format!("{whole}.{part:02} %")
}

/// What a pointer says: text if people can read it, else bytes in hex.
pub fn pointer(bytes: &[u8]) -> String {
	match std::str::from_utf8(bytes) {
		Ok(text) if !text.chars().any(char::is_control) => text.into(),
		_ => format!("0x{}", hex::encode(bytes)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_what_people_can_read_is_shown_as_text() {
		assert_eq!(pointer(b"ipfs://bafy"), "ipfs://bafy");
		assert_eq!(pointer(b"a\x1b[2J"), "0x611b5b324a");
		assert_eq!(pointer(&[0xff, 1]), "0xff01");
	}
}
