// SPDX-License-Identifier: Apache-2.0

//! A client in JavaScript, with a library that knows nothing of this chain but its metadata.

use freehold_client::address;
use freehold_runtime::genesis::ENDOWMENT;
use freehold_tests::node::{my_turn, run, Node};
use serde_json::Value;
use sp_keyring::Sr25519Keyring;
use std::{
	env,
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};

const LIMIT: Duration = Duration::from_secs(150);

#[test]
fn a_javascript_client_reads_state_and_sends_calls() {
	let _turn = my_turn();
	let folder = installed();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());

	let mut client = Command::new("node");
	client.arg("client.mjs").arg(node.url()).current_dir(folder);
	let report = run(&mut client, LIMIT).succeeded().json();

	assert_eq!(report["chain"], "Freehold Development", "{report}");
	assert_eq!(report["spec"], "freehold", "{report}");
	assert_eq!(report["ss58Format"], 6410, "{report}");
	assert_eq!(report["symbol"], "FHD", "{report}");
	assert_eq!(report["decimals"], 12, "{report}");

	let [alice, bob] = [Sr25519Keyring::Alice, Sr25519Keyring::Bob]
		.map(|key| address::encode(&key.to_account_id()));
	assert_eq!(report["alice"], alice, "{report}");
	assert_eq!(amount(&report, "endowment"), ENDOWMENT, "{report}");
	assert_eq!(report["bob"], bob, "{report}");
	assert_eq!(amount(&report, "received"), amount(&report, "sent"), "{report}");
	let spent = amount(&report, "before") - amount(&report, "after");
	assert!(spent > amount(&report, "sent"), "no fee was taken: {report}");
	assert!(amount(&report, "fee") > 0, "no fee was foretold: {report}");

	assert_eq!(report["avatar"], 0, "{report}");
	assert_eq!(report["owner"], bob, "{report}");
}

/// Where scripts/install-js put the client and its packages.
fn installed() -> PathBuf {
	let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("js");
	let folder = env::var_os("FREEHOLD_JS").map_or(source, PathBuf::from);
	assert!(
		folder.join("node_modules").is_dir(),
		"no packages in {}: run scripts/install-js, and set FREEHOLD_JS to the folder it names",
		folder.display()
	);
	folder
}

fn amount(report: &Value, name: &str) -> u128 {
	let text = report[name].as_str().unwrap_or_default();
	text.parse().unwrap_or_else(|_| panic!("`{name}` is no amount in {report}"))
}
