// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{pointer, unknown, Context},
	failure::Failure,
	output::table,
	parse::{self, When},
};
use clap::Subcommand;
use comfy_table::Table;
use freehold_client::{
	calls,
	records::{AvatarDetails, BadgeDetails, BadgeId, Validity},
};
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, WorldId},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Badge {
	/// State a fact about an avatar in the name of a world that the signer serves.
	Attest {
		/// The avatar's number.
		avatar: u32,
		/// The world that states it.
		#[arg(long)]
		world: u32,
		/// The world's own number for it; an earlier fact of this number is replaced.
		#[arg(long, default_value_t = 0, value_name = "NUMBER")]
		badge: u32,
		/// The fact, up to 64 bytes.
		#[arg(value_parser = parse::fact)]
		fact: String,
		/// Last block in which it counts, or a time from now on, such as 30d; for good if not told.
		#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
		until: Option<When>,
	},
	/// Remove a badge: as its world, as the avatar's owner, or as anyone if it has expired.
	Remove {
		/// The avatar's number.
		avatar: u32,
		/// The world that states it.
		#[arg(long)]
		world: u32,
		/// The world's number for it.
		#[arg(long, default_value_t = 0, value_name = "NUMBER")]
		badge: u32,
	},
	/// List an avatar's badges.
	List {
		/// The avatar's number.
		avatar: u32,
	},
}

pub async fn run(context: &Context, verb: &Badge) -> Result<(), Failure> {
	match verb {
		Badge::Attest { avatar, world, badge, fact, until } => {
			let (avatar, world) = (AvatarId(*avatar), WorldId(*world));
			let state = context.client().await?.finalised().await?;
			let missing = || unknown(format!("avatar {avatar}"));
			let tenure = state.avatar(avatar).await?.ok_or_else(missing)?.tenure;
			let fact_bytes = fact.as_bytes();
			let until = until.map(|until| until.from(state.number()));
			let call = calls::attest_badge(world, avatar, tenure, *badge, fact_bytes, until);
			let done = format!("world {world} states of avatar {avatar}: {fact}");
			context.execute(&call, &done).await
		},
		Badge::Remove { avatar, world, badge } => {
			let call = calls::remove_badge(WorldId(*world), AvatarId(*avatar), *badge);
			let done = format!("badge {badge} of world {world} is removed from avatar {avatar}");
			context.execute(&call, &done).await
		},
		Badge::List { avatar } => {
			let avatar = AvatarId(*avatar);
			let state = context.client().await?.finalised().await?;
			let missing = || unknown(format!("avatar {avatar}"));
			let details = state.avatar(avatar).await?.ok_or_else(missing)?;
			let badges = state.badges(avatar).await?;
			let table = listed(&badges, &details, state.number());
			let json = described(&badges, &details, state.number());
			context.output.finish(table, &json!({ "badges": json, "block": state.block() }));
			Ok(())
		},
	}
}

/// Badges as a table.
pub fn listed(
	badges: &[(BadgeId, BadgeDetails)],
	avatar: &AvatarDetails,
	now: BlockNumber,
) -> Table {
	let rows = badges.iter().map(|(id, badge)| {
		let validity = match badge.validity(now, avatar.tenure) {
			Validity::InForce => "in force",
			Validity::Expired => "expired",
			Validity::OfFormerOwner => "of a former owner",
		};
		let until = badge.valid_until.map_or("for good".into(), |until| until.to_string());
		let (world, number) = (id.world.to_string(), id.badge.to_string());
		vec![world, number, pointer(&badge.fact), until, validity.into()]
	});
	table(&["badge of world", "number", "fact", "until block", "counts"], rows)
}

/// The same for programs.
pub fn described(
	badges: &[(BadgeId, BadgeDetails)],
	avatar: &AvatarDetails,
	now: BlockNumber,
) -> Vec<Value> {
	let one = |(id, badge): &(BadgeId, BadgeDetails)| {
		json!({
			"world": id.world,
			"badge": id.badge,
			"fact": pointer(&badge.fact),
			"issued_at": badge.issued_at,
			"until": badge.valid_until,
			"validity": format!("{:?}", badge.validity(now, avatar.tenure)),
		})
	};
	badges.iter().map(one).collect()
}
