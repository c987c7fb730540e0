// SPDX-License-Identifier: Apache-2.0

//! Two validators agree, one dies, and once it is back they go on together.

use freehold_tests::node::{assert_invariants, my_turn, Node, SOON};
use std::{path::Path, thread::sleep, time::Duration};

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
