// SPDX-License-Identifier: Apache-2.0

//! Acting for others, and stopping what goes wrong.
//!
//! Root is the sudo key, as chains for development need it; a public chain removes the key once
//! its governance stands.

#![warn(missing_docs)]

use crate::{
	constants::{deposit, DEPOSIT_PER_BYTE, RECOVERY_STAKE, SAFE_MODE_DURATION},
	AccountId, Balance, Balances, BlockNumber, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU128, ConstU32, Contains, GetCallMetadata,
		InstanceFilter, LinearStoragePrice,
	},
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_recovery::{HoldReason as RecoveryReason, MAX_GROUPS_PER_ACCOUNT};
use pallet_tx_pause::RuntimeCallNameOf;
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

parameter_types! {
	/// A record that holds the sum of its deposits, under the account.
	pub const ProxyDepositBase: Balance = deposit(1, 48);
	/// An account, a proxy type and a delay.
	pub const ProxyDepositFactor: Balance = deposit(0, 37);
	/// A record that holds the sum of its deposits, under the account.
	pub const AnnouncementDepositBase: Balance = deposit(1, 48);
	/// An account, a call hash and a block number.
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
	/// When, by whom and for how much, under the account and the call hash.
	pub const MultisigDepositBase: Balance = deposit(1, 120);
	/// An approval.
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	/// A record of friend groups and what is held for it, under the account. The groups themselves
	/// are paid for by their bytes.
	pub const FriendGroupsDeposit: Balance = deposit(1, 64);
	/// Why that is held.
	pub const FriendGroupsReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(RecoveryReason::FriendGroupsStorage);
	/// What is held of whom for an attempt, and its stake, under the account and the number of the
	/// group. The attempt itself is paid for by its bytes.
	pub const AttemptDeposit: Balance = deposit(1, 133);
	/// Why that is held.
	pub const AttemptReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(RecoveryReason::AttemptStorage);
	/// What is held of whom for an inheritor, under the account. The inheritor itself is paid for
	/// by its bytes.
	pub const InheritorDeposit: Balance = deposit(1, 97);
	/// Why that is held.
	pub const InheritorReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(RecoveryReason::InheritorStorage);
	/// No price: safe mode is not for sale.
	pub const NoDeposit: Option<Balance> = None;
	/// No release, as there are no deposits.
	pub const NoRelease: Option<BlockNumber> = None;
}

/// What a proxy may do for an account. The codes are stored and must not change.
#[derive(
	Copy,
	Clone,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	Debug,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Nothing that can move coins or assets, or act as another account: a validator's session
	/// keys, remarks, reports.
	#[codec(index = 1)]
	NonTransfer,
	/// What a world's server does all day: settle trades, mint, attest badges and let go what is in
	/// custody. It can't move what the account or its avatars own, nor take it away, nor let anyone
	/// else.
	#[codec(index = 2)]
	WorldServer,
	/// Root, through the sudo key, and what stops the chain.
	#[codec(index = 3)]
	Governance,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			// Batches are let through, as their calls pass this filter one by one. Calls by proxy, by
			// multisig and by an inheritor run as another account, beyond it.
			Self::NonTransfer => matches!(
				call,
				RuntimeCall::System(..)
					| RuntimeCall::Timestamp(..)
					| RuntimeCall::Babe(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::Grandpa(..)
					| RuntimeCall::Utility(..)
			),
			Self::WorldServer => matches!(
				call,
				RuntimeCall::Market(pallet_market::Call::settle { .. })
					| RuntimeCall::Items(pallet_items::Call::mint_items { .. })
					| RuntimeCall::Items(pallet_items::Call::mint_units { .. })
					| RuntimeCall::Items(pallet_items::Call::release_from_custody { .. })
					| RuntimeCall::Avatars(pallet_avatars::Call::attest { .. })
			),
			Self::Governance => matches!(
				call,
				RuntimeCall::Utility(..)
					| RuntimeCall::TxPause(..)
					| RuntimeCall::SafeMode(..)
					| RuntimeCall::MultiBlockMigrations(..)
					| RuntimeCall::Sudo(..)
			),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		*self == Self::Any || self == other
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// The deposit for a record of which the pallet counts only some of the bytes: `Base` pays for the
/// rest.
pub type RecordPrice<Base> = LinearStoragePrice<Base, ConstU128<DEPOSIT_PER_BYTE>, Balance>;

impl pallet_recovery::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type BlockNumberProvider = System;
	type Currency = Balances;
	type FriendGroupsConsideration = HoldConsideration<
		AccountId,
		Balances,
		FriendGroupsReason,
		RecordPrice<FriendGroupsDeposit>,
	>;
	type AttemptConsideration =
		HoldConsideration<AccountId, Balances, AttemptReason, RecordPrice<AttemptDeposit>>;
	type InheritorConsideration =
		HoldConsideration<AccountId, Balances, InheritorReason, RecordPrice<InheritorDeposit>>;
	type SecurityDeposit = ConstU128<RECOVERY_STAKE>;
	/// What is slashed is burned: nobody is to gain by an attempt that fails.
	type Slash = ();
	type MaxFriendsPerConfig = ConstU32<16>;
	type WeightInfo = pallet_recovery::weights::SubstrateWeight<Runtime>;
}

/// Refuses more friend groups than an account can have before the pallet sees them: it compares
/// every two of them first and counts them then, at a weight that does not depend on their number.
pub struct BoundsFriendGroups;

impl Contains<RuntimeCall> for BoundsFriendGroups {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Recovery(pallet_recovery::Call::set_friend_groups { friend_groups }) => {
				friend_groups.len() <= MAX_GROUPS_PER_ACCOUNT as usize
			},
			_ => true,
		}
	}
}

/// The pallets whose calls nothing can pause: without them there are no blocks, no upgrade, no
/// report of a cheat, and no way back out of the pause, also where the sudo key is a multisig or
/// acts by proxy. The calls inside those two pass the filter again.
pub const NEVER_PAUSED: [&str; 9] =
	["System", "Timestamp", "Babe", "Grandpa", "Proxy", "Multisig", "TxPause", "SafeMode", "Sudo"];

/// Other calls that nothing can pause: those by which an owner stops the recovery of an account
/// that is not lost. Its delays go on while everything else stands still.
pub const NEVER_PAUSED_CALLS: [(&str, &str); 3] = [
	("Recovery", "revoke_inheritor"),
	("Recovery", "cancel_attempt"),
	("Recovery", "slash_attempt"),
];

/// The calls of [`NEVER_PAUSED`], and [`NEVER_PAUSED_CALLS`].
pub struct NeverPaused;

impl NeverPaused {
	fn names(pallet: &[u8], call: &[u8]) -> bool {
		NEVER_PAUSED.iter().any(|name| name.as_bytes() == pallet)
			|| NEVER_PAUSED_CALLS
				.iter()
				.any(|(of, name)| of.as_bytes() == pallet && name.as_bytes() == call)
	}
}

impl Contains<RuntimeCall> for NeverPaused {
	fn contains(call: &RuntimeCall) -> bool {
		let names = call.get_call_metadata();
		Self::names(names.pallet_name.as_bytes(), names.function_name.as_bytes())
	}
}

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		Self::names(pallet, call)
	}
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PauseOrigin = EnsureRoot<AccountId>;
	type UnpauseOrigin = EnsureRoot<AccountId>;
	type WhitelistedCalls = NeverPaused;
	type MaxNameLen = ConstU32<256>;
	type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = NeverPaused;
	type EnterDuration = ConstU32<SAFE_MODE_DURATION>;
	type ExtendDuration = ConstU32<SAFE_MODE_DURATION>;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EnsureRootWithSuccess<AccountId, ConstU32<SAFE_MODE_DURATION>>;
	type ForceExtendOrigin = EnsureRootWithSuccess<AccountId, ConstU32<SAFE_MODE_DURATION>>;
	type ForceExitOrigin = EnsureRoot<AccountId>;
	type ForceDepositOrigin = EnsureRoot<AccountId>;
	type Notify = ();
	type ReleaseDelay = NoRelease;
	type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
