// SPDX-License-Identifier: Apache-2.0
use super::show;
use crate::{
	commands::{percent, unknown, Context},
	failure::Failure,
	parse,
};
use clap::{Args, Subcommand, ValueEnum};
use freehold_client::{
	calls,
	events::{KindCreated, RoyaltySet},
	records::{self, Rules, Share},
};
use freehold_primitives::ids::{CollectionId, KindId, WorldId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Kind {
	/// Create a kind in a collection.
	///
	/// Its items may be given and traded anywhere, and not destroyed, unless told. Later on, only
	/// more can be allowed.
	Create(Box<Create>),
	/// Show a kind with its royalty and its attributes.
	Show {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
	},
	/// Allow more to be done with what is of a kind; this can't be taken back.
	Loosen(Loosen),
	/// Lower how many of a kind may ever be minted; this can't be taken back.
	Cap {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// Most that may ever be minted.
		max_supply: u64,
	},
	/// Say who shares the royalty of a kind from now on; what accrued so far is paid out before.
	///
	/// Unique items pay no more than the rate when they were minted; that of units in use can't be
	/// raised.
	Royalty(Royalty),
	/// Remove a kind of which there is nothing, and get its deposits back.
	Remove {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
	},
}

#[derive(Args)]
pub struct Create {
	/// The collection's number.
	#[arg(long)]
	collection: u32,
	/// Whether its items are told apart.
	#[arg(long, value_enum)]
	form: Form,
	/// Most that may ever be minted.
	#[arg(long, value_name = "NUMBER")]
	max_supply: Option<u64>,
	/// An avatar and what it gets of each payment, such as 7:250 for 2.50 %; may be repeated.
	#[arg(long, value_name = "AVATAR:BASIS_POINTS", value_parser = parse::share)]
	royalty: Vec<Share>,
	/// It stays with the avatar that got it: it is neither given nor traded.
	#[arg(long)]
	soulbound: bool,
	/// Who holds it may destroy it, and make other things of it.
	#[arg(long)]
	burnable: bool,
	/// The only world in which it may be traded; one that the signer serves.
	#[arg(long, value_name = "WORLD")]
	home: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Form {
	/// Each item has its own record.
	Unique,
	/// There are only amounts.
	Stackable,
}

#[derive(Args)]
pub struct Loosen {
	/// Such as 3/0.
	#[arg(value_parser = parse::kind)]
	kind: KindId,
	#[command(flatten)]
	more: More,
}

/// At least one of them.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct More {
	/// It may be given and traded.
	#[arg(long)]
	transferable: bool,
	/// Who holds it may destroy it, and make other things of it.
	#[arg(long)]
	burnable: bool,
	/// It may be traded in every world.
	#[arg(long)]
	anywhere: bool,
}

#[derive(Args)]
pub struct Royalty {
	/// Such as 3/0.
	#[arg(value_parser = parse::kind)]
	kind: KindId,
	/// Avatars and what they get of each payment, such as 7:250 for 2.50 %.
	#[arg(
		value_name = "AVATAR:BASIS_POINTS",
		value_parser = parse::share,
		required_unless_present = "none"
	)]
	shares: Vec<Share>,
	/// Nobody gets anything.
	#[arg(long, conflicts_with = "shares")]
	none: bool,
}

pub async fn run(context: &Context, verb: &Kind) -> Result<(), Failure> {
	match verb {
		Kind::Create(arguments) => create(context, arguments).await,
		Kind::Show { kind } => show::kind(context, *kind).await,
		Kind::Loosen(Loosen { kind, more }) => loosen(context, *kind, more).await,
		Kind::Cap { kind, max_supply } => {
			let done = format!("at most {max_supply} of kind {kind} will ever be minted");
			context.execute(&calls::lower_cap(*kind, *max_supply), &done).await
		},
		Kind::Royalty(Royalty { kind, shares, .. }) => {
			let receipt =
				context.sender().await?.execute(&calls::set_royalty(*kind, shares)).await?;
			let rate = receipt.expect::<RoyaltySet>()?.rate;
			let done = format!("{} of each payment for kind {kind} is its royalty", percent(rate));
			context.report(&done, json!({ "rate": rate }), &receipt);
			Ok(())
		},
		Kind::Remove { kind } => {
			let done = format!("kind {kind} is gone");
			context.execute(&calls::remove_kind(*kind), &done).await
		},
	}
}

pub async fn create(context: &Context, arguments: &Create) -> Result<(), Failure> {
	let Create { collection, form, max_supply, royalty, soulbound, burnable, home } = arguments;
	let form = match form {
		Form::Unique => records::Form::Unique,
		Form::Stackable => records::Form::Stackable,
	};
	let rules = Rules { transferable: !soulbound, burnable: *burnable, home: home.map(WorldId) };
	let call = calls::create_kind(CollectionId(*collection), form, *max_supply, rules, royalty);
	let receipt = context.sender().await?.execute(&call).await?;
	let kind = receipt.expect::<KindCreated>()?.kind;
	let done = format!("created {} kind {kind}: it {}", form.name(), show::rules(&rules));
	context.report(&done, json!({ "kind": kind.to_string() }), &receipt);
	Ok(())
}

async fn loosen(context: &Context, kind: KindId, more: &More) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let details = sender.client().finalised().await?.kind(kind).await?;
	let before = details.ok_or_else(|| unknown(format!("kind {kind}")))?.rules;
	let rules = Rules {
		transferable: before.transferable || more.transferable,
		burnable: before.burnable || more.burnable,
		home: before.home.filter(|_| !more.anywhere),
	};
	let receipt = sender.execute(&calls::loosen_kind(kind, rules)).await?;
	let done = format!("what is of kind {kind} {} now", show::rules(&rules));
	context.report(&done, show::rules_json(&rules), &receipt);
	Ok(())
}
