// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::chain::{AccountId, BlockNumber};

/// Friends who may recover an account together.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct FriendGroup {
	/// The friends, sorted.
	pub friends: Vec<AccountId>,
	/// How many of them must approve.
	pub friends_needed: u32,
	/// The account that may act for the recovered one then.
	pub inheritor: AccountId,
	/// Blocks between the start of a recovery and its end: so long, the owner can stop it.
	pub inheritance_delay: BlockNumber,
	/// Groups of a lower number come before those of a higher.
	pub inheritance_priority: u32,
	/// Blocks after the last approval before who started a recovery can stop it.
	pub cancel_delay: BlockNumber,
}

/// A recovery that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecoveryAttempt {
	/// The number of the group.
	pub friend_group_index: u32,
	/// Who started it.
	pub initiator: AccountId,
	/// In which block.
	pub init_block: BlockNumber,
	/// The block of the last approval.
	pub last_approval_block: BlockNumber,
	/// A bit for each friend of the group, in its order: whether it approved.
	pub approvals: Vec<u16>,
}

impl RecoveryAttempt {
	/// How many friends approved.
	pub fn approved(&self) -> u32 {
		self.approvals
			.iter()
			.fold(0, |sum: u32, bits| sum.saturating_add(bits.count_ones()))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn each_friend_that_approved_counts() {
		let attempt = RecoveryAttempt {
			friend_group_index: 0,
			initiator: [1; 32].into(),
			init_block: 1,
			last_approval_block: 2,
			approvals: vec![0b101],
		};

		assert_eq!(attempt.approved(), 2);
	}
}
