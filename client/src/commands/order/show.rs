// SPDX-License-Identifier: Apache-2.0
use super::{counted, decode};
use crate::{commands::Context, failure::Failure};
use freehold_client::order::SignedOrder;
use freehold_primitives::order::Trade;
use serde_json::json;

pub fn run(context: &Context, digits: &str) -> Result<(), Failure> {
	if let Ok(Trade { order, acceptance, .. }) = decode(digits, "a trade") {
		let human = format!(
			"{order}\n\naccepted by avatar {}: {}, less at most {} basis points of the coins,\n\
			 until block {} (key {}, number {})",
			acceptance.taker,
			counted(acceptance.lots),
			acceptance.max_deduction,
			acceptance.valid_until,
			acceptance.lane,
			acceptance.number
		);
		let json = json!({
			"words": order.to_string(),
			"taker": acceptance.taker,
			"lots": acceptance.lots,
		});
		context.output.finish(human, &json);
		return Ok(());
	}
	let SignedOrder { order, .. } = decode(digits, "a signed order or trade")?;
	let json = json!({
		"words": order.to_string(),
		"taker": order.taker,
		"lots": order.lots,
		"min_lots": order.min_lots,
	});
	context.output.finish(order, &json);
	Ok(())
}
