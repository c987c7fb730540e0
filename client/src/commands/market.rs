// SPDX-License-Identifier: Apache-2.0
use super::{unknown, Context};
use crate::{
	failure::Failure,
	output::{facts, table},
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::{calls, records::ListingDetails};
use freehold_primitives::{
	asset::{Coins, UniqueId},
	chain::Balance,
	ids::{AvatarId, WorldId},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Market {
	/// List an asset of the signer's avatar for sale.
	List {
		#[command(flatten)]
		asset: Asset,
		/// FHD, such as 1.5.
		#[arg(long, value_parser = parse::amount)]
		price: Balance,
	},
	/// Buy a listed asset, for an avatar of the signer.
	Buy {
		#[command(flatten)]
		asset: Asset,
		/// The avatar that pays and gets it.
		#[arg(long, value_name = "AVATAR")]
		buyer: u32,
		/// Most to pay; the present price if not told.
		#[arg(long, value_name = "PRICE", value_parser = parse::amount)]
		max_price: Option<Balance>,
	},
	/// Take a listing back.
	Cancel(Asset),
	/// Show a listing.
	Show(Asset),
	/// Show all listings.
	Listings {
		/// Of this world only.
		#[arg(long)]
		world: Option<u32>,
	},
}

#[derive(Args)]
pub struct Asset {
	/// `item:3#17`, `parcel:-3,4` or `estate:7`.
	asset: String,
	/// The world: of the parcel, and whose market it is when listing.
	#[arg(long, default_value_t = 0)]
	world: u32,
}

impl Asset {
	fn id(&self) -> Result<UniqueId, Failure> {
		parse::unique(&self.asset, WorldId(self.world)).map_err(Failure::Input)
	}
}

pub async fn run(context: &Context, verb: &Market) -> Result<(), Failure> {
	match verb {
		Market::List { asset, price } => {
			let id = asset.id()?;
			let done = format!("listed {id} for {} FHD", Coins(*price));
			context.execute(&calls::list(WorldId(asset.world), id, *price), &done).await
		},
		Market::Buy { asset, buyer, max_price } => {
			let id = asset.id()?;
			let mut sender = context.sender().await?;
			let price = match max_price {
				Some(price) => *price,
				None => {
					let listing = sender.client().finalised().await?.listing(id).await?;
					listing.ok_or_else(|| unknown(format!("listing of {id}")))?.price
				},
			};
			let receipt = sender.execute(&calls::buy(id, AvatarId(*buyer), price)).await?;
			let done = format!("avatar {buyer} bought {id} for at most {} FHD", Coins(price));
			context.report(&done, json!({ "asset": id.to_string() }), &receipt);
			Ok(())
		},
		Market::Cancel(asset) => {
			let id = asset.id()?;
			context.execute(&calls::cancel(id), &format!("{id} is no longer listed")).await
		},
		Market::Show(asset) => {
			let id = asset.id()?;
			let state = context.client().await?.finalised().await?;
			let listing = state.listing(id).await?;
			let listing = listing.ok_or_else(|| unknown(format!("listing of {id}")))?;
			let table = facts([
				("asset", id.to_string()),
				("world", listing.world.to_string()),
				("seller", format!("avatar {}", listing.seller)),
				("price", format!("{} FHD", Coins(listing.price))),
			]);
			context.output.finish(table, &described(id, &listing));
			Ok(())
		},
		Market::Listings { world } => listings(context, world.map(WorldId)).await,
	}
}

async fn listings(context: &Context, world: Option<WorldId>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut listings = state.listings().await?;
	listings.retain(|(_, listing)| world.is_none_or(|world| world == listing.world));
	let rows = listings.iter().map(|(id, listing)| {
		let (seller, price) = (listing.seller.to_string(), Coins(listing.price).to_string());
		vec![id.to_string(), listing.world.to_string(), seller, price]
	});
	let table = table(&["asset", "world", "seller", "price in FHD"], rows);
	let json: Vec<Value> = listings.iter().map(|(id, listing)| described(*id, listing)).collect();
	context
		.output
		.finish(table, &json!({ "listings": json, "block": state.block() }));
	Ok(())
}

fn described(id: UniqueId, listing: &ListingDetails) -> Value {
	json!({
		"asset": id.to_string(),
		"world": listing.world,
		"seller": listing.seller,
		"price": Coins(listing.price).to_string(),
	})
}
