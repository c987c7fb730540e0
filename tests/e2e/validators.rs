// SPDX-License-Identifier: Apache-2.0

//! Two validators agree, one dies, and once it is back they go on together. Meanwhile nothing gets
//! final.

use crate::commerce::{told, with_players};
use freehold_tests::node::{assert_invariants, my_turn, Node, Process, SOON};
use serde_json::json;
use std::{fs, path::Path, thread::sleep, time::Duration};

/// Time for votes that were sent before a validator died to arrive and count.
const IN_FLIGHT: Duration = Duration::from_secs(4);

/// Time for a validator to sync, and for both to find the round that they can finish.
const RECOVERY: Duration = Duration::from_secs(240);

#[test]
fn validators_recover_from_the_death_of_one_on_litep2p() {
	validators_recover_from_the_death_of_one("litep2p");
}

#[test]
fn validators_recover_from_the_death_of_one_on_libp2p() {
	validators_recover_from_the_death_of_one("libp2p");
}

fn validators_recover_from_the_death_of_one(backend: &str) {
	let _turn = my_turn();
	let (alice_base, bob_base) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
	// She goes on making blocks when she is alone, so that it is seen that they don't get final.
	let alice = validator(alice_base.path(), backend, &["--alice", "--force-authoring"]);
	let address = alice.address();
	let start_bob = || validator(bob_base.path(), backend, &["--bob", "--bootnodes", &address]);

	let bob = start_bob();
	for validator in [&alice, &bob] {
		validator.wait_finalised(5, SOON);
	}
	assert_same_final_chain(&alice, &bob);

	bob.kill();
	sleep(IN_FLIGHT);
	let stalled = alice.finalised();
	let height = alice.best().number;
	alice.wait_for("Alice to make blocks on her own", SOON, || {
		(alice.best().number >= height + 5).then_some(())
	});
	assert_eq!(alice.finalised(), stalled, "one of two validators made a block final");

	let height = alice.best().number;
	let bob = start_bob();
	for validator in [&alice, &bob] {
		validator.wait_finalised(height + 1, RECOVERY);
	}
	assert_same_final_chain(&alice, &bob);
	assert_eq!(bob.hash_of(stalled.number), Some(stalled.hash), "a final block was replaced");
	assert_invariants(&bob, bob.finalised().hash);
}

#[test]
fn a_trade_outlasts_a_stall_of_finality_and_is_settled_once() {
	let _turn = my_turn();
	let (alice_base, bob_base) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
	let alice = validator(alice_base.path(), "litep2p", &["--alice", "--force-authoring"]);
	let address = alice.address();
	let start_bob = || validator(bob_base.path(), "litep2p", &["--bob", "--bootnodes", &address]);
	let bob = start_bob();
	with_players(&alice);
	told(&alice, "//Bob", &["item", "collection", "create", "--world", "0"]);
	let create = ["item", "kind", "create", "--collection", "0", "--form", "stackable"];
	told(&alice, "//Bob", &create);
	told(&alice, "//Bob", &["item", "mint-units", "0/0", "5", "--to", "1"]);

	let sign = ["order", "sign", "--world", "0", "--avatar", "1", "--lane", "0", "--yes"];
	let terms = ["--give", "units:0/0*5", "--want", "coins:7"];
	let signed = told(&alice, "//Charlie", &[&sign[..], &terms].concat());
	let order = signed["order"].as_str().unwrap();
	let accept = ["order", "accept", order, "--avatar", "2", "--lane", "0", "--yes"];
	let accepted = told(&alice, "//Dave", &accept);
	let file = alice_base.path().join("trades.jsonl");
	fs::write(&file, format!("{{\"trade\":{}}}\n", accepted["trade"])).unwrap();

	bob.kill();
	sleep(IN_FLIGHT);
	let mut settle = alice.client();
	settle.args(["--key", "//Bob", "settle", "--world", "0"]).arg(&file);
	let mut settle = Process::start(&mut settle);
	alice.wait_for("the server to submit its batch again", SOON, || {
		assert_eq!(settle.ended(), None, "nothing was final, but it ended: {}", settle.log());
		settle.output().1.contains("connected again").then_some(())
	});

	let _bob = start_bob();
	let report = settle.finish(RECOVERY).succeeded().json();
	assert_eq!((&report["sent"], &report["settled"]), (&json!(1), &json!(1)), "{report}");
	let seller = told(&alice, "//Charlie", &["avatar", "show", "1"]);
	assert_eq!(seller["coins"], "107", "{seller}");
	assert_invariants(&alice, alice.finalised().hash);
}

fn validator(base: &Path, backend: &str, arguments: &[&str]) -> Node {
	let network = ["--chain", "local", "--network-backend", backend];
	Node::start(base, &[&network[..], arguments].concat())
}

/// Every block that both hold for final has one hash.
fn assert_same_final_chain(one: &Node, other: &Node) {
	let last = one.finalised().number.min(other.finalised().number);
	assert!(last > 0, "nothing is final");
	for number in 0..=last {
		assert_eq!(one.hash_of(number), other.hash_of(number), "block {number}");
	}
}
