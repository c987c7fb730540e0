// SPDX-License-Identifier: Apache-2.0
use crate::{
	arguments::WEEK,
	commands::Context,
	failure::Failure,
	keyring::Scheme,
	parse::{self, When},
};
use clap::{Args, Subcommand};
use freehold_client::{address, calls};
use freehold_primitives::{
	asset::Coins,
	chain::Balance,
	device::{Label, Limits, PublicKey},
	ids::{AvatarId, WorldId},
	purse::LaneIndex,
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Device {
	/// Let a device sign orders.
	///
	/// What it may give away is limited until it is added anew. With none of the limits it may give
	/// anything; with any of them, nothing of what is not named.
	Add(Box<Add>),
	/// Take that right from the device in a slot.
	Revoke {
		/// The avatar's number.
		avatar: u32,
		/// The slot, 1 to 7.
		#[arg(long, value_parser = clap::value_parser!(u8).range(1..=7))]
		slot: LaneIndex,
	},
	/// Take it from all devices at once.
	RevokeAll {
		/// The avatar's number.
		avatar: u32,
	},
}

#[derive(Args)]
pub struct Add {
	/// The avatar's number.
	avatar: u32,
	/// The slot, 1 to 7.
	#[arg(long, value_parser = clap::value_parser!(u8).range(1..=7))]
	slot: LaneIndex,
	/// A device's key, or its public key in hex.
	#[arg(long, value_name = "KEY")]
	device: String,
	/// What kind of key it is, if it is given in hex or as a //Uri; a stored one knows.
	#[arg(long, value_enum, default_value = "ed25519")]
	scheme: Scheme,
	/// Last block in which it counts, or a time from now on, such as 30d; a week if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
	/// The only world that it may trade in.
	#[arg(long)]
	world: Option<u32>,
	/// What it is called, up to 32 bytes.
	#[arg(long, default_value = "", value_parser = parse::label)]
	label: Label,
	#[command(flatten)]
	limits: Most,
}

#[derive(Args)]
struct Most {
	/// Most FHD that it may give away.
	#[arg(long, value_name = "FHD", value_parser = parse::amount)]
	limit_coins: Option<Balance>,
	/// Most units that it may give away, of all kinds together.
	#[arg(long, value_name = "NUMBER")]
	limit_units: Option<u64>,
	/// Most items that it may give away.
	#[arg(long, value_name = "NUMBER")]
	limit_items: Option<u32>,
	/// Most parcels that it may give away.
	#[arg(long, value_name = "NUMBER")]
	limit_land: Option<u32>,
	/// Most estates that it may give away, however large.
	#[arg(long, value_name = "NUMBER")]
	limit_estates: Option<u32>,
}

impl Most {
	fn limits(&self) -> Option<Limits> {
		let Self { limit_coins, limit_units, limit_items, limit_land, limit_estates } = *self;
		let limits = Limits {
			coins: limit_coins.unwrap_or_default(),
			units: limit_units.unwrap_or_default(),
			items: limit_items.unwrap_or_default(),
			land: limit_land.unwrap_or_default(),
			estates: limit_estates.unwrap_or_default(),
		};
		let any = limit_coins.is_some()
			|| limit_units.is_some()
			|| limit_items.is_some()
			|| limit_land.is_some()
			|| limit_estates.is_some();
		any.then_some(limits)
	}
}

pub async fn run(context: &Context, verb: &Device) -> Result<(), Failure> {
	match verb {
		Device::Add(arguments) => add(context, arguments).await,
		Device::Revoke { avatar, slot } => {
			let done = format!("device {slot} no longer signs for avatar {avatar}");
			context.execute(&calls::revoke_device(AvatarId(*avatar), *slot), &done).await
		},
		Device::RevokeAll { avatar } => {
			let done = format!("no device signs for avatar {avatar} any more");
			context.execute(&calls::revoke_all_devices(AvatarId(*avatar)), &done).await
		},
	}
}

async fn add(context: &Context, arguments: &Add) -> Result<(), Failure> {
	let Add { avatar, slot, device, scheme, until, world, label, limits } = arguments;
	let key = public_key(context, device, *scheme)?;
	let mut owner = context.sender().await?;
	let now = owner.client().best().await?.number();
	let until = until.unwrap_or(When::After(WEEK)).from(now);
	let (avatar, world, limits) = (AvatarId(*avatar), world.map(WorldId), limits.limits());
	let call = calls::add_device(avatar, *slot, key, until, world, limits, label);
	let receipt = owner.execute(&call).await?;
	let done = format!(
		"device {slot} signs for avatar {avatar} until block {until}, and may give away {}",
		words(limits.as_ref())
	);
	let json = json!({ "slot": slot, "until": until, "limits": described(limits.as_ref()) });
	context.report(&done, json, &receipt);
	Ok(())
}

/// The key that signs for an avatar: a device's own, or an account's that is used as one.
fn public_key(context: &Context, device: &str, scheme: Scheme) -> Result<PublicKey, Failure> {
	if device.starts_with("0x") {
		let key = address::decode(device).map_err(Failure::Input)?;
		return Ok(match scheme {
			Scheme::Ed25519 => PublicKey::Ed25519(key.into()),
			Scheme::Sr25519 => PublicKey::Sr25519(key.into()),
		});
	}
	if context.keyring.scheme(device)?.unwrap_or(scheme) == Scheme::Sr25519 {
		let account = context.keyring.account_key(device)?.account();
		return Ok(PublicKey::Sr25519(account.into()));
	}
	Ok(context.keyring.device(device)?.public())
}

/// What a device may still give away, in words.
pub fn words(limits: Option<&Limits>) -> String {
	limits.map_or("anything".into(), |limits| {
		let Limits { coins, units, items, land, estates } = limits;
		format!(
			"{} FHD, {units} units, {items} items, {land} parcels, {estates} estates",
			Coins(*coins)
		)
	})
}

/// The same for programs.
pub fn described(limits: Option<&Limits>) -> Option<Value> {
	let Limits { coins, units, items, land, estates } = limits?;
	let coins = Coins(*coins).to_string();
	Some(json!({
		"coins": coins,
		"units": units,
		"items": items,
		"land": land,
		"estates": estates,
	}))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_not_limited_by_name_is_not_given_away() {
		let mut most = Most {
			limit_coins: None,
			limit_units: None,
			limit_items: None,
			limit_land: None,
			limit_estates: None,
		};
		assert_eq!(most.limits(), None);
		assert_eq!(words(most.limits().as_ref()), "anything");

		most.limit_coins = Some(Coins::UNIT);

		let limits = Limits { coins: Coins::UNIT, units: 0, items: 0, land: 0, estates: 0 };
		assert_eq!(most.limits(), Some(limits));
		assert_eq!(words(Some(&limits)), "1 FHD, 0 units, 0 items, 0 parcels, 0 estates");
	}
}
