// SPDX-License-Identifier: Apache-2.0

//! The first state of chains for development. Their keys are public: never use them elsewhere.

#![warn(missing_docs)]

use crate::{
	configs::consensus::BABE_GENESIS_EPOCH_CONFIG, constants::UNIT, AccountId, BabeConfig, Balance,
	BalancesConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, SudoConfig,
};
use alloc::{string::ToString, vec::Vec};
use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// What each funded account starts with.
pub const ENDOWMENT: Balance = 1_000_000 * UNIT;

/// The funded accounts.
pub const FUNDED: [Sr25519Keyring; 6] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
];

/// A validator for development: the account, which also makes blocks, and its finality key.
pub type Validator = (Sr25519Keyring, Ed25519Keyring);

/// The presets by name, as a node asks for them.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET].map(PresetId::from).to_vec()
}

/// The JSON of a preset, as a patch of the default genesis; none if there is no such preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let alice = (Sr25519Keyring::Alice, Ed25519Keyring::Alice);
	let bob = (Sr25519Keyring::Bob, Ed25519Keyring::Bob);
	let patch = match id.as_str() {
		DEV_RUNTIME_PRESET => patch(&[alice]),
		LOCAL_TESTNET_RUNTIME_PRESET => patch(&[alice, bob]),
		_ => return None,
	};
	Some(patch.to_string().into_bytes())
}

/// The genesis of a chain with these validators. Alice is root.
pub fn patch(validators: &[Validator]) -> Value {
	let balances = FUNDED.iter().map(|who| (who.to_account_id(), ENDOWMENT)).collect::<Vec<_>>();
	let keys = validators.iter().map(registration).collect::<Vec<_>>();
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances },
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		session: SessionConfig { keys },
		sudo: SudoConfig { key: Some(Sr25519Keyring::Alice.to_account_id()) },
	})
}

/// The account, the validator id, which is the account too, and the session keys.
fn registration((account, finality): &Validator) -> (AccountId, AccountId, SessionKeys) {
	let keys = SessionKeys {
		grandpa: finality.public().into(),
		babe: account.public().into(),
		authority_discovery: account.public().into(),
	};
	(account.to_account_id(), account.to_account_id(), keys)
}
