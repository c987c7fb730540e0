// SPDX-License-Identifier: Apache-2.0
mod checks;

use self::checks::{Findings, Records, Side};
use super::{unknown, unknown_world, Context};
use crate::{
	arguments::HOUR,
	failure::Failure,
	keyring::Scheme,
	output::step,
	parse::{self, Named},
};
use clap::{Args, Subcommand};
use codec::{DecodeAll, Encode};
use freehold_client::{
	order::{OrderBuilder, OrderSigner, Party, SignedOrder},
	Client, Snapshot,
};
use freehold_primitives::{
	asset::Asset,
	chain::BlockNumber,
	device::PublicKey,
	fee::BasisPoints,
	ids::{AvatarId, WorldId},
	order::{OrderSignature, Trade},
	purse::{LaneIndex, OrderNumber},
};
use serde_json::json;
use std::io::{stdin, IsTerminal};

#[derive(Subcommand)]
pub enum Order {
	/// Sign an order as its maker.
	Sign(Box<Sign>),
	/// Accept a signed order as its taker, which makes it a trade.
	Accept {
		/// The signed order in hex.
		order: String,
		#[command(flatten)]
		party: Who,
		/// How many lots; the fewest if not told.
		#[arg(long)]
		lots: Option<u32>,
		/// Most that may be taken off the coins that the taker gets: at least the world's fee.
		#[arg(
			long,
			value_name = "BASIS_POINTS",
			default_value_t = 0,
			value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
		)]
		max_deduction: BasisPoints,
	},
	/// Show the words of a signed order or trade; needs no node.
	Show {
		/// In hex.
		order: String,
	},
}

#[derive(Args)]
pub struct Sign {
	/// The world that settles it.
	#[arg(long)]
	world: u32,
	#[command(flatten)]
	party: Who,
	/// coins:1.5, units:3/0:25, item:3#17, parcel:-3,4 or estate:7; may be repeated.
	#[arg(long, required = true, value_name = "ASSET")]
	give: Vec<String>,
	/// The same, for what is wanted.
	#[arg(long, required = true, value_name = "ASSET")]
	want: Vec<String>,
	/// The only avatar that may accept.
	#[arg(long, value_name = "AVATAR")]
	taker: Option<u32>,
	/// Most lots.
	#[arg(long, default_value_t = 1)]
	lots: u32,
	/// Fewest lots.
	#[arg(long, default_value_t = 1)]
	min_lots: u32,
	/// Most that may be taken off the coins that the maker gets: at least the world's fee.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		default_value_t = 0,
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_deduction: BasisPoints,
}

/// Who signs: `--key` names an account's key, or a device's with its slot as `--lane`.
#[derive(Args)]
pub struct Who {
	/// The avatar that trades.
	#[arg(long)]
	avatar: u32,
	/// 0 for the owner, else the device's slot.
	#[arg(long, value_parser = clap::value_parser!(u8).range(0..=7))]
	lane: LaneIndex,
	/// The number; the next one of the lane if not told.
	///
	/// Of all that are signed with one number, only one can be settled: to have several open at
	/// once, number them yourself.
	#[arg(long)]
	number: Option<OrderNumber>,
	/// Last block in which it counts; an hour from now if not told.
	#[arg(long, value_name = "BLOCK")]
	until: Option<BlockNumber>,
	/// Sign without asking.
	#[arg(long)]
	yes: bool,
	/// Sign even what the chain would refuse as things stand.
	#[arg(long)]
	force: bool,
}

pub async fn run(context: &Context, verb: &Order) -> Result<(), Failure> {
	match verb {
		Order::Sign(arguments) => sign(context, arguments).await,
		Order::Accept { order, party, lots, max_deduction } => {
			let signed: SignedOrder = decode(order, "a signed order")?;
			let client = context.client().await?;
			let signer = signer(context, &client, party).await?;
			let state = client.best().await?;
			let taker = party.resolve(&state).await?;
			let lots = lots.unwrap_or(signed.order.min_lots);
			let acceptance = taker.acceptance(lots, *max_deduction);
			let mut findings = Side {
				party: taker,
				key: signer.public(),
				given: &signed.order.want,
				wanted: &signed.order.give,
				lots,
				max_deduction: *max_deduction,
				world: signed.order.world,
				records: records(&state, signed.order.world, &taker).await?,
			}
			.examine();
			findings.wrong.extend(misfits(&signed.order, &taker, lots, state.number()));
			party.weigh(&findings)?;
			step(format!(
				"{}\n\nAvatar {} accepts {}, less at most {max_deduction} basis points of the \
				 coins,\nuntil block {} (key {}, number {})",
				signed.order,
				taker.avatar,
				counted(lots),
				taker.valid_until,
				taker.lane,
				taker.number
			));
			party.confirm()?;
			let genesis = client.genesis();
			let hash = signed.order.hash(&genesis);
			let trade = signed.accept(acceptance, &signer, &genesis);
			let bytes = format!("0x{}", hex::encode(trade.encode()));
			tell_number(&taker);
			let json = json!({
				"trade": bytes,
				"order_hash": hash,
				"lane": taker.lane,
				"number": taker.number,
				"until": taker.valid_until,
			});
			context.output.finish(&bytes, &json);
			Ok(())
		},
		Order::Show { order } => show(context, order),
	}
}

async fn sign(context: &Context, arguments: &Sign) -> Result<(), Failure> {
	let client = context.client().await?;
	let signer = signer(context, &client, &arguments.party).await?;
	let state = client.best().await?;
	let world = WorldId(arguments.world);
	let maker = arguments.party.resolve(&state).await?;
	let mut builder = OrderBuilder::new(world, maker)
		.taker(arguments.taker.map(AvatarId))
		.lots(arguments.min_lots, arguments.lots)
		.max_deduction(arguments.max_deduction);
	for text in &arguments.give {
		builder = builder.give(asset(&state, text, world).await?);
	}
	for text in &arguments.want {
		builder = builder.want(asset(&state, text, world).await?);
	}
	let order = builder.build().map_err(Failure::Input)?;
	let side = Side {
		party: maker,
		key: signer.public(),
		given: &order.give,
		wanted: &order.want,
		lots: order.min_lots,
		max_deduction: order.max_deduction,
		world,
		records: records(&state, world, &maker).await?,
	};
	arguments.party.weigh(&side.examine())?;

	step(&order);
	arguments.party.confirm()?;
	let genesis = client.genesis();
	let hash = order.hash(&genesis);
	let signed = SignedOrder::new(order, &signer, &genesis);
	let bytes = format!("0x{}", hex::encode(signed.encode()));
	tell_number(&maker);
	let json = json!({
		"order": bytes,
		"hash": hash,
		"genesis": genesis,
		"lane": maker.lane,
		"number": maker.number,
		"until": maker.valid_until,
	});
	context.output.finish(&bytes, &json);
	Ok(())
}

/// The chain learns of a number only when it is settled, so whoever signs has to keep count.
fn tell_number(party: &Party) {
	let Party { avatar, lane, number, .. } = party;
	step(format!(
		"signed with number {number} of avatar {avatar}'s lane {lane}; of all that is signed with \
		 it only one can be settled: the next takes --number {}",
		number.saturating_add(1)
	));
}

/// What the chain knows of who signs and of the world that settles.
async fn records(state: &Snapshot, world: WorldId, party: &Party) -> Result<Records, Failure> {
	let avatar = party.avatar;
	let missing = || unknown(format!("avatar {avatar}"));
	let details = state.world(world).await?.ok_or_else(|| unknown_world(world))?;
	let devices = state.devices(avatar).await?;
	Ok(Records {
		now: state.number(),
		fee: details.fee,
		suspended: details.suspended,
		owner: state.avatar(avatar).await?.ok_or_else(missing)?.owner,
		purse: state.purse(avatar).await?.ok_or_else(missing)?,
		device: devices.into_iter().find(|(slot, _)| *slot == party.lane).map(|(_, key)| key),
	})
}

/// Why this taker can't accept the order.
fn misfits(
	order: &freehold_primitives::order::Order,
	taker: &Party,
	lots: u32,
	now: BlockNumber,
) -> Vec<String> {
	let mut wrong = Vec::new();
	if order.maker == taker.avatar {
		wrong.push("maker and taker are the same avatar".into());
	}
	if let Some(only) = order.taker.filter(|only| *only != taker.avatar) {
		wrong.push(format!("the order is for avatar {only} only"));
	}
	if !(order.min_lots..=order.lots).contains(&lots) {
		wrong.push(format!(
			"the order is for {} to {} lots, not {lots}",
			order.min_lots, order.lots
		));
	}
	if order.valid_until < now {
		wrong.push(format!("the order expired after block {}", order.valid_until));
	}
	wrong
}

fn show(context: &Context, digits: &str) -> Result<(), Failure> {
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
		let json = json!({ "words": order.to_string(), "taker": acceptance.taker });
		context.output.finish(human, &json);
		return Ok(());
	}
	let signed: SignedOrder = decode(digits, "a signed order or trade")?;
	let json = json!({ "words": signed.order.to_string(), "taker": signed.order.taker });
	context.output.finish(signed.order, &json);
	Ok(())
}

fn counted(lots: u32) -> String {
	format!("{lots} lot{}", if lots == 1 { "" } else { "s" })
}

impl Who {
	/// Fills in from the chain what was not given.
	async fn resolve(&self, state: &Snapshot) -> Result<Party, Failure> {
		let avatar = AvatarId(self.avatar);
		let number = match self.number {
			Some(number) => number,
			None => {
				let purse = state.purse(avatar).await?;
				let purse = purse.ok_or_else(|| unknown(format!("avatar {avatar}")))?;
				purse.lanes.get(usize::from(self.lane)).map_or(0, |lane| lane.next)
			},
		};
		let valid_until = self.until.unwrap_or(state.number().saturating_add(HOUR));
		Ok(Party { avatar, lane: self.lane, number, valid_until })
	}

	/// Tells what was found, and refuses what can't be settled unless it is to be signed anyway.
	fn weigh(&self, findings: &Findings) -> Result<(), Failure> {
		for doubt in &findings.doubtful {
			step(format!("warning: {doubt}"));
		}
		if findings.wrong.is_empty() {
			return Ok(());
		}
		if self.force {
			for reason in &findings.wrong {
				step(format!("warning: {reason}"));
			}
			return Ok(());
		}
		Err(Failure::Check(format!(
			"nothing was signed, for it would be refused (--force signs it all the same):\n  {}",
			findings.wrong.join("\n  ")
		)))
	}

	/// Asks whether the words that were shown are to be signed.
	fn confirm(&self) -> Result<(), Failure> {
		if self.yes {
			return Ok(());
		}
		let declined = |why: &str| Err(Failure::Input(format!("nothing was signed: {why}")));
		if !stdin().is_terminal() {
			return declined("nobody can be asked here; give --yes to sign without");
		}
		step("Sign this? Type yes:");
		let mut answer = String::new();
		match stdin().read_line(&mut answer) {
			Ok(_) if answer.trim() == "yes" => Ok(()),
			_ => declined("the answer was not yes"),
		}
	}
}

/// A signature made by either kind of key.
enum AnySigner {
	Owner(freehold_client::AccountKey),
	Device(freehold_client::order::DeviceSigner),
}

impl AnySigner {
	/// The key with which the chain verifies what it signs.
	fn public(&self) -> PublicKey {
		match self {
			Self::Owner(key) => PublicKey::Sr25519(key.account().into()),
			Self::Device(device) => device.public(),
		}
	}
}

impl OrderSigner for AnySigner {
	fn sign_bytes(&self, bytes: &[u8]) -> OrderSignature {
		match self {
			Self::Owner(key) => key.pair().sign_bytes(bytes),
			Self::Device(device) => device.sign_bytes(bytes),
		}
	}
}

async fn signer(context: &Context, client: &Client, party: &Who) -> Result<AnySigner, Failure> {
	let Some(key) = context.key() else {
		return Ok(AnySigner::Owner(context.account_key(client).await?));
	};
	// Any slot may hold the device's key, but only the owner signs in lane 0.
	let is_device = match context.keyring.scheme(key)? {
		Some(scheme) => scheme == Scheme::Ed25519,
		None => party.lane != 0,
	};
	Ok(if is_device {
		AnySigner::Device(context.keyring.device(key)?)
	} else {
		AnySigner::Owner(context.keyring.account_key(key)?)
	})
}

async fn asset(state: &Snapshot, text: &str, world: WorldId) -> Result<Asset, Failure> {
	match parse::asset(text, world).map_err(Failure::Input)? {
		Named::Whole(asset) => Ok(asset),
		Named::Unversioned(id) => {
			let holding = state.holding(id).await?.ok_or_else(|| unknown(id))?;
			Ok(id.at_version(holding.version))
		},
	}
}

fn decode<T: DecodeAll>(digits: &str, what: &str) -> Result<T, Failure> {
	let wrong = || Failure::Input(format!("this is not {what} in hex"));
	let bytes = hex::decode(digits.strip_prefix("0x").unwrap_or(digits)).map_err(|_| wrong())?;
	T::decode_all(&mut &bytes[..]).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn order() -> freehold_primitives::order::Order {
		let maker = Party { avatar: AvatarId(1), lane: 1, number: 0, valid_until: 100 };
		OrderBuilder::new(WorldId(0), maker)
			.give(Asset::Coins(1))
			.want(Asset::Coins(2))
			.taker(Some(AvatarId(2)))
			.lots(2, 4)
			.build()
			.expect("it is well formed")
	}

	#[test]
	fn an_order_fits_its_taker_lots_and_time() {
		let taker =
			|avatar| Party { avatar: AvatarId(avatar), lane: 1, number: 0, valid_until: 100 };

		assert_eq!(misfits(&order(), &taker(2), 2, 100), Vec::<String>::new());
		assert_eq!(
			misfits(&order(), &taker(1), 5, 101),
			[
				"maker and taker are the same avatar",
				"the order is for avatar 2 only",
				"the order is for 2 to 4 lots, not 5",
				"the order expired after block 100",
			]
		);
	}
}
