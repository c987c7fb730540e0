// SPDX-License-Identifier: Apache-2.0
//! What becomes of the coins of a deal.

use crate::failure::Failure;
use freehold_client::{DispatchFailure, Preview};
use freehold_primitives::{
	asset::Coins,
	settlement::{Proceeds, Receipt},
};
use serde_json::{json, Value};

/// What one side gets in coins and what is taken off them, in a line; none if it gets none.
pub fn words(who: &str, proceeds: &Proceeds) -> Option<String> {
	if proceeds.gross == 0 {
		return None;
	}
	let mut taken = Vec::new();
	if proceeds.fee > 0 {
		taken.push(format!("{} to the world", Coins(proceeds.fee)));
	}
	for (kind, amount) in &proceeds.royalties {
		taken.push(format!("{} to the creators of kind {kind}", Coins(*amount)));
	}
	let (net, gross) = (Coins(proceeds.net), Coins(proceeds.gross));
	Some(match taken.is_empty() {
		true => format!("{who} gets {net} FHD"),
		false => format!("{who} gets {net} of {gross} FHD: {}", taken.join(", ")),
	})
}

/// What both sides get in coins.
pub fn both(maker: &str, taker: &str, receipt: &Receipt) -> String {
	let sides = [words(maker, &receipt.maker), words(taker, &receipt.taker)];
	let told: Vec<String> = sides.into_iter().flatten().collect();
	if told.is_empty() {
		return "no coins change hands".into();
	}
	told.join("\n")
}

/// The same for programs.
pub fn described(receipt: &Receipt) -> Value {
	json!({ "maker": side(&receipt.maker), "taker": side(&receipt.taker) })
}

fn side(proceeds: &Proceeds) -> Value {
	let royalties: Vec<Value> = proceeds
		.royalties
		.iter()
		.map(
			|(kind, amount)| json!({ "kind": kind.to_string(), "amount": Coins(*amount).to_string() }),
		)
		.collect();
	json!({
		"gross": Coins(proceeds.gross).to_string(),
		"fee": Coins(proceeds.fee).to_string(),
		"royalties": royalties,
		"net": Coins(proceeds.net).to_string(),
	})
}

/// The refusal of a deal that was tried, and what might help.
pub fn refused(failure: &DispatchFailure) -> Failure {
	let hint = hint(&failure.name).map_or_else(String::new, |hint| format!(" {hint}"));
	Failure::Check(format!("the chain would refuse: {failure}{hint}"))
}

/// What would become of the coins, unless it would be refused.
pub fn accepted(preview: Preview) -> Result<Receipt, Failure> {
	preview.map_err(|failure| refused(&failure))
}

/// What whoever is refused for this can do about it.
fn hint(error: &str) -> Option<&'static str> {
	Some(match error {
		"DeductionTooHigh" => "Name a higher --max-deduction, if you agree to that.",
		"PriceTooHigh" => "Name a higher --max-price, if you agree to that.",
		"TooFewCoins" => "Put more into the purse with `avatar deposit`.",
		"LotsOutOfRange" => "`market show` tells how many lots are left.",
		"OrderVoid" | "Moved" | "Expired" => "It can be cleared away with `market sweep`.",
		"Locked" => "`item show` and `land show` tell what locks it.",
		"NotWanted" => {
			"`market show` tells what the offer is for; of an area's parcels it is for none that is let."
		},
		"NotListing" => "Offers are accepted with `market accept`, barters with `accept-barter`.",
		"NotOffer" => "Listings are bought with `market buy`, barters take `accept-barter`.",
		"NotBarter" => "Listings are bought with `market buy`, offers take `market accept`.",
		_ => return None,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::{CollectionId, KindId};

	#[test]
	fn each_part_of_a_payment_is_told() {
		let kind = KindId { collection: CollectionId(3), index: 1 };
		let maker = Proceeds {
			gross: 10 * Coins::UNIT,
			fee: Coins::UNIT / 10,
			royalties: vec![(kind, Coins::UNIT / 2)],
			net: 94 * Coins::UNIT / 10,
		};
		let receipt = Receipt { maker, taker: Proceeds::default() };

		assert_eq!(
			both("avatar 1", "avatar 2", &receipt),
			"avatar 1 gets 9.4 of 10 FHD: 0.1 to the world, 0.5 to the creators of kind 3/1"
		);
		assert_eq!(both("a", "b", &Receipt::default()), "no coins change hands");
		assert_eq!(
			described(&receipt)["maker"],
			json!({
				"gross": "10",
				"fee": "0.1",
				"royalties": [{ "kind": "3/1", "amount": "0.5" }],
				"net": "9.4",
			})
		);
	}

	#[test]
	fn a_refusal_says_what_helps() {
		let failure = DispatchFailure {
			pallet: Some("Market".into()),
			name: "TooFewCoins".into(),
			number: Some(36),
			explanation: "The purse has too few coins.".into(),
		};

		assert_eq!(
			refused(&failure).to_string(),
			"the chain would refuse: Market.TooFewCoins: The purse has too few coins. \
			 Put more into the purse with `avatar deposit`."
		);
	}
}
