// SPDX-License-Identifier: Apache-2.0
use super::{
	checks::{misfits, Findings, Numbered, Side},
	counted, decode, goods,
	who::records,
	Preview,
};
use crate::{
	commands::{assets, names::Names, receipt::both, Context},
	failure::Failure,
};
use clap::Args;
use freehold_client::{
	order::{fewest, is_signed_by_device, is_signed_by_owner, left, Party, SignedOrder},
	Snapshot,
};
use freehold_primitives::{
	chain::Hash,
	ids::AvatarId,
	order::{Acceptance, Trade},
	purse::Unspendable,
};
use serde_json::json;

#[derive(Args)]
pub struct Check {
	/// The signed order or trade in hex.
	order: String,
	/// Who would accept it; the one that it names, if it names any.
	#[arg(long, value_name = "AVATAR")]
	taker: Option<u32>,
	/// How many lots; the fewest if not told.
	#[arg(long)]
	lots: Option<u32>,
}

/// How an order stands, whoever accepts it.
pub struct Standing {
	/// How many lots can be taken; none if its number is spent.
	pub left: u32,
	/// Fewest that can be taken at once.
	pub fewest: u32,
	pub findings: Findings,
}

pub async fn run(context: &Context, arguments: &Check) -> Result<(), Failure> {
	let (signed, acceptance) = parts(&arguments.order)?;
	let client = context.client().await?;
	let state = client.best().await?;
	let Standing { left, fewest, mut findings } =
		standing(&state, &signed, &client.genesis()).await?;
	let order = &signed.order;
	let told = arguments.taker.map(AvatarId);
	let taker = told.or(acceptance.as_ref().map(|it| it.taker)).or(order.taker);
	let lots = arguments.lots.or(acceptance.as_ref().map(|it| it.lots)).unwrap_or(fewest);
	let preview = match taker {
		Some(taker) => {
			findings.wrong.extend(misfits(order, taker, lots, left));
			Some(Preview::read(&state, order, taker, lots).await?)
		},
		None => None,
	};

	let mut human = format!("{order}\n\n{} of {} left", counted(left), order.lots);
	for doubt in &findings.doubtful {
		human.push_str(&format!("\nwarning: {doubt}"));
	}
	match &preview {
		Some(Preview { result: Ok(receipt), taker, .. }) => {
			let names = Names::read(&state, [order.maker, *taker]).await?;
			let told = both(&names.of(order.maker), &names.of(*taker), receipt);
			human.push_str(&format!("\nif {} were settled now:\n{told}", counted(lots)));
		},
		Some(_) => {},
		None => human.push_str("\nname a --taker to see what each would get"),
	}
	let json = json!({
		"left": left,
		"taker": taker,
		"lots": lots,
		"wrong": findings.wrong,
		"doubtful": findings.doubtful,
		"preview": preview.as_ref().map(Preview::json),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	let mut reasons = findings.wrong;
	reasons.extend(preview.as_ref().and_then(Preview::refusal));
	if reasons.is_empty() {
		return Ok(());
	}
	Err(Failure::Check(format!("it can't be settled:\n  {}", reasons.join("\n  "))))
}

/// An order, and its acceptance if it was accepted.
fn parts(digits: &str) -> Result<(SignedOrder, Option<Acceptance>), Failure> {
	if let Ok(Trade { order, order_signature, acceptance, .. }) = decode(digits, "a trade") {
		return Ok((SignedOrder { order, signature: order_signature }, Some(acceptance)));
	}
	Ok((decode(digits, "a signed order or trade")?, None))
}

/// What the chain has of an order, and what is wrong with it or with its signature.
pub async fn standing(
	state: &Snapshot,
	signed: &SignedOrder,
	genesis: &Hash,
) -> Result<Standing, Failure> {
	let SignedOrder { order, signature } = signed;
	let maker = Party {
		avatar: order.maker,
		lane: order.lane,
		number: order.number,
		valid_until: order.valid_until,
	};
	let side = Side {
		party: maker,
		key: None,
		numbered: Numbered::Elsewhere,
		given: &order.give,
		wanted: &order.want,
		lots: order.min_lots,
		max_deduction: order.max_deduction,
		royalty: assets::royalty(state, &order.give).await?,
		world: order.world,
		records: records(state, order.world, &maker).await?,
	};
	let (hash, bytes) = (order.hash(genesis), order.signing_bytes(genesis));
	let mut findings = side.examine().of_maker();
	let is_signed = match order.lane {
		0 => is_signed_by_owner(signature, &bytes, &side.records.owner),
		_ => side
			.records
			.device(order.lane)
			.is_none_or(|device| is_signed_by_device(signature, &bytes, &device.key)),
	};
	if !is_signed {
		findings
			.wrong
			.push("the order is not signed by the key of its lane, or for another chain".into());
	}
	let left = match left(order, &hash, &side.records.purse, &side.records.fills) {
		Ok(left) => left,
		Err(reason) => {
			findings.wrong.push(match reason {
				Unspendable::Spent => "the order was settled in full, or cancelled".into(),
				Unspendable::Void => {
					"the order is void: much later ones of its key were settled".into()
				},
				Unspendable::TooFar => "the order's number lies too far ahead".into(),
			});
			0
		},
	};
	let fewest = fewest(order, left).max(1);
	let goods = goods::examine(state, order.maker, order.world, &order.give, fewest).await?;
	findings.add(goods.of_maker());
	Ok(Standing { left, fewest, findings })
}
