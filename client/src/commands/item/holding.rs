// SPDX-License-Identifier: Apache-2.0
//! What comes into being, changes hands and goes.

use crate::{
	commands::{bulk::Bulk, lock, unknown, Context},
	failure::Failure,
	parse,
};
use clap::Args;
use freehold_client::{calls, events::ItemsMinted, records::Form, Receipt, Snapshot};
use freehold_primitives::ids::{AvatarId, ItemId, KindId};
use serde_json::{json, Value};
use std::collections::BTreeSet;

#[derive(Args)]
pub struct Mint {
	/// Such as 3/0.
	#[arg(value_parser = parse::kind)]
	kind: KindId,
	/// Avatars, separated by commas.
	#[arg(long, required = true, value_delimiter = ',', value_name = "AVATARS")]
	to: Vec<u32>,
	/// How many items each of them gets.
	#[arg(
		long,
		default_value_t = 1,
		value_name = "NUMBER",
		value_parser = clap::value_parser!(u32).range(1..=100_000)
	)]
	each: u32,
}

#[derive(Args)]
pub struct MintUnits {
	/// Such as 3/1.
	#[arg(value_parser = parse::kind)]
	kind: KindId,
	/// How many units each avatar gets.
	amount: u64,
	/// Avatars, separated by commas.
	#[arg(long, required = true, value_delimiter = ',', value_name = "AVATARS")]
	to: Vec<u32>,
}

#[derive(Args)]
pub struct Give {
	/// Such as 3#17; several are given all or none, as long as one transaction holds them.
	#[arg(required = true, value_name = "ITEM", value_parser = parse::item)]
	items: Vec<ItemId>,
	/// The avatar that gets them.
	#[arg(long, value_name = "AVATAR")]
	to: u32,
}

#[derive(Args)]
pub struct GiveUnits {
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
}

pub async fn mint(context: &Context, arguments: &Mint) -> Result<(), Failure> {
	let Mint { kind, to, each } = arguments;
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	ensure_form(&state, *kind, Form::Unique).await?;
	let each = usize::try_from(*each).unwrap_or(usize::MAX);
	let avatars: Vec<AvatarId> = to
		.iter()
		.flat_map(|avatar| std::iter::repeat_n(AvatarId(*avatar), each))
		.collect();
	let chunks = avatars.chunks(state.max_mint()?);
	let calls = chunks.map(|to| (calls::mint_items(*kind, to), to.len())).collect();
	let receipts = Bulk { what: "items minted", calls }.execute(&mut sender).await?;

	let mut items = Vec::with_capacity(avatars.len());
	for receipt in &receipts {
		let ItemsMinted { first, count, .. } = receipt.expect()?;
		let serials = first.serial..first.serial.saturating_add(count);
		items.extend(serials.map(|serial| ItemId { serial, ..first }.to_string()));
	}
	let named = match &items[..] {
		[only] => format!("item {only}"),
		[first, .., last] => format!("{} items: {first} to {last}", items.len()),
		[] => "nothing".into(),
	};
	finish(context, &format!("minted {named}"), json!({ "items": items }), &receipts);
	Ok(())
}

pub async fn mint_units(context: &Context, arguments: &MintUnits) -> Result<(), Failure> {
	let MintUnits { kind, amount, to } = arguments;
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	ensure_form(&state, *kind, Form::Stackable).await?;
	let shares: Vec<(AvatarId, u64)> =
		to.iter().map(|avatar| (AvatarId(*avatar), *amount)).collect();
	let chunks = shares.chunks(state.max_mint()?);
	let calls = chunks.map(|to| (calls::mint_units(*kind, to), to.len())).collect();
	let receipts = Bulk { what: "avatars", calls }.execute(&mut sender).await?;
	let done = match &to[..] {
		[only] => format!("minted {amount} units of kind {kind} for avatar {only}"),
		_ => format!("minted {amount} units of kind {kind} for each of {} avatars", to.len()),
	};
	finish(context, &done, json!({ "avatars": to.len(), "amount": amount }), &receipts);
	Ok(())
}

pub async fn give(context: &Context, arguments: &Give) -> Result<(), Failure> {
	let (items, to) = (&arguments.items, AvatarId(arguments.to));
	let mut sender = context.sender().await?;
	if let [item] = items[..] {
		let receipt = sender.execute(&calls::transfer_item(item, to)).await?;
		context.report(&format!("item {item} is avatar {to}'s now"), json!({}), &receipt);
		return Ok(());
	}
	let state = sender.client().finalised().await?;
	ensure_movable(&state, items).await?;
	let transfers: Vec<(ItemId, AvatarId)> = items.iter().map(|item| (*item, to)).collect();
	let chunks = transfers.chunks(state.max_transfers()?);
	let calls = chunks.map(|chunk| (calls::transfer_items(chunk), chunk.len())).collect();
	let receipts = Bulk { what: "items given", calls }.execute(&mut sender).await?;
	let done = format!("{} items are avatar {to}'s now", items.len());
	finish(context, &done, json!({ "items": items.len() }), &receipts);
	Ok(())
}

/// Tells of all items at once that can't be given, before any is.
async fn ensure_movable(state: &Snapshot, items: &[ItemId]) -> Result<(), Failure> {
	let (mut flaws, mut seen) = (Vec::new(), BTreeSet::new());
	for item in items {
		if !seen.insert(item) {
			flaws.push(format!("item {item} is named twice"));
			continue;
		}
		match state.item(*item).await? {
			None => flaws.push(format!("there is no item {item}")),
			Some(details) if details.holding.lock.is_some() => {
				flaws.push(format!("item {item} is {}", lock(&details.holding)));
			},
			Some(_) => {},
		}
	}
	if flaws.is_empty() {
		return Ok(());
	}
	Err(Failure::Check(format!("nothing was given:\n  {}", flaws.join("\n  "))))
}

pub async fn give_units(context: &Context, arguments: &GiveUnits) -> Result<(), Failure> {
	let GiveUnits { kind, amount, from, to } = arguments;
	let call = calls::transfer_units(*kind, AvatarId(*from), AvatarId(*to), *amount);
	let done = format!("{amount} units of kind {kind} are avatar {to}'s now");
	context.execute(&call, &done).await
}

pub async fn burn(context: &Context, item: ItemId) -> Result<(), Failure> {
	let done = format!("item {item} is gone");
	context.execute(&calls::burn_item(item), &done).await
}

pub async fn burn_units(
	context: &Context,
	kind: KindId,
	amount: u64,
	from: AvatarId,
) -> Result<(), Failure> {
	let done = format!("{amount} units of kind {kind} are gone");
	context.execute(&calls::burn_units(kind, from, amount), &done).await
}

/// Says which verb fits, where the chain would only say that this does not.
async fn ensure_form(state: &Snapshot, kind: KindId, form: Form) -> Result<(), Failure> {
	let details = state.kind(kind).await?.ok_or_else(|| unknown(format!("kind {kind}")))?;
	match (details.form, form) {
		(Form::Unique, Form::Stackable) => Err(Failure::Input(format!(
			"kind {kind} has unique items: use `item mint`, and `--each` for several"
		))),
		(Form::Stackable, Form::Unique) => Err(Failure::Input(format!(
			"kind {kind} has no items but units: use `item mint-units`"
		))),
		_ => Ok(()),
	}
}

/// Tells what several transactions have done.
fn finish(context: &Context, done: &str, json: Value, receipts: &[Receipt]) {
	if let Some(last) = receipts.last() {
		context.report(done, json, last);
	}
}

#[cfg(test)]
mod tests {
	use crate::{
		cli::{Cli, Verb},
		commands::item::Item,
	};
	use clap::Parser;

	#[test]
	fn avatars_are_separated_by_commas() {
		let cli = Cli::try_parse_from(["freehold", "item", "mint", "3/0", "--to", "1,2,1"]);

		let Ok(Verb::Item(Item::Mint(mint))) = cli.map(|cli| cli.verb) else {
			panic!("it is well formed");
		};
		assert_eq!((mint.to, mint.each), (vec![1, 2, 1], 1));
	}
}
