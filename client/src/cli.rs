// SPDX-License-Identifier: Apache-2.0
//! The verbs of the command and what they all take.

use crate::commands::{account, avatar, demo, item, keys, land, market, order, settle, world};
use clap::{Args, Parser, Subcommand};

/// Wallet and world server of the Freehold chain.
#[derive(Parser)]
#[command(name = "freehold", version, arg_required_else_help = true)]
pub struct Cli {
	#[command(flatten)]
	pub global: Global,
	#[command(subcommand)]
	pub verb: Verb,
}

/// Keeps what all verbs take apart from what one does.
const COMMON: &str = "Common options";

#[derive(Args)]
pub struct Global {
	/// The node's WebSocket address.
	#[arg(
		long,
		global = true,
		env = "FREEHOLD_URL",
		default_value = "ws://127.0.0.1:9944",
		help_heading = COMMON
	)]
	pub url: String,
	/// Print the result as one line of JSON.
	#[arg(long, global = true, help_heading = COMMON)]
	pub json: bool,
	/// Who signs: a key's name, a //Uri, or the path of a key file.
	///
	/// On a chain for development it is //Alice unless told.
	#[arg(long, global = true, value_name = "KEY", help_heading = COMMON)]
	pub key: Option<String>,
}

#[derive(Subcommand)]
pub enum Verb {
	/// Make, show and keep keys.
	#[command(subcommand)]
	Keys(keys::Keys),
	/// Money on accounts.
	#[command(subcommand)]
	Account(account::Account),
	/// Worlds and who settles for them.
	#[command(subcommand)]
	World(world::World),
	/// Avatars, their purses and devices.
	#[command(subcommand)]
	Avatar(avatar::Avatar),
	/// Parcels.
	#[command(subcommand)]
	Land(land::Land),
	/// Collections, kinds, items and units.
	#[command(subcommand)]
	Item(item::Item),
	/// Listings for sale.
	#[command(subcommand)]
	Market(market::Market),
	/// Settle signed trades from a file.
	Settle(settle::Settle),
	/// Sign, accept and read orders.
	#[command(subcommand)]
	Order(order::Order),
	/// Run a world with a thousand trades and check every outcome.
	Demo(demo::Demo),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_well_formed() {
		Cli::command().debug_assert();
	}

	#[test]
	fn coordinates_may_be_negative() {
		for arguments in [
			&["freehold", "world", "register", "--from", "-16,-16", "--to", "15,15"][..],
			&["freehold", "land", "show", "--world", "0", "-3,4"],
			&["freehold", "land", "transfer", "--world", "0", "-3,-4", "--to", "7"],
		] {
			assert!(Cli::try_parse_from(arguments).is_ok(), "{arguments:?}");
		}
	}
}
