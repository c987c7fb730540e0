// SPDX-License-Identifier: Apache-2.0
use super::recipe::{chances, outcomes_json};
use crate::{
	commands::{names::Names, unknown, Context},
	failure::Failure,
	output::{facts, table},
};
use clap::Subcommand;
use freehold_client::{calls, events::DrawSettled, records::DrawDetails, Snapshot};
use freehold_primitives::ids::{AvatarId, DrawId};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Draw {
	/// List the draws that are not settled.
	List {
		/// Of this avatar only.
		#[arg(long)]
		avatar: Option<u32>,
	},
	/// Show what a draw may come to, and whether chance has told.
	Show {
		/// The draw's number.
		draw: u32,
	},
	/// Make what a draw came to, once chance has told; anyone can.
	Settle {
		/// The draw's number.
		draw: u32,
	},
}

pub async fn run(context: &Context, verb: &Draw) -> Result<(), Failure> {
	match verb {
		Draw::List { avatar } => list(context, avatar.map(AvatarId)).await,
		Draw::Show { draw } => show(context, DrawId(*draw)).await,
		Draw::Settle { draw } => settle(context, DrawId(*draw)).await,
	}
}

/// Whether the seed of a draw is known; if not, how many rounds begin before it is.
enum Stage {
	Told,
	Waits(u32),
}

impl Stage {
	async fn read(state: &Snapshot, draw: &DrawDetails) -> Result<Self, Failure> {
		let round = state.round(draw.round).await?;
		if round.is_some_and(|round| round.seed.is_some()) {
			return Ok(Self::Told);
		}
		// The round after that of the draw decides it, so that nobody knew it when it was opened.
		let known_in = draw.round.saturating_add(2);
		Ok(Self::Waits(known_in.saturating_sub(state.draw_round().await?)))
	}

	fn words(&self) -> String {
		match self {
			Self::Told => "chance has told: it can be settled".into(),
			Self::Waits(rounds) => format!("chance tells {rounds} rounds from now"),
		}
	}

	fn is_told(&self) -> bool {
		matches!(self, Self::Told)
	}
}

async fn settle(context: &Context, draw: DrawId) -> Result<(), Failure> {
	let receipt = context.sender().await?.execute(&calls::settle_draw(draw)).await?;
	let DrawSettled { avatar, kind, amount, item, .. } = receipt.expect()?;
	let item = item.map(|item| item.to_string());
	let drawn = match &item {
		Some(item) => format!("item {item} of kind {kind}"),
		None => format!("{amount} units of kind {kind}"),
	};
	let json = json!({ "kind": kind.to_string(), "amount": amount, "item": item });
	context.report(&format!("avatar {avatar} has drawn {drawn}"), json, &receipt);
	Ok(())
}

async fn show(context: &Context, id: DrawId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let draw = state
		.draw(id)
		.await?
		.ok_or_else(|| unknown(format!("draw {id} that is not settled")))?;
	let stage = Stage::read(&state, &draw).await?;
	let names = Names::read(&state, [draw.avatar]).await?;
	let table = facts([
		("draw", id.to_string()),
		("of", names.of(draw.avatar)),
		("may come to", chances(&draw.outcomes)),
		("state", stage.words()),
	]);
	let mut json = described(id, &draw);
	json["told"] = json!(stage.is_told());
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

async fn list(context: &Context, avatar: Option<AvatarId>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut draws = state.draws().await?;
	draws.retain(|(_, draw)| avatar.is_none_or(|avatar| avatar == draw.avatar));
	let names = Names::read(&state, draws.iter().map(|(_, draw)| draw.avatar)).await?;
	let mut rows = Vec::with_capacity(draws.len());
	for (id, draw) in &draws {
		let stage = Stage::read(&state, draw).await?.words();
		rows.push(vec![id.to_string(), names.of(draw.avatar), chances(&draw.outcomes), stage]);
	}
	let table = table(&["draw", "of", "may come to", "state"], rows);
	let json: Vec<Value> = draws.iter().map(|(id, draw)| described(*id, draw)).collect();
	context.output.finish(table, &json!({ "draws": json, "block": state.block() }));
	Ok(())
}

fn described(id: DrawId, draw: &DrawDetails) -> Value {
	json!({
		"draw": id,
		"avatar": draw.avatar,
		"collection": draw.collection,
		"round": draw.round,
		"outcomes": outcomes_json(&draw.outcomes),
	})
}
