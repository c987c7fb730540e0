// SPDX-License-Identifier: Apache-2.0
use super::Context;
use crate::{
	failure::Failure,
	output::{progress, table},
};
use clap::Args;
use codec::{DecodeAll, Encode};
use freehold_client::{Outcome, Settlement, Settler};
use freehold_primitives::{ids::WorldId, order::Trade, settlement::Refusal};
use serde_json::{json, Value};
use std::{fs, path::PathBuf};

#[derive(Args)]
pub struct Settle {
	/// The world that the trades are for.
	#[arg(long)]
	world: u32,
	/// JSON lines: trades in hex, as strings or as objects with a key `trade`.
	file: PathBuf,
	/// How many trades share a transaction.
	#[arg(long, default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..=256))]
	batch: u32,
}

pub async fn run(context: &Context, arguments: &Settle) -> Result<(), Failure> {
	let path = &arguments.file;
	let text = fs::read_to_string(path)
		.map_err(|reason| Failure::Input(format!("{} can't be read: {reason}", path.display())))?;
	let trades =
		read(&text).map_err(|reason| Failure::Input(format!("{}, {reason}", path.display())))?;
	if trades.is_empty() {
		return Err(Failure::Input(format!("{} has no trades", path.display())));
	}

	let client = context.client().await?;
	let key = context.account_key(&client).await?;
	let world = WorldId(arguments.world);
	let mut settler = Settler::new(client, key, world, arguments.batch as usize).await?;
	let bar = progress("trades final", trades.len());
	let settlements = settler.settle(&trades, |more| bar.inc(more as u64)).await?;
	bar.finish_and_clear();

	let refused: Vec<(usize, &Settlement, Refusal)> = settlements
		.iter()
		.enumerate()
		.filter_map(|(place, settlement)| match settlement.outcome {
			Outcome::Settled => None,
			Outcome::Refused(refusal) => Some((place, settlement, refusal)),
		})
		.collect();
	let rows = refused.iter().map(|(place, settlement, refusal)| {
		vec![(place + 1).to_string(), refusal.to_string(), format!("{:?}", settlement.block)]
	});
	let listed = table(&["trade", "refused because", "final block"], rows);
	let json: Vec<Value> = refused
		.iter()
		.map(|(place, settlement, refusal)| told(*place, settlement, *refusal))
		.collect();
	let (sent, settled) = (settlements.len(), settlements.len() - refused.len());
	let mut human = format!("{settled} of {sent} trades settled");
	if !refused.is_empty() {
		human.push_str(&format!("\n{listed}"));
	}
	let json =
		json!({ "sent": sent, "settled": settled, "refused": refused.len(), "refusals": json });
	context.output.finish(human, &json);
	if settled == 0 {
		return Err(Failure::Check(format!("none of the {sent} trades was settled")));
	}
	Ok(())
}

/// A refusal for programs: the number is the chain's own for the reason.
fn told(place: usize, settlement: &Settlement, refusal: Refusal) -> Value {
	json!({
		"trade": place + 1,
		"number": refusal.encode().first(),
		"name": format!("{refusal:?}"),
		"reason": refusal.to_string(),
		"block": settlement.block,
	})
}

/// The trades of a file; or the first line that is none.
fn read(text: &str) -> Result<Vec<Trade>, String> {
	let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
	lines
		.map(|(place, line)| {
			trade(line).ok_or_else(|| format!("line {}: this is not a signed trade", place + 1))
		})
		.collect()
}

fn trade(line: &str) -> Option<Trade> {
	let value: Value = serde_json::from_str(line).ok()?;
	let digits = value.get("trade").unwrap_or(&value).as_str()?;
	let bytes = hex::decode(digits.strip_prefix("0x").unwrap_or(digits)).ok()?;
	Trade::decode_all(&mut &bytes[..]).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_client::order::{DeviceSigner, OrderBuilder, Party, SignedOrder};
	use freehold_primitives::{asset::Asset, chain::Hash, ids::AvatarId};
	use std::time::Duration;

	fn signed() -> Trade {
		let party = |id| Party { avatar: AvatarId(id), lane: 1, number: 0, valid_until: 9 };
		let signer = DeviceSigner::from_seed([1; 32]);
		let genesis = Hash::zero();
		let order = OrderBuilder::new(WorldId(0), party(0))
			.give(Asset::Coins(1))
			.want(Asset::Coins(2))
			.build()
			.expect("it is well formed");
		let acceptance = party(1).acceptance(1, 0);
		SignedOrder::new(order, &signer, &genesis).accept(acceptance, &signer, &genesis)
	}

	#[test]
	fn a_refusal_is_told_by_number_name_and_block() {
		let (outcome, block) = (Outcome::Refused(Refusal::Moved), Hash::repeat_byte(1));
		let (included, finalised) = (Duration::ZERO, Duration::ZERO);
		let settlement = Settlement { outcome, block, included, finalised };

		let told = told(4, &settlement, Refusal::Moved);

		assert_eq!(told["trade"], 5);
		assert_eq!(told["number"], 19);
		assert_eq!(told["name"], "Moved");
		assert_eq!(told["reason"], Refusal::Moved.to_string());
		assert_eq!(told["block"], json!(block));
	}

	#[test]
	fn trades_are_strings_or_in_objects() {
		let digits = hex::encode(signed().encode());
		let file = format!("\"0x{digits}\"\n\n{{\"trade\":\"{digits}\",\"note\":1}}\n");

		assert_eq!(read(&file), Ok(vec![signed(), signed()]));
	}

	#[test]
	fn a_line_that_is_no_trade_is_told() {
		let digits = hex::encode(signed().encode());

		for bad in ["\"0x00\"", "{}", "nonsense", &format!("\"{digits}00\"")] {
			assert_eq!(
				read(&format!("\"{digits}\"\n{bad}\n")),
				Err("line 2: this is not a signed trade".into())
			);
		}
	}
}
