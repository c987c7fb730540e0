// SPDX-License-Identifier: Apache-2.0

//! The main job, as a newcomer sees it: a world whose players trade.

use freehold_tests::node::{assert_invariants, my_turn, run, Node};
use serde_json::Value;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(300);

const TRADES: u64 = 1_000;

#[test]
fn a_thousand_trades_are_settled_and_nothing_is_lost() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());

	let report = run(node.client().args(["demo", "--trades", &TRADES.to_string()]), LIMIT)
		.succeeded()
		.json();

	let count = |name: &str| number(&report, name);
	assert!(count("sent") >= TRADES, "{report}");
	assert_eq!(count("settled") + count("refused"), count("sent"), "{report}");
	assert!(count("settled") > 0 && count("refused") > 0, "{report}");
	assert_eq!(report["conserved"], true, "{report}");
	for latency in ["inclusion_p50_ms", "inclusion_p99_ms", "finality_p50_ms", "finality_p99_ms"] {
		assert!(count(latency) > 0, "{latency} in {report}");
	}
	assert!(count("finality_p50_ms") < 5_000, "{report}");
	assert_invariants(&node, node.finalised().hash);
}

fn number(report: &Value, name: &str) -> u64 {
	report[name]
		.as_u64()
		.unwrap_or_else(|| panic!("`{name}` is no number in {report}"))
}
