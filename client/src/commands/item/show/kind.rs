// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{
		item::{
			attribute::{keys_json, keys_table},
			royalty::{shares_json, shares_table},
		},
		names::Names,
		percent, unknown, Context,
	},
	failure::Failure,
	output::facts,
};
use freehold_client::records::Rules;
use freehold_primitives::{asset::Coins, ids::KindId};
use serde_json::{json, Value};

pub async fn show(context: &Context, kind: KindId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.kind(kind).await?.ok_or_else(|| unknown(format!("kind {kind}")))?;
	let metadata = state.collection_metadata(kind.collection).await?;
	let shares = state.royalty(kind).await?;
	let accrued = Coins(state.accrued(kind).await?).to_string();
	let attributes = state.attribute_keys(kind).await?;
	let names = Names::read(&state, shares.iter().map(|share| share.to)).await?;
	let name = metadata.map(|metadata| metadata.name);
	let most = details.max_supply.map_or("no limit".into(), |most| most.to_string());
	let summary = facts([
		("kind", kind.to_string()),
		("collection", name.clone().unwrap_or_else(|| kind.collection.to_string())),
		("form", details.form.name().into()),
		("there are", details.supply().to_string()),
		("ever minted", format!("{} of at most {most}", details.minted)),
		("kept for draws", details.reserved.to_string()),
		("what is of it", rules(&details.rules)),
		("royalty", percent(details.royalty)),
		("royalty to be collected", format!("{accrued} FHD")),
	]);
	let mut human = summary.to_string();
	if !shares.is_empty() {
		human.push_str(&format!("\n{}", shares_table(&shares, &names)));
	}
	if !attributes.is_empty() {
		human.push_str(&format!("\n{}", keys_table(&attributes)));
	}
	let json = json!({
		"kind": kind.to_string(),
		"collection_name": name,
		"form": details.form.name(),
		"supply": details.supply(),
		"minted": details.minted,
		"burned": details.burned,
		"reserved": details.reserved,
		"max_supply": details.max_supply,
		"rules": rules_json(&details.rules),
		"royalty": details.royalty,
		"shares": shares_json(&shares),
		"accrued": accrued,
		"attributes": keys_json(&attributes),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

/// What may be done with what is of a kind.
pub fn rules(rules: &Rules) -> String {
	let moved = match (rules.transferable, rules.home) {
		(false, _) => "stays with its avatar".to_owned(),
		(true, None) => "may be given, and traded anywhere".to_owned(),
		(true, Some(home)) => format!("may be given, and traded in world {home} only"),
	};
	let burned = if rules.burnable { "may be destroyed" } else { "may not be destroyed" };
	format!("{moved}; {burned}")
}

/// The same for programs.
pub fn rules_json(rules: &Rules) -> Value {
	json!({
		"transferable": rules.transferable,
		"burnable": rules.burnable,
		"home": rules.home,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::WorldId;

	#[test]
	fn what_may_be_done_is_told() {
		let told = |transferable, burnable, home| rules(&Rules { transferable, burnable, home });

		assert_eq!(
			told(true, false, None),
			"may be given, and traded anywhere; may not be destroyed"
		);
		assert_eq!(
			told(true, true, Some(WorldId(3))),
			"may be given, and traded in world 3 only; may be destroyed"
		);
		assert_eq!(told(false, true, None), "stays with its avatar; may be destroyed");
	}
}
