// SPDX-License-Identifier: Apache-2.0
mod accept;
mod check;
mod checks;
mod goods;
mod show;
mod sign;
mod who;

use super::{
	names::Names,
	receipt::{both, described},
	Context,
};
use crate::{failure::Failure, output::step};
use clap::Subcommand;
use codec::{DecodeAll, Encode};
use freehold_client::Snapshot;
use freehold_primitives::{
	ids::AvatarId,
	order::Order as Words,
	settlement::{Receipt, Refusal},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Order {
	/// Sign an order as its maker.
	///
	/// One of several lots may be filled in parts, by several takers, until none are left.
	Sign(Box<sign::Sign>),
	/// Accept a signed order as its taker, which makes it a trade.
	Accept(accept::Accept),
	/// Tell what is left of a signed order or trade, what is wrong with it, and what would come of
	/// it now.
	Check(check::Check),
	/// Show the words of a signed order or trade; needs no node.
	Show {
		/// In hex.
		order: String,
	},
}

pub async fn run(context: &Context, verb: &Order) -> Result<(), Failure> {
	match verb {
		Order::Sign(arguments) => sign::run(context, arguments).await,
		Order::Accept(arguments) => accept::run(context, arguments).await,
		Order::Check(arguments) => check::run(context, arguments).await,
		Order::Show { order } => show::run(context, order),
	}
}

fn decode<T: DecodeAll>(digits: &str, what: &str) -> Result<T, Failure> {
	let wrong = || Failure::Input(format!("this is not {what} in hex"));
	let bytes = hex::decode(digits.strip_prefix("0x").unwrap_or(digits)).map_err(|_| wrong())?;
	T::decode_all(&mut &bytes[..]).map_err(|_| wrong())
}

fn counted(lots: u32) -> String {
	format!("{lots} lot{}", if lots == 1 { "" } else { "s" })
}

/// What would come of an order if it was settled now.
struct Preview {
	taker: AvatarId,
	lots: u32,
	result: Result<Receipt, Refusal>,
}

impl Preview {
	async fn read(
		state: &Snapshot,
		order: &Words,
		taker: AvatarId,
		lots: u32,
	) -> Result<Self, Failure> {
		let result = state.preview_trade(order, taker, lots).await?;
		Ok(Self { taker, lots, result })
	}

	/// Shows what each side would get.
	async fn show(&self, state: &Snapshot, order: &Words) -> Result<(), Failure> {
		if let Ok(receipt) = &self.result {
			let names = Names::read(state, [order.maker, self.taker]).await?;
			let told = both(&names.of(order.maker), &names.of(self.taker), receipt);
			step(format!("If {} were settled now:\n{told}", counted(self.lots)));
		}
		Ok(())
	}

	/// Why it would be refused, if it would.
	fn refusal(&self) -> Option<String> {
		let refusal = self.result.as_ref().err()?;
		let number = refusal.encode().first().copied().unwrap_or_default();
		Some(format!("if it was settled now, it would be refused: {refusal} (reason {number})"))
	}

	fn json(&self) -> Value {
		let mut json = match &self.result {
			Ok(receipt) => described(receipt),
			Err(refusal) => json!({
				"number": refusal.encode().first(),
				"name": format!("{refusal:?}"),
				"reason": refusal.to_string(),
			}),
		};
		json["possible"] = json!(self.result.is_ok());
		json["lots"] = json!(self.lots);
		json
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_refusal_is_told_by_its_number() {
		let preview = Preview { taker: AvatarId(1), lots: 2, result: Err(Refusal::Soulbound) };

		let told = preview.refusal().expect("it is refused");
		assert!(told.ends_with("(reason 28)"), "{told}");
		assert_eq!(preview.json()["number"], 28);
		assert_eq!(preview.json()["possible"], false);
	}
}
