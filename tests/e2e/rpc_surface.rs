// SPDX-License-Identifier: Apache-2.0

//! The RPC methods that wallets, libraries and operators count on.

use freehold_tests::node::{my_turn, Node, SOON};
use serde_json::json;

const NEEDED: [&str; 16] = [
	"author_rotateKeysWithOwner",
	"author_submitAndWatchExtrinsic",
	"babe_epochAuthorship",
	"chainHead_v1_follow",
	"chain_getFinalizedHead",
	"grandpa_proveFinality",
	"grandpa_roundState",
	"payment_queryFeeDetails",
	"payment_queryInfo",
	"state_getMetadata",
	"state_queryStorageAt",
	"sync_state_genSyncSpec",
	"system_accountNextIndex",
	"system_health",
	"transaction_v1_broadcast",
	"transactionWatch_v1_submitAndWatch",
];

#[test]
fn a_node_serves_the_methods_that_others_count_on() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());

	let answer = node.call("rpc_methods", json!([]));
	let served: Vec<&str> = answer["methods"]
		.as_array()
		.unwrap()
		.iter()
		.filter_map(|it| it.as_str())
		.collect();
	let missing: Vec<&str> = NEEDED.into_iter().filter(|it| !served.contains(it)).collect();
	assert!(missing.is_empty(), "missing: {missing:?}; served: {served:?}");

	let properties = node.call("system_properties", json!([]));
	let expected = json!({ "ss58Format": 6410, "tokenDecimals": 12, "tokenSymbol": "FHD" });
	assert_eq!(properties, expected);

	// Consensus serves its methods only if the node's parts were put together right.
	node.wait_finalised(2, SOON);
	let round = node.call("grandpa_roundState", json!([]));
	assert_eq!(round["best"]["totalWeight"], 1, "{round}");
	let slots = node.call("babe_epochAuthorship", json!([]));
	assert_eq!(slots.as_object().unwrap().len(), 1, "{slots}");
	let checkpoint = node.call("sync_state_genSyncSpec", json!([false]));
	assert!(checkpoint["lightSyncState"].is_object(), "no checkpoint for light clients");
}
