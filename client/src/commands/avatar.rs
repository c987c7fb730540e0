// SPDX-License-Identifier: Apache-2.0
use super::{unknown, Context};
use crate::{
	failure::Failure,
	output::{facts, table},
	parse,
};
use clap::Subcommand;
use freehold_client::{address, calls, events::AvatarCreated};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	device::{DeviceKey, PublicKey},
	ids::{AvatarId, WorldId},
	purse::LaneIndex,
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Avatar {
	/// Create an avatar that the signer owns.
	Create,
	/// Show an avatar, its purse and devices.
	Show {
		/// The avatar's number.
		avatar: u32,
	},
	/// Put coins of the signer into a purse.
	Deposit {
		/// The avatar's number.
		avatar: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Take coins out of a purse of the signer's avatar.
	Withdraw {
		/// The avatar's number.
		avatar: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Let a device sign orders.
	AddDevice {
		/// The avatar's number.
		avatar: u32,
		/// The slot, 1 to 7.
		#[arg(long, value_parser = clap::value_parser!(u8).range(1..=7))]
		slot: LaneIndex,
		/// A device's key, or its public key in hex.
		#[arg(long, value_name = "KEY")]
		device: String,
		/// Last block in which it counts; a week from now if not told.
		#[arg(long, value_name = "BLOCK")]
		until: Option<BlockNumber>,
		/// The only world that it may trade in.
		#[arg(long)]
		world: Option<u32>,
	},
	/// Take that right from the device in a slot.
	RevokeDevice {
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

/// Blocks in a week.
const WEEK: BlockNumber = 7 * 24 * 60 * 60;

pub async fn run(context: &Context, verb: &Avatar) -> Result<(), Failure> {
	match verb {
		Avatar::Create => {
			let receipt = context.sender().await?.execute(&calls::create_avatar()).await?;
			let avatar = receipt.expect::<AvatarCreated>()?.avatar;
			let done = format!("created avatar {avatar}");
			context.report(&done, json!({ "avatar": avatar }), &receipt);
			Ok(())
		},
		Avatar::Show { avatar } => show(context, AvatarId(*avatar)).await,
		Avatar::Deposit { avatar, amount } => {
			let done = format!("put {} FHD into avatar {avatar}'s purse", Coins(*amount));
			context.execute(&calls::deposit(AvatarId(*avatar), *amount), &done).await
		},
		Avatar::Withdraw { avatar, amount } => {
			let done = format!("took {} FHD out of avatar {avatar}'s purse", Coins(*amount));
			context.execute(&calls::withdraw(AvatarId(*avatar), *amount), &done).await
		},
		Avatar::AddDevice { avatar, slot, device, until, world } => {
			let key = device_key(context, device)?;
			let mut owner = context.sender().await?;
			let until = match until {
				Some(until) => *until,
				None => owner.client().best().await?.number() + WEEK,
			};
			let world = world.map(WorldId);
			let call = calls::add_device(AvatarId(*avatar), *slot, key, until, world);
			let receipt = owner.execute(&call).await?;
			let done = format!("device {slot} signs for avatar {avatar} until block {until}");
			context.report(&done, json!({ "slot": slot, "until": until }), &receipt);
			Ok(())
		},
		Avatar::RevokeDevice { avatar, slot } => {
			let done = format!("device {slot} no longer signs for avatar {avatar}");
			context.execute(&calls::revoke_device(AvatarId(*avatar), *slot), &done).await
		},
		Avatar::RevokeAll { avatar } => {
			let done = format!("no device signs for avatar {avatar} any more");
			context.execute(&calls::revoke_all_devices(AvatarId(*avatar)), &done).await
		},
	}
}

fn device_key(context: &Context, device: &str) -> Result<PublicKey, Failure> {
	if !device.starts_with("0x") {
		return Ok(context.keyring.device(device)?.public());
	}
	let key = address::decode(device).map_err(Failure::Input)?;
	Ok(PublicKey::Ed25519(key.into()))
}

async fn show(context: &Context, avatar: AvatarId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let missing = || unknown(format!("avatar {avatar}"));
	let details = state.avatar(avatar).await?.ok_or_else(missing)?;
	let purse = state.purse(avatar).await?.ok_or_else(missing)?;
	let devices = state.devices(avatar).await?;

	let summary = facts([
		("avatar", avatar.to_string()),
		("owner", address::encode(&details.owner)),
		("purse", format!("{} FHD", Coins(purse.balance))),
	]);
	let rows = devices.iter().map(|(slot, device)| {
		let world = device.world.map_or("any".into(), |world| world.to_string());
		vec![slot.to_string(), public_hex(device), device.valid_until.to_string(), world]
	});
	let listed = table(&["device", "key", "until block", "world"], rows);
	let json_devices: Vec<Value> = devices
		.iter()
		.map(|(slot, device)| {
			json!({
				"slot": slot,
				"key": public_hex(device),
				"until": device.valid_until,
				"world": device.world,
			})
		})
		.collect();
	let next: Vec<u32> = purse.lanes.iter().map(|lane| lane.next).collect();
	let json = json!({
		"avatar": avatar,
		"owner": address::encode(&details.owner),
		"coins": Coins(purse.balance).to_string(),
		"next_numbers": next,
		"devices": json_devices,
		"block": state.block(),
	});
	context.output.finish(format!("{summary}\n{listed}"), &json);
	Ok(())
}

fn public_hex(device: &DeviceKey) -> String {
	let (PublicKey::Ed25519(key) | PublicKey::Sr25519(key)) = device.key;
	format!("0x{}", hex::encode(key))
}
