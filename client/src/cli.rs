// SPDX-License-Identifier: Apache-2.0
//! The verbs of the command and what they all take.

use crate::{
	commands::{account, avatar, demo, item, keys, land, market, order, settle, world},
	parse,
};
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
		value_parser = parse::url,
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
	/// Avatars: their purses, devices, handles and badges.
	#[command(subcommand)]
	Avatar(avatar::Avatar),
	/// Parcels and estates: their titles, rights and leases.
	#[command(subcommand)]
	Land(land::Land),
	/// Collections, kinds, items and units; attributes, outfits, recipes and royalties.
	#[command(subcommand, after_help = item::EXAMPLES)]
	Item(item::Item),
	/// Listings, offers, barters and auctions.
	#[command(subcommand, after_help = market::EXAMPLES)]
	Market(market::Market),
	/// Settle signed trades from a file.
	Settle(settle::Settle),
	/// Sign, accept, check and read orders that are settled in batches.
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
			&["freehold", "land", "access", "-3,4", "--world", "0", "invited"],
			&["freehold", "market", "list", "--world", "0", "parcel:-3,4", "--price", "1"],
			&[
				"freehold", "land", "estate", "found", "--owner", "1", "--world", "0", "--at",
				"-1,-1",
			],
			&[
				"freehold", "land", "map", "--world", "0", "--out", "a.png", "--from", "-1,-1",
				"--to", "-1,-1",
			],
		] {
			assert!(Cli::try_parse_from(arguments).is_ok(), "{arguments:?}");
		}
	}

	#[test]
	fn an_offer_is_accepted_as_it_was_seen() {
		let accept = |rest: &[&'static str]| {
			let words = ["freehold", "avatar", "accept", "0"].into_iter().chain(rest.to_vec());
			Cli::try_parse_from(words).is_ok()
		};

		assert!(accept(&["--offered-at", "7", "--max-price", "1.5"]));
		assert!(!accept(&["--offered-at", "7"]));
		assert!(!accept(&["--max-price", "1.5"]));
	}

	#[test]
	fn what_is_too_long_or_too_high_is_refused_before_anything_is_done() {
		let long = "x".repeat(65);
		for words in [
			&["world", "name", "0", &long][..],
			&["world", "name", "0", ""],
			&["avatar", "badge", "attest", "0", "--world", "0", &long],
			&["world", "set-fee", "0", "--fee", "1001", "--fee-to", "0"],
		] {
			let refused = Cli::try_parse_from(["freehold"].iter().chain(words));

			assert_eq!(refused.err().map(|error| error.exit_code()), Some(2), "{words:?}");
		}
	}

	#[test]
	fn an_address_that_is_none_is_refused_before_anything_is_done() {
		let refused = Cli::try_parse_from(["freehold", "--url", "garbage", "world", "list"]);

		assert_eq!(refused.err().map(|error| error.exit_code()), Some(2));
	}
}
