// SPDX-License-Identifier: Apache-2.0
use super::{lock, unknown, Context};
use crate::{failure::Failure, output::facts, parse};
use clap::{Args, Subcommand, ValueEnum};
use freehold_client::{
	calls,
	events::{CollectionCreated, ItemsMinted, KindCreated},
	records, Snapshot,
};
use freehold_primitives::ids::{AvatarId, CollectionId, ItemId, KindId, WorldId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Item {
	/// Create a collection, of a world or of an avatar.
	CreateCollection(Issuer),
	/// Take over the deposits of a collection whose world or avatar the signer owns by now.
	///
	/// Until then it gets no new kinds, items and units.
	Adopt {
		/// The collection's number.
		collection: u32,
	},
	/// Create a kind in a collection.
	CreateKind {
		/// The collection's number.
		#[arg(long)]
		collection: u32,
		/// Whether its items are told apart.
		#[arg(long, value_enum)]
		form: Form,
		/// Most that there may ever be.
		#[arg(long, value_name = "NUMBER")]
		max_supply: Option<u64>,
	},
	/// Mint unique items, one for each avatar named.
	Mint {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// Avatars, separated by commas.
		#[arg(long, required = true, value_delimiter = ',', value_name = "AVATARS")]
		to: Vec<u32>,
	},
	/// Mint units of a stackable kind.
	MintUnits {
		/// Such as 3/1.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// How many units.
		amount: u64,
		/// The avatar that gets them.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Give an item to another avatar.
	Transfer {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
		/// The avatar that gets it.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Give units to another avatar.
	TransferUnits {
		/// Such as 3/1.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// How many units.
		amount: u64,
		/// The avatar that gives them.
		#[arg(long, value_name = "AVATAR")]
		from: u32,
		/// The avatar that gets them.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Show an item (3#17), a kind (3/0) or a collection (3).
	Show {
		/// Such as 3#17, 3/0 or 3.
		what: String,
	},
}

/// Exactly one of them.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Issuer {
	/// The world whose operator and settlers mint.
	#[arg(long)]
	world: Option<u32>,
	/// The avatar whose owner mints.
	#[arg(long)]
	avatar: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Form {
	/// Each item has its own record.
	Unique,
	/// There are only amounts.
	Stackable,
}

pub async fn run(context: &Context, verb: &Item) -> Result<(), Failure> {
	match verb {
		Item::CreateCollection(issuer) => {
			let issuer = match (issuer.world, issuer.avatar) {
				(Some(world), _) => records::Issuer::World(WorldId(world)),
				(None, avatar) => records::Issuer::Avatar(AvatarId(avatar.unwrap_or_default())),
			};
			let call = calls::create_collection(issuer);
			let receipt = context.sender().await?.execute(&call).await?;
			let collection = receipt.expect::<CollectionCreated>()?.collection;
			let done = format!("created collection {collection}");
			context.report(&done, json!({ "collection": collection }), &receipt);
			Ok(())
		},
		Item::Adopt { collection } => {
			let done = format!("the signer has adopted collection {collection}");
			context
				.execute(&calls::adopt_collection(CollectionId(*collection)), &done)
				.await
		},
		Item::CreateKind { collection, form, max_supply } => {
			let form = match form {
				Form::Unique => records::Form::Unique,
				Form::Stackable => records::Form::Stackable,
			};
			let call = calls::create_kind(CollectionId(*collection), form, *max_supply);
			let receipt = context.sender().await?.execute(&call).await?;
			let kind = receipt.expect::<KindCreated>()?.kind;
			let done = format!("created kind {kind}");
			context.report(&done, json!({ "kind": kind.to_string() }), &receipt);
			Ok(())
		},
		Item::Mint { kind, to } => {
			let to: Vec<AvatarId> = to.iter().copied().map(AvatarId).collect();
			let call = calls::mint_items(*kind, &to);
			let receipt = context.sender().await?.execute(&call).await?;
			let ItemsMinted { first, count, .. } = receipt.expect()?;
			let done = format!("minted {count} items from {first} on");
			let json = json!({ "first": first.to_string(), "count": count });
			context.report(&done, json, &receipt);
			Ok(())
		},
		Item::MintUnits { kind, amount, to } => {
			let done = format!("minted {amount} units of kind {kind} for avatar {to}");
			context.execute(&calls::mint_units(*kind, AvatarId(*to), *amount), &done).await
		},
		Item::Transfer { item, to } => {
			let done = format!("item {item} is avatar {to}'s now");
			context.execute(&calls::transfer_item(*item, AvatarId(*to)), &done).await
		},
		Item::TransferUnits { kind, amount, from, to } => {
			let call = calls::transfer_units(*kind, AvatarId(*from), AvatarId(*to), *amount);
			let done = format!("{amount} units of kind {kind} are avatar {to}'s now");
			context.execute(&call, &done).await
		},
		Item::Show { what } => {
			let state = context.client().await?.finalised().await?;
			if let Ok(item) = parse::item(what) {
				show_item(context, &state, item).await
			} else if let Ok(kind) = parse::kind(what) {
				show_kind(context, &state, kind).await
			} else if let Ok(collection) = what.parse() {
				show_collection(context, &state, CollectionId(collection)).await
			} else {
				Err(Failure::Input(format!(
					"`{what}` is not an item (3#17), a kind (3/0) or a collection (3)"
				)))
			}
		},
	}
}

async fn show_item(context: &Context, state: &Snapshot, item: ItemId) -> Result<(), Failure> {
	let details = state.item(item).await?.ok_or_else(|| unknown(format!("item {item}")))?;
	let kind = KindId { collection: item.collection, index: details.kind };
	let table = facts([
		("item", item.to_string()),
		("kind", kind.to_string()),
		("owner", format!("avatar {}", details.holding.owner)),
		("version", details.holding.version.to_string()),
		("lock", lock(&details.holding)),
	]);
	let json = json!({
		"item": item.to_string(),
		"kind": kind.to_string(),
		"owner": details.holding.owner,
		"version": details.holding.version,
		"lock": lock(&details.holding),
		"block": state.block(),
	});
	context.output.finish(table, &json);
	Ok(())
}

async fn show_kind(context: &Context, state: &Snapshot, kind: KindId) -> Result<(), Failure> {
	let details = state.kind(kind).await?.ok_or_else(|| unknown(format!("kind {kind}")))?;
	let limit = details.max_supply.map_or("none".into(), |limit| limit.to_string());
	let table = facts([
		("kind", kind.to_string()),
		("form", format!("{:?}", details.form)),
		("supply", details.supply.to_string()),
		("limit", limit),
	]);
	let json = json!({
		"kind": kind.to_string(),
		"form": format!("{:?}", details.form),
		"supply": details.supply,
		"max_supply": details.max_supply,
		"block": state.block(),
	});
	context.output.finish(table, &json);
	Ok(())
}

async fn show_collection(
	context: &Context,
	state: &Snapshot,
	collection: CollectionId,
) -> Result<(), Failure> {
	let details = state.collection(collection).await?;
	let details = details.ok_or_else(|| unknown(format!("collection {collection}")))?;
	let issuer = match details.issuer {
		records::Issuer::World(world) => format!("world {world}"),
		records::Issuer::Avatar(avatar) => format!("avatar {avatar}"),
	};
	let table = facts([
		("collection", collection.to_string()),
		("issuer", issuer.clone()),
		("kinds", details.kinds.to_string()),
		("items minted", details.items.to_string()),
	]);
	let json = json!({
		"collection": collection,
		"issuer": issuer,
		"kinds": details.kinds,
		"items": details.items,
		"block": state.block(),
	});
	context.output.finish(table, &json);
	Ok(())
}
