// SPDX-License-Identifier: Apache-2.0

//! Clients in JavaScript, with a library that knows nothing of this chain but its metadata; a game
//! whose devices sign with WebCrypto; and the test vectors, by cryptography that is not ours.

use freehold_client::address;
use freehold_runtime::{
	constants::{MILLIUNIT, UNIT},
	genesis::ENDOWMENT,
};
use freehold_tests::node::{assert_invariants, my_turn, run, Finished, Node, SOON};
use serde_json::{json, Value};
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
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());

	let report = script("client.mjs", &[&node.url()]).succeeded().json();

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

/// The keys of the devices are made and kept by WebCrypto, the players' wallets register them, the
/// devices sign in JavaScript, and a world's server settles what it is handed.
#[test]
fn a_browser_game_trades() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let file = base.path().join("trades.jsonl");
	let file = file.to_str().unwrap();

	let game = script("game.mjs", &["play", &node.url(), file]).succeeded().json();
	let text = |name: &str| game[name].to_string().replace('"', "");
	let [world, item, seller, buyer] = ["world", "item", "sellers", "buyers"].map(text);
	assert!(text("text").starts_with(&format!("Avatar {seller} gives item {item}")), "{game}");
	let look = || script("game.mjs", &["look", &node.url(), &item, &seller, &buyer]);
	let before = look().succeeded().json();
	assert_eq!(before["owner"], game["sellers"], "{before}");
	assert_eq!(before["purses"], json!(["0", (10 * UNIT).to_string()]), "{before}");

	let mut settle = node.client();
	settle.args(["--key", "//Bob", "settle", "--world", &world, file]);
	let report = run(&mut settle, SOON).succeeded().json();
	assert_eq!((&report["sent"], &report["settled"]), (&json!(1), &json!(1)), "{report}");

	let after = look().succeeded().json();
	assert_eq!(after["owner"], game["buyers"], "{after}");
	assert_eq!(after["version"], 1, "{after}");
	// Of 4 FHD, a fortieth is the world's and a twentieth the creator's.
	let purses = [3_700 * MILLIUNIT, 6 * UNIT].map(|amount| amount.to_string());
	assert_eq!(after["purses"], json!(purses), "{after}");
	// The same once more changes nothing: it is spent.
	let mut again = node.client();
	again.args(["--key", "//Bob", "settle", "--world", &world, file]);
	run(&mut again, SOON).refused(1, &["none of the 1 trades was settled"]);
	assert_eq!(look().succeeded().json(), after);
	assert_invariants(&node, node.finalised().hash);
}

/// The bytes, hashes and verdicts of the vectors, from their plain fields.
#[test]
fn the_test_vectors_hold_in_javascript() {
	let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/orders.json");
	let text = std::fs::read_to_string(&vectors).unwrap();
	let cases = serde_json::from_str::<Value>(&text).unwrap()["cases"].as_array().unwrap().len();

	let checked = script("vectors.mjs", &[vectors.to_str().unwrap()]).succeeded().json();

	assert_eq!(checked["cases"], cases, "{checked}");
	for what in ["keys", "settled", "refused", "edges"] {
		assert!(checked[what].as_u64().is_some_and(|count| count > 5), "{what}: {checked}");
	}
}

/// Runs a script of the JavaScript client to its end.
fn script(name: &str, arguments: &[&str]) -> Finished {
	run(Command::new("node").arg(name).args(arguments).current_dir(installed()), LIMIT)
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
