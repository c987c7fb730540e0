// SPDX-License-Identifier: Apache-2.0

//! The contracts, compiled, as the npm package `@opensea/seaport-js` carries them.
//!
//! Its folder `src/artifacts` is what its own tests deploy: Seaport 1.6, the controller of conduits
//! that Seaport's constructor asks, and `TestERC721`, which is solmate's ERC-721 and a function to
//! mint. They are read when the bench runs, so that nobody's bytecode is part of this repository.

use crate::Result;
use revm::primitives::{hex, Bytes};
use serde_json::Value;
use std::{fs, path::Path};

/// The package that the contracts come from.
const PACKAGE: &str = "@opensea/seaport-js";

/// Creation code of the contracts, and where it came from.
pub struct Artifacts {
	/// Seaport, to be followed by the address of the conduit controller.
	pub seaport: Bytes,
	/// The controller of conduits.
	pub conduit_controller: Bytes,
	/// An ERC-721 token that anyone may mint.
	pub token: Bytes,
	/// The package's name and version.
	pub package: String,
	/// The compiler and its settings.
	pub compiler: String,
}

impl Artifacts {
	/// Reads them from the package below `node_modules`.
	pub fn load(node_modules: &Path) -> Result<Self> {
		let artifacts = node_modules.join(PACKAGE).join("src/artifacts");
		let contract = |path: &str| creation_code(&artifacts.join(path));
		Ok(Self {
			seaport: contract("seaport/contracts/Seaport.sol/Seaport.json")?,
			conduit_controller: contract(
				"seaport/contracts/conduit/ConduitController.sol/LocalConduitController.json",
			)?,
			token: contract("src/contracts/test/TestERC721.sol/TestERC721.json")?,
			package: name_and_version(node_modules, PACKAGE)?,
			compiler: compiler(&artifacts.join("build-info"))?,
		})
	}
}

/// The name of an installed package and its version, such as `left-pad 1.3.0`.
pub fn name_and_version(node_modules: &Path, package: &str) -> Result<String> {
	let manifest = read_json(&node_modules.join(package).join("package.json"))?;
	let version = manifest["version"].as_str().ok_or(format!("{package} states no version"))?;
	Ok(format!("{package} {version}"))
}

fn creation_code(path: &Path) -> Result<Bytes> {
	let artifact = read_json(path)?;
	let code = artifact["bytecode"]
		.as_str()
		.and_then(|code| hex::decode(code).ok())
		.filter(|code| !code.is_empty())
		.ok_or(format!("{} holds no bytecode", path.display()))?;
	Ok(code.into())
}

/// Describes the settings of the one compiler run whose record the folder holds.
fn compiler(build_info: &Path) -> Result<String> {
	let record = fs::read_dir(build_info)
		.map_err(|error| unreadable(build_info, error))?
		.filter_map(|entry| Some(entry.ok()?.path()))
		.find(|path| is_record(path))
		.ok_or(format!("{} holds no record of a compiler run", build_info.display()))?;
	let record = read_json(&record)?;
	let settings = &record["input"]["settings"];
	Ok(format!(
		"solc {}, optimizer {} with {} runs, IR pipeline {}, EVM version {}",
		record["solcLongVersion"].as_str().unwrap_or("of unknown version"),
		on_or_off(&settings["optimizer"]["enabled"]),
		settings["optimizer"]["runs"],
		on_or_off(&settings["viaIR"]),
		settings["evmVersion"].as_str().unwrap_or("unknown"),
	))
}

/// Whether the file says what the compiler was given, and not what it made.
fn is_record(path: &Path) -> bool {
	let name = path.file_name().unwrap_or_default().to_string_lossy();
	name.ends_with(".json") && !name.ends_with(".output.json")
}

fn on_or_off(setting: &Value) -> &'static str {
	if setting.as_bool() == Some(true) {
		"on"
	} else {
		"off"
	}
}

fn read_json(path: &Path) -> Result<Value> {
	let text = fs::read(path).map_err(|error| unreadable(path, error))?;
	serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn unreadable(path: &Path, error: std::io::Error) -> String {
	format!("{}: {error}; install the packages of tests/bench/js first", path.display())
}
