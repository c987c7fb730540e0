// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{percent, pointer, unknown, Context},
	failure::Failure,
	output::{facts, table},
};
use freehold_client::{
	address,
	records::{Issuer, KindDetails},
};
use freehold_primitives::ids::{CollectionId, KindId};
use serde_json::{json, Value};

pub async fn show(context: &Context, collection: CollectionId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let details = state.collection(collection).await?;
	let details = details.ok_or_else(|| unknown(format!("collection {collection}")))?;
	let metadata = state.collection_metadata(collection).await?;
	let kinds = state.kinds(collection).await?;
	let name = metadata.as_ref().map(|metadata| metadata.name.clone());
	let more = metadata.and_then(|it| it.pointer).map(|it| pointer(&it));
	let none = || String::from("none");
	let summary = facts([
		("collection", collection.to_string()),
		("name", name.clone().unwrap_or_else(none)),
		("more about it", more.clone().unwrap_or_else(none)),
		("issuer", details.issuer.to_string()),
		("deposits paid by", address::encode(&details.payer)),
		("offered to", details.offered_to.map_or("nobody".into(), |to| to.to_string())),
		("state", String::from(if details.frozen { "frozen for good" } else { "open" })),
		("kinds", details.live_kinds.to_string()),
		("items", format!("{} of {} ever minted", details.live_items, details.items)),
		("recipes", details.recipes.to_string()),
	]);
	let rows = kinds.iter().map(|(kind, details)| row(*kind, details));
	let listed = table(&["kind", "form", "there are", "of at most", "royalty"], rows);
	let json = json!({
		"collection": collection,
		"name": name,
		"pointer": more,
		"issuer": details.issuer.to_string(),
		"payer": address::encode(&details.payer),
		"offered_to": details.offered_to.as_ref().map(Issuer::to_string),
		"frozen": details.frozen,
		"kinds": kinds.iter().map(|(kind, details)| described(*kind, details)).collect::<Value>(),
		"items": details.live_items,
		"items_minted": details.items,
		"recipes": details.recipes,
		"block": state.block(),
	});
	context.output.finish(format!("{summary}\n{listed}"), &json);
	Ok(())
}

fn row(kind: KindId, details: &KindDetails) -> Vec<String> {
	let most = details.max_supply.map_or("no limit".into(), |most| most.to_string());
	let (form, supply) = (details.form.name().into(), details.supply().to_string());
	vec![kind.to_string(), form, supply, most, percent(details.royalty)]
}

fn described(kind: KindId, details: &KindDetails) -> Value {
	json!({
		"kind": kind.to_string(),
		"form": details.form.name(),
		"supply": details.supply(),
		"max_supply": details.max_supply,
		"royalty": details.royalty,
	})
}
