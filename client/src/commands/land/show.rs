// SPDX-License-Identifier: Apache-2.0
use super::site::{Premises, Records};
use crate::{
	commands::{lock, unknown, Context},
	failure::Failure,
	output::facts,
};
use freehold_primitives::land::{ParcelId, Site};
use serde_json::json;

pub async fn run(context: &Context, parcel: ParcelId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let missing = || unknown(format!("parcel {parcel}"));
	let details = state.parcel(parcel).await?.ok_or_else(missing)?;
	let holding = state.parcel_holding(parcel).await?.ok_or_else(missing)?;
	let premises = Premises::read(&state, Site::Parcel(parcel)).await?;
	let records = Records::read(&state, &premises).await?;
	let estate = details.estate();
	let summary = [
		("parcel", parcel.to_string()),
		("zone", details.zone.to_string()),
		("owner", format!("avatar {}", holding.owner)),
		("version", holding.version.to_string()),
		("lock", lock(&holding)),
	];
	let table = facts(summary.into_iter().chain(records.facts()));
	let mut human = format!("{table}\n{}", records.rights_table());
	if let Some(estate) = estate {
		human.push_str(&format!(
			"\nit is part of estate {estate}, whose access, content, lease and rights these are"
		));
	}
	let mut json = json!({
		"world": parcel.world,
		"at": parcel.at,
		"zone": details.zone,
		"owner": holding.owner,
		"version": holding.version,
		"lock": lock(&holding),
		"estate": estate,
		"block": state.block(),
	});
	records.describe(&mut json);
	context.output.finish(human, &json);
	Ok(())
}
