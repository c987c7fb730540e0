// SPDX-License-Identifier: Apache-2.0

//! The node's commands that work on chain specs and databases.

use freehold_tests::node::{my_turn, node_program, run, Finished, Node, SOON};
use serde_json::Value;
use std::path::Path;

#[test]
fn a_chain_spec_tells_wallets_the_currency_and_the_addresses() {
	let _turn = my_turn();

	let spec = run(node_program().args(["export-chain-spec", "--chain", "dev"]), SOON);
	let spec = spec.succeeded().json();

	assert_eq!(spec["id"], "dev");
	assert_eq!(spec["chainType"], "Development");
	assert_eq!(spec["properties"]["tokenSymbol"], "FHD");
	assert_eq!(spec["properties"]["tokenDecimals"], 12);
	assert_eq!(spec["properties"]["ss58Format"], 6410);
}

#[test]
fn stored_blocks_can_be_checked_copied_and_purged() {
	let _turn = my_turn();
	let (base, copy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
	let (base, copy) = (base.path(), copy.path());
	let node = Node::development(base);
	let seen = node.wait_finalised(6, SOON);
	let genesis = node.hash_of(0).unwrap();
	node.kill();

	let info = chain_info("dev", base);
	assert_eq!(info["genesis_hash"], format!("{genesis:?}"));
	assert!(number(&info, "finalized_number") >= u64::from(seen.number), "{info}");
	assert!(number(&info, "best_number") >= number(&info, "finalized_number"), "{info}");

	command("check-block", "dev", base, &["3"]).succeeded();

	let blocks = base.join("blocks.bin");
	let file = blocks.to_str().unwrap();
	command("export-blocks", "dev", base, &["--binary", file]).succeeded();
	command("import-blocks", "dev", copy, &["--binary", file]).succeeded();
	let copied = chain_info("dev", copy);
	assert_eq!(copied["best_hash"], info["best_hash"], "{copied}");

	let folder = base.join("chains/dev");
	let network_key = folder.join("network/secret_ed25519");
	assert!(folder.join("db/full").is_dir() && network_key.is_file());
	command("purge-chain", "dev", base, &["-y"]).succeeded();
	assert!(!folder.join("db/full").exists(), "the database is still there");
	assert!(network_key.is_file(), "the network key is gone");
}

#[test]
fn blocks_that_are_not_final_can_be_reverted() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let base = base.path();
	// One of two validators alone makes blocks, of which none gets final.
	let start = || Node::start(base, &["--chain", "local", "--alice", "--force-authoring"]);
	let reach = |number| {
		let node = start();
		node.wait_for("more blocks", SOON, || (node.best().number >= number).then_some(()));
		node.kill();
	};
	reach(6);
	let before = chain_info("local", base);
	assert_eq!(number(&before, "finalized_number"), 0, "{before}");

	command("revert", "local", base, &["2"]).succeeded();

	let after = chain_info("local", base);
	assert_eq!(number(&after, "best_number") + 2, number(&before, "best_number"), "{after}");
	// The node goes on from there.
	reach(u32::try_from(number(&before, "best_number")).unwrap() + 1);
}

fn command(name: &str, chain: &str, base: &Path, arguments: &[&str]) -> Finished {
	let mut command = node_program();
	command.args([name, "--chain", chain, "--base-path"]).arg(base).args(arguments);
	run(&mut command, SOON)
}

fn chain_info(chain: &str, base: &Path) -> Value {
	command("chain-info", chain, base, &[]).succeeded().json()
}

fn number(info: &Value, name: &str) -> u64 {
	info[name].as_u64().unwrap_or_else(|| panic!("`{name}` is no number in {info}"))
}
