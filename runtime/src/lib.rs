// SPDX-License-Identifier: Apache-2.0

//! The Freehold runtime: the state transition that consensus agrees on.
//!
//! This file names the parts: the version, the block and extrinsic types, and the pallets with
//! their fixed indices. How each pallet is set up is in [`configs`], by domain; every number is
//! in [`constants`]; the first state is in [`genesis`]; what a node may ask is in [`apis`].

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]
#![allow(missing_docs, reason = "the runtime macros make public items that carry no docs")]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarks;
pub mod configs;
pub mod constants;
pub mod genesis;
#[cfg(feature = "std")]
pub mod invariants;
pub mod ledger;
#[cfg(test)]
mod tests;
pub mod verify_ahead;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use pallet_session::historical as pallet_session_historical;
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Verify},
	MultiAddress,
};
use sp_version::RuntimeVersion;

pub use apis::RuntimeApi;
pub use configs::consensus::SessionKeys;
pub use constants::SS58_PREFIX;
pub use freehold_primitives::chain::{AccountId, Balance, BlockNumber, Hash, Nonce, Signature};

#[cfg(all(feature = "std", not(feature = "runtime-benchmarks")))]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
#[cfg(all(feature = "std", feature = "runtime-benchmarks"))]
include!(concat!(env!("OUT_DIR"), "/wasm_with_benchmarks"));

/// The version of this runtime.
///
/// `spec_version` grows with every release that changes behaviour; `transaction_version` with
/// every change to the index or the arguments of an existing call. System version 1 keeps the
/// state in trie layout V1 and the root of extrinsics in V0, which every light client knows.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("freehold"),
	impl_name: Cow::Borrowed("freehold-node"),
	authoring_version: 1,
	spec_version: 102,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 3,
	system_version: 1,
};

/// Blocks as a node sees them: a node must handle extrinsics of runtimes it was not built with.
pub mod opaque {
	use super::{generic, BlakeTwo256, BlockNumber};

	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// The header of a block.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// A block whose extrinsics are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

/// How an extrinsic names an account.
pub type Address = MultiAddress<AccountId, ()>;

/// The public key behind a [`Signature`].
pub type Signer = <Signature as Verify>::Signer;

/// The header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;

/// A block whose calls are decoded.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What a signed extrinsic carries beside its call.
///
/// The identifiers and their order are what wallets and hardware wallets build against: a change
/// here is a change of the transaction version. [`frame_system::WeightReclaim`] stays last, so
/// that it sees the weight that the others gave back.
pub type TxExtension = (
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// An extrinsic whose signature is not checked yet.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// The bytes a wallet signs for an extrinsic.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Runs blocks. Migrations are not among its parameters: they stand in the system config.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// The pallets. Indices are part of every encoded call, event and error: they never move and are
/// never given to another pallet. Genesis and hooks run in their order: balances come first, as
/// validators must have accounts; BABE, which reads the slot and ends the epoch, comes before
/// authorship, and both before the session they feed.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(4)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(5)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(6)]
	pub type Historical = pallet_session_historical;
	#[runtime::pallet_index(7)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(8)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(9)]
	pub type AuthorityDiscovery = pallet_authority_discovery;

	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;

	#[runtime::pallet_index(20)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(21)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(22)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(23)]
	pub type Recovery = pallet_recovery;

	#[runtime::pallet_index(30)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(31)]
	pub type SafeMode = pallet_safe_mode;
	#[runtime::pallet_index(32)]
	pub type MultiBlockMigrations = pallet_migrations;
	#[runtime::pallet_index(33)]
	pub type Sudo = pallet_sudo;

	#[runtime::pallet_index(50)]
	pub type Worlds = pallet_worlds;
	#[runtime::pallet_index(51)]
	pub type Avatars = pallet_avatars;
	#[runtime::pallet_index(52)]
	pub type Land = pallet_land;
	#[runtime::pallet_index(53)]
	pub type Items = pallet_items;
	#[runtime::pallet_index(54)]
	pub type Market = pallet_market;
}
