// SPDX-License-Identifier: Apache-2.0
//! What is for sale, wanted and up for auction.

mod subject;

use super::entry::{self, Side};
use crate::{
	commands::{names::Names, Context},
	failure::Failure,
	output::table,
	parse::{self, Named},
};
use clap::Args;
use comfy_table::Table;
use freehold_client::Snapshot;
use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::BlockNumber,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};
use subject::{Entry, Kinds};

#[derive(Args)]
pub struct Book {
	/// Of this world only.
	#[arg(long)]
	world: Option<u32>,
	/// Of this kind only, such as 3/1.
	#[arg(long, value_parser = parse::kind)]
	kind: Option<KindId>,
	/// Of this collection only.
	#[arg(long)]
	collection: Option<u32>,
	/// Where this asset is given, wanted or would do: item:3#17, estate:7, or parcel:-3,4 with its
	/// --world.
	#[arg(long)]
	asset: Option<String>,
	/// Of this avatar only.
	#[arg(long, value_name = "AVATAR")]
	maker: Option<u32>,
	/// One side only; auctions are on the side of those who sell.
	#[arg(long, value_enum)]
	side: Option<Side>,
	/// Also what can't be taken any more, and waits to be cleared away or closed.
	#[arg(long)]
	all: bool,
}

/// What is asked for.
struct Filter {
	world: Option<WorldId>,
	kind: Option<KindId>,
	collection: Option<CollectionId>,
	asset: Option<UniqueId>,
	maker: Option<AvatarId>,
	side: Option<Side>,
}

impl Book {
	fn filter(&self) -> Result<Filter, Failure> {
		let world = self.world.map(WorldId);
		let named = self.asset.as_deref().map(|text| parse::asset(text, world)).transpose();
		let asset = match named.map_err(Failure::Input)? {
			None => None,
			Some(Named::Unversioned(id)) => Some(id),
			Some(Named::Whole(asset)) => {
				Some(asset.unique().map(|(id, _)| id).ok_or_else(|| {
					Failure::Input("name what exists once as the asset; units go by --kind".into())
				})?)
			},
		};
		Ok(Filter {
			world,
			kind: self.kind,
			collection: self.collection.map(CollectionId),
			asset,
			maker: self.maker.map(AvatarId),
			side: self.side,
		})
	}
}

pub async fn run(context: &Context, arguments: &Book) -> Result<(), Failure> {
	let filter = arguments.filter()?;
	let state = context.client().await?.finalised().await?;
	let entries = Entries::read(&state, &filter, arguments.all).await?;
	let names = Names::read(&state, entries.0.iter().map(Entry::maker)).await?;
	let table = entries.table(&names, state.number());
	let mut json = entries.json(&names);
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

/// The orders and auctions of an avatar.
pub struct Own(Entries);

impl Own {
	pub async fn read(state: &Snapshot, avatar: AvatarId) -> Result<Self, Failure> {
		let filter = Filter {
			world: None,
			kind: None,
			collection: None,
			asset: None,
			maker: Some(avatar),
			side: None,
		};
		Ok(Self(Entries::read(state, &filter, true).await?))
	}

	pub fn is_empty(&self) -> bool {
		self.0 .0.is_empty()
	}

	pub fn table(&self, now: BlockNumber) -> Table {
		self.0.table(&Names::default(), now)
	}

	/// Under `orders` and `auctions`.
	pub fn json(&self) -> Value {
		self.0.json(&Names::default())
	}
}

/// Entries by what they are about, and by price within that.
struct Entries(Vec<Entry>);

impl Entries {
	async fn read(state: &Snapshot, filter: &Filter, all: bool) -> Result<Self, Failure> {
		let mut entries = Vec::new();
		for (id, order) in state.orders().await? {
			if filter.first(order.world, order.maker, Side::of(&order)) {
				entries.push(Entry::Order(id, order, None));
			}
		}
		for (id, auction) in state.auctions().await? {
			if filter.first(auction.world, auction.seller, Side::Sell) {
				entries.push(Entry::Auction(id, auction));
			}
		}
		if !all {
			let void = void(state, &entries).await?;
			let now = state.number();
			entries.retain(|entry| entry.until() >= now && !void.contains(&entry.key()));
		}
		let kinds = kinds(state, &entries, filter.asset).await?;
		entries.retain(|entry| filter.second(entry, &kinds));
		for entry in &mut entries {
			if let Entry::Order(id, order, price) = entry {
				*price = entry::price_of(state, *id, order).await?;
			}
		}
		entries.sort_by_key(|entry| entry.rank(&kinds));
		Ok(Self(entries))
	}

	fn table(&self, names: &Names, now: BlockNumber) -> Table {
		let rows = self.0.iter().map(|entry| entry.row(names, now));
		table(&["id", "what", "of", "price now in FHD", "lots", "until block", "world"], rows)
	}

	fn json(&self, names: &Names) -> Value {
		let (mut orders, mut auctions) = (Vec::new(), Vec::new());
		for entry in &self.0 {
			match entry {
				Entry::Order(id, order, price) => {
					let mut json = entry::order_json(*id, order, *price);
					json["handle"] = json!(names.handle(order.maker));
					orders.push(json);
				},
				Entry::Auction(id, auction) => {
					let mut json = entry::auction_json(*id, auction);
					json["handle"] = json!(names.handle(auction.seller));
					auctions.push(json);
				},
			}
		}
		json!({ "orders": orders, "auctions": auctions })
	}
}

/// The orders whose maker has another owner than when it made them.
async fn void(state: &Snapshot, entries: &[Entry]) -> Result<BTreeSet<(bool, u32)>, Failure> {
	let makers: BTreeSet<AvatarId> = entries.iter().map(Entry::maker).collect();
	let makers: Vec<AvatarId> = makers.into_iter().collect();
	let tenures: BTreeMap<AvatarId, u32> = state
		.avatars_named(&makers)
		.await?
		.into_iter()
		.map(|(avatar, details)| (avatar, details.tenure))
		.collect();
	let is_void = |entry: &&Entry| match entry {
		Entry::Order(_, order, _) => tenures.get(&order.maker) != Some(&order.tenure),
		// An auction binds whoever owns the seller by then.
		Entry::Auction(..) => false,
	};
	Ok(entries.iter().filter(is_void).map(Entry::key).collect())
}

/// The kinds of the items that entries name, and of the one that is asked for.
async fn kinds(
	state: &Snapshot,
	entries: &[Entry],
	asked: Option<UniqueId>,
) -> Result<Kinds, Failure> {
	let item = |asset: Asset| match asset {
		Asset::Item { id, .. } => Some(id),
		_ => None,
	};
	let mut items: BTreeSet<ItemId> =
		entries.iter().flat_map(Entry::assets).filter_map(item).collect();
	if let Some(UniqueId::Item(id)) = asked {
		items.insert(id);
	}
	let items: Vec<ItemId> = items.into_iter().collect();
	let details = state.items_named(&items).await?;
	Ok(details.into_iter().map(|(id, it)| (id, it.kind_in(id.collection))).collect())
}

impl Filter {
	/// What needs no record beside the entry's own.
	fn first(&self, world: WorldId, maker: AvatarId, side: Side) -> bool {
		self.world.is_none_or(|it| it == world)
			&& self.maker.is_none_or(|it| it == maker)
			&& self.side.is_none_or(|it| it == side)
	}

	fn second(&self, entry: &Entry, kinds: &Kinds) -> bool {
		self.kind.is_none_or(|kind| entry.concerns_kind(kind, kinds))
			&& self.collection.is_none_or(|it| entry.concerns_collection(it))
			&& self.asset.is_none_or(|asset| entry.concerns(asset, kinds))
	}
}
