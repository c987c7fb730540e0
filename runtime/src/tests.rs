// SPDX-License-Identifier: Apache-2.0

//! What the outside builds against must not move by accident: indices, numbers, identifiers. And
//! what has to work from the first block: presets, the call filter, proofs of key ownership.

mod deposits;
mod recovery;

use crate::{
	configs::{
		consensus::{DisableOffenders, Offenders},
		governance::{NeverPaused, ProxyType, NEVER_PAUSED, NEVER_PAUSED_CALLS},
	},
	constants::*,
	genesis::{self, Validator},
	*,
};
use codec::Decode;
use frame_support::{
	assert_noop, assert_ok,
	genesis_builder_helper::{build_state, get_preset},
	traits::{
		Contains, Get, GetCallMetadata, InstanceFilter, KeyOwnerProofSystem, OnUnbalanced,
		PalletInfoAccess,
	},
};
use pallet_session::SessionInterface;
use pallet_tx_pause::RuntimeCallNameOf;
use serde_json::Value;
use sp_consensus_babe::digests::PreDigest;
use sp_consensus_grandpa::{AuthorityId as GrandpaId, KEY_TYPE as GRANDPA};
use sp_io::TestExternalities;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{traits::TransactionExtension, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::{collections::BTreeMap, slice};

const FOUR: [Validator; 4] = [
	(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
	(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
	(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
	(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
];

/// With one more, of whom another may be disabled when one of them has left.
const FIVE: [Validator; 5] =
	[FOUR[0], FOUR[1], FOUR[2], FOUR[3], (Sr25519Keyring::Eve, Ed25519Keyring::Eve)];

/// Lays `patch` over `base`, as a node does with a preset.
fn merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}

/// The first block of the chain that `patch` makes.
fn chain(patch: Value) -> TestExternalities {
	let default = get_preset::<RuntimeGenesisConfig>(&None, |_| None).unwrap();
	let mut config = serde_json::from_slice(&default).unwrap();
	merge(&mut config, patch);
	let mut chain = TestExternalities::new_empty();
	chain.execute_with(|| {
		build_state::<RuntimeGenesisConfig>(config.to_string().into_bytes()).unwrap();
		System::set_block_number(1);
		// Only a header with a slot would do this, and sessions can't end without.
		pallet_babe::Initialized::<Runtime>::put(None::<PreDigest>);
	});
	chain
}

fn preset(name: &str) -> TestExternalities {
	let json = genesis::get_preset(&name.into()).unwrap();
	chain(serde_json::from_slice(&json).unwrap())
}

/// Every call that decodes from zeros, by the names of its pallet and its own.
fn calls() -> BTreeMap<(&'static str, &'static str), RuntimeCall> {
	let mut calls = BTreeMap::new();
	for pallet in 0..=u8::MAX {
		for call in 0..=u8::MAX {
			let mut bytes = [0; 1024];
			bytes[..2].copy_from_slice(&[pallet, call]);
			if let Ok(call) = RuntimeCall::decode(&mut &bytes[..]) {
				let names = call.get_call_metadata();
				calls.insert((names.pallet_name, names.function_name), call);
			}
		}
	}
	for pallet in RuntimeCall::get_module_names() {
		assert!(calls.keys().any(|(name, _)| name == pallet), "no call of {pallet}");
	}
	calls
}

fn transfer() -> RuntimeCall {
	let dest = Sr25519Keyring::Bob.to_account_id().into();
	RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value: UNIT })
}

fn account(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

/// The validator is proven to have cheated in the session that runs.
fn convict(who: Sr25519Keyring) {
	let offence = OffenceDetails { offender: (account(who), ()), reporters: vec![] };
	DisableOffenders::on_offence(&[offence], &[Perbill::from_percent(50)], 0);
}

/// An offender is out of the set, and nothing more is kept of it.
fn assert_only_the_three_others_are_left(offender: &AccountId) {
	assert!(!Session::validators().contains(offender));
	assert_eq!(Session::validators().len(), 3);
	assert!(disabled().is_empty());
	assert!(!Offenders::exists());
}

/// The validators that are disabled.
fn disabled() -> Vec<AccountId> {
	let validators = Session::validators();
	let disabled = Session::disabled_validators();
	disabled.into_iter().map(|index| validators[index as usize].clone()).collect()
}

/// Another finality key for the validator, which signs from the session after the next.
fn rotate_key(who: Sr25519Keyring) {
	let mut keys = Session::load_keys(&account(who)).unwrap();
	keys.grandpa = GrandpaId::from(Ed25519Keyring::Two.public());
	assert_ok!(<Session as SessionInterface>::set_keys(&account(who), keys));
}

fn call_name(pallet: &str, call: &str) -> RuntimeCallNameOf<Runtime> {
	let bounded = |name: &str| name.as_bytes().to_vec().try_into().unwrap();
	(bounded(pallet), bounded(call))
}

fn passes_filter(call: &RuntimeCall) -> bool {
	<<Runtime as frame_system::Config>::BaseCallFilter as Contains<RuntimeCall>>::contains(call)
}

#[test]
fn pallets_keep_their_indices() {
	fn place<P: PalletInfoAccess>() -> (usize, &'static str) {
		(P::index(), P::name())
	}
	let places = [
		place::<System>(),
		place::<Timestamp>(),
		place::<Balances>(),
		place::<Babe>(),
		place::<Authorship>(),
		place::<Session>(),
		place::<Historical>(),
		place::<Offences>(),
		place::<Grandpa>(),
		place::<AuthorityDiscovery>(),
		place::<TransactionPayment>(),
		place::<Utility>(),
		place::<Proxy>(),
		place::<Multisig>(),
		place::<Recovery>(),
		place::<TxPause>(),
		place::<SafeMode>(),
		place::<MultiBlockMigrations>(),
		place::<Sudo>(),
		place::<Worlds>(),
		place::<Avatars>(),
		place::<Land>(),
		place::<Items>(),
		place::<Market>(),
	];
	let expected = [
		(0, "System"),
		(1, "Timestamp"),
		(2, "Balances"),
		(3, "Babe"),
		(4, "Authorship"),
		(5, "Session"),
		(6, "Historical"),
		(7, "Offences"),
		(8, "Grandpa"),
		(9, "AuthorityDiscovery"),
		(11, "TransactionPayment"),
		(20, "Utility"),
		(21, "Proxy"),
		(22, "Multisig"),
		(23, "Recovery"),
		(30, "TxPause"),
		(31, "SafeMode"),
		(32, "MultiBlockMigrations"),
		(33, "Sudo"),
		(50, "Worlds"),
		(51, "Avatars"),
		(52, "Land"),
		(53, "Items"),
		(54, "Market"),
	];
	assert_eq!(places, expected);
}

#[test]
fn wallets_find_the_extensions_they_know() {
	let extensions = <TxExtension as TransactionExtension<RuntimeCall>>::metadata();
	let identifiers = extensions.iter().map(|extension| extension.identifier).collect::<Vec<_>>();
	let expected = [
		"CheckNonZeroSender",
		"CheckSpecVersion",
		"CheckTxVersion",
		"CheckGenesis",
		"CheckMortality",
		"CheckNonce",
		"CheckWeight",
		"ChargeTransactionPayment",
		"CheckMetadataHash",
		"WeightReclaim",
	];
	assert_eq!(identifiers, expected);
}

#[test]
fn metadata_comes_in_the_versions_clients_read() {
	for version in [14, 15, 16] {
		assert!(Runtime::metadata_versions().contains(&version), "no metadata V{version}");
		assert!(Runtime::metadata_at_version(version).is_some(), "no metadata V{version}");
	}
}

#[test]
fn numbers_are_what_they_say() {
	assert_eq!(UNIT, 10u128.pow(12));
	assert_eq!(deposit(2, 3), 203 * MILLIUNIT);
	assert_eq!(DAYS as u64 * SLOT_DURATION, 24 * 60 * 60 * 1_000);
	assert_eq!(Babe::slot_duration(), SLOT_DURATION);
	assert_eq!(REPORTING_SESSIONS as u64 * EPOCH_DURATION_IN_SLOTS, DAYS as u64);
	assert_eq!(<<Runtime as frame_system::Config>::SS58Prefix as Get<u16>>::get(), 6410);
	assert_eq!(VERSION.system_version, 1);

	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	assert_eq!(weights.max_block.ref_time() * 10, SLOT_DURATION * 6 * 1_000_000_000);
	// A full block of normal calls, at multiplier one.
	let normal = weights.get(frame_support::dispatch::DispatchClass::Normal).max_total.unwrap();
	assert_eq!(TransactionPayment::weight_to_fee(normal), 4_500 * MILLIUNIT);
}

#[test]
fn the_presets_make_valid_chains() {
	for (name, validators) in [("development", &FOUR[..1]), ("local_testnet", &FOUR[..2])] {
		assert!(genesis::preset_names().contains(&name.into()));
		preset(name).execute_with(|| {
			let mut accounts = validators.iter().map(|(who, _)| who.to_account_id());
			assert_eq!(Session::validators().len(), accounts.len());
			assert!(accounts.all(|who| Session::validators().contains(&who)));
			assert_eq!(Babe::authorities().len(), validators.len());
			assert_eq!(Grandpa::grandpa_authorities().len(), validators.len());
			assert_eq!(AuthorityDiscovery::authorities().len(), validators.len());
			assert_eq!(Babe::epoch_config(), Some(configs::consensus::BABE_GENESIS_EPOCH_CONFIG));
			assert!(genesis::FUNDED
				.iter()
				.all(|who| Balances::free_balance(who.to_account_id()) == genesis::ENDOWMENT));
			assert_eq!(
				pallet_sudo::Key::<Runtime>::get(),
				Some(Sr25519Keyring::Alice.to_account_id())
			);
		});
	}
	assert!(genesis::get_preset(&"mainnet".into()).is_none());
}

#[test]
fn safe_mode_and_pause_stop_calls_and_nothing_the_chain_needs() {
	for name in NEVER_PAUSED {
		assert!(RuntimeCall::get_module_names().contains(&name), "no pallet {name}");
	}
	preset("development").execute_with(|| {
		let calls = calls();
		for (names, call) in &calls {
			assert_eq!(passes_filter(call), *names != ("Session", "purge_keys"), "{names:?}");
		}

		for names in NEVER_PAUSED_CALLS {
			assert!(calls.contains_key(&names), "no call {names:?}");
		}

		assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));
		for (names, call) in &calls {
			let goes_on = NEVER_PAUSED.contains(&names.0) || NEVER_PAUSED_CALLS.contains(names);
			assert_eq!(passes_filter(call), goes_on, "{names:?}");
		}
		assert_ok!(SafeMode::force_exit(RuntimeOrigin::root()));

		let paused = call_name("Balances", "transfer_keep_alive");
		assert_ok!(TxPause::pause(RuntimeOrigin::root(), paused.clone()));
		assert!(!passes_filter(&transfer()));
		assert_ok!(TxPause::unpause(RuntimeOrigin::root(), paused));
		assert!(passes_filter(&transfer()));

		assert_noop!(
			TxPause::pause(RuntimeOrigin::root(), call_name("Timestamp", "set")),
			pallet_tx_pause::Error::<Runtime>::Unpausable
		);
		for ((pallet, name), call) in &calls {
			let name = call_name(pallet, name);
			assert_eq!(NeverPaused::contains(call), NeverPaused::contains(&name));
		}
	});
}

#[test]
fn nobody_buys_safe_mode() {
	preset("development").execute_with(|| {
		let alice = RuntimeOrigin::signed(Sr25519Keyring::Alice.to_account_id());
		assert_noop!(SafeMode::enter(alice), pallet_safe_mode::Error::<Runtime>::NotConfigured);
	});
}

#[test]
fn proxies_do_what_their_type_says() {
	use ProxyType::*;
	for ((pallet, name), call) in calls() {
		let allowed: &[ProxyType] = match pallet {
			"Market" if name == "settle" => &[Any, WorldServer],
			"Items" if name.starts_with("mint_") => &[Any, WorldServer],
			"Items" if name == "release_from_custody" => &[Any, WorldServer],
			"Avatars" if name == "attest" => &[Any, WorldServer],
			"System" | "Timestamp" | "Babe" | "Session" | "Grandpa" => &[Any, NonTransfer],
			"Utility" => &[Any, NonTransfer, Governance],
			"TxPause" | "SafeMode" | "MultiBlockMigrations" | "Sudo" => &[Any, Governance],
			"Balances" | "Proxy" | "Multisig" | "Recovery" => &[Any],
			"Worlds" | "Avatars" | "Land" | "Items" | "Market" => &[Any],
			_ => panic!("which proxies may call {pallet}?"),
		};
		for kind in [Any, NonTransfer, WorldServer, Governance] {
			let expected = allowed.contains(&kind);
			assert_eq!(kind.filter(&call), expected, "{kind:?} and {pallet}.{name}");
		}
	}
}

#[test]
fn a_proxy_contains_itself_and_any_contains_all() {
	use ProxyType::*;
	for kind in [Any, NonTransfer, WorldServer, Governance] {
		for other in [Any, NonTransfer, WorldServer, Governance] {
			let contains = InstanceFilter::<RuntimeCall>::is_superset(&kind, &other);
			assert_eq!(contains, kind == Any || kind == other, "{kind:?} and {other:?}");
		}
	}
	assert_eq!(ProxyType::default(), Any);
}

#[test]
fn a_key_is_proven_to_its_owner_after_the_session_and_after_its_rotation() {
	let prove = |key: &GrandpaId| Historical::prove((GRANDPA, key.clone())).unwrap();
	let owner = |key: &GrandpaId, proof| {
		Historical::check_proof((GRANDPA, key.clone()), proof).map(|(account, ())| account)
	};
	chain(genesis::patch(&FOUR)).execute_with(|| {
		let alice = Sr25519Keyring::Alice.to_account_id();
		let old = GrandpaId::from(Ed25519Keyring::Alice.public());
		let new = GrandpaId::from(Ed25519Keyring::Two.public());

		let first = prove(&old);
		let mut keys = Session::load_keys(&alice).unwrap();
		keys.grandpa = new.clone();
		assert_ok!(<Session as SessionInterface>::set_keys(&alice, keys));
		Session::rotate_session();
		assert_eq!(owner(&old, first.clone()), Some(alice.clone()));

		// The new key is queued for one session, then signs in the next.
		Session::rotate_session();
		let second = prove(&new);
		Session::rotate_session();
		Session::rotate_session();
		assert_eq!(owner(&new, second.clone()), Some(alice.clone()));
		assert_eq!(owner(&old, first), Some(alice));
		assert_eq!(owner(&old, second), None);
		assert_eq!(Session::validators().len(), 4);
	});
}

#[test]
fn old_sessions_are_forgotten() {
	preset("development").execute_with(|| {
		for _ in 0..REPORTING_SESSIONS + 10 {
			Session::rotate_session();
		}
		let now = Session::current_index();
		assert!(Historical::historical_root(now).is_some());
		assert!(Historical::historical_root(now - REPORTING_SESSIONS).is_some());
		assert!(Historical::historical_root(0).is_none());
	});
}

#[test]
fn a_proven_offender_is_disabled_and_finality_keeps_its_quorum() {
	chain(genesis::patch(&FOUR)).execute_with(|| {
		convict(Sr25519Keyring::Bob);
		assert_eq!(disabled(), [account(Sr25519Keyring::Bob)]);

		// Of four one may be disabled: with two, three votes of four could not be had.
		convict(Sr25519Keyring::Dave);
		assert_eq!(disabled(), [account(Sr25519Keyring::Bob)]);
	});
}

#[test]
fn an_offender_is_out_of_the_sets_that_follow_whatever_its_keys() {
	let bob = account(Sr25519Keyring::Bob);
	chain(genesis::patch(&FOUR)).execute_with(|| {
		convict(Sr25519Keyring::Bob);
		rotate_key(Sr25519Keyring::Bob);

		for _ in 0..3 {
			Session::rotate_session();
		}

		assert_only_the_three_others_are_left(&bob);
	});
}

/// A set that was queued before lifts what is disabled when it starts.
#[test]
fn an_offender_is_out_though_a_change_of_the_set_was_queued() {
	let bob = account(Sr25519Keyring::Bob);
	for rotated in [Sr25519Keyring::Bob, Sr25519Keyring::Charlie] {
		chain(genesis::patch(&FOUR)).execute_with(|| {
			rotate_key(rotated);
			Session::rotate_session();
			convict(Sr25519Keyring::Bob);
			assert_eq!(disabled(), slice::from_ref(&bob));

			Session::rotate_session();
			assert_eq!(Session::validators().len(), 4);
			assert_eq!(disabled(), slice::from_ref(&bob));

			Session::rotate_session();
			assert_only_the_three_others_are_left(&bob);
		});
	}
}

#[test]
fn an_accomplice_frees_nobody_and_is_next() {
	let [bob, dave] = [Sr25519Keyring::Bob, Sr25519Keyring::Dave].map(account);
	chain(genesis::patch(&FIVE)).execute_with(|| {
		convict(Sr25519Keyring::Bob);
		convict(Sr25519Keyring::Dave);
		assert_eq!(disabled(), slice::from_ref(&bob));

		for _ in 0..2 {
			Session::rotate_session();
		}
		assert!(!Session::validators().contains(&bob));
		assert_eq!(disabled(), slice::from_ref(&dave));

		for _ in 0..2 {
			Session::rotate_session();
		}
		assert_only_the_three_others_are_left(&dave);
	});
}

/// A set without anyone would be the end of the chain.
#[test]
fn of_three_validators_none_is_disabled_whatever_is_proven() {
	let three = [Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie];
	chain(genesis::patch(&FOUR[..3])).execute_with(|| {
		three.into_iter().for_each(convict);

		for _ in 0..3 {
			assert!(disabled().is_empty());
			Session::rotate_session();
		}

		assert_eq!(Session::validators().len(), 3);
	});
}

#[test]
fn fees_without_an_author_are_burned() {
	use frame_support::traits::fungible::Balanced;
	preset("development").execute_with(|| {
		let issued = Balances::total_issuance();
		let fees = <Balances as Balanced<AccountId>>::issue(UNIT);
		configs::currency::FeesToAuthor::on_unbalanced(fees);
		assert_eq!(Balances::total_issuance(), issued);
	});
}
