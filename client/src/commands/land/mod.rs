// SPDX-License-Identifier: Apache-2.0
mod estate;
mod files;
mod ground;
mod import;
mod lease;
mod list;
mod map;
mod plan;
mod rights;
mod sale;
mod show;
mod site;
mod steps;
mod transfers;

use super::{pointer, Context};
use crate::{
	arguments::{OnSite, Place, Rectangle, Target, Window},
	failure::Failure,
	parse,
};
use clap::Subcommand;
use freehold_client::calls;
use freehold_primitives::{
	ids::{AvatarId, WorldId},
	land::{Coordinates, Zone},
};
use serde_json::json;

#[derive(Subcommand)]
pub enum Land {
	/// Make parcels of some places of a world that the signer operates.
	Issue {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// The avatar that gets them.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
		/// What they are for.
		#[arg(long, default_value = "open", value_parser = parse::zone)]
		zone: Zone,
		/// A place, such as -3,4; may be repeated, up to 1,024 times.
		#[arg(
			long = "at",
			required = true,
			value_name = "X,Y",
			value_parser = parse::coordinates,
			allow_hyphen_values = true
		)]
		places: Vec<Coordinates>,
	},
	/// Make a parcel of each of up to 1,024 places of a rectangle, of which none was issued before.
	IssueArea {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// The avatar that gets them.
		#[arg(long, value_name = "AVATAR")]
		owner: u32,
		/// What they are for.
		#[arg(long, default_value = "open", value_parser = parse::zone)]
		zone: Zone,
		#[command(flatten)]
		area: Rectangle,
	},
	/// What a world sells of its ground.
	#[command(subcommand)]
	Sale(sale::Sale),
	/// Buy a place that a world sells.
	Claim(sale::Claim),
	/// Give a parcel to another avatar.
	Transfer {
		#[command(flatten)]
		parcel: Place,
		/// The avatar that gets it.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Give the parcels of a file to avatars; those that they have already are left out.
	TransferMany(transfers::TransferMany),
	/// Give a parcel back to its world for nothing, and lose it: the world may issue it to others.
	Relinquish(Place),
	/// Say where the content of a parcel or estate is found.
	Content {
		#[command(flatten)]
		on: OnSite,
		#[command(flatten)]
		acting: rights::Acting,
		#[command(flatten)]
		target: Target,
	},
	/// Say who may enter a parcel or estate.
	Access(rights::Access),
	/// Grant an avatar rights on a parcel or estate.
	Grant(rights::Grant),
	/// Keep an avatar off a parcel or estate.
	Ban(rights::Ban),
	/// Remove what was granted to an avatar, or its ban.
	#[command(visible_alias = "unban")]
	Remove(rights::Remove),
	/// Ask whether an avatar may do something on a parcel now; the exit code is 0 either way.
	May(rights::May),
	/// Show a parcel.
	Show(Place),
	/// List the parcels of a world, or of a rectangle of it.
	#[command(visible_alias = "window")]
	List {
		/// The world's number.
		#[arg(long)]
		world: u32,
		#[command(flatten)]
		window: Window,
	},
	/// Issue the parcels of a file that a world does not have yet.
	Import(import::Import),
	/// Draw a world, or a rectangle of it.
	Map(map::Map),
	/// Parcels that are one asset.
	#[command(subcommand)]
	Estate(estate::Estate),
	/// What is let.
	#[command(subcommand)]
	Lease(lease::Lease),
}

pub async fn run(context: &Context, verb: &Land) -> Result<(), Failure> {
	match verb {
		Land::Issue { world, to, zone, places } => {
			let parcels: Vec<_> = places.iter().map(|at| (*at, *zone)).collect();
			let done = format!("issued {} parcels to avatar {to}", parcels.len());
			let call = calls::issue_land(WorldId(*world), AvatarId(*to), &parcels);
			context.execute(&call, &done).await
		},
		Land::IssueArea { world, owner, zone, area } => {
			let area = area.area()?;
			let done = format!("issued the {} parcels of {area} to avatar {owner}", area.size());
			let call = calls::issue_area(WorldId(*world), AvatarId(*owner), area, *zone);
			context.execute(&call, &done).await
		},
		Land::Sale(verb) => sale::run(context, verb).await,
		Land::Claim(arguments) => sale::claim(context, arguments).await,
		Land::Transfer { parcel, to } => {
			let parcel = parcel.parcel();
			let done = format!("parcel {parcel} is avatar {to}'s now");
			context.execute(&calls::transfer_parcel(parcel, AvatarId(*to)), &done).await
		},
		Land::TransferMany(arguments) => transfers::run(context, arguments).await,
		Land::Relinquish(place) => {
			let parcel = place.parcel();
			let done = format!("parcel {parcel} is its world's again");
			context.execute(&calls::relinquish(parcel), &done).await
		},
		Land::Content { on, acting, target } => {
			let (site, content) = (on.site()?, target.pointer());
			let mut sender = context.sender().await?;
			let by = acting.avatar(&sender.client().finalised().await?, site).await?;
			let receipt = sender.execute(&calls::set_content(site, by, content)).await?;
			let done = match content {
				Some(content) => format!("the content of {site} is at {}", pointer(content)),
				None => format!("{site} has no content"),
			};
			context.report(&done, json!({ "by": by }), &receipt);
			Ok(())
		},
		Land::Access(arguments) => rights::access(context, arguments).await,
		Land::Grant(arguments) => rights::grant(context, arguments).await,
		Land::Ban(arguments) => rights::ban(context, arguments).await,
		Land::Remove(arguments) => rights::remove(context, arguments).await,
		Land::May(arguments) => rights::may(context, arguments).await,
		Land::Show(place) => show::run(context, place.parcel()).await,
		Land::List { world, window } => list::run(context, WorldId(*world), window.area()?).await,
		Land::Import(arguments) => import::run(context, arguments).await,
		Land::Map(arguments) => map::run(context, arguments).await,
		Land::Estate(verb) => estate::run(context, verb).await,
		Land::Lease(verb) => lease::run(context, verb).await,
	}
}
