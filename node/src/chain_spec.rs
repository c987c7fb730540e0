// SPDX-License-Identifier: Apache-2.0

//! The chains this binary knows by name, and chain spec files.

use freehold_primitives::host::batch_verify;
use freehold_runtime::{constants::SS58_PREFIX, opaque::Block, WASM_BINARY};
use sc_chain_spec::{ChainSpecExtension, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sc_client_api::{BadBlocks, ForkBlocks};
use sc_service::{ChainType, GenericChainSpec, Properties};
use sc_sync_state_rpc::LightSyncStateExtension;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;

/// Decimal places of the native currency: one FHD is 10^12 units.
pub const TOKEN_DECIMALS: u32 = 12;

const PROTOCOL_ID: &str = "freehold";

/// A chain spec whose genesis may be built with the host function of this node.
pub type ChainSpec = GenericChainSpec<Extensions, batch_verify::HostFunctions>;

/// What a chain spec of ours may hold beside the stock fields.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// The only block accepted at each of these heights.
	pub fork_blocks: ForkBlocks<Block>,
	/// Blocks never accepted.
	pub bad_blocks: BadBlocks<Block>,
	/// The checkpoint that light clients start from, filled by `sync_state_genSyncSpec`.
	pub light_sync_state: LightSyncStateExtension,
}

/// Loads the chain named `id`: `dev`, `local`, or a path to a chain spec file.
pub fn load(id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
	let spec = match id {
		"dev" => development(wasm()?),
		"local" => local(wasm()?),
		"" => {
			return Err("no chain was named, and there is none that everybody means.\n\
			            Use --dev to try the node, --chain local for validators on one machine, \
			            or --chain <FILE> with the chain spec of a network."
				.into())
		},
		path => from_file(path.into())?,
	};
	Ok(Box::new(spec))
}

/// One validator, Alice, for trying things out.
fn development(code: &[u8]) -> ChainSpec {
	ChainSpec::builder(code, Extensions::default())
		.with_name("Freehold Development")
		.with_id("dev")
		.with_chain_type(ChainType::Development)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties())
		.with_genesis_config_preset_name(DEV_RUNTIME_PRESET)
		.build()
}

/// Two validators, Alice and Bob, on one machine or local network.
fn local(code: &[u8]) -> ChainSpec {
	ChainSpec::builder(code, Extensions::default())
		.with_name("Freehold Local Testnet")
		.with_id("local")
		.with_chain_type(ChainType::Local)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties())
		.with_genesis_config_preset_name(LOCAL_TESTNET_RUNTIME_PRESET)
		.build()
}

fn from_file(path: PathBuf) -> Result<ChainSpec, String> {
	let shown = path.display().to_string();
	if path.is_file() {
		return ChainSpec::from_json_file(path).map_err(|error| {
			format!(
				"`{shown}` is not a chain spec this node can read: {error}.\n\
				 Get it again from those who run the network, or write one with \
				 `freehold-node export-chain-spec`."
			)
		});
	}
	let looks_like_path = path.extension().is_some() || path.components().count() > 1;
	Err(if looks_like_path {
		format!(
			"there is no chain spec file at `{shown}`.\n\
			 Check the path, relative to the directory the node is started in, and that the node \
			 may read it."
		)
	} else {
		format!(
			"there is no chain named `{shown}`.\n\
			 Known names are `dev` and `local`; anything else is a path to a chain spec file."
		)
	})
}

fn wasm() -> Result<&'static [u8], String> {
	WASM_BINARY.ok_or_else(|| {
		"this binary was built without its runtime (SKIP_WASM_BUILD was set).\n\
		 Build it again without that variable, or give a chain spec file with --chain <FILE>."
			.into()
	})
}

fn properties() -> Properties {
	Properties::from_iter([
		("tokenSymbol".into(), json!("FHD")),
		("tokenDecimals".into(), json!(TOKEN_DECIMALS)),
		("ss58Format".into(), json!(SS58_PREFIX)),
	])
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refusal(id: &str) -> String {
		let Err(reason) = load(id) else { panic!("{id} was loaded") };
		reason
	}

	#[test]
	fn named_chains_keep_their_ids() {
		// Data directories are named by these: changing one loses every node's database.
		let (development, local) = (development(&[]), local(&[]));
		let chain_type = |spec: &ChainSpec| sc_service::ChainSpec::chain_type(spec);

		assert_eq!((development.id(), local.id()), ("dev", "local"));
		assert_eq!(chain_type(&development), ChainType::Development);
		assert_eq!(chain_type(&local), ChainType::Local);
	}

	#[test]
	fn wallets_learn_the_currency_and_the_address_format() {
		let properties = development(&[]).properties();

		assert_eq!(properties["tokenSymbol"], "FHD");
		assert_eq!(properties["tokenDecimals"], 12);
		assert_eq!(properties["ss58Format"], 6410);
	}

	#[test]
	fn named_chains_send_no_telemetry() {
		assert!(development(&[]).telemetry_endpoints().is_none());
		assert!(local(&[]).telemetry_endpoints().is_none());
	}

	#[test]
	fn unknown_name_is_refused_with_the_known_ones() {
		let refusal = refusal("mainnet");

		assert!(refusal.contains("no chain named `mainnet`"));
		assert!(refusal.contains("`dev` and `local`"));
	}

	#[test]
	fn missing_file_is_refused_by_its_path() {
		assert!(refusal("./nowhere/world.json").contains("no chain spec file at `./nowhere"));
		assert!(refusal("world.json").contains("no chain spec file at `world.json`"));
	}

	#[test]
	fn file_that_is_no_chain_spec_is_refused() {
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("world.json");
		std::fs::write(&path, "{}").unwrap();

		assert!(refusal(path.to_str().unwrap()).contains("is not a chain spec"));
	}

	#[test]
	fn no_chain_is_chosen_for_the_operator() {
		assert!(refusal("").contains("no chain was named"));
	}
}
