// SPDX-License-Identifier: Apache-2.0
mod settler;
mod show;

use super::{unknown_world, Context};
use crate::{
	arguments::{Cut, Rectangle},
	failure::Failure,
	parse,
};
use clap::Subcommand;
use freehold_client::{address, calls, events::WorldRegistered, records::WorldMetadata};
use freehold_primitives::{asset::Coins, chain::Balance, fee::Fee, ids::WorldId, pointer::Pointer};
use serde_json::json;

#[derive(Subcommand)]
pub enum World {
	/// Register a world that the signer operates.
	Register {
		#[command(flatten)]
		bounds: Rectangle,
		#[command(flatten)]
		cut: Cut,
	},
	/// Show a world and its settlers.
	Show {
		/// The world's number.
		world: u32,
	},
	/// List all worlds.
	List,
	/// Change what a world keeps of payments; a raise takes effect after a week's notice.
	SetFee {
		/// The world, which the signer operates.
		world: u32,
		#[command(flatten)]
		cut: Cut,
		/// Keep nothing.
		#[arg(long, conflicts_with = "fee", required_unless_present = "fee")]
		none: bool,
	},
	/// Say what a world is called and where more about it is found.
	#[command(visible_alias = "metadata")]
	Name {
		/// The world, which the signer operates.
		world: u32,
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
	/// Give a world a larger grid, which has all of the present one in it.
	Extend {
		/// The world, which the signer operates.
		world: u32,
		#[command(flatten)]
		bounds: Rectangle,
	},
	/// Offer a world to an account, which accepts it to operate it.
	Offer {
		/// The world, which the signer operates.
		world: u32,
		/// An address, a public key in hex, or a key.
		#[arg(long, value_name = "ACCOUNT", required_unless_present = "withdraw")]
		to: Option<String>,
		/// Take the offer back.
		#[arg(long, conflicts_with = "to")]
		withdraw: bool,
	},
	/// Take over a world that was offered to the signer, with its deposits.
	///
	/// Its owner removes its settlers and closes its sales first.
	Accept {
		/// The world's number.
		world: u32,
		/// Most FHD that may come on hold; what its deposits are now if not told.
		#[arg(long, value_name = "FHD", value_parser = parse::amount)]
		max_deposits: Option<Balance>,
	},
	/// Let nothing new come into being in a world.
	Suspend {
		/// The world, which the signer operates.
		world: u32,
	},
	/// Let a suspended world go on.
	Resume {
		/// The world, which the signer operates.
		world: u32,
	},
	/// Remove a world that nothing needs any more, and get its bond back.
	Close {
		/// The world, which the signer operates.
		world: u32,
	},
	/// The accounts that may settle trades for a world.
	#[command(subcommand)]
	Settler(settler::Settler),
}

pub async fn run(context: &Context, verb: &World) -> Result<(), Failure> {
	match verb {
		World::Register { bounds, cut } => {
			let call = calls::register_world(bounds.area()?, cut.fee());
			let receipt = context.sender().await?.execute(&call).await?;
			let world = receipt.expect::<WorldRegistered>()?.world;
			let done = format!("registered world {world}");
			context.report(&done, json!({ "world": world }), &receipt);
			Ok(())
		},
		World::Show { world } => show::one(context, WorldId(*world)).await,
		World::List => show::all(context).await,
		World::SetFee { world, cut, none } => {
			let fee = if *none { None } else { cut.fee() };
			set_fee(context, WorldId(*world), fee).await
		},
		World::Name { world, name, pointer, clear } => {
			let name = name.as_ref().filter(|_| !clear);
			let metadata = name.map(|name| WorldMetadata {
				name: name.clone(),
				pointer: pointer.clone().unwrap_or_default(),
			});
			let done = match name {
				Some(name) => format!("world {world} is called {name}"),
				None => format!("world {world} has no name"),
			};
			let call = calls::set_world_metadata(WorldId(*world), metadata.as_ref());
			context.execute(&call, &done).await
		},
		World::Extend { world, bounds } => {
			let bounds = bounds.area()?;
			let done = format!("world {world} reaches from {bounds}");
			context.execute(&calls::extend_world(WorldId(*world), bounds), &done).await
		},
		World::Offer { world, to, withdraw } => {
			let to = to.as_ref().filter(|_| !withdraw);
			let to = to.map(|to| context.keyring.account(to)).transpose()?;
			let done = match &to {
				Some(to) => format!("{} may accept world {world}", address::encode(to)),
				None => format!("world {world} is offered to nobody"),
			};
			let call = calls::offer_world(WorldId(*world), to.as_ref());
			context.execute(&call, &done).await
		},
		World::Accept { world, max_deposits } => {
			accept(context, WorldId(*world), *max_deposits).await
		},
		World::Suspend { world } => {
			let done = format!("world {world} is suspended");
			context.execute(&calls::suspend_world(WorldId(*world)), &done).await
		},
		World::Resume { world } => {
			let done = format!("world {world} goes on");
			context.execute(&calls::resume_world(WorldId(*world)), &done).await
		},
		World::Close { world } => {
			let done = format!("world {world} is closed");
			context.execute(&calls::close_world(WorldId(*world)), &done).await
		},
		World::Settler(verb) => settler::run(context, verb).await,
	}
}

async fn accept(
	context: &Context,
	world: WorldId,
	max_deposits: Option<Balance>,
) -> Result<(), Failure> {
	let mut owner = context.sender().await?;
	let most = match max_deposits {
		Some(most) => most,
		None => owner.client().finalised().await?.world_deposits(world).await?,
	};
	let receipt = owner.execute(&calls::accept_world(world, most)).await?;
	let most = Coins(most);
	let done = format!("world {world} is the signer's now, for deposits of at most {most} FHD");
	context.report(&done, json!({ "max_deposits": most.to_string() }), &receipt);
	Ok(())
}

async fn set_fee(context: &Context, world: WorldId, fee: Option<Fee>) -> Result<(), Failure> {
	let mut owner = context.sender().await?;
	let receipt = owner.execute(&calls::set_fee(world, fee)).await?;
	let state = owner.client().at(receipt.block).await?;
	let details = state.world(world).await?.ok_or_else(|| unknown_world(world))?;
	// A raise waits for its notice; the schedule tells until when.
	let from = details.fee.announced.as_ref().map(|announced| announced.from);
	let when = from.map_or_else(|| "now".into(), |block| format!("from block {block} on"));
	let done = format!("world {world} keeps {} {when}", show::fee(fee));
	context.report(&done, json!({ "from": from.unwrap_or(receipt.number) }), &receipt);
	Ok(())
}
