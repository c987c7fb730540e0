// SPDX-License-Identifier: Apache-2.0
mod attribute;
mod collection;
mod custody;
mod draw;
mod holding;
mod kind;
mod outfit;
mod recipe;
mod royalty;
mod show;

use super::Context;
use crate::{failure::Failure, parse};
use clap::Subcommand;
use freehold_primitives::ids::{AvatarId, ItemId, KindId};

pub use outfit::Worn;

/// Shown after the verbs.
pub const EXAMPLES: &str = "\
A collection has kinds; a kind has unique items, such as 3#17, or units, of which there are amounts.

Examples:
  freehold item collection create --avatar 0
  freehold item kind create --collection 3 --form unique --royalty 0:250
  freehold item mint 3/0 --to 1,2
  freehold item recipe create --collection 3 --input 3/1*50 --yield 3/0
  freehold item show 3#17";

#[derive(Subcommand)]
pub enum Item {
	/// Show an item (3#17), a kind (3/0) or a collection (3).
	Show {
		/// Such as 3#17, 3/0 or 3.
		what: String,
	},
	/// Collections: who issues them, their names, handing them over.
	#[command(subcommand)]
	Collection(collection::Collection),
	/// Kinds: what may be done with them, how many there may be, who earns.
	#[command(subcommand)]
	Kind(kind::Kind),
	/// Mint unique items, for each avatar named.
	Mint(holding::Mint),
	/// Mint units of a stackable kind, for each avatar named.
	MintUnits(holding::MintUnits),
	/// Give items to another avatar.
	#[command(alias = "transfer")]
	Give(holding::Give),
	/// Give units to another avatar.
	#[command(alias = "transfer-units")]
	GiveUnits(holding::GiveUnits),
	/// Destroy an item of the signer's avatar, with its attributes.
	Burn {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
	},
	/// Destroy units of the signer's avatar.
	BurnUnits {
		/// Such as 3/1.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// How many units.
		amount: u64,
		/// The avatar that has them.
		#[arg(long, value_name = "AVATAR")]
		from: u32,
	},
	/// Attributes: what is written on items, and who may write it.
	#[command(subcommand)]
	Attribute(attribute::Attribute),
	/// Have the owner of an item wear it, which keeps it from changing hands.
	Wear {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
		/// Where, 0 to 31: what each is for is the worlds' affair.
		#[arg(long, value_parser = clap::value_parser!(u8).range(0..=31))]
		slot: u8,
	},
	/// Take off an item that its owner wears.
	TakeOff {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
	},
	/// Show what an avatar wears.
	Outfit {
		/// The avatar's number.
		avatar: u32,
	},
	/// Custody: items that stay where they are for a world, for a time.
	#[command(subcommand)]
	Custody(custody::Custody),
	/// Recipes: what can be made of what.
	#[command(subcommand)]
	Recipe(recipe::Recipe),
	/// Draws: what chance will have made.
	#[command(subcommand)]
	Draw(draw::Draw),
	/// Royalties: what creators earn wherever their items are traded.
	#[command(subcommand)]
	Royalty(royalty::Royalty),
	/// Short for `collection create`.
	#[command(hide = true)]
	CreateCollection(collection::Issuer),
	/// Short for `collection adopt`.
	#[command(hide = true)]
	Adopt(collection::Takeover),
	/// Short for `kind create`.
	#[command(hide = true)]
	CreateKind(Box<kind::Create>),
}

pub async fn run(context: &Context, verb: &Item) -> Result<(), Failure> {
	match verb {
		Item::Show { what } => show::run(context, what).await,
		Item::Collection(verb) => collection::run(context, verb).await,
		Item::Kind(verb) => kind::run(context, verb).await,
		Item::Mint(arguments) => holding::mint(context, arguments).await,
		Item::MintUnits(arguments) => holding::mint_units(context, arguments).await,
		Item::Give(arguments) => holding::give(context, arguments).await,
		Item::GiveUnits(arguments) => holding::give_units(context, arguments).await,
		Item::Burn { item } => holding::burn(context, *item).await,
		Item::BurnUnits { kind, amount, from } => {
			holding::burn_units(context, *kind, *amount, AvatarId(*from)).await
		},
		Item::Attribute(verb) => attribute::run(context, verb).await,
		Item::Wear { item, slot } => outfit::wear(context, *item, *slot).await,
		Item::TakeOff { item } => outfit::take_off(context, *item).await,
		Item::Outfit { avatar } => outfit::show(context, AvatarId(*avatar)).await,
		Item::Custody(verb) => custody::run(context, verb).await,
		Item::Recipe(verb) => recipe::run(context, verb).await,
		Item::Draw(verb) => draw::run(context, verb).await,
		Item::Royalty(verb) => royalty::run(context, verb).await,
		Item::CreateCollection(issuer) => collection::create(context, issuer).await,
		Item::Adopt(takeover) => collection::adopt(context, takeover).await,
		Item::CreateKind(arguments) => kind::create(context, arguments).await,
	}
}
