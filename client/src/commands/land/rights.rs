// SPDX-License-Identifier: Apache-2.0
use crate::{
	arguments::{OnSite, Place, DAY},
	commands::{unknown, Context},
	failure::Failure,
	parse::{self, When},
};
use clap::{Args, ValueEnum};
use freehold_client::{
	calls,
	records::{self, Right, Rights},
	Snapshot,
};
use freehold_primitives::{ids::AvatarId, land::Site};
use serde_json::json;

/// Who acts for a site.
#[derive(Args)]
pub struct Acting {
	/// The avatar that does it: the occupier, or one that manages for it; the occupier if not
	/// told.
	#[arg(long, value_name = "AVATAR")]
	by: Option<u32>,
}

impl Acting {
	pub async fn avatar(&self, state: &Snapshot, site: Site) -> Result<AvatarId, Failure> {
		match self.by {
			Some(avatar) => Ok(AvatarId(avatar)),
			None => state.occupier(site).await?.ok_or_else(|| unknown(site)),
		}
	}
}

#[derive(Args)]
pub struct Access {
	#[command(flatten)]
	on: OnSite,
	#[command(flatten)]
	acting: Acting,
	/// Everyone who is not banned, or only who was granted a right.
	#[arg(value_enum)]
	who: Who,
}

#[derive(Clone, Copy, ValueEnum)]
enum Who {
	/// Everyone who is not banned.
	Open,
	/// Only who was granted a right.
	Invited,
}

#[derive(Args)]
pub struct Grant {
	#[command(flatten)]
	on: OnSite,
	#[command(flatten)]
	acting: Acting,
	/// The avatar that gets them.
	#[arg(long, value_name = "AVATAR")]
	to: u32,
	/// enter, build, edit or manage; several are separated by commas.
	#[arg(long, required = true, value_delimiter = ',', value_parser = parse::right)]
	rights: Vec<Right>,
	/// Last block in which they count, or a time from now on, such as 7d; a day if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
}

#[derive(Args)]
pub struct Ban {
	#[command(flatten)]
	on: OnSite,
	#[command(flatten)]
	acting: Acting,
	/// The avatar that is kept off.
	#[arg(long, value_name = "AVATAR")]
	avatar: u32,
	/// Last block in which that counts, or a time from now on, such as 7d; a day if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
}

#[derive(Args)]
pub struct Remove {
	#[command(flatten)]
	on: OnSite,
	/// The avatar that was granted rights or banned.
	#[arg(long, value_name = "AVATAR")]
	avatar: u32,
	/// The avatar that does it: the occupier, one that manages for it, or the one that was granted
	/// rights. Needless for who paid the deposit, and for anyone where it counts no longer.
	#[arg(long, value_name = "AVATAR")]
	by: Option<u32>,
}

#[derive(Args)]
pub struct May {
	#[command(flatten)]
	place: Place,
	/// The avatar asked about.
	#[arg(long, value_name = "AVATAR")]
	avatar: u32,
	/// enter, build, edit or manage.
	#[arg(long, value_parser = parse::right)]
	right: Right,
}

pub async fn access(context: &Context, arguments: &Access) -> Result<(), Failure> {
	let site = arguments.on.site()?;
	let (access, who) = match arguments.who {
		Who::Open => (records::Access::Open, "everyone who is not banned"),
		Who::Invited => (records::Access::Invited, "only who was granted a right"),
	};
	let mut sender = context.sender().await?;
	let by = arguments.acting.avatar(&sender.client().finalised().await?, site).await?;
	let receipt = sender.execute(&calls::set_access(site, by, access)).await?;
	context.report(&format!("{site} may be entered by {who}"), json!({ "by": by }), &receipt);
	Ok(())
}

pub async fn grant(context: &Context, arguments: &Grant) -> Result<(), Failure> {
	let (site, to) = (arguments.on.site()?, AvatarId(arguments.to));
	let rights: Rights = arguments.rights.iter().copied().collect();
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let until = arguments.until.unwrap_or(When::After(DAY)).from(state.number());
	let by = arguments.acting.avatar(&state, site).await?;
	let call = calls::grant(site, by, to, rights, until);
	let receipt = sender.execute(&call).await?;
	let done = format!("avatar {to} may {rights} on {site} until block {until}");
	context.report(&done, json!({ "until": until, "rights": rights.to_string() }), &receipt);
	Ok(())
}

pub async fn ban(context: &Context, arguments: &Ban) -> Result<(), Failure> {
	let (site, who) = (arguments.on.site()?, AvatarId(arguments.avatar));
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let until = arguments.until.unwrap_or(When::After(DAY)).from(state.number());
	let by = arguments.acting.avatar(&state, site).await?;
	let call = calls::ban(site, by, who, until);
	let receipt = sender.execute(&call).await?;
	let done = format!("avatar {who} is kept off {site} until block {until}");
	context.report(&done, json!({ "until": until }), &receipt);
	Ok(())
}

pub async fn remove(context: &Context, arguments: &Remove) -> Result<(), Failure> {
	let (site, who) = (arguments.on.site()?, AvatarId(arguments.avatar));
	let done = format!("avatar {who} is neither granted anything on {site} nor banned");
	let call = calls::remove_standing(site, who, arguments.by.map(AvatarId));
	context.execute(&call, &done).await
}

pub async fn may(context: &Context, arguments: &May) -> Result<(), Failure> {
	let (parcel, avatar) = (arguments.place.parcel(), AvatarId(arguments.avatar));
	let state = context.client().await?.finalised().await?;
	let may = state.may(avatar, arguments.right, parcel).await?;
	let (word, right) = (if may { "may" } else { "may not" }, arguments.right.name());
	let human = format!("avatar {avatar} {word} {right} at {parcel}");
	context.output.finish(human, &json!({ "may": may, "block": state.block() }));
	Ok(())
}
