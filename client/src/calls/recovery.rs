// SPDX-License-Identifier: Apache-2.0
use super::Raw;
use crate::{records::FriendGroup, Call, Error};
use freehold_primitives::chain::AccountId;
use sp_runtime::MultiAddress;
use subxt::Metadata;

/// Says which friends may recover the caller's account; replaces what was said before. Without
/// groups, nobody may.
pub fn set_friend_groups(groups: &[FriendGroup]) -> Call {
	Call::new("Recovery", "set_friend_groups", (groups,))
}

/// Starts the recovery of an account by a group of its friends, of whom the caller is one and
/// approves.
pub fn start_recovery(lost: &AccountId, group: u32) -> Call {
	Call::new("Recovery", "initiate_attempt", (address(lost), group))
}

/// Approves it as another of these friends.
pub fn approve_recovery(lost: &AccountId, group: u32) -> Call {
	Call::new("Recovery", "approve_attempt", (address(lost), group))
}

/// Lets the group's heir act for the account, once enough friends approved and the delay is over.
pub fn finish_recovery(lost: &AccountId, group: u32) -> Call {
	Call::new("Recovery", "finish_attempt", (address(lost), group))
}

/// Stops a recovery, as the account itself or as who started it.
pub fn cancel_recovery(lost: &AccountId, group: u32) -> Call {
	Call::new("Recovery", "cancel_attempt", (address(lost), group))
}

/// Takes the right to act for the caller's account back from its heir.
pub fn revoke_heir() -> Call {
	Call::new("Recovery", "revoke_inheritor", ())
}

/// Makes a call for a recovered account, as its heir. It succeeds even if that call does not: its
/// event tells.
///
/// # Errors
/// If the runtime lacks the call.
pub fn act_as(metadata: &Metadata, recovered: &AccountId, call: &Call) -> Result<Call, Error> {
	let call = Raw(call.encode(metadata)?);
	Ok(Call::new("Recovery", "control_inherited_account", (address(recovered), call)))
}

fn address(who: &AccountId) -> MultiAddress<AccountId, ()> {
	MultiAddress::Id(who.clone())
}
