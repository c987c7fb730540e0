// SPDX-License-Identifier: Apache-2.0

//! The frame of every block: limits, the call filter, batches and migrations.

#![warn(missing_docs)]

use crate::{
	configs::{consensus::KeepsSessionKeys, governance::BoundsFriendGroups},
	constants::{
		BLOCK_HASH_COUNT, MAX_BLOCK_LENGTH, MAX_BLOCK_REF_TIME, MAX_NORMAL_LENGTH,
		MIGRATION_PERCENT, NORMAL_DISPATCH_PERCENT, SS58_PREFIX,
	},
	weights::DatabaseWeight,
	AccountId, Balance, Block, BlockNumber, Hash, MultiBlockMigrations, Nonce, OriginCaller,
	PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SafeMode, TxPause,
	VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	migrations::ForceUnstuckOnFailedMigration,
	parameter_types,
	traits::{ConstU16, ConstU32, InsideBoth},
	weights::Weight,
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{
	traits::{AccountIdLookup, BlakeTwo256},
	Perbill,
};
use sp_version::RuntimeVersion;

parameter_types! {
	/// How many block hashes are kept.
	pub const BlockHashCount: BlockNumber = BLOCK_HASH_COUNT;
	/// The version of this runtime.
	pub const Version: RuntimeVersion = VERSION;
	/// Weight limits. The chain has no relay chain to prove its reads to, so proofs are free.
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::with_sensible_defaults(
		Weight::from_parts(MAX_BLOCK_REF_TIME, u64::MAX),
		Perbill::from_percent(NORMAL_DISPATCH_PERCENT),
	);
	/// Length limits.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAX_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| *length = MAX_NORMAL_LENGTH)
		.build();
	/// What a multi-block migration may use of each block.
	pub MigrationWeight: Weight =
		Perbill::from_percent(MIGRATION_PERCENT) * RuntimeBlockWeights::get().max_block;
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type Block = Block;
	type AccountId = AccountId;
	type Nonce = Nonce;
	type Hash = Hash;
	type Hashing = BlakeTwo256;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BaseCallFilter =
		InsideBoth<InsideBoth<SafeMode, TxPause>, InsideBoth<KeepsSessionKeys, BoundsFriendGroups>>;
	type BlockHashCount = BlockHashCount;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type DbWeight = DatabaseWeight;
	type Version = Version;
	type SS58Prefix = ConstU16<SS58_PREFIX>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Migrations = ();
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	/// A chain that stays stuck takes no transaction, so not even the one that repairs it.
	type FailedMigrationHandler = ForceUnstuckOnFailedMigration;
	type MaxServiceWeight = MigrationWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
