// SPDX-License-Identifier: Apache-2.0
use super::show;
use crate::{
	commands::{unknown, Context},
	failure::Failure,
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::{
	calls,
	events::CollectionCreated,
	records::{self, CollectionMetadata},
};
use freehold_primitives::{
	ids::{AvatarId, CollectionId, WorldId},
	pointer::Pointer,
};
use serde_json::json;

#[derive(Subcommand)]
pub enum Collection {
	/// Create a collection, of a world or of an avatar of the signer.
	Create(Issuer),
	/// Show a collection with its kinds.
	Show {
		/// The collection's number.
		collection: u32,
	},
	/// Say what a collection is called and where more about it is found.
	Name {
		/// The collection's number.
		collection: u32,
		/// Its name, up to 64 bytes.
		#[arg(required_unless_present = "clear", value_parser = parse::name)]
		name: Option<String>,
		/// Where more about it is found; bytes in hex after 0x.
		#[arg(long, value_parser = parse::pointer, conflicts_with = "clear")]
		pointer: Option<Pointer>,
		/// Take both away.
		#[arg(long, conflicts_with = "name")]
		clear: bool,
	},
	/// Make nothing more of a collection: no kinds, items, units or recipes; for good.
	///
	/// Who holds what there is can do with it what they could before.
	Freeze {
		/// The collection's number.
		collection: u32,
	},
	/// Offer a collection to another world or avatar, whose owner accepts it.
	Offer(Offer),
	/// Take over a collection that is offered to the signer's world or avatar, with its deposits.
	Accept {
		/// The collection's number.
		collection: u32,
	},
	/// Take over the deposits of a collection whose world or avatar the signer owns by now.
	///
	/// Until then it gets no new kinds, items and units.
	Adopt {
		/// The collection's number.
		collection: u32,
	},
	/// Remove a collection that has no kinds and no recipes, and get its deposit back.
	Remove {
		/// The collection's number.
		collection: u32,
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

#[derive(Args)]
pub struct Offer {
	/// The collection's number.
	collection: u32,
	#[command(flatten)]
	to: To,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct To {
	/// The world that may have it.
	#[arg(long, value_name = "WORLD")]
	to_world: Option<u32>,
	/// The avatar that may have it.
	#[arg(long, value_name = "AVATAR")]
	to_avatar: Option<u32>,
	/// Take the offer back.
	#[arg(long)]
	withdraw: bool,
}

/// Whichever of the two was named.
fn issuer(world: Option<u32>, avatar: Option<u32>) -> Option<records::Issuer> {
	let world = world.map(|world| records::Issuer::World(WorldId(world)));
	world.or_else(|| avatar.map(|avatar| records::Issuer::Avatar(AvatarId(avatar))))
}

pub async fn run(context: &Context, verb: &Collection) -> Result<(), Failure> {
	match verb {
		Collection::Create(issuer) => create(context, issuer).await,
		Collection::Show { collection } => {
			show::collection(context, CollectionId(*collection)).await
		},
		Collection::Name { collection, name, pointer, clear } => {
			let name = name.as_ref().filter(|_| !clear);
			let metadata = name
				.map(|name| CollectionMetadata { name: name.clone(), pointer: pointer.clone() });
			let done = match name {
				Some(name) => format!("collection {collection} is called {name}"),
				None => format!("collection {collection} has no name"),
			};
			let collection = CollectionId(*collection);
			let call = calls::set_collection_metadata(collection, metadata.as_ref());
			context.execute(&call, &done).await
		},
		Collection::Freeze { collection } => {
			let done = format!("nothing more is made of collection {collection}, for good");
			let call = calls::freeze_collection(CollectionId(*collection));
			context.execute(&call, &done).await
		},
		Collection::Offer(Offer { collection, to }) => {
			let to = issuer(to.to_world, to.to_avatar);
			let done = match to {
				Some(to) => format!("the owner of {to} may accept collection {collection}"),
				None => format!("collection {collection} is offered to nobody"),
			};
			let call = calls::offer_collection(CollectionId(*collection), to);
			context.execute(&call, &done).await
		},
		Collection::Accept { collection } => accept(context, CollectionId(*collection)).await,
		Collection::Adopt { collection } => adopt(context, *collection).await,
		Collection::Remove { collection } => {
			let done = format!("collection {collection} is gone");
			let call = calls::remove_collection(CollectionId(*collection));
			context.execute(&call, &done).await
		},
	}
}

pub async fn create(context: &Context, from: &Issuer) -> Result<(), Failure> {
	let issuer = issuer(from.world, from.avatar)
		.ok_or_else(|| Failure::Input("say whose it is with --world or --avatar".into()))?;
	let receipt = context.sender().await?.execute(&calls::create_collection(issuer)).await?;
	let collection = receipt.expect::<CollectionCreated>()?.collection;
	let done = format!("created collection {collection} of {issuer}");
	context.report(&done, json!({ "collection": collection }), &receipt);
	Ok(())
}

pub async fn adopt(context: &Context, collection: u32) -> Result<(), Failure> {
	let done = format!("the signer has adopted collection {collection}");
	context.execute(&calls::adopt_collection(CollectionId(collection)), &done).await
}

async fn accept(context: &Context, collection: CollectionId) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let details = sender.client().finalised().await?.collection(collection).await?;
	let details = details.ok_or_else(|| unknown(format!("collection {collection}")))?;
	let to = details
		.offered_to
		.ok_or_else(|| Failure::Check(format!("collection {collection} is offered to nobody")))?;
	let receipt = sender.execute(&calls::accept_collection(collection)).await?;
	let done = format!("collection {collection} is issued by {to} now");
	context.report(&done, json!({ "issuer": to.to_string() }), &receipt);
	Ok(())
}
