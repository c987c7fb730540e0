// SPDX-License-Identifier: Apache-2.0
//! Who signs, and with what.

use super::checks::{Findings, Records};
use crate::{
	arguments::HOUR,
	commands::{unknown, unknown_world, Context},
	failure::Failure,
	keyring::Scheme,
	output::step,
	parse::{self, When},
};
use clap::Args;
use freehold_client::{
	order::{DeviceSigner, OrderSigner, Party},
	AccountKey, Client, Snapshot,
};
use freehold_primitives::{
	device::PublicKey,
	ids::{AvatarId, WorldId},
	order::OrderSignature,
	purse::{LaneIndex, OrderNumber},
};
use std::io::{stdin, IsTerminal};

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
	/// Last block in which it counts, or a time from now on, such as 6h; an hour if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
	/// Sign without asking.
	#[arg(long)]
	yes: bool,
	/// Sign even what the chain would refuse as things stand.
	#[arg(long)]
	force: bool,
}

impl Who {
	/// Fills in from the chain what was not given.
	pub async fn resolve(&self, state: &Snapshot) -> Result<Party, Failure> {
		let avatar = AvatarId(self.avatar);
		let number = match self.number {
			Some(number) => number,
			None => {
				let purse = state.purse(avatar).await?;
				let purse = purse.ok_or_else(|| unknown(format!("avatar {avatar}")))?;
				purse.lanes.get(usize::from(self.lane)).map_or(0, |lane| lane.next)
			},
		};
		let valid_until = self.until.unwrap_or(When::After(HOUR)).from(state.number());
		Ok(Party { avatar, lane: self.lane, number, valid_until })
	}

	/// Tells what was found, and refuses what can't be settled unless it is to be signed anyway.
	pub fn weigh(&self, findings: &Findings) -> Result<(), Failure> {
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
	pub fn confirm(&self) -> Result<(), Failure> {
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

	/// The key that `--key` names.
	pub async fn signer(&self, context: &Context, client: &Client) -> Result<AnySigner, Failure> {
		let Some(key) = context.key() else {
			return Ok(AnySigner::Owner(context.account_key(client).await?));
		};
		// Any slot may hold the device's key, but only the owner signs in lane 0.
		let is_device = match context.keyring.scheme(key)? {
			Some(scheme) => scheme == Scheme::Ed25519,
			None => self.lane != 0,
		};
		Ok(if is_device {
			AnySigner::Device(context.keyring.device(key)?)
		} else {
			AnySigner::Owner(context.keyring.account_key(key)?)
		})
	}
}

/// A signature made by either kind of key.
pub enum AnySigner {
	Owner(AccountKey),
	Device(DeviceSigner),
}

impl AnySigner {
	/// The key with which the chain verifies what it signs.
	pub fn public(&self) -> PublicKey {
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

/// The chain learns of a number only when it is settled, so whoever signs has to keep count.
pub fn tell_number(party: &Party) {
	let Party { avatar, lane, number, .. } = party;
	step(format!(
		"signed with number {number} of avatar {avatar}'s lane {lane}; of all that is signed with \
		 it only one can be settled: the next takes --number {}",
		number.saturating_add(1)
	));
}

/// What the chain knows of who signs and of the world that settles.
pub async fn records(state: &Snapshot, world: WorldId, party: &Party) -> Result<Records, Failure> {
	let avatar = party.avatar;
	let missing = || unknown(format!("avatar {avatar}"));
	let details = state.world(world).await?.ok_or_else(|| unknown_world(world))?;
	Ok(Records {
		now: state.number(),
		fee: details.fee,
		suspended: details.suspended,
		owner: state.avatar(avatar).await?.ok_or_else(missing)?.owner,
		purse: state.purse(avatar).await?.ok_or_else(missing)?,
		fills: state.fills(avatar, party.lane).await?,
		devices: state.devices(avatar).await?,
	})
}
