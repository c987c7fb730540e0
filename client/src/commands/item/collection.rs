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
	Snapshot,
};
use freehold_primitives::{
	asset::Coins,
	chain::Balance,
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
	Accept(Takeover),
	/// Take over the deposits of a collection whose world or avatar the signer owns by now.
	///
	/// Until then it gets no new kinds, items and units.
	Adopt(Takeover),
	/// Remove a collection that has no kinds and no recipes, and get its deposit back.
	Remove {
		/// The collection's number.
		collection: u32,
	},
}

/// A collection, and the deposits that come with it.
#[derive(Args)]
pub struct Takeover {
	/// The collection's number.
	collection: u32,
	/// Most FHD that may come on hold; what its deposits are now if not told.
	#[arg(long, value_name = "FHD", value_parser = parse::amount)]
	max_deposits: Option<Balance>,
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
		Collection::Accept(takeover) => accept(context, takeover).await,
		Collection::Adopt(takeover) => adopt(context, takeover).await,
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

pub async fn adopt(context: &Context, takeover: &Takeover) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let collection = CollectionId(takeover.collection);
	let most = takeover.most(&sender.client().finalised().await?).await?;
	let receipt = sender.execute(&calls::adopt_collection(collection, most)).await?;
	let shown = Coins(most);
	let done =
		format!("the signer has adopted collection {collection}, for at most {shown} FHD on hold");
	context.report(&done, json!({ "max_deposits": shown.to_string() }), &receipt);
	Ok(())
}

async fn accept(context: &Context, takeover: &Takeover) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let collection = CollectionId(takeover.collection);
	let state = sender.client().finalised().await?;
	let details = state.collection(collection).await?;
	let details = details.ok_or_else(|| unknown(format!("collection {collection}")))?;
	let to = details
		.offered_to
		.ok_or_else(|| Failure::Check(format!("collection {collection} is offered to nobody")))?;
	let most = takeover.most(&state).await?;
	let receipt = sender.execute(&calls::accept_collection(collection, most)).await?;
	let shown = Coins(most);
	let done =
		format!("collection {collection} is issued by {to} now, for at most {shown} FHD on hold");
	let details = json!({ "issuer": to.to_string(), "max_deposits": shown.to_string() });
	context.report(&done, details, &receipt);
	Ok(())
}

impl Takeover {
	/// The most that may come on hold.
	async fn most(&self, state: &Snapshot) -> Result<Balance, Failure> {
		if let Some(most) = self.max_deposits {
			return Ok(most);
		}
		let deposits = state.collection_deposits(CollectionId(self.collection)).await?;
		deposits.ok_or_else(|| unknown(format!("collection {}", self.collection)))
	}
}
