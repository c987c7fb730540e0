// SPDX-License-Identifier: Apache-2.0

//! Everything that is made, sold and worn in a world, by the command that people type.

use freehold_tests::node::{assert_invariants, my_turn, run, Finished, Node, SOON};
use serde_json::{json, Value};

/// The command, as the account of this key.
fn command(node: &Node, key: &str, arguments: &[&str]) -> Finished {
	run(node.client().args(["--key", key]).args(arguments), SOON)
}

/// What the command answers; it has to succeed.
pub fn told(node: &Node, key: &str, arguments: &[&str]) -> Value {
	command(node, key, arguments).succeeded().json()
}

/// World 0 and avatar 0 of Bob's, and avatars of Charlie's and Dave's with 100 FHD each.
pub fn with_players(node: &Node) {
	for (key, avatar) in [("//Bob", 0), ("//Charlie", 1), ("//Dave", 2)] {
		assert_eq!(told(node, key, &["avatar", "create"])["avatar"], avatar);
	}
	let world = told(node, "//Bob", &["world", "register", "--from", "-2,-2", "--to", "2,2"]);
	assert_eq!(world["world"], 0);
	for (key, avatar) in [("//Charlie", "1"), ("//Dave", "2")] {
		told(node, key, &["avatar", "deposit", avatar, "100"]);
	}
}

fn number(value: &Value) -> String {
	assert!(value.is_u64(), "not a number: {value}");
	value.to_string()
}

/// Waits until this block is past and final.
fn pass(node: &Node, block: u32) {
	node.wait_finalised(block + 1, SOON);
}

#[test]
fn a_creator_makes_things_and_players_trade_them() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let told = |key: &str, arguments: &[&str]| told(&node, key, arguments);
	with_players(&node);

	// Bob makes a collection for his world: swords with a royalty, and arrows.
	assert_eq!(told("//Bob", &["item", "collection", "create", "--world", "0"])["collection"], 0);
	told("//Bob", &["item", "collection", "name", "0", "Armoury"]);
	let create = ["item", "kind", "create", "--collection", "0", "--burnable", "--form"];
	let swords = [&create[..], &["unique", "--royalty", "0:500"]].concat();
	assert_eq!(told("//Bob", &swords)["kind"], "0/0");
	assert_eq!(told("//Bob", &[&create[..], &["stackable"]].concat())["kind"], "0/1");
	told("//Bob", &["item", "attribute", "define", "0/0", "kills", "--writer", "world:0"]);
	let minted = told("//Bob", &["item", "mint", "0/0", "--to", "1,1,2"]);
	assert_eq!(minted["items"], json!(["0#0", "0#1", "0#2"]));
	told("//Bob", &["item", "mint-units", "0/1", "50", "--to", "1"]);

	// A listing, looked at before it is bought.
	let list = ["market", "list", "--world", "0", "item:0#0", "--price", "20"];
	let order = number(&told("//Charlie", &list)["order"]);
	let preview = told("//Dave", &["market", "preview", "buy", &order, "--buyer", "2"]);
	assert_eq!(preview["possible"], true, "{preview}");
	let sold = told("//Dave", &["market", "buy", &order, "--buyer", "2"]);
	assert_eq!((&sold["price"], &sold["royalty"]), (&json!("20"), &json!("1")), "{sold}");
	command(&node, "//Dave", &["market", "buy", &order, "--buyer", "2"]).refused(1, &[]);

	// An offer for any sword, and arrows in lots.
	let offer = ["market", "offer", "--world", "0", "kind:0/0", "--bidder", "2", "--price", "10"];
	let order = number(&told("//Dave", &offer)["order"]);
	let accepted = told("//Charlie", &["market", "accept", &order, "item:0#1"]);
	assert_eq!(accepted["royalty"], "0.5", "{accepted}");
	let list = ["market", "list", "--world", "0", "units:0/1*10", "--price", "2", "--lots", "4"];
	let list = [&list[..], &["--seller", "1"]].concat();
	let order = number(&told("//Charlie", &list)["order"]);
	told("//Dave", &["market", "buy", &order, "--buyer", "2", "--lots", "3"]);
	told("//Charlie", &["market", "cancel", &order]);

	// A barter, and an auction to its end.
	let barter = ["market", "barter", "--world", "0", "--maker", "2", "--taker", "1"];
	let sides = ["--give", "item:0#0", "--want", "units:0/1*20"];
	let order = number(&told("//Dave", &[&barter[..], &sides].concat())["order"]);
	told("//Charlie", &["market", "accept-barter", &order]);
	let open = ["market", "auction", "open", "--world", "0", "item:0#0", "--reserve", "5"];
	let open = [&open[..], &["--ends", "10s", "--extension", "1s"]].concat();
	let auction = number(&told("//Charlie", &open)["auction"]);
	let bid = told("//Dave", &["market", "auction", "bid", &auction, "7", "--bidder", "2"]);
	pass(&node, u32::try_from(bid["ends"].as_u64().unwrap()).unwrap());
	let closed = told("//Bob", &["market", "auction", "close", &auction]);
	assert_eq!((&closed["winner"], &closed["price"]), (&json!(2), &json!("7")), "{closed}");

	// What the creator has of all that: a twentieth of 20, 10 and 7 FHD.
	let royalty = told("//Bob", &["item", "royalty", "collect", "0/0"]);
	assert_eq!(royalty["amount"], "1.85", "{royalty}");

	// Dave has all three swords; one says what it did, one is worn, one is given away.
	let written = told("//Bob", &["item", "attribute", "write", "--world", "0", "0#0", "kills=3"]);
	assert_eq!(written["written"], 1, "{written}");
	told("//Dave", &["item", "wear", "0#1", "--slot", "4"]);
	let outfit = told("//Dave", &["item", "outfit", "2"]);
	assert_eq!(outfit["outfit"][0]["item"], "0#1", "{outfit}");
	command(&node, "//Dave", &["item", "give", "0#1", "--to", "1"]).refused(1, &[]);
	told("//Dave", &["item", "take-off", "0#1"]);
	told("//Dave", &["item", "give", "0#1", "0#2", "--to", "1"]);

	// Arrows become a sword.
	let recipe = ["item", "recipe", "create", "--collection", "0", "--input", "0/1*25"];
	let recipe = [&recipe[..], &["--pay-to", "0", "--yield", "0/0"]].concat();
	let recipe = number(&told("//Bob", &recipe)["recipe"]);
	let craft = ["item", "recipe", "craft", recipe.as_str(), "--avatar", "2"];
	for (most, error) in
		[("--max-royalty=499", "RoyaltyNotAgreed"), ("--max-attributes=0", "AttributesNotAgreed")]
	{
		command(&node, "//Dave", &[&craft[..], &[most]].concat()).refused(1, &[error]);
	}
	let crafted = told("//Dave", &craft);
	assert_eq!(crafted["item"], "0#3", "{crafted}");
	assert_eq!((&crafted["max_royalty"], &crafted["max_attributes"]), (&json!(500), &json!(1)));
	told("//Dave", &["item", "burn", "0#3"]);

	let book = told("//Bob", &["market", "book"]);
	assert_eq!((&book["orders"], &book["auctions"]), (&json!([]), &json!([])), "{book}");
	assert_invariants(&node, node.finalised().hash);
}

/// An order of many lots is filled by two takers, in two settlements.
#[test]
fn a_signed_order_is_filled_in_parts() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	with_players(&node);
	told(&node, "//Bob", &["avatar", "deposit", "0", "100"]);
	told(&node, "//Bob", &["item", "collection", "create", "--world", "0"]);
	let create = ["item", "kind", "create", "--collection", "0", "--form", "stackable"];
	told(&node, "//Bob", &create);
	told(&node, "//Bob", &["item", "mint-units", "0/0", "50", "--to", "1"]);

	let sign = ["order", "sign", "--world", "0", "--avatar", "1", "--lane", "0", "--yes"];
	let terms = ["--give", "units:0/0*5", "--want", "coins:2", "--lots", "10", "--min-lots", "4"];
	let signed = told(&node, "//Charlie", &[&sign[..], &terms].concat());
	let order = signed["order"].as_str().unwrap();
	let settle = |key: &str, avatar: &str, lots: &str| {
		let accept = ["order", "accept", order, "--avatar", avatar, "--lane", "0", "--yes"];
		let accept = [&accept[..], &["--lots", lots]].concat();
		let trade = told(&node, key, &accept)["trade"].as_str().unwrap().to_owned();
		let file = base.path().join(format!("{avatar}.jsonl"));
		std::fs::write(&file, format!("{{\"trade\":\"{trade}\"}}\n")).unwrap();
		let settle = ["settle", "--world", "0", file.to_str().unwrap()];
		let report = told(&node, "//Bob", &settle);
		assert_eq!(report["settled"], 1, "{report}");
	};

	settle("//Dave", "2", "7");
	let check = told(&node, "//Bob", &["order", "check", order, "--taker", "0", "--lots", "3"]);
	assert_eq!(check["left"], 3, "{check}");
	settle("//Bob", "0", "3");

	command(&node, "//Bob", &["order", "check", order]).refused(1, &[]);
	assert_invariants(&node, node.finalised().hash);
}
