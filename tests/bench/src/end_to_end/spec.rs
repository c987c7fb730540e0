// SPDX-License-Identifier: Apache-2.0

//! The chain spec of a network for tests of load: that of a development chain, with other
//! validators and a large state.

use crate::{
	state::{growth, Size},
	Result,
};
use freehold_runtime::genesis::{self, Validator};
use freehold_tests::node::{node_program, run};
use serde_json::{json, Map, Value};
use sp_core::storage::Storage;
use std::{
	fs::{self, File},
	io::{BufWriter, Write as _},
	path::{Path, PathBuf},
	time::Duration,
};

/// Time for a node to write a chain spec.
const SOON: Duration = Duration::from_secs(120);

/// Writes the chain spec to this folder, and returns where it is. The state is that of a genesis
/// with these validators, grown to this size.
pub fn write(folder: &Path, validators: &[Validator], size: Size) -> Result<PathBuf> {
	let mut spec = export("dev", false)?;
	spec["name"] = json!("Freehold Load");
	spec["id"] = json!("load");
	// So that addresses of this machine are passed on among the nodes.
	spec["chainType"] = json!("Local");
	spec["genesis"]["runtimeGenesis"]["patch"] = genesis::patch(validators);
	let plain = folder.join("plain.json");
	save(&plain, &spec)?;

	let mut spec = export(&plain.display().to_string(), true)?;
	let state = spec["genesis"]["raw"]["top"].as_object_mut();
	let state = state.ok_or("the node wrote a raw chain spec without a state")?;
	for (key, value) in growth(&read(state)?, size)?.flatten() {
		state.insert(hexadecimal(&key), hexadecimal(&value).into());
	}
	let raw = folder.join("raw.json");
	save(&raw, &spec)?;
	Ok(raw)
}

/// A chain spec as the node writes it.
fn export(chain: &str, raw: bool) -> Result<Value> {
	let mut command = node_program();
	command.args(["export-chain-spec", "--chain", chain]);
	if raw {
		command.arg("--raw");
	}
	let finished = run(&mut command, SOON);
	if finished.code != Some(0) {
		return Err(format!("the node wrote no chain spec: {finished}"));
	}
	serde_json::from_str(&finished.stdout)
		.map_err(|error| format!("the node wrote a chain spec that is not JSON: {error}"))
}

fn save(path: &Path, spec: &Value) -> Result<()> {
	let explain = |error: std::io::Error| format!("{} can't be written: {error}", path.display());
	if let Some(folder) = path.parent() {
		fs::create_dir_all(folder).map_err(explain)?;
	}
	let mut file = BufWriter::new(File::create(path).map_err(explain)?);
	serde_json::to_writer(&mut file, spec).map_err(|error| explain(error.into()))?;
	file.flush().map_err(explain)
}

/// The records of a raw chain spec.
fn read(state: &Map<String, Value>) -> Result<Storage> {
	let bytes = |text: &str| {
		hex::decode(text.trim_start_matches("0x"))
			.map_err(|error| format!("the node wrote a record that is not in hex: {error}"))
	};
	let mut storage = Storage::default();
	for (key, value) in state {
		let value = value.as_str().ok_or("the node wrote a record that is no text")?;
		storage.top.insert(bytes(key)?, bytes(value)?);
	}
	Ok(storage)
}

fn hexadecimal(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeMap;

	#[test]
	fn records_are_read_as_they_were_written() {
		let record = |key: &[u8], value: &[u8]| (hexadecimal(key), hexadecimal(value).into());
		let state = Map::from_iter([record(b":code", &[0, 255]), record(b"key", b"")]);

		let storage = read(&state).expect("all is in hex");

		let expected = [(b":code".to_vec(), vec![0, 255]), (b"key".to_vec(), Vec::new())];
		assert_eq!(storage.top, BTreeMap::from(expected));
		assert!(read(&Map::from_iter([("0x0".into(), "0x".into())])).is_err());
	}
}
