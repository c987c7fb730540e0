// SPDX-License-Identifier: Apache-2.0
//! Recipes in words.

use crate::{
	commands::{names::Names, unknown, Context},
	failure::Failure,
	output::{facts, table},
	parse,
};
use freehold_client::records::{Outcome, Recipe, RecipeDetails, Yield};
use freehold_primitives::{
	asset::Coins,
	chain::BlockNumber,
	ids::{CollectionId, KindId, RecipeId},
};
use serde_json::{json, Value};

pub async fn one(context: &Context, id: RecipeId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.recipe(id).await?.ok_or_else(|| unknown(format!("recipe {id}")))?;
	let names = Names::read(&state, [details.to]).await?;
	let recipe = &details.recipe;
	let table = facts([
		("recipe", id.to_string()),
		("collection", details.collection.to_string()),
		("takes", takes(recipe)),
		("makes", makes(&recipe.outcome)),
		("price", format!("{} FHD to {}", Coins(recipe.price), names.of(details.to))),
		("until block", until(recipe, state.number())),
		("used", used(&details)),
	]);
	let mut json = described(id, &details);
	json["block"] = json!(state.block());
	context.output.finish(table, &json);
	Ok(())
}

pub async fn all(context: &Context, collection: Option<CollectionId>) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let mut recipes = state.recipes().await?;
	recipes.retain(|(_, details)| collection.is_none_or(|it| it == details.collection));
	let rows = recipes.iter().map(|(id, details)| {
		let recipe = &details.recipe;
		vec![
			id.to_string(),
			takes(recipe),
			makes(&recipe.outcome),
			Coins(recipe.price).to_string(),
			until(recipe, state.number()),
			used(details),
		]
	});
	let header = ["recipe", "takes", "makes", "price in FHD", "until block", "used"];
	let table = table(&header, rows);
	let json: Vec<Value> = recipes.iter().map(|(id, details)| described(*id, details)).collect();
	context
		.output
		.finish(table, &json!({ "recipes": json, "block": state.block() }));
	Ok(())
}

fn until(recipe: &Recipe, now: BlockNumber) -> String {
	recipe.until.map_or("for good".into(), |until| parse::until(until, now))
}

fn used(details: &RecipeDetails) -> String {
	match details.recipe.limit {
		Some(limit) => format!("{} of {limit} times", details.crafted),
		None => format!("{} times", details.crafted),
	}
}

fn portion(kind: KindId, amount: u64) -> String {
	format!("{amount} of kind {kind}")
}

pub fn takes(recipe: &Recipe) -> String {
	let shown: Vec<String> =
		recipe.inputs.iter().map(|input| portion(input.kind, input.amount)).collect();
	if shown.is_empty() {
		return "nothing".into();
	}
	shown.join(", ")
}

/// What comes of a recipe; what comes by chance with how likely it is.
pub fn makes(outcome: &Outcome) -> String {
	match outcome {
		Outcome::Certain(it) => portion(it.kind, it.amount),
		Outcome::Random(outcomes) => chances(outcomes),
	}
}

/// What may be drawn, each with its chance.
pub fn chances(outcomes: &[(Yield, u16)]) -> String {
	let all: u32 = outcomes.iter().map(|(_, weight)| u32::from(*weight)).sum();
	let one = |(it, weight): &(Yield, u16)| {
		let percent = 100.0 * f64::from(*weight) / f64::from(all.max(1));
		format!("{} ({percent:.2} %)", portion(it.kind, it.amount))
	};
	let shown: Vec<String> = outcomes.iter().map(one).collect();
	shown.join(" or ")
}

/// What may be drawn, for programs.
pub fn outcomes_json(outcomes: &[(Yield, u16)]) -> Value {
	outcomes
		.iter()
		.map(
			|(it, weight)| json!({ "kind": it.kind.to_string(), "amount": it.amount, "weight": weight }),
		)
		.collect()
}

fn described(id: RecipeId, details: &RecipeDetails) -> Value {
	let recipe = &details.recipe;
	let certain = |it: &Yield| json!({ "kind": it.kind.to_string(), "amount": it.amount });
	let (makes, chances) = match &recipe.outcome {
		Outcome::Certain(it) => (Some(certain(it)), None),
		Outcome::Random(outcomes) => (None, Some(outcomes_json(outcomes))),
	};
	let inputs: Vec<Value> = recipe
		.inputs
		.iter()
		.map(|input| json!({ "kind": input.kind.to_string(), "amount": input.amount }))
		.collect();
	json!({
		"recipe": id,
		"collection": details.collection,
		"inputs": inputs,
		"price": Coins(recipe.price).to_string(),
		"pay_to": details.to,
		"yield": makes,
		"chances": chances,
		"until": recipe.until,
		"limit": recipe.limit,
		"crafted": details.crafted,
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn chances_are_told_in_percent() {
		let kind = |index| KindId { collection: CollectionId(3), index };
		let outcomes =
			[(Yield { kind: kind(0), amount: 1 }, 1), (Yield { kind: kind(1), amount: 50 }, 3)];

		assert_eq!(chances(&outcomes), "1 of kind 3/0 (25.00 %) or 50 of kind 3/1 (75.00 %)");
	}
}
