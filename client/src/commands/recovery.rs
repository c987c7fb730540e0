// SPDX-License-Identifier: Apache-2.0
//! The recovery of an account whose key is lost, by friends that it named before.

use super::Context;
use crate::{
	arguments::{DAY, WEEK},
	failure::Failure,
	output::table,
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::{
	address, calls,
	events::RecoveredAccountControlled,
	records::{FriendGroup, RecoveryAttempt},
};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	ids::AvatarId,
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Recovery {
	/// Say which friends may recover the signer's account; replaces what was said before.
	Set(Set),
	/// Show who may recover an account, what is under way, and who acts for it.
	Show {
		/// An address, a public key in hex, or a key.
		who: String,
	},
	/// Start a recovery as one of the friends; a stake is held until it ends.
	Start(Attempt),
	/// Approve a recovery as another of the friends.
	Approve(Attempt),
	/// Let the heir act for the account: enough friends approved, and the delay is over.
	Finish(Attempt),
	/// Stop a recovery, as the account itself or as who started it.
	Cancel(Attempt),
	/// Take the right to act for the signer's account back from its heir.
	Revoke,
	/// Act for a recovered account as its heir.
	ActAs(ActAs),
}

#[derive(Args)]
pub struct Set {
	/// A friend: an address, a public key in hex, or a key; may be repeated.
	#[arg(long = "friend", value_name = "ACCOUNT", required_unless_present = "clear")]
	friends: Vec<String>,
	/// How many of them must approve.
	#[arg(
		long,
		value_name = "NUMBER",
		value_parser = clap::value_parser!(u32).range(1..),
		required_unless_present = "clear"
	)]
	needed: Option<u32>,
	/// The account that may act for this one then.
	#[arg(long, value_name = "ACCOUNT", required_unless_present = "clear")]
	heir: Option<String>,
	/// Blocks between the start and the end of a recovery, in which the owner can stop it.
	#[arg(long, value_name = "BLOCKS", default_value_t = WEEK)]
	delay: BlockNumber,
	/// Blocks after the last approval before who started a recovery can stop it.
	#[arg(
		long,
		value_name = "BLOCKS",
		value_parser = clap::value_parser!(u32).range(1..),
		default_value_t = DAY
	)]
	cancel_delay: BlockNumber,
	/// Let nobody recover it.
	#[arg(long, conflicts_with_all = ["friends", "needed", "heir"])]
	clear: bool,
}

impl Set {
	fn groups(&self, context: &Context) -> Result<Vec<FriendGroup>, Failure> {
		let (Some(needed), Some(heir), false) = (self.needed, &self.heir, self.clear) else {
			return Ok(Vec::new());
		};
		let friends = self.friends.iter().map(|friend| context.keyring.account(friend));
		let mut friends = friends.collect::<Result<Vec<_>, _>>()?;
		friends.sort();
		friends.dedup();
		if friends.len() < needed as usize {
			return Err(Failure::Input(format!(
				"{needed} friends can't approve: there are {}",
				friends.len()
			)));
		}
		Ok(vec![FriendGroup {
			friends,
			friends_needed: needed,
			inheritor: context.keyring.account(heir)?,
			inheritance_delay: self.delay,
			inheritance_priority: 0,
			cancel_delay: self.cancel_delay,
		}])
	}
}

#[derive(Args)]
pub struct Attempt {
	/// The lost account: an address, a public key in hex, or a key.
	lost: String,
	/// The group of friends.
	#[arg(long, default_value_t = 0, value_name = "NUMBER")]
	group: u32,
}

#[derive(Args)]
pub struct ActAs {
	/// The recovered account: an address, a public key in hex, or a key.
	lost: String,
	#[command(flatten)]
	what: What,
}

/// Exactly one of them.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct What {
	/// Offer an avatar of the account to the signer, who takes it with `avatar accept`.
	#[arg(long, value_name = "AVATAR")]
	avatar: Option<u32>,
	/// Send FHD of the account to the signer.
	#[arg(long, value_name = "FHD", value_parser = parse::amount)]
	transfer: Option<Balance>,
}

pub async fn run(context: &Context, verb: &Recovery) -> Result<(), Failure> {
	let lost = |attempt: &Attempt| context.keyring.account(&attempt.lost);
	match verb {
		Recovery::Set(arguments) => {
			let groups = arguments.groups(context)?;
			let done = match groups.first() {
				Some(group) => format!(
					"{} of {} friends may recover the account",
					group.friends_needed,
					group.friends.len()
				),
				None => "nobody may recover the account".into(),
			};
			context.execute(&calls::set_friend_groups(&groups), &done).await
		},
		Recovery::Show { who } => show(context, who).await,
		Recovery::Start(attempt) => {
			let lost = lost(attempt)?;
			let done = format!("the recovery of {} has begun", address::encode(&lost));
			context.execute(&calls::start_recovery(&lost, attempt.group), &done).await
		},
		Recovery::Approve(attempt) => {
			let lost = lost(attempt)?;
			let done = format!("approved the recovery of {}", address::encode(&lost));
			context.execute(&calls::approve_recovery(&lost, attempt.group), &done).await
		},
		Recovery::Finish(attempt) => {
			let lost = lost(attempt)?;
			let done = format!("the recovery of {} is over", address::encode(&lost));
			context.execute(&calls::finish_recovery(&lost, attempt.group), &done).await
		},
		Recovery::Cancel(attempt) => {
			let lost = lost(attempt)?;
			let done = format!("stopped the recovery of {}", address::encode(&lost));
			context.execute(&calls::cancel_recovery(&lost, attempt.group), &done).await
		},
		Recovery::Revoke => {
			context.execute(&calls::revoke_heir(), "nobody else acts for the account").await
		},
		Recovery::ActAs(arguments) => act_as(context, arguments).await,
	}
}

async fn act_as(context: &Context, arguments: &ActAs) -> Result<(), Failure> {
	let lost = context.keyring.account(&arguments.lost)?;
	let mut heir = context.sender().await?;
	let to = heir.key().account();
	let (call, done) = match (arguments.what.avatar, arguments.what.transfer) {
		(Some(avatar), _) => {
			let call = calls::offer_avatar(AvatarId(avatar), 0, Some(&to));
			(call, format!("avatar {avatar} is offered to the signer"))
		},
		(None, amount) => {
			let amount = amount.unwrap_or_default();
			(calls::transfer(&to, amount), format!("sent {} FHD to the signer", Coins(amount)))
		},
	};
	let call = calls::act_as(heir.client().metadata(), &lost, &call)?;
	let receipt = heir.execute(&call).await?;
	// The outer call succeeds even if the inner one does not.
	if let Err(reason) = receipt.expect::<RecoveredAccountControlled>()?.call_result {
		return Err(heir.client().explain(reason).into());
	}
	context.report(&done, json!({ "account": address::encode(&lost) }), &receipt);
	Ok(())
}

async fn show(context: &Context, who: &str) -> Result<(), Failure> {
	let account = context.keyring.account(who)?;
	let state = context.client().await?.finalised().await?;
	let groups = state.friend_groups(&account).await?;
	let attempts = state.recovery_attempts(&account).await?;
	let heir = state.heir(&account).await?.map(|heir| address::encode(&heir));
	let of_group = |index: u32| attempts.iter().find(|it| it.friend_group_index == index);
	let rows = (0u32..).zip(&groups).map(|(index, group)| {
		let under_way = of_group(index).map_or("no".into(), |attempt| {
			format!("since block {}, {} approved", attempt.init_block, attempt.approved())
		});
		vec![
			index.to_string(),
			format!("{} of {}", group.friends_needed, names(group).join(", ")),
			address::encode(&group.inheritor),
			group.inheritance_delay.to_string(),
			under_way,
		]
	});
	let table = table(&["group", "friends", "heir", "delay in blocks", "under way"], rows);
	let acting = heir.as_deref().unwrap_or("nobody");
	let human = format!("{table}\n{acting} acts for {}", address::encode(&account));
	let json = json!({
		"account": address::encode(&account),
		"groups": groups.iter().map(described).collect::<Vec<Value>>(),
		"attempts": attempts.iter().map(under_way).collect::<Vec<Value>>(),
		"heir": heir,
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

fn names(group: &FriendGroup) -> Vec<String> {
	group.friends.iter().map(address::encode).collect()
}

fn described(group: &FriendGroup) -> Value {
	json!({
		"friends": names(group),
		"needed": group.friends_needed,
		"heir": address::encode(&group.inheritor),
		"delay": group.inheritance_delay,
		"cancel_delay": group.cancel_delay,
	})
}

fn under_way(attempt: &RecoveryAttempt) -> Value {
	json!({
		"group": attempt.friend_group_index,
		"initiator": address::encode(&attempt.initiator),
		"since": attempt.init_block,
		"approved": attempt.approved(),
	})
}
